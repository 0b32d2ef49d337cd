package align

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// contentScore is how far a sentence's content alone can be trusted to name
// its question.
const contentScore = 0.6

// byContent aligns a reply without labels: each sentence answers the leaves
// whose cues it holds. A sentence that opens with a pronoun or has no cue of
// its own goes on with what the one before it said.
func byContent(cb *schema.Codebook, units []unit, message int) []thread.Aligned {
	var out []thread.Aligned
	for _, u := range units {
		if u.divider || u.restated != nil {
			continue
		}
		var last []*schema.Question
		for _, s := range statements(u.view) {
			leaves := cuedLeaves(cb, s.Low)
			if len(leaves) == 0 {
				leaves = last
			} else if s.goesOn {
				leaves = union(last, leaves)
			}
			for _, q := range leaves {
				out = append(out, thread.Aligned{QuestionID: q.ID, Message: message, Method: thread.ByContent,
					Paragraphs: [][]thread.Span{s.Pieces()}, Score: contentScore})
			}
			last = leaves
		}
	}
	return merge(out)
}

// statements are the sentences of a passage, cut where a semicolon joins two. What
// goes on with "nor" belongs to what it adds to.
func statements(v thread.View) []statement {
	var out []statement
	for _, s := range v.Sentences() {
		start, goesOn := 0, false
		for _, m := range semicolon.FindAllStringIndex(s.Low, -1) {
			if !strings.HasPrefix(s.Low[m[1]:], "nor ") {
				out = append(out, statement{s.Slice(start, m[0]+1).Trim(), goesOn})
				start, goesOn = m[1], m[1] == m[0]+len("; ")
			}
		}
		out = append(out, statement{s.Slice(start, len(s.Text)).Trim(), goesOn})
	}
	return out
}

// statement is a sentence or a part of one. What stands behind a bare semicolon
// goes on with what was said, whatever else it speaks of.
type statement struct {
	thread.View
	goesOn bool
}

func union(a, b []*schema.Question) []*schema.Question {
	out := slices.Clone(a)
	for _, q := range b {
		if !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	return out
}

var semicolon = regexp.MustCompile(`; (?:and |but )?`)

func cuedLeaves(cb *schema.Codebook, low string) []*schema.Question {
	var out []*schema.Question
	for _, q := range cb.Leaves() {
		if schema.Matches(q.Cues, low) {
			out = append(out, q)
		}
	}
	return out
}

// fromParents lets a parent's answer cover a sub-question that has no label of
// its own: the sentences of it that hold the sub-question's cues.
func fromParents(t *thread.Thread, cb *schema.Codebook, aligned []thread.Aligned) []thread.Aligned {
	for _, q := range cb.Leaves() {
		if q.Parent == nil || q.Parent.Heading || has(aligned, q.ID) {
			continue
		}
		i := slices.IndexFunc(aligned, func(a thread.Aligned) bool { return a.QuestionID == q.Parent.ID })
		if i < 0 {
			continue
		}
		var found [][]thread.Span
		for _, s := range sentencesOf(t, aligned[i].Paragraphs) {
			if schema.Matches(q.Cues, s.Low) {
				found = append(found, s.Pieces())
			}
		}
		if len(found) > 0 {
			aligned = append(aligned, thread.Aligned{QuestionID: q.ID, Message: aligned[i].Message,
				Method: thread.ByParent, Paragraphs: found, Score: contentScore})
		}
	}
	return aligned
}

func has(as []thread.Aligned, id string) bool {
	return slices.ContainsFunc(as, func(a thread.Aligned) bool { return a.QuestionID == id })
}

func sentencesOf(t *thread.Thread, paragraphs [][]thread.Span) []thread.View {
	var out []thread.View
	for _, p := range paragraphs {
		out = append(out, t.NewView(p...).Sentences()...)
	}
	return out
}
