package align

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// unit is one passage of a reply with the signals that tie it to questions.
type unit struct {
	view     thread.View
	label    thread.Label
	restated *schema.Question   // the question its words restate
	titles   []*schema.Question // leaves that it names as a heading
	asks     []*schema.Question // leaves that it may ask for in words of the writer's own
	text     thread.View        // what it says behind its label; empty for a restated question
	divider  bool               // a heading that names no question: it ends an answer
	notice   bool               // legal reasoning, which can be all that an answer consists of
	topic    bool               // the titles stand in front of the answer, on its line
	counted  int                // the bare number at the head of a notice
	own      bool               // it had a number of the letter's own
}

// unitsOf collects the passages of one message that can question or answer, in
// order: the body and the letters attached to it.
func unitsOf(t *thread.Thread, ps []thread.Passage, cb *schema.Codebook, message int) []unit {
	var out []unit
	quotes := interleaved(ps, message)
	for _, p := range ps {
		if p.Ref.Message != message {
			continue
		}
		switch p.Role {
		case thread.RoleQuotedRequest:
			if quotes {
				out = append(out, quotedUnit(cb, t.View(p)))
			}
		case thread.RolePreamble:
			v := t.View(p)
			if _, head := headColumns(v.Low); quotes || head {
				out = append(out, newUnit(p, v, cb))
			}
		case thread.RoleAnswer, thread.RoleRestatedQuestion:
			for _, v := range splitInline(t.View(p), p.Role) {
				out = append(out, newUnit(p, v, cb))
			}
		case thread.RoleNotice:
			v := t.View(p)
			out = append(out, unit{divider: true, view: v, notice: !remedies.MatchString(v.Low), counted: bareNumber(thread.LeadingLabel(v.Low))})
		case thread.RoleSignature, thread.RoleSalutation:
			out = append(out, unit{divider: true})
		}
	}
	answerColumns(out)
	readPairs(cb, out)
	readTopics(cb, out)
	for i := range len(out) - 1 {
		if out[i].label.Len == 0 && len(out[i].titles) == 0 && strings.HasSuffix(out[i].text.Text, ":") && isHeading(out[i].text.Text) && out[i+1].label.Len > 0 {
			out[i].divider = true // "On the documents:" heads the labels below it
		}
	}
	return out
}

// minQuotes is how many quoted paragraphs with words behind them make a reply
// that answers between the lines of the request.
const minQuotes = 3

// interleaved tells whether a message answers between the quoted lines of the
// request.
func interleaved(ps []thread.Passage, message int) bool {
	n := 0
	quoted := false
	for _, p := range ps {
		if p.Ref.Message != message || p.Ref.Attachment >= 0 {
			continue
		}
		if quoted && (p.Role == thread.RoleAnswer || p.Role == thread.RolePreamble) {
			n++
		}
		quoted = p.Role == thread.RoleQuotedRequest
	}
	return n >= minQuotes
}

// quotedUnit is a quoted line of the request, which opens an answer by its
// label, or by the words in which it was shortened.
func quotedUnit(cb *schema.Codebook, v thread.View) unit {
	u := unit{view: v, label: thread.LeadingLabel(v.Low), text: v.Slice(len(v.Text), len(v.Text))}
	if u.label.Len == 0 {
		u.titles = titled(cb, strings.TrimRight(v.Low, "?:. "))
	}
	u.divider = u.label.Len == 0 && len(u.titles) == 0
	return u
}

// remedies matches notices on how to complain, which answer nothing.
var remedies = regexp.MustCompile(`\b(?:review|complain\w*|appeal|commissioner|ico\.org|re-?use|copyright)\b`)

// inlineLabel finds labels inside a line: "a) No. b) Yes. c) None." or
// "Q1 No Q2 No".
var inlineLabel = regexp.MustCompile(`(?:(?:^|[.;:?!] |\t)(?:q(?:uestion)? ?[0-9]{1,2} ?(?:\(?[a-h]\)?)?[.):\-]?|[0-9]{1,2}[.)]? ?\(?[a-h]\)|\(?[0-9]{1,2}\)|\(?[a-h]\)(?:(?:, | and |, and )\([a-h]\))*)| \([a-h]\)| [0-9]{1,2}\(?[a-h](?:\)|\.)\.?) `)

