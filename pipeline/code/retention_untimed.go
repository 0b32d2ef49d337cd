package code

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

var (
	foreverKept = regexp.MustCompile(`(?i)\b(?:indefinitely|permanent(?:ly)?|in perpetuity|for ?ever|for good|for all time|without (?:a |any )?(?:time )?limit|for an? (?:indefinite|unlimited) (?:period|time)|no (?:end|expiry|deletion) date)\b`)
	neverGone   = regexp.MustCompile(`(?i)\b(?:there is no (?:time )?limit\b|nothing (?:is|has been|was|gets)(?: ever)? (?:deleted|destroyed|removed|purged|erased)|(?:is|are|has been|have been) never (?:been )?(?:deleted|destroyed|removed|purged|erased)|(?:have|has) never (?:deleted|destroyed|removed|purged|erased)|(?:is|are) not (?:currently |routinely |normally )?(?:deleted|destroyed|purged|erased))\b`)
	// noOccasion says why nothing has gone yet, which is no rule.
	noOccasion = regexp.MustCompile(`(?i)\b(?:because|as|since|there (?:being|having been)) (?:there (?:is|was|has been) )?(?:no|none|nothing)\b`)
	untilWord  = regexp.MustCompile(`(?i)\b(?:until|unless|before)\b`)

	onSchedule = regexp.MustCompile(`(?i)\b(?:in (?:line|accordance|keeping|compliance|conformity) with|according to|as (?:set out|stated|specified|laid down|defined|described) in|(?:set out|specified|laid down|defined|governed|determined|covered|given|shown|stated|prescribed|fixed) (?:in|by)|subject to|per|under|follows?|pursuant to)\b[^.;]{0,90}\b(?:schedules?|polic(?:y|ies)|procedures?|retention|guidelines|guidance|legislation|requirements|principles?|regulations?|GDPR|Act|framework)\b`)
	asLongAs   = regexp.MustCompile(`(?i)\b(?:(?:for )?(?:only )?(?:as|so) long as|(?:no|not) (?:for )?longer than|not (?:\w+ ){1,4}(?:for )?longer than|only while|when(?:ever)? (?:the next|a (?:new|newer|later|fresh)) [^.;]{0,30}\b(?:comes?|arrives?|appears?|is)\b|(?:until|till|once|when|after|as soon as) (?:it|they|these|those|this|the [\w ]{3,40}) (?:is|are|has|have|ends?|closes?|concludes?)|(?:when(?:ever)?|once|as soon as|after) (?:it is |they are )?no longer|(?:when|once|until) (?:we|it|they|there) (?:have|has|is|are) no (?:more|further|longer)\b|for the (?:duration|length|lifetime|life) of|(?:when(?:ever)?|once|until|as soon as|after) (?:[\w']+ ){1,4}?(?:any ?more|any longer|(?:finished|done) with|(?:served|fulfilled) (?:its|their) purposes?|(?:lost|outlived) (?:its|their) \w+)\b|until (?:the )?(?:end|close|closure|conclusion|completion) of|at the (?:end|close|conclusion) of|on (?:a )?case[- ]by[- ]case)\b`)
	noSetTime  = regexp.MustCompile(`(?i)\bno (?:set|fixed|specific|standard|formal|defined|prescribed) (?:retention |deletion )?(?:period|time|length|limit|schedule|date)\b|\b(?:retention|how long|the periods?)\b[^.;]{0,60}\b(?:depends|varies|vary|(?:is|are) (?:decided|determined|considered|judged|set) (?:on a )?(?:case[- ]by[- ]case|individually|in each case))\b`)
)

// untimed reads a rule without a length: for ever, nothing kept, or a period
// that is not put in figures.
func (c retentionContext) untimed() []retentionHit {
	s := c.sentence().Text
	verb := ruling(keepWord, s) || ruling(deleteWord, s)
	switch {
	case foreverSaid(s) && verb, permanentThing(s), neverGone.MatchString(s) && !untilWord.MatchString(s) && !noOccasion.MatchString(s):
		return c.unmeasured("indefinite", "kept_for_ever")
	case nothingKept(s):
		return c.unmeasured("none", "nothing_kept")
	case c.at == 0 && len(c.all) == 1 && bareSchedule.MatchString(s):
		return c.unmeasured("unspecified", "by_schedule")
	case !verb || exemptTalk.MatchString(s) || askToDelete.MatchString(s) || figureTalk.MatchString(s):
		return nil
	case howLongBy.MatchString(s):
		return c.unmeasured("unspecified", "by_schedule")
	case c.untilEvent() != "":
		h := c.unmeasured("unspecified", "until_event")
		h[0].Trigger = c.untilEvent()
		return h
	case noSetTime.MatchString(s):
		return c.unmeasured("unspecified", "no_set_period")
	case asLongAs.MatchString(s):
		return c.unmeasured("unspecified", "as_long_as")
	case onSchedule.MatchString(s) && ruledBy.MatchString(s):
		return c.unmeasured("unspecified", "by_schedule")
	}
	return nil
}

