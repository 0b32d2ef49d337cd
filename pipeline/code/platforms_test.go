package code

import (
	"slices"
	"strings"
	"testing"
)

// TestPlatforms reads testdata/platforms.tsv: affirmed codes in order of place,
// tab, sentence.
func TestPlatforms(t *testing.T) {
	x := newPlatformIndex(loadSoftwareReference(t))
	for _, row := range readTSV(t, "testdata/platforms.tsv") {
		var got []string
		for _, h := range x.find(row[1]) {
			if h.inScope(strings.ToLower(row[1])) && !slices.Contains(got, h.Code) {
				got = append(got, h.Code)
			}
		}
		if g := strings.Join(got, ","); g != strings.TrimPrefix(row[0], "-") {
			t.Errorf("%s\n got %s, want %s", row[1], g, row[0])
		}
	}
}
