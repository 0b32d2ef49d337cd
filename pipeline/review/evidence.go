package review

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"roundrobin/schema"
)

// Evidence is the words on which a cell of the build rests.
type Evidence struct {
	Message string `json:"message"` // id of the message, or of its attachment where they stand there
	Start   int    `json:"char_start"`
	Rule    string `json:"rule"`
	Value   string `json:"value"`
	Quote   string `json:"quote"`
}

// cellRef names a cell as the table evidence does.
type cellRef struct{ request, table, row string }

type cited struct {
	variable string
	Evidence
}

type evidence map[cellRef][]cited

func readEvidence(ctx context.Context, db DB, t *schema.Table) (evidence, error) {
	records, err := readTable(ctx, db, t)
	if err != nil {
		return nil, err
	}
	ev := evidence{}
	for _, r := range records {
		one := func(column string) string { return strings.Join(r[column], "") }
		start, err := strconv.Atoi(one("char_start"))
		if err != nil {
			return nil, fmt.Errorf("read evidence %s: char_start: %w", one("evidence_id"), err)
		}
		ref := cellRef{one("request_id"), one("table_name"), one("row_key")}
		ev[ref] = append(ev[ref], cited{one("variable"), Evidence{
			Message: cmp.Or(one("attachment_id"), one("message_id")),
			Start:   start,
			Rule:    one("rule"),
			Value:   one("value"),
			Quote:   one("quote"),
		}})
	}
	return ev, nil
}

// of returns what a cell rests on. Of a set of rows, or a list, it is what the
// items that the gold does not have rest on.
func (ev evidence) of(f *field, p pair) []Evidence {
	var out []Evidence
	take := func(ref cellRef, keep func(cited) bool) {
		for _, c := range ev[ref] {
			if keep(c) && !slices.Contains(out, c.Evidence) {
				out = append(out, c.Evidence)
			}
		}
	}
	surplus := p.surplus()
	if f.rows {
		for _, it := range surplus {
			take(cellRef{p.request, f.table.Name, it.row}, func(cited) bool { return true })
		}
		return out
	}
	row := ""
	if f.key != "" {
		row = p.key
	}
	take(cellRef{p.request, f.table.Name, row}, func(c cited) bool {
		return c.variable == f.name && (!f.list || holds(surplus, c.Value) || !holds(p.out, c.Value))
	})
	if f.cites != "" {
		for _, ref := range ev.below(p.request, f.cites, row) {
			take(ref, func(cited) bool { return true })
		}
	}
	return out
}

// below lists the rows of a table whose key begins with a row's key.
func (ev evidence) below(request, table, row string) []cellRef {
	var refs []cellRef
	for ref := range ev {
		if ref.request == request && ref.table == table && strings.HasPrefix(ref.row, row+"/") {
			refs = append(refs, ref)
		}
	}
	slices.SortFunc(refs, func(a, b cellRef) int { return strings.Compare(a.row, b.row) })
	return refs
}

func holds(items []item, text string) bool {
	return slices.ContainsFunc(items, func(it item) bool { return it.text == text })
}