// splitInline cuts a passage in which several labelled answers share one
// paragraph. What looks like a label counts only as the next of the one before
// it: "(a) … (b) …", "2c … (3) …"; bare letters only in a row of three.
func splitInline(v thread.View, role string) []thread.View {
	if role != thread.RoleAnswer {
		return []thread.View{v}
	}
	if views := splitAtSure(v); len(views) > 1 {
		var out []thread.View
		for _, part := range views {
			out = append(out, splitInline(part, role)...)
		}
		return out
	}
	var cuts []int
	last := firstPoint(v.Low)
	led := last.Num > 0
	for _, f := range inlineLabel.FindAllStringIndex(v.Low, -1) {
		at := f[0] + strings.IndexFunc(v.Low[f[0]:], func(r rune) bool { return !strings.ContainsRune(".;:?! \t", r) })
		if at == 0 || !follows(last, nextPoint(v.Low[at:])) || v.Low[f[0]] == ' ' && v.Low[at] == '(' && leadsOn.MatchString(v.Low[:f[0]]) {
			continue
		}
		cuts, last = append(cuts, at), firstPoint(v.Low[at:])
	}
	if len(cuts) == 0 || !led && len(cuts) < 2 {
		return []thread.View{v}
	}
	var out []thread.View
	start := 0
	for _, at := range cuts {
		out = append(out, v.Slice(start, at).Trim())
		start = at
	}
	return append(out, v.Slice(start, len(v.Text)).Trim())
}

// leadsOn matches words that run on into a list: "either (a) … or (b) …", "section
// 31(1) (a)".
var leadsOn = regexp.MustCompile(`(?:\b(?:either|both|or|and|if|that|which|of|for|to|in|on|by|with|is|are|was|were|be|has|have|the|an?|namely|where|when|because|whether|under|see|at|as|sections?|s|articles?|paragraphs?|questions?|q)|[,\d)])$`)

// splitAtSure cuts a passage before each sentence that opens with a label which
// cannot be mistaken: a question named as such, or a number with its part.
func splitAtSure(v thread.View) []thread.View {
	var out []thread.View
	start := 0
	for i, s := range v.Sentences() {
		l := thread.LeadingLabel(s.Low)
		if i == 0 || !sure(l) {
			continue
		}
		at := strings.Index(v.Text[start:], s.Text)
		if own := thread.LeadingLabel(v.Low[start:]); at > own.Len+1 { // not right behind a label: "5. As to the second question"
			out = append(out, v.Slice(start, start+at).Trim())
			start += at
		}
	}
	return append(out, v.Slice(start, len(v.Text)).Trim())
}

// sure tells whether a label within a paragraph cannot be mistaken: a question
// named as such, or a number with its part. Many at once are spoken of rather
// than answered there.
func sure(l thread.Label) bool {
	if l.Len == 0 || len(l.Ranges) > 2 || slices.ContainsFunc(l.Ranges, func(r thread.Range) bool { return r.From != r.To }) {
		return false
	}
	return l.Explicit || l.Ranges[0].From.Num > 0 && l.Ranges[0].From.Sub > 0
}

// firstPoint is where the label at the head of a text ends, the zero point
// where there is none.
func firstPoint(low string) thread.Point {
	l := thread.LeadingLabel(low)
	if l.Len == 0 {
		return thread.Point{}
	}
	return l.Ranges[len(l.Ranges)-1].To
}

// nextPoint is where the label at the head of a text begins: of "(b), (c)" it is b.
func nextPoint(low string) thread.Point {
	l := thread.LeadingLabel(low)
	if l.Len == 0 {
		return thread.Point{}
	}
	return l.Ranges[0].From
}

// follows tells whether one label can come right behind another.
func follows(last, next thread.Point) bool {
	switch {
	case next.Num == 0:
		return next.Sub > 0 && (last.Sub > 0 && next.Sub == last.Sub+1 || last.Sub == 0 && next.Sub == 1)
	case last.Num == 0:
		return last.Sub == 0
	case next.Num == last.Num:
		return next.Sub > last.Sub && next.Sub <= last.Sub+2
	}
	return next.Num == last.Num+1 && next.Sub <= 1
}

