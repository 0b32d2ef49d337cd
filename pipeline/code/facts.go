package code

import (
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// facts fills the tables beside the practice.
func (c *coder) facts() {
	c.pointers()
	c.documents()
	if !c.replied {
		return
	}
	sessions := c.sessions()
	c.retentionRows()
	c.disclosureRows(sessions)
	c.usageRows(sessions)
}

// sessions reads what the reply says of its years.
func (c *coder) sessions() sessions {
	var text strings.Builder
	for _, m := range c.t.Messages {
		if m.Direction != thread.Received {
			continue
		}
		text.WriteString(m.Text + "\n")
		for _, a := range m.Attachments {
			text.WriteString(a.Text + "\n")
		}
	}
	c.each(func(a *answer) { // once more without the page furniture that can part a definition
		for _, run := range c.stretches(a.Spans) {
			text.WriteString(c.t.NewView(run...).Text + "\n")
		}
	})
	return readSessions(text.String(), c.out.Request.RespondedOn)
}

// pointers resolves what a pointer names: other leaves ("see 3(b)", "as
// above") or a link.
func (c *coder) pointers() {
	c.each(func(a *answer) {
		if a.Disposition != referred {
			return
		}
		low := a.low()
		for _, r := range thread.References(low) {
			a.RefersTo = append(a.RefersTo, c.leavesIn(a, r)...)
		}
		if len(a.RefersTo) == 0 && (strings.Contains(low, "above") || strings.HasPrefix(low, "as ") || strings.HasPrefix(low, "same") || strings.HasPrefix(low, "ditto")) {
			if p := c.answeredBefore(a); p != "" {
				a.RefersTo = []string{p}
			}
		}
		slices.Sort(a.RefersTo)
		a.RefersTo = slices.Compact(a.RefersTo)
	})
}

// leavesIn are the leaves that a reference names; a bare letter belongs to the
// question at hand.
func (c *coder) leavesIn(a *answer, r thread.Range) []string {
	if r.From.Num == 0 && a.leaf.Parent != nil {
		r.From.Num, r.To.Num = a.leaf.Parent.Number, a.leaf.Parent.Number
	}
	var out []string
	for _, q := range c.cb.Leaves() {
		probe := &answer{leaf: q}
		if q != a.leaf && c.within(probe, r) && (r.From != r.To || r.From.Sub > 0 || q.Parent == nil || q.Parent.Heading) {
			out = append(out, q.ID)
		}
	}
	return out
}

// answeredBefore is the nearest leaf before one that is not itself a pointer.
func (c *coder) answeredBefore(a *answer) string {
	leaves := c.cb.Leaves()
	for i := a.leaf.Order - 1; i >= 0; i-- {
		if b := c.answers[leaves[i].ID]; b.Basis == stated {
			return b.QuestionID
		}
	}
	return ""
}
