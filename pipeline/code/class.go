package code

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// class is what one sentence of an answer does.
type class int

const (
	neutral   class = iota // courtesy, "we hold this information"
	substance              // says something on what was asked
	deniesAll              // neither confirms nor denies
	refusal                // withholds
	absent                 // says that the information is not held
	pointer                // points to a document, a link or another answer
	inapt                  // says that the question does not apply
	reason                 // why it is not held, not applicable or withheld
)

// The shapes of the classes, over lower-case reading form.
var (
	ncndShape = regexp.MustCompile(`\bneither (?:to )?confirms? (?:n?or|and) (?:to )?den(?:y|ies)\b|\bneither confirmed n?or denied\b|\b(?:duty|obligation|requirement) to confirm (?:or|and) deny\b[^.;]{0,40}\b(?:excluded|disapplied|not (?:arise|apply|engaged)|removed)\b|\b(?:not|cannot|unable|declin\w+|refus\w+) (?:to )?(?:reveal|say|disclose|state|confirm) whether (?:or not )?(?:\w+ ){1,4}(?:exists?\b|(?:is|are) held|holds? (?:it|this|the|any|such|information))|\b(?:not|cannot|unable|declin\w+|refus\w+|exempt\w*|no (?:duty|obligation)|neither)\b[^.;]{0,60}\bconfirm (?:or|nor) (?:to )?deny\b|\bwithout confirming or denying\b|\bncnd\b`)

	refusalShape = regexp.MustCompile(`\b(?:is|are|was|were|has been|have been|being|be|been|must be|and|but|therefore|it|information|which|we|` + ourNouns + `) (?:being |therefore |also |also being |fully |hereby |been )*(?:withh(?:eld|olding)|redacted)\b|^withh(?:eld|olding)\b|\bwe (?:are |have |must |will |would |therefore )*withh(?:old|eld)|\b(?:we|i|` + ourNouns + `) (?:are|am|is|have|has|must|therefore|hereby|do|does)?\s?(?:therefore |hereby |\w+ly )?(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing))\b|\b(?:is|are|was) (?:therefore |hereby |also )*(?:refused|exempt(?:ed)?(?: from)?)\b|^(?:refused|exempt)\b|\bexempt (?:from disclosure |information )?(?:under|by virtue|pursuant|in terms)|\bengages? (?:the exemption|section)|\b(?:not|unable|cannot|never) (?:be |to |able to |in a position to |prepared to |willing to |going to |obliged to )*(?:disclos|releas|suppl|provid|giv|comply)\w*\b.*\b(?:section|s\.? ?[0-9]|exempt\w*|regulation [0-9]|appropriate limit|prejudice|commercially sensitive)|\bappl(?:y|ies|ied|ying) (?:the )?(?:exemption|section [0-9])|\b(?:exceeds?|over) the (?:appropriate|cost|statutory) limit|\bappropriate limit\b.*\bexceed|\b(?:we|i|it|` + ourNouns + `|office|team|department|they) (?:do|does|would|will|am|are|is|can)(?: not|n't|not)? ?(?:want|wish|rather not|prepared|willing|able|inclined|propose)? ?(?:to )?(?:put|publish|shar|releas|disclos|mak|hand|giv|part)\w* (?:\w+ ){0,3}(?:in(?:to)? the public domain|public\b|with the public|outside the (?:` + ourNouns + `)|to the (?:public|world))`)
	notRefusal   = regexp.MustCompile(`\b(?:nothing|no information|none|not(?: been)?) (?:is|are|has been|was|being )?\s?(?:withheld|redacted|refused|exempt)\b|\bno (?:exemption|longer)\b[^.]*\b(?:appl|withh|rel)`)

	absentShape = regexp.MustCompile(`(?:\bnot|n't) (?:been )?(?:currently |presently |centrally )?held\b|\bnot hold\b|\bdo(?:es)?n't hold\b|(?:\bnot|n't) (?:the (?:kind|sort|type) of )?information (?:that |which )?(?:is |we |the (?:` + ourNouns + `) )?hold?|\bholds? (?:no|none|nothing)\b|\b(?:no|nor|nothing|none|neither|(?:not|n't) (?:\w+ ){0,4}any)\b[^.;]{0,60}\b(?:is|are|was|were|being|been)? ?held\b|^no (?:recorded |relevant |such )?(?:information|data|records?)(?: held)?[.]?$|\bnot in (?:our|the university's) possession\b|\bno (?:recorded )?information (?:within|falling within|in) (?:the )?scope\b|^(?:nothing|none) held|\b(?:has|have|keeps?|holds?|possess(?:es)?|there (?:is|are)|there exists?) no (?:such |recorded |relevant |written |further |other )*(?:information|figures|statistics|tall(?:y|ies)\b|counts?[.;]|data(?: (?:on|about|for|of|to|held|available|in|whatsoever)\b|[.;]|$))\b?|\b(?:information|records?|data|figures|documents?|material) (?:\w+ ){0,4}(?:is|are) (?:not|nowhere|neither) (?:\w+ )?(?:held|possessed|in (?:our|its|the university's) possession|to hand|on file|in existence)\b|\b(?:does|do)(?: not|n't) (?:have|possess|keep|maintain|retain) (?:any |such |this |that |the |recorded |relevant |requested |these )*(?:information|records?|data|figures|statistics)\b|\bno (?:\w+ )?(?:information|records?|figures) (?:\w+ ){0,6}(?:exists?|to be found|(?:could|can) be (?:found|located)|has been (?:found|located))\b|\bno recorded information\b|\bnot (?:something|information|data|a matter|a record) (?:that |which |(?:of|on|about) which )?(?:we|the (?:` + ourNouns + `)|it) (?:hold|record|keep|have)s?\b`)
	holdsShape  = regexp.MustCompile(`\b(?:holds?|held)\b[^.;]{0,40}\b(?:information|some|relevant|data|material|of the description)|\binformation (?:is|of the \w+) (?:\w+ )?held\b|\bconfirms? that (?:it|we|the (?:` + ourNouns + `)) (?:do(?:es)? )?holds?\b`)

	inaptShape = regexp.MustCompile(`\ball (?:of (?:them|these|which) )?(?:are )?(?:n/?a|not applicable)\b|^(?:"|'|\()?(?:n/?a|n\.a\.?|not[- ]applicable|non[- ]applicable|not relevant)\b|\b(?:is|are|was|were|be|and|so|hence|thus|therefore|this|these|questions?) (?:\w+ )?(?:not[- ]applicable|n/a|inapplicable)\b|\b(?:does|do|did)(?: not|n't)(?: therefore| then)? (?:apply|arise)\b|\bno longer (?:applies|arises)\b|\bnot (?:therefore )?fall to be\b|\bno (?:answer|response) is (?:needed|required|called for)\b|\b(?:need|requires?|calls? for) no (?:answer|response)\b|\bfalls? away\b|\bquestions? (?:\w+ly )?falls?(?:[.,;]|$)|\b(?:have|has|is of) no (?:application|relevance|bearing)\b|\bcannot (?:therefore )?(?:arise|apply)\b|\bneed not be answered\b|\bnot (?:therefore )?(?:relevant|pertinent)\b(?: to| here| in|[.,;]|$)|\binapplicable\b|\b(?:is|are) (?:therefore )?(?:superfluous|redundant|otiose|moot|academic)\b|\bnothing to (?:which|answer)\b|^(?:as|since|because|given that)\b[^.;]*\bnothing (?:here )?to (?:say|add|report|tell you|set out)\b|\bnot applicable\b`)

	refersShape  = regexp.MustCompile(`^(?:the )?(?:` + ourNouns + `|applicant|requester) (?:refers|would refer|is referred) (?:you )?(?:back )?to (?:the )?(?:paragraphs?|answers?|response|questions?|q)\b|^as (?:at |under |in |for |per )?\((?:[a-h]|[ivx]+)\)|^as (?:\w+ ){0,2}\w+(?:ed|en|n) (?:above|below|earlier|already|before|previously|there|at|in|under)\b|\bto which (?:please (?:refer|see)|you are referred|(?:i|we) (?:would )?refer|reference is made)\b|^(?:please |kindly |for this,? |again,? |also |as )*(?:see\b|consult\b|turn to\b|per (?:q|the|my|our|\(?[0-9a-h])|(?:i|we|you are) (?:would )?(?:direct|point|signpost|referred)|likewise\b|ibid|refer (?:to|back)|(?:i|we) (?:would )?refer (?:you )?to|as (?:q(?:uestion)?\.? ?[0-9]|\(?[a-h]\)|[0-9]|above|before|stated|set out|(?:per|under|at|for|in|to) (?:q(?:uestion)?s?\b|\(?[0-9a-h]\b|the (?:previous|preceding|above|answer|last)|my|our|above|answer|\w+[.]?$)|given|noted|described|answered|explained|already|previously|outlined|detailed|indicated|mentioned|discussed|advised)\b|same (?:answer|response|reply|as (?:above|before|for|at|in|under|to|q|\(?(?:[0-9a-h]|[ivx]{1,4})\b|the (?:answer|response|previous|above)))|covered (?:in|by|under|above)|(?:this is |it is |already )*(?:answered|addressed|dealt with|covered|set out|explained|described|contained|given|stated|included) (?:above|already|in|under|by|at|elsewhere|below)|ditto\b|idem\b|above\b|cf\.|(?:the )?(?:answer|response)s? (?:to|given|at|under|in)\b|link\b|follow\w* (?:this )?link|https?:|www\.)|\bsame (?:document|answer|response)\b[^.]{0,40}\b(?:as|to|above|at|in|under)\b|\bsame as (?:for |in |at |under |to |that (?:for|to) |the (?:answer|response) (?:for|to) )?(?:q(?:uestion)?s?\b|q?[0-9]{1,2}\b(?: ?\(?[a-h]\b)?|\(?(?:[a-h]|[ivx]+)\)|above\b)|\b(?:question|it|this) (?:is|has been|was) (?:already )?(?:answered|addressed|covered|dealt with)\b`)
	link         = regexp.MustCompile(`https?://|\bwww\.|\[url\]|(?:^|[\s(])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:ac\.uk|org\.uk|co\.uk|gov\.uk|edu|org|com)/[a-z0-9]`)
	publishShape = regexp.MustCompile(`\blinks? (?:is |are )?(?:below|above|given|provided|attached|here)|\b(?:is|are|to be|being) (?:contained|set out|described|found|given|included|explained|covered|dealt with) (?:in|on|at|by) (?:the|our|its)\b|\b(?:can|may) be (?:found|viewed|read|accessed|seen|downloaded|consulted|obtained)|\b(?:is|are|being)(?: both| all| also)? (?:already |publicly |freely )?(?:published|available|accessible|online|on (?:the|our)|at|here|reasonably accessible|to be found)\b|\b(?:published|appears?) (?:at|on|in) (?:the |our |its )?(?:\w+ ){0,2}(?:web\w*|site|pages?|intranet|internet)\b|\bpublished (?:at|on|in)\b|\bavailable (?:at|on|from|online|here|via|in)\b`)
	handedOver   = regexp.MustCompile(`\b(?:attach(?:ed|ment)?|enclos(?:e|es|ed|ure)|appended|annex(?:ed)?|appendix|provided (?:with|in|as|herewith|below)|supplied|copied below|reproduced|pasted|document \d|copy (?:is|of))\b`)

	neutralShape = regexp.MustCompile(`^(?:(?:we|i|it|(?:the |this )?(?:` + ourNouns + `|office|team)) (?:have|has) (?:now |also |all )?(?:checked|searched|looked|asked|consulted|made|enquired|been through)\b[^.]*[.:]?$|(?:complaint |decision |refusal |original decision )?(?:not |partly |partially |part )?(?:upheld|overturned|reversed|varied|allowed|dismissed)(?: in (?:part|full))?[.;:]?$|(?:the|our|my) (?:first|original|earlier|initial|previous) (?:answer|response|reply|decision)\b|(?:this|the) question (?:is|was|relates|concerns|asks|presupposes|assumes|supposes)|thank you|thanks|please (?:note|find|be advised|accept|do|contact|let)|for ease|i hope|we hope|i trust|apologies|(?:our|your) (?:ref|request)|dear|the (?:university'?s )?(?:response|answer|reply) (?:is|to)|answers?:?$|responses?:?$|response \d|reply:?$|yours|regards)`)
	reasonShape  = regexp.MustCompile(`\b(?:because|since (?:the|we|no|this)|therefore|thus|accordingly|as such|for (?:this|that|these|the same) reasons?|(?:is|are|was|were|has been|have been|does|do|did)(?: not|n't) (?:\w+ )?(?:record|recorded|log|logged|collect|collected|count|counted|kept|maintained|required|made|asked|monitor|categori[sz]ed?|separately)|no (?:central |separate |specific )*(?:record|log|register|count|requirement|need|statistics|such (?:activity|record|monitoring))|would (?:have to|need|require|be|identify|reveal|allow|tell|undermine|prejudice|likely)|likely to|public interest|prejudice|personal data|data protection principles?|commercial interests|absolute exemption|qualified exemption|balance of|we (?:consider|believe|think|accept|recognise|have considered|are satisfied)|it is (?:considered|our view)|reason)\b`)
	reasonHead   = regexp.MustCompile(`^(?:as|because|since|this is (?:because|due|as)|the reason|there (?:is|are) no (?:such|requirement|obligation|record|central)|no such (?:activity|monitoring|software))\b`)
)

