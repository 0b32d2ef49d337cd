package thread

import "strings"

// References finds the questions that a lower-case text points to: "see q5",
// "as at 3(b)", "answers to questions 1 and 5", "as under 2 above".
func References(low string) []Range {
	var out []Range
	for i := 0; i < len(low); i++ {
		if i > 0 && isWord(low[i-1]) {
			continue
		}
		n := pointerWord(low[i:])
		if n == 0 {
			continue
		}
		s := scanner{s: low, i: i + n}
		s.marks(" ")
		explicit := s.word()
		explicit = explicit || questionWord(low[i:i+n])
		if r := s.ranges(true); len(r) > 0 && s.pointEnd(explicit) {
			out = append(out, r...)
			i = s.i - 1
		}
	}
	return out
}

// pointEnd guards a reference against sums, dates and titles: "see 3 may",
// "section 5 of the code".
func (s *scanner) pointEnd(explicit bool) bool {
	rest := s.s[s.i:]
	if rest == "" {
		return true
	}
	if isWord(rest[0]) {
		return false
	}
	next, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	next = strings.Trim(next, ".,;:)")
	if explicit {
		return true
	}
	switch next {
	case "", "above", "below", "and", "for", "as", "also", "in", "earlier", "the", "this":
		return true
	}
	return strings.IndexByte(".,;:)", rest[0]) >= 0
}

var pointerWords = []string{
	"see also", "see", "refer to", "referred to", "as at", "as in", "as under", "as per", "as for", "under", "to", "at", "in",
	"this and", "answers to", "answer to", "response to", "reply to", "responses to", "replies to", "answers", "answer", "response", "reply", "as above at",
	"questions", "question", "qs", "q", "point", "points", "part", "item", "number", "no.",
}

func questionWord(s string) bool {
	return strings.HasPrefix(s, "question") || s == "q" || s == "qs"
}

// pointerWord returns the length of the word at the head of s that can lead to
// a reference.
func pointerWord(s string) int {
	best := 0
	for _, w := range pointerWords {
		if len(w) > best && strings.HasPrefix(s, w) && len(s) > len(w) &&
			(!isWord(s[len(w)]) || (w == "q" && s[1] >= '0' && s[1] <= '9')) {
			best = len(w)
		}
	}
	return best
}
