package review

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"roundrobin/queries"
	"roundrobin/schema"
)

// build is a build in memory: rows by table, whose columns may be left out.
type build map[string][]map[string]any

// Run answers the one form of query that the package asks.
func (b build) Run(_ context.Context, query string) (*queries.Result, error) {
	columns, rest, ok := strings.Cut(strings.TrimPrefix(query, "SELECT "), " FROM ")
	if !ok {
		return nil, fmt.Errorf("unknown form of query: %s", query)
	}
	table := strings.Trim(strings.Fields(rest)[0], `"`)
	var r queries.Result
	for _, c := range strings.Split(columns, ", ") {
		r.Columns = append(r.Columns, strings.Trim(c, `"`))
	}
	for _, row := range b[table] {
		cells := make([]any, len(r.Columns))
		for i, c := range r.Columns {
			cells[i] = row[c]
		}
		r.Rows = append(r.Rows, cells)
	}
	return &r, nil
}

func day(s string) time.Time {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return d
}

func answerRow(request, question, disposition string, polarity any, confidence float64, review bool, exemptions ...any) map[string]any {
	return map[string]any{
		"request_id": request, "question_id": question, "disposition": disposition, "basis": "stated", "polarity": polarity,
		"exemptions": exemptions, "confidence": confidence, "needs_review": review, "answer_text": "The words on " + question + ".",
	}
}

func evidenceRow(request, table, row, variable, value, rule, quote string) map[string]any {
	e := map[string]any{
		"request_id": request, "table_name": table, "variable": variable, "value": value, "message_id": request + "/2",
		"char_start": int32(7), "rule": rule, "quote": quote,
	}
	if row != "" {
		e["row_key"] = row
	}
	return e
}

// twoThreads is a build of alder and birch, with faults.
func twoThreads() build {
	return build{
		"institutions": {{"institution_id": "alder_u", "name": "University of Alder", "nation": "england"}},
		"requests": {
			{"request_id": "alder", "institution_id": "alder_u", "foi_reference": "A 1", "sent_on": day("2020-06-02"), "acknowledged_on": day("2020-06-03"), "responded_on": day("2020-06-30"), "working_days": int32(19), "outcome": "answered"},
			{"request_id": "birch", "institution_id": "birch_u", "sent_on": day("2020-06-02"), "working_days": int32(21), "outcome": "answered"},
			{"request_id": "other", "institution_id": "other_u", "outcome": "answered"},
		},
		"answers": {
			answerRow("alder", "q1", "answered", "yes", 0.95, false),
			answerRow("alder", "q2", "answered", "no", 0.85, false),
			answerRow("alder", "q3", "refused", nil, 0.85, true, "FOIA s.21", "FOIA s.40(2)"),
			answerRow("birch", "q1", "not_held", nil, 0.45, true),
			answerRow("birch", "q2", "answered", "no", 0.95, false),
			answerRow("birch", "q3", "refused", nil, 1, false),
			answerRow("other", "q1", "refused", nil, 0.1, true),
		},
		"monitoring_practice": {
			{"request_id": "alder", "overt": "no", "purposes": []any{"prevent", "security"}, "warrants": int32(0)},
			{"request_id": "birch", "overt": "no", "covert": "no", "purposes": []any{}},
		},
		"software_used": {
			{"request_id": "alder", "product": "Keenwatch", "use": "listening", "status": "used"},
			{"request_id": "alder", "product": "Postly", "use": "publishing", "status": "used"},
		},
		"retention_periods": {
			{"request_id": "alder", "seq": int32(1), "period": "P12M", "kind": "fixed", "trigger": "collection", "scope": "other"},
			{"request_id": "alder", "seq": int32(2), "kind": "indefinite", "trigger": "collection", "scope": "student_record"},
		},
		"documents": {{"request_id": "alder", "doc_type": "policy", "status": "provided"}},
		"disclosures": {
			{"request_id": "alder", "seq": int32(1), "recipient": "police", "count": int64(1), "qualifier": "exact"},
		},
		"evidence": {
			evidenceRow("alder", "exemptions", "q3/foia/40", "section", "40", "section-cited", "section 40(2) applies"),
			evidenceRow("alder", "monitoring_practice", "", "purposes", "security", "purpose-word", "campus safety"),
			evidenceRow("alder", "monitoring_practice", "", "purposes", "prevent", "purpose-word", "the Prevent duty"),
			evidenceRow("alder", "software_used", "Postly/publishing", "product", "Postly", "product-named", "we post with Postly"),
			evidenceRow("birch", "answers", "q1", "disposition", "not_held", "not-held", "we hold nothing"),
			evidenceRow("birch", "monitoring_practice", "", "overt", "no", "plain-no", "we do not"),
		},
	}
}

func evaluate(t *testing.T, b build) *Report {
	t.Helper()
	r, err := Evaluate(t.Context(), b, "testdata/gold")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func fieldReport(t *testing.T, r *Report, name string) FieldReport {
	t.Helper()
	for _, f := range r.Fields {
		if f.Group+"."+f.Field == name {
			return f
		}
	}
	t.Fatalf("no report on %s", name)
	return FieldReport{}
}

func allTables(t *testing.T) []schema.Table {
	t.Helper()
	tables, err := schema.Tables()
	if err != nil {
		t.Fatal(err)
	}
	return tables
}
