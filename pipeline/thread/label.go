package thread

import (
	"regexp"
	"strings"
)

// Point is a place in a numbered questionnaire: question Num, sub-question Sub,
// both from 1; 0 where the label leaves it out ("b)" has no Num, "3" no Sub).
type Point struct{ Num, Sub int }

// Range is one point, or the points from From to To.
type Range struct{ From, To Point }

// Label is a reference to questions as people write it: "3.", "Q2a)",
// "Questions 3 to 6:", "6(a)-(f)", "(iv)".
type Label struct {
	Ranges   []Range
	Explicit bool // says "Question", "Q" or the like
	Led      bool // stands in a running sentence: "as to question 4, we …"
	Script   Script
	Len      int // bytes, with the mark that ends it
}

// Script is how a label counts. Where a request has numbers and letters, a reply
// may put romans over letters or letters over romans.
type Script byte

// The scripts of labels.
const (
	Arabic Script = iota
	Letter
	Roman
)

// maxNumber is the highest question number taken for a label; above it, digits
// are years, sums and days.
const maxNumber = 40

// LeadingLabel reads the label at the head of a lower-case text. Its Len is 0
// where there is none.
func LeadingLabel(low string) Label {
	if l := ledLabel(low); l.Len > 0 {
		l.Led = true
		return l
	}
	s := scanner{s: low}
	s.marks("*•·-~_ ")
	if m := bilingualLabel.FindStringIndex(low); m != nil {
		s.i = m[1] - 1 // the Welsh label in front of the English one
	} else if m := welshLetter.FindStringIndex(low); m != nil {
		s.i = m[1]
	}
	hashed := s.i < len(s.s) && s.s[s.i] == '#'
	s.marks("# ")
	explicit := s.word()
	bracketed := s.i < len(s.s) && strings.IndexByte("([", s.s[s.i]) >= 0 || hashed
	numbered := s.numbered
	ranges := s.ranges(explicit)
	if len(ranges) == 0 {
		return letterList(low)
	}
	first := ranges[0].From
	ended := s.terminator() || bracketed || s.whole
	if first.Num > 0 && first.Sub == 0 && len(ranges) == 1 {
		at := s.i
		s.marks(" ")
		if subs := s.subRanges(first); len(subs) > 0 {
			ranges, ended = subs, true
		} else {
			s.i = at
		}
	}
	s.i += len(wholeOf.FindString(s.s[s.i:]))
	if explicit {
		if l := closed(low, Label{Ranges: ranges, Explicit: true, Len: s.i}); l.Len > s.i {
			return l
		}
	}
	if ended && !explicit {
		s.marks("*_")
	}
	rest := s.s[s.i:]
	open := rest == "" || rest[0] == ' ' || rest[0] == '\t'
	switch {
	case !open:
		return Label{}
	case numbered && !ended:
		return Label{}
	case ended, strings.TrimSpace(rest) == "", rest[0] == '\t':
	case explicit && !spokenOf.MatchString(rest):
	case first.Sub > 0, plainReply.MatchString(rest):
	default:
		return Label{}
	}
	return Label{Ranges: ranges, Explicit: explicit, Len: s.i, Script: s.script}
}

// letterList reads several letters that no bracket marks: "b, c, d.", "a-c:",
// "d & e)". One alone could begin a sentence.
func letterList(low string) Label {
	m := bareLetters.FindStringSubmatchIndex(low)
	if m == nil {
		return Label{}
	}
	l := Label{Script: Letter, Len: m[3]}
	upTo := false // a dash or "to" stands before the letter
	for _, mark := range letterOrMark.FindAllString(low[:m[3]], -1) {
		switch {
		case mark == "-" || mark == "–" || mark == "to":
			upTo = len(l.Ranges) > 0
		case upTo:
			l.Ranges[len(l.Ranges)-1].To = Point{Sub: int(mark[0]-'a') + 1}
			upTo = false
		default:
			p := Point{Sub: int(mark[0]-'a') + 1}
			l.Ranges = append(l.Ranges, Range{p, p})
		}
	}
	return l
}

// bareLetters matches such a list with the mark that ends it, letterOrMark its
// letters and what stands for those between two of them.
var (
	bareLetters  = regexp.MustCompile(`^([a-h](?:(?:, ?and |, ?|/| ?& ?| and | ?[-–] ?| to )[a-h])+ ?(?:[.:)]| [-–]))(?: |\t|$)`)
	letterOrMark = regexp.MustCompile(`to\b|[-–]|\b[a-h]\b`)
)

// plainReply matches an answer that cannot but answer: "5 None", "7 Not held".
var plainReply = regexp.MustCompile(`^ (?:yes|no|n/?a|none|nil|not (?:applicable|held|relevant)|see (?:above|q|question))(?:$|[.,;]| -)`)

// wholeOf matches what says behind a question that its parts are meant too.
var wholeOf = regexp.MustCompile(`^ \((?:all (?:parts|of it|sections|sub-?questions)|the whole|pob rhan|whole)\)(?: ?[:.]|$)`)

// bilingualLabel matches a label in Welsh, where C is for cwestiwn, up to the
// letter of the same label in English: "C4(a) / Q4(a)".
var bilingualLabel = regexp.MustCompile(`^c(?:westiwn)? ?\d[^/.]{0,24}/ ?q`)

// welshLetter matches a label by the Welsh alphabet in front of the English one:
// "2ch / 2d", where ch is the fourth letter.
var welshLetter = regexp.MustCompile(`^\d{1,2} ?\(?(?:ch|dd|ff|ng)\)? ?/ ?`)

// spokenOf matches what follows a question that a sentence is about, where it
// does not head an answer: "questions 4 and 5 are upheld".
var spokenOf = regexp.MustCompile(`^ (?:is|are|was|were|has|have|had|above|below|asks?|asked|of|and|which|that|as|in|to|would|will|should|may|can|cannot|do|does|did|relates?|concerns?|refers?)\b`)
