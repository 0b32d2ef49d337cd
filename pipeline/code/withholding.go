package code

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// A refusal takes something out of what is given. How much it takes out decides
// between an answer and a refusal: a part presupposes that the rest is given.

const (
	// partNoun names what is a part of a paper or of an answer.
	partNoun = `(?:names?|paragraphs?|paras?\.?|sections?|clauses?|pages?|passages?|parts?|lines?|words?|details?|signator(?:y|ies)|signatures?|columns?|rows?|slides?|sentences?|entr(?:y|ies)|appendi(?:x|ces)|annex(?:es)?|chapters?|figures?|initials|telephone numbers?|contact details?|identit(?:y|ies)|bits?|text|wording|material|everything else)`
	// removedWord says that something has been taken out of a paper, which only a
	// paper that is handed over can have done to it.
	removedWord = `(?:removed|redacted|black(?:ed|ing)(?: out)?|blank(?:ed|ing)(?: out)?|block(?:ed|ing) out|blott(?:ed|ing) out|obscured|mask(?:ed|ing)|edited out|(?:taken|taking|cut(?:ting)?|left|leaving|struck|snipped|painted|whited) out|omitted|excised|snipped|deleted|obliterated)`
)

var (
	partRemoved = regexp.MustCompile(`\b` + partNoun + `\b[^.;]{0,70}\b(?:is|are|was|were|has|have|had|being)(?: \w+ly)?(?: been)?(?: \w+ly)? ` + removedWord + `\b`)
	removesPart = regexp.MustCompile(`(?:\b(?:we|i|it|have|has|had|having|` + ourNouns + `)|'ve) (?:\w+ly |just |only )?` + removedWord + ` (?:\w+ ){0,5}?(?:'s )?` + partNoun + `\b`)
	// keepsBack matches an exception to what is given.
	keepsBack = regexp.MustCompile(`\b(?:with the exception of|except(?:ing)?(?: for)?|save(?: for| that)?|apart from|other than|all but|excluding|minus|less|subject to (?:the )?(?:redaction|removal|omission)s?)\b`)
	// givenWord matches the handing over of a paper in verbs that other patterns
	// use of the public at large.
	givenWord = regexp.MustCompile(`\b(?:is|are|being|be) (?:\w+ly |now |hereby |herewith )?(?:released|disclosed|sent|supplied|provided|communicated|given)(?: to you| in (?:redacted form|part)| herewith|,| with\b)|\breleased (?:in (?:part|redacted form)|to you)\b|\b(?:we|i|` + ourNouns + `) (?:am |are |is |can |now |hereby )*(?:releas|disclos|enclos|send)(?:e|es|ing)? (?:a |the |you |it |this )`)
)

// onlyOfPart matches a section that is cited for a part of a paper alone:
// "s.31(1)(a) for paras 6-7".
var onlyOfPart = regexp.MustCompile(`\b(?:ss?\.?|sections?) ?\d+[^.;]{0,20}? (?:for|in respect of|as regards|in relation to|to|over|on) (?:only )?(?:the |its |some |certain |two |three )?` + partNoun + `\b`)

// redacts tells whether a sentence takes a part out of a paper.
func redacts(low string) bool {
	return partRemoved.MatchString(low) || removesPart.MatchString(low) || onlyOfPart.MatchString(low)
}

// handsOver tells whether a sentence hands a paper over, in full or with
// something kept back.
func handsOver(low string) bool {
	at := givenWord.FindStringIndex(low)
	return at != nil && assert(low, at[0], at[1]).affirmed()
}

// withholdsPart tells whether a sentence that withholds leaves something given:
// it says that a part has been removed from a paper, hands over all but a part,
// or gives a figure of those asked for beside the one withheld.
func (c *coder) withholdsPart(q *schema.Question, low string) bool {
	switch {
	case partShape.MatchString(low) && handedOver.MatchString(low):
		return true
	case q.Document != "":
		return redacts(low) || keepsBack.MatchString(low) && (handsOver(low) || provided.MatchString(low))
	}
	if whoseName.MatchString(low) && !slices.Contains(q.Feeds, "software") {
		return true
	}
	return slices.ContainsFunc(statementBorder.Split(low, -1), func(clause string) bool {
		return !refusalShape.MatchString(clause) && countsItem(q, clause)
	})
}