// classify says what each sentence of an answer does. A whole sentence has one
// class, by the strongest thing it does.
func (c *coder) classify(a *answer) {
	a.classes = make([]class, len(a.parts))
	for i, s := range a.parts {
		a.classes[i] = c.classOf(a.leaf, s)
	}
	c.dropOthersRefusals(a)
	dropMentions(a)
	dropCells(a)
	opened := neutral
	for i, k := range a.classes {
		switch k {
		case absent, inapt, refusal, deniesAll:
			opened = k
		case substance:
			if opened != neutral && c.explains(a, i, opened) {
				a.classes[i] = reason
			} else {
				opened = neutral
			}
		}
	}
}

// saysBefore tells whether a sentence says no to a yes/no item of its own before
// it draws from that what does not apply: "No, so there is nothing to say
// under d."
func saysBefore(q *schema.Question, low string) bool {
	return q.YesNo && drawn.MatchString(low) && (plainNo(low) || notDone.MatchString(drawn.Split(low, 2)[0]))
}

// drawn is where a consequence begins.
var drawn = regexp.MustCompile(`[,;.]? (?:and (?:so|therefore|thus|hence|accordingly|consequently)|so|therefore|thus|hence|accordingly|consequently|which means)\b`)

// dropOthersRefusals leaves out, of an answer that several questions share under
// a heading, what is withheld of another matter than this one: "So far as
// warrants are concerned, the University neither confirms nor denies …".
func (c *coder) dropOthersRefusals(a *answer) {
	if a.aligned == nil || a.aligned.Method != thread.ByGroup && a.aligned.Method != thread.ByContent || !slices.Contains(a.classes, substance) {
		return
	}
	for i, k := range a.classes {
		if k != refusal && k != deniesAll {
			continue
		}
		low := a.parts[i].Low
		m := mannerTopic.FindString(low)
		if m == "" || wholeTopic.MatchString(m) || schema.Matches(a.leaf.Cues, m) {
			continue
		}
		if slices.ContainsFunc(c.cb.Leaves(), func(q *schema.Question) bool { return q != a.leaf && schema.Matches(q.Cues, m) }) {
			a.classes[i] = neutral
		}
	}
}

