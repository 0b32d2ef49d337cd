package queries

import (
	"fmt"
	"slices"
	"strings"

	"roundrobin/schema"
)

// schemaChecks turns what the table schemas promise into checks of the files.
func schemaChecks() ([]Check, error) {
	tables, err := schema.Tables()
	if err != nil {
		return nil, err
	}
	var checks []Check
	for i := range tables {
		t := &tables[i]
		checks = append(checks, keyCheck(t))
		for _, fk := range t.ForeignKeys {
			checks = append(checks, referenceCheck(t, fk))
		}
		checks = append(checks, columnChecks(t)...)
	}
	checks = append(checks, namesCheck(tables), addressesCheck(tables))
	evidence, err := table("evidence")
	if err != nil {
		return nil, err
	}
	for i := range tables {
		if t := &tables[i]; slices.Contains(evidence.Field("table_name").Codes(), t.Name) {
			checks = append(checks, evidenceRowCheck(t))
		}
	}
	return checks, nil
}

func generated(name, purpose, sql string) Check {
	return Check{Script{name, purpose, sql}, "error"}
}

// namesCheck looks for the name of a person that a thread names in every text
// that is published of it. The offending rows tell the place and not the name.
// Tables that no request has a part in come from reference files, not letters.
func namesCheck(tables []schema.Table) Check {
	var parts []string
	for i := range tables {
		if t := &tables[i]; t.Field("request_id") != nil {
			parts = append(parts, rowsOf(t)+" JOIN signed_names s USING (request_id) WHERE regexp_matches("+textOf(t)+", s.pattern)")
		}
	}
	return generated("no_signed_names", "No name that stands under a letter, or in its greeting, is published.",
		strings.Join(parts, "\nUNION ")+"\nORDER BY ALL")
}

// addressesCheck looks for addresses of persons in every text of every table.
func addressesCheck(tables []schema.Table) Check {
	var parts []string
	for i := range tables {
		parts = append(parts, rowsOf(&tables[i])+" WHERE regexp_matches("+textOf(&tables[i])+", "+literal(privateAddress)+")")
	}
	return generated("no_private_addresses", "No e-mail address of a person and no mobile number is published.",
		strings.Join(parts, "\nUNION ALL ")+"\nORDER BY ALL")
}

// privateAddress is an e-mail address of a given name and a surname, or a mobile
// number of the United Kingdom.
const privateAddress = `\b(?i:[a-z]+\.[a-z]+@[a-z0-9.-]+\.[a-z]{2,})|\b07\d{3} ?\d{6}\b`

// rowsOf names every row of a table t by the table and its key.
func rowsOf(t *schema.Table) string {
	return fmt.Sprintf("SELECT %s AS source, concat_ws('/', %s) AS row FROM %s t",
		literal(t.Name), strings.Join(quoted("t.", t.PrimaryKey), ", "), ident(t.Name))
}

// textOf is all text in a row of a table t, a line a cell.
func textOf(t *schema.Table) string {
	var cells []string
	for _, f := range t.Fields {
		switch f.Type {
		case schema.String:
			cells = append(cells, "t."+ident(f.Name))
		case schema.List:
			cells = append(cells, "array_to_string(t."+ident(f.Name)+", chr(10))")
		}
	}
	return "concat_ws(chr(10), " + strings.Join(cells, ", ") + ")"
}

// quoted are names as SQL writes them, each with what stands before it.
func quoted(before string, names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = before + ident(n)
	}
	return out
}

func keyCheck(t *schema.Table) Check {
	key := columns(t.PrimaryKey)
	return generated(t.Name+"_primary_key", "Each row of "+t.Name+" has a key of its own.",
		fmt.Sprintf("SELECT %s, count(*) AS rows FROM %s GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL", key, ident(t.Name)))
}

func referenceCheck(t *schema.Table, fk schema.ForeignKey) Check {
	var given, same []string
	for i, c := range fk.Fields {
		given = append(given, "c."+ident(c)+" IS NOT NULL")
		same = append(same, fmt.Sprintf("p.%s = c.%s", ident(fk.Reference.Fields[i]), ident(c)))
	}
	return generated(t.Name+"_"+strings.Join(fk.Fields, "_")+"_reference",
		fmt.Sprintf("What %s of %s names stands in %s.", strings.Join(fk.Fields, ", "), t.Name, fk.Reference.Resource),
		fmt.Sprintf("SELECT %s FROM %s c WHERE %s AND NOT EXISTS (FROM %s p WHERE %s) ORDER BY ALL",
			columns(union(t.PrimaryKey, fk.Fields)), ident(t.Name), strings.Join(given, " AND "),
			ident(fk.Reference.Resource), strings.Join(same, " AND ")))
}

