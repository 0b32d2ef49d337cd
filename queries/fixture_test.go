package queries_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roundrobin/pipeline/tables"
	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// The example's letters. Nothing in them is from a real reply.
const (
	answerLetter = "Dear applicant,\nWe do not monitor naïve posts. We used Hootsuite for mentions."
	enclosure    = "We keep notes for P6Y in the café archive."
	refusal      = "Section 14(1) applies to all of it."
)

func day(month time.Month, d int) time.Time { return time.Date(2020, month, d, 0, 0, 0, 0, time.UTC) }

// build is a small build: one request answered, one refused, one without reply.
type build struct {
	out     string
	cb      *schema.Codebook
	results []tables.Result
}

func newBuild(t *testing.T) *build {
	t.Helper()
	cb, err := schema.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	b := &build{out: t.TempDir(), cb: cb}
	b.results = []tables.Result{b.answered(), b.refused(), b.silent()}
	return b
}

// write puts the tables of the build into its folder.
func (b *build) write(t *testing.T) *build {
	t.Helper()
	rows, err := tables.Build(b.results, []thread.Problem{{RequestID: "mute", Kind: "undated_reply", Severity: "warning", Detail: "no date"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := tables.Write(filepath.Join(b.out, "tables"), rows, tables.Info{Dataset: "probe"}); err != nil {
		t.Fatal(err)
	}
	return b
}

// result is a thread whose every leaf and variable has the same code.
func (b *build) result(id, nation, letter, disposition, basis string) tables.Result {
	t := &thread.Thread{
		RequestID: id, BatchID: "batch", Law: "foia",
		Institution: thread.Institution{ID: "body_" + id, Name: "Body " + id, Nation: nation, MissionGroup: "Alpha|Beta"},
		Source:      thread.Source{Kind: "text", Path: id + ".txt", SHA256: strings.Repeat("0f", 32)},
		Messages: []thread.Message{{ID: id + "/1", Seq: 1, Direction: thread.Sent, Kind: thread.KindRequest,
			Date: day(6, 1), DateBasis: "header", SenderRole: "requester", Text: "Please tell me."}},
	}
	if letter != "" {
		t.Messages = append(t.Messages, thread.Message{ID: id + "/2", Seq: 2, Direction: thread.Received, Kind: thread.KindResponse,
			Date: day(6, 20), DateBasis: "header", SenderRole: "body", Text: letter})
	}
	r := tables.Result{Thread: t}
	r.Coded.Practice = map[string]thread.Value{}
	for _, v := range b.cb.Variables {
		status := disposition
		if disposition == "not_addressed" {
			status = "not_stated"
		}
		r.Coded.Practice[v.Name] = thread.Value{Status: status}
	}
	for _, q := range b.cb.Leaves() {
		r.Coded.Answers = append(r.Coded.Answers, thread.Answer{QuestionID: q.ID, Disposition: disposition, Basis: basis, Confidence: 0.5})
	}
	return r
}

// cite adds evidence where the words stand in a text.
func cite(r *tables.Result, ref thread.TextRef, words, table, key, variable string) {
	i := strings.Index(r.Thread.Text(ref), words)
	r.Coded.Evidence = append(r.Coded.Evidence, thread.Evidence{Table: table, RowKey: key, Variable: variable,
		Span: thread.Span{Ref: ref, Start: i, End: i + len(words)}, Rule: "probe"})
}

// answered says no to the first question with sub-questions, so that these
// are routed around, and names a product, a rule and a document.
func (b *build) answered() tables.Result {
	r := b.result("kind", "wales", answerLetter, "not_addressed", "silent")
	r.Coded.Request = thread.Request{SentOn: day(6, 1), DueOn: day(6, 29), RespondedOn: day(6, 20), WorkingDays: 14, Timeliness: "on_time", Outcome: "answered"}
	file := thread.TextRef{Message: 1, Attachment: 0}
	r.Thread.Messages[1].Attachments = []thread.Attachment{{ID: "kind/2/1", Filename: "notes.txt", Bytes: 42, TextStatus: "read", Text: enclosure}}
	r.Passages = []thread.Passage{
		{Span: thread.Span{Ref: thread.Body(1), Start: 16, End: len(answerLetter)}, Role: thread.RoleAnswer},
		{Span: thread.Span{Ref: file, Start: 0, End: len(enclosure)}, Role: thread.RoleAnswer},
	}
	for i, q := range b.cb.Leaves() {
		a := &r.Coded.Answers[i]
		switch {
		case q.YesNo && q.AppliesIf == nil && len(q.Children) > 0:
			a.Disposition, a.Basis, a.Polarity = "answered", "stated", "no"
			cite(&r, thread.Body(1), "We do not monitor naïve posts.", "answers", q.ID, "polarity")
		case q.AppliesIf != nil && q.AppliesIf.Unless == "no":
			a.Disposition, a.Basis = "not_applicable", "routed"
		}
	}
	r.Coded.Practice["monitors_students"] = thread.Value{Code: "no", Status: "stated"}
	cite(&r, thread.Body(1), "We do not monitor naïve posts.", "monitoring_practice", "", "monitors_students")
	r.Coded.Practice["platforms"] = thread.Value{List: []string{"twitter"}, Status: "stated"}
	cite(&r, thread.Body(1), "posts", "monitoring_practice", "", "platforms")
	r.Coded.Software = []thread.Software{{Product: "Hootsuite", Use: "listening", Status: "formerly_used"}}
	cite(&r, thread.Body(1), "Hootsuite", "software_used", "Hootsuite/listening", "product")
	r.Coded.Retention = []thread.Retention{{Period: "P6Y", Months: 72, Kind: "fixed", Trigger: "collection", Scope: "other"}}
	cite(&r, file, "P6Y in the café archive", "retention_periods", "1", "period")
	return r
}

// refused withholds everything on one ground.
func (b *build) refused() tables.Result {
	r := b.result("stern", "scotland", refusal, "refused", "stated")
	r.Coded.Request = thread.Request{SentOn: day(6, 1), DueOn: day(6, 29), RespondedOn: day(7, 1), WorkingDays: 22, Timeliness: "late", Outcome: "refused"}
	for i := range r.Coded.Answers {
		q := r.Coded.Answers[i].QuestionID
		r.Coded.Answers[i].Exemptions = []string{"FOIA s.14(1)"}
		r.Coded.Exemptions = append(r.Coded.Exemptions, thread.Exemption{QuestionID: q, Law: "foia", Section: "14", Subsection: "(1)", Applied: true})
		cite(&r, thread.Body(1), "Section 14(1) applies", "answers", q, "disposition")
		cite(&r, thread.Body(1), "Section 14(1)", "exemptions", q+"/foia/14", "section")
	}
	return r
}

func (b *build) silent() tables.Result {
	r := b.result("mute", "wales", "", "no_response", "silent")
	r.Coded.Request = thread.Request{SentOn: day(6, 1), DueOn: day(6, 29), WorkingDays: -1, Timeliness: "overdue", Outcome: "no_response"}
	return r
}
