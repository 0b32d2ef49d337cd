package code

import (
	"regexp"
	"slices"
	"strings"
)

var (
	// lookVerb matches the acts of looking at something that is there to be seen.
	lookVerb = regexp.MustCompile(`\b(?:look(?:s|ed|ing)?(?: at| into| up| on)?|view(?:s|ed|ing)?|review(?:s|ed|ing)?|check(?:s|ed|ing)?|consult(?:s|ed|ing)?|examin(?:e|es|ed|ing)|inspect(?:s|ed|ing)?|access(?:es|ed|ing)?|search(?:es|ed|ing)?|sees?|seen|reads?|reading|screenshott(?:ed|ing)|(?:takes?|took|taken|taking|saves?|makes?|captures?|prints?) (?:\w+ ){0,3}(?:screen ?shots?|cop(?:y|ies)|prints?|images?)|print(?:s|ed)|visit(?:s|ed|ing)?|open(?:s|ed|ing)|open (?:a|the|any|it|that|this|his|her|their|students?'?s?)|clicks?|monitor(?:s|ed)?|trawl\w*|(?:consultation|inspection|examination|viewing|perusal) of|perus(?:e|es|ed|ing)|scroll\w* through|(?:go(?:es)?|went|going) through|goes? (?:on)?to|follows? (?:the|a|that|up) (?:\w+ )?link|screen-?grabs?|observ(?:e|es|ed|ing))\b`)
	// weighVerb matches what may also be done to what was handed in: it counts
	// only right before the posts themselves.
	weighVerb = regexp.MustCompile(`\b(?:consider(?:s|ed|ing)?|investigat(?:e|es|ed|ing)|captur(?:e|es|ed|ing)|collect(?:s|ed|ing)?|gather(?:s|ed|ing)?|assess(?:es|ed|ing)?|us(?:e|es|ed|ing)|refer to|draw on|verif(?:y|ies|ied)) (?:\w+ ){0,4}(?:social media|posts?|tweets?|profiles?|posted online|online (?:content|material|activity))\b`)
	postNoun  = regexp.MustCompile(`\b(?:posts?|posted|posting|profiles?|accounts?|pages?|content|material|tweets?|comments?|feeds?|timelines?|social media|facebook|twitter|instagram|snapchat|tiktok|screen ?shots?|online|link|what (?:is|was|has been|can be|somebody|someone|they|a student|students?|the student|any ?(?:one|body)|any member) ?\w*|what (?:[\w-]+ ){1,4}(?:have been |has been |are |is )?(?:posting|post|posts|posted|tweeting|put up|putting up)|what is open)\b`)
	// occasion matches what makes a body look: a complaint, an allegation, a
	// concern for somebody's welfare, a case that has been opened.
	occasion = regexp.MustCompile(`\b(?:complaints?|complain(?:s|ed|ants?|ing)?|complainers?|allegations?|alleg(?:ed|es)|reports? (?:a|an|that|of|posts?|in|is|has|are|something|from|about)|(?:rais(?:e|es|ed|ing)|report(?:s|ed)?) (?:\w+ )?(?:issues?|matters?|worr(?:y|ies))|threats?\b|threaten\w*|worrying|worrisome|alarming|brought to (?:us|me)\b|reported\b|concerns? (?:\w+ ){0,2}(?:is|are|has|have|was|were|about|over|arises?|arose|raised|comes?|came)|(?:a|any|such|welfare|safeguarding|specific|serious|particular|prevent) concerns?|concerned about|misconduct|harass(?:ment|ed)|bully\w*|(?:disciplinary|discipline|conduct) (?:case|investigation|matter|process|procedure|panel|hearing|enquir|issue|proceeding)s?\w*|investigations?|incidents?|welfare|safeguarding|at risk|in danger|safety|brought (?:\w+ )?to (?:our|the|its|my)|drawn to|draws? (?:it |a post |something )?to|raised (?:with|by|to)|referred to (?:us|the)|flagged|alerted|tip[- ]?offs?|made aware|come to (?:our|the|its) (?:attention|notice)|anxious|worried|worries|well-?being|duty of care|missing|self-harm|breach(?:es|ed)?|grievances?|reasonable (?:belief|grounds|suspicion)|suspected|suspicion)\b`)
	// goNotLook matches a body that expressly leaves it at that.
	goNotLook = regexp.MustCompile(`(?:\b(?:do|does|would|will|did|have|has|must|may|can|could|should|to|nor|is|are)(?: not|n't| never)|\bnor (?:do|does|would|will|may|must|should|can) (?:\w+ ){1,3}|\b(?:told|instructed|asked|advised|directed|expected|trained|allowed|permitted) not to) (?:\w+ ){0,2}(?:go and |go on to |then |itself |ourselves )?(?:go to the (?:account|profile|page|post)|look|search|view|check|visit|access|seek|review|consult|examine|trawl|open)`)
	// handedIn matches material that somebody else supplied: to weigh it is not
	// to look at an account.
	handedIn = regexp.MustCompile(`\b(?:cop(?:y|ies)|screen ?shots?|evidence|material|print-?outs?|posts?|images?|what)\b[^.;]{0,40}\b(?:supplied|given|provided|handed|submitted|produced|presented|furnished|gives?|supplies|provides|encloses|attaches|enclosed|attached|hands|submits|sent (?:in|to us)|sends|brought)\b`)
	relies   = regexp.MustCompile(`\b(?:the end of it|goes no further|no more than that|only|rel(?:y|ies|ied) (?:solely |only |entirely )?on|solely|exclusively|nothing but)\b`)
	// lookNot matches senses of looking and seeing that are no looking at posts.
	lookNot = regexp.MustCompile(`^(?:(?:go(?:es)?|went|going) through (?:[\w'-]+ ){0,3}(?:dashboards?|digests?|reports?|results|alerts?|mentions|mail|inbox|figures|lists?|procedures?|process)\b|look(?:s|ed|ing)? (?:after|forward|to)|see (?:\w+ )?(?:above|below|question|answer|the answer|our|section|q\d|\d|paragraph|appendix|annex|also|under|https?)|printed (?:posts?|cop(?:y|ies)|pages?|screen ?shots?|out)\b|review(?:ed)? (?:of this|annually|every|regularly|by)|open(?:ed)? (?:a |an |its |the )?(?:case|file|investigation|enquiry))`)
	// lookedBy matches a looker who is not the body.
	lookedBy = regexp.MustCompile(`\b(?:students?|users?|any ?one|any ?body|people|you|complainants?|reporters?|the public|members of the public|followers|friends|parents|panel members) (?:who |that |may |can |could |might |would |will |should |to |also |have |has |were |was )*$`)
	// inTitle matches the beginning of a title, or of what a paper is about.
	inTitle = regexp.MustCompile(`\b(?:polic(?:y|ies)|procedures?|protocols?|guidance|guidelines?|code|training|courses?|assessments?|notice|instructions?) (?:on|for|about|concerning|covering|in) (?:[\w,]+ ){0,5}$`)
	// whether matches a question spoken of, which tells nothing.
	whether = regexp.MustCompile(`\bwhether (?:or not )?(?:\w+ ){0,6}$`)
	// inverted matches the order of words behind "only then", where anyone is
	// anyone of the body: "only then would anyone look".
	inverted = regexp.MustCompile(`\b(?:would|will|does|do|may|can|should) any ?(?:one|body) $`)
	// exceptWords matches a denial that keeps an exception: "does not look at
	// posts unless a complaint is made".
	exceptWords = regexp.MustCompile(`\b(?:unless|except|save (?:where|when|in|that|for|as|if)|other than|apart from|only (?:if|when|where|in|once|after|ever|on (?:a|receipt|complaint|report|request)|upon|following|because|as)|until|without (?:a|an|first|there) (?:\w+ )?(?:complaint|allegation|report|concern|reason|cause)|but (?:if|when|where|may|would|will|do|does|only)|in the absence of)\b`)
)

