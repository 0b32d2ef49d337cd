package code

import (
	"regexp"
	"slices"
	"strings"
)

var (
	keepWord    = regexp.MustCompile(`(?i)\b(?:kept|keeps?|keeping|held|holds?|retain(?:s|ed|ing)?|retention|stored?|stores|storage|preserved|archived|(?:remains?|stays?|sits?|lives?|lies) (?:on|in|part|as|with|for|until|there)|saved|h(?:a|u)ngs? on to|(?:a|the) (?:shelf[- ]?|useful )?life(?:[- ]?span)? (?:of|is))\b`)
	deleteWord  = regexp.MustCompile(`(?i)\b(?:delet(?:e|es|ed|ing|ion)|destroy(?:s|ed|ing)?|destruction|remov(?:e|es|ed|al)|eras(?:e|es|ed|ure)|dispos(?:e|es|ed|al)|purg(?:e|es|ed)|wip(?:e|es|ed)|empt(?:y|ies|ied)|shred(?:s|ded)?|discard(?:s|ed)?|bin(?:s|ned)|bin (?:it|them|their|the|our|any)|(?:goes|go|put) (?:in(?:to)?|through) the (?:shredder|bin)|(?:thrown|throws?|chuck(?:s|ed)?) (?:away|out)|(?:got|gets?|getting) rid of|(?:goes|disappears?|vanish(?:es)?|lapses?|falls? away) (?:after|within|once|when)|(?:falls?|rolls?|ages?) (?:off|out)|(?:we|it|staff|they) clears?|expung(?:e|es|ed)|expires?|weeded|anonymised|overwrit(?:es?|ten)|cleared|drops (?:posts|mentions|items|results|tweets|them)|dropp?(?:s|ed)? (?:off|out)|(?:older|earlier|previous)\b[^.;]{0,40}\b(?:gone|lost|unavailable|no longer))\b`)
	notKeeping  = regexp.MustCompile(`(?i)\b(?:reviewed|reviews?|revisited|checked|respond\w*|reply|replies|answer(?:ed)?|acknowledg\w*|appeal\w*|complain to|apply to|write to|writ(?:e|ing)|hear from|deadline|lodged|contact(?:ed)?|provided? (?:to you )?)\s(?:\w+ ){0,8}?(?:after|within|every|in|by|for)\s(?:the )?$`)
	withinLimit = regexp.MustCompile(`(?i)\bwithin (?:a |the )?$`)
	countsBack  = regexp.MustCompile(`(?i)\b(?:(?:in|over|during|for|within|throughout) the (?:last|past|previous|preceding)|(?:last|past|previous)|every|each|(?:takes?|took|taking|spen[dt]|needs?|requires?)(?: some| about| up to)?|once (?:a|every|in)|aged?|under|per)\s$`)
	afterThat   = regexp.MustCompile(`(?i)^(?: ago\b| (?:course|degree|programme|contract|plan|strategy|trial|pilot|licence|deal|project|suspension|ban)s?\b| (?:or so )?(?:earlier|before|previously|old\b)| (?:mentioned|referred to|given|stated) (?:above|earlier)| of (?:work|experience|age)| (?:a|per) )`)
	figureTalk  = regexp.MustCompile(`(?i)\b(?:figures?|count|counts|counted (?:as|up|by)|statistics|numbers|how often|tally|register)\b`)
	// foreignMatter heads a rule on something that is no data from social media:
	// the correspondence itself, cameras, the mail system.
	foreignMatter  = regexp.MustCompile(`(?i)\b(?:FOI|freedom of information|information requests?|(?:requests|enquiries) (?:and|for information)|our responses|disclosure log|CCTV|body[- ]worn|door[- ]access|swipe|e-?mails?|messages? of e-?mail|this message|(?:cop(?:y|ies)|records?|correspondence|details) (?:of|about|on|concerning|from) (?:this|your|our) (?:request|letter|enquiry|e-?mail|reply|response)|this correspondence|(?:authorisations?|licen[cs]es?|consents?|subscriptions?|agreements?|contracts?|warrants?|permissions?) (?:\w+ )?(?:lapses?|expires?|ends?)|telephone calls|call recordings?|backups?|network logs?|wi-?fi|firewall|browsing|log-?in|web filter\w*|copyright|recipient|addressee|postal)\b`)
	ownMatter      = regexp.MustCompile(`(?i)\b(?:screen-?shots?|screen[- ]?grabs?|screen captures?|alerts?|digests?|e-?mails? from [A-Z]\w+|posts?|tweets?|mentions|feeds?|social (?:media|network\w*)|disciplin\w+|conduct|misconduct|prevent|complaints?|case files?|search results|monitoring)\b`)
	askToDelete    = regexp.MustCompile(`(?i)\b(?:asks?|asked|asking|requests?|requested|requesting|right (?:to|of)|entitled|appl(?:y|ies) for|object(?:s|ion)?|exercised?)\b.{0,120}\b(?:delet|eras|remov|destr)|\b(?:delet\w+|eras\w+|remov\w+)\b.{0,40}\brequests?\b`)
	imperativeTalk = regexp.MustCompile(`(?i)(?:^|[,;:] |\band )(?:do not|never) |\b(?:must not|should not|please|kindly|without leave|not permitted|prohibited|is forbidden)\b`)
)

