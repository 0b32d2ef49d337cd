package code

import (
	"strings"
	"testing"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// TestItems reads testdata/items.tsv: a variable or a type of document, its
// polarity or status, and the answer to the item that feeds it.
func TestItems(t *testing.T) {
	cb, err := schema.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	ref := loadSoftwareReference(t)
	for _, row := range readTSV(t, "testdata/items.tsv") {
		a := itemAnswer(t, cb, row[0], row[2])
		c := &coder{cb: cb, ref: ref, answers: map[string]*answer{}}
		for _, q := range cb.Leaves() {
			c.answers[q.ID] = &answer{leaf: q}
		}
		c.answers[a.QuestionID] = a
		if row[0] == "software_used" {
			c.softwareRows()
		}
		got := ""
		if a.leaf.Document != "" && !a.leaf.YesNo {
			got = c.answeredStatus(a)
		} else {
			got = c.polarity(a.told())
		}
		if got != strings.TrimPrefix(row[1], "null") {
			t.Errorf("%s %q: got %q, want %s", row[0], row[2], got, row[1])
		}
	}
}

// itemAnswer is the answer to the leaf that feeds a variable or asks for a
// document, cut into sentences.
func itemAnswer(t *testing.T, cb *schema.Codebook, item, text string) *answer {
	t.Helper()
	a := &answer{leaf: cb.Feeding(item), aligned: &thread.Aligned{}, Answer: thread.Answer{Disposition: answered}}
	for _, q := range cb.Leaves() {
		if q.Document == item {
			a.leaf = q
		}
	}
	if a.leaf == nil {
		t.Fatalf("no leaf for %s", item)
	}
	a.QuestionID = a.leaf.ID
	for text != "" {
		n := sentenceLength(text)
		s := strings.TrimSpace(text[:n])
		a.parts = append(a.parts, sentence{View: thread.View{Text: s, Low: lowerSame(s)}})
		text = text[n:]
	}
	return a
}
