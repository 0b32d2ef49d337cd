package thread

import (
	"regexp"
	"strings"
)

// What ends in a point that ends no sentence: before anything ("para. 4.2", "s.31"),
// before a number ("No. 5"; a bare "No." is an answer), before a word that opens no
// sentence ("Hootsuite Inc. (Vancouver)"), and a letter that stands for a name ("J.
// Smith").
var (
	abbreviation = regexp.MustCompile(`(?:^|[\s(\["])(?:paras?|sec|secs|ss?|sch|reg|regs|r|arts?|refs?|fig|vol|pp?|q|qs|e\.?g|i\.?e|cf|viz|vs?|mr|mrs|ms|dr|prof|revd?|st|univ|approx|ca?)\.$`)
	beforeNumber = regexp.MustCompile(`(?:^|[\s(\["])(?:nos?|min|max|tel|ext|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$`)
	shortened    = regexp.MustCompile(`(?:^|[\s(\["])(?:etc|ltd|inc|plc|co|dept|incl|excl)\.$`)
	initial      = regexp.MustCompile(`(?:^|[\s(\["])[a-z]\.$`)
	lettered     = regexp.MustCompile(`\b(?:annex|appendix|part|schedule|section|table|option|enclosure|attachment|document|item|point|question) [a-z]\.$`)
	// opensSentence matches a word that is nobody's name.
	opensSentence = regexp.MustCompile(`^(?:The|This|That|These|Those|It|Its|We|Our|There|No|Not|Nothing|Nobody|None|Yes|A|An|As|At|In|On|If|For|From|Until|Before|Since|Between|After|While|Some|But|And|Other|Another|Previously|Formerly|You|Your|Please|See|All|Any|Each|Both|Where|When|However|They|I)\b`)
)

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
	if len(head) > 24 {
		head = head[len(head)-24:]
	}
	switch {
	case abbreviation.MatchString(head):
		return false
	case beforeNumber.MatchString(head):
		word, _, _ := strings.Cut(next, " ")
		return strings.HasPrefix(strings.TrimLeft(tail, " "), "(") || !strings.ContainsAny(word, "0123456789<~")
	case shortened.MatchString(head):
		return opensSentence.MatchString(next) && !strings.HasPrefix(strings.TrimLeft(tail, " "), "(")
	case initial.MatchString(head):
		return lettered.MatchString(head) || opensSentence.MatchString(next)
	}
	return true
}
