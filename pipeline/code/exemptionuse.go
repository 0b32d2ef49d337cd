package code

import (
	"regexp"
	"slices"
	"strings"
)

// refusalWords are words that mark a sentence about withholding; a bare
// "section 21" is a citation of the law only near one of them.
var refusalWords = regexp.MustCompile(`(?i)exempt|withh(?:e|o)ld|refus|disclos|appl(?:y|ies|ied|ying|ication of)\b|engag|rel(?:y|ies|ied|ying|iance)\b|invok|redact|remov|declin|public interest|\d notice\b|freedom of information|\bFOI|\bthe act\b|vexatious|public authorit|compl(?:y|iance)|cost limit|appropriate limit|obliged|accessible|not held|esemptio|eithr`)

// deniedUse marks a clause in which a provision is denied, given up, weighed or
// merely possible.
var deniedUse = regexp.MustCompile(`(?i)` + strings.Join([]string{
	`\b(?:might|may|could)\b(?: \w+){0,3} (?:appl|engag|exempt|be (?:relied|engaged|exempt|withheld|refus)|rel(?:y|ied) on|refuse|withhold|need)`,
	`\bno longer (?:\w+ ){0,2}(?:rel|appl|engag|seek|consider|withh|exempt|claim|maintain)`,
	`\b(?:not|n't|neither|never) (?:\w+ ){0,2}?(?:rel(?:y|ied|ying)|appl(?:y|ied|ying|icable)|engag|invok|cit(?:e|ed|ing)|claim|exempt|upheld|maintain)`,
	`\b(?:is|are|was|were) not (?:\w+ )?(?:engaged|exempt|applicable)`,
	`(?:not|n't|never) (?:\w+ )?(?:agree|accept|consider|think|find|found|believe|satisfied|persuaded|convinced) that (?:the exemptions? (?:in|at|under|provided by) )?(?:sections?|regulations?|s\.|reg\.) ?\d`,
	`cannot promise|no exemption|no reliance`,
	`\bwithdr(?:a|e)w|\bset aside|overturn|incorrectly|wrongly|in error|previously (?:relied|applied|withheld|cited)|originally (?:\w+ )?(?:relied|applied|cited)|\bdropped\b`,
	`\b(?:considered|asked|in doubt|examined|weighed) whether|\bwhether (?:or not )?(?:section|s\.)|\brather than (?:rely|apply)`,
	`would (?:\w+ ){0,3}have (?:been|applied|allowed|permitted|entitled|refused|withheld|relied|exceeded|had to)`,
	`\b(?:asked|urged|invited|wanted|requested|pressed|advised) (?:us|me|it|that we|the (?:` + ourNouns + `)) to (?:\w+ )?(?:withhold|rely|apply|refuse|claim|redact|keep)`,
	`\b(?:did|do|does) not (?:\w+ )?(?:bite|arise|hold good|assist)\b|\bnot (?:made out|met|satisfied)\b`,
}, "|"))

// generalUse marks a clause that explains a provision in general.
var generalUse = regexp.MustCompile(`(?i)` + strings.Join([]string{
	`a (?:\w+ )?public authority (?:does|is|may|can|need)|public authorities (?:do|are|may|can|need)|an authority (?:does|is|may|can|need)`,
	`(?:allows|permits|entitles|enables|relieves|exempts) (?:an?|us|(?:\w+ )?public|(?:any )?(?:\w+ )?authorit)`,
	`\b(?:rights?|entitlement|dut(?:y|ies)|obligations?)\b[^;]{0,60}\bsubject to\b`,
	`\bwherever\b|where (?:it is said|we (?:say|state|refer|cite))`,
}, "|"))

// explainedSection matches what stands right behind a provision that is only
// explained: "Section 31 exempts information whose disclosure would …".
var explainedSection = regexp.MustCompile(`(?i)^(?: ?\([^()]{3,80}\)| of (?:the )?(?:act|foi(?:s)?a|freedom of information (?:\(scotland\) )?act(?: \d{4})?),?| ?,)* (?:of the act )?(?:exempts|relieves|provides (?:that|for|an exemption (?:for|where|if|from))|states|says|protects|permits|entitles|enables|covers|relates to|concerns|deals with|sets out|reads|requires|is (?:a|an) (?:absolute|qualified|prejudice|class)|(?:only )?applies (?:when|where|if|only)|applies to (?:(?:the )?personal (?:data|information)|information|material|data|any|requests)\b[^.]{0,60}\b(?:if|where|when|which|that|whose|would|of (?:other|third|living)))`)

