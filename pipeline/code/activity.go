package code

import (
	"regexp"
	"strings"
)

var (
	// watching matches what officers call the activity besides the codebook's
	// own words for it.
	watching = regexp.MustCompile(`\b(?:keep(?:s|ing)?|kept) (?:a )?(?:close |constant |continuous )?(?:watch|an eye|eye|tabs|track)(?: on| over| of)?\b|\bwatch(?:es|ed|ing)? (?:over|what|(?:our|its|the|any|their|individual) (?:\w+ )?students?)\b|\b(?:spy|spying|snoop|snoops|snooping) on\b|\b(?:search|scan|sweep|trawl)(?:s|es|ed|ing)? (?:of |through )?(?:social media|twitter|facebook|instagram|open sources?|the platforms)\b|\bsurveill?(?:ed|ing)?\b|\b(?:gather|collect|obtain|harvest|acquire|deriv)\w* (?:\w+,? ){0,4}(?:intelligence|information|data) (?:\w+ ){0,5}(?:from|on|through|via|about) (?:\w+ ){0,4}(?:social (?:media|network\w*)|students)\b|\b(?:scrutinis|scrutiniz|track|follow|observ|polic)(?:e|es|ed|ing|s)? (?:\w+ ){0,3}(?:students|students'|student) (?:\w+ ){0,2}(?:social media|online|accounts|posts|profiles)\b`)
	// intelligenceSought matches intelligence that is taken from social media, however it is
	// put: "intelligence about students is not sought from social media".
	intelligenceSought = regexp.MustCompile(`\bintelligence (?:about|on|concerning|regarding) (?:\w+ ){1,3}(?:is|are|was|were) (?:\w+ ){0,2}(?:sought|gathered|collected|obtained|taken|drawn|derived)\b|\b(?:follow|track|watch|monitor)(?:s|ed|ing)? what (?:they|students|(?:a|the|our|its|individual|these|those|such) (?:\w+ )?(?:students?|individuals?)) (?:\w+ )?(?:posts?|writes?|puts?|says?|shares?|publish(?:es)?)\b`)
	// ahead matches a look on the body's own initiative, before something that is
	// to come: "because a large event is approaching".
	ahead = regexp.MustCompile(`\b(?:before|ahead of|in advance of|in the (?:run-?up|lead-?up) to|prior to|because|when(?:ever)?|where|if|as)\b[^.;]{0,40}\b(?:events?|protests?|demonstrations?|rall(?:y|ies)|part(?:y|ies)|balls?|marches|occupations?|encampments?|gatherings?|matches|elections?|open days?|graduations?|nights?|visits?|speakers?)\b(?:[^.;]{0,40}\b(?:approach\w*|coming|due|planned|expected|announced|advertised|scheduled|likely|on which|at which|are to|is to))?`)
	// peering matches looking at accounts: to deny it denies the activity, to
	// affirm it can be no more than a look.
	peering = regexp.MustCompile(`\blook(?:s|ing)? (?:at|through|into) (?:(?:our|its|the|any|all|their|individual) )*(?:students?'?s? )?(?:social media|posts|profiles|accounts)(?: accounts| profiles| pages| activity)?(?: of (?:our |its |the )?students)?\b|\blook(?:s|ing)? at what (?:[\w-]+ ){0,4}students? (?:\w+ )?(?:post|posts|write|writes|say|says|put)\b`)
	// regular matches what is done by the clock and not for a cause.
	regular = regexp.MustCompile(`\b(?:daily|weekly|nightly|every (?:day|week|morning|evening)|each (?:day|week|morning)|all day)\b`)
	// notAll matches a denial that somebody is left: "not every student".
	notAll = regexp.MustCompile(`\bnot (?:all|every|each)\b`)
	// roaming matches going about without cause, whose denial leaves room for
	// looking with one: "we don't go browsing".
	roaming = regexp.MustCompile(`\b(?:trawl\w*|snoop\w*|brows(?:e|es|ed|ing)|fishing|patrol\w*|go(?:es|ing)? looking|on spec|general surveillance|roam\w*)\b`)
	// nonStud matches what is monitored besides: traffic, equipment, opinion,
	// the body's own channels.
	nonStud = regexp.MustCompile(`\b(?:mailbox(?:es)?|inbox(?:es)?|e-?mails?|messages of|traffic|cctv|visitors|websites?|web ?pages|web filter|phone calls?|calls|attendance|compliance|engagement|progress|performance|impact|effectiveness|the situation|use of (?:the|its|our) (?:network|systems?|equipment|computers?|wi-?fi)|office hours|whistle\w*|examinations?|exam|equality (?:data|of))\b`)
	asSuch  = regexp.MustCompile(`\b(?:in the (?:ordinary|normal|usual) (?:way|course|run)|by (?:habit|default|rule)|as such|per se|as a (?:matter of )?(?:routine|rule|matter of course|general)|matter of (?:course|routine)|routine(?:ly)?|systematic(?:ally)?|pro-?active(?:ly)?|active(?:ly)?|general(?:ly|ised|ized)?|normal(?:ly)?|ordinarily|usually|(?:in|make|makes|made) (?:the|a) (?:habit|practice) of|as a (?:habit|practice)|in general|regular(?:ly)?|on a regular basis|blanket|wholesale|mass|indiscriminate(?:ly)?|speculative(?:ly)?|all (?:of )?(?:our |its |the )?students|every (?:single )?student|everybody|everyone|the whole student body|student body as a whole|as a whole|continuous(?:ly)?|constant(?:ly)?|formal(?:ly)?|24/7|around the clock|strictly speaking|in that sense|in the sense)\b`)
	// routinely matches monitoring that takes in everybody or never stops.
	routinely = regexp.MustCompile(`\b(?:routine(?:ly)?|systematic(?:ally)?|continuous(?:ly)?|constant(?:ly)?|all (?:of )?(?:our |its |the )?(?:current |registered |enrolled )?students|every (?:single )?student|whole student body|around the clock|24/7|blanket|permanent(?:ly)?)\b`)
	// social is what makes monitoring that of the questionnaire.
	social = regexp.MustCompile(`\b(?:social|students?'?|students'|student's|posts?|accounts?|profiles?|online|pages?|tweets?|facebook|twitter|instagram|tiktok|snapchat|individuals|persons|people|groups?|societies|events?|locations?)\b`)
	// paperNoun matches what is written, kept or bought about the activity.
	paperNoun  = regexp.MustCompile(`\b(?:software|hardware|tools?|products?|technolog(?:y|ies)|systems?|platforms?|applications?|packages?|polic(?:y|ies)|procedures?|protocols?|guidance|guidelines?|documents?|documentation|materials?|train(?:ing|ed)|courses?|assessments?|dpias?|records?|figures?|statistics|logs?|counts?|register|warrants?|contracts?|budget|licen[cs]es?|suppliers?|providers?|facility|methods?|modules?|reports?|briefings?|requests?|algorithms?|scripts?|automated|index|form)\b`)
	holdsPaper = regexp.MustCompile(`\b(?:hold|holds|held)\b`)
	// meansUsed matches the use of a thing for the activity.
	meansUsed = regexp.MustCompile(`\b(?:us(?:e|es|ed|ing)|made of|employ(?:s|ed)?|deploy(?:s|ed)?|operat(?:e|es|ed)|own(?:s|ed)?|bought|buys?|purchas\w+|licensed|subscribes?|rents?|paid|pays?)\b[^.;]*\b(?:for|to|in|as|of)\b[^.;]{0,25}$`)
	// socialMeans are the things whose use for monitoring is the monitoring.
	socialMeans = regexp.MustCompile(`\b(?:social (?:media|network\w*)|information|intelligence|posts|facebook|twitter|instagram|powers?|staff|officers|means|agents?)\b`)
	silentPaper = regexp.MustCompile(`\b(?:authori[sz]e|permit|provide for|cover|mention|refer to|deal with|address|allow|require|extend to|speak of|contain|include|provision|reference)(?:s|d|ed|ing)? (?:\w+ ){0,4}$|\b(?:says?|said|contains?|includes?|silent|has|have|wrote|written) (?:\w+ )?nothing\b`)
	askedAbout  = regexp.MustCompile(`\b(?:polic(?:y|ies)|procedures?|protocols?|guidance|guidelines?|questions?|requests?|requested|term|word|definition|information|legislation|law|regulations?|records?|figures?|training|trained|enquir\w+|asked|ask|your|regard\w*|called?|count\w*|described|describe|covers?|concerns?|relates?|relating|software|tools?|product|dpia|assessment|notice|about|whether|amounts? to|constitut\w+|interpreted|understood|meant|sense of|form of|purposes? of|such|provider|suppliers?) (?:(?:as|on|about|of|for|in|to|that|which|by|any|the|a|this|such|into|under|concerning|regarding|whether|is|be|overt|covert|or|and|social|media|student|students|general) )*$`)
	compound    = regexp.MustCompile(`^\w*[- ](?:(?:of )?(?:social media|students?|activity|online) )?(?:software|hardware|tools?|products?|polic(?:y|ies)|procedures?|protocols?|guidance|documents?|training|records?|data|reports?|systems?|platforms?|services?|packages?|compan(?:y|ies)|providers?|purposes?|team|report|requests?|functions?|capabilit\w+|method\w*|logs?)\b`)
)