// youAsked is what the requester asked, which nobody has asked to delete.
var youAsked = regexp.MustCompile(`(?i)\b(?:as |since |because )?you (?:have |had )?ask(?:ed)?\b[^,:;]*`)

// sameAsThat compares a rule with that of something else.
var sameAsThat = regexp.MustCompile(`(?i),? (?:(?:which|that) is )?(?:just )?(?:the same as|like|as with|as for|as (?:[\w-]+ ){1,3}(?:is|are|do|does))\b[^,;.]*`)

// foreign tells whether a sentence is on data that does not come from social
// media.
func foreign(sentence string) bool {
	own := sameAsThat.ReplaceAllString(sentence, "")
	return unrelatedTalk.MatchString(sentence) && !exemptTalk.MatchString(sentence) || foreignMatter.MatchString(own) && !ownMatter.MatchString(own)
}

var (
	// otherKeeper is somebody else as the subject of the verb, or as its agent.
	otherKeeper = regexp.MustCompile(`(?i)(?:^|[,;:] |\b(?:that|and|but|because|as|which|where|when|if) )(?:the |our |a |an |any |their |that |one )?(?:students?|authors?|posters?|users?|account holders?|owners?|stor(?:y|ies)|snaps|complainants?|applicants?|landlords?|people|social media compan(?:y|ies)|platforms?|sites?|networks?|` + platformNames + `)(?: (?:themselves|itself|himself|herself))?(?: (?:may|can|will|has|have|had|then|also|\w+ly))? $`)
	otherAgent  = regexp.MustCompile(`(?i)^[^,;.]{0,12}\bby (?:(?:the |its |their )students?(?:$|[.,;]| (?:themselves|who|after|within|for|in|concerned)\b)|(?:the |its |their |his |her )?(?:authors?|posters?|users?|account holders?|owners?|police|platforms?|sites?|networks?|` + platformNames + `)\b)`)
	// pastVerb stands before a verb that tells what happened once.
	pastVerb    = regexp.MustCompile(`(?i)\b(?:was|were|had|did|who)\b[^,;]*$`)
	presentVerb = regexp.MustCompile(`(?i)\b(?:is|are|will|would|must|should|shall|may|can|be|to be|has been|have been)\b|\b(?:it|that|this)'s\b|\bthey're\b`)
)

const platformNames = `(?:Facebook|Twitter|Instagram|YouTube|TikTok|Snapchat|WhatsApp|Reddit|LinkedIn)`

// ruling tells whether word stands in text as the verb of a rule: of the body's
// own doing, and not of what happened once.
func ruling(word *regexp.Regexp, text string) bool {
	return slices.ContainsFunc(word.FindAllStringIndex(text, -1), func(m []int) bool { return rules(text, m) })
}

// rules tells so of the word at m.
func rules(text string, m []int) bool {
	head, word, tail := text[:m[0]], text[m[0]:m[1]], text[m[1]:]
	switch {
	case keepIdiom.MatchString(tail), otherKeeper.MatchString(head), otherAgent.MatchString(tail), keptByRecipient(head), personHead.MatchString(head):
		return false
	case inPast(head):
		return strings.Contains(word, "life") // "items have a life of 60 days"
	case strings.EqualFold(word, "held"):
		return !gathering.MatchString(head)
	}
	return !runsOut.MatchString(word) || !expiringThing.MatchString(head)
}

