package review

import (
	"slices"
	"strings"

	"roundrobin/schema"
)

// field is one thing to compare: a column, or the rows of a fact table.
type field struct {
	group, name string
	table       *schema.Table
	key         string   // column that names the cell below the request; "" for one cell a request
	columns     []string // what is compared, one for a cell of a column
	rows        bool     // the request's rows are one cell, each an item
	list        bool     // the column is a list, each element an item
	coded       bool     // values come from a vocabulary: per-code scores and macro means are meaningful
	null        string   // how a missing value is called
	cites       string   // a further table whose evidence, by the same key, supports the cell
}

// places are the fields of the tables that have a fixed list; those of
// monitoring_practice and institutions follow from their schemas.
var places = []struct {
	group, table, key string
	columns           []string
}{
	{"answers", "answers", "question_id", []string{"disposition", "basis", "polarity", "exemptions"}},
	{"request", "requests", "", []string{"foi_reference", "law", "sent_on", "acknowledged_on", "due_on", "responded_on", "working_days", "timeliness", "outcome"}},
	{"documents", "documents", "doc_type", []string{"status"}},
}

// facts are the sets of rows compared as multisets.
var facts = []struct {
	name, table string
	columns     []string
}{
	{"software", "software_used", []string{"product", "use", "status"}},
	{"retention", "retention_periods", []string{"period", "trigger", "scope"}},
	{"retention_period", "retention_periods", []string{"period"}},
	{"disclosures", "disclosures", []string{"recipient", "count", "qualifier"}},
	{"usage", "usage", []string{"period_start", "period_end", "count", "qualifier", "unit"}},
}

const statusSuffix = "_status"

// catalogue lists all fields in the order of the report.
func catalogue(tables []schema.Table) []field {
	var fields []field
	for _, p := range places {
		t := tableNamed(tables, p.table)
		for _, c := range p.columns {
			fields = append(fields, columnField(p.group, t, p.key, c))
		}
	}
	fields = append(fields, practiceFields(tableNamed(tables, "monitoring_practice"))...)
	for _, f := range facts {
		fields = append(fields, field{group: "facts", name: f.name, table: tableNamed(tables, f.table), columns: f.columns, rows: true, null: "none"})
	}
	institutions := tableNamed(tables, "institutions")
	for _, c := range []string{"name", "nation", "region", "mission_group", "ukprn", "wdtk_body"} {
		fields = append(fields, columnField("institution", institutions, "", c))
	}
	return fields
}

func columnField(group string, t *schema.Table, key, column string) field {
	f := field{group: group, name: column, table: t, key: key, columns: []string{column}, null: "null"}
	c := t.Field(column)
	f.list = c.Type == schema.List
	f.coded = len(c.Codes()) > 0 || f.list
	if f.list {
		f.null = "none"
	}
	if column == "exemptions" {
		f.cites = "exemptions"
	}
	return f
}

// practiceFields are the columns that have a status beside them.
func practiceFields(t *schema.Table) []field {
	var fields []field
	for _, c := range t.Fields {
		if t.Field(c.Name+statusSuffix) == nil {
			continue
		}
		f := columnField("practice", t, "", c.Name)
		if !f.list {
			f.null = notStated
		}
		fields = append(fields, f)
	}
	return fields
}

// yesNo tells whether a field knows no codes but yes and no.
func (f *field) yesNo() bool {
	codes := f.table.Field(f.columns[0]).Codes()
	return !f.rows && !f.list && len(codes) > 0 &&
		!slices.ContainsFunc(codes, func(c string) bool { return c != "yes" && c != "no" })
}

// item is what is compared of one row: its columns, a missing one as null.
func (f *field) item(r record) string {
	parts := make([]string, len(f.columns))
	for i, c := range f.columns {
		parts[i] = "null"
		if v := r[c]; len(v) > 0 {
			parts[i] = v[0]
		}
	}
	return strings.Join(parts, " / ")
}

func tableNamed(tables []schema.Table, name string) *schema.Table {
	i := slices.IndexFunc(tables, func(t schema.Table) bool { return t.Name == name })
	return &tables[i]
}
