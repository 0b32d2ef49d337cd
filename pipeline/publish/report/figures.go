package report

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"roundrobin/queries"
)

// figures is one summary query with its result.
type figures struct {
	queries.Summary
	*queries.Result
}

// figureRow is a row of a summary; Index counts from 0.
type figureRow struct {
	*figures
	Index int
}

// smallBase is below how many answers a share is called one of small numbers.
const smallBase = 10

// loadFigures runs the summaries and sorts them as people look for them.
func loadFigures(ctx context.Context, db *queries.DB) ([]*figures, error) {
	scripts, err := queries.Summaries()
	if err != nil {
		return nil, err
	}
	var all []*figures
	for _, s := range scripts {
		r, err := db.Run(ctx, s.SQL)
		if err != nil {
			return nil, fmt.Errorf("summary %s: %w", s.Name, err)
		}
		all = append(all, &figures{s, r})
	}
	slices.SortFunc(all, func(a, b *figures) int { return strings.Compare(a.Title, b.Title) })
	return all, nil
}

// All lists the rows.
func (f *figures) All() []figureRow {
	rows := make([]figureRow, len(f.Rows))
	for i := range rows {
		rows[i] = figureRow{f, i}
	}
	return rows
}

func (f *figures) has(columns ...string) bool {
	return !slices.ContainsFunc(columns, func(c string) bool { return !slices.Contains(f.Columns, c) })
}

// Cell is a value of the row, nil for null; an error where the summary has no
// such column, so that a sentence cannot outlive the figure that it tells.
func (r figureRow) Cell(column string) (any, error) {
	i := slices.Index(r.Columns, column)
	if i < 0 {
		return nil, fmt.Errorf("summary %s has no column %s", r.Name, column)
	}
	return r.Rows[r.Index][i], nil
}

// Text is a value as the summary's CSV has it.
func (r figureRow) Text(column string) (string, error) {
	v, err := r.Cell(column)
	return show(v), err
}

// number is a value as a number; 0 for null or text.
func (r figureRow) number(column string) float64 {
	v, err := r.Cell(column)
	if err != nil {
		return 0
	}
	n, err := strconv.ParseFloat(show(v), 64)
	if err != nil {
		return 0
	}
	return n
}

// Small tells that the share rests on few, as the summary says or, where it says
// nothing, as the answers count.
func (r figureRow) Small() bool {
	if r.has("few") {
		return mustCell(r, "few") != nil
	}
	return r.number("answered") < smallBase
}

// Some tells that there is something to count.
func (r figureRow) Some() bool { return r.number("n") > 0 }

// matches tells whether the row has given values in given columns.
func (r figureRow) matches(pairs []string) (bool, error) {
	for i := 0; i+1 < len(pairs); i += 2 {
		v, err := r.Text(pairs[i])
		if err != nil {
			return false, err
		}
		if v != pairs[i+1] {
			return false, nil
		}
	}
	return true, nil
}

// rowsOf returns the rows of a summary that have given values: column, value,
// column, value …
func (d *data) rowsOf(name string, pairs ...string) ([]figureRow, error) {
	f, err := d.figuresOf(name)
	if err != nil {
		return nil, err
	}
	var found []figureRow
	for _, r := range f.All() {
		ok, err := r.matches(pairs)
		if err != nil {
			return nil, err
		}
		if ok {
			found = append(found, r)
		}
	}
	return found, nil
}

func (d *data) figuresOf(name string) (*figures, error) {
	for _, f := range d.Figures {
		if f.Name == name {
			return f, nil
		}
	}
	return nil, fmt.Errorf("no summary %s", name)
}

// titleOf is the title of a summary.
func (d *data) titleOf(name string) (string, error) {
	f, err := d.figuresOf(name)
	if err != nil {
		return "", err
	}
	return f.Title, nil
}

// top is the n rows with the largest number in a column, ties in the
// summary's order; rows with none are left out.
func top(n int, column string, rows []figureRow) []figureRow {
	rows = slices.DeleteFunc(slices.Clone(rows), func(r figureRow) bool { return r.number(column) == 0 })
	slices.SortStableFunc(rows, func(a, b figureRow) int {
		switch x, y := a.number(column), b.number(column); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return rows[:min(n, len(rows))]
}

// show writes a cell as the summaries' CSV does: a day as YYYY-MM-DD, a list
// joined by "; ", null as "".
func show(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case time.Time:
		return v.Format(time.DateOnly)
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = show(item)
		}
		return strings.Join(items, "; ")
	default:
		return fmt.Sprint(v)
	}
}

// words writes a code as words.
func words(code string) string { return strings.ReplaceAll(code, "_", " ") }

// sentence is a code as words that begin with a capital letter.
func sentence(code string) string {
	w := words(code)
	_, n := utf8.DecodeRuneInString(w)
	return strings.ToUpper(w[:n]) + w[n:]
}
