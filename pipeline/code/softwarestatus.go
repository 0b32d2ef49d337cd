package code

import "regexp"

// asked matches a sentence that repeats or refers to the question.
var asked = regexp.MustCompile(`\?\s*$|\byou(?:r request| have)? (?:ask|mention|name|refer|list|quote|cite|sa(?:y|id)|wr(?:ite|ote)|state|suggest|point|argue|claim|believe)|\b(?:the )?(?:requester|applicant|complainant) (?:\w+ )?(?:writes?|wrote|says?|said|states?|stated|asks?|asked|suggests?|suggested|mentions?|mentioned|refers?|referred)\b|\bsuch as those you\b|\byour (?:request|complaint|letter|e-?mail) (?:names?|mentions?|refers|lists|cites|quotes|says|asks)\b`)

// mayBeRead matches a product that the reader may meet somewhere, which says of
// itself nothing on use: "You may see Hootsuite in our list of contracts."
var mayBeRead = regexp.MustCompile(`(?:\b(?:may|might|will|can|could|would)|'ll) (?:\w+ )?(?:see|find|read|hear|come across|meet with|notice|spot|have (?:seen|noticed|read|heard))\b`)

// pastSpan matches a use that is bounded on both sides.
var pastSpan = regexp.MustCompile(`\b(?:from|between) [\w ]{0,20}\b(?:19|20)\d\d(?: and | to | until |-)[\w ]{0,20}\b(?:19|20)\d\d\b`)

// ownedBefore matches that something was had or used.
var ownedBefore = regexp.MustCompile(`\b(?:used|ran|had|was|were|held|took|subscribed|employed|came|served)\b`)

// boundedYears matches years in brackets right behind a name.
var boundedYears = regexp.MustCompile(`^ ?\((?:from )?[\w ]{0,12}(?:19|20)\d\d ?(?:-|to|until) ?[\w ]{0,12}(?:19|20)\d\d\)`)

// formerTimes opens a sentence on what was used before.
var formerTimes = regexp.MustCompile(`^(?:and )?(?:for (?:[\w-]+ ){1,4})?(?:before (?:that|then|this)|prior to (?:that|this|then)|until (?:then|that time)|up to (?:then|that point)|in (?:the past|earlier years|previous years)|previously|formerly|earlier)\b[^;]*$`)

// untilDate opens a sentence on what was used up to a date.
var untilDate = regexp.MustCompile(`(?:^|[.:;] )(?:and )?(?:until|till|up to|up until|before|prior to) ` + endDate + `[^;]*$`)

// afterwards takes a sentence on from the past to what came then.
var afterwards = regexp.MustCompile(`\b(?:now|since|when|then|but|whereupon|after which)\b`)

// thereafter stands behind what followed something that ended: "X to 2019, Y
// thereafter".
var thereafter = regexp.MustCompile(`^ (?:thereafter|afterwards|ever since|since then|from then on|after that|since that date)(?:[.,;)]|$)`)

// endedBehind matches the end of a contract told at once behind a name.
var endedBehind = regexp.MustCompile(`^[^;.]{0,40}\b(?:trial|pilot|contract|subscription|licence|license|agreement|account)\b[^;.]{0,20}\b(?:ended|expired|lapsed|ceased|came to an end|was (?:cancelled|closed|not renewed|given up))\b|(?:[,(] ?|\b(?:when|until|as) )(?:the |its |our |their |that )?(?:trial|pilot|contract|subscription|licen[cs]e|agreement|account) (?:\w+ )?(?:ended|expired|lapsed|ceased|closed|cancelled|ran out|ran its course|came to an end|not renewed|finished)\b`)

// otherName matches what stands before a product's earlier name or another owner.
var otherName = regexp.MustCompile(`\b(?:(?:formerly|previously|originally|then|once) (?:known as|called|named|sold as|trading as)|(?:merged|merger) with|(?:owned|acquired|bought) by|part of) $|\w \((?:formerly|previously|originally|once) $`)

// stoppedWords are participles of what is no longer used, stoppedUse with what
// else is said of an end.
const (
	stoppedWords = `dropped|discontinued|replaced|superseded|switched off|turned off|given up|abandoned|retired|phased out|cancelled|decommissioned|allowed to lapse|wound (?:up|down)|let go|got rid of|closed`
	stoppedUse   = `(?:` + stoppedWords + `|gave up|stopped using)\b`
)