// dropMentions leaves out, of what a letter in prose says of a document, the
// sentences that only mention it, where others say what becomes of it.
func dropMentions(a *answer) {
	if a.aligned == nil || a.aligned.Method != thread.ByContent || a.leaf.Document == "" || a.leaf.YesNo {
		return
	}
	if !slices.ContainsFunc(a.classes, func(k class) bool { return k == pointer || k == refusal || k == absent || k == deniesAll }) {
		return
	}
	for i, k := range a.classes {
		low := a.parts[i].Low
		if k == substance && !provided.MatchString(low) && !noDocument.MatchString(low) && !handedOver.MatchString(low) && !link.MatchString(low) {
			a.classes[i] = neutral
		}
	}
}

// concedes matches a sentence that answers although the question does not
// arise.
var concedes = regexp.MustCompile(`\b(?:although|though|while|whilst|but|however|nevertheless|nonetheless)\b`)

// explains tells whether a sentence behind "not held", "not applicable" or a
// refusal merely says why. One that answers the question in its own words does
// not.
func (c *coder) explains(a *answer, i int, opened class) bool {
	low := a.parts[i].Low
	if grants.MatchString(low) || opened == absent && countsItem(a.leaf, low) {
		return false
	}
	if opened == refusal || opened == deniesAll {
		return true
	}
	if opened == inapt && deniesWarrant(a.leaf, low) {
		return false
	}
	if reasonShape.MatchString(low) || reasonHead.MatchString(low) {
		return true
	}
	if a.leaf.Document != "" && !a.leaf.YesNo {
		return !settlesDocument(low)
	}
	if opened == inapt {
		return c.cb.Speaks(low) || deniedWords.MatchString(low)
	}
	return !schema.Matches(a.leaf.Cues, low)
}

