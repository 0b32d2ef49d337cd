package code

import (
	"slices"
	"strings"
)

// assertion is how a sentence puts a concept. The method is ConText (Harkema,
// Dowling, Thornblade and Chapman, "ConText: an algorithm for determining
// negation, experiencer, and temporal status", J Biomed Inform 42, 2009, after
// NegEx): cues with a direction whose scope runs to a terminator, and
// pseudo-cues that look like one and are none.
//
// What has ceased ("no longer", "discontinued") is Historical, not Negated.
// "Not routinely" is Negated and Hedged. Permission ("may look at") is
// Hypothetical with the Trigger "may": whether it stands for a practice is the
// caller's decision.
type assertion struct {
	Negated      bool   // denied
	Hypothetical bool   // conditional, possible, planned or only considered
	Historical   bool   // true once, not now
	Hedged       bool   // limited in frequency or certainty
	Other        bool   // done by somebody else than the body
	Conditional  bool   // hypothetical by a condition alone (if, unless, only where), not by mood or plan
	Trigger      string // words of the strongest cue, in the order of the fields: negation, other, historical, mood, condition, hedge
}

// affirmed tells whether the concept is put forward as plain present fact or
// as a habit, however rare.
func (a assertion) affirmed() bool {
	return !a.Negated && !a.Hypothetical && !a.Historical && !a.Other
}

// permitted tells whether what makes the concept hypothetical is permission or
// ability ("may look at the post"), which stands for a practice.
func (a assertion) permitted() bool {
	return a.Hypothetical && strings.HasPrefix(a.Trigger, "may")
}

// assert tells how the concept at bytes [start, end) of a sentence is put. low
// is the sentence in reading form, lower case.
func assert(low string, start, end int) assertion {
	return readContext(low).assert(start, end)
}

// contextSentence is a sentence with its cues found, to be asked about more
// than one concept.
type contextSentence struct {
	low   string
	words []contextWord
	cues  []contextMatch
	walls []contextWall
}

// contextMatch is a cue found at words [from, to) of a sentence.
type contextMatch struct {
	cue      *contextCue
	from, to int
}

// contextWall ends the scopes that meet word at, but for those of the kinds it
// spares ("If there is a complaint, staff look …") and, where it closes a clause
// that began at word since, those of cues outside that clause.
type contextWall struct {
	at     int
	spares cueKind
	since  int // 0 for a wall to all
}

// readContext finds the cues and the borders of scope in a sentence.
func readContext(low string) *contextSentence {
	s := &contextSentence{low: low, words: contextWords(low)}
	taken := make([]bool, len(s.words))
	for i := range s.words {
		if taken[i] {
			continue
		}
		cue, spans := longestCue(s.words, i)
		if cue == nil {
			continue
		}
		take := spans
		if cue.kind == isWall {
			take = spans[:1] // what stands behind can be a cue: "as no …", ", only if …"
		}
		for _, at := range take {
			taken[at] = true
		}
		to := spans[len(spans)-1] + 1
		switch {
		case cue.kind&isWall != 0:
			s.walls = append(s.walls, contextWall{at: i})
		case cue.kind&isNow != 0:
			s.walls = append(s.walls, contextWall{at: i, spares: ^pastens})
		}
		if cue.kind&^(isWall|isNow) != 0 {
			s.cues = append(s.cues, contextMatch{cue, i, to})
		}
	}
	s.addClauseWalls(taken)
	s.addRelativeWalls()
	return s
}

func (s *contextSentence) assert(start, end int) assertion {
	var a assertion
	rank, denials, moods := 0, 0, 0
	for _, m := range s.cues {
		if !s.reaches(m, start, end) {
			continue
		}
		k := m.cue.kind
		if k&reverses != 0 {
			denials++
			continue
		}
		a.Negated = a.Negated || k&negates != 0
		a.Hypothetical = a.Hypothetical || k&supposes != 0
		if k&supposes != 0 && k&crossing == 0 {
			moods++
		}
		a.Historical = a.Historical || k&pastens != 0
		a.Hedged = a.Hedged || k&hedges != 0
		a.Other = a.Other || k&others != 0
		if r := k.rank(); r > rank {
			rank, a.Trigger = r, s.phrase(m)
		}
	}
	a.Conditional = a.Hypothetical && moods == 0
	if denials > 0 {
		a.deny()
	}
	return a
}

