package main

import (
	"io"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roundrobin/pipeline/thread"
)

// TestEarlierIsTheFirstReplyAlone codes threads whose later messages were never
// read, and compares.
func TestEarlierIsTheFirstReplyAlone(t *testing.T) {
	s := &session{stdout: io.Discard, stderr: io.Discard}
	s.reference = "../data/reference"
	l, err := s.newLine(toCode)
	if err != nil {
		t.Fatal(err)
	}
	repliedAgain := 0
	for _, dir := range []string{"../data/sample", "../data/evaluation/dev"} {
		fresh := readAll(t, dir)
		for i, th := range readAll(t, dir) {
			m, err := l.process(th)
			if err != nil {
				t.Fatal(err)
			}
			replies := substantive(th)
			if len(replies) < 2 {
				if m.Earlier != nil {
					t.Errorf("%s has earlier answers and %d replies", th.RequestID, len(replies))
				}
				continue
			}
			repliedAgain++
			fresh[i].Messages = fresh[i].Messages[:replies[0]+1]
			_, want := l.rules(fresh[i])
			if diff := cmp.Diff(want.Answers, m.Earlier); diff != "" {
				t.Errorf("%s: %s", th.RequestID, diff)
			}
			for _, e := range m.Coded.Evidence {
				if e.Table == "earlier_answers" && e.Span.Ref.Message > replies[0] {
					t.Errorf("%s: an earlier answer rests on message %d", th.RequestID, e.Span.Ref.Message+1)
				}
			}
		}
	}
	if repliedAgain < 3 {
		t.Errorf("%d threads with a further reply are too few to tell", repliedAgain)
	}
}

// TestReviewTurnsAnAnswer follows the review of the sample that found a product.
func TestReviewTurnsAnAnswer(t *testing.T) {
	s := &session{stdout: io.Discard, stderr: io.Discard}
	s.reference = "../data/reference"
	l, err := s.newLine(toCode)
	if err != nil {
		t.Fatal(err)
	}
	threads := readAll(t, "../data/sample")
	i := slices.IndexFunc(threads, func(th *thread.Thread) bool { return th.Institution.ID == "marrowby_metropolitan_university" })
	m, err := l.process(threads[i])
	if err != nil {
		t.Fatal(err)
	}
	polarity := func(answers []thread.Answer) string {
		return answers[slices.IndexFunc(answers, func(a thread.Answer) bool { return a.QuestionID == "q4" })].Polarity
	}
	if before, after := polarity(m.Earlier), polarity(m.Coded.Answers); before != "no" || after != "yes" {
		t.Errorf("q4 was %q and is %q, want no and yes", before, after)
	}
}