// settlesDocument tells whether a sentence says what becomes of a document: that
// it is given, linked to, or was never made. That such papers are made elsewhere
// or in general says nothing of it.
func settlesDocument(low string) bool {
	return provided.MatchString(low) || handsOver(low) || redacts(low) || noDocument.MatchString(low) || neverMade.MatchString(low) ||
		link.MatchString(low) || publishShape.MatchString(low)
}

// deniesWarrant tells whether a sentence gives the number that an item on
// warrants asks for, nought: "For completeness, we have obtained no warrants."
func deniesWarrant(q *schema.Question, low string) bool {
	return slices.Contains(q.Feeds, "warrants") && warrantNoun.MatchString(low) && warrantsDenied(low) && !reasonHead.MatchString(low)
}

// grants matches a turn from refusing or lacking to telling.
var grants = regexp.MustCompile(`\b(?:however|nevertheless|nonetheless|(?:we|i|` + ourNouns + `) (?:can|may|are able to) (?:however |nevertheless )?(?:say|confirm|disclose|tell|provide|state|advise|release|share)|the (?:rest|remainder|remaining)|in general terms|by way of (?:advice|assistance|background)|(?:it|this|you) may (?:assist|help|be of (?:assistance|help|use|interest)|like|wish|find)|for your information|what (?:we|i) can|outside (?:of )?the act|to be helpful|in the interests? of)\b`)

