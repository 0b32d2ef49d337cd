package review

import (
	"fmt"
	"io"
	"maps"
	"slices"
)

// WriteMatrix writes the confusion matrix of every field with one code a cell
// (rows gold, columns build) and the scores of each code of the others.
func (r *Report) WriteMatrix(w io.Writer) error {
	p := &printer{w: w}
	for _, f := range r.Fields {
		switch {
		case len(f.Confusion) > 0:
			p.printf("\n%s.%s (rows: gold, columns: build)\n", f.Group, f.Field)
			p.table(f.matrix())
		case len(f.Codes) > 0:
			p.printf("\n%s.%s\n", f.Group, f.Field)
			rows := [][]any{{"code", "gold", "build", "precision", "recall", "F1"}}
			for _, c := range f.Codes {
				rows = append(rows, []any{c.Code, c.Gold, c.Output, c.Precision, c.Recall, c.F1})
			}
			p.table(rows)
		}
	}
	if p.err != nil {
		return fmt.Errorf("write matrix: %w", p.err)
	}
	return nil
}

func (f *FieldReport) matrix() [][]any {
	golds, outs := map[string]bool{}, map[string]bool{}
	counts := map[[2]string]int{}
	for _, c := range f.Confusion {
		golds[c.Gold], outs[c.Output] = true, true
		counts[[2]string{c.Gold, c.Output}] = c.N
	}
	columns := slices.Sorted(maps.Keys(outs))
	head := []any{""}
	for _, c := range columns {
		head = append(head, c)
	}
	rows := [][]any{head}
	for _, g := range slices.Sorted(maps.Keys(golds)) {
		row := []any{g}
		for _, c := range columns {
			row = append(row, counts[[2]string{g, c}])
		}
		rows = append(rows, row)
	}
	return rows
}

// sortedLabels orders pairs of codes by the gold's, then the build's.
func sortedLabels(counts map[[2]string]int) [][2]string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
}
