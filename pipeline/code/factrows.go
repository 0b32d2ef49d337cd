package code

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"roundrobin/pipeline/thread"
)

// running is a stretch of reply to be read as one text.
type running struct {
	spans []thread.Span
	leaf  string
}

// retentionTexts reads the running texts of the answers that feed the table on
// retention and then all others, each once. told is whether the former said a
// rule: then a rule elsewhere is one told in passing.
func (c *coder) retentionTexts(read func(r running, told bool) bool) {
	seen := map[thread.Span]bool{}
	told := false
	for _, feeding := range []bool{true, false} {
		before := told
		c.each(func(a *answer) {
			if slices.Contains(a.leaf.Feeds, "retention") != feeding || a.Disposition == refused || a.Disposition == ncnd {
				return
			}
			runs := c.stretches(a.Spans)
			if a.earlier != nil && addsToEarlier.MatchString(a.low()) {
				runs = append(c.stretches(a.earlier.Spans), runs...)
			}
			for _, run := range runs {
				if !seen[run[0]] {
					seen[run[0]] = true
					told = read(running{run, a.QuestionID}, before) || told
				}
			}
		})
	}
}

// addsToEarlier marks a later answer that leaves the earlier one standing and adds to
// it: "What was said about the file is right. To it should be added that …".
var addsToEarlier = regexp.MustCompile(`\b(?:(?:should|must|may|ought to|is to|needs to) (?:also )?be added|(?:said|told|stated|given|written|answered)\b[^.;]{0,60} (?:is|was|were|are|remains?) (?:still )?(?:right|correct|true|accurate)|in addition to (?:what|the (?:answer|rule|period)s?)|(?:should|ought to) (?:also )?have (?:added|mentioned)|(?:omitted|forgot|neglected) to (?:say|add|mention)|the rest (?:of (?:it|the answer) )?stands)\b`)

// placedRule is a rule on keeping data with its place in the thread.
type placedRule struct {
	retentionHit
	leaf string
	at   thread.Span
}

// retentionRows lists the rules on keeping data that the reply states.
func (c *coder) retentionRows() {
	var rules []placedRule
	c.retentionTexts(func(r running, told bool) bool {
		found := c.rulesIn(r, told)
		rules = append(rules, found...)
		return len(found) > 0
	})
	if annexed := c.annexedSchedule(rules); len(annexed) > 0 {
		pointed := func(r placedRule) bool { return r.Rule == "by_schedule" }
		rules = append(slices.DeleteFunc(rules, pointed), annexed...)
	}
	for _, r := range rules {
		if slices.ContainsFunc(rules, r.restates) {
			continue
		}
		c.addRetention(r.retentionHit, r.leaf, r.at)
	}
}

// annexedSchedule reads the rows of a retention schedule that an answer points to and
// the reply encloses: they say what "in accordance with the schedule" leaves open.
func (c *coder) annexedSchedule(rules []placedRule) []placedRule {
	i := slices.IndexFunc(rules, func(r placedRule) bool { return r.Rule == "by_schedule" && enclosedWord.MatchString(r.Text) })
	if i < 0 {
		return nil
	}
	var out []placedRule
	for j, a := range c.t.Messages[rules[i].at.Ref.Message].Attachments {
		ref := thread.TextRef{Message: rules[i].at.Ref.Message, Attachment: j}
		if ref == rules[i].at.Ref || !scheduleTitle.MatchString(firstLines(a.Text)) {
			continue
		}
		for _, h := range tableRetention(a.Text) {
			at := thread.Span{Ref: ref, Start: h.Start, End: h.End}
			h.Text = c.t.NewView(at).Text
			out = append(out, placedRule{h, rules[i].leaf, at})
		}
	}
	return out
}

var (
	enclosedWord  = regexp.MustCompile(`(?i)\b(?:annex(?:es|ed)?|appendix|appended|attached|attachment|enclosed|enclosure|reproduced|extract(?:ed)?|below|overleaf)\b`)
	scheduleTitle = regexp.MustCompile(`(?i)\b(?:retention|disposal)\b`)
)

// firstLines are the lines in which a document names itself.
func firstLines(text string) string { return text[:min(len(text), 300)] }

