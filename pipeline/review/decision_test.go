package review

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"roundrobin/pipeline/thread"
)

const who = ", coder: ab, date: 2026-02-03, reason: read again}\n"

func loadDecisions(t *testing.T, text string) (*Decisions, error) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "ab.yaml"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return LoadDecisions(dir)
}

func codedThread() (*thread.Thread, *thread.Coded) {
	t := &thread.Thread{RequestID: "alder", Messages: []thread.Message{
		{Direction: thread.Sent, Text: "Do you keep watch on posts?"},
		{Direction: thread.Received, Text: "Not as such. We keep watch on posts now and then."},
	}}
	span := thread.Span{Ref: thread.Body(1), Start: 0, End: 12}
	return t, &thread.Coded{
		Answers: []thread.Answer{{QuestionID: "q1", Disposition: "not_held", Basis: "stated", Confidence: .4, Review: []string{"hedged"}}},
		Practice: map[string]thread.Value{
			"overt":    {Code: "no", Status: "stated"},
			"purposes": {List: []string{"prevent", "welfare"}, Status: "stated"},
			"warrants": {Status: "not_stated"},
		},
		Evidence: []thread.Evidence{
			{Table: "answers", RowKey: "q1", Variable: "disposition", Value: "not_held", Span: span, Rule: "not-held"},
			{Table: "monitoring_practice", Variable: "purposes", Value: "prevent", Span: span, Rule: "purpose-word"},
			{Table: "monitoring_practice", Variable: "purposes", Value: "welfare", Span: span, Rule: "purpose-word"},
		},
	}
}

func TestApply(t *testing.T) {
	ds, err := loadDecisions(t, "- {request: alder, question: q1, code: answered, quote: keep watch on posts"+who+
		"- {request: alder, variable: overt, code: null, status: refused"+who+
		"- {request: alder, variable: purposes, code: [welfare]"+who+
		"- {request: alder, variable: warrants, code: null"+who+
		"- {request: willow, variable: overt, code: \"no\""+who)
	if err != nil {
		t.Fatal(err)
	}
	th, c := codedThread()
	applied, err := ds.Apply(th, c)
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2026, 2, 3, 0, 0, 0, 0, time.UTC)
	want := []Applied{
		{"q1", "disposition", "not_held", "answered", day, "read again"}, {"", "overt", "no", "refused", day, "read again"},
		{"", "purposes", "prevent; welfare", "welfare", day, "read again"}, {"", "warrants", "not_stated", "not_stated", day, "read again"},
	}
	if !slices.Equal(applied, want) {
		t.Errorf("applied %v, want %v", applied, want)
	}
	if a := c.Answers[0]; a.Disposition != "answered" || a.Coder != "reviewed" || a.Confidence != 1 || a.Review != nil {
		t.Errorf("answer: %+v", a)
	}
	if c.Practice["overt"].Status != "refused" || c.Practice["warrants"].Status != "not_stated" || !slices.Equal(c.Practice["purposes"].List, []string{"welfare"}) {
		t.Errorf("practice: %+v", c.Practice)
	}
	if len(c.Evidence) != 2 || c.Evidence[0].Value != "welfare" || c.Evidence[0].Coder != "reviewed" || th.Quote(c.Evidence[1].Span) != "keep watch on posts" || c.Evidence[1].Rule != "" {
		t.Errorf("evidence: %+v", c.Evidence)
	}
	if unknown := ds.Unknown([]string{"alder"}); len(unknown) != 1 || !strings.HasSuffix(unknown[0], "ab.yaml:5") {
		t.Errorf("decisions on unknown requests: %v", unknown)
	}
}

func TestApplyNeedsItsCell(t *testing.T) {
	for _, text := range []string{
		"- {request: alder, question: q77, code: answered" + who,
		"- {request: alder, variable: covert, code: \"no\"" + who,
		"- {request: alder, question: q1, code: answered, quote: Do you keep watch" + who, // the requester's words
	} {
		ds, err := loadDecisions(t, text)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ds.Apply(codedThread()); err == nil || !strings.Contains(err.Error(), "ab.yaml:1") {
			t.Errorf("%s: error %v", text, err)
		}
	}
}

func TestDecisionsAreStrict(t *testing.T) {
	for name, c := range map[string]struct{ yaml, want string }{
		"unknown key":      {"- {request: alder, question: q1, disposition: answered" + who, "field disposition not found"},
		"no code":          {"- {request: alder, question: q1" + who, "decision 1 has no code"},
		"no reason":        {"- {request: alder, question: q1, code: answered, coder: ab, date: 2026-02-03}\n", "ab.yaml:1: request, coder and reason are needed"},
		"no date":          {"- {request: alder, question: q1, code: answered, coder: ab, reason: x}\n", `date "" is no day`},
		"nothing decided":  {"- {request: alder, code: answered" + who, "on a question or a variable"},
		"both":             {"- {request: alder, question: q1, variable: overt, code: \"no\"" + who, "on a question or a variable"},
		"unknown code":     {"\n- {request: alder, question: q1, code: refusal" + who, `ab.yaml:2: line 2: unknown code "refusal"`},
		"unknown variable": {"- {request: alder, variable: secret, code: \"no\"" + who, `unknown variable "secret"`},
		"other column":     {"- {request: alder, question: q1, column: confidence, code: 1" + who, "column confidence of answers is not decided on"},
		"null disposition": {"- {request: alder, question: q1, code: null" + who, "disposition cannot be null"},
		"status and value": {"- {request: alder, variable: overt, code: \"no\", status: refused" + who, "status belongs to a variable without a value"},
		"unknown status":   {"- {request: alder, variable: overt, code: null, status: stated" + who, `unknown status "stated"`},
		"decided twice":    {strings.Repeat("- {request: alder, question: q1, code: answered"+who, 2), "ab.yaml:1 already"},
	} {
		if _, err := loadDecisions(t, c.yaml); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", name, err, c.want)
		}
	}
	if _, err := LoadDecisions(filepath.Join(t.TempDir(), "none")); err != nil {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func TestAgree(t *testing.T) {
	said := func(column, rules, person string) Applied {
		return Applied{Column: column, Rules: rules, Person: person}
	}
	got := Agree([]Applied{said("overt", "no", "no"), said("overt", "no", "yes"), said("overt", "yes", "yes"), said("overt", "no", "no"), said("covert", "no", "no")})
	if len(got) != 2 || got[0].Column != "covert" || got[1].N != 4 || got[1].Agreed != 3 {
		t.Fatalf("agreement: %+v", got)
	}
	// no: 3 by the rules, 2 by people; yes: 1 and 2; po 3/4, pe (6+2)/16
	if !same(float64(got[1].Kappa), (3./4-8./16)/(1-8./16)) {
		t.Errorf("kappa %v, want 0.5", got[1].Kappa)
	}
}