func (c *coder) classOf(q *schema.Question, s sentence) class {
	low := s.Low
	if welsh(low) {
		return welshClass(low)
	}
	cell, isCell := cellClass(low)
	switch {
	case isQuestion(low):
		return neutral // the question's short name, or a flourish
	case isCell:
		return cell
	case neitherConfirms(withoutConcession(low)):
		return deniesAll
	case c.accessible(s.Text) && !noDocument.MatchString(low):
		return pointer
	case c.refuses(withoutConcession(low), s.Text):
		if c.withholdsPart(q, low) {
			return substance
		}
		return refusal
	case inaptShape.MatchString(low) && saysBefore(q, low):
		return substance
	case inaptShape.MatchString(low) && concedes.MatchString(low) && schema.Matches(q.Cues, low):
		return substance
	case inaptShape.MatchString(low) && !lateAbsent(low) && !answersItem(q, low, inaptShape):
		return inapt
	case absentShape.MatchString(low) && !absentPart(low):
		if answersItem(q, low, absentShape) {
			return substance
		}
		return absent
	case notOnFile.MatchString(low), q.Document == "" && !q.YesNo && c.noticeGiven(s) && !countsItem(q, low):
		return absent
	case c.pointsAway(q, s):
		return pointer
	case leadsOn(low), neutralShape.MatchString(low), holdsShape.MatchString(low) && len(low) < 140 && q.Document == "":
		return neutral
	}
	return substance
}

// refuses tells whether a sentence withholds something.
func (c *coder) refuses(low, text string) bool {
	if notRefusal.MatchString(low) {
		return false
	}
	if refusalShape.MatchString(low) {
		return true
	}
	return slices.ContainsFunc(c.ref.findExemptions(text, c.scottish), func(h exemptionHit) bool {
		return (h.Applied || !h.Denied && deniedGiving(text)) && !notHeldNotice(h) && !accessibleNotice(h)
	})
}

