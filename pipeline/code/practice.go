package code

import (
	"regexp"
	"slices"
	"strings"
)

// claims is what a reply says of its practice, gathered sentence by sentence
// from the whole of it.
type claims struct {
	denial, affirmation   []sentence // of the activity as such
	hedged                []sentence // denied as a routine only
	listening, noListen   []sentence // follows mentions of the institution
	review, noReview      []sentence // looks when a complaint or concern arises
	overt, noOvert        []sentence
	covert, noCovert      []sentence
	public, publicReviews []sentence
	routine               []sentence
}

// The shapes of the practices, over lower-case reading form. Each pairs an act
// with its object or occasion; ConText says how it is put.
var (
	lookVerb  = regexp.MustCompile(`\b(?:look(?:s|ed|ing)?(?: at| into| up)?|view(?:s|ed|ing)?|review(?:s|ed|ing)?|check(?:s|ed|ing)?|consult(?:s|ed|ing)?|examin(?:e|es|ed|ing)|inspect(?:s|ed|ing)?|access(?:es|ed|ing)?|search(?:es|ed|ing)?|consider(?:s|ed|ing)?|investigat(?:e|es|ed|ing)|see|read|screenshot(?:s|ted)?|monitor(?:s|ed|ing)?|visit(?:s|ed|ing)?|captur(?:e|es|ed|ing)|collect(?:s|ed|ing)?)\b`)
	postNoun  = regexp.MustCompile(`\b(?:posts?|posted|posting|profiles?|accounts?|pages?|content|material|tweets?|comments?|feeds?|timelines?|social media|screen ?shots?|online|what was reported)\b`)
	occasion  = regexp.MustCompile(`\b(?:complaints?|complain(?:s|ed)?|allegations?|alleged|reports? (?:a|that|of|to|it|posts?|in|has)|report(?:ed|s)\b|concerns?|misconduct|harass(?:ment|ed)|bully\w*|disciplin\w*|investigations?|incidents?|welfare|safeguarding|at risk|safety|brought to (?:our|the|its)|drawn to|raised|referred to)\b`)
	mention   = regexp.MustCompile(`\b(?:mentions?(?: of)?|mentioned|mentioning|hashtags?|tagged|brand|sentiment|(?:social )?listening|what (?:is|people) (?:being )?sa(?:id|y)|said about|name of the university|university's (?:own )?name|its (?:own )?name|our (?:own )?name|by name|talk(?:ed)? about|conversations? about|references? to (?:the university|us|our))\b`)
	followsIt = regexp.MustCompile(`\b(?:follow(?:s|ed|ing)?|keep(?:s|ing)? (?:an eye|track|watch)|listen(?:s|ed|ing)?|track(?:s|ed|ing)?|monitor(?:s|ed|ing)?|watch(?:es|ed|ing)?|pick(?:s|ed)? up|find(?:s|ing)?|alerts?|gaug(?:e|es|ed|ing)|scan(?:s|ned|ning)?|search(?:es|ed|ing)?|collect(?:s|ed|ing)?|captur(?:e|es|ed|ing)|us(?:e|es|ed|ing)|look(?:s|ed|ing)?|analys(?:e|es|ed|ing)|measur(?:e|es|ed|ing)|see(?:s|ing)?|receiv(?:e|es|ed)|sent|read|display(?:s|ed)?|shows?|report(?:s|ed)? on|review(?:s|ed|ing)?)\b`)
	publicly  = regexp.MustCompile(`\b(?:public(?:ly)?(?: (?:available|accessible|visible|viewable|open|posted))?|open to (?:the public|all|anyone|everyone)|open for anyone|anyone can see|anybody can see|(?:can|could) be (?:seen|viewed) by (?:anyone|anybody|the public|all)|not (?:set to |been set to )?private|not protected|in the public domain|open[- ]source|(?:not|never|nor)[^.;]{0,40}(?:private|privacy setting|closed group|friend))\b`)
	notPublic = regexp.MustCompile(`\b(?:public (?:relations|interest|authorit\w*|affairs|body|bodies|sector|safety|order|health|engagement|consultation)|publication|published|open[- ]source software|public mentions?)\b`)
	routinely = regexp.MustCompile(`\b(?:routine(?:ly)?|systematic(?:ally)?|continuous(?:ly)?|constant(?:ly)?|all (?:of )?(?:our |its |the )?students|every student|around the clock|24/7|blanket)\b`)
	bothDone  = regexp.MustCompile(`^(?:yes,? )?both\b|\bboth (?:overt|are|kinds|forms)\b|\bovert(?:ly)? and covert`)
	nonStud   = regexp.MustCompile(`\b(?:mailbox|e-?mails?|traffic|network traffic|cctv|visitors|website|web ?pages|our own (?:pages|accounts|posts)|its own (?:pages|accounts|posts)|university's own (?:pages|accounts|posts|channels)|whistle)\b`)
	asSuch    = regexp.MustCompile(`\b(?:as such|per se|as a (?:matter of )?(?:routine|rule|matter of course)|routine(?:ly)?|systematic(?:ally)?|proactive(?:ly)?|actively|generally|normally|ordinarily|usually|in general|regularly|on a regular basis|blanket|all students|every student|as a whole|continuous(?:ly)?)\b`)
	overtly   = regexp.MustCompile(`\b(?:overt(?:ly)?|openly|in the open|transparent(?:ly)?)\b`)
	covertly  = regexp.MustCompile(`\b(?:covert(?:ly)?|secret(?:ly)?|without (?:their|the students?'?s?|its) knowledge|(?:not|isn't) told at the time)\b`)
	leadNo    = regexp.MustCompile(`^(?:"|')?(?:no|neither|none|nil|never|not?)\b(?:[,.;:) -]|$)`)
	leadYes   = regexp.MustCompile(`^(?:"|')?yes\b`)
	doNeither = regexp.MustCompile(`\b(?:does|do|carries out|carry out|conducts?|undertakes?|has|gathers|engages in|practises) neither\b|^neither\b|\bneither (?:the one|is|are|form|kind|overt|type|activity)\b`)
	goNotLook = regexp.MustCompile(`\b(?:do|does|would|will|did|have|has) (?:not|never) (?:\w+ )?(?:go and |then |itself |ourselves )?(?:look|search|view|check|visit|access|seek|review|consult|examine|trawl)`)
)