// foreverSaid tells whether a sentence says for ever and does not deny it: "nobody
// could say that they are kept for ever".
func foreverSaid(s string) bool {
	m := foreverKept.FindStringIndex(s)
	if m == nil {
		return false
	}
	a := readContext(strings.ToLower(s)).assert(m[0], m[1])
	return !a.Negated || strings.HasPrefix(a.Trigger, "without") // "reports without names are kept for ever"
}

// permanentThing tells whether a sentence calls the records in its subject
// permanent: "Campaign reports are permanent." An exclusion can be so too.
func permanentThing(s string) bool {
	m := callsPermanent.FindStringIndex(s)
	return m != nil && thingWord.MatchString(s[:m[0]])
}

var (
	callsPermanent = regexp.MustCompile(`(?i)\b(?:is|are|remains?|(?:is|are) classed as)(?: \w+ly)?(?: an?)? permanent(?: (?:ones?|records?|files?|retention))?(?:$|[.,;)])`)
	thingWord      = regexp.MustCompile(recordNoun.String() + `|(?i)\b(?:reports?|logs?|registers?|retention|statistics|posts?|screen-?shots?|screen[- ]?grabs?|captures?|tweets?|mentions|results|alerts|items|prints?|hits|references|minutes|decisions?)\b`)
)

var (
	keptUntil   = regexp.MustCompile(`(?i)\b(?:until|till|while|whilst|throughout|for as long as|(?:for the )?(?:duration|length|lifetime|life) of)\b`)
	deletedOnce = regexp.MustCompile(`(?i)\b(?:once|as soon as|when|after|upon|on|at|following)\b`)
)

// untilEvent is the event that ends a keeping without a length: "kept until the
// student graduates", "deleted upon the conclusion of the matter".
func (c retentionContext) untilEvent() string {
	s := c.sentence().Text
	for _, r := range []struct{ verb, marker *regexp.Regexp }{{deleteWord, deletedOnce}, {keepWord, keptUntil}} {
		verb := r.verb.FindStringIndex(s)
		if verb == nil {
			continue
		}
		rest := s[verb[1]:]
		if end := strings.IndexAny(rest, ",;."); end >= 0 {
			rest = rest[:end]
		}
		m := r.marker.FindStringIndex(rest)
		if m == nil {
			continue
		}
		event := strings.Join(firstWords(rest[m[0]:], 14), " ")
		if code := firstTrigger(event); code != "" && code != "collection" && code != "last_action" {
			return code
		}
	}
	return ""
}

func firstWords(s string, n int) []string {
	words := strings.Fields(s)
	return words[:min(n, len(words))]
}

// foreverBeside reads the clauses of a sentence that keep something for ever
// while another clause sets a length.
func (c retentionContext) foreverBeside() []retentionHit {
	s := c.sentence()
	var out []retentionHit
	at := 0
	for clause := range strings.SplitSeq(unlessWord.ReplaceAllString(s.Text, "; $1"), ";") {
		if foreverSaid(clause) && keepWord.MatchString(clause) && len(findDurations(clause)) == 0 {
			part := retentionContext{slices.Clone(c.all), c.at}
			part.all[c.at] = textPart{clause, s.Start + at, s.Start + at + len(clause)}
			hits := part.unmeasured("indefinite", "kept_for_ever")
			if kindIn(clause) == "" {
				hits[0].Scope = c.scope(s.Text) // "…, unless expelled, when they are kept for good"
			}
			out = append(out, hits...)
		}
		at += len(clause) + 1
	}
	return out
}

// neededBeside reads the clauses of a sentence that keep a thing of their own for as
// long as it is needed while another clause sets a length: "…, and the exports are got
// rid of when they are no longer wanted".
func (c retentionContext) neededBeside() []retentionHit {
	s := c.sentence()
	var out []retentionHit
	at := 0
	for clause := range strings.SplitSeq(nextMain.ReplaceAllString(s.Text, ";$1"), ";") {
		m := asLongAs.FindStringIndex(clause)
		own := m != nil && noMoreWanted.MatchString(clause) && (ruling(keepWord, clause) || ruling(deleteWord, clause))
		if own && thingSubject.MatchString(clause) && len(findDurations(clause)) == 0 {
			part := retentionContext{slices.Clone(c.all), c.at}
			part.all[c.at] = textPart{clause, s.Start + at, s.Start + at + len(clause)}
			if !filePointer.MatchString(clause) { // it says itself what it is about
				part = retentionContext{part.all[c.at : c.at+1], 0}
			}
			out = append(out, part.unmeasured("unspecified", "as_long_as")...)
		}
		at += len(clause) + 1
	}
	return out
}

