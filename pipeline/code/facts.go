package code

import (
	"cmp"
	"slices"
	"strconv"
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
	recipients := newRecipientIndex(c.ref.Recipients)
	c.retentionRows()
	c.disclosureRows(sessions, recipients)
	c.usageRows(sessions, recipients)
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

// running is a stretch of reply to be read as one text.
type running struct {
	view thread.View
	leaf string
}

// texts are the running texts of the answers that feed a table, each once; or,
// where these say nothing that find can use, all others.
func (c *coder) texts(table string, find func(running) bool) {
	seen := map[thread.Span]bool{}
	found := false
	read := func(a *answer) {
		if a.Disposition == refused || a.Disposition == ncnd {
			return
		}
		for _, run := range thread.Runs(a.Spans) {
			if !seen[run[0]] {
				seen[run[0]] = true
				found = find(running{c.t.NewView(run...), a.QuestionID}) || found
			}
		}
	}
	c.each(func(a *answer) {
		if slices.Contains(a.leaf.Feeds, table) {
			read(a)
		}
	})
	if found {
		return
	}
	c.each(func(a *answer) {
		if !slices.Contains(a.leaf.Feeds, table) {
			read(a)
		}
	})
}

func (c *coder) retentionRows() {
	c.texts("retention", func(r running) bool {
		hits := findRetention(r.view.Text)
		for _, h := range hits {
			c.addRetention(h, r)
		}
		return len(hits) > 0
	})
}

func (c *coder) addRetention(h retentionHit, r running) {
	h.QuestionID = r.leaf
	same := func(x thread.Retention) bool {
		return x.Kind == h.Kind && x.Period == h.Period && x.PeriodMin == h.PeriodMin && x.Trigger == h.Trigger && x.Scope == h.Scope
	}
	if slices.ContainsFunc(c.out.Retention, same) {
		return
	}
	if h.Text == "" {
		h.Text = r.view.Text[h.Start:h.End]
	}
	c.out.Retention = append(c.out.Retention, h.Retention)
	c.prove("retention_periods", strconv.Itoa(len(c.out.Retention)), "period", cmp.Or(h.Period, h.Kind), "retention: "+h.Rule, r.view.Span(h.Start, h.End))
}

func (c *coder) disclosureRows(s sessions, recipients recipientIndex) {
	add := func(h disclosureHit, span thread.Span) {
		for _, d := range c.out.Disclosures {
			if d == h.Disclosure {
				return
			}
		}
		c.out.Disclosures = append(c.out.Disclosures, h.Disclosure)
		c.prove("disclosures", strconv.Itoa(len(c.out.Disclosures)), "recipient", h.Recipient, "disclosure: "+h.Rule, span)
	}
	a := c.under("disclosures")
	if a == nil || a.Disposition == refused || a.Disposition == ncnd {
		return
	}
	for _, run := range thread.Runs(a.Spans) {
		v := c.t.NewView(run...)
		for _, h := range findDisclosures(v.Text, recipients, s) {
			add(h, v.Span(h.Start, h.End))
		}
	}
	c.tables(a, func(ref thread.TextRef, text string, base int) {
		for _, h := range tableDisclosures(text, s, recipients) {
			add(h, thread.Span{Ref: ref, Start: base + h.Start, End: base + h.End})
		}
	})
}

func (c *coder) usageRows(s sessions, recipients recipientIndex) {
	add := func(h usageHit, span thread.Span) {
		if slices.Contains(c.out.Usage, h.Usage) {
			return
		}
		c.out.Usage = append(c.out.Usage, h.Usage)
		c.prove("usage", strconv.Itoa(len(c.out.Usage)), "count", strconv.FormatInt(h.Count.N, 10), "usage: "+h.Rule, span)
	}
	a := c.under("usage")
	if a == nil || a.Disposition == refused || a.Disposition == ncnd {
		return
	}
	c.tables(a, func(ref thread.TextRef, text string, base int) {
		for _, h := range tableUsage(text, s, recipients) {
			add(h, thread.Span{Ref: ref, Start: base + h.Start, End: base + h.End})
		}
	})
	for _, run := range thread.Runs(a.Spans) {
		v := c.t.NewView(run...)
		for _, h := range findUsage(v.Text, s) {
			add(h, v.Span(h.Start, h.End))
		}
	}
}

// tables hands on the stored texts in which figures for an answer can stand:
// its own spans as they are written, and the figures attached to its message.
func (c *coder) tables(a *answer, read func(ref thread.TextRef, text string, base int)) {
	for _, run := range thread.Runs(a.Spans) {
		from, to := run[0].Start, run[len(run)-1].End
		ref := run[0].Ref
		read(ref, c.t.Text(ref)[from:to], from)
	}
	if a.aligned == nil {
		return
	}
	m := c.t.Messages[a.aligned.Message]
	for j, at := range m.Attachments {
		if at.Content == thread.ContentFigures {
			read(thread.TextRef{Message: a.aligned.Message, Attachment: j}, at.Text, 0)
		}
	}
}
