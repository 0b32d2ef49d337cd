package code

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// retentionHit is a stated rule on how long data is kept, at bytes
// [Start, End) of the text: the sentence, or its part, that states it.
type retentionHit struct {
	thread.Retention
	Start, End int
	Rule       string
}

// textPart is a stretch of a text, at bytes [Start, End) of it.
type textPart struct {
	Text       string
	Start, End int
}

// sentencesOf splits a reading-form text by the rules of thread.View, and at
// the items of a list: "…; (ii) …".
func sentencesOf(text string) []textPart {
	t := &thread.Thread{Messages: []thread.Message{{Text: text}}}
	var out []textPart
	for _, v := range t.NewView(thread.Span{Ref: thread.Body(0), End: len(text)}).Sentences() {
		s := v.All()
		for _, m := range listItem.FindAllStringIndex(text[s.Start:s.End], -1) {
			if end := v.All().Start + m[0] + 1; end > s.Start {
				out = append(out, textPart{text[s.Start:end], s.Start, end})
				s.Start = end + 1
			}
		}
		out = append(out, textPart{text[s.Start:s.End], s.Start, s.End})
	}
	return out
}

var listItem = regexp.MustCompile(`[.;] \((?:[ivx]+|[a-h]|\d{1,2})\) `)

// findRetention finds the rules on keeping data in text, in order. It may be
// the whole of an answer or any sentence; sentences that speak of deadlines,
// reviews, disclaimers or other systems give nothing.
func findRetention(text string) []retentionHit {
	sentences := sentencesOf(text)
	var out []retentionHit
	for i, s := range sentences {
		if imperativeTalk.MatchString(s.Text) || foreign(s.Text) {
			continue
		}
		c := retentionContext{sentences, i}
		hits := c.timed()
		if len(hits) == 0 {
			hits = c.untimed()
		} else {
			hits = append(hits, c.whileBeside()...)
			hits = append(hits, c.foreverBeside()...)
			hits = append(hits, c.neededBeside()...)
		}
		for _, h := range hits {
			if !repeatsRetention(out, h) {
				out = append(out, h)
			}
		}
	}
	return dropPrefaces(out)
}

// dropPrefaces leaves out that the time depends on the kind of record where the
// rules for the kinds follow, and that deletion as such goes by a schedule where
// what the schedule says follows.
func dropPrefaces(hits []retentionHit) []retentionHit {
	timed := slices.ContainsFunc(hits, func(h retentionHit) bool { return h.Period != "" })
	return slices.DeleteFunc(hits, func(h retentionHit) bool {
		return timed && (h.Rule == "no_set_period" || h.Rule == "by_schedule" && onKeeping.MatchString(h.Text))
	})
}

// onKeeping opens a sentence on keeping or deleting itself, and on no records.
var onKeeping = regexp.MustCompile(`(?i)^\W*(?:(?:the|our|all) )?(?:retention|deletion|disposal|destruction|(?:retention )?(?:periods?|times?|rules?)|how long|this|these (?:matters|things|questions))\b(?: (?:and|or) \w+)?(?: of (?:such |this |the )?(?:data|material|information|records))? (?:is|are|follows?|depends?|rests?|comes?)\b`)

// repeatsRetention tells whether h says again what a hit before it says.
func repeatsRetention(hits []retentionHit, h retentionHit) bool {
	return slices.ContainsFunc(hits, func(g retentionHit) bool {
		if g.Kind == "none" || g.Kind == "indefinite" || g.Kind == "unspecified" {
			return g.Kind == h.Kind && g.Scope == h.Scope
		}
		return g.Period == h.Period && g.PeriodMin == h.PeriodMin && g.Scope == h.Scope && (g.Trigger == h.Trigger || g.Start == h.Start || h.Trigger == "not_stated")
	})
}

// retentionContext is one sentence with those before and after it.
type retentionContext struct {
	all []textPart
	at  int
}

func (c retentionContext) sentence() textPart { return c.all[c.at] }