// columnChecks are those of nulls, of vocabularies and of bounds, each over all
// columns that have the rule, so that a table is read once.
func columnChecks(t *schema.Table) []Check {
	var required, codes, bounds []string
	for i := range t.Fields {
		f := &t.Fields[i]
		if f.Constraints.Required {
			required = append(required, fmt.Sprintf("CASE WHEN %s IS NULL THEN %s END", ident(f.Name), literal(f.Name)))
		}
		if vocabulary := f.Codes(); len(vocabulary) > 0 {
			value := ident(f.Name) + "::VARCHAR"
			if f.Type == schema.List {
				value = ident(f.Name) + "::VARCHAR[]"
			}
			codes = append(codes, faultUnless(f, inVocabulary(vocabulary, value, f.Type)))
		}
		for _, within := range boundsOf(f) {
			bounds = append(bounds, faultUnless(f, within))
		}
	}
	checks := []Check{generated(t.Name+"_required", "The required columns of "+t.Name+" are never null.", faultyCells(t, required))}
	if len(codes) > 0 {
		checks = append(checks, generated(t.Name+"_codes", "The codes of "+t.Name+" keep to their vocabularies.", faultyCells(t, codes)))
	}
	if len(bounds) > 0 {
		checks = append(checks, generated(t.Name+"_bounds", "Values of "+t.Name+" keep to their bounds and their form.", faultyCells(t, bounds)))
	}
	return checks
}

// faultUnless is the fault of a cell that does not meet a condition.
func faultUnless(f *schema.Field, condition string) string {
	return fmt.Sprintf("CASE WHEN NOT %s THEN concat(%s, ': ', %s::VARCHAR) END", condition, literal(f.Name), ident(f.Name))
}

// boundsOf are the conditions that a column's minimum, maximum and pattern set.
func boundsOf(f *schema.Field) []string {
	var out []string
	c := &f.Constraints
	if c.Minimum != nil {
		out = append(out, fmt.Sprintf("(%s >= %v)", ident(f.Name), *c.Minimum))
	}
	if c.Maximum != nil {
		out = append(out, fmt.Sprintf("(%s <= %v)", ident(f.Name), *c.Maximum))
	}
	if c.Pattern != nil {
		out = append(out, fmt.Sprintf("regexp_matches(%s, %s)", ident(f.Name), literal(c.Pattern.String())))
	}
	return out
}

func inVocabulary(vocabulary []string, value string, ft schema.FieldType) string {
	if ft == schema.List {
		return fmt.Sprintf("list_has_all(%s, %s)", listLiteral(vocabulary), value)
	}
	return fmt.Sprintf("list_contains(%s, %s)", listLiteral(vocabulary), value)
}

// faultyCells has a row for each fault of each row; a fault is an expression
// that is null where the cell is sound.
func faultyCells(t *schema.Table, faults []string) string {
	return fmt.Sprintf("SELECT %s, unnest(list_distinct([%s])) AS fault FROM %s ORDER BY ALL",
		columns(t.PrimaryKey), strings.Join(faults, ",\n"), ident(t.Name))
}

// evidenceRowCheck finds evidence of a cell that does not exist: the row key
// is the primary key below the request, joined by slashes.
func evidenceRowCheck(t *schema.Table) Check {
	same := "e.row_key IS NULL"
	if key := t.RowKey(); len(key) > 0 {
		same = "e.row_key = concat_ws('/', " + columns(key) + ")"
	}
	names := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		names[i] = f.Name
	}
	return generated(t.Name+"_evidence_cell", "Evidence on "+t.Name+" names a row and a column that exist.",
		fmt.Sprintf(`SELECT evidence_id, row_key, variable FROM evidence e WHERE table_name = %s
AND (NOT list_contains(%s, variable) OR NOT EXISTS (FROM %s t WHERE t.request_id = e.request_id AND %s)) ORDER BY ALL`,
			literal(t.Name), listLiteral(names), ident(t.Name), same))
}

func columns(names []string) string { return strings.Join(quoted("", names), ", ") }

// union appends to names what they lack.
func union(names, more []string) []string {
	out := slices.Clone(names)
	for _, m := range more {
		if !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	return out
}