func newUnit(p thread.Passage, v thread.View, cb *schema.Codebook) unit {
	u := unit{view: v, label: thread.LeadingLabel(v.Low), text: v}
	if p.Role == thread.RoleRestatedQuestion {
		u.restated = cb.Question(p.QuestionIDs[0])
		u.text = v.Slice(len(v.Text), len(v.Text))
		return u
	}
	if ruledOff.MatchString(v.Text) {
		return unit{view: v, text: v, divider: true}
	}
	if u.label.Len == 0 {
		u.label = titledLabel(cb, v)
	}
	if u.label.Len == 0 {
		u.label = matterLabel(v.Low)
	}
	u.text = v.Slice(u.label.Len, len(v.Text)).Trim()
	if u.label.Len > 0 && strings.HasPrefix(u.text.Text, "\t") {
		u.text = u.text.Slice(1, len(u.text.Text)).Trim()
	}
	if tab := strings.IndexByte(u.text.Text, '\t'); u.label.Len > 0 && tab > 0 && isHeading(u.text.Text[:tab]) {
		u.text = u.text.Slice(tab+1, len(u.text.Text)).Trim() // the question's short name in a cell of its own
	}
	u.dropShortName(cb)
	if tableHead.MatchString(u.text.Low) {
		return unit{view: v, text: u.text, divider: true}
	}
	if u.label.Len > 0 && letterSection.MatchString(u.text.Low) {
		return unit{view: v, text: u.text, divider: true}
	}
	heading := strings.Trim(u.text.Text, "=-_*# ")
	if heading = heading[len(ownMark.FindString(heading)):]; isHeading(heading) {
		u.titles = titled(cb, strings.ToLower(heading))
		u.divider = len(u.titles) == 0 && u.label.Len == 0 && isDivider(heading)
	}
	if len(u.titles) > 0 {
		u.text = v.Slice(len(v.Text), len(v.Text))
	} else if u.label.Len == 0 {
		u.asksOwn(cb)
	}
	return u
}

// asksOwn reads a question that the writer put in words of his own over the
// answer, by what it speaks of: "Is it only for Prevent?"
func (u *unit) asksOwn(cb *schema.Codebook) {
	if !strings.HasSuffix(strings.TrimRight(u.view.Text, ` "')`), "?") || strings.ContainsAny(strings.TrimRight(u.view.Text, `?"') `), ".?!;") || len(strings.Fields(u.view.Text)) > maxOwnQuestion {
		return
	}
	low := strings.TrimRight(u.view.Low, `? "')`)
	if u.asks = titled(cb, low); len(u.asks) == 0 {
		u.asks = cuedLeaves(cb, low)
	}
	if len(u.asks) > 0 {
		u.text = u.view.Slice(len(u.view.Text), len(u.view.Text))
	}
}

// maxOwnQuestion is the longest question, in words, in a writer's own words.
const maxOwnQuestion = 45

// dropShortName takes the question's short name off the front of a labelled
// answer: "6a Areas of work - Marketing".
func (u *unit) dropShortName(cb *schema.Codebook) {
	if m := nameBracket.FindStringSubmatchIndex(u.text.Low); m != nil && u.label.Len > 0 && len(titled(cb, u.text.Low[m[2]:m[3]])) > 0 {
		u.text = u.text.Slice(m[1], len(u.text.Text)).Trim()
		return
	}
	if m := nameStop.FindStringSubmatchIndex(u.text.Low); m != nil && u.label.Len > 0 && u.label.Ranges[0].From.Num == 0 && isHeading(u.text.Text[m[2]:m[3]]) && len(titled(cb, u.text.Low[m[2]:m[3]])) > 0 {
		u.text = u.text.Slice(m[1]-1, len(u.text.Text)).Trim()
		return
	}
	m := topicHead.FindStringSubmatchIndex(u.text.Low)
	if m == nil || u.label.Len == 0 || u.label.Ranges[0].From.Num == 0 || m[1] == len(u.text.Low) {
		return
	}
	if name := u.text.Low[m[2]:m[3]]; isHeading(u.text.Text[m[2]:m[3]]) && share(numbering{}.resolve(cb, u.label, nil), titled(cb, name)) {
		u.text = u.text.Slice(m[1], len(u.text.Text)).Trim()
	}
}