var (
	// nextMain opens a main clause beside another, in as many bytes as what replaces it.
	nextMain     = regexp.MustCompile(`,( (?:and|but|while|whereas) )`)
	noMoreWanted = regexp.MustCompile(`(?i)\b(?:no longer|any ?more|any longer|(?:finished|done) with|served (?:its|their) purposes?|(?:as|so) long as (?:it|they) (?:is|are) (?:\w+ )?(?:needed|wanted|required|of use|useful|relevant))\b`)
	// thingSubject is a thing as the subject of a clause.
	thingSubject = regexp.MustCompile(`(?i)^\W*(?:and |but |while |whereas )?(?:(?:the|any|all|our|its|their|such|these|those) )?(?:[\w'-]+ ){0,3}?(?:data|material|copies|images?|records?|files?|notes?|folders?|documents?|spreadsheets?|exports?|extracts?|reports?|summar(?:y|ies)|prints?|print-?outs?|screen-?shots?|captures?|posts?|lists?)\b`)
)

// unlessWord opens the exception, in as many bytes as what replaces it.
var unlessWord = regexp.MustCompile(`, (unless|except|save|but)\b`)

// butThen parts what is usually done from what is done otherwise.
var butThen = regexp.MustCompile(`(?i)[,;] (?:unless|but|otherwise|except)\b`)

// whileBeside reads a rule bound to an event ahead of the exception that has a
// length: "kept while the case is open, unless …, then for six years".
func (c retentionContext) whileBeside() []retentionHit {
	s := c.sentence()
	m := butThen.FindStringIndex(s.Text)
	if m == nil {
		return nil
	}
	clause := s.Text[:m[0]]
	if !asLongAs.MatchString(clause) || !keepWord.MatchString(clause) || len(findDurations(clause)) > 0 {
		return nil
	}
	part := retentionContext{slices.Clone(c.all), c.at}
	part.all[c.at] = textPart{clause, s.Start, s.Start + len(clause)}
	hits := part.unmeasured("unspecified", "as_long_as")
	return slices.DeleteFunc(hits, func(h retentionHit) bool { return h.Trigger == "not_stated" })
}

// bareSchedule is the whole of an answer that only names what rules the time.
var bareSchedule = regexp.MustCompile(`(?i)^\W*(?:(?:as )?per|in (?:line|accordance|keeping) with|according to|subject to|as (?:set out|stated) in) [^.;]{0,50}\bretention [^.;]{0,40}\.?$`)

// exemptTalk marks talk of what a reply leaves out, not of what is deleted.
var exemptTalk = regexp.MustCompile(`(?i)\b(?:exempt\w*|withheld|redact\w*|under (?:section|regulation) \d)`)

// ruledBy is a passive of keeping or deleting, or a retention period as subject.
var ruledBy = regexp.MustCompile(`(?i)\b(?:is|are|be|being|been|will be|would be|was|were)(?: \w+){0,3} (?:kept|held|retained|stored|deleted|destroyed|disposed|removed|erased|archived|purged|managed|dealt with|treated|handled)\b|\b(?:retention|deletion|disposal|destruction)(?: periods?| of [\w ]{3,60}| times?)? (?:is|are|would be|will be|takes? place)\b|\b(?:we|` + ourNouns + `|it) (?:retains?|keeps?|stores?|deletes?|destroys?|disposes?)\b|\bfollows? (?:the|our) [^.;]*\bretention\b`)

// howLongBy makes how long things are kept the matter of a schedule.
var howLongBy = regexp.MustCompile(`(?i)^\W*(?:for )?(?:how long|when) [^.;]{3,80}\b(?:kept|keeps?|held|holds?|retain(?:s|ed)?|stored?|deleted?|destroyed?)\b[^.;]*\b(?:schedules?|polic(?:y|ies))\b`)

func (c retentionContext) unmeasured(kind, rule string) []retentionHit {
	s := c.sentence()
	h := retentionHit{Rule: rule}
	h.Start, h.End = trimPart(s.Text, textPart{s.Text, 0, len(s.Text)}, s.Start)
	h.Retention = thread.Retention{
		Months: -1, Kind: kind, Trigger: "not_stated", Scope: c.scope(s.Text), Basis: c.basis(),
		Text: s.Text[h.Start-s.Start : h.End-s.Start],
	}
	if kind == "none" {
		h.Scope, h.Basis = "social_media_data", ""
	}
	if kind == "unspecified" && rule == "as_long_as" {
		m := asLongAs.FindStringIndex(s.Text)
		if h.Trigger = triggerOf(s.Text, m[0], m[0], false); h.Trigger == "collection" {
			h.Trigger = "not_stated" // "no longer than is necessary for what it was obtained for"
		}
	}
	return []retentionHit{h}
}
