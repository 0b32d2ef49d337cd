package schema

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v17/arrow"
)

// contractTable is one row of the table list in CONTRACT.md.
var contractTable = regexp.MustCompile("(?m)^\\| `(\\w+)` \\| (.+) \\|$")

// parentheses in the contract hold vocabularies and types, not columns.
var parentheses = regexp.MustCompile(`\([^)]*\)`)

func TestTablesMatchContract(t *testing.T) {
	data, err := os.ReadFile("../../shared/CONTRACT.md")
	if err != nil {
		t.Skipf("no contract beside the repository: %v", err)
	}
	tables, err := Tables()
	if err != nil {
		t.Fatal(err)
	}
	rows := contractTable.FindAllStringSubmatch(string(data), -1)
	const added = 3 // data_dictionary, decisions and earlier_answers came after the contract
	if len(rows)+added != len(tables) {
		t.Errorf("%d schemas, the contract lists %d tables, %d were added", len(tables), len(rows), added)
	}
	for _, row := range rows {
		i := slices.IndexFunc(tables, func(tb Table) bool { return tb.Name == row[1] })
		if i < 0 {
			t.Errorf("no schema of table %s", row[1])
			continue
		}
		columns, key := contractColumns(row[1], row[2])
		var got []string
		for _, f := range tables[i].Fields {
			got = append(got, f.Name)
		}
		if !slices.Equal(got, columns) {
			t.Errorf("%s: columns\n%v, contract\n%v", row[1], got, columns)
		}
		if !slices.Equal(tables[i].PrimaryKey, key) {
			t.Errorf("%s: primary key %v, contract %v", row[1], tables[i].PrimaryKey, key)
		}
	}
}

// contractColumns reads a cell of the contract: key columns are bold, and in
// monitoring_practice a status follows each variable.
func contractColumns(table, cell string) (columns, key []string) {
	cell, _, _ = strings.Cut(cell, ", and for each of these")
	bold := false
	for part := range strings.SplitSeq(parentheses.ReplaceAllString(cell, ""), ",") {
		name := strings.TrimSpace(strings.ReplaceAll(part, "**", ""))
		starts := strings.Contains(part, " **") || strings.HasPrefix(part, "**")
		bold = bold || starts
		if bold {
			key = append(key, name)
		}
		if strings.Contains(strings.TrimPrefix(strings.TrimSpace(part), "**"), "**") {
			bold = false
		}
		columns = append(columns, name)
		if table == "monitoring_practice" && len(columns) > 2 {
			columns = append(columns, name+"_status")
		}
	}
	return columns, key
}

func TestPracticeMatchesCodebook(t *testing.T) {
	cb, err := DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	tables, err := Tables()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(tables, func(tb Table) bool { return tb.Name == "monitoring_practice" })
	if got, want := len(tables[i].Fields), 2+2*len(cb.Variables); got != want {
		t.Errorf("%d columns, the codebook's variables make %d", got, want)
	}
	for _, v := range cb.Variables {
		f := tables[i].Field(v.Name)
		if f == nil || tables[i].Field(v.Name+"_status") == nil {
			t.Errorf("variable %s has no column or no status", v.Name)
			continue
		}
		if !slices.Equal(f.Codes(), v.Codes) {
			t.Errorf("%s: codes %v, codebook %v", v.Name, f.Codes(), v.Codes)
		}
	}
}

func TestParentsComeFirst(t *testing.T) {
	tables, err := Tables()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, tb := range tables {
		for _, fk := range tb.ForeignKeys {
			if !seen[fk.Reference.Resource] {
				t.Errorf("%s stands before %s", tb.Name, fk.Reference.Resource)
			}
		}
		seen[tb.Name] = true
	}
}

func TestParseTableFaults(t *testing.T) {
	const head = "fields:\n  - {name: id, type: string, description: d, constraints: {required: true}}\n"
	for _, c := range []struct{ name, yaml, want string }{
		{"unknown key", head + "primarykey: [id]\n", "line 3: field primarykey not found"},
		{"unknown type", head + "  - {name: n, type: text, description: d}\nprimaryKey: [id]\n", `line 3: unknown type "text"`},
		{"bad pattern", head + "  - {name: n, type: string, description: d, constraints: {pattern: '('}}\n", "line 3: compile pattern"},
		{"column twice", head + "  - {name: id, type: string, description: d}\nprimaryKey: [id]\n", `"id" is empty or stands twice`},
		{"no key", head, "no primary key"},
		{"key unknown", head + "primaryKey: [other]\n", "primary key other is no required column"},
		{"list without items", head + "  - {name: l, type: list, description: d}\nprimaryKey: [id]\n", "column l: a list"},
		{"undescribed", head + "  - {name: n, type: string}\nprimaryKey: [id]\n", "column n lacks"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := parseTable("probe", []byte(c.yaml))
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "schema/tables/probe.yaml") {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
}

func TestCheckReferencesFaults(t *testing.T) {
	child := Table{Name: "child", Fields: []Field{{Name: "a"}}, ForeignKeys: []ForeignKey{{[]string{"a"}, Reference{"nowhere", []string{"a"}}}}}
	if checkReferences([]Table{child}) == nil {
		t.Error("a foreign key to no table passed")
	}
	child.ForeignKeys[0] = ForeignKey{[]string{"b"}, Reference{"child", nil}}
	if checkReferences([]Table{child}) == nil {
		t.Error("a foreign key on no column passed")
	}
}

func TestArrowTypes(t *testing.T) {
	tb, err := parseTable("probe", []byte(`fields:
  - {name: id, type: string, description: d, constraints: {required: true}}
  - {name: days, type: integer, unit: days, description: d}
  - {name: size, type: integer, bits: 64, description: d}
  - {name: share, type: number, description: d}
  - {name: flag, type: boolean, description: d}
  - {name: day, type: date, description: d}
  - {name: tags, type: list, itemType: string, description: d}
primaryKey: [id]
`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range tb.Arrow().Fields() {
		got = append(got, f.Type.String())
	}
	want := []string{"utf8", "int32", "int64", "float64", "bool", "date32", "list<item: utf8, nullable>"}
	if !slices.Equal(got, want) {
		t.Errorf("types %v, want %v", got, want)
	}
	days := tb.Arrow().Field(1)
	if unit, _ := days.Metadata.GetValue("unit"); unit != "days" || !days.Nullable {
		t.Errorf("days: %v", days)
	}
	if id := tb.Arrow().Field(0); id.Nullable || !arrow.TypeEqual(id.Type, arrow.BinaryTypes.String) {
		t.Errorf("id: %v", id)
	}
}

func TestTableJSONIsTableSchema(t *testing.T) {
	tables, err := Tables()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(tables, func(tb Table) bool { return tb.Name == "institutions" })
	data, err := json.Marshal(tables[i])
	if err != nil {
		t.Fatal(err)
	}
	want := `{"name":"ukprn","type":"string","description":"UK Provider Reference Number. Text, as it is a name and no quantity.","constraints":{"pattern":"^[0-9]{8}$"}}`
	if !strings.Contains(string(data), want) {
		t.Errorf("no field %s in %s", want, data)
	}
}