// nameBracket matches a short name in brackets: "2. (which platforms) N/A".
var nameBracket = regexp.MustCompile(`^\(([a-z][^()]{1,40}?)\??\)[:.]?(?: |$)`)

// nameStop matches a short name that ends with a full stop: "(d) Process. Please
// see …".
var nameStop = regexp.MustCompile(`^((?:[a-z/&'-]+ ){0,4}[a-z/&'-]+)[.?] \S`)

// matterLabel reads a question named behind the matter that a paragraph, most of
// all of a review, turns to: "The services viewed (question 2(b)).", "Point (i),
// question 5".
func matterLabel(low string) thread.Label {
	m := matterHead.FindStringSubmatchIndex(low)
	if m == nil {
		return thread.Label{}
	}
	at := max(m[2], m[4])
	l := thread.LeadingLabel(low[at:max(m[3], m[5])])
	if l.Len == 0 || !l.Explicit {
		return thread.Label{}
	}
	l.Len = m[1]
	return l
}

// mattersLabel reads the questions named in brackets behind the matters with which
// a numbered paragraph of a letter opens: "The platforms (2(b)), the criteria
// (6(b)) and the process (6(d)).", "The figure for 2018 (question 7) is …". Where
// the sentence goes on, it says something of them from its first word: such a label
// has the length 1.
func mattersLabel(low string) thread.Label {
	var out thread.Label
	end := 0
	for _, m := range matterRef.FindAllStringSubmatchIndex(low, -1) {
		if m[0] != end {
			break
		}
		end = m[1]
		l := thread.LeadingLabel(low[m[2]:m[3]])
		if l.Len == 0 || !l.Explicit && (l.Ranges[0].From.Num == 0 || l.Ranges[0].From.Sub == 0) {
			return thread.Label{}
		}
		out.Ranges, out.Explicit, out.Len = append(out.Ranges, l.Ranges...), true, 1
	}
	if end > 0 && closed.MatchString(low[end:]) {
		out.Len = end + 1
	}
	return out
}

// closed matches what ends the naming of matters.
var closed = regexp.MustCompile(`^[.:](?: |$)`)

// matterRef matches a matter with its question in brackets.
var matterRef = regexp.MustCompile(`(?:^|,? and |, )[^.,;:?()]{3,70} \(((?:your )?[^()]{1,24}(?:\([a-z]\))?)\)`)

// matterHead matches such a matter and the question behind it.
var matterHead = regexp.MustCompile(`^(?:[^.;:?()]{3,70} \((?:your )?(q(?:uestions?|s)?\.? ?\d(?:[^()]|\([a-f]\)){0,24})\)[.:]?(?: |$)|(?:point|item|ground|issue|complaint|head) \(?[a-z0-9]{1,4}\)?[,:]? (?:your )?(questions? \d[^.:]{0,30})$)`)

// titledLabel reads a number without a mark that the short name of its question
// follows: "2a Purposes - for the investigation of complaints".
func titledLabel(cb *schema.Codebook, v thread.View) thread.Label {
	m := numberedTitle.FindStringSubmatchIndex(v.Low)
	if m == nil {
		return thread.Label{}
	}
	l := thread.LeadingLabel(v.Low[:m[3]] + ".")
	if l.Len == 0 || !share(numbering{}.resolve(cb, l, nil), titled(cb, v.Low[m[4]:m[5]])) {
		return thread.Label{}
	}
	l.Len = m[1]
	return l
}

// numberedTitle matches such a number and title, up to the mark behind them.
var numberedTitle = regexp.MustCompile(`^(\d{1,2} ?\(?[a-h]?\)?)\s+([a-z][^:.?;\t]{2,40}?)(?:: | - | – |\? )`)

// ownMark matches a label of the letter's own in front of a heading: "B5."
var ownMark = regexp.MustCompile(`^[A-Z]{1,2} ?\d{1,2}[.):]? `)

// ruledOff matches a line drawn across the page, with the heading below it.
var ruledOff = regexp.MustCompile(`^[-_=*~]{5,}`)

