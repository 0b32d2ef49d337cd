package code

import (
	"regexp"
	"strings"
)

const (
	titleWord = `[A-Z][\w'&/-]*`
	titleName = titleWord + `(?:(?: (?:of|on|and|for|the|in|to|with|And|&))* ` + titleWord + `)*`
	titleHead = `(?:Schedule|Policy|Policies|Protocol|Guidelines|Guidance|Procedures?|Code(?: of \w+)?|Regulations?|Notice|Framework|Plan|Statement|Act \d{4})`
	locator   = `(?:paragraphs?|para\.?|lines?|sections?|s\.|parts?|numbers?|no\.?|items?|rows?|clauses?|appendix|annex|version|v\.?|entry|ref(?:erence)?\.?) ?[\dA-Z][\w.()]*(?:(?: and |, | to |-)\d[\w.()]*)*`
	ruleTitle = `(?:` + locator + `,? (?:of the )?)?(?:` + titleName + ` )?\b` + titleHead + `\b(?: (?:of|on|for) ` + titleName + `)?(?: for ` + titleName + `)?(?:,? \(?` + locator + `\)?|, ` + titleName + `)?`
)

var (
	titleCitation = regexp.MustCompile(ruleTitle)
	looseSchedule = regexp.MustCompile(`\b(?:[A-Z]\w+ )*(?:[Rr]ecords? |[Ss]tudent |[Dd]ata |[Dd]ocument )*[Rr]etention (?:and [Dd]isposal )?(?:schedules?|policy|policies|guidelines)\b`)
	restsOn       = regexp.MustCompile(`(?i)(?:\b(?:in (?:line|accordance|keeping|compliance) with|according to|under|set out in|stated in|specified in|laid down in|per|comes? from|(?:are|is) in|governed by|based on|see|required by|provided for in|as in)(?: (?:the|our|its|university'?s?))*(?: University'?s?)? ?|[(–-] ?(?:see |under |the )?)$`)
	rulesAhead    = regexp.MustCompile(`(?i)\b(?:rules?|periods?|both|all|these|this|neither)\b`)
)

// basis is the title of the policy or schedule that the sentence rests on, with
// its line, or the one that the next two sentences give for "these rules".
func (c retentionContext) basis() string {
	s := c.sentence().Text
	if b := citedBasis(s); b != "" {
		return b
	}
	for i := c.at + 1; i < len(c.all) && i <= c.at+3; i++ {
		if next := c.all[i].Text; rulesAhead.MatchString(next) {
			if b := citedBasis(next); b != "" {
				return b
			}
		}
	}
	return ""
}

func citedBasis(s string) string {
	for _, m := range titleCitation.FindAllStringIndex(s, -1) {
		if restsOn.MatchString(s[:m[0]]) {
			b := strings.TrimRight(s[m[0]:m[1]], " ,.")
			if strings.Count(b, ")") > strings.Count(b, "(") {
				b = strings.TrimSuffix(b, ")")
			}
			return b
		}
	}
	for _, m := range looseSchedule.FindAllStringIndex(s, -1) {
		return s[m[0]:m[1]]
	}
	return ""
}
