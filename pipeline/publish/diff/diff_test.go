package diff

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// newTable makes a table from its columns, the first keys of which are its key.
func newTable(keys int, columns []string, rows ...[]any) *table {
	t := &table{names: columns, key: columns[:keys], rows: map[string][]any{}}
	for _, c := range columns {
		t.fields = append(t.fields, field{Name: c, Type: "string"})
	}
	for _, r := range rows {
		t.rows[t.keyOf(r)] = r
	}
	return t
}

// example is a package of two requests with one answer each.
func example(change func(*build)) *build {
	b := &build{tables: map[string]*table{
		"requests": newTable(1, []string{"request_id", "source_sha256"}, []any{"east", "aa"}, []any{"west", "bb"}),
		"answers": newTable(2, []string{"request_id", "question_id", "disposition", "coder"},
			[]any{"east", "q1", "answered", "rules"}, []any{"west", "q1", nil, "rules"}),
		"evidence": newTable(1, []string{"evidence_id", "request_id", "table_name", "row_key", "variable", "rule", "coder"},
			[]any{"e1", "east", "answers", "q1", "disposition", "plain_no", "rules"}),
	}}
	b.Version, b.Codebook, b.Source = "1.0.0", "c1", "s1"
	b.tables["answers"].fields[2].Constraints.Enum = []string{"answered", "refused"}
	if change != nil {
		change(b)
	}
	return b
}

func TestCompare(t *testing.T) {
	answer := func(b *build, row ...any) { b.tables["answers"].rows[b.tables["answers"].keyOf(row)] = row }
	for _, c := range []struct {
		name   string
		change func(*build)
		bump   Bump
		want   string // in the text
	}{
		{"nothing", nil, None, "no difference"},
		{"rules", func(b *build) {
			answer(b, "east", "q1", "refused", "rules")
			b.tables["evidence"].rows["e1"][5] = "ground"
		}, Patch, "answers east/q1 disposition: answered -> refused (rules: plain_no -> ground)"},
		{"null", func(b *build) { answer(b, "west", "q1", "refused", "rules") }, Patch, "answers west/q1 disposition: null -> refused (rules)"},
		{"codebook", func(b *build) { b.Codebook = "c2"; answer(b, "east", "q1", "refused", "rules") }, Patch, "answered -> refused (codebook)"},
		{"decision", func(b *build) { answer(b, "east", "q1", "refused", "manual") }, Patch, "answered -> refused (decision)"},
		{"source", func(b *build) {
			b.tables["requests"].rows["east"] = []any{"east", "ff"}
			answer(b, "east", "q1", "refused", "manual")
		}, Patch, "answered -> refused (source)"},
		{"row removed", func(b *build) { delete(b.tables["answers"].rows, "east/q1") }, Patch, "answers east/q1 removed (rules)"},
		{"request added", func(b *build) {
			b.tables["requests"].rows["north"] = []any{"north", "cc"}
			answer(b, "north", "q1", "answered", "rules")
		}, Patch, "answers north/q1 added (source)"},
		{"table added", func(b *build) { b.tables["moods"] = newTable(1, []string{"mood"}) }, Minor, "minor: table moods added"},
		{"table removed", func(b *build) { delete(b.tables, "answers") }, Breaking, "breaking: table answers removed"},
		{"column renamed", func(b *build) {
			b.tables["answers"].fields[3].Name, b.tables["answers"].names = "decider", []string{"request_id", "question_id", "disposition", "decider"}
		}, Breaking, "breaking: column answers.coder removed\nminor: column answers.decider added"},
		{"code added", func(b *build) {
			b.tables["answers"].fields[2].Constraints.Enum = []string{"answered", "refused", "lost"}
		}, Minor, "minor: code lost of answers.disposition added"},
		{"code removed", func(b *build) { b.tables["answers"].fields[2].Constraints.Enum = []string{"answered"} }, Breaking, "breaking: code refused of answers.disposition removed"},
		{"type", func(b *build) { b.tables["requests"].fields[1].Type = "integer" }, Breaking, "breaking: type of requests.source_sha256: integer, was string"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := compare(example(nil), example(c.change))
			var b bytes.Buffer
			if err := r.Write(&b, "text"); err != nil {
				t.Fatal(err)
			}
			if r.Bump != c.bump || !strings.Contains(b.String(), c.want) {
				t.Errorf("bump %s, want %s; text lacks %q:\n%s", r.Bump, c.bump, c.want, b.String())
			}
		})
	}
}

func TestMarkdownIsInert(t *testing.T) {
	r := compare(example(nil), example(func(b *build) { b.tables["requests"].rows["east"][1] = "x|<img src=y>\n@all `z`" }))
	var b bytes.Buffer
	if err := r.Write(&b, "markdown"); err != nil {
		t.Fatal(err)
	}
	const want = "| requests east | source_sha256 | aa | x\\|&lt;img src=y> @\u200ball \\`z\\` | source |\n"
	if !strings.Contains(b.String(), want) {
		t.Errorf("markdown lacks %q:\n%s", want, b.String())
	}
}

func TestJSONKeepsNull(t *testing.T) {
	r := compare(example(nil), example(func(b *build) { b.tables["answers"].rows["west/q1"][2] = "refused" }))
	var b bytes.Buffer
	if err := r.Write(&b, "json"); err != nil {
		t.Fatal(err)
	}
	var got struct{ Cells []map[string]any }
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := []map[string]any{{"table": "answers", "key": "west/q1", "column": "disposition", "old": nil, "new": "refused", "cause": "rules"}}
	if d := cmp.Diff(want, got.Cells); d != "" {
		t.Error(d)
	}
}