// practised finds plain denials and affirmations of the activity, but for a
// sentence that tells of listening or of reviews: that is its claim.
func (r *claimReader) practised(told claimKind) claimKind {
	var found claimKind
	if nonStud.MatchString(r.low) && !postNoun.MatchString(r.seen) {
		return 0
	}
	if notAll.MatchString(r.low) {
		return claimsHedged
	}
	for _, re := range []*regexp.Regexp{r.activity, watching, intelligenceSought, peering} {
		for _, at := range re.FindAllStringIndex(r.seen, -1) {
			found |= r.activityAs(at, told, re != peering)
		}
	}
	if at := roaming.FindStringIndex(r.low); at != nil && r.assert(at[0], at[1]).Negated {
		found |= claimsHedged
	}
	if found&claimsDenial != 0 && found&claimsActivity != 0 {
		return claimsHedged
	}
	return found
}

// initiative finds a look at what is posted that no complaint occasions: by the
// clock, or ahead of something. Looking for mentions is none.
func (r *claimReader) initiative(told claimKind) claimKind {
	if told&claimsListening != 0 || !postNoun.MatchString(r.seen) || !regular.MatchString(r.low) && !ahead.MatchString(r.low) {
		return 0
	}
	for _, at := range lookVerb.FindAllStringIndex(r.seen, -1) {
		if r.looksAtPosts(at) && r.assert(at[0], at[1]) == (assertion{}) {
			return claimsActivity
		}
	}
	return 0
}

