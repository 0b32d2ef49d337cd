package code

import (
	"regexp"
	"slices"
	"strings"
)

// exclusive reads whether the practice serves one programme only.
func exclusive(a *answer) string {
	low := a.low()
	if notOnly.MatchString(low) || wrongToSay.MatchString(low) {
		return no
	}
	if p := plainStart(a); p != "" {
		return p
	}
	if slices.ContainsFunc(a.parts, func(s sentence) bool { return notDone.MatchString(s.Low) }) {
		return no
	}
	if limited(low) {
		return yes
	}
	return no
}

var notOnly = regexp.MustCompile(`\bnot (?:\w+ ){0,2}(?:for|under|part of|by|because of) (?:the )?prevent\b|\b(?:not|never|neither|hardly|scarcely|nor)\b[^.;]{0,40}\b(?:exclusiv\w*|only|solely|restricted|confined|limited|just|purpose)\b|\b(?:one (?:of|purpose)|among|amongst|other purposes|as well|not (?:for|part)|no (?:connection|link))\b|\bdoes not (?:extend|apply|feature|form)`)

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
	noProcess    = regexp.MustCompile(`(?:\b(?:no|not|nor|without|never)|n't)\b[^.;]{0,50}\b(?:process|procedure|mechanism|facility|route|form|provision|arrangement|form|way|channel|scheme|means)\b|\b(?:process|procedure|mechanism|facility|route|form|arrangement)\b[^.;]{0,20} (?:has|have|is|are|was|does|do)(?: not|n't| never)\b|\bnone(?:$|[.,;)]| (?:is|exists?|has|at|of|in))|^not (?:as such|exactly|formally)\b|\b(?:not|never) (?:be )?(?:possible|able|available|requested|deleted|an option|offered|provided for|allowed|permitted)|^they (?:cannot|can't|may not)\b|\bnothing (?:has been |is |was )?(?:\w+ )?(?:laid down|set up|in place|drawn up|arranged|prescribed)\b`)
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
	noChange  = regexp.MustCompile(`\b(?:no|not|nothing|none|never|without)\b[^.;]{0,40}\b(?:chang\w*|alter\w*|amend\w*|differ\w*|revis\w*|affect\w*|modif\w*)\b|\b(?:chang|alter|affect)\w* (?:nothing|none|neither)\b|\b(?:no|not any|little) (?:difference|effect|bearing)\b|\bbusiness as usual\b|\bunchanged\b|\b(?:nobody|no ?one|nothing|none) (?:has|have|was|were|is|had)? ?(?:\w+ )?touched\b|\bas (?:it|they) (?:was|were) before\b|\bunaltered\b|\bremains? (?:the same|in (?:force|place)|as)|\buninterrupted`)
	stopped   = regexp.MustCompile(`\b(?:suspend\w*|ceased?|stopped|paused|discontinued|lapsed|was changed|were changed|changed|no longer|replaced|relaxed|interrupted|different)\b`)
	sameAgain = regexp.MustCompile(`\b(?:same|as ever|as usual|as normal|as before|continu\w*|went on|gone on|going on|still|throughout|as before|in force|applied|applies|has applied|remained)\b`)
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
	return ""
}
