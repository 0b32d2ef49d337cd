package code

import (
	"slices"

	"roundrobin/pipeline/thread"
)

// Outcomes of a request (contract, table requests).
const (
	withdrawn     = "withdrawn"
	partlyRefused = "partly_refused"
)

// finish computes the outcome and the confidence, and hands the answers over
// with their evidence.
func (c *coder) finish() {
	c.out.Request.Outcome = c.outcome()
	if c.out.Request.Outcome == withdrawn {
		for name, v := range c.out.Practice {
			v.Status = withdrawn
			c.out.Practice[name] = v
		}
	}
	c.each(func(a *answer) {
		slices.Sort(a.Exemptions)
		a.Exemptions = slices.Compact(a.Exemptions)
		c.rate(a)
		c.doubtUnread(a)
		c.out.Answers = append(c.out.Answers, a.Answer)
		if a.Basis == stated {
			c.prove("answers", a.QuestionID, "disposition", a.Disposition, a.rule, a.evidence...)
			if a.Polarity != "" {
				c.prove("answers", a.QuestionID, "polarity", a.Polarity, "polarity of "+a.Disposition, a.evidence...)
			}
		}
	})
	slices.SortStableFunc(c.out.Exemptions, func(x, y thread.Exemption) int {
		return c.answers[x.QuestionID].leaf.Order - c.answers[y.QuestionID].leaf.Order
	})
}

// outcome sums up a request: withdrawn or silent, refused, held by nobody, or
// answered with or without something withheld.
func (c *coder) outcome() string {
	n := map[string]int{}
	c.each(func(a *answer) { n[a.Disposition]++ })
	withheld := n[refused] + n[ncnd]
	given := n[answered] + n[referred]
	switch {
	case !c.replied && c.isWithdrawn():
		return withdrawn
	case !c.replied:
		return noResponse
	case withheld > 0 && given+n[notHeld]+n[notApplicable] > 0:
		return partlyRefused
	case withheld > 0:
		return refused
	case n[notHeld] > 0 && given == 0:
		return notHeld
	}
	return answered
}

func (c *coder) isWithdrawn() bool {
	return slices.ContainsFunc(c.t.Messages, func(m thread.Message) bool { return m.Kind == thread.KindWithdrawal })
}

// rate estimates the chance that a disposition is right, from how the answer
// was aligned and how clearly it speaks, and says what a person should look at.
func (c *coder) rate(a *answer) {
	switch {
	case a.Basis == silent && a.Disposition == noResponse:
		a.Confidence = 0.97
		return
	case a.aligned == nil && a.Basis == stated:
		a.Confidence = 0.85
		return
	case a.aligned == nil:
		a.Confidence = 0.85
		if a.Disposition == notAddressed {
			a.Confidence = 0.7
			a.flag("a reply exists but nothing was found for this question")
		}
		return
	}
	a.Confidence = 0.6 + 0.38*a.aligned.Score
	c.doubt(a)
	a.Confidence = max(0.05, min(0.99, a.Confidence))
	if a.Confidence < reviewBelow && len(a.Review) == 0 {
		a.flag("few signals tie this answer to the question")
	}
}

// reviewBelow is the confidence under which a person should look. On the
// labelled threads a fifth to a quarter of the cells lies below it, and three
// quarters of the errors.
const reviewBelow = 0.87

func (a *answer) flag(why string) { a.Review = append(a.Review, why) }

// doubt lowers the confidence of an answer for each sign against it.
func (c *coder) doubt(a *answer) {
	kinds := map[class]bool{}
	for _, k := range a.classes {
		if k != neutral && k != reason {
			kinds[k] = true
		}
	}
	if len(kinds) > 1 {
		a.Confidence -= 0.12
		a.flag("the answer does several things at once")
	}
	if a.aligned.Method == thread.ByContent || a.aligned.Method == thread.ByParent {
		a.Confidence -= 0.1
		a.flag("matched by its content alone")
	}
	if a.leaf.YesNo && a.Disposition == answered && a.Polarity == "" {
		a.Confidence -= 0.15
		a.flag("no yes or no could be read")
	}
	if a.leaf.YesNo && a.Polarity != "" && len(a.parts) > 1 && !leadYes.MatchString(a.parts[0].Low) && !plainNo(a.parts[0].Low) {
		a.Confidence -= 0.08
		a.flag("yes or no was read from several sentences")
	}
	if (a.Disposition == refused || a.Disposition == ncnd) && len(a.Exemptions) == 0 {
		a.Confidence -= 0.2
		a.flag("refused without a section")
	}
	if len(kinds) == 0 {
		a.Confidence -= 0.2
		a.flag("says nothing that could be classed")
	}
}
