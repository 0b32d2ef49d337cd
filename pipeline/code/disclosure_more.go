package code

import (
	"regexp"
	"slices"

	"roundrobin/pipeline/thread"
)

var (
	// thatWas opens a sentence that counts what the one before it tells: "That was
	// once in 2018 and twice in 2019."
	thatWas = regexp.MustCompile(`(?i)^\W*(?:(?:that|this|it|these|those|there) (?:was|were|is|are|has|have|had|happened|occurred)\b|(?:once|twice|\w+ times|on \w+ occasions?)\b|from (?:it|this|that|these)\b)`)
	// inPeriod opens with a period of time, countTalk says a number of it.
	inPeriod  = regexp.MustCompile(`(?i)^\W*(?:and )?(?:for|in|during|since|between|over) [^,;]*\b(?:19|20)\d\d\b`)
	countTalk = regexp.MustCompile(`(?i)\b(?:(?:there|it|they|that) (?:was|were|has been|have been|happened)|the (?:figure|number|total) (?:was|is|were))\b|^(?:\W*[\w-]+){2,7}\.?$`)
	// onlyTime makes one of what the sentence before tells.
	onlyTime = regexp.MustCompile(`(?i)^\W*(?:that|this|it) (?:was|is|has been|remains) (?:\w+ )?(?:the|our) (?:only|single|sole|one) (?:such )?(?:time|instance|occasion|case|occurrence|example|disclosure|referral|report)\b`)
	// notHandedOn is what a sentence may count that is no passing on.
	notHandedOn = regexp.MustCompile(`(?i)\b(?:files?|hours?|students were|cases? (?:were|was) (?:opened|looked)|requests? (?:from|for)|warrants?)\b`)
)

// furtherCounts reads a sentence that names nobody and goes on counting what the
// one recipient before it was given; ok is whether it does.
func furtherCounts(part textPart, before []disclosureHit, s sessions) (more []disclosureHit, ok bool) {
	if len(before) == 0 || before[len(before)-1].Recipient == "none" {
		return nil, false
	}
	last := before[len(before)-1]
	if onlyTime.MatchString(part.Text) {
		last.Count = thread.Count{N: 1, Known: true, Qualifier: "exact"}
		return []disclosureHit{last}, true
	}
	if denialWord.MatchString(part.Text) || notHandedOn.MatchString(part.Text) || !thatWas.MatchString(part.Text) && !(inPeriod.MatchString(part.Text) && (countTalk.MatchString(part.Text) || passedOn.MatchString(part.Text))) {
		return nil, false
	}
	periods := findPeriods(part.Text, s)
	counts := preferTimes(part.Text, outsidePeriods(findCounts(part.Text), periods))
	for _, c := range counts {
		h := disclosureHit{Start: part.Start + c.Start, End: part.Start + c.End, Rule: "recipient_before"}
		h.Recipient, h.RecipientText, h.Count = last.Recipient, last.RecipientText, c.Count
		h.Period = nearPeriod(part.Text, c.Start, periods, counts)
		more = append(more, h)
	}
	return more, len(more) > 0
}

// outsidePeriods drops the numbers that are part of a date.
func outsidePeriods(counts []countHit, periods []periodHit) []countHit {
	return slices.DeleteFunc(counts, func(c countHit) bool {
		return slices.ContainsFunc(periods, func(p periodHit) bool { return c.Start < p.End && p.Start < c.End })
	})
}
