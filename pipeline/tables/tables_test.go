package tables

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

func mustBuild(t *testing.T, results []Result, problems []thread.Problem, names ...string) map[string]Rows {
	t.Helper()
	tables, err := Build(results, problems, names...)
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]Rows{}
	for _, tb := range tables {
		byName[tb.Schema.Name] = tb
	}
	return byName
}

// cell is one value of a table's row i.
func (t Rows) cell(i int, column string) any {
	return t.Cells[i][slices.IndexFunc(t.Schema.Fields, func(f schema.Field) bool { return f.Name == column })]
}

func TestEveryTableHasABuilder(t *testing.T) {
	schemas, err := schema.Tables()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{}
	for _, s := range schemas {
		want = append(want, s.Name)
	}
	got := slices.Concat([]string{"institutions", "problems", dictionary}, slices.Collect(maps.Keys(perThread)))
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("builders %v, schemas %v", got, want)
	}
}

func TestRowsFitTheirSchemas(t *testing.T) {
	tables := mustBuild(t, []Result{example("b"), example("a")}, []thread.Problem{{Kind: "empty_file", Severity: "warning", SourcePath: "c.txt"}})
	for name, tb := range tables {
		if len(tb.Cells) == 0 {
			t.Errorf("table %s has no rows in the example", name)
		}
	}
	for _, c := range []struct {
		table  string
		row    int
		column string
		want   any
	}{
		{"requests", 0, "request_id", "a"},
		{"requests", 0, "working_days", nil},
		{"requests", 0, "attachment_count", int64(1)},
		{"requests", 0, "sent_on", time.Date(2020, 6, 1, 0, 0, 0, 0, time.UTC)},
		{"messages", 1, "dated_on", nil},
		{"attachments", 0, "bytes", int64(5 << 30)},
		{"passages", 0, "passage_id", "a/2/1/p1"},
		{"passages", 1, "passage_id", "a/2/p1"},
		{"passages", 1, "text", "Café notice."},
		{"passages", 2, "char_start", int64(56)},
		{"answers", 0, "review_reason", "two answers; short"},
		{"answers", 0, "coder", "rules"},
		{"monitoring_practice", 0, "warrants", int64(3)},
		{"monitoring_practice", 0, "overt", nil},
		{"retention_periods", 1, "months", nil},
		{"usage", 0, "count", nil},
		{"exemptions", 0, "subsection", "(1)(a); (1)(g)"},
		{"exemptions", 0, "applied", "applied"},
		{"exemptions", 0, "evidence_id", "a/0001"},
		{"evidence", 1, "quote", "Hootsuite"},
		{"evidence", 1, "char_start", int64(20)},
		{"problems", 0, "problem_id", "p000001"},
		{"earlier_answers", 0, "disposition", "refused"},
		{"earlier_answers", 0, "polarity", nil},
		{"decisions", 0, "decision_id", "a/a/polarity"},
		{"decisions", 0, "table_name", "answers"},
		{"decisions", 0, "rules_code", nil},
		{"decisions", 1, "decision_id", "a/covert"},
		{"decisions", 1, "table_name", "monitoring_practice"},
		{"decisions", 1, "question_id", nil},
		{"decisions", 1, "person_code", "refused"},
	} {
		if got := tables[c.table].cell(c.row, c.column); got != c.want {
			t.Errorf("%s row %d, %s: %v, want %v", c.table, c.row, c.column, got, c.want)
		}
	}
	if got := tables["passages"].cell(2, "question_ids").([]string); !slices.Equal(got, []string{"b1", "b2"}) {
		t.Errorf("question_ids %v are not sorted", got)
	}
}

func TestInstitutionIsOneRow(t *testing.T) {
	first, second := example("a"), example("b")
	second.Thread.Institution = first.Thread.Institution
	tables := mustBuild(t, []Result{second, first}, nil, "institutions", "problems")
	if len(tables) != 2 || len(tables["institutions"].Cells) != 1 || len(tables["problems"].Cells) != 0 {
		t.Errorf("the same description gave %v", tables)
	}
	second.Thread.Institution.Name = "Univ. of a"
	tables = mustBuild(t, []Result{second, first}, nil, "institutions", "problems")
	if got := tables["institutions"].cell(0, "name"); got != "University of a" {
		t.Errorf("name %v is not the first request's", got)
	}
	if len(tables["problems"].Cells) != 1 {
		t.Error("a conflict is no problem")
	}
}

func TestFaultsAreErrors(t *testing.T) {
	for _, c := range []struct {
		name, want string
		plant      func(*Result)
	}{
		{"unknown code", `table answers: row a/a, column disposition: unknown code "maybe"`, func(r *Result) { r.Coded.Answers[0].Disposition = "maybe" }},
		{"null in required", "table documents: row a/, column doc_type: null in a required column", func(r *Result) { r.Coded.Documents[0].Type = "" }},
		{"duplicate key", "table software_used: row a/Hootsuite/listening, column request_id, product, use: primary key stands twice", func(r *Result) {
			r.Coded.Software = append(r.Coded.Software, r.Coded.Software[0])
		}},
		{"unknown column", "table monitoring_practice: row a, column mood: unknown column", func(r *Result) { r.Coded.Practice["mood"] = thread.Value{} }},
		{"missing column", "column covert: column is not filled", func(r *Result) { delete(r.Coded.Practice, "covert") }},
		{"wrong type", "column covert: wrong type: int64 7 is no string", func(r *Result) { r.Coded.Practice["covert"] = thread.Value{Code: "7", Status: "stated"} }},
		{"code for a list", "column platforms: wrong type", func(r *Result) { r.Coded.Practice["platforms"] = thread.Value{Code: "twitter", Status: "stated"} }},
		{"unknown item", `column platforms: unknown code "myspace"`, func(r *Result) {
			r.Coded.Practice["platforms"] = thread.Value{List: []string{"myspace"}, Status: "stated"}
		}},
		{"out of bounds", "column confidence: 1.5 is out of bounds", func(r *Result) { r.Coded.Answers[0].Confidence = 1.5 }},
		{"pattern", `column period: "six years" does not match`, func(r *Result) { r.Coded.Retention[0].Period = "six years" }},
		{"too wide", "column months: 8589934592 does not fit in 32 bits", func(r *Result) { r.Coded.Retention[0].Months = 1 << 33 }},
		{"empty item", "column refers_to: empty item", func(r *Result) { r.Coded.Answers[0].RefersTo = []string{""} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := example("a")
			c.plant(&r)
			_, err := Build([]Result{r}, nil)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
}

func TestInvalidUTF8KeepsOffsets(t *testing.T) {
	if got := validUTF8("a\xff\xfeb"); got != "a\ufffd\ufffdb" {
		t.Errorf("%q", got)
	}
}