// appliedWords mark a clause that applies a provision.
var appliedWords = regexp.MustCompile(`(?i)withh(?:e|o)ld|exempt|appl(?:y|ies|ied|ying)\b|\bapplication of|engag|refus|\brel(?:y|ies|ied|ying)\b|redact|remov|claim|invok|declin|upheld|maintain|not (?:be |been )?(?:able to |going to |prepared to )?(?:disclos|releas|provid|suppl|giv)|n(?:either|or) (?:to )?confirm|\bnotice\b|subject to|manifestly unreasonable|vexatious|exceed|(?:over|above|beyond|past) the (?:\w+ ){0,2}limit\b|not (?:obliged|required|bound) to (?:comply|supply|provide|disclose|give|answer|release|communicate)|need not (?:comply|be|supply|provide|disclose|answer)|unable to|can ?not (?:be )?(?:disclos|releas|provid|suppl|giv|tell)|cit(?:e|ed|ing)\b|black(?:ed|ing)|suppress(?:ed|ing)|(?:keep\w*|kept|hold\w*) (?:\w+ ){0,3}(?:back|to (?:our|it|my)sel\w+|confidential)|obscured|omitt(?:ed|ing)|left out|taken out|struck out|deleted|excluded|protected (?:by|under)|privileged?\b|(?:prevented|barred|precluded|prohibited|debarred|excused) by|\bin point\b|\bbites\b|not (?:receive|be sent)|relianc\w+ (?:is|has been|was|being) placed|is placed (?:up)?on|would (?:\w+ ){0,4}(?:prejudice|harm|damage|undermine|inhibit|endanger|contravene|breach|infringe|weaken)|provides? (?:an? )?(?:\w+ )?exemption|esempt|eithr|gwrthod`)

// appliedUnder matches a text that ends in words which put a case under a
// provision.
var appliedUnder = regexp.MustCompile(`(?i)\b(?:under|by virtue of|pursuant to|in (?:accordance|line) with|on the (?:basis|grounds?|strength) of|by reason of|in terms of|in reliance (?:up)?on|because of|having regard to|as per|o dan)(?: the| both)?(?: eirs?| foia| foisa)?(?: exemptions? (?:in|at|under|provided by|contained in))? $`)

// asideWord are the words with which a ground is cited once more.
const asideWord = `(?:again|once more|as (?:before|above|already)|too|also|likewise|applies|refers|sorry|and so on|same as (?:before|above))`

// A citation put at the end of a sentence, behind a colon or in brackets, gives
// the ground of what the sentence says: "The advice is privileged: s.42(1)."
var (
	appendedAfter = regexp.MustCompile(`(?i)[:(-] ?(?:see |under |per )?$`)
	appendedEnd   = regexp.MustCompile(`(?i)^,?(?: (?:of (?:the )?)?(?:(?:\d{4} )?act|foia|foisa|eirs?|freedom of information (?:\(scotland\) )?act)(?: \d{4})?)?(?:,? ` + asideWord + `){0,4}[).]*\s*$`)
)

// sentenceAdverb matches the adverbs that can stand between any two words of a
// phrase: "reliance is accordingly placed on".
var sentenceAdverb = regexp.MustCompile(`(?i) ?\b(?:accordingly|therefore|thus|hereby|herewith|consequently|hence|also|likewise|equally|duly|again|further|furthermore|additionally|here|in consequence|in turn|as a result)\b,?`)

// lendsTheBody matches a provision that lets the body keep something to itself:
// "section 38 lets me keep it back", "section 31(3) absolves us from saying so".
var lendsTheBody = regexp.MustCompile(`(?i)\b(?:lets?|allows?|permits?|entitles?|enables?|absolves?|relieves?|excuses?|exempts?|frees?|releases?) (?:us|me|it|the (?:` + ourNouns + `)) (?:to |from |of )?(?:\w+ ){0,4}?(?:withhold\w*|keep\w*|hold\w* (?:\w+ )?back|refus\w*|declin\w*|say\w*|confirm\w*|den(?:y|ying)|disclos\w*|releas\w*|provid\w*|giv(?:e|ing)|answer\w*|compl(?:y|ying)|do(?:ing)?)\b`)

// givingVerb matches the giving of information, whatever it is called.
var givingVerb = regexp.MustCompile(`\b(?:disclos(?:e|ed|ing)|releas(?:e|ed|ing)|provid(?:e|ed|ing)|suppl(?:y|ied|ying)|giv(?:e|en|ing)|say|tell|name[ds]?|identif(?:y|ied)|shar(?:e|ed|ing)|publish(?:ed)?|ma(?:k|d)e (?:it |them |this )?(?:public|available)|hand(?:ed)? (?:it |them |this )?over|let (?:you|it|them|these|this) (?:have|go|out)|part with|reveal(?:ed)?|divulge[d]?|communicate[d]?|sen(?:d|t|ding)|releasing|sharing|publishing)\b`)