// postReach is how far, in bytes, the posts stand behind the verb of looking.
const postReach = 60

// looksAtPosts tells whether a verb of looking has the posts for its object,
// and the body for its subject.
func (r *claimReader) looksAtPosts(at []int) bool {
	object := postNoun.FindStringIndex(r.seen[at[1]:])
	return object != nil && object[0] < postReach && !lookNot.MatchString(r.low[at[0]:]) && !inTitle.MatchString(r.low[:at[0]]) && !lookedBy.MatchString(r.low[:at[0]])
}

// frontedMeans matches the activity as what something is for, in front of its
// sentence: what is denied behind it is the means.
var frontedMeans = regexp.MustCompile(`^(?:for|as (?:for|to|regards)|when it comes to) (?:the )?(?:purposes? of )?$`)

// activityAs reads how one mention of the activity is put. is tells whether the
// words, undenied, stand for the activity.
func (r *claimReader) activityAs(at []int, told claimKind, is bool) claimKind {
	if compound.MatchString(r.low[at[1]:]) || frontedMeans.MatchString(r.low[:at[0]]) && deniedWords.MatchString(r.low[at[1]:]) {
		return 0
	}
	as := r.assert(at[0], at[1])
	onlyCovert := covertly.MatchString(r.low) && !overtly.MatchString(r.low) && !otherwise.MatchString(r.low)
	as.Negated = as.Negated || noPart.MatchString(r.low[at[1]:]) || deniedWords.MatchString(r.low[at[0]:at[1]])
	switch {
	case as.Other, as.Negated && told&(claimsNoListening|claimsNoReview) != 0 && !asWell.MatchString(r.low):
	case as.Negated && (r.deniesMeans(as, at) || oneProgramme.MatchString(r.low) && !otherwise.MatchString(r.low) || privately.MatchString(r.low)):
	case as.Negated && (as.Hedged && !unaware.MatchString(as.Trigger) || asSuch.MatchString(r.low) || exceptWords.MatchString(r.low)):
		return claimsHedged
	case as.Negated && onlyCovert, as.Historical && !as.Negated:
	case as.Negated:
		return claimsDenial
	case told&claimsReview != 0 && regular.MatchString(r.low) && r.affirms(at):
		return claimsActivity
	case told&(claimsListening|claimsReview) != 0, as.Hypothetical, as.Conditional:
	case is && r.affirms(at):
		if routinely.MatchString(r.low) && !deniedWords.MatchString(r.low) {
			return claimsActivity | claimsRoutine
		}
		return claimsActivity
	}
	return 0
}

// noPart matches the denial of an activity that is the subject of its sentence:
// "Monitoring students forms no part of our work".
var noPart = regexp.MustCompile(`^[^,.;:]{0,60}\b(?:forms?|plays?|is|are|has|have) (?:no|not (?:a|any)) (?:\w+ )?(?:part|role|place|function|element|feature)\b`)

// asWell matches a denial of two things in one sentence.
var asWell = regexp.MustCompile(`\b(?:n?either .* n?or|and (?:also |nor )?(?:do|does|we|the (?:` + ourNouns + `)))\b`)

// unaware matches the denial of an officer who speaks for others: "I am not aware
// of any".
var unaware = regexp.MustCompile(`\b(?:aware|know|conscious|unaware|believe|think)\b`)

var otherwise = regexp.MustCompile(`\b(?:otherwise|neither|or not|any (?:other )?(?:kind|purpose|reason)|any (?:form|sort|type))\b`)

// affirms tells whether the activity at a place is stated of persons or their
// posts, and not merely spoken of: "your question about monitoring".
func (r *claimReader) affirms(at []int) bool {
	return social.MatchString(r.seen) && !betweenTwo.MatchString(r.low[:at[0]]) && !askedAbout.MatchString(r.low[:at[0]]) && !strings.HasPrefix(r.low, "if ")
}

// deniesMeans tells whether what is denied is a means or a paper of the
// activity and not the activity: "we do not use Hootsuite for monitoring",
// "there is no policy on monitoring".
func (r *claimReader) deniesMeans(as assertion, at []int) bool {
	head := r.low[:at[0]]
	between := head
	if cut := strings.LastIndex(head, as.Trigger); cut >= 0 {
		between = head[max(0, cut-12):]
	}
	if silentPaper.MatchString(between) || holdsPaper.MatchString(between) || paperNoun.MatchString(between) {
		return true
	}
	used := meansUsed.FindString(head)
	return used != "" && !socialMeans.MatchString(head)
}
