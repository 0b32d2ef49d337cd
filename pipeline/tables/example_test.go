package tables

import (
	"slices"
	"strings"
	"time"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

const reply = "Café notice.\nWe use Hootsuite to follow mentions of us.\nRecords are destroyed after six years. Section 31(1)(a) and (g) apply."

func day(d int) time.Time { return time.Date(2020, 6, d, 9, 30, 0, 0, time.UTC) }

// span is where words stand in the reply of the example.
func span(words string) thread.Span {
	i := strings.Index(reply, words)
	return thread.Span{Ref: thread.Body(1), Start: i, End: i + len(words)}
}

// example is a thread with something in every table.
func example(id string) Result {
	t := &thread.Thread{
		RequestID: id, BatchID: "batch", Law: "foia",
		Institution: thread.Institution{ID: "university_of_" + id, Name: "University of " + id, Nation: "wales", Sample: true},
		Source:      thread.Source{Kind: "text", Path: id + ".txt", SHA256: strings.Repeat("ab", 32)},
		Messages: []thread.Message{
			{ID: id + "/1", Seq: 1, Direction: thread.Sent, Kind: thread.KindRequest, Date: day(1), DateBasis: "header", SenderRole: "requester", Text: "Please tell me."},
			{ID: id + "/2", Seq: 2, Direction: thread.Received, Kind: thread.KindResponse, DateBasis: "none", SenderRole: "body", Text: reply,
				Attachments: []thread.Attachment{{ID: id + "/2/1", Filename: "policy.pdf", Bytes: 5 << 30, TextStatus: "read", Pages: 2, Text: "Our policy."}}},
		},
	}
	passages := []thread.Passage{
		{Span: span("Records are destroyed after six years."), Role: thread.RoleAnswer, QuestionIDs: []string{"b2", "b1"}},
		{Span: span("Café notice."), Role: thread.RoleNotice},
		{Span: thread.Span{Ref: thread.TextRef{Message: 1, Attachment: 0}, End: 11}, Role: thread.RoleAnswer},
	}
	return Result{Thread: t, Passages: passages, Coded: coded(),
		Earlier: []thread.Answer{{QuestionID: "a", Disposition: "refused", Basis: "stated", Exemptions: []string{"FOIA s.31"}}},
		Decisions: []Decision{
			{Question: "a", Column: "polarity", Person: "yes", On: day(3), Reason: "said at the end"},
			{Column: "covert", Rules: "not_stated", Person: "refused", On: day(3), Reason: "section 31"},
		}}
}

func coded() thread.Coded {
	practice := map[string]thread.Value{}
	tables, _ := schema.Tables()
	i := slices.IndexFunc(tables, func(t schema.Table) bool { return t.Name == "monitoring_practice" })
	for _, f := range tables[i].Fields {
		if name, ok := strings.CutSuffix(f.Name, "_status"); ok && name != "policy" {
			practice[name] = thread.Value{Status: "not_stated"}
		}
	}
	practice["warrants"] = thread.Value{Code: "3", Status: "stated"}
	practice["purposes"] = thread.Value{List: []string{"welfare", "reputation"}, Status: "stated"}
	return thread.Coded{
		Request:     thread.Request{SentOn: day(1), WorkingDays: -1, Timeliness: "undated", Outcome: "answered"},
		Answers:     []thread.Answer{{QuestionID: "a", Disposition: "answered", Basis: "stated", Polarity: "yes", Text: "We use Hootsuite.", Confidence: 0.9, Review: []string{"two answers", "short"}}},
		Practice:    practice,
		Software:    []thread.Software{{Product: "Hootsuite", Vendor: "Hootsuite", Use: "listening", Status: "used", QuestionID: "a"}},
		Retention:   []thread.Retention{{Period: "P6Y", Months: 72, Kind: "fixed", Trigger: "not_stated", Scope: "other", Text: "six years"}, {Months: -1, Kind: "unspecified", Trigger: "collection", Scope: "other"}},
		Documents:   []thread.Document{{Type: "dpia", Status: "none"}},
		Disclosures: []thread.Disclosure{{Recipient: "police", Count: thread.Count{N: 5, Known: true, Qualifier: "fewer_than"}, Period: thread.Period{Start: day(1)}}},
		Usage:       []thread.Usage{{Unit: "cases"}},
		Exemptions: []thread.Exemption{
			{QuestionID: "a", Law: "foia", Section: "31", Subsection: "(1)(g)"},
			{QuestionID: "a", Law: "foia", Section: "31", Subsection: "(1)(a)", Applied: true},
		},
		Evidence: []thread.Evidence{
			{Table: "software_used", RowKey: "Hootsuite/listening", Variable: "product", Value: "Hootsuite", Span: span("Hootsuite"), Rule: "product"},
			{Table: "exemptions", RowKey: "a/foia/31", Variable: "section", Value: "31", Span: span("Section 31(1)(a)"), Rule: "citation"},
		},
	}
}
