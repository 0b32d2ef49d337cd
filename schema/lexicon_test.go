package schema

import (
	"strings"
	"testing"
)

// TestLexiconNamesQuestions holds the built-in lexicon to sentences that nobody
// counted: the leaf that it reads first, or Elsewhere.
func TestLexiconNamesQuestions(t *testing.T) {
	cb, err := DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	for sentence, want := range map[string]string{
		"We have not sought any warrant and nobody at the Home Office has been in touch.":          "q2d",
		"Nothing has been altered because of the lockdown; it all goes on as it did before March.": "q9",
		"It is the Head of Casework who has to agree before anybody may look.":                     "q6c",
		"They are shredded seven years after the student has graduated.":                           "q5",
		"No equality analysis was thought necessary.":                                              "q3d",
		"Our programmers have not built anything of the kind themselves.":                          "q4b",
		"In two cases a printout was handed to the police and in one to another university.":       "q8",
		"Thank you for your letter, which reached this office on Monday.":                          Elsewhere,
		"You have the right to complain to the Information Commissioner at Wycliffe House.":        Elsewhere,
	} {
		weights, best := cb.Lexicon.Weigh(strings.ToLower(sentence)), Elsewhere
		for _, q := range cb.Leaves() {
			if weights[q.Order] == 0 {
				best = q.ID
			}
		}
		if best != want {
			t.Errorf("%q: %s, want %s", sentence, best, want)
		}
		if answers := cb.Lexicon.Answers(strings.ToLower(sentence)) > 0; answers != (want != Elsewhere) {
			t.Errorf("%q: answers %v", sentence, answers)
		}
	}
}

func TestLexiconIsCheckedByLine(t *testing.T) {
	for data, want := range map[string]string{
		"word\tq1:2\nword\tq2:1\n": "words.tsv:2",
		"word\n":                   "words.tsv:1",
		"word\tq1:none\n":          "words.tsv:1",
		"word\tq1:0\n":             "words.tsv:1",
	} {
		if _, err := parseLexicon("words.tsv", []byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one at %s", data, err, want)
		}
	}
	cb, err := DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := cb.newLexicon(Counts{"word": {"q99": 1}}); err == nil || !strings.Contains(err.Error(), "q99") {
		t.Errorf("error %v, want one on q99", err)
	}
}

func TestLexiconIsWrittenAsRead(t *testing.T) {
	counts := Counts{"the": {"q1": 3, Elsewhere: 2}, "^ no": {"q2a": 1}}
	var b strings.Builder
	if err := WriteLexicon(&b, counts); err != nil {
		t.Fatal(err)
	}
	if want := "^ no\tq2a:1\nthe\t-:2\tq1:3\n"; b.String() != want {
		t.Errorf("wrote %q, want %q", b.String(), want)
	}
	again, err := parseLexicon("words.tsv", []byte(b.String()))
	if err != nil || again["the"]["q1"] != 3 || again["the"][Elsewhere] != 2 || again["^ no"]["q2a"] != 1 {
		t.Errorf("read %v, %v", again, err)
	}
}

func TestNoLexiconWeighsNothing(t *testing.T) {
	var none *Lexicon
	if none.Weigh("no policy") != nil || none.Answers("no policy") != 0 {
		t.Error("a codebook without a lexicon has weights")
	}
}