// givenUp and givenUpBehind match a product that another took the place of, or
// that was dropped: "moved from X to Y", "Y, in place of X", "X was dropped".
var (
	givenUp       = regexp.MustCompile(`\b(?:(?:moved|switched|changed|migrated|transferred|went)(?: (?:over|across|away))? from|(?:took|takes|taken) the place of|(?:replac(?:ed|es|ing)|supersed(?:ed|es|ing)|succeed(?:ed|s|ing))|took over from|(?:came|come|moved|moving|coming|got|went) (?:off|away from)|in (?:the )?place of|in succession to|(?:the )?successor (?:to|of)|(?:gave|given|giving) up|abandoned|stopped using|ceased (?:to use|using)|(?:we|it|they|has|have|had) (?:\w+ )?(?:dropped|left)|did away with|got rid of|parted (?:company )?with|(?:which|and) replaced) (?:(?:the|our|its|an?|old|former|earlier|product|tool|software) )*(?:[\w.]+ (?:and|or) )?$`)
	givenUpBehind = regexp.MustCompile(`^(?:,? (?:which|that))?(?: [\w ]{0,20}?)? (?:was|were|(?:has|have|had) been|is being|got)(?: (?:then|now|since|later|finally|duly))* ` + stoppedUse + `|^,? (?:which|that) (?:we|they|it)(?:'ve|'d)?(?: (?:have|had|has|now|then|since|later))* ` + stoppedUse + `|^ (?:was|were) (?:used|in use)\b[^.;]{0,60}\b(?:until|up to|before|but no longer)\b|^[^.;]{0,60}\buntil (?:the|our|its) (?:contract|licence|license|subscription) (?:ran out|ended|expired|lapsed|was up)\b|^,? (?:until|up to) (?:[a-z]+ )?(?:19|20)\d\d\b`)
	// notSo matches a sentence that calls what was said of the body false.
	notSo = regexp.MustCompile(`\b(?:suggestions?|claims?|reports?|rumours?|statements?|assertions?|allegations?|impression|belief|idea)\b.*\b(?:(?:is|are|was|were)(?: not|n't) (?:\w+ )?(?:correct|true|accurate|right|so|founded|the case)|(?:incorrect|untrue|wrong|mistaken|unfounded|inaccurate|false))\b`)
	// elsewhere begins a sentence on other bodies, and hadWe one on what did not
	// come about.
	elsewhere = regexp.MustCompile(`^(?:(?:it|they|we|i|as|is|are|may|understand|understood|believe|know|gather|hear|told|that) )*(?:(?:some|many|most|several|certain|a number of|among) )?(?:other|american|foreign) (?:\w+ )?(?:universities|institutions|colleges|providers|bodies|establishments)\b`)
	hadWe     = regexp.MustCompile(`^(?:had|were|should) (?:we|it|they|i|anyone|(?:the|this|our) [\w' ]{2,30}?) (?:\w+ly )?(?:ever |later |at some point |in future )?(?:been|bought|had|taken|used|to|acquire|chosen|adopt\w*|kept|buy|use|take|subscribe|purchase|procure)\b`)
	// taughtTo leads to what students learn, and saidWrong calls the sentence
	// before false.
	taughtTo  = regexp.MustCompile(`\bstudents?\b[^.;]{0,60}\b(?:taught|learn\w*|trained|shown how|encouraged|free)\b(?: \w+){0,3} $`)
	saidWrong = regexp.MustCompile(`^(?:that|this|it|the) (?:\w+ )?(?:is|was) (?:(?:not|n't) (?:so|correct|right|true|the case)|wrong|incorrect|mistaken|untrue|out of date)\b`)
	// neverBehind denies a product behind what is put in about it, readAbout ends
	// where what is only written or spoken of follows.
	neverBehind = regexp.MustCompile(`^ (?:is|was|are|were|has been|have been) (?:\w+ )?(?:used|tried|trialled|bought|licensed|employed|had) (?:by|at) (?:another|other|an? (?:neighbouring|nearby|different|sister|partner)) (?:\w+ )?(?:universit|college|institution)|^ (?:has|have|had|is|was|were) (?:never|not) (?:been )?(?:\w+ )?(?:considered|used|bought|tried|taken|in use|acquired|part of|looked at)\b`)
	readAbout   = regexp.MustCompile(`\b(?:articles?|reports?|papers?|stor(?:y|ies)|books?|lectures?|projects?|stud(?:y|ies)|dissertations?) (?:\w+ ){0,5}?(?:on|about|into|of)(?: how| what| the| a| use| of)* $|\b(?:looked at|studied|explained) how $|\bcustomers (?:\w+ )?(?:include|are|being)(?: \w+,?| and){0,4} $`)
	// frontedUnused matches a denial whose object stands in front: "Meltwater, which
	// others have, we do not use".
	frontedUnused = regexp.MustCompile(`^,? (?:we|they|it|nobody|no one|i|the (?:` + ourNouns + `)) (?:\w+ )?(?:(?:(?:do|does|did|have|has)(?: not|n't)|never) (?:\w+ )?(?:use|used|have|had|own|owned|buy|bought|take|taken|licen[cs]ed?|employ|employed|subscribe)|(?:uses|has|owns)\b)(?: (?:to|at all|here|now))?[.,;]?`)
	// neverHad ends on a denial that holds for all the past, and not for going on with
	// a thing alone: "does not have and has never trialled".
	neverHad = regexp.MustCompile(`\b(?:has|have|had|was|were) (?:never|at no time)\b(?: (?:\w+ly|been|owned|had|[a-z]+ed|bought|taken|held|out|on|or|and|to|with|for|used)[, ]*)*? (?:(?:an?|the|any|of|either|both|products?|tools?|like|called) )*(?:[\w.]+(?: [\w.]+)?(?:,| or| and|, or) )*$`)
	goneOn   = regexp.MustCompile(`\bnever (?:been )?(?:renew|extend|return|replac|gone back|regret|continu|reinstat)`)
	// notRenewed denies that what was had went on, which is its end.
	notRenewed = regexp.MustCompile(`^[^;.]*\b(?:(?:has|have|had|was|were) (?:never|not)(?: been)?|(?:has|have|had|was|were)n't(?: been)?) (?:since )?(?:renewed|reinstated|replaced)\b`)
	// noTrace matches a search for a product that found none.
	noTrace = regexp.MustCompile(`\b(?:no (?:trace|record|evidence|sign|indication)|nothing to (?:show|suggest|indicate))\b`)
)

