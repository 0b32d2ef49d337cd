package queries

import (
	"context"
	_ "embed"
	"fmt"
	"strings"

	"roundrobin/schema"
)

// columnsFile describes columns that are in no table schema, one a line: a
// name, or a table and name, a colon, and the description.
//
//go:embed columns.txt
var columnsFile string

// commentTables puts the schemas' descriptions on the tables.
func (db *DB) commentTables() error {
	tables, err := schema.Tables()
	if err != nil {
		return err
	}
	for _, t := range tables {
		if err := db.exec(fmt.Sprintf("COMMENT ON TABLE main.%s IS %s", ident(t.Name), literal(t.Description))); err != nil {
			return fmt.Errorf("comment on table %s: %w", t.Name, err)
		}
	}
	return nil
}

// commentColumns describes every column: those of a table from its schema, all
// else from columnsFile, or from the first schema that has the column.
func (db *DB) commentColumns(ctx context.Context) error {
	found, err := db.Run(ctx, `SELECT schema_name, table_name, column_name FROM duckdb_columns()
WHERE NOT internal AND database_name = current_database() ORDER BY ALL`)
	if err != nil {
		return err
	}
	described := describedColumns()
	for _, row := range found.Rows {
		in, name, column := row[0].(string), row[1].(string), row[2].(string)
		text, err := describe(described, name, column)
		if err != nil {
			return err
		}
		stmt := fmt.Sprintf("COMMENT ON COLUMN %s.%s.%s IS %s", ident(in), ident(name), ident(column), literal(text))
		if err := db.exec(stmt); err != nil {
			return fmt.Errorf("comment on column %s.%s: %w", name, column, err)
		}
	}
	return nil
}

// derived are what a build can be asked beside the tables of the schemas.
var derived = []schema.Table{
	{Name: "practice", Description: "Variables of monitoring_practice, one row per request and variable."},
	{Name: "questions", Description: "Questions that carry codes, from the codebook, one row each."},
	{Name: "variables", Description: "Variables of monitoring_practice, from the codebook, one row each."},
}

// columnTypes are the dictionary's words for the types of derived columns.
var columnTypes = map[string]schema.FieldType{
	"VARCHAR": schema.String, "INTEGER": schema.Integer, "BOOLEAN": schema.Boolean, "VARCHAR[]": schema.List,
}

// Derived describes the tables that are made from others and from the codebook,
// as schema.Tables does those that are written.
func (db *DB) Derived(ctx context.Context) ([]schema.Table, error) {
	described := describedColumns()
	var tables []schema.Table
	for _, t := range derived {
		r, err := db.Run(ctx, "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = "+literal(t.Name)+" ORDER BY column_index")
		if err != nil {
			return nil, err
		}
		for _, row := range r.Rows {
			f := schema.Field{Name: row[0].(string), Type: columnTypes[row[1].(string)]}
			if f.Description, err = describe(described, t.Name, f.Name); err != nil {
				return nil, err
			}
			t.Fields = append(t.Fields, f)
		}
		tables = append(tables, t)
	}
	return tables, nil
}

func describedColumns() map[string]string {
	described := map[string]string{}
	for line := range strings.Lines(columnsFile) {
		name, text, _ := strings.Cut(strings.TrimSpace(line), ": ")
		described[name] = text
	}
	return described
}

func describe(described map[string]string, name, column string) (string, error) {
	tables, err := schema.Tables()
	if err != nil {
		return "", err
	}
	if t, err := table(name); err == nil && t.Field(column) != nil {
		return t.Field(column).Description, nil
	}
	for _, key := range []string{name + "." + column, column} {
		if text := described[key]; text != "" {
			return text, nil
		}
	}
	for i := range tables {
		if f := tables[i].Field(column); f != nil {
			return f.Description, nil
		}
	}
	return "", fmt.Errorf("describe column %s.%s: no description", name, column)
}