// timed reads the rules with a length in the sentence, one for each length.
func (c retentionContext) timed() []retentionHit {
	s := c.sentence()
	durations := keepingTimes(s.Text)
	if len(durations) == 0 {
		return nil
	}
	var out []retentionHit
	verb := ""
	for i, r := range durationRegions(s.Text, durations) {
		rule := c.governs(r, durations[i], verb)
		if rule == "" {
			continue
		}
		h := c.newHit(r, durations[i])
		h.Rule = rule
		if n := len(out); n > 0 && verb != "" && out[n-1].Scope == h.Scope && (durations[i].Elided || !ownVerb(s.Text[r.Start:r.End]) || elseOpen.MatchString(s.Text[r.Start:r.End])) {
			shareTrigger(&out[n-1].Retention, &h.Retention)
		}
		if n := len(out); n > 0 && h.Trigger == "not_stated" && sameDate.MatchString(s.Text[durations[i].End:]) {
			h.Trigger = out[n-1].Trigger
		}
		verb = rule
		if n := len(out); n > 0 && out[n-1].Period == h.Period && sameRule.MatchString(s.Text[r.Start:durations[i].Start]) {
			continue // "AY + 3, that is to say until three years after …"
		}
		out = append(out, h)
	}
	return out
}

// keepingTimes are the lengths in text that can be how long a thing is kept: no
// deadlines, ages of people, or courses of study.
func keepingTimes(text string) []durationHit {
	return slices.DeleteFunc(appendElided(findDurations(text), text), func(d durationHit) bool {
		before, after := text[:d.Start], text[d.End:]
		deadline := withinLimit.MatchString(before) && !deleteWord.MatchString(before)
		return d.Working || deadline || notKeeping.MatchString(before) || countsBack.MatchString(before) && !deletedEvery(before) || afterThat.MatchString(after) && !(strings.HasPrefix(after, " old") && onceAged.MatchString(before))
	})
}

// onceAged opens the age at which a thing goes: "wiped when they are a year old".
var onceAged = regexp.MustCompile(`(?i)\b(?:when|once|until|till|as soon as)(?: (?:it|they|these|those|this|the \w+|\w+s))?(?: (?:is|are|becomes?|turns?|reach(?:es)?|gets?))? $`)

// ownVerb tells whether a region says for itself that something is kept or
// deleted.
func ownVerb(region string) bool {
	return keepWord.MatchString(region) || deleteWord.MatchString(region)
}

// shareTrigger gives the event of one rule to the other where the second is an
// ellipsis: "six years after closure; minor ones for two".
func shareTrigger(first, second *thread.Retention) {
	if second.Trigger == "not_stated" {
		second.Trigger = first.Trigger
	} else if first.Trigger == "not_stated" {
		first.Trigger = second.Trigger
	}
}

// elseOpen opens the other half of a rule, which counts from the same event.
var elseOpen = regexp.MustCompile(`(?i)^\W*(?:(?:where|if) (?:(?:it|they|that|this) (?:is|are|does|do|has|have)(?: not|n't)|not)\b|otherwise|in (?:all |any )?other cases)`)

// sameDate counts a second length from the event of the first.
var sameDate = regexp.MustCompile(`(?i)^ (?:from|after) (?:the same|that|this) (?:date|day|point|time|event)\b`)

// keptFor is a length that keeping is at once followed by.
var keptFor = regexp.MustCompile(`(?i)\b(?:kept|keeps?|held|holds?|retain(?:s|ed)?|stor(?:e|es|ed)|preserved|archived)\b[^.;,]{0,50}\b(?:for|until)\b[^.;,]{0,60}\b(?:years?|months?|weeks?|days?)\b`)

var sameRule = regexp.MustCompile(`(?i)^\W*(?:that is|i\.?e\.?|in other words|meaning|which means|namely)\b`)

