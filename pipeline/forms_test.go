package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"roundrobin/pipeline/tables"
)

// notCoded are the columns that a form cannot keep or that say of which form a
// row is made: no codes.
var notCoded = map[string][]string{
	"requests":          {"batch_id", "platform_status", "source_kind", "source_path", "source_sha256", "source_url"},
	"answers":           {"confidence", "answer_text"},
	"retention_periods": {"period_text"},
	"disclosures":       {"recipient_text", "period_text"},
	"documents":         {"filename"},
	"exemptions":        {"evidence_id"},
}

var codedTables = []string{"requests", "answers", "monitoring_practice", "software_used", "retention_periods", "documents", "disclosures", "usage", "exemptions"}

// undated are the columns that rest on dates which only a header has.
var undated = []string{"requests.sent_on", "requests.acknowledged_on", "requests.due_on", "requests.responded_on", "requests.working_days", "requests.timeliness", "requests.outcome"}

var update = flag.Bool("update", false, "write data/forms anew")

// TestFormsGiveEqualCodes lays every sample thread down in each form, takes it
// through the stages and compares the cells with those of its YAML form. Run
// it with -v to see each difference; -update writes the table of equality.
func TestFormsGiveEqualCodes(t *testing.T) {
	if testing.Short() {
		t.Skip("seven builds of the sample")
	}
	all := sampleLetters(t)
	want := codedCells(t, "../data/sample")
	shares := map[string][]string{}
	for _, f := range allForms {
		t.Run(f.name, func(t *testing.T) {
			dir := t.TempDir()
			for _, l := range all {
				writeFiles(t, dir, f.render(t, l))
			}
			writeFiles(t, dir, map[string][]byte{sampleMarker: nil})
			for table, share := range compareCells(t, f, want, codedCells(t, dir)) {
				shares[table] = append(shares[table], share)
			}
		})
	}
	holdEquality(t, equality(shares))
}

// holdEquality writes the table of equality under -update, and otherwise holds
// the one that is published to it.
func holdEquality(t *testing.T, want []byte) {
	t.Helper()
	if *update {
		writeFiles(t, formsDir, map[string][]byte{"EQUALITY.md": want})
		return
	}
	got, err := os.ReadFile(filepath.Join(formsDir, "EQUALITY.md"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("EQUALITY.md says other shares than these; make sample writes it anew")
	}
}

// equality is the table form x field.
func equality(shares map[string][]string) []byte {
	var b strings.Builder
	b.WriteString("# Cells equal to those of the YAML form\n\nOf the sample's threads laid down in each form; written by `make sample`.\n\n| field |")
	for _, f := range allForms {
		b.WriteString(" " + f.name + " |")
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(allForms)) + "\n")
	for _, field := range slices.Sorted(maps.Keys(shares)) {
		fmt.Fprintf(&b, "| %s | %s |\n", field, strings.Join(shares[field], " | "))
	}
	return []byte(b.String())
}

func sampleLetters(t *testing.T) []*letters {
	t.Helper()
	files, err := filepath.Glob("../data/sample/*.thread.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sample threads: %v", err)
	}
	var out []*letters
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, readLetters(t, data))
	}
	return out
}

func writeFiles(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	for name, data := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// codedCells are the coded cells of a collected folder, by table, column and
// key of the row.
func codedCells(t *testing.T, collected string) map[string]map[string]string {
	t.Helper()
	s := &session{stdout: io.Discard, stderr: io.Discard}
	s.collected, s.reference, s.jobs = collected, "../data/reference", 2
	s.out = filepath.Join(t.TempDir(), "out")
	p, err := s.pass(context.Background(), toCode)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range p.problems {
		t.Logf("%s: %s %s: %s", problem.SourcePath, problem.Kind, problem.Locator, problem.Detail)
	}
	rows, err := tables.Build(p.results, nil, codedTables...)
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string]map[string]string{}
	for _, table := range rows {
		for _, row := range table.Cells {
			var key []string
			for i, f := range table.Schema.Fields {
				if slices.Contains(table.Schema.PrimaryKey, f.Name) {
					key = append(key, fmt.Sprint(row[i]))
				}
			}
			for i, f := range table.Schema.Fields {
				if slices.Contains(table.Schema.PrimaryKey, f.Name) || slices.Contains(notCoded[table.Schema.Name], f.Name) {
					continue
				}
				column := table.Schema.Name + "." + f.Name
				if cells[column] == nil {
					cells[column] = map[string]string{}
				}
				cells[column][strings.Join(key, "/")] = fmt.Sprint(row[i])
			}
		}
	}
	return cells
}

// leastEqual is the share of cells of a form that must equal those of the YAML
// form, in percent.
const leastEqual = 99

// compareCells returns the share of equal cells over both sides by column, and
// of all; a cell on one side alone is unequal.
func compareCells(t *testing.T, f form, want, got map[string]map[string]string) map[string]string {
	t.Helper()
	shares := map[string]string{}
	equal, total := 0, 0
	for _, column := range slices.Sorted(maps.Keys(want)) {
		keys := maps.Clone(want[column])
		maps.Copy(keys, got[column])
		same := 0
		for _, key := range slices.Sorted(maps.Keys(keys)) {
			w, inWant := want[column][key]
			g, inGot := got[column][key]
			if inWant && inGot && w == g {
				same++
				continue
			}
			t.Logf("%s %s: yaml %q, here %q", column, key, w, g)
		}
		shares["`"+column+"`"] = fmt.Sprintf("%d/%d", same, len(keys))
		if !slices.Contains(f.lacks, column) {
			equal, total = equal+same, total+len(keys)
		}
	}
	share := 100 * float64(equal) / float64(total)
	shares["**all it can give**"] = fmt.Sprintf("**%.2f %%**", share)
	t.Logf("%d of %d cells equal, %.2f %%", equal, total, share)
	if share < leastEqual {
		t.Errorf("%d of %d cells equal those of the YAML form, want %d %%", equal, total, leastEqual)
	}
	return shares
}
