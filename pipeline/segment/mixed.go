package segment

import (
	"regexp"
	"strings"
)

// noticeReach is how many sentences of answer make a paragraph one that only
// ends in a notice.
const noticeReach = 2

// maxMixed is the longest paragraph, in bytes, that is cut by its sentences. A
// letter has none longer; a book without line breaks would be read over and
// over again.
const maxMixed = 20_000

// noticeBehind finds where the notice begins in a paragraph that answers first;
// 0 where the notice begins within the first sentences.
func noticeBehind(p paragraph) int {
	at := 0
	if len(p.view.Text) > maxMixed {
		return 0
	}
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
	if len(p.view.Text) < minOpening || len(p.view.Text) > maxMixed {
		return 0
	}
	sentences := p.view.Sentences()
	if len(sentences) < 3 {
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
