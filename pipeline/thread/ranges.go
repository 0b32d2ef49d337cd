package thread

import (
	"regexp"
	"strings"
)

// ranges reads "3", "2(a) to 2(d)", "7 and 8", "6a-f", "1, 4 and 9".
func (s *scanner) ranges(loose bool) []Range {
	var out []Range
	p, ok := s.point(Point{}, loose)
	if !ok && loose {
		p.Num, ok = s.numberWord()
	}
	if !ok {
		return nil
	}
	out = append(out, Range{p, p})
	for {
		at := s.i
		sep := byte(0)
		if p.Sub == 0 && s.parts() {
			sep = 'p'
		} else {
			sep = s.separator()
		}
		if sep == 0 {
			break
		}
		s.word()
		next, ok := s.point(p, true)
		ofItself := sep == 't' && p.Sub == 0 && next.Num == p.Num && next.Sub > 0 // "6 - (a) …" names a part, no range
		back := sep == 't' && p.Sub > 0 && next.Num == p.Num && next.Sub <= p.Sub // "6.b - A complaint" has an article
		if !ok || (next.Num == 0 && next.Sub == 0) || ofItself || back {
			s.i = at
			break
		}
		if sep == 'p' {
			out[len(out)-1] = Range{next, next}
		} else if sep == 't' {
			out[len(out)-1].To = next
		} else {
			out = append(out, Range{next, next})
		}
		p = next
	}
	s.ofQuestion(out)
	return out
}

// ofQuestion reads the question behind its part: "part (b) of question 3".
func (s *scanner) ofQuestion(rs []Range) {
	m := partOf.FindStringSubmatchIndex(s.s[s.i:])
	if m == nil {
		return
	}
	q := scanner{s: s.s, i: s.i + m[2]}
	n, ok := q.number()
	if !ok {
		n, ok = q.numberWord()
	}
	for _, r := range rs {
		ok = ok && r.From.Num == 0 && r.To.Num == 0
	}
	if !ok {
		return
	}
	for i := range rs {
		rs[i].From.Num, rs[i].To.Num = n, n
	}
	s.i = q.i
}

// partOf matches what stands between a part and its question.
var partOf = regexp.MustCompile(`^\)? (?:of|in|under|to) (?:your |the |my )?(?:question|q|qu)\.? ?(\d|[a-z])`)

// parts passes the words between a question and its parts: "question 6, parts
// a to d", "question 3 (part b)".
func (s *scanner) parts() bool {
	rest := strings.TrimLeft(s.s[s.i:], " ,:-(")
	for _, w := range []string{"parts ", "part ", "sub-questions ", "sub-question ", "points ", "point ", "items ", "item "} {
		if strings.HasPrefix(rest, w) {
			s.i = len(s.s) - len(rest) + len(w)
			return true
		}
	}
	return false
}

// subRanges reads the sub-questions behind a number and its mark: "3. a)",
// "6. (i) to (vi)". They must be closed, or "1. A policy" would be one.
func (s *scanner) subRanges(of Point) []Range {
	at := s.i
	open := s.i < len(s.s) && s.s[s.i] == '('
	sub, ok := s.sub()
	if !ok {
		return nil
	}
	out := []Range{{Point{of.Num, sub}, Point{of.Num, sub}}}
	for sep := s.separator(); sep != 0; sep = s.separator() {
		next, ok := s.sub()
		if !ok {
			s.i = at
			return nil
		}
		if p := (Point{of.Num, next}); sep == 't' {
			out[len(out)-1].To = p
		} else {
			out = append(out, Range{p, p})
		}
	}
	if !s.terminator() && !open {
		s.i = at
		return nil
	}
	return out
}

// closedList matches what follows a closed label when more come.
var closedList = regexp.MustCompile(`^(?:a / and|and|&|i / to|to) (?:q(?:uestion)? ?)?\d{1,2}\(?[a-h]\)?`)

// separator passes what stands between points: 't' for a range, 'l' for a
// list, 0 for neither.
func (s *scanner) separator() byte {
	rest := s.s[s.i:]
	trimmed := strings.TrimLeft(rest, " ")
	if inner := strings.TrimLeft(strings.TrimPrefix(rest, ")"), " "); closedList.MatchString(inner) {
		trimmed = inner // "3b) and 3c)"
	}
	gap := len(rest) - len(trimmed)
	for _, w := range []struct {
		text string
		kind byte
	}{{"to ", 't'}, {"i ", 't'}, {"through ", 't'}, {"- ", 't'}, {"-", 't'}, {"and ", 'l'}, {"& ", 'l'}, {", and ", 'l'}, {"a / and ", 'l'}, {"i / to ", 't'}, {", ", 'l'}, {",", 'l'}, {"/", 'l'}, {"+ ", 'l'}, {"or ", 'l'}} {
		if strings.HasPrefix(trimmed, w.text) {
			if gap == 0 && isLetter(w.text[0]) {
				continue
			}
			s.i += gap + len(w.text)
			s.marks(" ")
			return w.kind
		}
	}
	return 0
}
