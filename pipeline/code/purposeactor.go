package code

import (
	"regexp"
	"strings"
)

// ofQuestion matches a sentence that is the question or is on its words.
var ofQuestion = regexp.MustCompile(`\?\W*$|^you (?:ask|mention|name|refer|list|quote|cite|say|said|wr(?:ite|ote))|^(?:the|your) (?:question|request|list|requester)s? (?:asks?|asked|mentions?|names?|refers?|lists?|speaks?|is (?:on|about))\b|\bthe (?:word|term|expression|phrase)s? "|\b(?:question|request) (?:\w+ ){0,3}asks (?:about|for|whether)\b`)

// officeWords are words of purposes that name an office as well: "Marketing
// follows what is said of us".
var officeWords = regexp.MustCompile(`^(?:marketing|recruitment|security|immigration|fundraising|(?:student )?(?:welfare|wellbeing|well-being|conduct|discipline|safeguarding)|public relations)$`)

var (
	// sharedSubject leads from the first office of a subject to its verb.
	sharedSubject = regexp.MustCompile(`^(?:(?:,| and| &)(?: the)? [\w' ]{2,40}?)?(?: (?:also|each|both|only|then|now|still))? $`)
	// newClause leaves a subject for something else: "Discipline, but please read …".
	newClause = regexp.MustCompile(`^[ ,]*(?:but|please|see|as|though|although|when|where|if|which|because|since)\b`)
	// nounPlace ends where only a noun for somebody who acts can follow.
	nounPlace = regexp.MustCompile(`\b(?:by|from|in|within|with|to|told|asked?|and|or|of|our|the|that|while|but) $`)
)

// actsBehind matches what an office at the head of a sentence does, in the verbs
// that only somebody can be the subject of.
var actsBehind = regexp.MustCompile(`^ (?:\w+ly )?(?:pays?|paid|asks?|writes?|wrote|sends?|tells?|owns?|buys?|bought|posts? |picks?|sees?|saw|puts?|finds?|clicks?|collects?|opens?|tracks?|watches|watch|subscribed?|listens?|passe[sd]|passed|wanted|wants?) `)

// isActor tells whether the word at [start, end) is the office that does
// something and no purpose: the subject of a verb of doing, or a capital in the
// middle of a sentence behind a preposition ("from Security and from
// Marketing"). "For Marketing" and what is expressly a purpose stay.
func (s *contextSentence) isActor(text string, start, end int) bool {
	if !officeWords.MatchString(s.low[start:end]) || !capitalised(text, start) || strings.HasPrefix(s.low[end:], " purposes") || documentBehind.MatchString(s.low[end:]) {
		return false
	}
	if inHeading(text, start, end) {
		return true
	}
	if start > 0 && nounPlace.MatchString(s.low[:start]) && !strings.HasSuffix(s.low[:start], " and ") {
		return true
	}
	if start == 0 && actsBehind.MatchString(s.low[end:]) {
		return true
	}
	if newClause.MatchString(s.low[end:]) {
		return false
	}
	for i := s.wordAt(end); i < len(s.words) && i < s.wordAt(end)+7; i++ {
		w := s.words[i]
		if strings.Contains(",;:.()-", w.text) && w.text != "," {
			return false
		}
		if (finiteVerbs[w.text] && !beForms[w.text] || bareVerbs[w.text]) && sharedSubject.MatchString(s.low[end:w.start]) {
			return true
		}
	}
	return false
}

// inHeading tells whether a word in capitals stands in a run of them at the head
// of a text that goes on in small letters: "ESTATES AND SECURITY (response of …".
func inHeading(text string, start, end int) bool {
	word := text[start:end]
	return word == strings.ToUpper(word) && (capitalRun.MatchString(text[:start]) || start == 0 && capitalsBehind.MatchString(text[end:])) && text != strings.ToUpper(text)
}

var (
	capitalRun     = regexp.MustCompile(`^(?:[A-Z&,]+ )+$`)
	capitalsBehind = regexp.MustCompile(`^ (?:&|[A-Z]{2,})\b`)
)

var label = regexp.MustCompile(`^(?:the )?[\w&,' ]{3,60}?(?:\([^)]*\))? ?(?::| -) `)

// withoutLabel leaves out the office that heads a purpose: of "Marketing:
// reputation" the second counts, of "Security: before large events" the first.
func withoutLabel(low string, hits []purposeHit) []purposeHit {
	m := label.FindStringIndex(low)
	if m == nil || len(hits) < 2 || hits[len(hits)-1].Start < m[1] {
		return hits
	}
	var out []purposeHit
	for _, h := range hits {
		if h.Start >= m[1] || !officeWords.MatchString(low[h.Start:h.End]) {
			out = append(out, h)
		}
	}
	return out
}
