package code

import "regexp"

var (
	// byHand matches what somebody does without a tool: "types our name into
	// Twitter", "by eye".
	byHand = regexp.MustCompile(`\b(?:by (?:hand|eye)|manual(?:ly)?|with (?:their|his|her|our|its) own eyes|(?:a|the|our|two|an ordinary) (?:pairs? of eyes|web browser|browser|phone|search (?:box|bar|field))|(?:typ(?:e|es|ed|ing)|key(?:s|ed|ing)?|put(?:s|ting)?|enter(?:s|ed|ing)?) (?:[\w',]+ ){1,6}?(?:in|into|in to) |log(?:s|ged|ging)? (?:in|on)(?:to| to)?\b|scroll\w*|without (?:the (?:help|aid|use|benefit) of )?(?:any )?(?:software|tools?|(?:a |any )?products?)|(?:free|own|ordinary|built-in|native|standard) search (?:function|box|facility|page)|notifications?)\b`)
	// listeningMeans are words for a thing that listens.
	listeningMeans = regexp.MustCompile(`\b(?:software|tools?|products?|technolog(?:y|ies)|systems?|packages?|application|platform|subscri(?:be|bes|bed|ption|ptions)|licen[cs]es?|contract|alerts?|dashboard|third[- ]party|supplier|provider|agency|monitoring service|service)\b`)
)

// listensWithTool tells whether an answer tells of listening that is done with a
// tool, which is what the item asks for. Where software is denied the sentence,
// or the one it goes on from, must have a tool had today; where nothing is denied
// it is enough that the listening is not done by hand.
func (c *coder) listensWithTool(a *answer, denied bool) bool {
	before := ""
	for _, s := range a.parts {
		heard := c.claimsIn(s, before)&claimsListening != 0
		switch {
		case !heard || byHand.MatchString(s.Low):
		case !denied, hasMeans(s.Low), (aboutIt.MatchString(s.Low) || pointedAt.MatchString(s.Low)) && hasMeans(before):
			return true
		}
		before = s.Low
	}
	return false
}

// hasMeans tells whether a sentence has a tool in use today.
func hasMeans(low string) bool {
	ctx := readContext(low)
	for _, at := range listeningMeans.FindAllStringIndex(low, -1) {
		is := ctx.assert(at[0], at[1])
		if !is.Negated && !is.Other && !is.Historical && (!is.Hypothetical || is.Conditional) && (!toldPast.MatchString(low) || toldPresent.MatchString(low)) {
			return true
		}
	}
	return false
}
