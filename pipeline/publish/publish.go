// Package publish turns the tables of a build into what people download: a CSV
// mirror, a workbook, a database with the summaries, a data package descriptor,
// the codebook as a document, and checksums.
package publish

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"roundrobin/schema"
)

// Name and Version name the dataset in everything that is published. CITATION.cff
// says the same.
const (
	Name    = "roundrobin"
	Version = "0.1.0"
)

// Table is a table's schema and its rows in order of the primary key. A cell is
// nil, string, int64, float64, bool, time.Time (a day in UTC) or []string.
type Table struct {
	Schema *schema.Table
	Cells  [][]any
}

// Release is one build on its way out. Dir already holds tables/*.parquet.
type Release struct {
	Dir      string
	Tables   []Table
	Codebook *schema.Codebook
	Sample   bool                // made from invented threads
	Source   string              // SHA-256 over the input
	Persons  map[string][]string // by request id: names that may not be published

	Checks string // what the checks found, as it is printed; filled by Write
	Failed int    // checks of severity error that found something; filled by Write
}

// Write adds everything beside the tables to the release's folder: the same
// tables give the same bytes. The checksums come last and cover all the rest.
func (r *Release) Write(ctx context.Context) error {
	steps := []struct {
		name string
		run  func() error
	}{
		{"csv", r.writeCSV},
		{"database", func() error { return r.writeDatabase(ctx) }},
		{"checks", func() error { return r.writeChecks(ctx) }},
		{"workbook", r.writeWorkbook},
		{"codebook", r.writeCodebook},
		{"datapackage", r.writePackage},
		{"checksums", r.writeSums},
	}
	for _, s := range steps {
		if err := s.run(); err != nil {
			return fmt.Errorf("publish %s: %w", s.name, err)
		}
	}
	return nil
}

// writeFile writes a file below the release's folder. The folder gets its name
// only when it is whole, so a file needs no temporary one.
func (r *Release) writeFile(name string, data []byte) error {
	file := filepath.Join(r.Dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}

// table returns the table with a name; an empty one where the build has none.
func (r *Release) table(name string) Table {
	for _, t := range r.Tables {
		if t.Schema.Name == name {
			return t
		}
	}
	return Table{}
}

// column returns the position of a column, -1 where there is none.
func (t Table) column(name string) int {
	for i := range t.Schema.Fields {
		if t.Schema.Fields[i].Name == name {
			return i
		}
	}
	return -1
}
