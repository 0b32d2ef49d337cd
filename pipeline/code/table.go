package code

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// tableCell is one cell at bytes [Start, End) of the stored text.
type tableCell struct {
	Text       string
	Start, End int
}

// figureTable is a table read from lines: cells apart by tabs, by commas, or by
// two spaces and more. Title is the text right above it.
type figureTable struct {
	Title  string
	Header []tableCell
	Rows   [][]tableCell
}

// tableFigure is one number of a table with what its row and column say: Row
// holds the words of the row ahead of it, cell by cell.
type tableFigure struct {
	Row    []string
	Col    string
	Period thread.Period
	Count  thread.Count
	Cell   tableCell
}

// tableGap is how many lines (a page's footer, a break, a header) may stand
// between two rows of one table.
const tableGap = 7

// readTables reads the tables of a stored text, lines kept.
func readTables(text string) []figureTable {
	var out []figureTable
	var t figureTable
	var above []string
	width, gap, at := 0, 0, 0
	finish := func() {
		if len(t.Header)+len(t.Rows) > 1 && len(t.Rows) > 0 {
			out = append(out, t)
		}
		t, width, gap = figureTable{}, 0, 0
	}
	for line := range strings.SplitAfterSeq(text, "\n") {
		cells := splitCells(line, at)
		at += len(line)
		switch {
		case len(cells) >= 2 && t.wideHeader(cells):
			t.Header, width = fullCells(t.Header), len(cells)
			t.add(cells)
			gap = 0
		case len(cells) >= 2 && (len(cells) == width || width == 0 || t.aligned(cells)) && (gap == 0 || t.continues(cells)):
			if width == 0 {
				t.Title, width = strings.Join(above, " "), len(cells)
				above = nil
			}
			t.add(cells)
			gap = 0
		case width > 0 && gap < tableGap && !titleLine.MatchString(line) && !t.superseded(cells, gap):
			gap++
			above = titleLines(above, line)
		default:
			finish()
			above = titleLines(above, line)
			if len(cells) >= 2 {
				t.Title, width = strings.Join(above[:len(above)-1], " "), len(cells)
				above = nil
				t.add(cells)
			}
		}
	}
	finish()
	return out
}

// wideHeader tells whether t is so far a header with more tabs than its rows have,
// which leave empty cells in it.
func (t *figureTable) wideHeader(cells []tableCell) bool {
	return len(t.Rows) == 0 && len(t.Header) > len(cells) && len(fullCells(t.Header)) == len(cells)
}

// fullCells are the cells of a row that hold something.
func fullCells(row []tableCell) []tableCell {
	return slices.DeleteFunc(slices.Clone(row), func(c tableCell) bool { return c.Text == "" })
}

// superseded tells whether what was taken for t was a page's footer or a list: a
// table of another width begins before any figure has come.
func (t *figureTable) superseded(cells []tableCell, gap int) bool {
	return gap > 0 && len(cells) >= 2 && !slices.ContainsFunc(t.Rows, func(r []tableCell) bool { return hasFigure(r[1:]) })
}

var titleLine = regexp.MustCompile(`^Sheet: `)

// titleLines keeps the last few lines above a table, and more of them where they
// are one paragraph; a new sheet starts afresh.
func titleLines(above []string, line string) []string {
	line = strings.TrimSpace(line)
	if titleLine.MatchString(line) {
		return []string{line}
	}
	above = append(above, line)
	from := len(above)
	for from > 0 && above[from-1] == "" {
		from--
	}
	for from > max(0, len(above)-8) && above[from-1] != "" {
		from--
	}
	return above[max(0, min(from, len(above)-3)):]
}

// add takes a row; the first without a number is the header.
func (t *figureTable) add(cells []tableCell) {
	if t.Header == nil && len(t.Rows) == 0 && !hasFigure(cells[1:]) {
		t.Header = cells
		return
	}
	t.Rows = append(t.Rows, cells)
}

func hasFigure(cells []tableCell) bool {
	for _, c := range cells {
		if _, ok := cellCount(c.Text); ok {
			return true
		}
	}
	return false
}

// aligned tells whether a shorter row, with empty last cells, is part of t.
func (t *figureTable) aligned(cells []tableCell) bool {
	return len(t.Header) > len(cells) && len(t.Rows) > 0 && hasFigure(cells[1:])
}

// continues tells whether cells go on with t after a break: numbers beside a
// first cell of the same kind.
func (t *figureTable) continues(cells []tableCell) bool {
	if !hasFigure(cells[1:]) {
		return false
	}
	if len(t.Rows) == 0 {
		return len(t.Header) == len(cells)
	}
	first := findPeriods(t.Rows[0][0].Text, sessions{})
	return (len(first) > 0) == (len(findPeriods(cells[0].Text, sessions{})) > 0)
}

