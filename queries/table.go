package queries

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

const (
	pageWidth = 100 // columns of a terminal or page
	minText   = 16  // a text column is not cut below this
)

// column is one column set for printing.
type column struct {
	head    []string // lines of the header
	cells   []string
	width   int
	numeric bool // set flush right
	key     bool // a name, told from others by its end
}

// Table prints the rows in columns, at most pageWidth wide: headers break at
// underscores, columns move together, long texts are cut, and what still does
// not fit goes into further blocks that repeat the first column.
func (r *Result) Table(w io.Writer) error {
	cols := make([]column, len(r.Columns))
	for i := range cols {
		cols[i] = r.column(i)
	}
	gap := 2
	if total(cols, gap) > pageWidth {
		gap = 1
	}
	shrink(cols, gap)
	var b strings.Builder
	for len(cols) > 0 {
		n := fitting(cols, gap)
		printBlock(&b, cols[:n], len(r.Rows), gap)
		if n == len(cols) {
			break
		}
		b.WriteByte('\n')
		cols = append([]column{cols[0]}, cols[n:]...)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (r *Result) column(i int) column {
	c := column{head: strings.Split(r.Columns[i], "_"), numeric: true, key: strings.HasSuffix(r.Columns[i], "_id")}
	for _, h := range c.head {
		c.width = max(c.width, utf8.RuneCountInString(h))
	}
	for _, row := range r.Rows {
		s := strings.Join(strings.Fields(text(row[i])), " ")
		if row[i] == nil {
			s = "-"
		}
		switch row[i].(type) {
		case string, []any:
			c.numeric = false
		}
		c.cells = append(c.cells, s)
		c.width = max(c.width, utf8.RuneCountInString(s))
	}
	return c
}

// shrink narrows the widest text column, a step at a time, until all fit or
// none can give way.
func shrink(cols []column, gap int) {
	for total(cols, gap) > pageWidth {
		widest := -1
		for i, c := range cols {
			if c.width > minText && !c.numeric && (widest < 0 || c.width > cols[widest].width) {
				widest = i
			}
		}
		if widest < 0 {
			return
		}
		cols[widest].width--
	}
}

func total(cols []column, gap int) int {
	n := -gap
	for _, c := range cols {
		n += c.width + gap
	}
	return n
}

// fitting is how many columns fit a page; a block has two, if there are two,
// lest it repeat the first column alone.
func fitting(cols []column, gap int) int {
	n := len(cols)
	for n > 2 && total(cols[:n], gap) > pageWidth {
		n--
	}
	return n
}

func printBlock(b *strings.Builder, cols []column, rows, gap int) {
	lines := 0
	for _, c := range cols {
		lines = max(lines, len(c.head))
	}
	for l := range lines {
		printLine(b, cols, gap, func(c column) string {
			if i := l - lines + len(c.head); i >= 0 {
				return c.head[i]
			}
			return ""
		})
	}
	printLine(b, cols, gap, func(c column) string { return strings.Repeat("-", c.width) })
	for i := range rows {
		printLine(b, cols, gap, func(c column) string { return c.cells[i] })
	}
}

func printLine(b *strings.Builder, cols []column, gap int, cell func(column) string) {
	var line strings.Builder
	for i, c := range cols {
		if i > 0 {
			line.WriteString(strings.Repeat(" ", gap))
		}
		s := c.cut(cell(c))
		pad := strings.Repeat(" ", c.width-utf8.RuneCountInString(s))
		if c.numeric {
			s = pad + s
		} else {
			s += pad
		}
		line.WriteString(s)
	}
	fmt.Fprintln(b, strings.TrimRight(line.String(), " "))
}

// cut shortens a text to the column's width: a key at its start, all else at
// its end.
func (c column) cut(s string) string {
	runes := []rune(s)
	over := len(runes) - c.width
	switch {
	case over <= 0:
		return s
	case c.key:
		return "…" + string(runes[over+1:])
	default:
		return string(runes[:c.width-1]) + "…"
	}
}

// wrap breaks a text at spaces into lines of at most pageWidth.
func wrap(s string) string {
	var b strings.Builder
	width := 0
	for i, word := range strings.Fields(s) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case width+1+n > pageWidth:
			b.WriteByte('\n')
			width = 0
		default:
			b.WriteByte(' ')
			width++
		}
		b.WriteString(word)
		width += n
	}
	return b.String()
}
