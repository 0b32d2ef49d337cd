package code

import (
	"cmp"
	"slices"
	"strings"
	"testing"
)

// TestWithheld reads testdata/withheld.tsv: an item ("/foisa" for a Scottish
// body), the disposition, the exemptions and, for a document, the status that
// the coding guide gives, and the answer under that item's own label.
func TestWithheld(t *testing.T) {
	cb, ref := testCodebook(t), testReference(t)
	for _, row := range readTSV(t, "testdata/withheld.tsv") {
		name, law, _ := strings.Cut(row[0], "/")
		leaf, text := leafNamed(t, cb, name), row[4]
		coded := codeAnswers(replyThread(law, text), cb, ref, map[string]string{leaf.ID: text})
		a := coded.Answers[leaf.Order]
		got := []string{a.Disposition, cmp.Or(strings.Join(a.Exemptions, "; "), "-"), row[3]}
		for _, d := range coded.Documents {
			if d.Type == leaf.Document && row[3] != "-" {
				got[2] = d.Status
			}
		}
		if !slices.Equal(got, row[1:4]) {
			t.Errorf("%s %q:\n got %v\nwant %v", row[0], text, got, row[1:4])
		}
	}
}
