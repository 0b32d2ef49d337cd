package code

import (
	"regexp"
	"slices"
	"strings"
)

// exclusive reads whether the practice serves one programme only. "Only" counts
// for the programme where the sentence names that, or no other end: "Discipline
// is the only reason" leaves it out.
func exclusive(a *answer) string {
	for _, s := range a.parts {
		if wrongToSay.MatchString(s.Low) || deniesProgramme(s) {
			return no
		}
	}
	if p := plainStart(a); p != "" {
		return p
	}
	for _, s := range a.parts {
		if notDone.MatchString(s.Low) {
			return no
		}
		if m := onlyWords.FindStringIndex(s.Low); m != nil && !ofQuestion.MatchString(s.Low) && !deniedNear(s.Low, m) && (programme.MatchString(s.Low) || len(findPurposes(s.Text)) == 0) {
			return yes
		}
	}
	return no
}

var (
	// programme is what the question supposes to be the sole end, as its cues name it.
	programme = regexp.MustCompile(`\bprevent\b|\bcounter-?terror\w*|\bradicali[sz]ation\b|\bextremis[mt]\b`)
	// among puts the programme beside other ends.
	among = regexp.MustCompile(`\b(?:(?:small|minor|lesser|tiny|large|greater) (?:part|share|proportion|fraction|minority)|part of (?:it|this|that)|partly|mostly|mainly|chiefly|largely|one (?:of|purpose|reason)|amongst?|other (?:purposes|reasons|ends|things)|as well|besides|in addition|more than|wider than|broader than|goes beyond|also|several|various|both)\b`)
	// noLink denies that the programme has a part in it at all.
	noLink = regexp.MustCompile(`\bno (?:\w+ )?(?:connection|link|bearing|relation|part|role|place)\b|\bnothing (?:\w+ )?to do with\b|\b(?:does|do|did|has|have|is|was)(?: not|n't| never)(?: yet| ever| been)* (?:extend|apply|feature|form|come|enter|arise|figure|play|given? rise|the (?:reason|cause|purpose|occasion|ground|aim))`)
	// farFrom denies by a word that is no negation.
	farFrom = regexp.MustCompile(`\b(?:by no means|in no (?:way|sense)|far from|anything but|hardly|scarcely|rather than|nowhere near|cannot|could not|never|neither|nor|not|no)\b|n't\b`)
)

// deniedNear tells whether a denial stands in the same clause before the words
// at a place.
func deniedNear(low string, at []int) bool {
	from := strings.LastIndexAny(low[:at[0]], ";:,") + 1
	return farFrom.MatchString(low[from:at[0]])
}

// deniesProgramme tells whether a sentence says that the programme is not the
// only end, or none at all.
func deniesProgramme(s sentence) bool {
	if m := onlyOne.FindStringIndex(s.Low); m != nil && deniedNear(s.Low, m) {
		return true
	}
	at := programme.FindStringIndex(s.Low)
	switch {
	case noLink.MatchString(s.Low) && (at != nil || !onlyWords.MatchString(s.Low)):
		return true
	case at == nil:
		return false
	case among.MatchString(s.Low):
		return true
	}
	return readContext(s.Low).assert(at[0], at[1]).Negated && !strings.Contains(s.Low, "other than")
}

// onlyOne is a word for the sole end of something.
var onlyOne = regexp.MustCompile(`\b(?:exclusiv\w*|only|sole(?:ly)?|purely|alone|restricted|confined|limited|just|the purpose)\b`)

func plainStart(a *answer) string {
	first := a.parts[0].Low
	switch {
	case saysYes(first):
		return yes
	case leadNo.MatchString(first), notDone.MatchString(first):
		return no
	}
	return ""
}

// deletion reads whether a person can have data deleted: a yes that names a
// route is a yes, be it the general right; qualified where a process of its
// own is denied but a route is named.
func deletion(a *answer) string {
	low := a.low()
	route := erasureRoute.MatchString(low)
	first := a.parts[0].Low
	switch {
	case noProcess.MatchString(low) || plainNo(first):
		if route && hasRoute(a) {
			return qualified
		}
		return no
	case leadYes.MatchString(first):
		if route || len(a.parts) == 1 && len(strings.Fields(first)) < 3 {
			return yes
		}
		return yes
	case route:
		return yes
	}
	return ""
}

