package code

import (
	"regexp"

	"roundrobin/pipeline/thread"
)

// A later letter may put a figure right without giving the answer afresh: "the
// figure for 2019 should have been 27, and not 22". The answer then stays what it
// was but for that figure.

// correction is a figure put right: what was written and what it is, with the
// time that the sentence names, if any.
type correction struct {
	was, is thread.Count
	period  thread.Period
	text    string
	at      thread.Span
}

// readCorrection reads a sentence that puts a figure right.
func readCorrection(text string, s sessions) (correction, bool) {
	periods := findPeriods(text, s)
	counts := outsidePeriods(findCounts(text), periods)
	for i := range counts {
		for _, j := range []int{i - 1, i + 1} {
			if j < 0 || j >= len(counts) {
				continue
			}
			if wrong, right := counts[i], counts[j]; takenBack(text, wrong, right) {
				x := correction{was: wrong.Count, is: right.Count, text: text}
				if len(periods) == 1 {
					x.period = periods[0].Period
				}
				return x, true
			}
		}
	}
	return correction{}, false
}

// takenBack tells whether text puts the figure right in the place of wrong.
func takenBack(text string, wrong, right countHit) bool {
	if right.Start < wrong.Start {
		return insteadOf.MatchString(text[:wrong.Start])
	}
	return wrongHead.MatchString(text[:wrong.Start]) && rightLead.MatchString(text[wrong.End:right.Start])
}

var (
	// insteadOf heads the number that a correction takes back: "should have been 17
	// and not 14".
	insteadOf = regexp.MustCompile(`(?i)\b(?:please (?:read|substitute)|(?:should|ought to|must)(?: \w+ly)? (?:be|have been|read|have read|say|have said|have stood)|(?:is|was|reads?)(?: now)? (?:really|actually|in fact|rather|correctly|properly))\b[^.;]{0,60}\b(?:not|instead of|rather than|in place of)(?: (?:the|as|\w+ly))* $`)
	// wrongHead heads the wrong figure where it stands first, and rightLead stands
	// between it and the right one: "we gave 22, but it is 27", "for 22 read 27".
	wrongHead = regexp.MustCompile(`(?i)\b(?:for|gave|given as|stated as|shown as|printed as|put (?:it )?at|said|wrote|figure of|number of|total of|instead of|rather than|not|from)(?: (?:the|a|as|wrongly|you))* $`)
	rightLead = regexp.MustCompile(`(?i)^[^.]{0,80}?(?:,? (?:please )?(?:read|substitute)|\b(?:should|ought to)(?: \w+ly)? (?:be|have been|read|have read|say|have said)|\b(?:is|was)(?: hereby)? (?:corrected|amended|altered|changed|revised) to|(?:is|was) replaced (?:by|with)|\b(?:correct|right|true|actual|proper) (?:figure|number|total|count) (?:is|was|being)|\bbut (?:it )?(?:is|was|there were)(?: in fact)?)(?: (?:the|a))? $`)
)

// corrections are the figures that the replies put right after message from, or in
// answer a.
func (c *coder) corrections(a *answer, s sessions) []correction {
	var out []correction
	for _, v := range c.reply {
		if v.message < a.aligned.Message || v.message == a.aligned.Message && !overlapsAny(v.All(), a.Spans) {
			continue
		}
		if x, ok := readCorrection(v.Text, s); ok {
			x.at = v.All()
			out = append(out, x)
		}
	}
	return out
}

// applies tells whether x puts right a figure n that holds for p.
func (x correction) applies(n thread.Count, p thread.Period) bool {
	dated := !x.period.Start.IsZero() && !p.Start.IsZero()
	return n.N == x.was.N && (!dated || samePeriod(x.period, p) || x.period.Start.Equal(p.Start))
}
