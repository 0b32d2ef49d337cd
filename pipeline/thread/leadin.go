package thread

import (
	"regexp"
	"slices"
	"strings"
)

// leadIn matches the words with which a writer comes to a question in running
// text: "Taking questions 3 and 4 together", "As to 2(b),", "For 4(a), the
// supplier is", "The answer to 4 is yes".
var leadIn = regexp.MustCompile(`^(?:(?:and|but|so|then|next|now|finally|lastly|first|firstly|secondly),? )?` +
	`(?:(taking|turning(?: now)? to|moving(?: on)? to|coming(?: on)? to|going back to|back to|as (?:to|for|regards)|on|in|at|for|to|under|re:?|regarding|concerning|dealing with|with (?:regard|respect|reference) to|in (?:relation|respect|regard) (?:to|of))` +
	`|(answering|in (?:answer|response|reply) to|(?:the (?:first|second|third|last|other) (?:part|half|sentence|paragraph) of )?(?:the|my|our) (?:short )?(?:answers?|response|reply) (?:to|on|for|under))) (?:your |the )?`)

// ordinal matches a question named by its place: "your second question", "the
// answer to your third and fourth questions".
var ordinal = regexp.MustCompile(`^(?:your |the )?(?:(?:my|our|the) (?:answer|response|reply) to )?(?:your |the )?(` + places + `)(?:(?:,| and) (?:your |the )?(` + places + `))? questions?\b`)

var places = strings.Join(Ordinals, "|")

// together is what stands behind questions that are taken as one, up to the end
// of the heading: "together, because both are about the one tool".
var together = regexp.MustCompile(`^ (?:both )?(?:together|in one|as one|jointly|at once)\b(?:[^.;:?!]*$|[.,:;-]*)`)

// besides are further questions named in brackets behind the first: "(and
// question 9, which I answer here as well)".
var besides = regexp.MustCompile(`^ \((?:and|with|also|together with|plus|including) ([^)]*)\)`)

// ledLabel reads a label that a lead-in or an ordinal opens. Len is 0 where
// there is none. A bare number counts only where an answer is spoken of: "on 3
// May" is no question.
func ledLabel(low string) Label {
	if m := ordinal.FindStringSubmatchIndex(low); m != nil {
		return ordinalLabel(low, m)
	}
	m := leadIn.FindStringSubmatchIndex(low)
	if m == nil {
		return Label{}
	}
	if o := ordinal.FindStringSubmatchIndex(low[m[1]:]); o != nil {
		l := ordinalLabel(low[m[1]:], o)
		if l.Len > 0 {
			l.Len += m[1]
		}
		return l
	}
	s := scanner{s: low, i: m[1]}
	explicit := s.word()
	ranges := s.ranges(explicit)
	if len(ranges) == 0 || !explicit && m[4] < 0 && ranges[0].From.Sub == 0 {
		if len(ranges) == 0 || !bareLead.MatchString(low) {
			return Label{}
		}
	}
	rest := low[s.i:]
	if rest != "" && isWord(rest[0]) || m[4] >= 0 && spokenOf.MatchString(rest) && !answersIt.MatchString(rest) || recounts.MatchString(rest) {
		return Label{}
	}
	l := closed(low, Label{Ranges: ranges, Explicit: true, Len: s.i})
	if m[4] >= 0 && answersIt.MatchString(rest) {
		l.Len += len(copula.FindString(rest))
	}
	return l
}

// bareLead is a bare number that only a question can be: "In 8, the number …".
var bareLead = regexp.MustCompile(`^(?:re:?|in|under|at|on|for|as to|as for) \d{1,2}(?: and \d{1,2})?[,:] `)

// copula is what ties a question to its answer: the "is" of "the answer to 4 is
// yes", the "should have read" of a correction.
var copula = regexp.MustCompile(`^ (?:(?:should|ought to) (?:now )?(?:have )?(?:read|been|be|said)[: ]*"?|\w+(?: be)?)`)

// recounts is a sentence on an answer given before: "to question 4 the
// University replied that …".
var recounts = regexp.MustCompile(`^[^.;]{0,240}\b(?:university|college|institution|authority|we|it|you|was|were|response|reply|answer)(?: had| were)? (?:answered|replied|responded|told|informed)\b`)

func ordinalLabel(low string, m []int) Label {
	var ranges []Range
	for g := 2; g < len(m); g += 2 {
		if m[g] < 0 {
			continue
		}
		p := Point{Num: slices.Index(Ordinals, low[m[g]:m[g+1]]) + 1}
		ranges = append(ranges, Range{p, p})
	}
	if !opensAnswer.MatchString(low[m[1]:]) && !answersIt.MatchString(low[m[1]:]) {
		return Label{}
	}
	return closed(low, Label{Ranges: ranges, Explicit: true, Len: m[1]})
}

// opensAnswer is what stands between a question named by its place and the
// answer. A verb makes it a sentence on the question: "your seventh question
// calls for figures".
var opensAnswer = regexp.MustCompile(`^(?:$|\s*[,:;.)(-]|\s+(?:together|we|i|the (?:answer|university|college)|there|no|yes|it)\b)`)

// answersIt is a verb that gives the answer: "the answer to question 4 is yes".
var answersIt = regexp.MustCompile(`^ (?:(?:should|ought to) (?:now )?(?:have )?(?:read|been|be|said)\b|(?:is|are|was|would be|must be) (?:yes|no|not|none|nil|that|as|also|the same|in|simply|a)\b)`)

// closed takes what closes a label into it: further questions in brackets,
// "together …", a mark.
func closed(low string, l Label) Label {
	if m := besides.FindStringSubmatchIndex(low[l.Len:]); m != nil {
		if more := References(low[l.Len:][m[2]:m[3]]); len(more) > 0 {
			l.Ranges = append(l.Ranges, more...)
			l.Len += m[1]
		}
	}
	if m := together.FindStringIndex(low[l.Len:]); m != nil {
		l.Len += m[1]
	}
	l.Len += len(low[l.Len:]) - len(strings.TrimLeft(low[l.Len:], ",.:;-"))
	return l
}
