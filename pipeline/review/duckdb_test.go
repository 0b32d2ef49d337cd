package review

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "github.com/marcboeker/go-duckdb/v2"

	"roundrobin/queries"
	"roundrobin/schema"
)

// A build read from Parquet through DuckDB gives the report that the same rows
// give in memory: the driver's own types of days, lists and numbers are read.
func TestReadsParquet(t *testing.T) {
	dir := t.TempDir()
	writeParquet(t, filepath.Join(dir, "tables"), twoThreads())
	cb, err := schema.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	db, err := queries.Open(dir, cb)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	got, err := Evaluate(t.Context(), db, "testdata/gold")
	if err != nil {
		t.Fatal(err)
	}
	var a, b bytes.Buffer
	got.WriteJSON(&a)
	evaluate(t, twoThreads()).WriteJSON(&b)
	if a.String() != b.String() {
		t.Errorf("from Parquet:\n%s\nin memory:\n%s", &a, &b)
	}
}

func writeParquet(t *testing.T, dir string, b build) {
	t.Helper()
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, table := range allTables(t) {
		stmt := fmt.Sprintf("COPY (%s) TO '%s' (FORMAT parquet)", selectRows(&table, b[table.Name]), filepath.Join(dir, table.Name+".parquet"))
		if _, err := db.Exec(stmt); err != nil {
			t.Fatal(err)
		}
	}
}

// selectRows writes rows as a query, each column cast to its type.
func selectRows(table *schema.Table, rows []map[string]any) string {
	types := map[schema.FieldType]string{
		schema.String: "VARCHAR", schema.Integer: "INTEGER", schema.Number: "DOUBLE",
		schema.Boolean: "BOOLEAN", schema.Date: "DATE", schema.List: "VARCHAR[]",
	}
	row := func(cells map[string]any) string {
		columns := make([]string, len(table.Fields))
		for i, f := range table.Fields {
			columns[i] = fmt.Sprintf(`CAST(%s AS %s) AS "%s"`, literal(cells[f.Name]), types[f.Type], f.Name)
		}
		return "SELECT " + strings.Join(columns, ", ")
	}
	selects := []string{row(nil) + " WHERE false"}
	for _, r := range rows {
		selects = append(selects, row(r))
	}
	return strings.Join(selects, " UNION ALL ")
}

func literal(v any) string {
	switch v := v.(type) {
	case nil:
		return "NULL"
	case string:
		return "'" + v + "'"
	case time.Time:
		return "'" + v.Format(time.DateOnly) + "'"
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = literal(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	return fmt.Sprint(v)
}
