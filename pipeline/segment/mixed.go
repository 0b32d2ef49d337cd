package segment

import (
	"regexp"
	"strings"
)

// noticeReach is how many sentences of answer make a paragraph one that only
// ends in a notice.
const noticeReach = 2

// noticeBehind finds where the notice begins in a paragraph that answers first;
// 0 where the notice begins within the first sentences.
func noticeBehind(p paragraph) int {
	at := 0
	for i, s := range p.view.Sentences() {
		if notice.MatchString(s.Low) {
			if i < noticeReach {
				return 0
			}
			return at
		}
		if j := strings.Index(p.view.Text[at:], s.Text); j >= 0 {
			at += j + len(s.Text)
		}
	}
	return 0
}

// courtesy matches what opens a letter besides its first words: the request, the
// Act, what is enclosed.
var courtesy = regexp.MustCompile(`\b(?:your|the) (?:request|letter|e-?mail|enquiry|questions?)\b|\bfreedom of information\b|\b(?:attached|enclosed|below|apolog\w+|sorry)\b|\bresponse\b|\breference\b`)

// minOpening is the shortest paragraph, in bytes, that can both open a letter
// and answer.
const minOpening = 250

// answerBehind finds where a paragraph that opens a letter goes on to answer; 0
// where it does not.
func answerBehind(p paragraph) int {
	sentences := p.view.Sentences()
	if len(p.view.Text) < minOpening || len(sentences) < 3 {
		return 0
	}
	at := 0
	for i, s := range sentences {
		j := strings.Index(p.view.Text[at:], s.Text)
		if j < 0 {
			return 0
		}
		if i > 0 && !courtesy.MatchString(s.Low) && !opening.MatchString(s.Low) {
			return at + j
		}
		at += j + len(s.Text)
	}
	return 0
}