// deniedGiving tells whether a sentence denies that something is given: "It is
// not considered that the name should be made public."
func deniedGiving(sentence string) bool {
	ctx := readContext(lowerSame(sentence))
	return slices.ContainsFunc(givingVerb.FindAllStringIndex(ctx.low, -1), func(at []int) bool {
		return ctx.assert(at[0], at[1]).Negated
	})
}

// citedAsApplied tells whether the citation at bytes [i, j) is applied to the
// information asked for, and whether its application is denied; a provision
// explained or named is neither. A fragment that holds little else applies it
// ("Section 40(2).", "s.43(2) - commercial interests").
func citedAsApplied(text string, i, j int) (applied, denied bool) {
	start, end := sentenceBounds(text, i, j)
	sentence := text[start:end]
	from, to := clauseBounds(text, i, j)
	clause := dutyExcluded.ReplaceAllString(text[from:to], " ")
	if deniedUse.MatchString(clause) {
		return false, true
	}
	if generalUse.MatchString(clause) && !lendsTheBody.MatchString(clause) || explainedSection.MatchString(text[j:end]) && !thisInformation.MatchString(sentence) && !lendsTheBody.MatchString(clause) {
		return false, false
	}
	appended := appendedAfter.MatchString(text[start:i]) && appendedEnd.MatchString(text[j:end])
	plain := sentenceAdverb.ReplaceAllString(sentence, "")
	return appended || appliedWords.MatchString(plain) || lendsTheBody.MatchString(clause) || deniedGiving(sentence) || appliedUnder.MatchString(text[start:i]) || len(strings.Fields(sentence)) <= 9, false
}

// dutyExcluded matches the duty to confirm or to disclose that a provision
// takes away: "the duty in section 1(1)(a) does not apply by virtue of s.24(2)".
var dutyExcluded = regexp.MustCompile(`(?i)\b(?:dut(?:y|ies)|obligations?|right|section 1\(1\)|s\.?1\(1\))[^;]{0,80}?(?:does|do|is|are) not (?:apply|arise|extend|engaged)`)

// thisInformation matches words that tie a general sentence to the case.
var thisInformation = regexp.MustCompile(`(?i)\b(?:this|the requested|your requested|the withheld) (?:information|data|request|material|document)|\bexempts (?:it|them|this|that|the (?:information|names?|data|document|rest|remainder))\b|\bin this (?:case|instance)`)

// Where sentences and clauses end; a point behind the abbreviation of a
// citation or a title ends nothing.
var (
	sentenceBreak = regexp.MustCompile(`[.!?]["')\]]? +["'(\[]?[A-Z0-9]|\t`)
	citationPoint = regexp.MustCompile(`(?i)(?:^|[\s(\[])(?:ss?|sect?|secs|regs?|r|paras?|nos?|art|e\.g|i\.e|dr|mr|mrs|ms|prof)\.$`)
	clauseBreak   = regexp.MustCompile(`(?i),? (?:but|however|although|though|whereas|instead|and so|and therefore|and (?:we|it|the (?:` + ourNouns + `)|are|is|have|has)) |, (?:so|therefore|accordingly) |, (?:(?:the )?exemptions? (?:at|in|under) )?(?:sections?|ss?\.?) ?\d[^,;]{0,40} (?:being|having been) |; `)
)

// sentenceBounds returns the bounds of the sentence that holds bytes [i, j) of
// a text in reading form.
func sentenceBounds(text string, i, j int) (start, end int) {
	return boundsAround(text, 0, len(text), i, j, func(s string, m []int) bool {
		return citationPoint.MatchString(s[max(0, m[0]-6) : m[0]+1])
	}, sentenceBreak)
}

// clauseBounds narrows the sentence to the clause that holds [i, j).
func clauseBounds(text string, i, j int) (start, end int) {
	start, end = sentenceBounds(text, i, j)
	return boundsAround(text, start, end, i, j, func(string, []int) bool { return false }, clauseBreak)
}

// boundsAround cuts text[from:to] at the matches of border that skip does not
// refuse, and returns the piece that holds [i, j).
func boundsAround(text string, from, to, i, j int, skip func(string, []int) bool, border *regexp.Regexp) (int, int) {
	start, end := from, to
	for _, m := range border.FindAllStringIndex(text[from:to], -1) {
		m[0], m[1] = from+m[0], from+m[1]
		switch {
		case skip(text, m):
		case m[0] < i:
			start = m[0] + 1
		case m[0] >= j:
			return start, m[0] + 1
		}
	}
	return start, end
}
