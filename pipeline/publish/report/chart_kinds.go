package report

import (
	"fmt"
	"slices"
	"strings"
)

// chartOf draws some rows of a summary in the way that its columns allow; nil
// where they allow none.
func (d *data) chartOf(title string, rows []figureRow) *chart {
	if len(rows) == 0 {
		return nil
	}
	f := rows[0].figures
	if f.has("low", "high") { // a row that is given no share has no bar
		rows = slices.DeleteFunc(slices.Clone(rows), func(r figureRow) bool { return mustCell(r, "high") == nil })
	}
	if len(rows) == 0 || len(rows) > maxRows {
		return nil
	}
	c := &chart{ID: fmt.Sprintf("c%d", slices.Index(d.Figures, f)), Title: title}
	switch {
	case f.has("n", "answered", "applicable", "share", "low", "high"):
		d.bounds(c, rows)
	case f.has("shortest", "median", "ninth_decile", "longest"):
		d.spread(c, rows)
	case f.has("sent") && len(statusColumns(f)) > 2:
		d.stacked(c, rows)
	default:
		return nil
	}
	return c.place()
}

// bounds draws each share between its bounds: solid is certain, hatched is what
// the unknown could add, the tick is the share among those who answered.
func (d *data) bounds(c *chart, rows []figureRow) {
	c.Desc = "A bar for each row. The solid part is the lower bound, if all whose answer is unknown were otherwise. " +
		"The hatched part reaches to the upper bound, if all of them were so. The upright line is the share among those who answered; few says that fewer than ten did. The table has the same figures."
	c.Legend = []legendItem{{Fill: "solid", Text: "certain: lower bound"}, {Fill: "open", Text: "unknown: up to the upper bound"}, {Text: "share of those who answered"}}
	c.Ticks = percentTicks()
	d.label(c, rows, func(r figureRow, b *bar) {
		low, high := across(r.number("low"), 100), across(r.number("high"), 100)
		b.Segments = []segment{{X: 0, W: low, Fill: "solid"}, {X: low, W: round(high - low), Fill: "open"}}
		b.Value = fmt.Sprintf("%v of %v", show(mustCell(r, "n")), show(mustCell(r, "answered")))
		if share := mustCell(r, "share"); share != nil {
			b.Marker = across(r.number("share"), 100)
			b.Value += fmt.Sprintf(" (%s %%)", show(share))
		}
		if r.Small() {
			b.Value += ", few"
		}
	})
}

// spread draws the range of a distribution from the shortest to the longest,
// solid up to the median, with a tick at the ninth decile.
func (d *data) spread(c *chart, rows []figureRow) {
	c.Desc = "A bar for each row from the shortest to the longest, solid up to the median; the upright line is the ninth decile. The table has the same figures."
	c.Legend = []legendItem{{Fill: "solid", Text: "shortest to median"}, {Fill: "open", Text: "median to longest"}, {Text: "ninth decile"}}
	longest := 1.0
	for _, r := range rows {
		longest = max(longest, r.number("longest"))
	}
	c.Ticks = []tick{{0, "0"}, {chartWidth, fmt.Sprint(longest)}}
	d.label(c, rows, func(r figureRow, b *bar) {
		from, middle, to := across(r.number("shortest"), longest), across(r.number("median"), longest), across(r.number("longest"), longest)
		b.Segments = []segment{{X: from, W: round(max(middle-from, 2)), Fill: "solid"}, {X: middle, W: round(to - middle), Fill: "open"}}
		b.Marker = across(r.number("ninth_decile"), longest)
		b.Value = fmt.Sprintf("median %s of %s", show(mustCell(r, "median")), show(mustCell(r, "answered")))
	})
}

// stacked draws how the requests sent divide over statuses.
func (d *data) stacked(c *chart, rows []figureRow) {
	columns := statusColumns(rows[0].figures)
	c.Desc = "A bar for each row, as long as the requests sent, divided by status. The numbers are counts. The table has the same figures."
	for _, s := range columns {
		c.Legend = append(c.Legend, legendItem{Fill: fillOf(s.Code), Text: s.Word})
	}
	c.Ticks = percentTicks()
	d.label(c, rows, func(r figureRow, b *bar) {
		at := 0.0
		for _, s := range columns {
			w := across(r.number(s.Code), r.number("sent"))
			if w > 0 {
				count := show(mustCell(r, s.Code))
				b.Segments = append(b.Segments, segment{X: round(at), W: w, Fill: fillOf(s.Code), Text: count, Title: s.Word + ": " + count})
			}
			at += w
		}
		b.Value = "of " + show(mustCell(r, "sent"))
	})
}

// mustCell is a value of a column that is known to be there.
func mustCell(r figureRow, column string) any {
	v, _ := r.Cell(column)
	return v
}

// fillOf is the pattern of a status; that of a value given is solid.
func fillOf(code string) string {
	if code == "answered" || code == "stated" {
		return "solid"
	}
	return code
}

// statusColumns are the columns of counts by status, in the order of the legend.
func statusColumns(f *figures) []status {
	var found []status
	for _, c := range f.Columns {
		s, err := statusOf(c)
		if err != nil {
			s, err = outcomeOf(c)
		}
		if err == nil {
			found = append(found, s)
		}
	}
	return found
}

// label adds a bar for each row, named after its columns of text. The first of
// these is a heading where rows share it.
func (d *data) label(c *chart, rows []figureRow, fill func(figureRow, *bar)) {
	names := labelColumns(rows)
	heads := len(names) > 1
	last := ""
	for _, r := range rows {
		b := bar{Marker: -1}
		var parts []string
		for i, name := range names {
			text := d.name(name, show(mustCell(r, name)))
			switch {
			case i > 0 || !heads:
				if text != "" && !slices.Contains(parts, text) {
					parts = append(parts, text)
				}
			case text != last:
				b.Heading, last = cut(text, headLength), text
			}
		}
		fill(r, &b)
		b.Label = cut(strings.Join(parts, ", "), labelLength-len([]rune(b.Value)))
		c.Bars = append(c.Bars, b)
	}
}

// labelColumns are the columns before the first that holds numbers, without
// those that have the same text in all the rows.
func labelColumns(rows []figureRow) []string {
	f := rows[0].figures
	n := 0
	for n < len(f.Columns) && isText(f, n) {
		n++
	}
	names := slices.DeleteFunc(slices.Clone(f.Columns[:n]), func(c string) bool {
		return !slices.ContainsFunc(rows, func(r figureRow) bool { return mustCell(r, c) != mustCell(rows[0], c) })
	})
	if len(names) == 0 {
		return f.Columns[:max(n, 1)]
	}
	return names
}

// isText tells whether a column holds no value but text.
func isText(f *figures, column int) bool {
	for _, row := range f.Rows {
		if _, text := row[column].(string); !text && row[column] != nil {
			return false
		}
	}
	return true
}

// name puts a code into words, with the help of the codebook.
func (d *data) name(column, code string) string {
	switch column {
	case "question_id":
		if q := d.Codebook.Question(code); q != nil {
			return code + " " + q.Label
		}
	case "doc_type":
		for _, q := range d.Codebook.Leaves() {
			if q.Document == code {
				return q.Label
			}
		}
	case "variable":
		for _, v := range d.Codebook.Variables {
			if v.Name == code {
				return v.Label
			}
		}
	}
	return words(code)
}
