package diff

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
)

// Report is the difference between two packages. Its JSON form is published.
type Report struct {
	OldVersion      string         `json:"old_version"`
	NewVersion      string         `json:"new_version"`
	Bump            Bump           `json:"bump"`
	SourceChanged   bool           `json:"source_changed"`
	CodebookChanged bool           `json:"codebook_changed"`
	Schema          []SchemaChange `json:"schema"`
	Tables          []TableCount   `json:"tables"`
	Causes          []CauseCount   `json:"causes"`
	Rows            []RowChange    `json:"rows"`
	Cells           []CellChange   `json:"cells"`
}

// TableCount counts the rows of a table that is not the same in both packages.
type TableCount struct {
	Table   string `json:"table"`
	Old     int    `json:"old_rows"`
	New     int    `json:"new_rows"`
	Added   int    `json:"added"`
	Removed int    `json:"removed"`
	Changed int    `json:"changed"`
	Cells   int    `json:"cells_changed"`
}

// CauseCount counts the rows that came or went and the cells that changed.
type CauseCount struct {
	Cause Cause `json:"cause"`
	Rows  int   `json:"rows"`
	Cells int   `json:"cells"`
}

// RowChange is a row that only one package has.
type RowChange struct {
	Table  string `json:"table"`
	Key    string `json:"key"`
	Change string `json:"change"` // added or removed
	Cause  Cause  `json:"cause"`
}

// CellChange is a cell with another value. The rules are those of its evidence.
type CellChange struct {
	Table    string   `json:"table"`
	Key      string   `json:"key"`
	Column   string   `json:"column"`
	Old      any      `json:"old"` // text or null
	New      any      `json:"new"`
	Cause    Cause    `json:"cause"`
	OldRules []string `json:"old_rules,omitempty"`
	NewRules []string `json:"new_rules,omitempty"`
}

// comparison is the two packages while they are compared.
type comparison struct {
	old, new *build
	from, to trail
	report   Report
}

// Compare compares the packages in two folders. Rows are the same where their
// primary keys are.
func Compare(ctx context.Context, oldDir, newDir string) (*Report, error) {
	before, err := read(ctx, oldDir)
	if err != nil {
		return nil, err
	}
	after, err := read(ctx, newDir)
	if err != nil {
		return nil, err
	}
	return compare(before, after), nil
}

func compare(before, after *build) *Report {
	c := &comparison{old: before, new: after, from: newTrail(before), to: newTrail(after)}
	c.report = Report{
		OldVersion: before.Version, NewVersion: after.Version,
		SourceChanged: before.Source != after.Source, CodebookChanged: before.Codebook != after.Codebook,
		Schema: schemaChanges(before, after), Rows: []RowChange{}, Cells: []CellChange{}, Tables: []TableCount{},
	}
	names := slices.Sorted(maps.Keys(before.tables))
	for name := range after.tables {
		if before.tables[name] == nil {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		c.table(name)
	}
	c.report.Causes = countCauses(&c.report)
	c.report.Bump = c.report.bump()
	return &c.report
}

// table compares the rows of one table.
func (c *comparison) table(name string) {
	a, b := cmp.Or(c.old.tables[name], &table{}), cmp.Or(c.new.tables[name], &table{})
	n := TableCount{Table: name, Old: len(a.rows), New: len(b.rows)}
	for _, key := range slices.Sorted(maps.Keys(a.rows)) {
		if b.rows[key] == nil {
			n.Removed++
			c.report.Rows = append(c.report.Rows, RowChange{name, key, "removed", c.cause(name, a, a.rows[key], "")})
		}
	}
	for _, key := range slices.Sorted(maps.Keys(b.rows)) {
		if a.rows[key] == nil {
			n.Added++
			c.report.Rows = append(c.report.Rows, RowChange{name, key, "added", c.cause(name, b, b.rows[key], "")})
			continue
		}
		if cells := c.row(name, key, a, b); cells > 0 {
			n.Changed++
			n.Cells += cells
		}
	}
	if n.Added+n.Removed+n.Changed > 0 {
		c.report.Tables = append(c.report.Tables, n)
	}
}

// row compares the cells of the columns that both packages have.
func (c *comparison) row(name, key string, a, b *table) (changed int) {
	before, after := a.rows[key], b.rows[key]
	for i, column := range b.names {
		if !slices.Contains(a.names, column) || a.cell(before, column) == after[i] {
			continue
		}
		changed++
		id := cellID{b.text(after, "request_id"), name, b.rowKey(after), column}
		c.report.Cells = append(c.report.Cells, CellChange{
			Table: name, Key: key, Column: column, Old: a.cell(before, column), New: after[i],
			Cause: c.cause(name, b, after, column), OldRules: c.from.rules[id], NewRules: c.to.rules[id],
		})
	}
	return changed
}

func countCauses(r *Report) []CauseCount {
	counts := map[Cause]CauseCount{}
	for _, row := range r.Rows {
		n := counts[row.Cause]
		n.Rows++
		counts[row.Cause] = n
	}
	for _, cell := range r.Cells {
		n := counts[cell.Cause]
		n.Cells++
		counts[cell.Cause] = n
	}
	out := []CauseCount{}
	for cause, n := range counts {
		n.Cause = cause
		out = append(out, n)
	}
	slices.SortFunc(out, func(a, b CauseCount) int {
		return cmp.Or(b.Rows+b.Cells-a.Rows-a.Cells, strings.Compare(string(a.Cause), string(b.Cause)))
	})
	return out
}
