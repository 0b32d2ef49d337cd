package queries

import (
	"fmt"
	"slices"
	"strings"

	"roundrobin/schema"
)

// codebookTables define the leaves and variables of the codebook as tables, so
// that queries need not name them.
func codebookTables(cb *schema.Codebook) string {
	var questions, variables []string
	for i, q := range cb.Leaves() {
		var r schema.Routing
		if q.AppliesIf != nil {
			r = *q.AppliesIf
		}
		questions = append(questions, fmt.Sprintf("(%s, %d, %s, %t, %s, %s, %s, %s, %s)",
			literal(q.ID), i+1, literal(q.Label), q.YesNo, listLiteral(q.Feeds), orNull(q.Document),
			orNull(r.Question), orNull(r.Variable), orNull(r.Unless)))
	}
	for i, v := range cb.Variables {
		variables = append(variables, fmt.Sprintf("(%s, %d, %s, %s, %s)",
			literal(v.Name), i+1, literal(v.Label), literal(v.Kind), listLiteral(v.Codes)))
	}
	return fmt.Sprintf(`CREATE TABLE questions (question_id VARCHAR PRIMARY KEY, position INTEGER, label VARCHAR,
	yes_no BOOLEAN, feeds VARCHAR[], doc_type VARCHAR,
	applies_question VARCHAR, applies_variable VARCHAR, applies_unless VARCHAR);
INSERT INTO questions VALUES %s;
CREATE TABLE variables (variable VARCHAR PRIMARY KEY, position INTEGER, label VARCHAR, kind VARCHAR, codes VARCHAR[]);
INSERT INTO variables VALUES %s;`, strings.Join(questions, ",\n"), strings.Join(variables, ",\n"))
}

func orNull(s string) string {
	if s == "" {
		return "NULL"
	}
	return literal(s)
}

func listLiteral(items []string) string {
	quoted := make([]string, len(items))
	for i, item := range items {
		quoted[i] = literal(item)
	}
	return "[" + strings.Join(quoted, ", ") + "]::VARCHAR[]"
}

// practiceView turns monitoring_practice, where the build has it, into rows of
// request, variable, value and status. A code or number is the value's only item.
func (db *DB) practiceView() error {
	t, err := table("monitoring_practice")
	if err != nil {
		return err
	}
	var n int
	if err := db.sql.QueryRow("SELECT count(*) FROM duckdb_columns() WHERE table_name = 'monitoring_practice'").Scan(&n); err != nil {
		return fmt.Errorf("look up monitoring_practice: %w", err)
	}
	if n == 0 {
		return nil
	}
	var parts []string
	for _, f := range variables(t) {
		items := fmt.Sprintf("CASE WHEN %s IS NOT NULL THEN [%[1]s::VARCHAR] END", ident(f.Name))
		if f.Type == schema.List {
			items = ident(f.Name)
		}
		parts = append(parts, fmt.Sprintf("SELECT request_id, institution_id, %s AS variable, %s AS items, %s AS status FROM monitoring_practice",
			literal(f.Name), items, ident(f.Name+"_status")))
	}
	if err := db.exec("CREATE VIEW practice AS\n" + strings.Join(parts, "\nUNION ALL\n")); err != nil {
		return fmt.Errorf("make view practice: %w", err)
	}
	return nil
}

// TableNames lists, sorted, all that a query of a whole build can read.
func TableNames() ([]string, error) {
	tables, err := schema.Tables()
	if err != nil {
		return nil, err
	}
	var names []string
	for _, t := range slices.Concat(tables, derived) {
		names = append(names, t.Name)
	}
	slices.Sort(names)
	return names, nil
}

// variables are the columns that have a status beside them.
func variables(t *schema.Table) []schema.Field {
	return slices.DeleteFunc(slices.Clone(t.Fields), func(f schema.Field) bool { return t.Field(f.Name+"_status") == nil })
}

// table returns the schema of one table.
func table(name string) (*schema.Table, error) {
	tables, err := schema.Tables()
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(tables, func(t schema.Table) bool { return t.Name == name })
	if i < 0 {
		return nil, fmt.Errorf("no schema of table %s", name)
	}
	return &tables[i], nil
}