// status tells whether a product is used or was, or "" where the sentence says
// neither: denied, only considered, somebody else's. Its own words are those at
// [from, to) of the sentence.
func (a *productAnswer) status(h productHit, from, to int) string {
	s := a.sentences[h.Sentence]
	is := a.assert(h.Sentence, h.Start, h.End)
	if tried.MatchString(s.low[from:to]) && a.outcome(h) == "ended" || notRenewed.MatchString(s.low[h.End:max(h.End, to)]) {
		return softwareFormerly
	}
	switch {
	case a.onlyWeighed(h, from, to), a.bodyBefore(h), notSo.MatchString(s.low), noTrace.MatchString(s.low), otherName.MatchString(s.low[:h.Start]):
		return ""
	case elsewhere.MatchString(s.low), taughtTo.MatchString(s.low[:h.Start]), saidWrong.MatchString(a.low(h.Sentence + 1)), hadWe.MatchString(s.low), is.Other, is.Hypothetical && !is.Conditional:
		return ""
	case neverBehind.MatchString(withoutAside(s.low[h.End:])), frontedUnused.MatchString(withoutAside(s.low[h.End:])), readAbout.MatchString(s.low[:h.Start]):
		return ""
	case is.Negated && (!is.Historical || neverHad.MatchString(s.low[:h.Start]) && !goneOn.MatchString(s.low[:h.Start])) && !tookItsPlace.MatchString(s.low[:h.Start]):
		return ""
	}
	switch a.outcome(h) {
	case "dropped":
		return ""
	case "ended":
		return softwareFormerly
	}
	switch {
	case thereafter.MatchString(s.low[h.End:]), tookItsPlace.MatchString(s.low[:h.Start]) && !a.ended(h, from, to):
		return softwareUsed
	case a.ended(h, from, to), givenUp.MatchString(s.low[:h.Start]), is.Historical && a.pastWithin(h, to), formerTimes.MatchString(s.low[:h.Start]), untilDate.MatchString(s.low[:h.Start]) && !afterwards.MatchString(s.low[:h.Start]), endedBehind.MatchString(s.low[h.End:max(h.End, to)]), a.endedNext(h), boundedYears.MatchString(s.low[h.End:]),
		pastSpan.MatchString(s.low) && ownedBefore.MatchString(s.low[from:to]):
		return softwareFormerly
	}
	return softwareUsed
}

// pastWithin tells whether the past that reaches a product is told in the words
// that belong to it, and not behind the next one: "queued in Buffer, a job for which
// it had Hootsuite up to 2019".
func (a *productAnswer) pastWithin(h productHit, to int) bool {
	low := a.sentences[h.Sentence].low
	return to >= len(low) || readContext(low[:max(to, h.End)]).assert(h.Start, h.End).Historical
}

