package report_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roundrobin/pipeline/publish/report"
	"roundrobin/pipeline/tables"
	"roundrobin/pipeline/thread"
	"roundrobin/queries"
	"roundrobin/schema"
)

// What a reply may hold that would break a careless page.
var hostile = []string{
	`<script>document.title="owned"</script>`,
	`"quoted' </blockquote></figure><img src=x onerror=alert(1)>`,
	"right to left \u202e drawkcab \u200f and on",
	strings.Repeat("w", 5000),
	`</textarea></title></style> {{.Secret}} &lt;b&gt; &amp;amp;`,
}

func day(month time.Month, d int) time.Time { return time.Date(2020, month, d, 0, 0, 0, 0, time.UTC) }

// body makes the coded thread of one body, whose letter has a line for each
// answer. Its answers and variables take turns with the dispositions.
func body(cb *schema.Codebook, n int, lines []string) tables.Result {
	id := fmt.Sprintf("round_robin_of_long_name_body_%03d", n)
	letter := strings.Join(lines, "\n")
	t := &thread.Thread{
		RequestID: id, BatchID: "batch", Law: "foia", URL: "javascript:alert(1)",
		Institution: thread.Institution{ID: fmt.Sprintf("body_%03d", n), Name: fmt.Sprintf("Body %03d <i>of</i> Learning", n), Nation: "wales"},
		Source:      thread.Source{Kind: "text", Path: id + ".txt", SHA256: strings.Repeat("0f", 32)},
		Messages: []thread.Message{
			{ID: id + "/1", Seq: 1, Direction: thread.Sent, Kind: thread.KindRequest, Date: day(6, 1), DateBasis: "header", SenderRole: "requester", Text: "Please tell."},
			{ID: id + "/2", Seq: 2, Direction: thread.Received, Kind: thread.KindResponse, Date: day(6, 20), DateBasis: "header", SenderRole: "body", Text: letter},
		},
	}
	r := tables.Result{Thread: t}
	r.Coded.Request = thread.Request{SentOn: day(6, 1), DueOn: day(6, 29), RespondedOn: day(6, 20), WorkingDays: 14, Timeliness: "on_time", Outcome: "answered"}
	r.Passages = []thread.Passage{{Span: thread.Span{Ref: thread.Body(1), Start: 0, End: len(letter)}, Role: thread.RoleAnswer}}
	codeAnswers(cb, &r, n, lines)
	codePractice(cb, &r, n, lines)
	r.Coded.Software = []thread.Software{{Product: "=1+<b>1</b>", Use: "listening", Status: "used"}}
	cite(&r, lines[0], "software_used", "=1+<b>1</b>/listening", "product", "=1+<b>1</b>")
	return r
}

func codeAnswers(cb *schema.Codebook, r *tables.Result, n int, lines []string) {
	for i, q := range cb.Leaves() {
		a := thread.Answer{QuestionID: q.ID, Disposition: "answered", Basis: "stated", Confidence: 0.5}
		if q.YesNo {
			a.Polarity = []string{"yes", "no", "qualified"}[(i+n)%3]
		}
		if (i+n)%5 == 4 {
			a.Disposition, a.Polarity = []string{"refused", "not_held", "ncnd", "referred"}[(i+n)%4], ""
		}
		cite(r, lines[i%len(lines)], "answers", q.ID, "disposition", a.Disposition)
		for more := 1; more <= 3; more++ {
			cite(r, lines[(i+more)%len(lines)], "answers", q.ID, "disposition", a.Disposition)
		}
		if a.Polarity != "" {
			cite(r, lines[i%len(lines)], "answers", q.ID, "polarity", a.Polarity)
		}
		r.Coded.Answers = append(r.Coded.Answers, a)
	}
}

// missing are statuses of variables without a value.
var missing = []string{"refused", "not_held", "ncnd", "not_stated", "referred", "not_applicable"}

func codePractice(cb *schema.Codebook, r *tables.Result, n int, lines []string) {
	r.Coded.Practice = map[string]thread.Value{}
	for i, v := range cb.Variables {
		value := thread.Value{Status: missing[(i+n)%len(missing)]}
		switch {
		case (i+n)%3 == 0:
		case v.Kind == "code":
			value = thread.Value{Code: v.Codes[(i+n)%len(v.Codes)], Status: "stated"}
		case v.Kind == "list":
			value = thread.Value{List: v.Codes[:2], Status: "stated"}
		}
		r.Coded.Practice[v.Name] = value
		if value.Status == "stated" {
			cite(r, lines[i%len(lines)], "monitoring_practice", "", v.Name, value.Code)
		}
	}
}

// cite adds evidence where the words stand in the reply.
func cite(r *tables.Result, words, table, key, variable, value string) {
	i := strings.Index(r.Thread.Text(thread.Body(1)), words)
	r.Coded.Evidence = append(r.Coded.Evidence, thread.Evidence{Table: table, RowKey: key, Variable: variable, Value: value,
		Span: thread.Span{Ref: thread.Body(1), Start: i, End: i + len(words)}, Rule: "probe"})
}

// open writes the tables of a build of so many bodies and opens it.
func open(t testing.TB, bodies int, lines []string, sample bool) (report.Input, string) {
	t.Helper()
	return openWith(t, bodies, lines, sample, func(*tables.Result) {})
}

// openWith changes the coded thread of each body first.
func openWith(t testing.TB, bodies int, lines []string, sample bool, change func(*tables.Result)) (report.Input, string) {
	t.Helper()
	cb, err := schema.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	var results []tables.Result
	for n := range bodies {
		r := body(cb, n, lines)
		r.Thread.Institution.Sample = sample
		change(&r)
		results = append(results, r)
	}
	rows, err := tables.Build(results, nil)
	if err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	if err := tables.Write(filepath.Join(out, "tables"), rows, tables.Info{Dataset: "probe"}); err != nil {
		t.Fatal(err)
	}
	db, err := queries.Open(out, cb)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return report.Input{Build: db, Codebook: cb, Version: "probe 1"}, out
}

// write makes the pages of a build and returns their folder.
func write(t testing.TB, in report.Input) string {
	t.Helper()
	dir := t.TempDir()
	if err := report.Write(context.Background(), in, dir); err != nil {
		t.Fatal(err)
	}
	return dir
}