var (
	// personHead ends on people as the subject of a passive, who are no records.
	personHead = regexp.MustCompile(`(?i)(?:^\W*|[,;:] |\b(?:and|but|that|where|when|if|who) )(?:(?:an?|the|each|every|any|all|such|this) )?(?:students?|applicants?|people|persons?|individuals?|candidates?|visitors?)(?: (?:is|are|was|were|be|will|may|can|must|then|\w+ly))+ $`)
	// runsOut is an end that rights and penalties come to as well as records.
	runsOut       = regexp.MustCompile(`(?i)^(?:expires?|lapses?)`)
	expiringThing = regexp.MustCompile(`(?i)\b(?:passwords?|links?|tokens?|visas?|certificates?|warnings?|cautions?|penalt(?:y|ies)|sanctions?|suspensions?|exclusions?|bans?|memberships?|subscriptions?|offers?|time)(?: (?:will|may|then|also|\w+ly))? $`)
)

// keptOnce tells whether the verb that takes the length behind head is no rule,
// whatever other verbs stand before: "we hold an award, which we have kept for".
func keptOnce(head string) bool {
	m := keepWord.FindAllStringIndex(head, -1)
	if m == nil {
		return false
	}
	last := m[len(m)-1]
	tail := head[last[1]:]
	return (takesLength.MatchString(tail) || keepIdiom.MatchString(tail) && !verbBorder.MatchString(tail)) && !rules(head, last)
}

var (
	// takesLength stands between a verb of keeping and its length.
	takesLength = regexp.MustCompile(`(?i)^(?: (?:it|them|this|that|on file|\w+ly))? (?:for|until|till)(?: (?:about|some|up to|at least|a (?:further |total )?period of))? $`)
	// gathering ends on the subject of "is held" in its other sense.
	gathering = regexp.MustCompile(`(?i)(?:^\W*|[,;:] |\b(?:and|but|where|when|if|that) )(?:(?:an?|the|each|every|any|all|such|this) )?(?:[\w-]+ ){0,2}?(?:hearings?|panels?|meetings?|interviews?|training|courses?|workshops?|events?|elections?|appeals?|exercises?)(?: (?:is|are|will|would|must|can|may|to|be|been|being|was|were|then|also|\w+ly))+ $`)
)

// spentOtherwise tells whether head, the words of a region ahead of a length, ends
// on a clause of its own that says neither keeping nor deleting, which then takes
// the length: "the source is tried out for [a week] and then kept", "the panel can
// suspend a student for [two years] and the record is held by the Registry". A
// clause on an event or a state ("once it has been closed for …") counts the time
// of a rule, and what is said of records may be a rule in other words ("captures
// are parked for …").
func spentOtherwise(head string) bool {
	from := 0
	for _, m := range verbBorder.FindAllStringIndex(head, -1) {
		from = m[1]
	}
	clause := head[from:]
	if ownVerb(clause) || plusEnd.MatchString(head) || stateFor.MatchString(head) || timeClause.MatchString(head) || accessWord.MatchString(clause) || periodIs.MatchString(head+"1") {
		return false
	}
	direct := verbFor.FindStringSubmatch(clause)
	spent := hasVerb(clause) || direct != nil && (isParticiple(strings.ToLower(direct[1])) || lastingVerb.MatchString(direct[1]))
	records := thingWord.MatchString(clause) || subjectPointer.MatchString(clause)
	return spent && (!records || otherFate.MatchString(clause))
}

var (
	// verbFor is the verb right before "for" and a length, with its particle.
	verbFor = regexp.MustCompile(`(?i)\b([a-z]+)(?: (?:out|up|on|off|over|through|live|\w+ly))?,? (?:for|over|during)(?: (?:about|some|up to|at least|a (?:further |trial )?period of|the first|an initial|a total of))? $`)
	// verbBorder parts clauses of which each can have a verb of its own.
	verbBorder     = regexp.MustCompile(`(?i)[,;:] (?:which |who |and |but )?|\b(?:and|but|which|who) `)
	subjectPointer = regexp.MustCompile(`(?i)\b(?:it|they|this|these|those|both|the (?:latter|former|rest|others))\b`)
	// timeClause opens a clause that says when a time begins or ends.
	timeClause = regexp.MustCompile(`(?i)\b(?:once|when|whenever|after|until|till|as soon as|as long as|where|unless|if|following|while)\b`)
	// lastingVerb are verbs of lasting in forms that no list of grammar has.
	lastingVerb = regexp.MustCompile(`^(?i:ran|lasted|went|worked|served|sat)$`)
)