// accessible tells whether all that a sentence cites is that the information is
// accessible by other means (FOIA s.21, FOISA s.25).
func (c *coder) accessible(text string) bool {
	hits := c.ref.findExemptions(text, c.scottish)
	return len(hits) > 0 && !slices.ContainsFunc(hits, func(h exemptionHit) bool { return !accessibleNotice(h) })
}

func accessibleNotice(h exemptionHit) bool {
	return h.Law == "FOIA" && h.Section == "21" || h.Law == "FOISA" && h.Section == "25"
}

// notHeldNotice: a notice under FOISA s.17 says that information is not held.
func notHeldNotice(h exemptionHit) bool { return h.Law == "FOISA" && h.Section == "17" }

// partShape matches a sentence that gives a document with parts taken out, or
// a person's name left out.
var partShape = regexp.MustCompile(`\b(?:sections?|parts?|paragraphs?|names?|pages?|some|details?|exact (?:number|figure)s?|redact(?:ed|ions?))\b.*\b(?:removed|redacted|blacked|withheld|omitted|redactions)\b|\bwith (?:some |certain )?(?:redactions|parts|names)`)

// lateAbsent tells whether a sentence says first that something is not held and
// then that the question does not apply: the first counts.
func lateAbsent(low string) bool {
	a, b := absentShape.FindStringIndex(low), inaptShape.FindStringIndex(low)
	return a != nil && a[0] < b[0]
}

// absentPart matches the lack of a part only: "no copies are held by us of
// private posts" says something of the practice.
func absentPart(low string) bool {
	return strings.Contains(low, "held by the university is") || strings.Contains(low, "not held to") || strings.Contains(low, "held responsible")
}

// answersItem tells whether the clause beside a "not held" answers the
// question in its own words: "No such policy exists and the information is
// therefore not held".
func answersItem(q *schema.Question, low string, shape *regexp.Regexp) bool {
	at := shape.FindStringIndex(low)
	rest := low[:at[0]] + " " + low[at[1]:]
	if q.Document != "" && q.YesNo && noDocument.MatchString(rest) {
		return true
	}
	return slices.ContainsFunc(statementBorder.Split(low, -1), func(clause string) bool {
		return !shape.MatchString(clause) && !strings.HasPrefix(clause, "nor ") && (deniesItem(q, clause) || shape == absentShape && countsItem(q, clause))
	})
}

// statementBorder is where one statement of a sentence ends and another begins.
var statementBorder = regexp.MustCompile(`[,;:] |,? (?:and|but|so|as|because|since|although|though|while|whilst) `)

// deniesItem tells whether a clause says no to a yes/no item in the item's own
// terms.
func deniesItem(q *schema.Question, clause string) bool {
	switch {
	case !q.YesNo || !deniedWords.MatchString(clause) && !wrongToSay.MatchString(clause):
		return false
	case q.Document != "":
		return noDocument.MatchString(clause)
	}
	return schema.Matches(q.Cues, clause)
}

// wrongToSay matches a denial of what might be said.
var wrongToSay = regexp.MustCompile(`\b(?:not|n't|hardly|scarcely|never) (?:\w+ )?(?:be )?(?:right|true|correct|accurate|fair) to (?:say|suggest|think|claim|describe)\b|\b(?:wrong|untrue|incorrect|false|inaccurate|misleading) to (?:say|suggest|think|claim|describe)\b`)

// countsItem tells whether a clause gives a figure that its item asks for.
func countsItem(q *schema.Question, clause string) bool {
	asked := slices.ContainsFunc(q.Feeds, func(f string) bool { return f == "usage" || f == "disclosures" || f == "warrants" })
	return asked && figure.MatchString(clause) && !estimate.MatchString(clause)
}

var (
	figure   = regexp.MustCompile(`\b(?:[1-9][0-9]{0,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fewer than \w+) (?:\w+ ){0,2}(?:cases?|students?|instances?|referrals?|requests?|occasions?|times|searches|individuals|disclosures?|warrants?|checks)\b`)
	estimate = regexp.MustCompile(`\b(?:would|hours?|estimat\w+|per cent|files?|exceed\w*|could|all)\b`)
)
