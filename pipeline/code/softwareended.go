package code

import (
	"regexp"
	"strings"
)

// endDate is a date that a use lasted to; months are words before the year.
var endDate = `(?:(?:the )?(?:end|start|beginning|middle|close|spring|summer|autumn|winter|early|late|last|mid|easter|christmas|academic|calendar|financial|` + monthNames() + `|part|of|in|year|session|[0-3]?[0-9](?:st|nd|rd|th)?)[ ,-]+)*(?:20[01]\d|2020)\b`

var (
	// lastedTo matches a use told with its end ("was used for this, to December
	// 2019", "2016 to 2018"); runsTo a term that is not over.
	lastedTo = regexp.MustCompile(`\b(?:(?:up |through |down |prior )?to|until|till|before) ` + endDate)
	runsTo   = regexp.MustCompile(`\b(?:runs?|valid|renewed|extended|lasts?|continues?|paid(?: for| up)?|expires?|committed|signed up|contracted|funded) (?:\w+ ){0,3}(?:to|until|till)\b`)
	// beforeNext matches what already leads to the next product: "and, before 2019,
	// from …".
	beforeNext = regexp.MustCompile(`(?:;|,? (?:and|but),|\((?:before|prior to|until|up to|previously|formerly|earlier)\b[^)]*, [^)]*).*$`)
	// earlierThen matches a past told with a pointer to the time before what the
	// text has just told.
	earlierThen = regexp.MustCompile(`\b(?:was|were|had|used|did|came|took|ran|made do|muddled)\b[^;]*\b(?:before (?:that|then|this|it|them)|previously|formerly|at one time|at first|to begin with|originally|in the past|in those days|up to (?:then|that|the same)|until (?:then|that))\b|\b(?:before (?:that|then|this|it)|previously|formerly|at one time|at first|to begin with|originally|prior to (?:that|this)|in the past|in (?:earlier|previous|former) years|up to then|until then)\b[^;]*\b(?:was|were|had|used|did|came|took|ran|made do|muddled)\b`)
	// formerOne leads from a subject that is of the past to its name: "the previous
	// subscription, which ran from 2015, was to …".
	formerOne = regexp.MustCompile(`\b(?:previous|former|earlier|last|old|prior|outgoing|first|original) (?:\w+ ){0,2}?(?:` + toolNouns + `|provider|supplier|vendor|contract|contractor|arrangement|choice)\b(?:,? [^;.]*)? (?:was|were|had been|came|ran|being)\b[^;.]*$|\b(?:predecessors?|forerunners?) (?:of (?:it|that|this) )?(?:was|were|had been|being)\b[^;.]*$|\bever (?:used|had|bought|taken|employed|owned)\b[^;.]* (?:was|were) [^;.]*$|\b(?:preceded by|in succession to) (?:(?:the|an?|our|its) )*$`)
	// tookItsPlace ends where what came in the place of another follows; the past
	// of that other is not its own: "which it dropped in 2019 in favour of".
	tookItsPlace = regexp.MustCompile(`\b(?:in favour of|in exchange for|(?:replaced|superseded|succeeded|followed) (?:in \w+ (?:20\d\d )?)?(?:by|with)|gave way to|giving way to|(?:moved|switched|changed|migrated|transferred|went)(?: over| across| instead)? to|before (?:moving|switching|changing|going over|turning) to|until (?:moving|switching|changing) to) (?:(?:the|an?|our|its|using|software|product|tool|called) )*$`)
	// untilNext ends a time with the coming of something else: "until Digimind came,
	// they made do with …".
	untilNext = regexp.MustCompile(`\b(?:until|before|till) [\w'. ]{2,40} (?:came|arrived|was (?:bought|brought in|introduced|acquired|adopted|purchased|taken)|went live|took over|began)\b[^;]*$`)
	// beforeAnother ends where what was had ahead of a thing put in front follows:
	// "before Brandwatch they had".
	beforeAnother = regexp.MustCompile(`(?:^|[.;:,] )(?:and |but )?(?:before|prior to|ahead of) [^,;]{2,40}?,? (?:they|we|it|i|staff|(?:the|our|its) [\w' ]{3,30}?|[\w ]{3,30} (?:team|office|unit)) (?:\w+ly )?(?:had|used|ran|took|subscribed to|employed|relied on|held|licensed|worked with)(?: [\w-]+){0,2} $`)
	// usedTo matches a product that "used to" do something, and stoppedBehind one
	// that came to its end.
	untilThen     = regexp.MustCompile(`^,? (?:until|up to|before) (?:then|that|this)\b`)
	usedTo        = regexp.MustCompile(`^(?: also| then| once)? used to (?:be |do |[a-z]+)`)
	stoppedBehind = regexp.MustCompile(`^(?: (?:has|have|had|then|now|since|finally|duly|also|itself|too|both))* (?:went|gone|lapsed|ended|expired|ceased|finished|ran out|run out|stopped|came to an end|come to an end|fell away|disappeared)(?: (?:at|in|on|with|by|after|last|when|from|two|three|some|a|the)\b|[.,;]|$)`)
	wasDropped    = regexp.MustCompile(`^(?: \w+ly)? (?:was|were|is|are|(?:has|have|had) been|got)(?: (?:\w+ly|then|now|since|later|both|itself|also))* (?:` + stoppedWords + `)\b`)
	// doubledBy joins a second predicate to the first: "used to do the same, and was
	// dropped".
	secondEnd = regexp.MustCompile(`^[^;]*,? and (?:it )?(?:was|were|has been|had been) (?:` + stoppedWords + `)\b`)
	// droppedIt matches an end told by a pronoun: "but let it go in 2017".
	droppedIt = regexp.MustCompile(`\b(?:but|and|then|until|which|before|when)\b[^;]*\b(?:let (?:it|them|this|that) (?:go|lapse)|gave (?:it|them) up|dropped (?:it|them)|(?:switched|turned) (?:it|them) off|(?:cancelled|ended|closed|stopped) (?:it|them|this)|stopped (?:using|paying for) (?:it|them)|got rid of (?:it|them)|did(?: not|n't) renew(?: it| them)?|given up)\b|,? (?:and|but) (?:(?:was|were|has been|have been) )?not (?:kept|continued|renewed|retained|extended)\b`)
	// endedInBrackets matches an end told in brackets behind a use: "for posts (given
	// up in 2019)".
	endedInBrackets = regexp.MustCompile(`^[^;()]{0,80} \((?:(?:now|since|then|all|contract|licen[cs]e|subscription|trial|it) )*(?:was |were |has been |is )?(?:` + stoppedWords + `|stopped|ended|ceased|lapsed|expired|terminated|withdrawn|finished|not renewed|no longer|not any ?more)\b`)
	// namedAside matches what is put in between a name and its verb.
	namedAside = regexp.MustCompile(`^ ?\([^)]*\)|^, (?:[a-z]+ )?(?:which|whose|who|where|whereby|used|bought|taken|licensed|employed|once|although|though|while|however|popular|an?|the|our|its|their) [^,;]*,`)
)

