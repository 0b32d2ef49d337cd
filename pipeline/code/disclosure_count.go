package code

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// recipientCount is a recipient with one of its counts, as indexes; -1 for none.
type recipientCount struct{ recipient, count int }

// preferTimes drops counts of things where the clause also says how often:
// "on one occasion two screenshots were handed over" is one.
func preferTimes(text string, counts []countHit) []countHit {
	return slices.DeleteFunc(slices.Clone(counts), func(c countHit) bool {
		return !c.Times && c.N > 0 && slices.ContainsFunc(counts, func(o countHit) bool {
			lo, hi := min(c.Start, o.Start), max(c.End, o.End)
			return o.Times && !strings.Contains(text[lo:hi], " and ") && !strings.Contains(text[lo:hi], ";")
		})
	})
}

// inAllCases is a whole that everyone of was passed on: "in all nine matters".
var inAllCases = regexp.MustCompile(`(?i)\b(?:in|from|after) all (?:of (?:the|these|those) )?$`)

// clauseBorder parts the members of a list of recipients.
var clauseBorder = regexp.MustCompile(`(?i)[;] |, (?:and |but |while )?| (?:and|but|while) `)

// aside is a remark in brackets, or between commas on what a recipient is, which
// puts nothing at a distance.
var aside = regexp.MustCompile(`\([^()\d]*\)|, which (?:is|are) [^,;.:\d]*,`)

// shareCounts gives each recipient its counts. A count belongs to the nearest
// recipient, a border of clauses between them counting for distance; a
// recipient without a count of its own stands once with none.
func shareCounts(text string, named []recipientHit, counts []countHit) []recipientCount {
	var out []recipientCount
	owner := make([]int, len(counts))
	for i, c := range counts {
		best, least := inOrder(text, named, counts, i), 0
		for j, n := range named {
			if best >= 0 && least == 0 {
				break // settled by the order
			}
			if apart(text, named, c, n) {
				continue
			}
			lo, hi := min(c.End, n.End), max(c.Start, n.Start)
			between := aside.ReplaceAllString(text[lo:hi], "")
			gap := len(between) + 40*len(clauseBorder.FindAllString(between, -1))
			for k, o := range named { // another recipient in between
				if k != j && o.Start >= lo && o.End <= hi {
					gap += 200
				}
			}
			if best < 0 || gap < least {
				best, least = j, gap
			}
		}
		owner[i] = best
	}
	for j := range named {
		had := false
		for i, c := range counts {
			if owner[i] != j && eachWord.MatchString(text[c.End:]) {
				out, had = append(out, recipientCount{j, i}), true
			}
		}
		for i, o := range owner {
			if o == j {
				out, had = append(out, recipientCount{j, i}), true
			}
		}
		if !had {
			out = append(out, recipientCount{j, listCount(text, named, counts, owner, j)})
		}
	}
	return out
}

// apart tells whether a semicolon parts a count from a recipient while the part
// of the count names recipients of its own.
func apart(text string, named []recipientHit, c countHit, n recipientHit) bool {
	from, to := partOf(text, c.Start)
	inside := func(n recipientHit) bool { return n.Start >= from && n.End <= to }
	return !inside(n) && slices.ContainsFunc(named, inside)
}

// partOf is the part of text between semicolons that byte at stands in.
func partOf(text string, at int) (from, to int) {
	from, to = strings.LastIndexByte(text[:at], ';')+1, len(text)
	if i := strings.IndexByte(text[at:], ';'); i >= 0 {
		to = at + i
	}
	return from, to
}

// inOrder is the recipient of count i where recipients and counts of its part of
// the sentence take turns, -1 where they do not: "the Panel has had copies 38
// times and another university once", however much stands in between.
func inOrder(text string, named []recipientHit, counts []countHit, i int) int {
	from, to := partOf(text, counts[i].Start)
	var ns, cs []int
	for j, n := range named {
		if n.Start >= from && n.End <= to {
			ns = append(ns, j)
		}
	}
	for k, c := range counts {
		if c.Start >= from && c.End <= to {
			cs = append(cs, k)
		}
	}
	if len(ns) < 2 || len(ns) != len(cs) {
		return -1
	}
	ahead := named[ns[0]].Start < counts[cs[0]].Start
	for k := range ns {
		first, second := named[ns[k]].Start, counts[cs[k]].Start
		if !ahead {
			first, second = second, first
		}
		if first > second || k > 0 && first < max(named[ns[k-1]].Start, counts[cs[k-1]].Start) {
			return -1
		}
	}
	return ns[slices.Index(cs, i)]
}

// eachWord follows a count that every recipient of the list has: "fewer than five
// each to the panel and to the police".
var eachWord = regexp.MustCompile(`(?i)^ (?:each|apiece)\b`)

func sharedEach(text string) bool {
	return slices.ContainsFunc(findCounts(text), func(c countHit) bool { return eachWord.MatchString(text[c.End:]) })
}

// listCount is the count that a list shares: zero behind it ("HESA, OfS: nil"), or any
// ahead of "both".
func listCount(text string, named []recipientHit, counts []countHit, owner []int, j int) int {
	for i, c := range counts {
		if o := owner[i]; o >= 0 && o < j && c.End < named[o].Start && bothWord.MatchString(text[:named[o].Start]) && listBetween(text, named, o, j) {
			return i
		}
		if c.N == 0 && owner[i] > j && c.Start > named[j].End && !strings.ContainsAny(text[named[j].End:c.Start], ";.") && owner[i] >= 0 && listBetween(text, named, j, owner[i]) {
			return i
		}
	}
	return -1
}

// bothWord opens a list whose members share the count ahead of it: "eight reports went
// both to the police and to the panel".
var bothWord = regexp.MustCompile(`(?i)\bboth(?: to| with| by)?(?: the| our)? $`)

// listEnd is where the list that recipient j stands in ends: "the SLC and HESA
// have never been sent anything" denies both.
func listEnd(text string, named []recipientHit, j int) int {
	for j+1 < len(named) && listGlue.MatchString(text[named[j].End:named[j+1].Start]) {
		j++
	}
	return named[j].End
}

// listBetween tells whether recipients j to k follow each other with nothing
// but list words between them.
func listBetween(text string, named []recipientHit, j, k int) bool {
	for ; j < k; j++ {
		if !listGlue.MatchString(text[named[j].End:named[j+1].Start]) {
			return false
		}
	}
	return true
}

var listGlue = regexp.MustCompile(`(?i)^(?: ?,| and| or| nor| the| to| our| ?/| &)*(?: the)? ?$`)

// nearPeriod is the period of a count: the nearest that no other count stands
// before.
func nearPeriod(text string, at int, periods []periodHit, counts []countHit) thread.Period {
	best, least := thread.Period{}, -1
	for _, p := range periods {
		lo, hi := min(at, p.End), max(at, p.Start)
		gap := hi - lo + 60*len(clauseBorder.FindAllString(text[lo:hi], -1))
		for _, c := range counts {
			if c.Start > lo && c.Start < hi && c.Start != at {
				gap += 500
			}
		}
		if strings.Contains(text[lo:hi], ";") {
			gap += 500
		}
		if gap < 500 && (least < 0 || gap < least) {
			best, least = p.Period, gap
		}
	}
	return best
}
