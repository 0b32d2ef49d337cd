package schema

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

//go:embed tables/*.yaml
var tableFiles embed.FS

// Table is the Frictionless Table Schema of one table: the single source of
// its columns, types, keys and vocabularies. Its JSON form is a Table Schema.
type Table struct {
	Name        string       `yaml:"-" json:"-"` // the file's name
	Title       string       `yaml:"title" json:"-"`
	Description string       `yaml:"description" json:"-"`
	Fields      []Field      `yaml:"fields" json:"fields"`
	PrimaryKey  []string     `yaml:"primaryKey" json:"primaryKey"` // the table's sort order too
	ForeignKeys []ForeignKey `yaml:"foreignKeys" json:"foreignKeys,omitempty"`
}

// Field is a column.
type Field struct {
	Name            string       `yaml:"name" json:"name"`
	Type            FieldType    `yaml:"type" json:"type"`
	ItemType        FieldType    `yaml:"itemType" json:"itemType,omitempty"` // of a list; always string
	Bits            int          `yaml:"bits" json:"-"`                      // of an integer: 64, or 0 for 32
	Unit            string       `yaml:"unit" json:"unit,omitempty"`
	Description     string       `yaml:"description" json:"description"`
	Constraints     Constraints  `yaml:"constraints" json:"constraints,omitzero"`
	ItemConstraints *Constraints `yaml:"itemConstraints" json:"itemConstraints,omitempty"` // on each item of a list
}

// Constraints are the rules that a column's values keep. Bounds are inclusive.
type Constraints struct {
	Required bool     `yaml:"required" json:"required,omitempty"`
	Enum     []string `yaml:"enum" json:"enum,omitempty"`
	Pattern  *Pattern `yaml:"pattern" json:"pattern,omitempty"`
	Minimum  *float64 `yaml:"minimum" json:"minimum,omitempty"`
	Maximum  *float64 `yaml:"maximum" json:"maximum,omitempty"`
}

// ForeignKey says that columns, where none is null, name a row of another table.
type ForeignKey struct {
	Fields    []string  `yaml:"fields" json:"fields"`
	Reference Reference `yaml:"reference" json:"reference"`
}

// Reference is the side of a foreign key that is pointed to.
type Reference struct {
	Resource string   `yaml:"resource" json:"resource"`
	Fields   []string `yaml:"fields" json:"fields"`
}

// FieldType is a type of the Table Schema standard.
type FieldType string

// The types in use.
const (
	String  FieldType = "string"
	Integer FieldType = "integer"
	Number  FieldType = "number"
	Boolean FieldType = "boolean"
	Date    FieldType = "date"
	List    FieldType = "list"
)

// UnmarshalYAML accepts the types in use alone.
func (t *FieldType) UnmarshalYAML(n *yaml.Node) error {
	*t = FieldType(n.Value)
	if !slices.Contains([]FieldType{String, Integer, Number, Boolean, Date, List}, *t) {
		return fmt.Errorf("line %d: unknown type %q", n.Line, n.Value)
	}
	return nil
}

// Codes is the closed vocabulary of the column's values, or of a list's items;
// nil where it has none.
func (f *Field) Codes() []string {
	if f.ItemConstraints != nil {
		return f.ItemConstraints.Enum
	}
	return f.Constraints.Enum
}

// Field returns the column with a name, nil where there is none.
func (t *Table) Field(name string) *Field {
	i := slices.IndexFunc(t.Fields, func(f Field) bool { return f.Name == name })
	if i < 0 {
		return nil
	}
	return &t.Fields[i]
}

// RowKey names the columns of the primary key below the request: what
// thread.Evidence.RowKey joins with slashes.
func (t *Table) RowKey() []string {
	return slices.DeleteFunc(slices.Clone(t.PrimaryKey), func(c string) bool { return c == "request_id" })
}

// Tables returns the schemas of all tables, each behind those that it refers
// to and otherwise by name. Callers share them and must not change them.
var Tables = sync.OnceValues(loadTables)

func loadTables() ([]Table, error) {
	entries, err := tableFiles.ReadDir("tables")
	if err != nil {
		return nil, fmt.Errorf("list table schemas: %w", err)
	}
	var tables []Table
	for _, e := range entries {
		data, err := tableFiles.ReadFile(path.Join("tables", e.Name()))
		if err != nil {
			return nil, fmt.Errorf("read table schema: %w", err)
		}
		t, err := parseTable(strings.TrimSuffix(e.Name(), ".yaml"), data)
		if err != nil {
			return nil, err
		}
		tables = append(tables, t)
	}
	if err := checkReferences(tables); err != nil {
		return nil, err
	}
	return parentsFirst(tables), nil
}

func parseTable(name string, data []byte) (Table, error) {
	t := Table{Name: name}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&t); err != nil {
		return t, fmt.Errorf("decode schema/tables/%s.yaml: %w", name, err)
	}
	if err := t.check(); err != nil {
		return t, fmt.Errorf("check schema/tables/%s.yaml: %w", name, err)
	}
	return t, nil
}

// check holds a schema to be sound in itself.
func (t *Table) check() error {
	seen := map[string]bool{}
	for _, f := range t.Fields {
		if f.Name == "" || seen[f.Name] {
			return fmt.Errorf("column %q is empty or stands twice", f.Name)
		}
		seen[f.Name] = true
		if f.Description == "" || f.Type == "" {
			return fmt.Errorf("column %s lacks a type or description", f.Name)
		}
		if (f.Type == List) != (f.ItemType == String) {
			return fmt.Errorf("column %s: a list, and nothing else, has items of type string", f.Name)
		}
		if f.Bits != 0 && (f.Type != Integer || f.Bits != 64) {
			return fmt.Errorf("column %s: bits is 64, on an integer", f.Name)
		}
	}
	if len(t.PrimaryKey) == 0 {
		return fmt.Errorf("no primary key")
	}
	for _, k := range t.PrimaryKey {
		if f := t.Field(k); f == nil || !f.Constraints.Required {
			return fmt.Errorf("primary key %s is no required column", k)
		}
	}
	return nil
}

// checkReferences holds every foreign key to name columns on both sides.
func checkReferences(tables []Table) error {
	for _, t := range tables {
		for _, fk := range t.ForeignKeys {
			i := slices.IndexFunc(tables, func(p Table) bool { return p.Name == fk.Reference.Resource })
			if i < 0 || !slices.Equal(fk.Reference.Fields, tables[i].PrimaryKey) {
				return fmt.Errorf("check schema/tables/%s.yaml: %s refers to no primary key", t.Name, fk.Fields)
			}
			for _, c := range fk.Fields {
				if t.Field(c) == nil {
					return fmt.Errorf("check schema/tables/%s.yaml: foreign key on unknown column %s", t.Name, c)
				}
			}
		}
	}
	return nil
}

// parentsFirst orders tables by their depth below the tables they refer to.
func parentsFirst(tables []Table) []Table {
	byName := map[string]Table{}
	for _, t := range tables {
		byName[t.Name] = t
	}
	var depth func(name string) int
	depth = func(name string) int {
		d := 0
		for _, fk := range byName[name].ForeignKeys {
			d = max(d, 1+depth(fk.Reference.Resource))
		}
		return d
	}
	slices.SortFunc(tables, func(a, b Table) int {
		return cmp.Or(depth(a.Name)-depth(b.Name), strings.Compare(a.Name, b.Name))
	})
	return tables
}
