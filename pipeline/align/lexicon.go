package align

import (
	"regexp"

	"roundrobin/schema"
)

// features are what of a sentence in lower case the lexicon counts, each once:
// its words and the pairs of words beside each other. A number counts as 0 and a
// web address as url, whatever they are.
func features(low string) []string {
	low = digits.ReplaceAllString(address.ReplaceAllString(low, " url "), "0")
	before := "^"
	var out []string
	seen := map[string]bool{}
	for _, w := range words.FindAllString(low, -1) {
		for _, f := range []string{w, before + " " + w} {
			if !seen[f] {
				seen[f] = true
				out = append(out, f)
			}
		}
		before = w
	}
	return out
}

var (
	address = regexp.MustCompile(`https?://\S+|\bwww\.\S+`)
	digits  = regexp.MustCompile(`[0-9]+`)
	words   = regexp.MustCompile(`[a-z0-9'&-]+`)
)

// weigh scores a sentence against each leaf, by Order, and as said elsewhere
// (last), in thousandths of a natural logarithm; the best has 0. All are 0 where
// the lexicon knows no word of it.
func weigh(l *schema.Lexicon, low string) []int {
	out := make([]int, l.Leaves()+1)
	for _, f := range features(low) {
		for i, w := range l.Weights(f) {
			out[i] += w
		}
	}
	best := out[0]
	for _, w := range out {
		best = max(best, w)
	}
	for i := range out {
		out[i] -= best
	}
	return out
}
