package tables

import (
	"slices"

	"roundrobin/schema"
)

// dictionary is the table that describes the columns of all tables.
const dictionary = "data_dictionary"

// dictionaryRows makes one row a column from the schemas, so that the data can
// be read without its documents.
func dictionaryRows(schemas []schema.Table) (rows []row) {
	for i := range schemas {
		t := &schemas[i]
		for j := range t.Fields {
			f := &t.Fields[j]
			r := row{
				"table_name":      t.Name,
				"column_name":     f.Name,
				"position":        j + 1,
				"type":            string(f.Type),
				"unit":            f.Unit,
				"required":        f.Constraints.Required,
				"key":             "",
				"refers_to_table": parent(t, f.Name),
				"codes":           f.Codes(),
				"description":     f.Description,
			}
			if slices.Contains(t.PrimaryKey, f.Name) {
				r["key"] = "primary"
			}
			rows = append(rows, r)
		}
	}
	return rows
}

// parent is the table whose key a column repeats, "" where there is none.
func parent(t *schema.Table, column string) string {
	for _, k := range t.ForeignKeys {
		if slices.Contains(k.Fields, column) {
			return k.Reference.Resource
		}
	}
	return ""
}
