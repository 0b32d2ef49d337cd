package code

import (
	"regexp"
	"strings"
)

// watched are the persons who may be told that they are looked at.
const watched = `(?:students?|groups?|societies|society|members|organisers|those (?:concerned|affected)|people|persons?|individuals?|subjects?)(?: concerned| affected| in question)?`

var (
	overtly   = regexp.MustCompile(`\b(?:overt(?:ly)?|openly|in the open|transparent(?:ly)?|with or without|(?:with|having) (?:their|the students?'?s?) knowledge|above board)\b`)
	covertly  = regexp.MustCompile(`\b(?:covert(?:ly)?|secret(?:ly)?|clandestine(?:ly)?|undercover|surreptitious(?:ly)?|on the quiet|in secret|with or without|behind (?:their|(?:a |the )?students?'?s?|anyone's|anybody's|people's) backs?|without (?:it|(?:their|the|its|his|her|a) ?(?:students?'?s?|person's|subject's)? ?knowledge|(?:the )?(?:students?|persons?) (?:knowing|being (?:told|aware))|them knowing))\b|\b(?:not|isn't) (?:being )?told (?:at the time|until|beforehand)|\bunaware of it\b`)
	bothDone  = regexp.MustCompile(`^(?:[^.?]{0,40}\? ?- )?(?:yes,? )?both\b|\bboth (?:overt|are|kinds|forms|open)\b|\bovert(?:ly)? and covert(?:ly)?\b`)
	doNeither = regexp.MustCompile(`\b(?:does|do|did|has|have|carries out|carry out|conducts?|undertakes?|gathers|engages? in|practises|done|performs?) neither\b|^neither\b|\bneither (?:the one|is|are|form|kind|sort|overt|type|activity|takes|of (?:these|the two|them))\b|\bnot (?:do|undertake|carry out|conduct|engage in) either\b`)
	// mannerTalk matches talk about the words rather than the thing.
	mannerTalk = regexp.MustCompile(`["“](?:c?overt)|\b(?:definition|meaning|term|word|defined?|sense) (?:of )?["“]?(?:c?overt|surveillance)|\b(?:about|concerning|regarding|matter of|subject of|questions? (?:of|on)) (?:any |the |such )?["“]?c?overt|\b(?:would|does|whether) (?:this|it|that) (?:count|be|amounts?|is) (?:\w+ )?c?overt`)
	// noticeGiven matches students who are told beforehand, which makes what is
	// done overt: "students are informed of this at induction".
	noticeGiven = regexp.MustCompile(`\b(?:` + watched + `) (?:\w+ )?(?:is|are|were|have been|get) (?:\w+ )?(?:told|informed|notified|made aware|advised|warned)(?: (?:of|about) (?:this|it)\b| so\b| (?:when|if|whenever) (?:it|this|that) (?:happens|is done|occurs)\b|\b[^.;]{0,80}\b(?:registration|register|letter|session|term|register|enrol(?:l?ment)?|induction|in advance|beforehand|terms and conditions|admission|welcome|handbook|privacy notice|website|portal|charter|code|policy)\b)`)
	// noSecret says that what is done is done in the open.
	noSecret = regexp.MustCompile(`\b(?:makes?|made|making) no secret\b`)
	// eitherWay matches a manner named for both: "in the open or otherwise".
	eitherWay = regexp.MustCompile(`\b(?:overt(?:ly)?|openly|open|covert(?:ly)?|secret(?:ly)?|transparently)\b,? or (?:otherwise|not\b|any other)`)
	// eitherMeans matches a denial of both kinds that names neither: "is not
	// sought by either of the means you mention".
	eitherMeans = regexp.MustCompile(`\beither of (?:the|these|those|your) (?:two )?(?:\w+ )?(?:means|methods|ways|kinds|forms|manners|sorts)\b|\b(?:by|in) either (?:means|way|method|manner|form)\b`)
	// notTold matches students who are kept in the dark, which makes what is done
	// covert.
	notTold   = regexp.MustCompile(`\b(?:` + watched + `) (?:\w+ )?(?:is|are|were|was) (?:not|never) (?:\w+ )?(?:told|informed|notified|made aware|advised|warned) (?:at the time|of (?:it|this)|until|beforehand|in advance|when|that)`)
	aboutThis = regexp.MustCompile(`\b(?:that|when|if|whenever) (?:this|it) (?:(?:may|might|can|does|will) )?(?:be done|happens?|is done|occurs?)\b|\b(?:told|informed|notified) so\b|\b(?:which|what) (?:posts?|pages?|accounts?) (?:has|have|was|were|is|are)\b|\b(?:of|about) (?:this|it|that|the practice)\b|\b(?:may|might|can|could|will|are|is) be (?:\w+ )?(?:looked|monitored|viewed|consulted|read|checked|seen|examined|reviewed)|\bare (?:looked|monitored|viewed|checked)`)
	// oneProgramme matches a purpose that a denial is limited to.
	oneProgramme = regexp.MustCompile(`\b(?:for|under|in connection with|as part of|in relation to) (?:the )?(?:purposes? of )?(?:the )?(?:prevent|recruitment|admissions?|marketing)\b`)
)

