package align

import (
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// reading is one way to take the labels of a reply: as they stand, as numbers
// that slipped, as the letter's own.
type reading struct {
	units    []unit
	anchors  []anchor
	sections []section // what the anchors cut the units into
	score    float64   // what the labels say for it, and the words under them
}

// bestReading finds the reading whose labels and words agree best.
func bestReading(cb *schema.Codebook, units []unit, order map[*schema.Question]int) reading {
	words := fit{codebook: cb, known: map[string][]int{}}
	nested := outline(cb, words, units)
	dropOwnNumbers(cb, units)
	best := reading{units: units}
	ways := append([][]unit{units, shiftRestarts(cb, units), nested, ownNumbers(units)}, slips(cb, units)...)
	for _, us := range ways {
		for _, n := range numberings(cb, us) {
			anchors, score := bestPath(cb, us, n, order)
			if len(anchors) == 0 {
				continue
			}
			ss := sections(words, us, anchors)
			if score += words.of(ss); best.anchors == nil || score > best.score {
				best = reading{us, anchors, ss, score}
			}
		}
	}
	return best
}

// ownNumbers reads all bare numbers as those of the letter's own paragraphs.
func ownNumbers(units []unit) []unit {
	out := slices.Clone(units)
	for i, u := range out {
		if bare(u) {
			out[i].dropNumber()
		}
	}
	return out
}

// fit tells how well the words of answers suit their questions.
type fit struct {
	codebook *schema.Codebook
	known    map[string][]int // weights of the sentences seen
}

// worstFit is what one sentence can tell against its question at most, in natural
// logarithms, and minWords how many words a sentence must have to tell anything.
const (
	worstFit = -2.5
	minWords = 7
)

// of is the sum over the sentences of sections.
func (f fit) of(ss []section) float64 {
	sum := 0.0
	for _, s := range ss {
		for _, text := range s.texts {
			sum += f.text(text, s.nodes)
		}
	}
	return sum
}

// text is how well a text suits the best of some questions, sentence by sentence.
func (f fit) text(v thread.View, nodes []*schema.Question) float64 {
	sum := 0.0
	for _, s := range v.Sentences() {
		if len(strings.Fields(s.Low)) >= minWords {
			sum += f.sentence(s.Low, nodes...)
		}
	}
	return sum
}

// strays tells whether a paragraph behind the last answer speaks of something else:
// its words suit the question badly, sentence for sentence.
func (f fit) strays(v thread.View, nodes []*schema.Question) bool {
	const badly = -1.5
	sum, n := 0.0, 0
	for _, s := range v.Sentences() {
		if len(strings.Fields(s.Low)) >= minWords {
			sum, n = sum+f.sentence(s.Low, nodes...), n+1
		}
	}
	return n > 0 && sum/float64(n) < badly
}

func (f fit) sentence(low string, nodes ...*schema.Question) float64 {
	if f.codebook.Lexicon == nil {
		return 0
	}
	weights, ok := f.known[low]
	if !ok {
		weights = f.codebook.Lexicon.Weigh(low)
		f.known[low] = weights
	}
	best := worstFit
	for _, top := range nodes {
		for _, q := range everyNode(top) {
			if !q.Heading {
				best = max(best, float64(weights[q.Order])/1000/perWords)
			}
		}
	}
	return best
}