// tableEnd is where the table ends whose row byte end stands in or behind: rows
// that name the same kind of thing go on with it, whatever question they were tied to.
func tableEnd(text string, end int) int {
	start := strings.LastIndexByte(strings.TrimRight(text[:end], "\n"), '\n') + 1
	row := func(from, to int) (cells []tableCell, kind string) {
		cells = splitCells(text[from:to], from)
		switch {
		case len(cells) < 2 || !hasFigure(cells[1:]):
		case anyRecipient.known(cells[0].Text):
			kind = "recipient"
		case len(findPeriods(cells[0].Text, sessions{})) > 0:
			kind = "period"
		}
		return cells, kind
	}
	lineEnd := func(from int) int {
		if n := strings.IndexByte(text[from:], '\n'); n >= 0 {
			return from + n + 1
		}
		return len(text)
	}
	cells, kind := row(start, lineEnd(start))
	for at := lineEnd(start); kind != "" && at < len(text); at = lineEnd(at) {
		next, k := row(at, lineEnd(at))
		if k != kind || len(next) != len(cells) {
			break
		}
		end = lineEnd(at)
	}
	return end
}

var (
	wideGap = regexp.MustCompile(` {2,}|\|`)
	tabGap  = regexp.MustCompile(`\t`)
)

// neverCell is a word for zero that counts only in a cell.
var neverCell = regexp.MustCompile(`(?i)^(?:never|no)\.?$`)

var footMark = regexp.MustCompile(` ?(?:\*+|\[\w\]|†)$`)

// cellCount reads a cell that holds a number and nothing else. "n/a", a dash or
// words such as "not recorded" are no number.
func cellCount(s string) (thread.Count, bool) {
	s = strings.TrimSpace(footMark.ReplaceAllString(s, ""))
	if neverCell.MatchString(s) {
		return thread.Count{Known: true, Qualifier: "exact"}, true
	}
	hits := findCounts(s)
	if len(hits) != 1 || hits[0].Start != 0 || len(s)-hits[0].End > 1 && !cellRemark.MatchString(s[hits[0].End:]) {
		return thread.Count{}, false
	}
	return hits[0].Count, true
}

// cellRemark is a remark behind the number of a cell.
var cellRemark = regexp.MustCompile(`^(?:;| \(|, (?:the )?exact) ?[^\d]*(?:withheld|exempt|suppressed|s\.?\d|section)`)

var (
	totalRow  = regexp.MustCompile(`(?i)^(?:grand |overall )?(?:totals?|sum|overall)\b`)
	fromTitle = regexp.MustCompile(`(?i)^(?:from|start(?:ed|s)?(?: date)?|begin\w*)$`)
	toTitle   = regexp.MustCompile(`(?i)^(?:to|end(?:ed|s)?(?: date)?|until)$`)
)

// figures reads the numbers of t. Periods stand in the first column, in columns
// headed From and To, or in the header.
func (t figureTable) figures(s sessions) []tableFigure {
	var out []tableFigure
	for _, row := range t.Rows {
		if totalRow.MatchString(row[0].Text) {
			continue
		}
		period, dated := t.rowPeriod(row, s)
		labels := []string{row[0].Text}
		for i, cell := range row[1:] {
			count, ok := cellCount(cell.Text)
			col := ""
			if i+1 < len(t.Header) {
				col = t.Header[i+1].Text
			}
			if !ok {
				labels = append(labels, cell.Text)
			}
			if !ok || totalRow.MatchString(col) {
				continue
			}
			f := tableFigure{slices.Clone(labels), col, period, count, cell}
			if p, ok := cellPeriod(col, s); ok && !dated {
				f.Period = p
			}
			out = append(out, f)
		}
	}
	return out
}

// rowLabel is the last cell of a row's words that is says of, "" for none: what
// stands nearest to the figure says most of it.
func (f tableFigure) rowLabel(is func(string) bool) string {
	for _, label := range slices.Backward(f.Row) {
		if is(label) {
			return label
		}
	}
	return ""
}

// rowPeriod is the period of a row, false where it has none of its own.
func (t figureTable) rowPeriod(row []tableCell, s sessions) (thread.Period, bool) {
	p, ok := cellPeriod(row[0].Text, s)
	for i := 1; i < len(row) && !ok; i++ { // a unit or a department can stand ahead of it
		p, ok = cellPeriod(row[i].Text, s)
	}
	for i, h := range t.Header {
		if i >= len(row) {
			break
		}
		if d := findDates(row[i].Text, 0); len(d) == 1 && fromTitle.MatchString(h.Text) {
			p.Start, ok = d[0].Time, true
		} else if len(d) == 1 && toTitle.MatchString(h.Text) {
			p.End, ok = d[0].Time, true
		}
	}
	if ok && p.Text == "" {
		p.Text = row[0].Text
	}
	return p, ok
}

// cellPeriod reads a cell that names one period and little else.
func cellPeriod(text string, s sessions) (thread.Period, bool) {
	hits := findPeriods(text, s)
	if len(hits) != 1 || hits[0].End-hits[0].Start < (len(text)+1)/3 {
		return thread.Period{}, false
	}
	return hits[0].Period, true
}
