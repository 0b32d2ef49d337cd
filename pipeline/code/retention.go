package code

import (
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

var (
	keepWord    = regexp.MustCompile(`(?i)\b(?:kept|keeps?|keeping|held|holds?|retain(?:s|ed|ing)?|retention|stored?|stores|storage|preserved|archived|(?:remains?|stays?) (?:on|in|part|as|with|for|until|there)|saved|a life(?:span)? of)\b`)
	deleteWord  = regexp.MustCompile(`(?i)\b(?:delet(?:e|es|ed|ing|ion)|destroy(?:s|ed|ing)?|destruction|remov(?:e|es|ed|al)|eras(?:e|es|ed|ure)|dispos(?:e|es|ed|al)|purg(?:e|es|ed)|wip(?:e|es|ed)|shred(?:s|ded)?|discard(?:s|ed)?|bin(?:s|ned)|(?:goes|go|put) (?:in(?:to)?|through) the (?:shredder|bin)|thrown (?:away|out)|(?:got|gets?|getting) rid of|(?:goes|disappears?|vanish(?:es)?|lapses?|falls? away) (?:after|within|once|when)|(?:falls?|rolls?|ages?) (?:off|out)|(?:we|it|staff|they) clears?|expung(?:e|es|ed)|expires?|weeded|anonymised|overwritten|cleared|drops (?:posts|mentions|items|results|tweets|them)|dropp?(?:s|ed)? (?:off|out)|(?:older|earlier|previous)\b[^.;]{0,40}\b(?:gone|lost|unavailable|no longer))\b`)
	notKeeping  = regexp.MustCompile(`(?i)\b(?:reviewed|reviews?|revisited|checked|respond\w*|reply|replies|answer(?:ed)?|acknowledg\w*|appeal\w*|complain to|apply to|write to|writ(?:e|ing)|hear from|deadline|lodged|contact(?:ed)?|provided? (?:to you )?)\s(?:\w+ ){0,8}?(?:after|within|every|in|by|for)\s(?:the )?$`)
	withinLimit = regexp.MustCompile(`(?i)\bwithin (?:a |the )?$`)
	countsBack  = regexp.MustCompile(`(?i)\b(?:(?:in|over|during|for|within|throughout) the (?:last|past|previous|preceding)|(?:last|past|previous)|every|each|(?:takes?|took|taking|spen[dt]|needs?|requires?)(?: some| about| up to)?|once (?:a|every|in)|aged?|under|per)\s$`)
	afterThat   = regexp.MustCompile(`(?i)^(?: ago\b| (?:course|degree|programme|contract|plan|strategy|trial|pilot|licence|deal|project|suspension|ban)s?\b| (?:or so )?(?:earlier|before|previously|old\b)| (?:mentioned|referred to|given|stated) (?:above|earlier)| of (?:work|experience|age)| (?:a|per) )`)
	figureTalk  = regexp.MustCompile(`(?i)\b(?:figures?|count|counts|counted|statistics|numbers|how often|tally|register)\b`)
	// foreignMatter heads a rule on something that is no data from social media:
	// the correspondence itself, cameras, the mail system.
	foreignMatter  = regexp.MustCompile(`(?i)\b(?:FOI|freedom of information|information requests?|(?:requests|enquiries) (?:and|for information)|our responses|disclosure log|CCTV|body[- ]worn|door[- ]access|swipe|e-?mails?|messages? of e-?mail|this message|telephone calls|call recordings?|backups?|network logs?|wi-?fi|firewall|browsing|log-?in|web filter\w*|copyright|recipient|addressee|postal)\b`)
	ownMatter      = regexp.MustCompile(`(?i)\b(?:screen-?shots?|screen captures?|posts?|tweets?|mentions|feeds?|social (?:media|network\w*)|disciplin\w+|conduct|misconduct|prevent|complaints?|case files?|search results|monitoring)\b`)
	askToDelete    = regexp.MustCompile(`(?i)\b(?:asks?|asked|asking|requests?|requested|requesting|right (?:to|of)|entitled|appl(?:y|ies) for|object(?:s|ion)?|exercised?)\b.{0,120}\b(?:delet|eras|remov|destr)|\b(?:delet\w+|eras\w+|remov\w+)\b.{0,40}\brequests?\b`)
	imperativeTalk = regexp.MustCompile(`(?i)(?:^|[,;:] |\band )(?:do not|never) |\b(?:must not|should not|please|kindly|without leave|not permitted|prohibited|is forbidden)\b`)
)

// findRetention finds the rules on keeping data in text, in order. It may be
// the whole of an answer or any sentence; sentences that speak of deadlines,
// reviews, disclaimers or other systems give nothing.
func findRetention(text string) []retentionHit {
	sentences := sentencesOf(text)
	var out []retentionHit
	for i, s := range sentences {
		if imperativeTalk.MatchString(s.Text) || foreignMatter.MatchString(s.Text) && !ownMatter.MatchString(s.Text) {
			continue
		}
		c := retentionContext{sentences, i}
		hits := c.timed()
		if len(hits) == 0 {
			hits = c.untimed()
		} else {
			hits = append(hits, c.whileBeside()...)
			hits = append(hits, c.foreverBeside()...)
		}
		for _, h := range hits {
			if !repeatsRetention(out, h) {
				out = append(out, h)
			}
		}
	}
	return out
}

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
	durations := slices.DeleteFunc(findDurations(s.Text), func(d durationHit) bool {
		before, after := s.Text[:d.Start], s.Text[d.End:]
		deadline := withinLimit.MatchString(before) && !deleteWord.MatchString(before)
		return d.Working || deadline || notKeeping.MatchString(before) || countsBack.MatchString(before) || afterThat.MatchString(after)
	})
	if len(durations) == 0 {
		return nil
	}
	var out []retentionHit
	verb := ""
	for i, r := range durationRegions(s.Text, durations) {
		rule := c.governs(s.Text[r.Start:r.End], durations[i], verb)
		if rule == "" {
			continue
		}
		h := c.newHit(r, durations[i])
		h.Rule = rule
		if n := len(out); n > 0 && verb != "" && out[n-1].Scope == h.Scope && !ownVerb(s.Text[r.Start:r.End]) {
			shareTrigger(&out[n-1].Retention, &h.Retention)
		}
		verb = rule
		if n := len(out); n > 0 && out[n-1].Period == h.Period && sameRule.MatchString(s.Text[r.Start:durations[i].Start]) {
			continue // "AY + 3, that is to say until three years after …"
		}
		out = append(out, h)
	}
	return out
}

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

