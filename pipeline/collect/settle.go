package collect

import (
	"cmp"
	"slices"

	"roundrobin/pipeline/thread"
)

// Result is what Read returned for one item.
type Result struct {
	Threads  []*thread.Thread
	Problems []thread.Problem
}

// richness orders the forms by how much of a thread they keep: dates, ids,
// attachments, borders between messages. A thread that a person has coded or
// typed in is preferred to what software guessed from a page.
var richness = []string{"text", "json", "html", "mail", "zip", "batch_zip", "yaml", "coded"}

// Settle joins the results of all items. Where a request stands in more than
// one, the richer form is kept and the others are reported. Threads come
// sorted by request id, problems in the order of the items.
func Settle(results []Result) ([]*thread.Thread, []thread.Problem) {
	var threads []*thread.Thread
	var found []thread.Problem
	for _, r := range results {
		threads = append(threads, r.Threads...)
		found = append(found, r.Problems...)
	}
	slices.SortStableFunc(threads, func(a, b *thread.Thread) int {
		return cmp.Or(cmp.Compare(a.RequestID, b.RequestID), richer(a, b))
	})
	kept := threads[:0]
	for _, t := range threads {
		if n := len(kept); n > 0 && kept[n-1].RequestID == t.RequestID {
			p := problems{path: t.Source.Path}
			p.warn(ProblemDuplicateRequest, "", "the request is read from %s", kept[n-1].Source.Path)
			p.of(t.RequestID, 0)
			found = append(found, p.list...)
			continue
		}
		kept = append(kept, t)
	}
	return kept, found
}

// richer sorts the better form of one request first.
func richer(a, b *thread.Thread) int {
	return cmp.Or(
		cmp.Compare(slices.Index(richness, b.Source.Kind), slices.Index(richness, a.Source.Kind)),
		cmp.Compare(len(b.Messages), len(a.Messages)),
		cmp.Compare(a.Source.Path, b.Source.Path),
	)
}
