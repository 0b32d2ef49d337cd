package queries_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"roundrobin/pipeline/tables"
	"roundrobin/pipeline/thread"
	"roundrobin/queries"
)

// summary runs one summary on a build and returns its rows as CSV, the header first.
func summary(t *testing.T, b *build, name string) []string {
	t.Helper()
	all, err := queries.Summaries()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, func(q queries.Summary) bool { return q.Name == name })
	if i < 0 {
		t.Fatalf("no summary %s", name)
	}
	r, err := open(t, b.write(t)).Run(context.Background(), all[i].SQL)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := r.CSV(&out); err != nil {
		t.Fatal(err)
	}
	return slices.Collect(strings.Lines(out.String()))
}

// has tells whether a row holds all the parts.
func has(rows []string, parts ...string) bool {
	return slices.ContainsFunc(rows, func(row string) bool {
		return !slices.ContainsFunc(parts, func(p string) bool { return !strings.Contains(row, p) })
	})
}

func exactly(n int64) thread.Count { return thread.Count{N: n, Known: true, Qualifier: "exact"} }

func stated(code string, list ...string) thread.Value {
	return thread.Value{Code: code, List: list, Status: "stated"}
}

// TestContradictions plants what does not go together with the reply of the
// example that denies monitoring.
func TestContradictions(t *testing.T) {
	if rows := summary(t, newBuild(t), "contradictions"); has(rows, "body_") {
		t.Errorf("the example has contradictions: %v", rows)
	}
	for _, c := range []struct {
		want, yet string
		plant     func(*thread.Coded)
	}{
		{"uses no software, names some in use", "Hootsuite", func(c *thread.Coded) {
			c.Practice["software_used"], c.Software[0].Status = stated("no"), "used"
		}},
		{"uses software, has stopped using all it names", "Hootsuite", func(c *thread.Coded) { c.Practice["software_used"] = stated("yes") }},
		{"does not monitor, gives figures of use", "7 cases", func(c *thread.Coded) {
			c.Usage = []thread.Usage{{Count: exactly(7), Unit: "cases"}}
		}},
		{"does not monitor, is targeted or routine", "routine", func(c *thread.Coded) { c.Practice["practice_class"] = stated("routine") }},
		{"does not monitor, overtly or covertly does", "covert yes", func(c *thread.Coded) { c.Practice["covert"] = stated("yes") }},
		{"does not monitor, passes information on", "police", func(c *thread.Coded) {
			c.Disclosures = []thread.Disclosure{{Recipient: "police", Count: exactly(2)}}
		}},
		{"exclusively for Prevent, has other purposes", "welfare", func(c *thread.Coded) {
			c.Practice["prevent_exclusive"], c.Practice["purposes"] = stated("yes"), stated("", "prevent", "welfare")
		}},
		{"has no policy, gives one", "policy linked", func(c *thread.Coded) {
			c.Practice["policy_status"], c.Documents = stated("none"), []thread.Document{{Type: "policy", Status: "linked"}}
		}},
		{"keeps nothing, keeps it for a time", "P6Y", func(c *thread.Coded) {
			c.Retention = append(c.Retention, thread.Retention{Months: -1, Kind: "none", Trigger: "not_stated", Scope: "other"})
		}},
		{"passed nothing on, names a recipient", "hesa", func(c *thread.Coded) {
			c.Practice["monitors_students"] = stated("yes")
			c.Disclosures = []thread.Disclosure{{Recipient: "none"}, {Recipient: "hesa", Count: exactly(1)}}
		}},
		{"refused whole, answers a question", "q1", func(c *thread.Coded) {
			c.Request.Outcome, c.Answers[0].Disposition = "refused", "answered"
		}},
	} {
		t.Run(c.want, func(t *testing.T) {
			b := newBuild(t)
			c.plant(&b.results[0].Coded)
			if rows := summary(t, b, "contradictions"); !has(rows, c.want, c.yet, "body_kind", ",1,2,3\n") {
				t.Errorf("not found: %v", rows)
			}
		})
	}
}

// TestNoNeverStandsForSilence: a figure of nought, a withheld number and a
// listening tool beside a denial contradict nothing.
func TestNoNeverStandsForSilence(t *testing.T) {
	b := newBuild(t)
	c := &b.results[0].Coded
	c.Usage = []thread.Usage{{Count: exactly(0), Unit: "cases"}, {Unit: "searches"}}
	c.Disclosures = []thread.Disclosure{{Recipient: "police", Count: exactly(0)}}
	c.Practice["software_used"] = thread.Value{Status: "refused"}
	if rows := summary(t, b, "contradictions"); has(rows, "body_kind") {
		t.Errorf("found: %v", rows)
	}
}

