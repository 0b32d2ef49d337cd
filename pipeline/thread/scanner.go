package thread

import "strings"

// scanner reads labels and references, mark by mark.
type scanner struct {
	s     string
	i     int
	whole bool // the last point was written "2.0"

	numbered bool   // they were "no." or "ref", which a mark has to follow
	script   Script // of the first point
}

func (s *scanner) marks(set string) {
	for s.i < len(s.s) && strings.IndexByte(set, s.s[s.i]) >= 0 {
		s.i++
	}
}

// word passes "question", "q", "answer to question" and the like.
func (s *scanner) word() bool {
	at := s.i
	for _, lead := range []string{"your ", "our ", "re ", "re: ", "the "} {
		if strings.HasPrefix(s.s[s.i:], lead) {
			s.i += len(lead)
		}
	}
	for _, lead := range []string{"answers to ", "answer to ", "response to ", "in response to ", "reply to ", "in answer to ", "with regard to ", "as regards "} {
		if strings.HasPrefix(s.s[s.i:], lead) {
			s.i += len(lead)
			if s.digit() {
				return true
			}
		}
	}
	for _, w := range []string{"questions", "question", "cwestiynau", "cwestiwn", "ques", "qus", "qu", "qs", "q", "answers", "answer", "ans", "responses", "response", "resp", "replies", "reply", "points", "point", "parts", "part", "items", "item"} {
		if !strings.HasPrefix(s.s[s.i:], w) {
			continue
		}
		j := s.i + len(w)
		if j < len(s.s) && isLetter(s.s[j]) {
			continue
		}
		s.i = j
		s.marks(". :")
		return true
	}
	if rest := s.s[s.i:]; len(rest) > 1 && (rest[0] == 'a' || rest[0] == 'r') && rest[1] >= '1' && rest[1] <= '9' { // "A4." answers Q4, and so does "R4:"
		s.i++
		s.numbered = rest[0] == 'r'
		return true
	}
	for _, w := range []string{"number ", "nos. ", "no. ", "no ", "refs ", "ref. ", "ref "} {
		if s.i == at && strings.HasPrefix(s.s[s.i:], w) && len(s.s) > s.i+len(w) && s.s[s.i+len(w)] >= '1' && s.s[s.i+len(w)] <= '9' {
			s.i += len(w)
			s.numbered = true
			return false
		}
	}
	s.i = at
	return false
}

func (s *scanner) digit() bool { return s.i < len(s.s) && s.s[s.i] >= '1' && s.s[s.i] <= '9' }

// numberWords are the numbers of questions written out, from one.
var numberWords = []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// numberWord reads a number that is written out.
func (s *scanner) numberWord() (int, bool) {
	for i, w := range numberWords {
		if rest := s.s[s.i:]; strings.HasPrefix(rest, w) && (len(rest) == len(w) || !isWord(rest[len(w)])) {
			s.i += len(w)
			return i + 1, true
		}
	}
	return 0, false
}

// point reads "3", "(3)", "3a", "3(a)", "3 (a)", "3.a", "b)", "(b)". Behind an
// earlier point of the same list a bare letter belongs to its number.
func (s *scanner) point(before Point, loose bool) (Point, bool) {
	if p, ok := s.bracketedPoint(); ok {
		return p, true
	}
	if n, ok := s.number(); ok {
		p := Point{Num: n}
		at := s.i
		if s.i < len(s.s) && s.s[s.i] == '.' {
			s.i++
			if sub, ok := s.subClosed(); ok {
				p.Sub = sub
				return p, true
			}
			if sub, ok := s.decimal(); ok {
				p.Sub = sub
				return p, true
			}
			if s.zero() {
				return p, true
			}
			s.i = at
		}
		s.marks(" ")
		if s.i < len(s.s) && (s.s[s.i] == '(' || s.i == at) {
			if sub, ok := s.sub(); ok && (s.i >= len(s.s) || !isWord(s.s[s.i])) {
				p.Sub = sub
				return p, true
			}
		}
		s.i = at
		return p, true
	}
	at := s.i
	paren := s.i < len(s.s) && s.s[s.i] == '('
	sub, ok := s.sub()
	if !ok || s.i < len(s.s) && isWord(s.s[s.i]) {
		s.i = at
		return Point{}, false
	}
	if !paren && !loose && (s.i >= len(s.s) || strings.IndexByte(").:", s.s[s.i]) < 0) {
		s.i = at
		return Point{}, false
	}
	return Point{before.Num, sub}, true
}

// bracketedPoint reads "(2a)" and "[2(a)]".
func (s *scanner) bracketedPoint() (Point, bool) {
	at := s.i
	if s.i+1 >= len(s.s) || strings.IndexByte("([", s.s[s.i]) < 0 {
		return Point{}, false
	}
	s.i++
	if n, ok := s.number(); ok && s.i < len(s.s) && s.s[s.i] != '.' {
		if sub, ok := s.sub(); ok && s.i < len(s.s) && strings.IndexByte(")]", s.s[s.i]) >= 0 {
			s.i++
			return Point{n, sub}, true
		}
	}
	s.i = at
	return Point{}, false
}