// review finds whether posts are looked at once something has happened, in
// this sentence or the one it goes on from. "Would look" is a practice told, if
// not one exercised.
func (r *claimReader) review() claimKind {
	here := occasion.MatchString(strikeOffices(r.low))
	if !here && !(occasion.MatchString(strikeOffices(r.before)) && goesOn(r.low)) {
		return 0
	}
	except := exceptWords.MatchString(r.low)
	if (goNotLook.MatchString(r.low) || nobodyLooks.MatchString(r.low)) && !except {
		return claimsNoReview
	}
	supplied := handedIn.MatchString(r.low)
	if !postNoun.MatchString(r.seen) && !(here && postNoun.MatchString(strike(r.before)) && except) {
		return 0
	}
	found := r.looks(lookVerb, except) | r.looks(weighVerb, except && !supplied)
	switch {
	case found&claimsReview != 0 && !(supplied && found&claimsNoReview != 0):
		return claimsReview
	case supplied && relies.MatchString(r.low):
		return claimsNoReview
	}
	return found & claimsNoReview
}

// nobodyLooks matches the denial by its subject: "No one goes on to look at the
// account."
var nobodyLooks = regexp.MustCompile(`\b(?:no ?one|no-one|nobody)(?: \w+)? (?:then |ever )?(?:goes on to |goes to |will |would |may )?(?:looks?|search(?:es)?|views?|opens?|checks?|visits?|consults?|examines?)\b`)

