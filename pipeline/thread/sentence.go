package thread

import (
	"regexp"
	"strings"
)

// answerOrFirm matches an answer spelt like the abbreviation of "number", or the form
// of a company, and opensSentence what begins a new sentence behind it: "Not for
// students, no. External Relations has …", "Access Intelligence plc. Until 2018 …".
var (
	answerOrFirm  = regexp.MustCompile(`(?:[,;] no|\b(?:ltd|inc|plc))\.$`)
	opensSentence = regexp.MustCompile(`^(?:The|This|That|These|It|Its|We|They|There|I|In|On|For|Until|Before|Since|Between|From|After|As|At|If|When|Where|While|No|Not|Nothing|None|Nobody|Our|A|An|All|Some|Both|But|And|Other|Another|Previously|Formerly|[A-Z][a-z]+ (?:has|have|is|are|was|were|does|do|did|use|uses|had|[A-Z][a-z]+ (?:has|have|is|are|was|were|does|do|use|uses|had)))\b`)
)

// abbreviation matches a text that ends in a point which ends no sentence:
// "para. 4.2", "approx. £1.5m", "s.31", "e.g.", "Dr. X".
var abbreviation = regexp.MustCompile(`(?:^|[\s(\["])(?:paras?|sec|secs|ss?|sch|reg|regs|r|arts?|approx|ca?|e\.?g|i\.?e|etc|cf|viz|vs?|nos?|ref|refs|fig|vol|pp?|mr|mrs|ms|dr|prof|revd?|st|ltd|inc|plc|co|dept|univ|incl|excl|min|max|tel|ext|q|qs|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z])\.$`)

// Sentences splits a view into sentences. Points inside numbers, section
// citations, abbreviations and web addresses do not split; a table cell border
// does.
func (v View) Sentences() []View {
	var out []View
	start := 0
	cut := func(end int) {
		if s := v.Slice(start, end).Trim(); strings.Trim(s.Text, " \t.-•*·") != "" {
			out = append(out, s)
		}
		start = end
	}
	for i := 0; i < len(v.Text); i++ {
		switch c := v.Text[i]; c {
		case '\t':
			cut(i)
			start = i + 1
		case '.', '!', '?':
			end := i + 1
			for end < len(v.Text) && strings.IndexByte(`.!?")']`, v.Text[end]) >= 0 {
				end++
			}
			if end < len(v.Text) && v.Text[end] != ' ' && v.Text[end] != '\t' {
				continue
			}
			if c == '.' && end < len(v.Text) && !sentenceEnd(v.Low[start:i+1], v.Text[end:]) {
				continue
			}
			cut(end)
			i = end - 1
		}
	}
	cut(len(v.Text))
	return out
}

// sentenceEnd tells whether the point that ends head closes a sentence, given
// the text behind it.
func sentenceEnd(head, tail string) bool {
	next := strings.TrimLeft(tail, " \t\"'([")
	if next == "" {
		return true
	}
	if next[0] >= 'a' && next[0] <= 'z' && !strings.HasPrefix(next, "http") && !strings.HasPrefix(next, "www") {
		return false
	}
	if len(head) > 14 {
		head = head[len(head)-14:]
	}
	if answerOrFirm.MatchString(head) && opensSentence.MatchString(next) {
		return true
	}
	return !abbreviation.MatchString(head)
}
