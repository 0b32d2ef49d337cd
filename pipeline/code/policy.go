package code

import (
	"regexp"
	"strings"
)

var (
	policyNoun = regexp.MustCompile(`\b(?:polic(?:y|ies)|procedures?|protocols?|codes?(?: of (?:conduct|practice))?|regulations?|guidelines?|guidance|ordinances?|statements?|rules|framework|handbook|charter|terms and conditions|document)\b`)
	// noDocument matches the denial of a document or a policy.
	noDocument = regexp.MustCompile(`\b(?:no|not|nor|never|none|neither|nothing|without)\b[^.;]{0,70}\b(?:polic(?:y|ies)|procedure|protocol|document\w*|assessments?|dpias?|pias?|e(?:q|hr)?ias?|training|materials?|guidance|notice)\b|\b(?:polic(?:y|ies)|assessments?|documents?|dpia|training(?: materials?)?|these|those|them|procedure|notice)\b[^.;]{0,60}\b(?:(?:is|are|was|were|has|have|does|do|did)(?: not|n't|n't yet| never)(?: yet)? (?:been |being )?(?:\w+ )?(?:exist|carried|undertaken|completed|produced|conducted|made|done|prepared|written|developed|created|in place|given|provided|required|available|have))|\b(?:is|are) none\b|^none\b|^no[.,]|\bnot exist|\bnone of (?:these|the|those|them)|^not (?:been )?(?:completed|undertaken|carried|done|applicable to)|\bdo not exist\b|\bnone (?:has|have|was|were|is|are|exists?)\b|\bno separate\b|\bno other documents?\b`)
	otherApply = regexp.MustCompile(`\b(?:appl(?:y|ies|ied|icable)|govern(?:s|ed)?|cover(?:s|ed)?|relevant|relied|relies|deal(?:s|t)? with|set out|sets out|contain(?:s|ed)?|mention(?:s|ed)?|refer to|see|published|found at|available|attached|enclosed|used|tells?|expect(?:s|ed)?|under|work to|followed?|follows|includes?|provides?|address(?:es|ed)?|given to|is at|link)\b`)
	noOther    = regexp.MustCompile(`\b(?:no|nor|neither|not)\b[^.;]{0,20}\b(?:other|any other|related|others)\b[^.;]{0,30}\bpolic`)
)

// policy reads the item on a policy: yes for one made for the activity, no for
// none, qualified where other policies apply.
func (c *coder) policy(a *answer) string {
	denied, other, own := false, false, false
	for i, s := range a.parts {
		ctx := readContext(s.Low)
		if assertionOther(ctx, s.Low) || c.cb.Speaks(s.Low) && !policyNoun.MatchString(s.Low) {
			continue
		}
		switch {
		case noOther.MatchString(s.Low):
			denied = true
			continue
		case noDocument.MatchString(s.Low) && deniesPolicy(ctx), plainNo(s.Low):
			denied = true
		case i == 0 && leadYes.MatchString(s.Low):
			own = true
		}
		other = other || namesOther(s, ctx)
		own = own || !denied && ownPolicy(s, ctx)
	}
	switch {
	case own && !denied:
		return yes
	case other:
		return qualified
	case denied:
		return no
	}
	return ""
}

// deniesPolicy tells whether the first noun for a policy in a sentence is
// denied.
func deniesPolicy(ctx *contextSentence) bool {
	at := policyNoun.FindStringIndex(ctx.low)
	if at == nil {
		return strings.HasPrefix(ctx.low, "no") || strings.Contains(ctx.low, "none")
	}
	return ctx.assert(at[0], at[1]).Negated || deniedWords.MatchString(ctx.low[:at[0]]) || strings.Contains(ctx.low, "not exist")
}

// namesOther tells whether a sentence names a policy that applies instead: an
// undenied noun for one, or a title in capitals.
func namesOther(s sentence, ctx *contextSentence) bool {
	if !otherApply.MatchString(s.Low) && !link.MatchString(s.Low) {
		return false
	}
	for _, at := range policyNoun.FindAllStringIndex(s.Low, -1) {
		if as := ctx.assert(at[0], at[1]); !as.Negated && !as.Other && isTitle(s.Text, at) {
			return true
		}
	}
	return false
}

// isTitle tells whether the noun belongs to a title, written with a capital or
// behind a capitalised word.
func isTitle(text string, at []int) bool {
	if text[at[0]] >= 'A' && text[at[0]] <= 'Z' && at[0] > 0 {
		return true
	}
	words := strings.Fields(text[:at[0]])
	return len(words) > 0 && words[len(words)-1][0] >= 'A' && words[len(words)-1][0] <= 'Z' && len(words) > 1 ||
		strings.Contains(text[:at[0]], "other") || strings.Contains(text[:at[0]], "general") || strings.Contains(text[:at[0]], "disciplin")
}

func ownPolicy(s sentence, ctx *contextSentence) bool {
	for _, at := range policyNoun.FindAllStringIndex(s.Low, -1) {
		from, to := max(0, at[0]-80), min(len(s.Low), at[1]+60)
		if as := ctx.assert(at[0], at[1]); !as.Negated && isTitle(s.Text, at) && dedicatedTitle.MatchString(s.Text[from:to]) {
			return true
		}
	}
	return false
}

// dedicatedTitle matches the words of the activity as a title writes them.
var dedicatedTitle = regexp.MustCompile(`\b(?:Monitor\w*|Investigat\w*|Intelligence|Surveillance|Open[- ]Source|OSINT|Viewing|Research|Social Media (?:Information|Content|Checks?|Searches|Review|Evidence|Screening|Monitoring|Intelligence)|Information from Social Media|Use of (?:Open|Social|Online))\b`)

// assertionOther tells whether a sentence is about a body other than the one
// that answers, such as the students' union.
func assertionOther(ctx *contextSentence, low string) bool {
	at := policyNoun.FindStringIndex(low)
	return at != nil && ctx.assert(at[0], at[1]).Other
}