var (
	noProcess    = regexp.MustCompile(`(?:\b(?:no|not|nor|without|never)|n't)\b[^.;]{0,50}\b(?:process|procedure|mechanism|facility|route|form|provision|arrangement|form|way|channel|scheme|means)\b|\b(?:process|procedure|mechanism|facility|route|form|arrangement)\b[^.;]{0,20} (?:has|have|is|are|was|does|do)(?: not|n't| never)\b|\bnone(?:$|[.,;)]| (?:is|exists?|has|at|of|in))|^not (?:as such|exactly|formally)\b|\b(?:not|never) (?:be )?(?:possible|able|available|requested|deleted|an option|offered|provided for|allowed|permitted)|^they (?:cannot|can't|may not)\b|\bnothing (?:bespoke|special|particular|specific|separate|formal|dedicated)\b|\bnothing (?:has been |is |was )?(?:\w+ )?(?:laid down|set up|in place|drawn up|arranged|prescribed)\b`)
	erasureRoute = regexp.MustCompile(`\b(?:right (?:to|of)|rights|request(?:s|ed)?|may|can|write|writing|contact|data protection|gdpr|article 1[67]|erasure|object|(?:is|be|are) all that is needed|would (?:not be turned away|be (?:considered|looked at|taken out|removed|deleted)))\b`)
)

// hasRoute tells whether a sentence that is no denial names a way to ask.
func hasRoute(a *answer) bool {
	return slices.ContainsFunc(a.parts, func(s sentence) bool {
		return erasureRoute.MatchString(s.Low) && !noProcess.MatchString(s.Low) && !plainNo(s.Low) ||
			noProcess.MatchString(s.Low) && butRoute.MatchString(s.Low)
	})
}

var butRoute = regexp.MustCompile(`\b(?:but|however|although|though|beyond|other than|apart from|except)\b.*\b(?:rights?|request\w*|erasure|write|writing|contact\w*|gdpr|data protection|ask(?:ing|s)?)\b`)

// unchanged reads whether the practice went on as before.
func unchanged(a *answer) string {
	low := a.low()
	if p := plainStart(a); p != "" && !strings.HasPrefix(low, "no change") && !strings.HasPrefix(low, "not changed") && !noChange.MatchString(a.parts[0].Low) {
		return p
	}
	switch {
	case noChange.MatchString(low):
		return yes
	case stopped.MatchString(low):
		return no
	case sameAgain.MatchString(low):
		return yes
	}
	return ""
}

var (
	noChange  = regexp.MustCompile(`\b(?:no|not|nothing|none|never|without)\b[^.;]{0,40}\b(?:chang\w*|alter\w*|amend\w*|differ\w*|revis\w*|affect\w*|modif\w*)\b|\b(?:chang|alter|affect)\w* (?:nothing|none|neither)\b|\b(?:no|not any|little|any) (?:difference|effect|bearing|odds|impact)\b|\bbusiness as usual\b|\bunchanged\b|\b(?:nobody|no ?one|nothing|none) (?:has|have|was|were|is|had)? ?(?:\w+ )?touched\b|\bas (?:it|they) (?:was|were) before\b|\bunaltered\b|\bremains? (?:the same|in (?:force|place)|as)|\buninterrupted|\b(?:no|not|never|without)\b[^.;]{0,30}\b(?:departure|break|interruption)\b|\bwhether\b[^.;]*\b(?:chang\w*|alter\w*|differ\w*|affect\w*)\b[^?]*\b(?:said|answered|replied|reported|told (?:us|me)|confirmed)\b[^.;]{0,30}\b(?:not|no|none|nothing)\b`)
	stopped   = regexp.MustCompile(`\b(?:suspend\w*|ceased?|stopped|paused|discontinued|lapsed|was changed|were changed|changed|no longer|replaced|relaxed|interrupted|different|halted|shelved|(?:stood|wound|shut|closed) down|(?:put |placed )?on (?:hold|ice)|in abeyance|fell away|fallen away|(?:fell|fallen) into (?:disuse|abeyance)|(?:was|were|been) (?:dropped|abandoned)|came to (?:an end|a (?:halt|stop))|a new (?:policy|procedure|process))\b|(?:\bnot|n't|\bnever) (?:yet )?(?:been )?(?:restart\w*|resum\w*|taken up again|continu\w*|gone on|carried on|taken place|happen\w*)\b`)
	sameAgain = regexp.MustCompile(`\b(?:same|(?:carried|carries|carry|kept|went|goes) (?:right |straight )?(?:on|going)|(?:just |exactly )?as (?:we|it|they|things|this) (?:\w+ )?(?:was|were|is|has|have|had|did|does|always)|as ever|as usual|as normal|as before|continu\w*|went on|gone on|going on|still|throughout|as before|in force|applied|applies|has applied|remained)\b`)
)

// internal reads whether methods were built in the house.
func internal(a *answer) string {
	if p := plain(a); p != "" {
		return p
	}
	for _, s := range a.parts {
		if at := builtSomething.FindStringIndex(s.Low); at != nil && methodNoun.MatchString(s.Low) {
			return putAs(readContext(s.Low), at)
		}
	}
	for _, s := range a.parts { // the question is on methods, so that "one" is one
		if at := builtSomething.FindStringIndex(s.Low); at != nil && readContext(s.Low).assert(at[0], at[1]).Negated {
			return no
		}
	}
	return ""
}