func TestLaterReplies(t *testing.T) {
	b := newBuild(t)
	r := &b.results[0]
	replyAgain(r)
	q := r.Coded.Answers[0].QuestionID
	cite(r, thread.Body(2), "we say this", "answers", q, "disposition")
	if rows := summary(t, b, "later_messages"); !has(rows, "body_kind,review,2020-07-20,30,1,0,0,") {
		t.Errorf("messages: %v", rows)
	}
	earlier(r)
	r.Earlier[0].Disposition, r.Earlier[0].Exemptions = "refused", []string{"FOIA s.31"}
	r.Coded.Answers[0].Disposition, r.Coded.Answers[0].Polarity = "answered", "yes"
	rows := summary(t, b, "later_answers")
	for _, want := range []string{",disposition,refused,answered,review,rules", ",polarity,,yes,", ",exemptions,FOIA s.31,,"} {
		if !has(rows, "body_kind,"+q+want) {
			t.Errorf("no %s in %v", want, rows)
		}
	}
	if len(rows) != 4 {
		t.Errorf("answers: %v", rows)
	}
	if rows := summary(t, b, "later_changes"); !has(rows, q+",1,1,0,1,3,100,few") {
		t.Errorf("changes: %v", rows)
	}
}

// earlier gives every answer of a request an earlier one that is the same.
func earlier(r *tables.Result) {
	for _, a := range r.Coded.Answers {
		a.Spans = nil
		r.Earlier = append(r.Earlier, a)
	}
}

func decided(column, rules, person string) tables.Decision {
	return tables.Decision{Column: column, Rules: rules, Person: person, On: day(7, 1), Reason: "read again"}
}

// TestAgreement counts by hand: of four decisions on covert three are as the
// rules had it; no: 3 by the rules, 2 by people; refused: 1 and 2; so chance is
// 8 of 16 and kappa (3/4 - 1/2) / (1 - 1/2).
func TestAgreement(t *testing.T) {
	b := newBuild(t)
	b.results[0].Decisions = []tables.Decision{decided("covert", "no", "no"), decided("overt", "yes", "yes")}
	b.results[1].Decisions = []tables.Decision{decided("covert", "no", "refused")}
	b.results[2].Decisions = []tables.Decision{decided("covert", "no", "no")}
	fourth := b.result("fourth", "wales", "", "no_response", "silent")
	fourth.Coded.Request = b.results[2].Coded.Request
	fourth.Decisions = []tables.Decision{decided("covert", "refused", "refused"), {Question: "q1", Column: "polarity", Person: "yes", On: day(7, 1), Reason: "x"}}
	b.results = append(b.results, fourth)
	rows := summary(t, b, "agreement")
	for _, want := range []string{"monitoring_practice,covert,3,4,4,75,0.5,few", "monitoring_practice,overt,1,1,4,100,,few", "answers,polarity,0,1,96,0,0,few"} {
		if !has(rows, want) {
			t.Errorf("no %s in %v", want, rows)
		}
	}
}

func TestUsageWithinAYearIsCountedOnce(t *testing.T) {
	b := newBuild(t)
	span := func(from, to time.Month, n int64) thread.Usage {
		return thread.Usage{Count: exactly(n), Unit: "cases", Period: thread.Period{Start: day(from, 1), End: day(to, 28)}}
	}
	b.results[0].Coded.Usage = []thread.Usage{span(1, 12, 10), span(2, 2, 4), span(3, 3, 6)}
	if rows := summary(t, b, "usage_over_time"); !has(rows, "cases,2020,1,10,") {
		t.Errorf("%v", rows)
	}
}

// TestKnownPartsRuleOut: the half of overt and covert that is known bounds the
// pair that is not.
func TestKnownPartsRuleOut(t *testing.T) {
	b := newBuild(t)
	b.results[0].Coded.Practice["overt"], b.results[0].Coded.Practice["covert"] = stated("yes"), stated("no")
	b.results[1].Coded.Practice["covert"] = stated("no")
	rows := summary(t, b, "overt_covert")
	for _, want := range []string{
		"overt only,1,3,1,3,",
		"covert only,0,1,",
		"neither,0,2,",
	} {
		if !has(rows, want) {
			t.Errorf("no %s in %v", want, rows)
		}
	}
}

func TestItemNonresponseAndRates(t *testing.T) {
	b := newBuild(t)
	for _, c := range []struct{ name, want string }{
		{"item_nonresponse", ",1,2,3,3,50,66.7,few"},
		{"response_rates_aapor", "all,all,\"cooperation, of those that replied (COOP2)\",1,2,3,50,few"},
		{"days_to_reply", "21 to 40,1,3,3,3,"},
		{"practice_by_nation", "monitors_students,scotland,no,0,0,1,1,,0,100,few"},
		{"retention_bands", "any,to 6 years,1,1,"},
		{"software_vendors", "Hootsuite,1,1,"},
		{"forthcoming", "body_stern,refused,2,0,24,0,"},
		{"review_progress", ",3,0,0,0,0,3,0"},
	} {
		if rows := summary(t, b, c.name); !has(rows, c.want) {
			t.Errorf("%s lacks %s: %v", c.name, c.want, rows)
		}
	}
}

