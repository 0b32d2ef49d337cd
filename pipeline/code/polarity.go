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
		if slices.Contains(a.leaf.Feeds, "policy_status") {
			c.addPolicies(a)
		}
		if told := a.told(); len(told.parts) > 0 && !told.inapt() {
			a.Polarity = c.polarity(told)
		}
	})
}

// polarity reads one item by what it feeds.
func (c *coder) polarity(a *answer) string {
	feeds := func(v string) bool { return slices.Contains(a.leaf.Feeds, v) }
	switch {
	case feeds("monitors_students"):
		return c.monitors(a)
	case feeds("policy_status"):
		return c.policy(a)
	case feeds("software_used"):
		return c.software(a)
	case feeds("prevent_exclusive"):
		return exclusive(a)
	case feeds("internal_methods"):
		return internal(a)
	case feeds("deletion_on_request"):
		return deletion(a)
	case feeds("covid_unchanged"):
		return unchanged(a)
	}
	return plain(a)
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

// monitorsInProse reads the item on monitoring in a letter without labels, by
// the claims of its sentences in order: "Nobody watches students. When somebody
// complains, a clerk opens the page." A denial is qualified by what is told
// right behind it; what stands further off is told of something else.
func (c *coder) monitorsInProse() string {
	denied, affirmed, told := -1, -1, false
	for i, k := range c.said {
		if k&claimsActivity != 0 && affirmed < 0 {
			affirmed = i
		}
		if k&claimsDenial != 0 && denied < 0 {
			denied = i
		}
		told = told || k&(claimsHedged|claimsReview|claimsListening) != 0
	}
	switch {
	case denied >= 0 && (affirmed >= 0 || c.saidNear(denied, claimsHedged|claimsReview|claimsListening)):
		return qualified
	case denied >= 0:
		return no
	case affirmed >= 0:
		return yes
	case told:
		return qualified
	}
	return ""
}

// proseReach is how many sentences behind a statement still qualify it.
const proseReach = 3

// saidNear tells whether one of the claims is made at sentence i or right
// behind it, in the same paragraph.
func (c *coder) saidNear(i int, kinds claimKind) bool {
	for j := i; j < min(len(c.reply), i+1+proseReach) && c.reply[j].passage == c.reply[i].passage; j++ {
		if c.said[j]&kinds != 0 {
			return true
		}
	}
	return false
}

// monitors reads the item on monitoring from its own answer. Where departments
// answer one after the other, any yes counts unless it limits itself.
func (c *coder) monitors(a *answer) string {
	if a.aligned.Method == thread.ByContent {
		return c.monitorsInProse()
	}
	says := c.claimsOf(a)
	first := a.parts[0].Low
	saysNo := says&claimsDenial != 0 || plainNo(first) || doNeither.MatchString(a.low()) || notDone.MatchString(first) || kindDenied.MatchString(first) && !exceptWords.MatchString(first)
	hedged, told := says&claimsHedged != 0 || notAsRule.MatchString(first) && asSuch.MatchString(first), says&(claimsReview|claimsListening) != 0
	affirmed := says&claimsActivity != 0
	switch i := slices.IndexFunc(a.parts, func(s sentence) bool { return saysYes(s.Low) || leadBoth.MatchString(s.Low) }); {
	case i >= 0 && told && limited(lowOf(a.parts[i:min(len(a.parts), i+3)])):
		return qualified
	case i >= 0:
		return yes
	case (saysNo || hedged) && told, hedged && (!saysNo || says&claimsDenial == 0 && notAsRule.MatchString(first)):
		return qualified
	case saysNo:
		return no
	case says&claimsNotCovert != 0 && says&claimsOvert == 0 && !told && !affirmed:
		return qualified
	case claimedSo.MatchString(first), affirmed && !(told && c.limitedClaim(a)):
		return yes
	case told:
		return qualified
	case says&(claimsOvert|claimsCovert) != 0:
		return yes
	}
	return ""
}

// limitedClaim tells whether a sentence that claims something of the practice, or
// takes up what was claimed, is limited; that only what is public is read limits
// the reading and not the occasion.
func (c *coder) limitedClaim(a *answer) bool {
	before := ""
	for _, s := range a.parts {
		if at := onlyWords.FindStringIndex(s.Low); at != nil && !deniedNear(s.Low, at) && c.claimsIn(s, before)&claimsPublic == 0 {
			return true
		}
		before = s.Low
	}
	return false
}

// lowOf is the text of sentences, lower case.
func lowOf(ss []sentence) string {
	return (&answer{parts: ss}).low()
}

// speaker matches what may stand before a yes or no: a quote mark, or the
// department that answers ("[Estates] Yes", "Library: No").
const speaker = `(?:["']|(?:a|answer|response|reply) - |[\[(][^\])]{1,40}[\])]:? ?(?:- )?|(?:from (?:the )?)?[a-z&]+(?: [a-z&]+){0,3}(?: (?:says?|said|writes?|wrote|replies|reply|replied|answers?|answered|states?))?: ?["']?|[a-z&]+(?: [a-z&]+){0,3} (?:say|said|answer|answered|reply|replied)s? )?`

// reserve is what may be added to an affirmation without taking it back: "It
// has, though nobody has needed it."
const reserve = `(?:, (?:but|though|although|albeit|save|except|subject to)\b.*)?`

// saysYes tells whether a sentence is a yes, or one to what was asked.
func saysYes(low string) bool { return leadYes.MatchString(low) || isDone.MatchString(low) }

// plainNo tells whether a sentence is a no and not the beginning of something
// longer ("No policy exists" is no plain no to another question).
func plainNo(low string) bool {
	return regexpPlainNo.MatchString(low) || leadNo.MatchString(low) && !strings.HasPrefix(low, "not ") && len(strings.Fields(low)) < 4
}

var (
	leadNo   = regexp.MustCompile(`^` + speaker + `(?:no|nope|nah|neither|none|nil|never|not?|nac (?:ydyw?|oes|yw)|naddo|nage)\b(?:[,.;:) -]|$)`)
	leadYes  = regexp.MustCompile(`^` + speaker + `(?:yes|yep|yeah|ydyw?|oes|ie)\b`)
	leadBoth = regexp.MustCompile(`^` + speaker + `(?:yes,? )?both\b`)
	// notDone matches a denial that names nothing: "It does not.", "Not
	// something we do."
	notDone = regexp.MustCompile(`^` + speaker + `(?:(?:(?:this|that|it|they|none|such (?:activity|monitoring)|the (?:` + ourNouns + `|institution)|we|nobody|no[- ]one)(?: (?:currently|presently|also))? (?:is|does|do|are|did|has|have|was|were)(?: not|n't)(?: been)?(?: (?:something|anything|an activity|a thing|a practice) (?:that |which )?(?:we|the (?:` + ourNouns + `)|it|is)\b.*| (?:do|done|undertaken|carried out|happen|take place|occur|developed|the case)(?: (?:this|that|so|it|here))?)?(?:,? (?:no|either))?(?:, (?:but|though|although|albeit|save|except|since|because|as|for|so|owing to)\b.*)?|not something\b.*|nothing of (?:the|this|that) (?:sort|kind)\b.*|none (?:is|are|was|were|has|have|takes?|exists?)\b.*|(?:it|they|students?|you|individuals|one) (?:cannot|can't|may not))[.!]?$|(?:no[- ]one|nobody) (?:does|do|has)\b)`)
	// isDone matches an affirmation that names nothing: "It does."
	isDone = regexp.MustCompile(`^` + speaker + `(?:it|they|we|the (?:` + ourNouns + `|institution)|this|that) (?:is|does|do|are|did|has|have|can|may)(?: indeed)?` + reserve + `[.!]?$`)
	// notAsRule matches a short no with a reserve: "Not routinely."
	notAsRule     = regexp.MustCompile(`^` + speaker + `(?:no[,.;:]? ?-? ?)?(?:not|never) (?:\w+ ){0,3}\w+[.]?$`)
	regexpPlainNo = regexp.MustCompile(`^` + speaker + `(?:no|nope|nah|neither)(?:[,.;:-]|$| - | (?:the (?:` + ourNouns + `)|we|it|it's|this|such) )`)
	onlyWords     = regexp.MustCompile(`\b(?:only|solely|exclusively|alone|limited to|within (?:\w+ )?limits|in limited circumstances|to a limited extent|up to a point|restricted to|confined to|as far as (?:[\w']+ ){1,8}goes?|the (?:limit|extent|whole|sum|most) of|no further than|not otherwise|nothing else|and not otherwise|but not)\b`)
)

func limited(low string) bool { return onlyWords.MatchString(low) }

// kindDenied denies what was asked by a word that takes it up: "nothing of the kind
// is in use", "we have never gathered anything like that".
var kindDenied = regexp.MustCompile(`(?:\b(?:no|not|never|nothing|none|nobody|nor)\b|n't\b)[^.;,]{0,60}\b(?:of (?:the|this|that|such a) (?:kind|sort|nature|type|description)|like (?:that|this|it))\b|\bnothing (?:at all |whatever )?(?:is|was|are) (?:now |currently |at present )?(?:in use|used|had)\b`)

// plain reads an item by its first word, then by how its own matter is put.
func plain(a *answer) string {
	first := a.parts[0].Low
	switch {
	case saysYes(first):
		return yes
	case leadNo.MatchString(first), notDone.MatchString(first), doNeither.MatchString(a.low()):
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