// ended tells whether the words that belong to a product say that its use is
// over.
func (a *productAnswer) ended(h productHit, from, to int) bool {
	low := a.sentences[h.Sentence].low
	own, behind := low[from:to], withoutAside(low[h.End:])
	switch {
	case tookItsPlace.MatchString(low[:h.Start]):
		return stoppedBehind.MatchString(behind) || wasDropped.MatchString(behind) || givenUpBehind.MatchString(behind)
	case usedTo.MatchString(behind), untilThen.MatchString(behind), stoppedBehind.MatchString(behind), wasDropped.MatchString(behind), givenUpBehind.MatchString(behind):
		return true
	case beforeAnother.MatchString(low[:h.Start]):
		return true
	case endedInBrackets.MatchString(low[h.End:to]), lastedTo.MatchString(beforeNext.ReplaceAllString(low[h.End:to], "")) && !runsTo.MatchString(own), formerOne.MatchString(low[from:h.Start]), untilNext.MatchString(low[:h.Start]), droppedIt.MatchString(low[h.End:to]):
		return true
	}
	told := own[strings.LastIndex(low[from:h.Start], ": ")+1:] // "I was not sure at first, so here it is: …"
	return earlierThen.MatchString(told) && !strings.Contains(own, " now ") || secondEnd.MatchString(low[h.End:to]) && !strings.Contains(low[h.End:to], " which ")
}

var (
	// endedThere is a sentence without a subject, or with the product just named for
	// one, that tells its end: "Stopped August 2019."
	endedThere = regexp.MustCompile(`^(?:(?:(?:it|this|that|which|the (?:product|tool|service|software|contract|licen[cs]e|subscription|account|trial|pilot|system|package))(?: (?:was|is|has been|had been|has|had))? )?(?:(?:all|then|since|later|now|finally|duly|both) )*(?:` + stoppedWords + `|stopped|ended|ceased|lapsed|expired|withdrawn|finished|terminated|no longer (?:used|had|in use|held|ours))\b)`)
	// theyEnded matches an end that somebody made of it: "Microsoft withdrew it".
	theyEnded = regexp.MustCompile(`^[\w' ]{1,40}? (?:withdrew|discontinued|cancelled|dropped|stopped using|gave up|switched off|did not renew|didn't renew|let go of|got rid of|closed down|retired|abandoned) (?:it|this|the (?:product|tool|service|software|contract|licen[cs]e|subscription))\b`)
)

// endedNext tells whether the sentence behind the only product of its sentence
// tells that its use came to an end.
func (a *productAnswer) endedNext(h productHit) bool {
	next := a.low(h.Sentence + 1)
	return (endedThere.MatchString(next) || theyEnded.MatchString(next)) &&
		len(a.index.names(a.texts[h.Sentence], a.sentences[h.Sentence], a.inUse)) < 2
}

// withoutAside drops what is put in between a name and its verb.
func withoutAside(behind string) string {
	for m := namedAside.FindStringIndex(behind); m != nil; m = namedAside.FindStringIndex(behind) {
		behind = behind[m[1]:]
	}
	return behind
}
