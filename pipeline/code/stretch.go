package code

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// stretches groups the spans of an answer that are read as one text: those with
// nothing between them but page furniture. Where departments answer one after
// the other, the answers to other questions part them.
func (c *coder) stretches(spans []thread.Span) [][]thread.Span {
	var out [][]thread.Span
	for _, run := range thread.Runs(spans) {
		from := 0
		for i := 1; i < len(run); i++ {
			if c.parted(run[i-1], run[i]) {
				out = append(out, run[from:i])
				from = i
			}
		}
		out = append(out, run[from:])
	}
	return out
}

// parted tells whether the answer to a question stands between two spans.
func (c *coder) parted(a, b thread.Span) bool {
	return slices.ContainsFunc(c.reply, func(s sentence) bool {
		at := s.All()
		return at.Ref == a.Ref && at.Start >= a.End && at.End <= b.Start && len(s.own) > 0
	})
}

// tables hands on the stored texts in which figures for an answer can stand:
// its own stretches as they are written, and the figures attached to its message.
func (c *coder) tables(a *answer, read func(ref thread.TextRef, text string, base int)) {
	for _, run := range c.stretches(a.Spans) {
		from, to := run[0].Start, run[len(run)-1].End
		ref := run[0].Ref
		text := c.t.Text(ref)
		read(ref, text[from:tableEnd(text, to)], from)
	}
	if a.aligned == nil || len(a.Spans) == 0 {
		return
	}
	if len(a.Spans) > 0 && seeTable.MatchString(a.low()) { // a label may stand with nothing behind it
		last := a.Spans[len(a.Spans)-1]
		text := c.t.Text(last.Ref)
		read(last.Ref, text[last.End:], last.End)
	}
	m := c.t.Messages[a.aligned.Message]
	for j, at := range m.Attachments {
		if at.Content == thread.ContentFigures {
			read(thread.TextRef{Message: a.aligned.Message, Attachment: j}, at.Text, 0)
		}
	}
}

// strayed are the sentences of other answers that stand in a paragraph of a, from
// its first words on. In running prose a sentence is easily given to a question
// that shares a word with it ("a placement provider", "the Loans Company").
func (c *coder) strayed(a *answer) []thread.View {
	var out []thread.View
	for _, run := range c.stretches(a.Spans) {
		out = append(out, c.others(a, run, run[0].Start)...)
	}
	return out
}

// besideAnswer are the sentences of other answers, or of none, that stand in a
// paragraph of a, before its first words too.
func (c *coder) besideAnswer(a *answer) []thread.View {
	var out []thread.View
	for _, run := range c.stretches(a.Spans) {
		from := 0
		if m := blankLine.FindAllStringIndex(c.t.Text(run[0].Ref)[:run[0].Start], -1); m != nil {
			from = m[len(m)-1][1]
		}
		out = append(out, c.others(a, run, from)...)
	}
	return out
}

// others are the sentences outside a from byte from to the end of the paragraph
// that run ends in.
func (c *coder) others(a *answer, run []thread.Span, from int) []thread.View {
	ref, last := run[0].Ref, run[len(run)-1]
	text := c.t.Text(ref)
	end := len(text)
	if m := blankLine.FindStringIndex(text[last.End:]); m != nil {
		end = last.End + m[0]
	}
	var out []thread.View
	for _, s := range c.reply {
		at := s.All()
		if at.Ref == ref && at.Start >= from && at.End <= end && !overlapsAny(at, a.Spans) {
			out = append(out, s.View)
		}
	}
	return out
}

// overlapsAny tells whether s overlaps one of spans.
func overlapsAny(s thread.Span, spans []thread.Span) bool {
	return slices.ContainsFunc(spans, func(o thread.Span) bool {
		return o.Ref == s.Ref && o.Start < s.End && s.Start < o.End
	})
}

// blankLine ends a paragraph.
var blankLine = regexp.MustCompile(`\n[ \t]*\r?\n`)

// seeTable points to a table that stands further on in the same text.
var seeTable = regexp.MustCompile(`\b(?:see|refer to|given in|shown in|set out in|are in|is in)(?: the)? (?:[a-z]+ ){0,2}table\b`)

// prose is what an answer says beside its tables: the lines of the cells that
// figures were read from, and the header above them, are left out and part the
// text, or each figure would be read twice.
func (c *coder) prose(a *answer, cells []thread.Span) []thread.View {
	var out []thread.View
	for _, run := range c.stretches(a.Spans) {
		out = append(out, c.beside(run, cells)...)
	}
	return out
}

// beside is the text of one stretch beside the lines of cells.
func (c *coder) beside(run, cells []thread.Span) []thread.View {
	lines := c.tableLines(cells)
	var out []thread.View
	var left []thread.Span
	for _, s := range run {
		for _, p := range without(s, lines) {
			if n := len(left); n > 0 && slices.ContainsFunc(lines, func(l thread.Span) bool {
				return l.Ref == p.Ref && l.Start >= left[n-1].End && l.End <= p.Start
			}) {
				out = append(out, c.t.NewView(left...))
				left = nil
			}
			left = append(left, p)
		}
	}
	if len(left) > 0 {
		out = append(out, c.t.NewView(left...))
	}
	return out
}

// tableLines are the lines that hold cells, each with the rows above it.
func (c *coder) tableLines(cells []thread.Span) []thread.Span {
	var out []thread.Span
	for _, cell := range cells {
		text := c.t.Text(cell.Ref)
		end := len(text)
		if n := strings.IndexByte(text[cell.End:], '\n'); n >= 0 {
			end = cell.End + n
		}
		out = append(out, thread.Span{Ref: cell.Ref, Start: headerAbove(text, strings.LastIndexByte(text[:cell.Start], '\n')+1), End: end})
	}
	return out
}

// without takes lines out of a span.
func without(s thread.Span, lines []thread.Span) []thread.Span {
	var out []thread.Span
	for _, l := range lines {
		if l.Ref != s.Ref || l.End <= s.Start || l.Start >= s.End {
			continue
		}
		if l.Start > s.Start {
			out = append(out, thread.Span{Ref: s.Ref, Start: s.Start, End: l.Start})
		}
		s.Start = min(l.End, s.End)
	}
	if s.Start < s.End {
		out = append(out, s)
	}
	return out
}

// headerAbove is where the row of a table that begins at byte line begins with
// the rows above it that have cells too.
func headerAbove(text string, line int) int {
	for line > 0 {
		before := strings.LastIndexByte(text[:line-1], '\n') + 1
		cells := splitCells(text[before:line], before)
		prose := slices.ContainsFunc(cells, func(c tableCell) bool { return len(strings.Fields(c.Text)) > 8 })
		if len(cells) < 2 || prose {
			break
		}
		line = before
	}
	return line
}