// whoseName matches an answer of which only the name is kept back: "A senior
// manager, whose name is withheld".
var whoseName = regexp.MustCompile(`^[^,;]{8,}, (?:whose|the) (?:\w+ )?(?:names?|identit(?:y|ies)|details|initials)\b(?: of wh(?:om|ich))?`)

// ofPart matches the withholding of a part that is named as one: "that part is
// refused", "the exact figure is withheld".
var ofPart = regexp.MustCompile(`\b(?:(?:this|that|the latter|the former|the first|the second|the last) (?:(?:part|element|limb|portion|aspect)s?(?: of (?:q|this|that|the question)|[ ,.;](?:[^o]|o[^f])|$))|(?:the )?(?:rest|remainder|balance)|the (?:exact|precise|actual|individual|earlier|remaining|other|monthly|further) (?:\w+ )?(?:figures?|numbers?|years?|periods?|details?|information|counts?|totals?))\b`)

// countedBeside tells whether an answer that refuses a part because of the cost
// gives figures for the rest.
func (c *coder) countedBeside(a *answer) bool {
	partly := slices.ContainsFunc(a.parts, func(s sentence) bool {
		return (refusalShape.MatchString(s.Low) || costShape.MatchString(s.Low)) && ofPart.MatchString(s.Low)
	})
	for i, k := range a.classes {
		if k == substance && (countsItem(a.leaf, a.parts[i].Low) || partly && asksFigures(a.leaf) && bareFigure.MatchString(a.parts[i].Low) && !effort.MatchString(a.parts[i].Low)) {
			return true
		}
	}
	return false
}

var (
	bareFigure = regexp.MustCompile(`[\s:(]\d{1,3}(?:[.;)]|,? |,?$)`)
	// effort matches the estimate of a cost.
	effort = regexp.MustCompile(`\b(?:hours?|minutes?|£|volumes?|would|files? (?:to|would)|cost|estimat\w+|log ?books?)`)
)

func asksFigures(q *schema.Question) bool {
	return slices.ContainsFunc(q.Feeds, func(f string) bool { return f == "usage" || f == "disclosures" || f == "warrants" })
}

var (
	// harmOf matches what would come of giving the information: a reason, which
	// tells nothing of it.
	harmOf = regexp.MustCompile(`\b(?:disclos\w+|releas\w+|reveal\w*|publi(?:sh\w*|c\w* knowledge)|confirmation|denial|to (?:name|list|say|tell|give|identify|describe|state|confirm|set out)|(?:making|putting) (?:\w+ ){1,3}(?:public|available|in the public domain)|naming|listing|identifying|giving|knowledge of|(?:this|it|they) (?:were|was) to be|know(?:ing|n|s)?)\b[^.;]{0,120}\b(?:would|might|could|may)\b`)
	// mereExistence matches what says of a thing no more than that there is one.
	mereExistence = regexp.MustCompile(`^(?:yes[,.;:]? )?(?:there (?:is|are|exists?)|(?:i|we|the (?:` + ourNouns + `)) (?:do |does )?(?:hold|have|has|use|employ|follow|apply|operate|engage|keep)s?) (?:\w+ ){0,4}?(?:criteria|one|some|lists?|instructions?|guidance|notes?|papers?|documents?|suppliers?|providers?|procedures?|process\w*|slides|handouts?|check ?lists?|flow ?charts?|thresholds?|information|aide-?memoires?|memorand\w+|memos?|manuals?|protocols?|handbooks?|templates?|registers?|schedules?|products?)\b(?:, [^,;:]{3,30},)?(?: (?:of|for|on|which|that|in|to|setting|saying|describing|covering|laying) [^,;:]{0,110})?\.?$|^(?:yes[,.;:]? )?(?:the|such|these|those|our) (?:\w+ ){1,4}?(?:exists?|(?:is|are) (?:held|written down|in writing|set out in writing))(?: in writing| on paper| in a document)?\.?$`)
)