// keptFor is a length that keeping is at once followed by.
var keptFor = regexp.MustCompile(`(?i)\b(?:kept|keeps?|held|holds?|retain(?:s|ed)?|stor(?:e|es|ed)|preserved|archived)\b[^.;,]{0,50}\b(?:for|until)\b[^.;,]{0,60}\b(?:years?|months?|weeks?|days?)\b`)

var sameRule = regexp.MustCompile(`(?i)^\W*(?:that is|i\.?e\.?|in other words|meaning|which means|namely)\b`)

// governs names the rule that makes d a keeping time in its region, "" if none
// does. verb is the rule of the region before, which an ellipsis shares.
func (c retentionContext) governs(region string, d durationHit, verb string) string {
	switch {
	case figureTalk.MatchString(region) && !deleteWord.MatchString(region) && !keptFor.MatchString(region), askToDelete.MatchString(region):
		return ""
	case deleteWord.MatchString(region):
		return "deleted_after"
	case keepWord.MatchString(region):
		return "kept_for"
	case verb != "":
		return verb
	case accessWord.MatchString(region) && ownMatter.MatchString(c.sentence().Text), periodIs.MatchString(region):
		return "kept_for"
	case d.YearEnd || strings.Contains(c.sentence().Text, "+") || labelLine.MatchString(c.sentence().Text) && strings.Contains(region, " plus "):
		return "schedule_line"
	case recordLabel.MatchString(region), c.headed():
		return "label"
	case c.bare():
		return "bare_duration"
	}
	return ""
}

var (
	// accessWord tells how long posts can be seen in a tool.
	accessWord = regexp.MustCompile(`(?i)\b(?:available|visible|accessible|searchable|viewable|(?:can|could|may) be (?:seen|viewed|searched|read)|access to|(?:go|goes|reach|reaches|look|looks) back)\b`)
	periodIs   = regexp.MustCompile(`(?i)\b(?:periods?|time limits?)(?: (?:for|of) [^.;]{3,60})? (?:is|are|would be) (?:\w+ )?(?:\d|` + wordNumber + `|a )`)
	labelLine  = regexp.MustCompile(`^[^:]{3,70}: `)
	// recordLabel is a kind of record with its length at once behind it.
	recordLabel = regexp.MustCompile(`(?i)\b(?:records?|files?|notes|papers|reports|register|logs?|screen-?shots?|posts|copies|data|cases?|referrals|results|mentions|complaints|discipline|conduct|prevent|evidence|images|tweets|alerts|material|searches)\b[^:.;]{0,40}: (?:\w+ ){0,2}(?:\d|` + wordNumber + `|a )`)
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

// bare tells whether the whole text is little more than a length: "Six years
// after the case is closed."
func (c retentionContext) bare() bool {
	s := c.sentence()
	d := findDurations(s.Text)
	return c.at == 0 && len(c.all) <= 2 && len(d) > 0 && len(strings.Fields(s.Text[:d[0].Start])) <= 2 && len(strings.Fields(s.Text)) <= 16
}

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
	if h.Trigger == "not_stated" && c.at > 0 && thenLater.MatchString(s.Text[d.End:]) {
		h.Trigger = eventIn(c.all[c.at-1].Text) // "It is destroyed six years after that."
	}
	if h.Trigger == "not_stated" && h.Scope == "social_media_data" && deletedAfter.MatchString(r.Text[:d.Start-r.Start]) {
		h.Trigger = "collection" // "removed by the system after 90 days" counts from the capture
	}
	return h
}

var deletedAfter = regexp.MustCompile(`(?i)\b(?:delet|destroy|remov|eras|dispos|purg|wip|shred|discard|expire|drop|clear|overwrit|binn|thrown|rid of|go|disappear|vanish|laps)\w*.*\b(?:after|within|once|at)\s(?:about |a period of )?$`)
