// Package diff tells two published packages apart: which rows and cells changed,
// why, and by how much the version must rise.
package diff

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"roundrobin/queries"
)

// descriptor is what a comparison needs of a datapackage.json.
type descriptor struct {
	Version   string `json:"version"`
	Codebook  string `json:"codebook_sha256"`
	Source    string `json:"source_sha256"`
	Resources []struct {
		Name   string `json:"name"`
		Path   string `json:"path"`
		Schema struct {
			Fields     []field  `json:"fields"`
			PrimaryKey []string `json:"primaryKey"`
		} `json:"schema"`
	} `json:"resources"`
}

type field struct {
	Name            string      `json:"name"`
	Type            string      `json:"type"`
	Constraints     constraints `json:"constraints"`
	ItemConstraints constraints `json:"itemConstraints"`
}

type constraints struct {
	Required bool     `json:"required"`
	Enum     []string `json:"enum"`
}

func (f field) codes() []string { return slices.Concat(f.Constraints.Enum, f.ItemConstraints.Enum) }

// build is a package as read: its descriptor and its tables by name.
type build struct {
	descriptor
	tables map[string]*table
}

// table holds the rows of a table by key. A cell is a string or nil.
type table struct {
	fields []field
	key    []string
	names  []string // of the columns, in the order of the cells
	rows   map[string][]any
}

// VersionOf reads the version of the package in a folder.
func VersionOf(dir string) (v Version, err error) {
	d, err := readDescriptor(dir)
	if err != nil {
		return v, err
	}
	return ParseVersion(d.Version)
}

func readDescriptor(dir string) (d descriptor, err error) {
	data, err := os.ReadFile(filepath.Join(dir, "datapackage.json"))
	if err != nil {
		return d, fmt.Errorf("read package: %w", err)
	}
	if err := json.Unmarshal(data, &d); err != nil {
		return d, fmt.Errorf("decode %s/datapackage.json: %w", dir, err)
	}
	return d, nil
}

// read reads the package in a folder.
func read(ctx context.Context, dir string) (*build, error) {
	d, err := readDescriptor(dir)
	if err != nil {
		return nil, err
	}
	b := &build{d, map[string]*table{}}
	for _, res := range b.Resources {
		if !strings.HasSuffix(res.Path, ".parquet") {
			continue
		}
		r, err := queries.ReadParquet(ctx, filepath.Join(dir, filepath.FromSlash(res.Path)))
		if err != nil {
			return nil, err
		}
		t := &table{fields: res.Schema.Fields, key: res.Schema.PrimaryKey, names: r.Columns, rows: map[string][]any{}}
		for _, row := range r.Rows {
			t.rows[t.keyOf(row)] = row
		}
		b.tables[res.Name] = t
	}
	return b, nil
}

// cell returns a row's value in a column, nil for null and where there is none.
func (t *table) cell(row []any, column string) any {
	if i := slices.Index(t.names, column); i >= 0 && row != nil {
		return row[i]
	}
	return nil
}

// text is a cell as text, "" for null.
func (t *table) text(row []any, column string) string {
	s, _ := t.cell(row, column).(string)
	return s
}

// keyOf joins the primary key of a row by slashes.
func (t *table) keyOf(row []any) string {
	parts := make([]string, len(t.key))
	for i, k := range t.key {
		parts[i] = t.text(row, k)
	}
	return strings.Join(parts, "/")
}

// rowKey is the primary key below the request, as evidence names it.
func (t *table) rowKey(row []any) string {
	var parts []string
	for _, k := range t.key {
		if k != "request_id" {
			parts = append(parts, t.text(row, k))
		}
	}
	return strings.Join(parts, "/")
}

// field returns the description of a column.
func (t *table) field(name string) (field, bool) {
	i := slices.IndexFunc(t.fields, func(f field) bool { return f.Name == name })
	if i < 0 {
		return field{}, false
	}
	return t.fields[i], true
}