// monitoring gathers the claims from all that the body says in substance.
func (c *coder) monitoring() {
	for i, s := range c.reply {
		if c.superseded(s) {
			continue
		}
		before := ""
		if i > 0 && c.reply[i-1].message == s.message {
			before = c.reply[i-1].Low
		}
		c.claim(s, before)
	}
}

// superseded tells whether a sentence belongs to answers that a later reply
// has replaced.
func (c *coder) superseded(s sentence) bool {
	if len(s.own) == 0 {
		return false
	}
	return !slices.ContainsFunc(s.own, func(id string) bool {
		a := c.answers[id]
		return a.aligned == nil || a.aligned.Message == s.message
	})
}

// claim sorts one sentence by the practices it speaks of.
func (c *coder) claim(s sentence, before string) {
	ctx := readContext(s.Low)
	if ncndShape.MatchString(s.Low) {
		return
	}
	listens := c.claimListening(s, ctx)
	reviews := c.claimReview(s, ctx, before, listens)
	c.claimManner(s, ctx, listens || reviews)
	c.claimActivity(s, ctx, listens, reviews)
	if publicly.MatchString(notPublic.ReplaceAllString(s.Low, "")) && (lookVerb.MatchString(s.Low) || postNoun.MatchString(s.Low) || mention.MatchString(s.Low)) {
		c.claims.public = append(c.claims.public, s)
		if reviews || c.reviewing(s.Low, before) {
			c.claims.publicReviews = append(c.claims.publicReviews, s)
		}
	}
}

// claimListening finds sentences on following mentions of the institution.
func (c *coder) claimListening(s sentence, ctx *contextSentence) bool {
	at := mention.FindStringIndex(s.Low)
	if at == nil || !followsIt.MatchString(s.Low) || strings.Contains(s.Low, "mentioned above") || strings.Contains(s.Low, "as mentioned") || strings.Contains(s.Low, "mentioned under") {
		return false
	}
	as := ctx.assert(at[0], at[1])
	switch {
	case as.Other || as.Historical && !as.Negated:
		return false
	case as.Negated:
		c.claims.noListen = append(c.claims.noListen, s)
		return false
	case as.Hypothetical && as.Trigger != "may" && as.Trigger != "can":
		return false
	}
	c.claims.listening = append(c.claims.listening, s)
	return true
}

