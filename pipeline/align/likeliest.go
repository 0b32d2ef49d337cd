package align

import (
	"math"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// The weights of the steps from sentence to sentence, in thousandths of a natural
// logarithm: most go on with a question or come to the next.
const (
	stepStay = -900
	stepNext = -1600
	stepSkip = -700  // for each question passed over
	stepJump = -4800 // to any other
)

// What one signal is worth in these units.
const (
	cueWorth = 2000
	perWords = 3 // words of one sentence say much the same: their weights count by a third
)

// likeliest finds for each statement the leaf that it answers, nil where it
// answers none, given the leaves whose cues each holds: the likeliest walk through
// the questionnaire given the words of all (Viterbi 1967).
func likeliest(cb *schema.Codebook, said []thread.View, cued [][]*schema.Question) []*schema.Question {
	leaves := cb.Leaves()
	elsewhere := len(leaves)
	var back [][]int
	var scores []int
	for i, s := range said {
		seen := evidence(cb, s, cued[i])
		if i == 0 {
			scores = seen
			continue
		}
		next, from := make([]int, len(seen)), make([]int, len(seen))
		for to := range seen {
			next[to] = math.MinInt
			for at, score := range scores {
				if score += stepWeight(at, to, elsewhere) + seen[to]; score > next[to] {
					next[to], from[to] = score, at
				}
			}
		}
		scores, back = next, append(back, from)
	}
	out := make([]*schema.Question, len(said))
	at := 0
	for i, s := range scores {
		if s > scores[at] {
			at = i
		}
	}
	for i := len(said) - 1; i >= 0; i-- {
		if at != elsewhere {
			out[i] = leaves[at]
		}
		if i > 0 {
			at = back[i-1][at]
		}
	}
	return out
}

// evidence is how far the words of a statement speak for each leaf.
func evidence(cb *schema.Codebook, s thread.View, cued []*schema.Question) []int {
	leaves := cb.Leaves()
	out := make([]int, len(leaves)+1)
	for i, w := range cb.Lexicon.Weigh(s.Low) {
		out[i] = w / perWords
	}
	for _, q := range cued {
		out[q.Order] += cueWorth
	}
	return out
}

func stepWeight(from, to, elsewhere int) int {
	switch {
	case from == to:
		return stepStay
	case to == elsewhere || from == elsewhere:
		return stepNext
	case to > from:
		return max(stepJump, stepNext+(to-from-1)*stepSkip)
	}
	return stepJump
}