// governs names the rule that makes d a keeping time in its region, "" if none
// does. verb is the rule of the region before, which an ellipsis shares.
func (c retentionContext) governs(r textPart, d durationHit, verb string) string {
	region := bracketed.ReplaceAllString(youAsked.ReplaceAllString(r.Text, ""), "")
	switch {
	case figureTalk.MatchString(region) && !deleteWord.MatchString(region) && !keptFor.MatchString(region), askToDelete.MatchString(region):
		return ""
	case c.goesOn(r.Text[:d.Start-r.Start]):
		return "kept_for"
	case spentOtherwise(r.Text[:d.Start-r.Start]), keptOnce(r.Text[:d.Start-r.Start]):
		return ""
	case ruling(deleteWord, region):
		return "deleted_after"
	case ruling(keepWord, region):
		return "kept_for"
	case c.bare() && !ownVerb(r.Text[:d.Start-r.Start]):
		return "bare_duration" // the verb behind it is of the event
	case ownVerb(region):
		return "" // somebody else's doing, or what happened once
	case verb != "":
		return verb
	case meetsFate(r.Text, d.Start-r.Start, d.End-r.Start):
		return "fate_after"
	case accessWord.MatchString(region) && (ownMatter.MatchString(c.sentence().Text) || firstTrigger(region) == "collection"), periodIs.MatchString(region), ruleLength.MatchString(r.Text[d.End-r.Start:]):
		return "kept_for"
	case d.YearEnd || strings.Contains(c.sentence().Text, "+") || labelLine.MatchString(c.sentence().Text) && strings.Contains(region, " plus "):
		return "schedule_line"
	case commaLabel(r.Text[:d.Start-r.Start]) && bareTail.MatchString(r.Text[d.End-r.Start:]):
		return "label"
	case recordLabel(r.Text[:d.Start-r.Start]) && (!strings.HasSuffix(r.Text[:d.Start-r.Start], "(") || !hasVerb(r.Text)), c.headed():
		return "label"
	case c.bare():
		return "bare_duration"
	}
	return ""
}

var (
	// accessWord tells how long posts can be seen in a tool.
	accessWord = regexp.MustCompile(`(?i)\b(?:available|visible|accessible|searchable|viewable|shows?|displays?|(?:can|could|may)(?: only)? (?:be (?:seen|viewed|searched|read|called up|looked at|found|retrieved|consulted)|see|look at|view|search|read|call up|retrieve)|access to|(?:go|goes|reach|reaches|look|looks|search|searches|scroll) back)\b`)
	periodIs   = regexp.MustCompile(`(?i)\b(?:periods?|time limits?|limits?|terms?|the (?:rule|time))(?:,? (?:for|of) [^.;]{3,60})? (?:is|are|would be) (?:\w+ )?(?:\d|` + wordNumber + `|a |(?:the )?current )`)
	// ruleLength is a length as the name of a rule: "the six-year period applies".
	ruleLength = regexp.MustCompile(`(?i)^ (?:retention )?(?:periods?|rules?|limits?|terms?) (?:is|are|appl(?:y|ies)|also)\b`)
	labelLine  = regexp.MustCompile(`^[^:]{3,70}: `)
	// labelHead is a heading with little between it and a length.
	labelHead = regexp.MustCompile(`(?i)^([^:.;]{3,140}?)(?:: | [-–=] | \()(?:(?:\w+ ){0,2})$`)
)

// recordLabel tells whether head, the words ahead of a length, is a kind of
// record with a colon: "Captures not relied upon: ".
func recordLabel(head string) bool {
	m := labelHead.FindStringSubmatch(head)
	return m != nil && (recordNoun.MatchString(m[1]) || kindIn(m[1]) != "" || strings.EqualFold(m[1], "complaints"))
}

// commaLabel tells whether head is a kind of record with a comma, and no clause:
// "Student complaint files, ".
func commaLabel(head string) bool {
	m := labelComma.FindStringSubmatch(head)
	return m != nil && !hasVerb(head) && (recordNoun.MatchString(m[1]) || kindIn(m[1]) != "")
}

var labelComma = regexp.MustCompile(`(?i)^\W*((?:[\w'-]+ ?){1,8}), (?:about |some |up to |for |normally |usually )?$`)

