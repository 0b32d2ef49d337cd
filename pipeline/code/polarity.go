package code

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// Polarities (contract, table answers).
const (
	yes       = "yes"
	no        = "no"
	qualified = "qualified"
)

// polarities reads yes, no or qualified for every yes/no item that says
// something. How depends on what the item feeds; an item that feeds no variable
// known here is read by its first word and its negations.
func (c *coder) polarities() {
	c.general()
	c.each(func(a *answer) {
		if !a.leaf.YesNo || a.Disposition != answered && !(a.Disposition == referred && slices.Contains(a.leaf.Feeds, "policy_status")) {
			return
		}
		feeds := func(v string) bool { return slices.Contains(a.leaf.Feeds, v) }
		switch {
		case feeds("monitors_students"):
			a.Polarity = c.monitors(a)
		case feeds("policy_status"):
			a.Polarity = c.policy(a)
		case feeds("software_used"):
			a.Polarity = c.software(a)
		case feeds("prevent_exclusive"):
			a.Polarity = exclusive(a)
		case feeds("deletion_on_request"):
			a.Polarity = deletion(a)
		case feeds("covid_unchanged"):
			a.Polarity = unchanged(a)
		default:
			a.Polarity = plain(a)
		}
	})
}

// general lets a general statement on the activity answer the leaf on it where
// that has no answer of its own, wherever it stands.
func (c *coder) general() {
	a := c.under("monitors_students")
	if a == nil || a.Disposition != notAddressed || a.aligned != nil && a.aligned.Labelled {
		return
	}
	ss := append(slices.Clone(c.claims.denial), c.claims.affirmation...)
	if len(ss) == 0 {
		return
	}
	a.parts = ss[:1]
	a.aligned = &thread.Aligned{QuestionID: a.QuestionID, Message: ss[0].message, Method: thread.ByContent, Paragraphs: [][]thread.Span{spansOf(ss[0])}, Score: 0.6}
	a.Spans, a.Text = a.aligned.Spans(), ss[0].Text
	a.classes = []class{substance}
	c.say(a, answered, substance)
}

// monitors reads the item on monitoring from its own answer.
func (c *coder) monitors(a *answer) string {
	review, listening := of(a, c.claims.review), of(a, c.claims.listening)
	denial, affirmed, hedged := of(a, c.claims.denial), of(a, c.claims.affirmation), of(a, c.claims.hedged)
	first := a.parts[0].Low
	saysNo := len(denial) > 0 || plainNo(first) || doNeither.MatchString(a.low())
	switch {
	case leadYes.MatchString(first):
		if limited(a.low()) && (len(review) > 0 || len(listening) > 0) {
			return qualified
		}
		return yes
	case (saysNo || len(hedged) > 0) && (len(review) > 0 || len(listening) > 0):
		return qualified
	case len(hedged) > 0 && !saysNo:
		return qualified
	case saysNo:
		return no
	case len(of(a, c.claims.noCovert)) > 0 && len(review)+len(listening)+len(affirmed) == 0:
		return qualified
	case len(affirmed) > 0 && !limited(a.low()):
		return yes
	case len(review) > 0 || len(listening) > 0:
		return qualified
	case len(of(a, c.claims.overt))+len(of(a, c.claims.covert)) > 0:
		return yes
	}
	return ""
}

// plainNo tells whether a sentence is a no and not the beginning of something
// longer ("No policy exists" is no plain no to another question).
func plainNo(low string) bool {
	return regexpPlainNo.MatchString(low) || leadNo.MatchString(low) && !strings.HasPrefix(low, "not ") && len(strings.Fields(low)) < 4
}

var (
	regexpPlainNo = regexp.MustCompile(`^(?:"|')?(?:no|neither)(?:[,.;:-]|$| - | (?:the university|we|it|it's|this|such) )`)
	onlyWords     = regexp.MustCompile(`\b(?:only|solely|exclusively|limited to|restricted to|confined to|not otherwise|nothing else|and not otherwise|but not)\b`)
)

