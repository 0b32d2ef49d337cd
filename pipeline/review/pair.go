package review

import (
	"slices"
	"strings"
)

// pair is one cell on both sides.
type pair struct {
	place
	gold, out []item
	missing   bool // the build has no such cell
}

// pairsOf lines up the cells of a field that the gold codes, in order of
// request and key.
//
// A question that never takes a value in a column (one that is no yes/no item
// has no polarity) is left out where the build agrees, as its nulls are no
// decision.
func pairsOf(f *field, gold *codes, out *output) []pair {
	var pairs []pair
	takes := map[string]bool{}
	for p, items := range gold.cells {
		if p.group != f.group || p.name != f.name {
			continue
		}
		got, there := out.cells[p]
		pairs = append(pairs, pair{p, items, got, !there})
		takes[p.key] = takes[p.key] || len(items) > 0
	}
	if f.key != "" && !f.list {
		pairs = slices.DeleteFunc(pairs, func(p pair) bool { return !takes[p.key] && len(p.out) == 0 })
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		if c := strings.Compare(a.request, b.request); c != 0 {
			return c
		}
		return strings.Compare(a.key, b.key)
	})
	return pairs
}

func (p *pair) agrees() bool { return !p.missing && slices.Equal(texts(p.gold), texts(p.out)) }

// surplus are the items of the build without a counterpart in the gold.
func (p *pair) surplus() []item { return without(p.out, p.gold) }

// lacking are the items of the gold without a counterpart in the build.
func (p *pair) lacking() []item { return without(p.gold, p.out) }

// without is the difference of two multisets.
func without(a, b []item) []item {
	left := map[string]int{}
	for _, it := range b {
		left[it.text]++
	}
	var out []item
	for _, it := range a {
		if left[it.text] > 0 {
			left[it.text]--
			continue
		}
		out = append(out, it)
	}
	return out
}

// missingCode stands for a cell that the build does not have.
const missingCode = "(missing)"

// labels are the two cells as one code each, a set joined by "; ".
func (p *pair) labels(f *field) [2]string {
	label := func(items []item) string {
		if len(items) == 0 {
			return f.null
		}
		return strings.Join(texts(items), "; ")
	}
	if p.missing {
		return [2]string{label(p.gold), missingCode}
	}
	return [2]string{label(p.gold), label(p.out)}
}
