// Package tables turns coded threads into the rows of the published tables,
// holds every row against its schema, and writes one Parquet file a table. It
// is the only writer of Parquet.
package tables

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// Result is what the stages made of one thread. A run that ends before coding
// leaves Coded empty and builds only tables that do not need it.
type Result struct {
	Thread   *thread.Thread
	Passages []thread.Passage
	Coded    thread.Coded

	Earlier   []thread.Answer // as known with the first reply; none where no further one came
	Decisions []Decision
}

// Decision is what a person decided of a cell beside what the rules had said.
// Question is "" for a variable of the practice, a code "" for none.
type Decision struct {
	Question, Column string
	Rules, Person    string
	On               time.Time
	Reason           string
}

// Rows are the rows of one table: they keep its schema and stand in order of
// its primary key. A cell is nil, string, int64, float64, bool, time.Time (a
// day in UTC) or []string, in order of the schema's columns.
type Rows struct {
	Schema *schema.Table
	Cells  [][]any
}

// row is a row under construction: every column of its table and no other.
type row map[string]any

// perThread builds a table's rows of one thread. Institutions, problems and the
// dictionary, which do not belong to one thread, are built from the whole.
var perThread = map[string]func(*Result) []row{
	"requests":            requestRows,
	"messages":            messageRows,
	"attachments":         attachmentRows,
	"passages":            passageRows,
	"answers":             answerRows,
	"monitoring_practice": practiceRows,
	"software_used":       softwareRows,
	"retention_periods":   retentionRows,
	"documents":           documentRows,
	"disclosures":         disclosureRows,
	"usage":               usageRows,
	"exemptions":          exemptionRows,
	"earlier_answers":     earlierRows,
	"decisions":           decisionRows,
	"evidence":            evidenceRows,
}

// Build makes the named tables, all where none is named, in the order of
// schema.Tables. The order of results and problems does not matter. A row that
// breaks its schema is an error that names table, row and column.
func Build(results []Result, problems []thread.Problem, names ...string) ([]Rows, error) {
	schemas, err := schema.Tables()
	if err != nil {
		return nil, err
	}
	results = slices.Clone(results)
	slices.SortStableFunc(results, func(a, b Result) int {
		return strings.Compare(a.Thread.RequestID, b.Thread.RequestID)
	})
	institutions, conflicts := institutionRows(results)
	problems = slices.Concat(problems, conflicts)

	var tables []Rows
	for i := range schemas {
		s := &schemas[i]
		if len(names) > 0 && !slices.Contains(names, s.Name) {
			continue
		}
		var rows []row
		switch s.Name {
		case "institutions":
			rows = institutions
		case "problems":
			rows = problemRows(problems)
		case dictionary:
			rows = dictionaryRows(schemas)
		default:
			for j := range results {
				rows = append(rows, perThread[s.Name](&results[j])...)
			}
		}
		t, err := check(s, rows)
		if err != nil {
			return nil, fmt.Errorf("build table %s: %w", s.Name, err)
		}
		tables = append(tables, t)
	}
	return tables, nil
}