func limited(low string) bool { return onlyWords.MatchString(low) }

// plain reads an item by its first word, then by how its own matter is put.
func plain(a *answer) string {
	first := a.parts[0].Low
	switch {
	case leadYes.MatchString(first):
		return yes
	case leadNo.MatchString(first), doNeither.MatchString(a.low()):
		return no
	}
	for _, s := range a.parts {
		ctx := readContext(s.Low)
		for _, cue := range a.leaf.Cues {
			if at := cue.FindStringIndex(s.Low); at != nil {
				return putAs(ctx, at)
			}
		}
	}
	return ""
}

// putAs is yes or no by how the words of a cue are put: a denial anywhere in
// them denies it.
func putAs(ctx *contextSentence, at []int) string {
	verbs := ctx.assert(at[0], at[1])
	last := strings.LastIndexByte(ctx.low[at[0]:at[1]], ' ') + 1
	if verbs.Negated || ctx.assert(at[0]+last, at[1]).Negated || deniedWords.MatchString(ctx.low[at[0]:at[1]]) {
		return no
	}
	if verbs.Hypothetical || verbs.Other {
		return ""
	}
	return yes
}

var deniedWords = regexp.MustCompile(`\b(?:no|not|nor|neither|nothing|none|never)\b`)

// exclusive reads whether the practice serves one programme only.
func exclusive(a *answer) string {
	low := a.low()
	if notOnly.MatchString(low) {
		return no
	}
	if p := plainStart(a); p != "" {
		return p
	}
	if limited(low) {
		return yes
	}
	return no
}

var notOnly = regexp.MustCompile(`\b(?:not|never|neither)\b[^.;]{0,40}\b(?:exclusiv\w*|only|solely|restricted|confined|limited|just|purpose)\b|\b(?:one (?:of|purpose)|among|amongst|other purposes|as well|not (?:for|part)|no (?:connection|link))\b|\bdoes not (?:extend|apply|feature|form)`)

func plainStart(a *answer) string {
	first := a.parts[0].Low
	switch {
	case leadYes.MatchString(first):
		return yes
	case leadNo.MatchString(first):
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
	noProcess    = regexp.MustCompile(`\b(?:no|not|nor|without|never)\b[^.;]{0,50}\b(?:process|procedure|mechanism|facility|route|form|provision|arrangement)\b|\bnone\b`)
	erasureRoute = regexp.MustCompile(`\b(?:right (?:to|of)|rights|request(?:s|ed)?|may|can|write|writing|contact|data protection|gdpr|article 1[67]|erasure|object)\b`)
)

// hasRoute tells whether a sentence that is no denial names a way to ask.
func hasRoute(a *answer) bool {
	return slices.ContainsFunc(a.parts, func(s sentence) bool {
		return erasureRoute.MatchString(s.Low) && !noProcess.MatchString(s.Low) && !plainNo(s.Low) ||
			noProcess.MatchString(s.Low) && butRoute.MatchString(s.Low)
	})
}

var butRoute = regexp.MustCompile(`\b(?:but|however|although|though|beyond|other than|apart from|except)\b.*\b(?:right|request|erasure|write|contact|gdpr|data protection)`)

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
	noChange  = regexp.MustCompile(`\b(?:no|not|nothing|none|never|without)\b[^.;]{0,40}\b(?:chang\w*|alter\w*|amend\w*|differ\w*|revis\w*|affect\w*|modif\w*)\b|\bunchanged\b|\bunaltered\b|\bremains? (?:the same|in (?:force|place)|as)|\buninterrupted`)
	stopped   = regexp.MustCompile(`\b(?:suspend\w*|ceased?|stopped|paused|discontinued|lapsed|was changed|were changed|has changed|have changed|replaced|relaxed|interrupted|different)\b`)
	sameAgain = regexp.MustCompile(`\b(?:same|continu\w*|went on|gone on|going on|still|throughout|as before|in force|applied|applies|has applied|remained)\b`)
)
