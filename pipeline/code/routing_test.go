package code

import (
	"strings"
	"testing"

	"roundrobin/pipeline/thread"
)

// TestRouting reads testdata/routing.tsv: the item of a parent, its answer, the
// item of a silent sub-question, and the disposition and basis of that.
func TestRouting(t *testing.T) {
	cb, ref := testCodebook(t), testReference(t)
	for _, row := range readTSV(t, "testdata/routing.tsv") {
		parent, child := leafNamed(t, cb, row[0]), leafNamed(t, cb, row[2])
		want := row[3]
		coded := codeAnswers(replyThread("", row[1]), cb, ref, map[string]string{parent.ID: row[1]})
		if a := coded.Answers[child.Order]; a.Disposition+" "+a.Basis != want {
			t.Errorf("%s %q, %s: got %s %s, want %s", row[0], row[1], row[2], a.Disposition, a.Basis, want)
		}
	}
}

// TestLaterReplies lays replies one after another: a correction and a review
// that overturns replace an answer, a review that upholds leaves it.
func TestLaterReplies(t *testing.T) {
	cb, ref := testCodebook(t), testReference(t)
	const exempt = "This is exempt under section 31(1)(a)."
	for _, tt := range []struct {
		name, item, first, kind, second, want, exemption string
	}{
		{"correction", "software_used", "No software is used.", thread.KindResponse, "Yes, the press office uses Hootsuite.", "answered yes", ""},
		{"correction to a no", "monitors_students", "Yes, we monitor students.", thread.KindResponse, "The University does not monitor its students' social media.", "answered no", ""},
		{"review upholds", "usage", exempt, thread.KindReview, "The exemption was correctly applied and I uphold the original decision.", "refused ", "FOIA s.31(1)(a)"},
		{"review overturns", "usage", exempt, thread.KindReview, "The exemption is no longer relied upon. There were four cases in 2019.", "answered ", ""},
		{"review finds nothing held", "usage", "There were a few cases.", thread.KindReview, "The first answer was wrong. The information is not held.", "not_held ", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			leaf := leafNamed(t, cb, tt.item)
			th := replyThread("", tt.first, tt.second)
			th.Messages[2].Kind = tt.kind
			var ps []thread.Passage
			var aligned []thread.Aligned
			for i := range th.Messages[1:] {
				p, a := wholeMessage(th, i+1, leaf.ID)
				ps, aligned = append(ps, p), append(aligned, a)
			}
			a := Code(th, ps, aligned, ref, cb).Answers[leaf.Order]
			if got := a.Disposition + " " + a.Polarity; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if got := strings.Join(a.Exemptions, "; "); got != tt.exemption {
				t.Errorf("exemptions %q, want %q", got, tt.exemption)
			}
		})
	}
}

// wholeMessage makes all of a message the answer to one leaf.
func wholeMessage(th *thread.Thread, i int, id string) (thread.Passage, thread.Aligned) {
	s := thread.Span{Ref: thread.Body(i), End: len(th.Messages[i].Text)}
	return thread.Passage{Span: s, Role: thread.RoleAnswer, QuestionIDs: []string{id}},
		thread.Aligned{QuestionID: id, Message: i, Method: thread.ByLabel, Labelled: true, Paragraphs: [][]thread.Span{{s}}, Score: 1}
}

// TestPosture reads testdata/posture.tsv: the disposition of every leaf, the
// outcome, the ground cited for each, and a letter that names no question. A
// row whose first word is "fault" is a fault known and not yet mended.
func TestPosture(t *testing.T) {
	cb, ref := testCodebook(t), testReference(t)
	for _, row := range readTSV(t, "testdata/posture.tsv") {
		disposition, known := strings.CutPrefix(row[0], "fault ")
		want := disposition + ", " + row[1] + ", " + row[2]
		coded := codeAnswers(replyThread("foia", row[3]), cb, ref, nil)
		for _, a := range coded.Answers {
			got := a.Disposition + ", " + coded.Request.Outcome + ", " + strings.Join(a.Exemptions, "; ")
			if (got == want) == known {
				t.Errorf("%q: %s is %s, want %s (known fault: %v)", row[3], a.QuestionID, got, want, known)
				break
			}
		}
	}
}

// TestRemainderIsRefused lets one leaf be answered in a letter that
// refuses the rest.
func TestRemainderIsRefused(t *testing.T) {
	cb, ref := testCodebook(t), testReference(t)
	leaf := leafNamed(t, cb, "policy_status")
	const answer = "There is no policy of this kind."
	text := "The University estimates that the cost of answering the request would exceed the appropriate limit. Your request is therefore refused under section 12(1) of the Act. " + answer
	coded := codeAnswers(replyThread("foia", text), cb, ref, map[string]string{leaf.ID: answer})
	for _, a := range coded.Answers {
		want := refused
		if a.QuestionID == leaf.ID {
			want = answered
		}
		if a.Disposition != want {
			t.Errorf("%s is %s, want %s", a.QuestionID, a.Disposition, want)
		}
	}
	if coded.Request.Outcome != partlyRefused {
		t.Errorf("outcome %s", coded.Request.Outcome)
	}
}

// TestNoReply holds a thread with nothing but an acknowledgement to be silent
// throughout.
func TestNoReply(t *testing.T) {
	th := replyThread("", "We will answer within twenty working days.")
	th.Messages[1].Kind = thread.KindAcknowledgement
	coded := Code(th, nil, nil, testReference(t), testCodebook(t))
	for _, a := range coded.Answers {
		if a.Disposition != noResponse || a.Basis != silent {
			t.Errorf("%s is %s %s", a.QuestionID, a.Disposition, a.Basis)
		}
	}
	if coded.Request.Outcome != noResponse {
		t.Errorf("outcome %s", coded.Request.Outcome)
	}
}