var (
	// onTrial matches a sentence on something tried or bought for a time.
	onTrial = regexp.MustCompile(`\b(?:trial|pilot|proof of concept|contract|subscription|licence|license|agreement|demonstration)\w*\b`)
	// trialGoesOn matches the beginning of a sentence that goes on about it.
	trialGoesOn = regexp.MustCompile(`^(?:this|that|the|it|we|they|its use)\b(?: (?:trial|pilot|contract|subscription|licence|license|agreement|use|product|tool))?`)
	trialEnded  = regexp.MustCompile(`\b(?:ended|expired|lapsed|ceased|finished|concluded|came to an end|not (?:been )?(?:renewed|renew|continued|extended)|discontinued|cancelled)\b`)
	// tried matches a product that was used on trial, and not only offered so.
	tried     = regexp.MustCompile(`\b(?:trial|pilot|proof of concept)\w*\b`)
	trialPast = regexp.MustCompile(`\b(?:trial|pilot|proof of concept)\b[^.]{0,80}\b(?:finished|ended|ran out|came to an end|was over)\b|\b(?:trial|pilot|proof of concept)\b[^;]{0,40}\b(?:took place|was (?:held|run|carried out|made)|ran (?:from|in|for|until))\b|\b(?:trial|pilot|proof of concept)\b.*` + notTaken)
	// trialHeld matches a trial that somebody had at a time now past, and takenOn
	// what makes it the beginning of something.
	trialHeld = regexp.MustCompile(`\b(?:ran|had|held|did|carried out|conducted|undertook|completed|made|took) (?:an?|the|one|its|our) (?:[\w-]+ ){0,4}?(?:trial|pilot|proof of concept)\b[^;]*\b(?:20[01]\d|last (?:year|spring|summer|autumn|winter))\b|\b20[01]\d\b[^;]*\b(?:ran|had|held|did|carried out|conducted|undertook|completed|made|took) (?:an?|the|one|its|our) (?:[\w-]+ ){0,4}?(?:trial|pilot|proof of concept)\b`)
	takenOn   = regexp.MustCompile(`\b(?:since then|ever since|and (?:\w+ )?(?:now|then|afterwards|since|subsequently)|took out|taken out|signed up|went on to|led to (?:a|the|its|our)|still)\b|\b(?:followed by|became|turned into|resulted in) an? (?:\w+ )?(?:contract|subscription|licen[cs]e|purchase)\b`)
	// trialOffered matches a trial that is not said to have been held.
	trialOffered = regexp.MustCompile(`\b(?:trial|pilot|proof of concept)\b(?: \w+){0,4} (?:was|were|has been|have been) (?:\w+ )?(?:offered|proposed|considered|discussed|declined|refused|turned down)\b|\b(?:offered|offer of|proposed|considered|declined|refused|turned down) (?:us |to us )?(?:a|the) (?:\w+ )?(?:trial|pilot|proof of concept)\b`)
	trialNever   = regexp.MustCompile(`\b(?:(?:did|has|have|was)(?: not|n't) (?:go ahead|take place|gone ahead|been signed|started|begun)|(?:did|has|have)(?: not|n't) proceed\w*|never (?:started|went ahead|took place))\b`)
)

// notTaken is a denial that something was gone on with: "that was not taken any
// further", "no contract followed".
const notTaken = `(?:\b(?:not|never)|n't) (?:[\w-]+ ){0,3}?(?:go on|gone on|carr(?:y|ied) on|kept|keep|continued?|proceed(?:ed)? with|taken|take|renew(?:ed)?|extend(?:ed)?|adopt(?:ed)?|pursued?|buy|bought|purchased?|proceed|follow(?:ed)?(?: up)?)\b|\b(?:decided|chose|opted|elected) (?:against|not to)\b|\bno (?:\w+ )?(?:contract|subscription|purchase|order|licen[cs]e|agreement) (?:\w+ )?(?:followed|resulted|came|ensued|was|has)\b|\b(?:came to|led to|resulted in) nothing\b|\bnothing (?:further )?(?:came|has come|followed|ensued)\b|\bwent no further\b`

var trialNotTaken = regexp.MustCompile(notTaken)

// outcome reads the sentence behind one that speaks of a trial or a contract:
// "ended", "dropped" for one that never began, or "".
func (a *productAnswer) outcome(h productHit) string {
	low := a.sentences[h.Sentence].low
	if !onTrial.MatchString(low) {
		return ""
	}
	switch {
	case trialNever.MatchString(low), trialOffered.MatchString(low):
		return "dropped"
	case trialPast.MatchString(low), trialHeld.MatchString(low) && !takenOn.MatchString(low) && !takenOn.MatchString(a.low(h.Sentence+1)):
		return "ended"
	}
	if h.Sentence+1 >= len(a.sentences) {
		return ""
	}
	next := ofFirstSubject(a.sentences[h.Sentence+1].low)
	switch {
	case !trialGoesOn.MatchString(next):
	case trialNever.MatchString(next):
		return "dropped"
	case trialEnded.MatchString(next), trialNotTaken.MatchString(next):
		return "ended"
	}
	return ""
}