// claimReview finds sentences on looking at posts once something has happened.
// "Would look" is a practice told, if not one exercised.
func (c *coder) claimReview(s sentence, ctx *contextSentence, before string, listens bool) bool {
	if !occasion.MatchString(s.Low) && !(occasion.MatchString(before) && follows(s.Low)) {
		return false
	}
	if goNotLook.MatchString(s.Low) && !unless(s.Low) {
		c.claims.noReview = append(c.claims.noReview, s)
		return false
	}
	look := lookVerb.FindAllStringIndex(s.Low, -1)
	if !postNoun.MatchString(s.Low) || len(look) == 0 {
		return false
	}
	for _, at := range look {
		as := ctx.assert(at[0], at[1])
		if !as.Other && (!as.Negated || unless(s.Low)) {
			c.claims.review = append(c.claims.review, s)
			return true
		}
	}
	return false
}

// follows tells whether a sentence goes on from the one before it.
func follows(low string) bool {
	for _, w := range []string{"that ", "this ", "it ", "in that case", "in such", "in those", "we ", "then ", "the post", "the university", "they ", "staff", "the investigat"} {
		if strings.HasPrefix(low, w) {
			return true
		}
	}
	return false
}

// unless matches a denial that keeps an exception: "does not look at posts
// unless a complaint is made".
func unless(low string) bool {
	return exceptWords.MatchString(low)
}

var exceptWords = regexp.MustCompile(`\b(?:unless|except|save (?:where|when|in|that|for|as)|other than|apart from|only (?:if|when|where|in|once|after|ever)|until|without (?:a|an) (?:complaint|allegation|report|concern)|but (?:if|when|where|may|would|will))\b`)

func (c *coder) reviewing(low, before string) bool {
	return lookVerb.MatchString(low) && (occasion.MatchString(low) || occasion.MatchString(before) || strings.Contains(low, "only"))
}

// claimManner finds what is said of overt and covert monitoring.
func (c *coder) claimManner(s sentence, ctx *contextSentence, told bool) {
	put := func(re *regexp.Regexp, yes, no *[]sentence) {
		at := re.FindStringIndex(s.Low)
		if at == nil {
			return
		}
		switch as := ctx.assert(at[0], at[1]); {
		case as.Other || as.Historical:
		case as.Negated:
			*no = append(*no, s)
		case !as.Hypothetical:
			*yes = append(*yes, s)
		}
	}
	put(overtly, &c.claims.overt, &c.claims.noOvert)
	put(covertly, &c.claims.covert, &c.claims.noCovert)
}

// claimActivity finds plain denials and affirmations of the activity.
func (c *coder) claimActivity(s sentence, ctx *contextSentence, listens, reviews bool) {
	at := c.cb.Activity.FindStringIndex(s.Low)
	if at == nil || nonStud.MatchString(s.Low) && !strings.Contains(s.Low, "student") {
		return
	}
	as := ctx.assert(at[0], at[1])
	onlyCovert := covertly.MatchString(s.Low) && !overtly.MatchString(s.Low) && !strings.Contains(s.Low, "otherwise") && !strings.Contains(s.Low, "neither")
	switch {
	case as.Other || as.Historical:
	case as.Negated && (as.Hedged || asSuch.MatchString(s.Low) || exceptWords.MatchString(s.Low)):
		c.claims.hedged = append(c.claims.hedged, s)
	case as.Negated && onlyCovert:
	case as.Negated:
		c.claims.denial = append(c.claims.denial, s)
	case listens || reviews || as.Hypothetical || as.Conditional:
	default:
		c.claims.affirmation = append(c.claims.affirmation, s)
		if routinely.MatchString(s.Low) {
			c.claims.routine = append(c.claims.routine, s)
		}
	}
}

// of keeps the sentences that lie in an answer.
func of(a *answer, ss []sentence) []sentence {
	if a == nil || a.aligned == nil {
		return nil
	}
	var out []sentence
	for _, s := range ss {
		for _, p := range a.parts {
			if p.Ref == s.Ref && p.All().Start <= s.All().Start && s.All().End <= p.All().End {
				out = append(out, s)
				break
			}
		}
	}
	return out
}