// limitedFragment matches an answer without a verb that limits what is done to
// an occasion: "Overt - only where an allegation has been made".
var limitedFragment = regexp.MustCompile(`^\W*(?:c?overt(?:ly)?|yes|open(?:ly)?|both)\b[ ,:(-]+(?:but )?only\b`)

// fragment reads such an answer, which names no act of looking.
func (r *claimReader) fragment() claimKind {
	if !limitedFragment.MatchString(r.low) {
		return 0
	}
	var found claimKind
	if occasion.MatchString(strikeOffices(r.low)) {
		found |= claimsReview
	}
	if mention.MatchString(r.low) {
		found |= claimsListening
	}
	return found
}

// officeName matches an office or a paper called after what it deals with.
var officeName = regexp.MustCompile(`\b(?:(?:student|safety|welfare|well-?being|safeguarding|conduct|complaints?|misconduct|disciplinary|security|investigations?|support|casework|appeals|campus)(?: (?:and|&|,) |[ -]))+(?:hub|teams?|offices?|officers?|leads?|services?|units?|departments?|committees?|panels?|boards?|managers?|directors?|staff|policy|policies|procedures?|code|regulations?|notice|registry|charter)\b`)

// strikeOffices blanks the names of offices: the Wellbeing Hub is no concern
// for somebody's well-being.
func strikeOffices(low string) string {
	return unawaited.ReplaceAllStringFunc(officeName.ReplaceAllStringFunc(low, blank), blank)
}

// unawaited matches an occasion that is not waited for: "without waiting for anybody
// to complain".
var unawaited = regexp.MustCompile(`\b(?:without (?:waiting|having to wait)|(?:do|does|need|did)(?: not|n't) (?:have to |need to )?wait|never waits?|not waiting|rather than (?:wait|waiting)) (?:for|until|till)\b[^.;]*`)

// blank is white space as long as a text.
func blank(m string) string { return strings.Repeat(" ", len(m)) }

// looks reads how the acts of looking in a sentence are put. A denial that
// keeps to what is private, or to the routine, denies no review.
func (r *claimReader) looks(verb *regexp.Regexp, except bool) claimKind {
	var found claimKind
	for _, at := range verb.FindAllStringIndex(r.seen, -1) {
		if lookNot.MatchString(r.low[at[0]:]) || inTitle.MatchString(r.low[:at[0]]) || whether.MatchString(r.low[:at[0]]) || lookedBy.MatchString(r.low[:at[0]]) && !inverted.MatchString(r.low[:at[0]]) {
			continue
		}
		switch as := r.assert(at[0], at[1]); {
		case as.Other, as.Historical && !as.Negated:
		case !as.Negated || except || as.Hedged && r.reversed():
			found |= claimsReview
		case as.Hedged && !evenThen.MatchString(r.low) || asSuch.MatchString(r.low) || privately.MatchString(r.low):
		default:
			found |= claimsNoReview
		}
	}
	return found
}

// evenThen matches a denial that holds whatever happens.
var evenThen = regexp.MustCompile(`\beven (?:when|where|if|after|on|upon|in)\b`)