// tellsLittle tells whether a sentence of an answer that withholds gives a
// reason for that, or says no more than that there is something to withhold.
func tellsLittle(q *schema.Question, low string) bool {
	return harmOf.MatchString(low) || !q.YesNo && mereExistence.MatchString(low)
}

// conceded matches a clause in front that grants what could have been done:
// "While the University would be entitled to refuse, …".
var conceded = regexp.MustCompile(`^(?:while|whilst|although|though|even though|even if|notwithstanding that)\b[^;]*?\b(?:could|might|may|would|entitled|considered|thought|open to|within (?:our|its|my) rights)\b[^,;]*, `)

// withoutConcession is a sentence without a clause in front that grants what could
// have been done and was not.
func withoutConcession(low string) string {
	return low[len(conceded.FindString(low)):]
}

// neitherSaid matches, beside ncndShape, the same stand in other words: another
// pair of verbs, their nouns, or a duty to say whether information is held that
// is lifted.
var neitherSaid = regexp.MustCompile(strings.Join([]string{
	`\b(?:neither|nor|not|n't|cannot|unable|declin\w+|refus\w+|without)\b[^.;]{0,40}\b(?:confirm|admit|acknowledg|affirm)\w* (?:n?or|and) (?:to )?(?:den(?:y|ies|ying)|disput\w+|rebut\w*)\b`,
	`\b(?:confirmation or denial|confirming or denying)\b[^.;]{0,80}\b(?:would|itself|not (?:be )?(?:given|possible|offered)|withheld|exempt)\b`,
	`\b(?:relieved|absolved|excused|exempt(?:ed|s)?|freed?|released) (?:\w+ )?(?:of|from) (?:\w+ ){0,4}?(?:say|state|confirm|disclos|reveal|indicat)\w* (?:\w+ ){0,2}?(?:whether|if) [^.;]{0,60}\b(?:holds?|held|exists?|existence)\b`,
	`\b(?:not|nor|n't|neither) (?:\w+ ){0,4}?(?:say|state|indicate|disclose|reveal|comment on|be drawn on) (?:\w+ )?(?:whether|if) (?:or not )?[^.;]{0,60}\b(?:(?:is|are|was|were) held|exists?|holds? (?:it|this|any|such|information))\b`,
}, "|"))

// neitherConfirms tells whether a sentence neither confirms nor denies, by the
// body's own choice and not in what others say or what there is no need of.
func neitherConfirms(low string) bool {
	for _, shape := range []*regexp.Regexp{ncndShape, neitherSaid} {
		if at := shape.FindStringIndex(low); at != nil {
			return !otherSpeaks.MatchString(low[:at[0]]) && !needless.MatchString(low[:at[0]])
		}
	}
	return false
}

// otherSpeaks matches a text that ends with somebody else as the subject, needless
// one that says that there is no occasion for what follows.
var (
	otherSpeaks = regexp.MustCompile(`\b(?:police(?: service\b[\w ]{0,20})?|home office|constabulary|force|forces|ministers?|government|agenc(?:y|ies)|councils|others|they|who)(?: (?:say|says|will|would|can|usually|always|often|themselves|that|they|tend to|prefer to))* $`)
	needless    = regexp.MustCompile(`\b(?:no|not|n't) (?:\w+ )?(?:need|reason|cause|occasion|call|intention|wish|propose|intend|going|seek\w*|necessary)\b[^,;]*$`)
)

// dealtWithAt tells whether a sentence whose subject is the matter itself says no
// more than in which answer that is dealt with: "Retention has been dealt with
// in reply to question 5."
func dealtWithAt(low string) bool {
	return dealtWith.MatchString(low) && len(thread.References(low)) > 0
}

var dealtWith = regexp.MustCompile(`^(?:[\w'()-]+ ){1,6}?(?:is|are|was|were|has been|have been|will be) (?:already |also |fully |all )*(?:answered|addressed|dealt with|covered|set out|explained|described|given|stated|included|found|treated) (?:(?:in|under|at|by|with|above|below|to|the|our|my|reply|answer|response|part|of|as) ?)+(?:q(?:uestions?)?\.? ?)?\(?\d{1,2}(?:\.\d)?\)?(?: ?\(?[a-h]\)?)?(?: (?:above|below))?\.?$`)
