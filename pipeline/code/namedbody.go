package code

import "regexp"

// namedBody is a sentence in which the body's own name stands as "the
// university", so that rules on the university read it, with the way back to the
// places of the sentence itself.
type namedBody struct {
	low   string
	turns []nameTurn // in order
}

// nameTurn is a place where the name was put otherwise: what stands at byte at
// and behind stands shift bytes further on in the sentence.
type nameTurn struct{ at, shift int }

// nameBody puts the own name in a sentence in lower case as "the university".
func nameBody(low string, own *regexp.Regexp) namedBody {
	if own == nil {
		return namedBody{low: low}
	}
	const body = "the university"
	out := namedBody{}
	from := 0
	for _, m := range own.FindAllStringSubmatchIndex(low, -1) {
		end := m[1]
		if m[2] >= 0 {
			end = m[2] // the possessive stays
		}
		out.low += low[from:m[0]] + body
		out.turns = append(out.turns, nameTurn{len(out.low), end - len(out.low)})
		from = end
	}
	out.low += low[from:]
	return out
}

// find returns the matches of a pattern at their places in the sentence itself.
func (n namedBody) find(re *regexp.Regexp) [][]int {
	all := re.FindAllStringIndex(n.low, -1)
	for _, m := range all {
		m[0], m[1] = n.back(m[0]), n.back(m[1])
	}
	return all
}

// back is the place in the sentence of byte i; one within the name is put to its
// end.
func (n namedBody) back(i int) int {
	shift := 0
	for _, t := range n.turns {
		if t.at-len("the university") < i && i < t.at {
			return t.at + t.shift
		}
		if t.at <= i {
			shift = t.shift
		}
	}
	return i + shift
}
