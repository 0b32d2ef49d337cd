package code

import (
	"strings"
	"testing"

	"roundrobin/schema"
)

// claimNames are the claims as testdata/claims.tsv writes them.
var claimNames = []string{"denial", "hedged", "activity", "routine", "listening", "nolistening", "review", "noreview", "overt", "notovert", "covert", "notcovert", "public"}

func (k claimKind) names() string {
	var out []string
	for i, name := range claimNames {
		if k&(1<<i) != 0 {
			out = append(out, name)
		}
	}
	if len(out) == 0 {
		return "none"
	}
	return strings.Join(out, ",")
}

// TestReadClaims reads testdata/claims.tsv: claims, tab, sentence, and after a
// second tab the sentence before it.
func TestReadClaims(t *testing.T) {
	cb, err := schema.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range readTSV(t, "testdata/claims.tsv") {
		before := ""
		if len(row) > 2 {
			before = strings.ToLower(row[2])
		}
		if got := readClaims(strings.ToLower(row[1]), before, cb.Activity.Regexp).names(); got != row[0] {
			t.Errorf("%q: got %s, want %s", row[1], got, row[0])
		}
	}
}