// keepIdiom makes another verb of "keep".
var keepIdiom = regexp.MustCompile(`(?i)^ (?:an? (?:close |watchful )?(?:eye|watch|look-?out)|watch|track|tabs|pace|to (?:this|that|these|its|their|the (?:same|following|above))|open|in (?:touch|mind)|going|under review|up to date|for you|under (?:observation|surveillance|scrutiny|watch)|force|place|effect|post|office|touch|contact|use|operation|residence|halls)\b`)

func inPast(head string) bool {
	if perfect.MatchString(head) {
		return true
	}
	m := pastVerb.FindStringIndex(head)
	return m != nil && !presentVerb.MatchString(head[m[0]:])
}

// perfect is what has been done up to now: "has held this award for".
var perfect = regexp.MustCompile(`(?i)\b(?:has|have)(?: (?:always|also|now|long))? $`)

// keptByRecipient tells whether head ends on the name of a body outside: "The
// police keep …".
func keptByRecipient(head string) bool {
	for _, r := range anyRecipient.find(head) {
		if r.Code != "disciplinary_board" && strings.TrimSpace(head[r.End:]) == "" && subjectHead.MatchString(head[:r.Start]) {
			return true
		}
	}
	return false
}

// subjectHead is what can stand before the subject of a clause.
var subjectHead = regexp.MustCompile(`(?i)(?:^\W*|[,;:] |\b(?:and|but|that|as|what) )(?:the |our |a |any )?$`)

var (
	// recordNoun is what a rule can be about, by words that name no kind.
	recordNoun = regexp.MustCompile(`(?i)\b(?:data|material|copies|copy|papers|images?|information|content|records?|files?|notes?|folders?|documents?|entries|evidence|(?:every|any)thing|stuff|what|whatever)\b`)
	// fate is what happens to a thing by rule, by whatever verb; otherFate is
	// what happens to cases and letters.
	fate = regexp.MustCompile(`(?i)\b(?:(?:is|are|be|being|gets?|been)(?: (?:then|also|all|only|not|\w+ly))? (?:\w+(?:ed|en|rnt|pt)|gone|lost|got rid of)|go(?:es)?|lives?|lasts?|lapses?|survives?|sits?|falls? away|disappears?|vanish(?:es)?|ends?|ceases?)\b`)
	// sanctionLasts says how long a penalty holds, whose record may stay longer.
	sanctionLasts = regexp.MustCompile(`(?i)\b(?:penalt(?:y|ies)|sanctions?|warnings?|cautions?|suspensions?|exclusions?|bans?|restrictions?)(?: (?:can|may|will|must|would|\w+ly))* (?:lasts?|runs?|ends?|lapses?|ceases?|(?:is|are) (?:imposed|in force))\b`)
	otherFate     = regexp.MustCompile(`(?i)\b(?:is|are|be|being|been|gets?)(?: \w+ly)? (?:reviewed|checked|answered|closed|concluded|opened|decided|heard|told|sent|informed|updated|interviewed|refreshed|uploaded|asked|notified|contacted|suspended|expelled|excluded|admitted|approved|renewed|required|allowed|trained|published|reported|passed|shared|given|issued|expected|supposed|monitored|searched|viewed|looked|dealt|allowed|encouraged|dismissed)\b`)
	ageHead       = regexp.MustCompile(`(?i)\b(?:for|until|till|after|lasts?|lives?)(?: (?:about|some|up to|at least|a (?:further|period of)))? $`)
	ageTail       = regexp.MustCompile(`(?i)^ (?:after|from|since|following|later|thereafter|of (?:being|capture|collection|receipt)|counted)\b`)
)

// meetsFate tells whether a region says what happens to records at an age, in
// words that no list of verbs has: "screengrabs are zapped 45 days after …".
func meetsFate(region string, start, end int) bool {
	head := region[:start]
	aged := ageHead.MatchString(head) || ageTail.MatchString(region[end:])
	return aged && ruling(fate, head) && !otherFate.MatchString(head) && !sanctionLasts.MatchString(head) && (recordNoun.MatchString(head) || kindIn(head) != "" || plainPointer.MatchString(head))
}