// restates tells whether r is another answer's rule o told again in short: the bare
// length of it, or that the data stays as long as the file whose rule it is.
func (r placedRule) restates(o placedRule) bool {
	if o.at == r.at || o.Kind != "fixed" && o.Kind != "range" {
		return false
	}
	if r.Rule == "bare_duration" {
		return o.leaf != r.leaf && o.Rule != r.Rule && o.Period == r.Period && o.PeriodMin == r.PeriodMin
	}
	return r.Rule == "as_long_as" && r.Trigger == "not_stated" && filedKind(r.Text) == "" && o.Scope == r.Scope && o.Scope != "social_media_data"
}

// rulesIn finds the rules in the tables of a running text and in what it says
// beside them; where told, only those that can be told in passing.
func (c *coder) rulesIn(r running, told bool) []placedRule {
	var out []placedRule
	var rows []thread.Span
	ref, base := r.spans[0].Ref, r.spans[0].Start
	for _, h := range tableRetention(c.t.Text(ref)[base:r.spans[len(r.spans)-1].End]) {
		at := thread.Span{Ref: ref, Start: base + h.Start, End: base + h.End}
		h.Text = c.t.NewView(at).Text
		rows = append(rows, at)
		if !told || h.inPassing() {
			out = append(out, placedRule{h, r.leaf, at})
		}
	}
	for _, v := range c.beside(r.spans, rows) {
		for _, h := range findRetention(v.Text) {
			if !told || h.inPassing() {
				out = append(out, placedRule{h, r.leaf, v.Span(h.Start, h.End)})
			}
		}
	}
	return out
}

// inPassing tells whether a rule found in the answer to another question can
// stand beside those of the answer on retention: it has a length and names what
// is kept or the event.
func (h retentionHit) inPassing() bool {
	return h.Period != "" && h.Rule != "bare_duration" && (h.Trigger != "not_stated" || kindIn(h.Text) != "")
}

func (c *coder) addRetention(h retentionHit, leaf string, at thread.Span) {
	h.QuestionID = leaf
	same := func(x thread.Retention) bool {
		return x.Kind == h.Kind && x.Period == h.Period && x.PeriodMin == h.PeriodMin && x.Scope == h.Scope &&
			(x.Trigger == h.Trigger || h.Trigger == "not_stated" && h.Kind == "fixed")
	}
	if slices.ContainsFunc(c.out.Retention, same) {
		return
	}
	c.out.Retention = append(c.out.Retention, h.Retention)
	c.prove("retention_periods", strconv.Itoa(len(c.out.Retention)), "period", cmp.Or(h.Period, h.Kind), "retention: "+h.Rule, at)
}

// disclosureRows lists who was given information, from the tables of the answer
// and what it says beside them.
func (c *coder) disclosureRows(s sessions) {
	a := c.under("disclosures")
	if a == nil || a.Disposition == ncnd {
		return
	}
	var tabled, told []disclosureHit
	var cells []thread.Span
	if a.Disposition == refused {
		c.addDisclosures(c.passedLater(a, s))
		return
	}
	c.tables(a, func(ref thread.TextRef, text string, base int) {
		for _, h := range tableDisclosures(text, s, c.ref.recipients) {
			h.at = thread.Span{Ref: ref, Start: base + h.Start, End: base + h.End}
			tabled, cells = append(tabled, h), append(cells, h.at)
		}
	})
	for _, v := range c.prose(a, cells) {
		for _, h := range findDisclosures(v.Text, c.ref.recipients, s) {
			h.at = v.Span(h.Start, h.End)
			told = append(told, h)
		}
	}
	for _, v := range c.strayed(a) {
		told = append(told, c.passedIn(v, s)...)
	}
	if a.Disposition == notAddressed || a.Disposition == notHeld {
		told = append(told, c.passedLater(a, s)...)
	}
	c.addDisclosures(append(told, tabled...))
}

// passedLater are the recipients with a number, which alone is firm enough, that
// the reply names after an answer without any: anywhere where a says nothing, and
// in a later letter, such as that on a review, where a was refused or not held.
func (c *coder) passedLater(a *answer, s sessions) []disclosureHit {
	var out []disclosureHit
	for _, v := range c.reply {
		if len(a.Spans) > 0 && a.Disposition != notAddressed && v.All().Ref.Message <= a.Spans[len(a.Spans)-1].Ref.Message {
			continue
		}
		out = append(out, slices.DeleteFunc(c.passedIn(v.View, s), func(h disclosureHit) bool { return h.Count.N == 0 })...)
	}
	return out
}

func (c *coder) addDisclosures(hits []disclosureHit) {
	for _, h := range onlyNone(settleDisclosures(hits)) {
		c.out.Disclosures = append(c.out.Disclosures, h.Disclosure)
		c.prove("disclosures", strconv.Itoa(len(c.out.Disclosures)), "recipient", h.Recipient, "disclosure: "+h.Rule, h.at)
	}
}

