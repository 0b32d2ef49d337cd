package code

import (
	"regexp"
	"strings"
)

// clauseCuts are the borders at which the clause of the next length can open, the
// stronger first: a new main clause, an exception, a conjunction, a comma.
var clauseCuts = []*regexp.Regexp{
	regexp.MustCompile(`;`),
	regexp.MustCompile(`(?i),? \b(?:unless|except|save|bar|other than|apart from|whereas|while|otherwise|but)\b`),
	regexp.MustCompile(`(?i),? \band\b`),
	regexp.MustCompile(`,`),
}

// durationRegions gives each length the part of the sentence that speaks of it.
func durationRegions(text string, durations []durationHit) []textPart {
	out := make([]textPart, len(durations))
	start := 0
	for i := range durations {
		end := ruleEnd(text, durations[i].End)
		if i+1 < len(durations) {
			from := durations[i].End
			end = durations[i+1].Start
			if m := lastClause(text[from:end]); m >= 0 {
				end = from + m
			}
		}
		from := ruleStart(text, start, durations[i].Start, end)
		out[i] = textPart{text[from:end], from, end}
		start = end
	}
	return out
}

// ruleEnd is where the rule of the last length, which ends at byte at, closes: at the
// semicolon behind it, if another case with a verb of its own follows.
func ruleEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], ';'); i >= 0 && otherCase.MatchString(text[at+i+1:]) {
		return at + i
	}
	return len(text)
}

// otherCase opens a case beside the rule: "; if needed for a hearing they are moved".
var otherCase = regexp.MustCompile(`(?i)^ (?:but |and )?(?:if|where|should|when|those|any|anything|material|copies|what)\b.*\b(?:is|are|go(?:es)?|stays?|joins?|becomes?)\b`)

// ruleStart is where the rule of a length at byte at opens in text[start:end]:
// behind the last semicolon ahead of it, if what follows says that something is
// kept or deleted. What went before is then another step of the procedure.
func ruleStart(text string, start, at, end int) int {
	if i := strings.LastIndexByte(text[start:at], ';'); i >= 0 && ownVerb(text[start+i:end]) {
		return start + i + 1
	}
	return start
}

// lastClause finds the border of the clause that holds the next length: the
// first of the strongest kind in between. What stands in brackets parts nothing.
func lastClause(between string) int {
	between = bracketed.ReplaceAllStringFunc(between, func(s string) string { return strings.Repeat("_", len(s)) })
	for _, cut := range clauseCuts {
		if m := cut.FindStringIndex(between); m != nil {
			return m[0]
		}
	}
	return -1
}

var bracketed = regexp.MustCompile(`\([^()]*\)`)

// trimPart drops the white space and commas at both ends of a part.
func trimPart(text string, r textPart, base int) (start, end int) {
	start, end = r.Start, r.End
	for start < end && strings.IndexByte(" ,;\t", text[start]) >= 0 {
		start++
	}
	for end > start && strings.IndexByte(" ,;\t", text[end-1]) >= 0 {
		end--
	}
	return base + start, base + end
}
