package code

import "regexp"

var (
	// mention matches what is said of the institution: mentions, tags, hashtags,
	// its name in somebody's post, the talk about its brand.
	mention = regexp.MustCompile(`\bmentions?\b(?: of)?|\b(?:is|are|was|were|be|been|being|gets?|has been|posts?|tweets?) mentioned\b|\bmentioned (?:by|on|in) (?:the )?(?:press|media|social|twitter|facebook|public|news|online|posts?)\b|\bmentioning\b|\bhash ?tags?\b|\btagg(?:ed|ing)\b|\btags? (?:us|the (?:` + ourNouns + `|institution)|(?:our|its) (?:\w+ )?(?:account|page|handle|name)s?)\b|\bsocial listening\b|\blistening\b|\b(?:conversations?|discussions?|comments?|posts?|tweets?|talk|chatter|content|feedback|messages?|anything|stories|coverage|remarks|references?|what (?:is|was|gets|people|others|students|they)(?: (?:is|are|being|been|have|has))? (?:sa(?:id|y|ying)|posted|written|write)|talk(?:ed|ing)?|said)\b[^.;,]{0,25} (?:about|concerning|regarding|naming|naming|referring to|relating to|directed at|of) (?:us|the (?:` + ourNouns + `|institution|school|brand)|our (?:brand|name|institution|` + ourNouns + `|campus)|its (?:name|brand)|the [a-z]+ brand|the university's|the name)\b|\b(?:our|its|the university's|the institution's|the college's) (?:own )?(?:domain |brand |full )?names?\b|\bnames? (?:of )?the (?:` + ourNouns + `|institution)\b|\b(?:that|which|who) (?:\w+ )?(?:names?|mentions?|tags?|refers? to|talks? about|speaks? of) (?:us\b|the (?:` + ourNouns + `|institution)|our|its)|\bby name\b|\b(?:` + ourNouns + `|institution|we|us)(?: or [\w' ]{3,30}?)? (?:is|are|was|were|has been|have been|being|gets?|get) (?:\w+ )?(?:named|mentioned|tagged|discussed|referred to)\b|\breferences? to (?:us\b|the (?:` + ourNouns + `|institution)|our|its)|\b(?:online |social media |the |our |student |public )?sentiment\b|\bbrand (?:name|monitoring|mentions?|tracking|reputation)\b|\bsearch terms\b|\bkeywords?\b`)
	// follow matches the following of it.
	follow = regexp.MustCompile(`\b(?:follow(?:s|ed|ing)?|keep(?:s|ing)? (?:a )?(?:close )?(?:an eye|eye|track|watch|tabs|abreast)|listen(?:s|ed|ing)?|track(?:s|ed|ing)?|monitor(?:s|ed|ing)?|watch(?:es|ed|ing)?|pick(?:s|ed|ing)? (?:up|out)|find(?:s|ing)?|found|alert(?:s|ed)?|notif(?:y|ies|ied)|gaug(?:e|es|ed|ing)|scan(?:s|ned|ning)?|search(?:es|ed|ing)?|collect(?:s|ed|ing)?|collat(?:e|es|ed|ing)|captur(?:e|es|ed|ing)|look(?:s|ed|ing)?|analys(?:e|es|ed|ing|is)|measur(?:e|es|ed|ing)|assess(?:es|ed|ing)?|see(?:s|ing)?|receiv(?:e|es|ed|ing)|sent|sends?|told|reads?|reading|display(?:s|ed)?|shows?|showing|report(?:s|ed|ing)?|review(?:s|ed|ing)?|check(?:s|ed|ing)?|includ(?:e|es|ed|ing)|gather(?:s|ed|ing)?|tak(?:e|es|en|ing)|asks? the|digest|flag(?:s|ged)?|observ(?:e|es|ed|ing)|notic(?:e|es|ed|ing)|gives?|giving|scor(?:es|ing)|interested in|awareness of|aware of|uses?|using|used)\b`)
	// spokenOfText matches "mention" said of a text, a question or a rule.
	spokenOfText = regexp.MustCompile(`\b(?:as|already|just|previously|not to|above|first|so) mention(?:ed|s|ing)?\b|\bmention(?:ed|s|ing)? (?:above|below|under|at|earlier|previously|before|here|there|q\d|question|social media|no|any|that you|facebook|twitter|only|surveillance|monitoring|prevent)\b|\b(?:person|student|complainant|he|she) mentions\b|\bmention(?:ed)? in (?:your|the|our|this|question|section)\b|\b(?:you|i|officers|policy|policies|code|notice|document|regulations?|staff|procedure|guidelines|guidance|statement) (?:\w+ ){0,2}mention(?:ed|s)?\b`)
	// toolHeld matches the having of a tool, whose denial is no denial of
	// listening by other means: "we have no tool for measuring sentiment".
	toolHeld = regexp.MustCompile(`\b(?:tools?|software|hardware|products?|module|systems?|package|technolog(?:y|ies)|platforms?|application|licen[cs]e|bought|buy|purchas\w+|subscri\w+|own|rent)\b`)
	// ownName matches the bare name, which is only a mention when it is looked for.
	institutionName = regexp.MustCompile(`names?\b|by name|keywords?|search terms`)
	nameSought      = regexp.MustCompile(`\b(?:contain\w*|mention\w*|search\w*|us(?:e|es|ing)|find\w*|look(?:s|ing)? for|track\w*|monitor\w*|follow\w*|appear\w*|alert\w*|includ\w*|bear\w*|for)\b`)
	onlySentiment   = regexp.MustCompile(`sentiment`)
	// audience matches attention to what comes in on a channel.
	audience = regexp.MustCompile(`\b(?:monitor(?:s|ed|ing)?|watch(?:es|ing)?|keep(?:s|ing)? (?:a |an )?(?:eye|watch|track)|check(?:s|ing)?|follow(?:s|ing)?|look(?:s|ing)? at|listen(?:s|ing)? to|read(?:s|ing)?|moderat(?:e|es|ing|ed))\b`)
)