// onlyNone makes one row of an answer that denies every recipient it names: "No. Not
// the police, not HESA" is that nothing was passed on.
func onlyNone(hits []disclosureHit) []disclosureHit {
	given := func(h disclosureHit) bool {
		return !h.Count.Known || h.Count.N > 0 || !h.Period.Start.IsZero() || !h.Period.End.IsZero()
	}
	if len(hits) == 0 || slices.ContainsFunc(hits, given) {
		return hits
	}
	h := hits[0]
	h.Recipient, h.Rule = "none", "nobody"
	return []disclosureHit{h}
}

// passedIn are the recipients in a sentence that belongs to no answer on
// recipients; it must say itself that something was passed on.
func (c *coder) passedIn(v thread.View, s sessions) []disclosureHit {
	var out []disclosureHit
	for _, h := range findDisclosures(v.Text, c.ref.recipients, s) {
		if h.Recipient != "none" && changesHands(v.Text) {
			h.at = v.Span(h.Start, h.End)
			out = append(out, h)
		}
	}
	return out
}

// usageRows lists the figures on use in the same way, with those put right that a
// later letter corrects.
func (c *coder) usageRows(s sessions) {
	a := c.under("usage")
	if a == nil || a.Disposition == ncnd || a.aligned == nil {
		return
	}
	figures := c.figuresOf(a, s)
	corrected := c.corrections(a, s)
	if len(corrected) > 0 && a.earlier != nil {
		figures = c.figuresOf(a.earlier, s) // of which the later letter only puts one right
	}
	for _, f := range figures {
		for _, x := range corrected {
			if x.applies(f.Count, f.Period) {
				f.Count, f.at = x.is, x.at
			}
		}
		undated := f.Period.Start.IsZero() || f.Period.End.IsZero()
		if slices.Contains(c.out.Usage, f.Usage) || a.Disposition == refused && undated {
			continue // a refusal gives figures only where it gives them for part of the time
		}
		c.out.Usage = append(c.out.Usage, f.Usage)
		c.prove("usage", strconv.Itoa(len(c.out.Usage)), "count", strconv.FormatInt(f.Count.N, 10), "usage: "+f.Rule, f.at)
	}
}

// placedFigure is a figure on use with its place in the thread.
type placedFigure struct {
	usageHit
	at thread.Span
}

// figuresOf reads the figures of one answer: in its tables, in what it says beside
// them, and in the paragraphs that it stands in.
func (c *coder) figuresOf(a *answer, s sessions) []placedFigure {
	var out []placedFigure
	var cells []thread.Span
	unit := "other"
	c.tables(a, func(ref thread.TextRef, text string, base int) {
		for _, h := range tableUsage(text, s, c.ref.recipients) {
			at := thread.Span{Ref: ref, Start: base + h.Start, End: base + h.End}
			out, cells, unit = append(out, placedFigure{h, at}), append(cells, at), h.Unit
		}
	})
	for _, v := range c.prose(a, cells) {
		s.before = c.yearAhead(v)
		for _, h := range findUsage(v.Text, s) {
			if h.Unit == "other" && unitIn(v.Text) == "" {
				h.Unit = unit // a long row of the table reads as prose
			}
			out = append(out, placedFigure{h, v.Span(h.Start, h.End)})
		}
	}
	return append(out, c.figuresBeside(a, s)...)
}

// figuresBeside reads the figures in a paragraph of running prose of which a has
// only a part: those that say their time and what they count.
func (c *coder) figuresBeside(a *answer, s sessions) []placedFigure {
	if a.aligned.Labelled {
		return nil
	}
	var out []placedFigure
	for _, v := range c.besideAnswer(a) {
		for _, h := range findUsage(v.Text, s) {
			if !h.Period.Start.IsZero() && !h.Period.End.IsZero() && unitIn(v.Text) != "" {
				out = append(out, placedFigure{h, v.Span(h.Start, h.End)})
			}
		}
	}
	return out
}

// yearAhead is the year named in the sentence ahead of v, which "in that year" at
// its beginning points to.
func (c *coder) yearAhead(v thread.View) int {
	at := v.All()
	head := c.t.Text(at.Ref)[:at.Start]
	return lastYear(strings.Join(strings.Fields(head[max(0, len(head)-300):]), " "))
}