// deny applies "it is not true that …" to what was found within: a negation is
// undone, anything else is negated.
func (a *assertion) deny() {
	if a.Negated {
		a.Negated, a.Hedged, a.Trigger = false, true, "denial of a negation"
		return
	}
	a.Negated, a.Trigger = true, "denial"
}

func (s *contextSentence) phrase(m contextMatch) string {
	return s.low[s.words[m.from].start:s.words[m.to-1].end]
}

// reaches tells whether the scope of a cue covers the concept at [start, end).
func (s *contextSentence) reaches(m contextMatch, start, end int) bool {
	from, to := s.words[m.from].start, s.words[m.to-1].end
	if from >= start && to <= end {
		return false // part of the concept itself
	}
	if m.cue.dir&forward != 0 && from < start && s.open(m, m.to, s.wordAt(start)) {
		return m.cue.reach == 0 || s.wordAt(start)-m.to < m.cue.reach
	}
	if m.cue.dir&backward != 0 && to > end && s.open(m, s.wordAfter(end), m.from) {
		return m.cue.reach == 0 || m.from-s.wordAfter(end) < m.cue.reach
	}
	return false
}

// open tells whether no border of scope stands at words [i, j). A cue inside
// round brackets reaches out of them only to the word just before.
func (s *contextSentence) open(m contextMatch, i, j int) bool {
	for _, w := range s.walls {
		inside := w.since == 0 || m.from >= w.since && m.from < w.at
		if w.at >= i && w.at < j && w.at != m.from && inside && w.spares&m.cue.kind == 0 {
			return false
		}
	}
	depth := 0
	closer, opener := ")", "("
	if m.from >= j { // looking back
		closer, opener = opener, closer
	}
	for k := range max(j-i, 0) {
		at := i + k
		if m.from >= j {
			at = j - 1 - k
		}
		switch s.words[at].text {
		case opener:
			depth++
		case closer:
			if depth--; depth < 0 && at != i { // "Meltwater (until 2018)" is reached
				return false
			}
		}
	}
	return true
}

// wordAt is the index of the first word that ends behind byte at.
func (s *contextSentence) wordAt(at int) int {
	i := slices.IndexFunc(s.words, func(w contextWord) bool { return w.end > at })
	if i < 0 {
		return len(s.words)
	}
	return i
}

// wordAfter is the index of the first word that starts at byte at or later.
func (s *contextSentence) wordAfter(at int) int {
	i := slices.IndexFunc(s.words, func(w contextWord) bool { return w.start >= at })
	if i < 0 {
		return len(s.words)
	}
	return i
}

// contextWord is a word or a punctuation mark at bytes [start, end).
type contextWord struct {
	text       string
	start, end int
}

// contextWords splits a sentence. "cannot" and "don't" become two words, the
// second of them "not"; a possessive "'s" stands alone, quote marks are left
// out.
func contextWords(low string) []contextWord {
	out := make([]contextWord, 0, len(low)/5+1)
	for i := 0; i < len(low); {
		j := i
		for j < len(low) && contextLetter(low, j) {
			j++
		}
		if j == i {
			if c := low[i]; strings.IndexByte(" \t'\"", c) < 0 {
				out = append(out, contextWord{low[i : i+1], i, i + 1})
			}
			i++
			continue
		}
		out = appendContextWord(out, low[i:j], i)
		i = j
	}
	return out
}

func appendContextWord(out []contextWord, w string, at int) []contextWord {
	end := at + len(w)
	switch {
	case w == "cannot", strings.HasSuffix(w, "n't") && len(w) > 3:
		cut := end - 3
		return append(out, contextWord{w[:len(w)-3], at, cut}, contextWord{"not", cut, end})
	case strings.HasSuffix(w, "'s") && len(w) > 2:
		return append(out, contextWord{w[:len(w)-2], at, end - 2}, contextWord{"'s", end - 2, end})
	}
	w = strings.TrimRight(w, "'")
	return append(out, contextWord{w, at, at + len(w)})
}

// contextLetter tells whether byte i belongs to a word: letters, digits, any
// byte beyond ASCII, and one hyphen, apostrophe, point or slash between two.
func contextLetter(s string, i int) bool {
	if wordByte(s[i]) {
		return true
	}
	return strings.IndexByte("-'./", s[i]) >= 0 && i > 0 && i+1 < len(s) && wordByte(s[i-1]) && wordByte(s[i+1])
}

func wordByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c >= 0x80
}