// listening finds whether mentions of the institution are followed: its name,
// its tags, what is said on its pages. Sentiment alone is never denied: not to
// measure it is not to be deaf.
func (r *claimReader) listening() claimKind {
	if at := audience.FindStringIndex(r.low); at != nil && r.ownChannelNear(at) && r.assert(at[0], at[1]).affirmed() {
		return claimsListening
	}
	if spokenOfText.MatchString(r.low) || !follow.MatchString(r.low) {
		return 0
	}
	var found claimKind
	for _, at := range mention.FindAllStringIndex(r.low, -1) {
		found |= r.listensAs(at)
	}
	if found&claimsListening != 0 {
		return claimsListening
	}
	return found
}

func (r *claimReader) listensAs(at []int) claimKind {
	word := r.low[at[0]:at[1]]
	if partOfTool.MatchString(r.low[at[1]:]) {
		return 0
	}
	if institutionName.MatchString(word) && !namedBy.MatchString(word) && !nameSought.MatchString(r.low) {
		return 0
	}
	as := r.assert(at[0], at[1])
	switch {
	case as.Other, as.Historical:
		return 0
	case as.Negated && (onlySentiment.MatchString(word) || toolHeld.MatchString(r.low) || institutionName.MatchString(word) || as.Hedged || exceptWords.MatchString(r.low)):
		return 0
	case as.Negated:
		return claimsNoListening
	case as.Hypothetical && !as.permitted() && as.Trigger != "can" && !as.Conditional:
		return 0
	}
	return claimsListening
}

// namedBy matches a mention told of what mentions: "posts that name the College".
var namedBy = regexp.MustCompile(`^(?:that|which|who) `)

// partOfTool matches what makes listening or sentiment a part of a product.
var partOfTool = regexp.MustCompile(`^ (?:function\w*|module|bit|feature|part|option|component|add-?on|side|licen[cs]e|tools?|package|product|software)\b.*\b(?:not|never|no|n't)\b`)

// ownChannelNear tells whether the body's own channels stand near the words
// [at[0], at[1]), where people answer it: "we monitor our Twitter account".
func (r *claimReader) ownChannelNear(at []int) bool {
	own := ownChannel.FindStringIndex(r.low)
	return own != nil && own[0] < at[1]+60 && at[0] < own[1]+30 && !officeHours.MatchString(r.low)
}

// officeHours matches a notice on when a channel is staffed.
var officeHours = regexp.MustCompile(`\b(?:office|working|business) hours\b|\b24/7\b|\bposts? (?:on|to|from) (?:our|its)\b`)
