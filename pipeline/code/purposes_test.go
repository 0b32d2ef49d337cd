package code

import (
	"strings"
	"testing"
)

// TestPurposes reads testdata/purposes.tsv: codes in order of place, tab, text.
func TestPurposes(t *testing.T) {
	for _, row := range readTSV(t, "testdata/purposes.tsv") {
		var got []string
		for _, h := range findPurposes(row[1]) {
			got = append(got, h.Code)
		}
		if g := strings.Join(got, ","); g != strings.TrimPrefix(row[0], "-") {
			t.Errorf("%s\n got %s, want %s", row[1], g, row[0])
		}
	}
}
