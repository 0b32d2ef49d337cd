package schema

import (
	_ "embed"
	"strings"
	"testing"
)

// cueExamples are invented sentences, each behind a leaf that it answers.
//
//go:embed testdata/cues.tsv
var cueExamples string

func TestCuesOfSentences(t *testing.T) {
	cb, err := DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(strings.TrimSpace(cueExamples)) {
		id, sentence, _ := strings.Cut(strings.TrimSpace(line), "\t")
		q := cb.Question(id)
		if q == nil {
			t.Fatalf("no question %q", id)
		}
		if !Matches(q.Cues, strings.ToLower(sentence)) {
			t.Errorf("%s: no cue in %q", id, sentence)
		}
	}
}
