package segment

import (
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// match is how well the head of a paragraph restates a question.
type match struct {
	end       int     // words of the paragraph that belong to the question
	common    int     // words shared, in order
	coverage  float64 // of the question's words
	precision float64 // of the paragraph's words up to end
}

func (m match) score() float64 { return m.coverage * m.precision }

// restates aligns a paragraph with a question by their longest common
// subsequence of words and cuts it where going on no longer pays: each shared
// word counts for, each other word against.
func restates(text, question []string) match {
	prev, cur := make([]int, len(question)+1), make([]int, len(question)+1)
	best := match{}
	gain := 0
	for i, w := range text {
		for j, q := range question {
			switch {
			case w == q:
				cur[j+1] = prev[j] + 1
			case prev[j+1] >= cur[j]:
				cur[j+1] = prev[j+1]
			default:
				cur[j+1] = cur[j]
			}
		}
		n := cur[len(question)]
		if g := 2*n - (i + 1); g > gain {
			gain = g
			best = match{end: i + 1, common: n}
		}
		prev, cur = cur, prev
	}
	if best.end > 0 {
		best.coverage = float64(best.common) / float64(len(question))
		best.precision = float64(best.common) / float64(best.end)
	}
	return best
}

// isRestated tells whether a match is a question restated, whole or the greater
// part of it, with small edits.
func (m match) isRestated(question []string) bool {
	if len(question) <= 4 {
		return m.coverage == 1 && m.precision == 1
	}
	return m.precision >= 0.75 && m.coverage >= 0.6 && m.common >= 4
}

// minAbridged is the shortest abridged question, in words.
const minAbridged = 3

// isAbridged tells whether a match is a question cut short: nothing but words of
// the question in their order, to the end of the text.
func (m match) isAbridged(text []string) bool {
	return m.precision >= 0.9 && m.common >= minAbridged && m.end == len(text)
}

// isFragment tells whether a match is a piece of a question, such as its last
// lines behind a page break.
func (m match) isFragment() bool { return m.precision >= 0.9 && m.common >= 6 }

// replyWords turn a near copy of a question into a statement that answers it:
// "the University does not use software to …".
var replyWords = []string{"not", "no", "neither", "nor", "never", "none", "we", "our", "yes", "cannot", "confirm"}

// states tells whether the words up to end hold a word of reply that the
// question lacks.
func states(text, question []string, end int) bool {
	return slices.ContainsFunc(replyWords, func(w string) bool {
		return slices.Contains(text[:end], w) && !slices.Contains(question, w)
	})
}

// byteAfter is the offset in a view just behind its n-th word, moved to the
// end of the sentence or bracket where that is at hand.
func byteAfter(v thread.View, n int) int {
	if n == 0 {
		return 0
	}
	in, seen := false, 0
	at := len(v.Low)
	for i := 0; i <= len(v.Low); i++ {
		letter := i < len(v.Low) && (isWordByte(v.Low[i]))
		if in && !letter {
			seen++
			if seen == n {
				at = i
				break
			}
		}
		in = letter
	}
	for at < len(v.Low) && strings.IndexByte(`.?!;:)"' `, v.Low[at]) >= 0 {
		at++
	}
	return at
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80
}
