package queries

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
)

//go:embed checks/*.sql summaries/*.sql
var files embed.FS

// Script is one stored query with its purpose in a sentence.
type Script struct{ Name, Purpose, SQL string }

// Summary is a published query with the title that people see; its name is that
// of its file, its table and its CSV file.
type Summary struct {
	Script
	Title string
}

// Check is a query for rows that should not be there.
type Check struct {
	Script
	Severity string // error or warning
}

// Summaries returns the published queries by name. Line 1 of each file is a
// comment that says its purpose, line 2 is "-- title: …".
func Summaries() ([]Summary, error) {
	written, err := readQueries("summaries")
	if err != nil {
		return nil, err
	}
	var summaries []Summary
	for _, q := range written {
		title, ok := q.second("title")
		if !ok || title == "" {
			return nil, fmt.Errorf("read summary %s: line 2 gives no title", q.Name)
		}
		summaries = append(summaries, Summary{q, title})
	}
	return summaries, nil
}

// Checks returns the checks made from the table schemas and then the written
// ones, whose line 2 is "-- severity: error" or "-- severity: warning".
func Checks() ([]Check, error) {
	checks, err := schemaChecks()
	if err != nil {
		return nil, err
	}
	written, err := readQueries("checks")
	if err != nil {
		return nil, err
	}
	for _, q := range written {
		severity, ok := q.second("severity")
		if !ok || !slices.Contains([]string{"error", "warning"}, severity) {
			return nil, fmt.Errorf("read check %s: line 2 gives no severity", q.Name)
		}
		checks = append(checks, Check{q, severity})
	}
	return checks, nil
}

// second is what line 2 of the file says under a key.
func (q Script) second(key string) (string, bool) {
	_, rest, _ := strings.Cut(q.SQL, "\n")
	line, _, _ := strings.Cut(rest, "\n")
	return strings.CutPrefix(line, "-- "+key+": ")
}

func readQueries(dir string) ([]Script, error) {
	entries, err := files.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", dir, err)
	}
	var queries []Script
	for _, e := range entries {
		data, err := files.ReadFile(path.Join(dir, e.Name()))
		if err != nil {
			return nil, fmt.Errorf("read query: %w", err)
		}
		first, _, _ := strings.Cut(string(data), "\n")
		purpose, ok := strings.CutPrefix(first, "-- ")
		if !ok {
			return nil, fmt.Errorf("read query %s: line 1 is no comment", e.Name())
		}
		queries = append(queries, Script{strings.TrimSuffix(e.Name(), ".sql"), purpose, string(data)})
	}
	return queries, nil
}
