package align_test

import (
	"strings"
	"testing"

	"roundrobin/pipeline/align"
	"roundrobin/pipeline/segment"
	"roundrobin/pipeline/thread"
)

// FuzzReply looks for replies on which cutting and aligning panics, or leaves
// the text, the questionnaire or the closed lists of roles and kinds.
func FuzzReply(f *testing.F) {
	cb, request := codebook(f), readRequest(f)
	for _, s := range []string{
		"Dear Requester\n\n1. No.\n\n2. a) b) c)\n\nQ3-Q6: n/a\n",
		"> 1. Please send the policy\n> that staff follow\n\nNone.\n\f\nPage 2 of 3\n",
		"Annwyl     | Dear\n1. Nid oes | 1. There is\ndim yr yn  | the of no\nmae ei     | and is to\n",
		"40. 39. 38) (h) (viii) 1-26\t2.4\t\n[1]http://x\n\nReferences\n1. https://x\n",
		"Policy\n\nNone\n\nSoftware\n\xff\n\nYours sincerely\nA B\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, reply string) {
		if len(reply) > 4000 {
			t.Skip("long texts are slow to align and show no more")
		}
		th := &thread.Thread{Messages: []thread.Message{
			{Direction: thread.Sent, Text: request},
			{Direction: thread.Received, Text: strings.ToValidUTF8(reply, "?")},
		}}
		ps := segment.Segment(th, cb)
		checkPassages(t, th, ps)
		for _, a := range align.Align(th, ps, cb) {
			q := cb.Question(a.QuestionID)
			if q == nil || q.Heading || a.Score < 0 || a.Score > 1 || a.Message != 1 {
				t.Errorf("answer %+v", a)
			}
			for _, s := range a.Spans() {
				checkSpan(t, th, s)
			}
		}
	})
}

var roles = map[string]bool{
	thread.RoleSalutation: true, thread.RolePreamble: true, thread.RoleRestatedQuestion: true,
	thread.RoleAnswer: true, thread.RoleNotice: true, thread.RoleSignature: true,
	thread.RoleBoilerplate: true, thread.RoleFootnote: true, thread.RoleQuotedRequest: true,
}

// checkPassages holds passages to lie in their text, with a known role, in
// order, and each restated question to name one.
func checkPassages(t *testing.T, th *thread.Thread, ps []thread.Passage) {
	t.Helper()
	for _, p := range ps {
		checkSpan(t, th, p.Span)
		if !roles[p.Role] {
			t.Errorf("role %q", p.Role)
		}
		if (p.Role == thread.RoleRestatedQuestion) != (len(p.QuestionIDs) == 1) {
			t.Errorf("%s names %v", p.Role, p.QuestionIDs)
		}
		for _, s := range p.Parts {
			checkSpan(t, th, s)
			if s.Start < p.Start || s.End > p.End {
				t.Errorf("part %v leaves passage %v", s, p.Span)
			}
		}
	}
}

func checkSpan(t *testing.T, th *thread.Thread, s thread.Span) {
	t.Helper()
	if s.Start < 0 || s.Start > s.End || s.End > len(th.Text(s.Ref)) {
		t.Errorf("span %v of a text of %d", s, len(th.Text(s.Ref)))
	}
}
