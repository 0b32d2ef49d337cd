package code

import (
	"slices"

	"roundrobin/pipeline/thread"
)

// cite collects the exemptions that an answer applies.
func (c *coder) cite(a *answer) {
	if a.Disposition == notAddressed || len(a.Exemptions) > 0 {
		return
	}
	for _, s := range a.parts {
		for _, h := range c.ref.findExemptions(s.Text, c.scottish) {
			c.citeHit(a, h, s)
		}
	}
	for _, elsewhere := range []func(*answer){c.citePointed, c.citeExplained, c.citeNotice} {
		if len(a.Exemptions) == 0 {
			elsewhere(a)
		}
	}
}

// citedGround is a provision found, and its place.
type citedGround struct {
	exemptionHit
	span thread.Span
}

// inherit gives a refusal "for the same reasons as under question 2" the
// grounds of that answer.
func (c *coder) inherit(a *answer) {
	if b := c.sameAsBefore(a); b != nil && len(a.Exemptions) == 0 {
		a.set(b.Disposition, stated, "repeats the answer before it")
		for _, g := range b.grounds {
			c.citeAt(a, g.exemptionHit, g.span)
		}
		return
	}
	if len(a.Exemptions) > 0 || !withholds(a) {
		return
	}
	for _, r := range thread.References(a.low()) {
		for _, q := range c.cb.Leaves() {
			b := c.answers[q.ID]
			if b == a || len(b.grounds) == 0 || !c.within(b, r) {
				continue
			}
			for _, g := range b.grounds {
				c.citeAt(a, g.exemptionHit, g.span)
			}
			return
		}
	}
	for _, g := range c.groundsBefore(a) {
		c.citeAt(a, g.exemptionHit, g.span)
	}
}

func (c *coder) citeHit(a *answer, h exemptionHit, s sentence) {
	c.citeAt(a, h, s.Span(h.Start, h.End))
}

// citeAt notes that an answer cites a provision.
func (c *coder) citeAt(a *answer, h exemptionHit, span thread.Span) {
	if c.isGivenUp(a.QuestionID, h, span) {
		return
	}
	a.grounds = append(a.grounds, citedGround{h, span})
	law := h.lawCode()
	row := thread.Exemption{QuestionID: a.QuestionID, Law: law, Section: h.Section, Subsection: h.Subsection, Applied: h.cited()}
	key := a.QuestionID + "/" + law + "/" + h.Section
	for i := range c.out.Exemptions {
		if e := &c.out.Exemptions[i]; e.QuestionID == row.QuestionID && e.Law == row.Law && e.Section == row.Section {
			e.Applied = e.Applied || row.Applied
			if e.Subsection == "" {
				e.Subsection = row.Subsection
			}
			row.QuestionID = ""
		}
	}
	if row.QuestionID != "" {
		c.out.Exemptions = append(c.out.Exemptions, row)
	}
	c.prove("exemptions", key, "section", h.Section, "section cited", span)
	if h.cited() {
		a.Exemptions = addCitation(a.Exemptions, h)
	}
}

// citeNotice takes the ground of a refusal that names none from the letter's
// refusal notice, where that names the question or where only one ground is
// applied at all.
func (c *coder) citeNotice(a *answer) {
	if !withholds(a) {
		return
	}
	var applied []exemptionHit
	var from []sentence
	for _, s := range append(slices.Clone(c.notices), c.reply...) {
		named := slices.ContainsFunc(thread.References(s.Low), func(r thread.Range) bool { return c.within(a, r) })
		for _, h := range c.ref.findExemptions(s.Text, c.scottish) {
			if named {
				c.citeHit(a, h, s)
			} else if h.Applied && !accessibleNotice(h) && !notHeldNotice(h) {
				applied, from = append(applied, h), append(from, s)
			}
		}
	}
	if len(a.Exemptions) > 0 || len(applied) == 0 {
		return
	}
	for _, h := range applied[1:] {
		if h.String() != applied[0].String() {
			return
		}
	}
	c.citeHit(a, applied[0], from[0])
}

// within tells whether a reference in the text takes in a leaf.
func (c *coder) within(a *answer, r thread.Range) bool {
	top, sub := a.leaf, 0
	if top.Parent != nil {
		sub, top = top.Number, top.Parent
	}
	after := top.Number > r.From.Num || top.Number == r.From.Num && (sub >= r.From.Sub || r.From.Sub == 0)
	before := top.Number < r.To.Num || top.Number == r.To.Num && (sub <= r.To.Sub || r.To.Sub == 0)
	return r.From.Num > 0 && after && before
}