// TestOutliersNeedACrowd: one figure far from seven alike stands out, from six
// it does not, as quartiles of so few say little.
func TestOutliersNeedACrowd(t *testing.T) {
	for _, c := range []struct {
		name   string
		counts []int64
		want   string
	}{
		{"far above", []int64{10, 11, 12, 10, 11, 12, 11, 400}, "\"figure of use, cases\",body_kind,400,8,"},
		{"far below", []int64{510, 511, 512, 510, 511, 512, 511, 2}, "\"figure of use, cases\",body_kind,2,8,"},
		{"on the fence", []int64{10, 10, 10, 10, 20, 20, 20, 35}, ""},
		{"too few", []int64{10, 11, 12, 10, 11, 12, 400}, ""},
		{"all alike", []int64{5, 5, 5, 5, 5, 5, 5, 5}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBuild(t)
			for _, n := range c.counts {
				b.results[0].Coded.Usage = append(b.results[0].Coded.Usage, thread.Usage{Count: exactly(n), Unit: "cases"})
			}
			rows := summary(t, b, "outliers")
			if found := has(rows, "figure of use"); found != (c.want != "") || found && !has(rows, c.want) {
				t.Errorf("%v, want %q", rows, c.want)
			}
		})
	}
}

// TestWarrantsAndLockdownBound: a nought is an answer, a silence is none and
// widens the bounds, and what does not apply is in no denominator.
func TestWarrantsAndLockdownBound(t *testing.T) {
	b := newBuild(t)
	b.results = append(b.results, b.result("mild", "wales", answerLetter, "not_addressed", "silent"))
	set := func(i int, warrants, unchanged thread.Value) {
		p := b.results[i].Coded.Practice
		p["warrants"], p["covid_unchanged"], p["practice_class"] = warrants, unchanged, stated("routine")
	}
	b.results[3].Coded.Request = b.results[0].Coded.Request
	set(0, stated("0"), stated("yes"))
	set(1, stated("3"), stated("no"))
	set(3, thread.Value{Status: "not_applicable"}, thread.Value{Status: "not_applicable"})
	for name, want := range map[string][]string{
		"warrants": {"none,,1,2,3,4,50,33.3,66.7,few\n", "one or more,3,1,2,3,4,50,33.3,66.7,few\n"},
		"lockdown": {"all,yes,1,2,3,4,50,33.3,66.7,few\n", "all,no,1,2,3,4,50,33.3,66.7,few\n",
			"routine,yes,1,2,2,3,50,50,50,few\n", "unknown,yes,0,0,1,1,,0,100,few\n"},
	} {
		rows := summary(t, b, name)
		for _, row := range want {
			if !has(rows, row) {
				t.Errorf("%s lacks %q: %v", name, row, rows)
			}
		}
	}
}

// TestLaterWordingsSideBySide: what the review says stands beside what the first
// response said of the question, and a question that it passed over is told as such.
func TestLaterWordingsSideBySide(t *testing.T) {
	b := newBuild(t)
	r := &b.results[0]
	const review = "We do monitor posts. We keep them."
	r.Thread.Messages = append(r.Thread.Messages, thread.Message{ID: "kind/3", Seq: 3, Direction: thread.Received, Kind: thread.KindReview,
		Date: day(7, 20), DateBasis: "header", SenderRole: "body", Text: review})
	first, second := r.Coded.Answers[0].QuestionID, r.Coded.Answers[1].QuestionID
	r.Passages[0].QuestionIDs = []string{first}
	r.Passages = append(r.Passages,
		thread.Passage{Span: thread.Span{Ref: thread.Body(2), Start: 0, End: 20}, Role: thread.RoleAnswer, QuestionIDs: []string{first}},
		thread.Passage{Span: thread.Span{Ref: thread.Body(2), Start: 21, End: len(review)}, Role: thread.RoleAnswer, QuestionIDs: []string{second}})
	rows := summary(t, b, "later_wordings")
	for _, want := range []string{
		"body_kind," + first + ",review,2020-07-20," + r.Coded.Answers[0].Disposition + ",other words,We do not monitor naïve posts. We used Hootsuite for mentions.,We do monitor posts.\n",
		"body_kind," + second + ",review,2020-07-20," + r.Coded.Answers[1].Disposition + ",silent,,We keep them.\n",
	} {
		if !has(rows, want) {
			t.Errorf("no %q in %v", want, rows)
		}
	}
}
