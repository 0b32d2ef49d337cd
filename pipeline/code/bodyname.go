package code

import (
	"regexp"
	"strings"
)

// A letter often calls its own body by name: "what is said about Wychmere".
// Rules on "the University" read such a sentence once the name is put in
// those words.

// nameless are the words of a name that tell no body from another, and places
// and words that stand in letters without meaning the body.
var nameless = wordSet(`the university of college school institute institution conservatoire academy for and in at st royal open law arts art
	london south north east west central city music drama science sciences medicine business new`)

// minOwnName is the shortest name, in letters, that is read as the body's.
const minOwnName = 4

// ownNameOf builds the pattern for a body's own name: with and without
// "university", and the possessive as its group. Nil where no word of it is
// distinctive.
func ownNameOf(name string) *regexp.Regexp {
	full := strings.Fields(strings.TrimPrefix(strings.ToLower(name), "the "))
	var own []string
	for _, w := range full {
		if !nameless[strings.Trim(w, ",.")] {
			own = append(own, w)
		}
	}
	short := strings.Join(own, " ")
	if len(short) < minOwnName {
		return nil
	}
	quoted := regexp.QuoteMeta(strings.Join(full, " ")) + "|" + regexp.QuoteMeta(short) + ` (?:university|college)|` + regexp.QuoteMeta(short)
	return regexp.MustCompile(`\b(?:the )?(?:` + quoted + `)('s)?\b`)
}

// asBody is a sentence in lower case with the body's own name put as "the
// university".
func (c *coder) asBody(low string) string {
	return nameBody(low, c.ownName).low
}

// bodyWords are the words that a body's own name is put in.
const bodyWords = "the university"

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
	out := namedBody{}
	from := 0
	for _, m := range own.FindAllStringSubmatchIndex(low, -1) {
		end := m[1]
		if m[2] >= 0 {
			end = m[2] // the possessive stays
		}
		out.low += low[from:m[0]] + bodyWords
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
		if t.at-len(bodyWords) < i && i < t.at {
			return t.at + t.shift
		}
		if t.at <= i {
			shift = t.shift
		}
	}
	return i + shift
}