// goesOn tells whether head, the words ahead of a length, only points back to the
// sentence before, which says whose time it is: "… and go when it goes. That is". A
// condition in front only names the case: "If it is on a Prevent file, that's".
func (c retentionContext) goesOn(head string) bool {
	when, rest := splitCondition(head)
	further := when != "" && inThatCase.MatchString(rest)
	if c.at == 0 || !further && !thatIs.MatchString(head) {
		return false
	}
	before := c.all[c.at-1].Text
	return keepWord.MatchString(before) || deleteWord.MatchString(before) || sharesFate.MatchString(before) || further && len(keepingTimes(before)) > 0
}

var (
	// inThatCase stands ahead of the length of a further case, which has the verb of
	// the sentence before: "If it was put on a file, however, it is six years".
	inThatCase = regexp.MustCompile(`(?i)^\W*(?:(?:however|then|instead|though|by contrast),? )?(?:(?:it|that|this|they|these|those)(?:(?: is| are| becomes?)|'s|'re)(?: (?:then|instead|rather))? )?(?:for )?(?:about |some |up to )?$`)
	thatIs     = regexp.MustCompile(`(?i)^\W*(?:and )?(?:that|this|it|which) (?:is|means|would be|comes to|amounts to|works out (?:at|as))(?: (?:at present|currently|now|to say|[a-z]+ly))?,? (?:for )?(?:about |some |up to )?$`)
	// sharesFate lets a thing last as long as another.
	sharesFate = regexp.MustCompile(`(?i)\b(?:go(?:es)? when|go(?:es)? with|shares? (?:the|its|their) (?:fate|life|period)|stands? (?:or|and) falls?|as long as|lasts?|follows? (?:the|its))\b`)
)

// headed tells whether a line such as "Conduct cases: six years" stands under
// words on keeping or deleting, in the table or in the sentences before it.
func (c retentionContext) headed() bool {
	if !labelLine.MatchString(c.sentence().Text) || c.at == 0 {
		return false
	}
	for i := max(0, c.at-4); i < c.at; i++ {
		if keepWord.MatchString(c.all[i].Text) || deleteWord.MatchString(c.all[i].Text) {
			return len(c.all[i].Text) < 160 && len(c.sentence().Text) < 120
		}
	}
	return false
}

// bare tells whether the whole text, or the answer to a question in it, is little
// more than a length: "Six years after the case is closed."
func (c retentionContext) bare() bool {
	s := c.sentence()
	d := findDurations(s.Text)
	first := c.at == 0 && len(c.all) <= 2 || c.at > 0 && howLong.MatchString(c.all[c.at-1].Text)
	return bareTail.MatchString(s.Text[lastEnd(d):]) && first && len(d) > 0 && len(strings.Fields(limiter.ReplaceAllString(s.Text[:d[0].Start], ""))) <= 2 && len(strings.Fields(s.Text)) <= 16*len(d)
}

// limiter makes a length the longest or the shortest: "Not for more than".
var limiter = regexp.MustCompile(`(?i)\b(?:(?:not|no|never) (?:for )?(?:more|longer|less|later) than|(?:for )?(?:an? |the )?(?:maximum|minimum)(?: of)?|up to|at (?:the )?(?:most|least|longest))\b`)

// howLong is a question that the reply puts to itself.
var howLong = regexp.MustCompile(`(?i)\b(?:how long|what period|until when|retention)\b[^.]*\?$`)

// bareTail is what can follow a length that is the whole of an answer.
var bareTail = regexp.MustCompile(`(?i)^\W*(?:$|(?:after|from|since|following|counted|reckoned|measured|running|starting|beginning|dating|post|of|on|once|when|until|for|then|as|in (?:line|accordance|respect|the case)|per|under|rolling|if|unless|with|\w+ly)\b)`)

func lastEnd(d []durationHit) int {
	if len(d) == 0 {
		return 0
	}
	return d[len(d)-1].End
}

// deletedEvery tells of a clearing at intervals, which bounds the age of what is
// there: "cleared every six months".
func deletedEvery(before string) bool {
	return everyWord.MatchString(before) && ruling(deleteWord, before)
}