// mannerTopic matches what a sentence is about, put in front of it, and
// mannerTopicDenied the denial behind it: "As to covert work, the University does none".
var (
	mannerTopic       = regexp.MustCompile(`^(?:as (?:for|to|regards|far as|concerns)|in so far as|insofar as|so far as|regarding|concerning|in (?:respect|relation|regard|terms) (?:of|to)|with (?:regard|respect) to|turning to|on)\b[^,]*,|^\W*[^,:]{3,30}(?::| -)`)
	mannerTopicDenied = regexp.MustCompile(mannerTopic.String() + ` (?:the (?:` + ourNouns + `|institution) |we |there (?:is|are) |it |this |that )?(?:\w+ )?(?:no\b|not\b|none\b|never\b|nothing\b|nil\b|neither\b|(?:do|does|is|are|has|have)(?: not|n't)\b)`)
)

// frontedNo is a manner put first and denied behind its comma: "Behind people's
// backs, no, never."
var frontedNo = regexp.MustCompile(`^[^,.;:]{3,60}, (?:no|never)\b(?:[,.;]|$)`)

// manner finds what is said of overt and of covert monitoring. A denial for
// one programme only denies neither.
func (r *claimReader) manner() claimKind {
	if mannerTalk.MatchString(r.low) && !mannerTopicDenied.MatchString(r.low) && !mannerNamed.MatchString(r.low) {
		return 0
	}
	if noSecret.MatchString(r.low) {
		return claimsOvert
	}
	if at := noticeGiven.FindStringIndex(r.low); at != nil && !r.assert(at[0], at[1]).Negated && aboutThis.MatchString(r.low) && !covertly.MatchString(r.low) {
		return claimsOvert
	}
	if at := eitherMeans.FindStringIndex(r.low); at != nil && (r.assert(at[0], at[1]).Negated || deniedWords.MatchString(r.low[:at[0]])) {
		return claimsNotOvert | claimsNotCovert
	}
	if at := notTold.FindStringIndex(r.low); at != nil && strings.Contains(r.low, "covert") && !r.assert(at[0], at[1]).Other {
		return claimsCovert
	}
	found := r.mannerAs(overtly, claimsOvert, claimsNotOvert) | r.mannerAs(covertly, claimsCovert, claimsNotCovert)
	if found&(claimsNotOvert|claimsNotCovert) != 0 && eitherWay.MatchString(r.low) {
		found |= claimsNotOvert | claimsNotCovert
	}
	return found
}