// maxHeading is the longest heading, in words.
const maxHeading = 12

// plainReplies are short answers that look like headings.
var plainReply = regexp.MustCompile(`(?i)^(?:yes|no|none|nil|n/?a|not|see|as |please|there|we|unchanged|daily|weekly|http|www)`)

// figures are the numbers of a line: three of them make it a row of a table.
var figures = regexp.MustCompile(`(?:^|\s)[<~]?\d+\b`)

func isHeading(s string) bool {
	s = strings.TrimSuffix(s, ":")
	if s == "" || len(strings.Fields(s)) > maxHeading || plainReply.MatchString(s) {
		return false
	}
	for _, sign := range []string{": ", ". ", "://", "www.", "@", `"`, "\t"} {
		if strings.Contains(s, sign) {
			return false
		}
	}
	return strings.IndexByte(".;!,:", s[len(s)-1]) < 0 && s[0] >= 'A' && s[0] <= 'Z' && len(figures.FindAllString(s, 3)) < 3
}

// tableHead matches the head of a table of answers, which may come again on
// every page.
var tableHead = regexp.MustCompile(`^(?:(?:no\.?|number|ref\.?)\t)?(?:\w+ ){0,2}(?:questions?|requests?)\t(?:\w+ ){0,2}(?:answers?|responses?|repl(?:y|ies))$`)

// letterSection matches the headings under which a letter, most of all a
// review, numbers its own parts: such a number is not a question's.
var letterSection = regexp.MustCompile(`^(?:the )?(?:background|introduction|(?:original |first |initial )?(?:decision|response|request)|findings?|outcome|conclusions?|(?:your |the )?request(?: for (?:a |an internal )?review)?|(?:further )?appeal(?: rights)?|next steps|reasons?|summary|scope(?: of (?:the|this) review)?|information requested|(?:right of )?complaint|considerations?|the law|exemptions?)[.:]?$`)

// isDivider tells a heading that names a department or an annex from a short
// answer: it is in capitals, or says whence the answers come.
func isDivider(s string) bool {
	return len(s) > 4 && s == strings.ToUpper(s) || strings.HasPrefix(strings.ToLower(s), "from ") || strings.HasPrefix(s, "Annex") || strings.HasPrefix(s, "Appendix")
}

// jobTitle matches a line under a signature, which names no question.
var jobTitle = regexp.MustCompile(`^(?:\w+ ){0,3}(?:officer|manager|advis[eo]r|administrator|co-?ordinator|solicitor|assistant|secretary)\b`)

// titled are the leaves that a heading names. A word that several leaves share
// goes to the ones it fits best: whole titles before parts.
func titled(cb *schema.Codebook, low string) []*schema.Question {
	var out []*schema.Question
	if jobTitle.MatchString(low) {
		return nil
	}
	low = strings.TrimSuffix(low, ":")
	var spans [][]int
	for _, q := range cb.Leaves() {
		if at := widest(q.Titles, low); at != nil {
			out, spans = append(out, q), append(spans, at)
		}
	}
	out = unlessWithin(out, spans)
	for i := range cb.Questions {
		if q := &cb.Questions[i]; q.Heading && len(out) == 0 && schema.Matches(q.Titles, low) {
			out = append(out, q.Under()...)
		}
	}
	return slices.Compact(out)
}

// widest is where the longest of the patterns that match stands, nil where none does.
func widest(ps []schema.Pattern, low string) []int {
	var out []int
	for _, p := range ps {
		if at := p.FindStringIndex(low); at != nil && (out == nil || at[1]-at[0] > out[1]-out[0]) {
			out = at
		}
	}
	return out
}

// unlessWithin leaves out the leaves whose title begins another's that says more: of
// "policy on deletion" it keeps the leaf on deletion.
func unlessWithin(qs []*schema.Question, spans [][]int) []*schema.Question {
	var out []*schema.Question
	for i, q := range qs {
		if !slices.ContainsFunc(spans, func(o []int) bool {
			return o[0] == spans[i][0] && o[1] > spans[i][1] && q.Parent == nil
		}) {
			out = append(out, q)
		}
	}
	return out
}