var everyWord = regexp.MustCompile(`(?i)\bevery $`)

// newHit codes the rule of one length from its region.
func (c retentionContext) newHit(r textPart, d durationHit) retentionHit {
	s := c.sentence()
	about := r.Text
	if m := butThen.FindStringIndex(r.Text[:d.Start-r.Start]); m != nil {
		about = r.Text[m[1]:] // the length is that of the exception
	}
	var h retentionHit
	h.Start, h.End = trimPart(s.Text, r, s.Start)
	h.Retention = thread.Retention{
		Period: d.Period, PeriodMin: d.PeriodMin, Months: d.Months, Kind: d.kind(),
		Scope: c.scope(about), Basis: c.basis(),
		Text: s.Text[h.Start-s.Start : h.End-s.Start],
	}
	h.Trigger = triggerOf(r.Text, d.Start-r.Start, d.End-r.Start, d.YearEnd)
	if m := clockStarts.FindString(c.textAfter(d.End)); h.Trigger == "not_stated" && m != "" {
		h.Trigger = cmp.Or(firstTrigger(m), h.Trigger)
	}
	if h.Trigger == "not_stated" && c.at > 0 && thenLater.MatchString(s.Text[d.End:]) {
		h.Trigger = eventIn(c.all[c.at-1].Text) // "It is destroyed six years after that."
	}
	if h.Trigger == "not_stated" && (h.Scope == "social_media_data" || h.Scope == "marketing_data") && itsOwnAge.MatchString(s.Text[d.End:]) {
		h.Trigger = "collection" // "45 days after we take them", "a year after they land"
	}
	if h.Trigger == "not_stated" && h.Scope == "social_media_data" && !writtenThing.MatchString(r.Text[:d.Start-r.Start]) && deletedAfter.MatchString(r.Text[:d.Start-r.Start]) {
		h.Trigger = "collection" // "removed by the system after 90 days", "a shelf life of a year" count from the capture
	}
	return h
}

// clockStarts says in a clause of its own what a length is counted from: "the clock
// starts when the case is closed".
var clockStarts = regexp.MustCompile(`(?i)\b(?:clock|period|time|counting|count|years?|months?) (?:(?:starts?|begins?|runs?)(?: (?:to run|running))?|(?:is|are|being)? ?counted) (?:when|from|on|once|at|with)\b[^.;]*`)

// textAfter is the rest of the sentence from byte at on, with the next sentence.
func (c retentionContext) textAfter(at int) string {
	rest := c.sentence().Text[at:]
	if c.at+1 < len(c.all) && len(findDurations(c.all[c.at+1].Text)) == 0 {
		rest += " " + c.all[c.at+1].Text
	}
	return rest
}

var deletedAfter = regexp.MustCompile(`(?i)\b(?:delet|destroy|remov|eras|dispos|purg|wip|shred|discard|expire|drop|clear|chuck|throw|overwrit|bin|thrown|rid of|empt|go|disappear|vanish|laps|age|roll|fall)\w*.*\b(?:after|within|once|at|in|every)\s(?:the |about |a period of )?$|\blife(?:[- ]?span)? (?:of|is)\s(?:about )?$`)

// writtenThing is a document of the body's own as what is deleted, whose age a
// capture does not begin.
var writtenThing = regexp.MustCompile(`(?i)^\W*(?:(?:the|all|any|our|its|these|those|such|event|duty|daily|weekly|shift|risk|staff|team|security|working) )*(?:briefings?|summar(?:y|ies)|notes|minutes|memos?|write-?ups?|logs?|assessments?)\b`)

// itsOwnAge counts from something that is done to the data itself.
var itsOwnAge = regexp.MustCompile(`(?i)^,? (?:(?:after|from|since|following|of|counting|counted) ){1,2}(?:(?:the|day|date|time|moment|point|on|at|from|which|when|running|making) ){0,6}(?:they|it|we|the (?:tool|system|software|supplier|search|check))\b`)
