package code

import "slices"

// route excuses the silent leaves whose parent, or failing an answer of its
// own the reply as a whole, is a plain no (or, for a question that applies
// where there is none, a plain yes). Where the parent is unknown nobody knows
// whether the sub-question applies: it is never routed.
func (c *coder) route() {
	c.each(func(a *answer) {
		r := a.leaf.AppliesIf
		if a.Disposition != notAddressed || r == nil {
			return
		}
		parent := c.answers[r.Question]
		polarity := parent.Polarity
		if polarity == "" {
			polarity = c.overall(r.Variable, parent)
		}
		if polarity == r.Unless {
			a.set(notApplicable, routed, "routed by "+r.Question)
		}
	})
}

// overall is what the whole reply says of a variable that routes.
func (c *coder) overall(variable string, parent *answer) string {
	if parent.Disposition == refused || parent.Disposition == ncnd {
		return ""
	}
	switch variable {
	case "monitors_students":
		return c.monitorsOverall()
	case "software_used":
		return c.softwareOverall()
	}
	return ""
}

// monitorsOverall is monitors_students: the item's own answer, else what the
// whole reply says.
func (c *coder) monitorsOverall() string {
	if a := c.under("monitors_students"); a != nil && a.Polarity != "" {
		return a.Polarity
	}
	k := c.claims
	switch {
	case len(k.affirmation) > 0 && len(k.denial) == 0:
		return yes
	case len(k.denial) > 0 && len(k.affirmation) == 0:
		if together(k.denial, k.review) || together(k.denial, k.listening) {
			return qualified
		}
		return no
	case len(k.review)+len(k.listening) > 0:
		return qualified
	}
	return ""
}

// together tells whether two kinds of claim stand in the same answer.
func together(a, b []sentence) bool {
	for _, x := range a {
		for _, y := range b {
			if x.message == y.message && sharesLeaf(x.own, y.own) {
				return true
			}
		}
	}
	return false
}

func sharesLeaf(a, b []string) bool {
	return len(a) == 0 && len(b) == 0 || slices.ContainsFunc(a, func(id string) bool { return slices.Contains(b, id) })
}

// softwareOverall is software_used: the item's own answer, else the products
// found and the denials made elsewhere in the reply.
func (c *coder) softwareOverall() string {
	if a := c.under("software_used"); a != nil && a.Polarity != "" {
		if a.Polarity == qualified {
			return yes
		}
		if a.Polarity == no && c.watching() {
			return yes
		}
		return a.Polarity
	}
	switch {
	case c.watching():
		return yes
	case len(c.softwareDenials()) > 0:
		return no
	}
	return ""
}

// watching tells whether a product is in use for monitoring or listening.
func (c *coder) watching() bool {
	for _, s := range c.out.Software {
		if s.Status == softwareUsed && (s.Use == useListening || s.Use == useStudents) {
			return true
		}
	}
	return false
}
