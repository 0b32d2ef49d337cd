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
	if c.ownName == nil {
		return low
	}
	return c.ownName.ReplaceAllString(low, "the university$1")
}