// reversed tells whether the sentence denies a denial: "it is not true that we
// never look".
func (r *claimReader) reversed() bool { return strings.Contains(r.low, "true") }

// privately matches the private content that a body leaves alone.
var privately = regexp.MustCompile(`\b(?:private(?:ly)?|privacy|closed groups?|friend requests?|befriend\w*|password|false|fake|invented|identit\w+|restricted|direct messages|log(?:ging)? in|follow anyone|passwords?)\b`)

// goesOn tells whether a sentence goes on from the one before it.
func goesOn(low string) bool {
	return goesOnFrom.MatchString(low) || takesUpPost.MatchString(low)
}

// takesUpPost matches what takes up a post spoken of before: "An investigating
// officer may then look at that material".
var takesUpPost = regexp.MustCompile(`\b(?:thereupon|(?:may|will|would|can|might|does|is|are) then|(?:that|this|those|these|the same|such) (?:material|posts?|pages?|profiles?|accounts?|content|comments?|images?|items?))\b`)

var goesOnFrom = regexp.MustCompile(`^(?:(?:and|but|so|even then|then),? )?(?:no ?one|no-one|nobody|that|this|these|those|it|in (?:that|such|those|these|doing)|we|then|the (?:posts?|` + ourNouns + `|staff|case ?worker|investigat\w+|proctors?|team|officer|relevant|office|page|link|account|content)|they|he|she|staff|where (?:one|this|that|it)|when (?:this|that|it)|if (?:so|it|this|one)|only|an? (?:member of staff|officer|caseworker|investigator)|case ?workers|investigators?|screen ?shots?|what)\b`)

// groundNamed matches how criteria and purposes name what has to have happened:
// "there must be a complaint", "investigations when residents complain".
var groundNamed = regexp.MustCompile(`\b(?:there (?:has|have|must|needs?|should|is|are)\b|must\b|(?:has|have|needs?) to (?:be|have)|somebody has|someone has|is required|requires?|grounds?|criteri\w+|(?:reasonable|genuine) (?:belief|suspicion)|only (?:when|where|if|after|for)|when|where|if|following|after|in response to|(?:subject|part) of (?:a|an|the|any) (?:\w+ ){0,3}(?:complaint|case|investigation|allegation))`)

// reported matches the occasions that come from somebody else or from somebody's
// need. A belief of the body's own ("reasonable grounds to believe") is none.
var reported = regexp.MustCompile(`\b(?:complaints?|complain(?:s|ed|ant)?|complainer|allegations?|alleged|alleges|reported|(?:a|any|such|serious|welfare|safeguarding|written) (?:concern|report)s?|concerns? (?:\w+ ){0,2}(?:is|are|has|have|about|raised)|tip[- ]?offs?|at (?:serious )?risk|in danger|welfare|(?:conduct|disciplinary|misconduct) (?:case|investigation|matter)s?|brought to (?:our|the|its))\b`)

// reviewGrounds finds, in the answers that apply only to a body that monitors
// and ask how and why, what makes it look at somebody. A body that looks at
// everybody needs no ground.
func (c *coder) reviewGrounds() []sentence {
	monitors := c.monitorsOverall()
	if monitors == "" || monitors == no || monitors == yes && (len(c.claims.routine) > 0 || len(c.coversAll()) > 0) {
		return nil
	}
	var out []sentence
	c.each(func(a *answer) {
		if r := a.leaf.AppliesIf; r == nil || r.Variable != "monitors_students" || a.Disposition != answered || a.leaf.Document != "" || a.leaf.YesNo || !asksHow(a) {
			return
		}
		for _, s := range a.parts {
			if at := reported.FindStringIndex(strikeOffices(s.Low)); at != nil && groundNamed.MatchString(s.Low) && !assert(s.Low, at[0], at[1]).Negated && !c.superseded(s) {
				out = append(out, s)
			}
		}
	})
	return out
}

// asksHow tells whether a leaf asks for purposes or for the way of doing it,
// and not for figures, recipients or periods, which have tables of their own.
func asksHow(a *answer) bool {
	return len(a.leaf.Feeds) == 0 || slices.Contains(a.leaf.Feeds, "purposes")
}