// noneDoes matches a denial by the subject of a sentence, which holds for all its
// verbs: "None uses assumed identities or otherwise acts covertly."
var noneDoes = regexp.MustCompile(`^(?:none|nobody|no ?one|no-one|neither)(?: of (?:them|these|those|us|the [a-z]+))? [a-z]+s\b`)

// holdsToo matches what extends a denial to both kinds: "and that applies to the
// open and to the hidden sort alike".
var holdsToo = regexp.MustCompile(`\b(?:and|which) (?:that |this |the same )?(?:applies|goes|holds|is (?:true|so)|is the case)\b`)

// mannerNamed leads to the word that the body finds for its practice, however
// politely: "I would call that overt", "which makes it overt in your terms".
// cannotName denies that the word fits, and answeredYes is a word with its answer.
var (
	mannerNamed  = regexp.MustCompile(`\b(?:call|calls|called|describe[sd]?|regard(?:s|ed)?|class(?:es|ed)?|classif(?:y|ies|ied)|count(?:s|ed)?|treat(?:s|ed)?|consider(?:s|ed)?|think|say|makes|made|put)\b (?:(?:it|this|that|them|these|all|of|is|as|to|be|the|practice|such|work|looking|done|being) )*(?:under )?["'“]?c?(?:overt|openly|open\b)|\b(?:would|must|has to|have to) (?:\w+ )?(?:be|count as|come under|fall under|amount to) ["'“]?(?:the )?c?overt`)
	onTheirTerms = regexp.MustCompile(`\b(?:on|in|by|under|using) (?:your|the|that|our) (?:own )?(?:\w+ )?(?:terms?|definitions?|language|wording|words?|sense|meaning|two words)\b|\byour (?:two |own )?(?:words?|terms?|definition)\b|\bso (?:it|this|that|we|i)\b`)
	cannotName   = regexp.MustCompile(`(?:\b(?:not|never|hardly|cannot)|n't)\b[^.;,]{0,30}\b(?:call|describe|regard|class|count|treat|consider)\b`)
	answeredYes  = regexp.MustCompile(`^["']?(?:ly)?["']? ?(?::|-|,|=) ?yes\b`)
)

// named reads the word for a manner at a place where the body chooses it for its
// practice; ok is false where it does not.
func (r *claimReader) named(at []int, yes, no claimKind) (k claimKind, ok bool) {
	m := mannerNamed.FindStringIndex(r.low)
	switch {
	case answeredYes.MatchString(r.low[at[1]:]):
		return yes, true
	case m == nil || m[1] < at[0] || m[0] > at[0] || strings.Contains(r.low[m[0]:m[1]], "would be") && !onTheirTerms.MatchString(r.low) || strings.HasPrefix(r.low, "if "):
		return 0, false
	case cannotName.MatchString(r.low[:at[0]]):
		return no, true
	}
	return yes, !deniedWords.MatchString(r.low[max(0, m[0]-12):at[0]])
}

func (r *claimReader) mannerAs(words *regexp.Regexp, yes, no claimKind) claimKind {
	at := words.FindStringIndex(r.low)
	if at == nil {
		return 0
	}
	if mannerTopicDenied.MatchString(r.low) && mannerTopic.FindStringIndex(r.low)[1] >= at[1] {
		return no
	}
	if k, ok := r.named(at, yes, no); ok {
		return k
	}
	if m := frontedNo.FindStringIndex(r.low); m != nil && at[1] <= m[1] {
		return no
	}
	switch as := r.assert(at[0], at[1]); {
	case noneDoes.MatchString(r.low) || holdsToo.MatchString(r.low) && deniedWords.MatchString(r.low[:at[0]]):
		return no
	case as.Other, as.Historical && !as.Negated:
	case as.Negated && as.Hedged && !strings.Contains(r.low, "neither"):
	case as.Negated || doNeither.MatchString(r.low):
		if !oneProgramme.MatchString(r.low) {
			return no
		}
	case !as.Hypothetical:
		return yes
	}
	return 0
}
