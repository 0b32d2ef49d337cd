package code

import (
	"strings"
	"testing"
)

// TestReadPolicy reads testdata/policy.tsv: claims, tab, sentence.
func TestReadPolicy(t *testing.T) {
	for _, row := range readTSV(t, "testdata/policy.tsv") {
		said := readPolicy(row[1], strings.ToLower(row[1]))
		var got []string
		for i, name := range []string{"denied", "other", "own", "named", "yes"} {
			if said&(1<<i) != 0 {
				got = append(got, name)
			}
		}
		if g := strings.Join(got, ","); g != strings.TrimPrefix(row[0], "none") {
			t.Errorf("%q: got %q, want %s", row[1], g, row[0])
		}
	}
}