// number reads a question number, also in brackets.
func (s *scanner) number() (int, bool) {
	at, n := s.i, 0
	open := s.i < len(s.s) && (s.s[s.i] == '(' || s.s[s.i] == '[')
	if open {
		s.i++
	}
	digits := s.i
	for s.i < len(s.s) && s.s[s.i] >= '0' && s.s[s.i] <= '9' && s.i < digits+3 {
		n = n*10 + int(s.s[s.i]-'0')
		s.i++
	}
	if open && s.i < len(s.s) && (s.s[s.i] == ')' || s.s[s.i] == ']') {
		s.i++
	} else if open {
		s.i = at
		return 0, false
	}
	if n == 0 || n > maxNumber || s.i < len(s.s) && (s.s[s.i] == '%' || s.s[s.i] == '/' && s.i+1 < len(s.s) && s.s[s.i+1] >= '0' && s.s[s.i+1] <= '9') {
		s.i = at
		return 0, false
	}
	if s.i+1 < len(s.s) && strings.IndexByte(".,:", s.s[s.i]) >= 0 && s.s[s.i+1] >= '0' && s.s[s.i+1] <= '9' {
		probe := scanner{s: s.s, i: s.i + 1}
		if _, ok := probe.decimal(); !ok && !probe.zero() || s.s[s.i] != '.' {
			s.i = at
			return 0, false
		}
	}
	return n, true
}

// decimal reads the second number of "2.4", one digit that nothing joins.
func (s *scanner) decimal() (int, bool) {
	if s.i >= len(s.s) || s.s[s.i] < '1' || s.s[s.i] > '8' || s.i+1 < len(s.s) && (isWord(s.s[s.i+1]) || s.s[s.i+1] == '%' || s.s[s.i+1] == '.' && s.i+2 < len(s.s) && isWord(s.s[s.i+2])) {
		return 0, false
	}
	s.i++
	return int(s.s[s.i-1] - '0'), true
}

// zero passes the 0 of "2.0", the question itself where 2.1 is its first part.
func (s *scanner) zero() bool {
	if s.i >= len(s.s) || s.s[s.i] != '0' || s.i+1 < len(s.s) && (isWord(s.s[s.i+1]) || strings.IndexByte(".%,", s.s[s.i+1]) >= 0) {
		return false
	}
	s.i++
	s.whole = true
	return true
}

// subClosed reads a letter that a mark or the end follows, as in "6.a." or "2.b ".
func (s *scanner) subClosed() (int, bool) {
	at := s.i
	sub, ok := s.sub()
	if !ok || s.i < len(s.s) && isWord(s.s[s.i]) {
		s.i = at
		return 0, false
	}
	return sub, true
}

// sub reads a letter or a small roman number, with or without brackets.
func (s *scanner) sub() (int, bool) {
	at := s.i
	open := s.i < len(s.s) && s.s[s.i] == '('
	if open {
		s.i++
	}
	start := s.i
	for s.i < len(s.s) && isLetter(s.s[s.i]) && s.i < start+5 {
		s.i++
	}
	n := subIndex(s.s[start:s.i])
	if n == 0 || open && (s.i >= len(s.s) || s.s[s.i] != ')') {
		s.i = at
		return 0, false
	}
	if open {
		s.i++
	}
	s.note(s.s[start:min(start+1, s.i)])
	return n, true
}

// note keeps the script of the first letter read: no questionnaire has nine
// sub-questions under one head, so i and v are roman.
func (s *scanner) note(letter string) {
	if s.script == Arabic {
		s.script = Letter
		if letter == "i" || letter == "v" {
			s.script = Roman
		}
	}
}

// subIndex is the position that a letter or roman number names. No
// questionnaire has 9 sub-questions under one head, so i and v are roman.
func subIndex(s string) int {
	switch s {
	case "i", "ii", "iii":
		return len(s)
	case "iv":
		return 4
	case "v", "vi", "vii", "viii":
		return 3 + len(s) + 1
	case "ix":
		return 9
	}
	if len(s) == 1 && s[0] >= 'a' && s[0] <= 'h' {
		return int(s[0]-'a') + 1
	}
	return 0
}

// terminator passes the mark that ends a label.
func (s *scanner) terminator() bool {
	at := s.i
	s.marks(" ")
	if s.i < len(s.s) && strings.IndexByte(".):-]|", s.s[s.i]) >= 0 {
		s.marks(".):-]|")
		return true
	}
	s.i = at
	return false
}

func isWord(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' || c >= 0x80 }
