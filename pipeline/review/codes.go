package review

import (
	"slices"
	"strings"

	"roundrobin/schema"
)

// notStated is how gold files write the null of a practice variable.
const notStated = "not_stated"

// record is a row of a table in neutral form: the texts of each column, one
// for a value, none for null, any number for a list. Dates are 2020-06-02. A
// column that is not there was not coded.
type record map[string][]string

// place names a cell: the field, the request and the key below it.
type place struct{ request, group, name, key string }

// item is one value of a cell with the key of the row that it came from.
type item struct{ text, row string }

// codes are one side of the comparison.
type codes struct {
	requests []string         // sorted
	cells    map[place][]item // sorted by text; empty for null, not there for not coded
}

func newCodes() *codes { return &codes{cells: map[place][]item{}} }

func (f *field) place(request, key string) place { return place{request, f.group, f.name, key} }

// open notes that the rows of a table are coded for a request, be there any or not.
func (c *codes) open(fields []field, request, table string) {
	for i := range fields {
		if f := &fields[i]; f.rows && f.table.Name == table {
			c.cells[f.place(request, "")] = []item{}
		}
	}
}

// add files a row of a request under all fields that read its table.
func (c *codes) add(fields []field, request, table string, r record) {
	if table == "retention_periods" {
		settlePeriod(r)
	}
	for i := range fields {
		f := &fields[i]
		if f.table.Name != table {
			continue
		}
		row := rowKey(f.table, r)
		if f.rows {
			p := f.place(request, "")
			c.cells[p] = sortItems(append(c.cells[p], item{f.item(r), row}))
			continue
		}
		values, coded := r[f.name]
		if !coded {
			continue
		}
		items := make([]item, 0, len(values))
		for _, v := range values {
			items = append(items, item{v, row})
		}
		c.cells[f.place(request, strings.Join(r[f.key], ""))] = sortItems(items)
	}
}

// rowKey is the row's key as evidence writes it.
func rowKey(t *schema.Table, r record) string {
	if !slices.Contains(t.PrimaryKey, "request_id") {
		return ""
	}
	var parts []string
	for _, k := range t.RowKey() {
		parts = append(parts, strings.Join(r[k], ""))
	}
	return strings.Join(parts, "/")
}

func sortItems(items []item) []item {
	slices.SortFunc(items, func(a, b item) int {
		if c := strings.Compare(a.text, b.text); c != 0 {
			return c
		}
		return strings.Compare(a.row, b.row)
	})
	return items
}

func texts(items []item) []string {
	out := make([]string, len(items))
	for i, it := range items {
		out[i] = it.text
	}
	return out
}
