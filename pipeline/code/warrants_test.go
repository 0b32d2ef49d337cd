package code

import "testing"

// TestWarrants reads testdata/warrants.tsv: the number of warrants, then the answer
// to the item on them.
func TestWarrants(t *testing.T) {
	cb, ref := testCodebook(t), testReference(t)
	leaf := cb.Feeding("warrants")
	for _, row := range readTSV(t, "testdata/warrants.tsv") {
		coded := codeAnswers(replyThread("foia", row[1]), cb, ref, map[string]string{leaf.ID: row[1]})
		if got := coded.Practice["warrants"].Code; got != row[0] && (row[0] != "-" || got != "") {
			t.Errorf("%s: got %q, want %s", row[1], got, row[0])
		}
	}
}
