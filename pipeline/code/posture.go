package code

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// posture is what a reply says on the request as a whole; it covers the leaves
// that have no answer of their own.
type posture struct {
	disposition string
	only        map[string]bool // the leaves that it lists; nil for all
	grounds     []citedGround
	spans       []thread.Span
	rule        string
}

var (
	allQuestions = regexp.MustCompile(`\b(?:all|any|none|each|every one|rest|remaining|remainder|other|subsequent|following|further|whole)\b[^.;]{0,30}\b(?:questions?|parts?|points?|items?|request|(?:requested )?information(?: (?:you|that you)?(?: have)? ?(?:request|ask|sought|described)\w*)?)\b|\b(?:information|data) (?:that |which )?(?:you (?:have )?)?(?:request|ask|seek|sought|described)\w*|\b(?:scope|terms|ambit) of (?:your|the|this) (?:\w+ )?request\b|\bquestions? \d+ (?:to|-) \d+`)
)

// findPosture looks for a refusal of the whole request, then for a sentence
// that says of all questions, or of the remaining ones, that nothing is held or
// that they do not apply.
func (c *coder) findPosture() *posture {
	if p := c.refusedWhole(); p != nil {
		return p
	}
	for _, s := range c.reply {
		if !allQuestions.MatchString(s.Low) || conditional(s.Low) || ofTopic(s.Low) {
			continue
		}
		switch {
		case ncndShape.MatchString(s.Low):
			return &posture{ncnd, c.listed(s), c.applied(s), spansOf(s), "neither confirmed nor denied as a whole"}
		case notHeldSaid(s.Low) && !strings.Contains(s.Low, "some") && !c.ofItems(s):
			return &posture{notHeld, c.listed(s), c.applied(s), spansOf(s), "not held as a whole"}
		}
	}
	return c.findRest()
}

// ofTopic tells whether a sentence keeps to a matter that it puts in front: "So
// far as warrants are concerned, the University neither confirms nor denies that
// it holds any information."
func ofTopic(low string) bool {
	m := mannerTopic.FindString(low)
	return m != "" && !wholeTopic.MatchString(m)
}

// wholeTopic matches a matter that is the request itself, or what is left of it.
var wholeTopic = regexp.MustCompile(`\b(?:requests?|questions?|parts?|points?|items?|rest|remain\w*|other|information|everything|all)\b|^\W*(?:answer|response|reply|decision|outcome|note)s?\b`)

// listed are the leaves that a sentence on several questions names by their
// numbers: "the remaining parts (questions 2a to 2d, 3 and 7-9)". Nil where it
// names none.
func (c *coder) listed(s sentence) map[string]bool {
	var out map[string]bool
	for _, r := range thread.References(s.Low) {
		for _, q := range c.cb.Leaves() {
			if c.within(&answer{leaf: q}, r) {
				if out == nil {
					out = map[string]bool{}
				}
				out[q.ID] = true
			}
		}
	}
	return out
}

// takesIn tells whether a posture covers a leaf.
func (p *posture) takesIn(leaf string) bool { return p != nil && (p.only == nil || p.only[leaf]) }

// ofItems tells whether a sentence that denies holding speaks of the items of
// the question that it answers under a label: "none of the items at a) to e)".
func (c *coder) ofItems(s sentence) bool {
	return itemsOf.MatchString(s.Low) && len(s.own) > 0 && c.labelled(s.own[0])
}

var itemsOf = regexp.MustCompile(`\bnone of (?:the|these|those) (?:items|documents|papers)\b`)

func conditional(low string) bool {
	return strings.HasPrefix(low, "if ") || strings.HasPrefix(low, "should ") || strings.HasPrefix(low, "where ")
}

// applied are the exemptions that a sentence applies.
func (c *coder) applied(s sentence) []citedGround {
	var out []citedGround
	for _, h := range c.ref.findExemptions(s.Text, c.scottish) {
		if h.cited() {
			out = append(out, citedGround{h, s.Span(h.Start, h.End)})
		}
	}
	return out
}

// refusedWhole reads the last reply that takes a stand on the whole request; a
// review that answers after all leaves the refusal to the leaves it passes
// over.
func (c *coder) refusedWhole() *posture {
	for i := len(c.t.Messages) - 1; i >= 0; i-- {
		text, views := c.messageText(i)
		r, ok := c.ref.findRequestRefusal(text, c.scottish)
		if !ok || r.Weak && c.ofOneAnswer(located(views, r.Start, r.End)) || c.answersBesides(i, r.Weak) {
			continue
		}
		if first, ok := c.firstRefusal(i); ok && r.Why == "entirety" && c.t.Messages[i].Kind == thread.KindReview {
			r.Why = first.Why // the review upholds what was refused, on the same footing
		}
		p := &posture{disposition: refused, rule: "request refused as a whole: " + r.Why}
		if r.Why == "ncnd" {
			p.disposition = ncnd
		}
		for _, h := range r.Grounds {
			if spans := located(views, h.Start, h.End); len(spans) > 0 {
				p.grounds = append(p.grounds, citedGround{h, spans[0]})
			}
		}
		p.spans = located(views, r.Start, r.End)
		c.dropOverruled(i)
		return p
	}
	return nil
}

// minAnswered is how many questions a letter answers under their labels or
// headings that cannot be refusing the request as a whole; minBeside is enough
// where its words might speak of a part.
const (
	minAnswered = 8
	minBeside   = 3
)

// answersBesides tells whether a message answers the questions one by one, so
// that what it withholds "in full" is some of them.
func (c *coder) answersBesides(message int, weak bool) bool {
	n := 0
	c.each(func(a *answer) {
		if al := a.aligned; al == nil || al.Message != message || !al.Labelled || len(al.Paragraphs) == 0 {
			return
		}
		for _, s := range a.parts {
			if !refusalShape.MatchString(s.Low) && !ncndShape.MatchString(s.Low) && len(c.ref.findExemptions(s.Text, c.scottish)) == 0 && !reasoning.MatchString(s.Low) {
				n++
				return
			}
		}
	})
	if weak {
		return n >= minBeside
	}
	return n >= minAnswered
}

// firstRefusal is the refusal of the whole request in a message before the
// review at hand.
func (c *coder) firstRefusal(review int) (requestRefusal, bool) {
	for i := range review {
		text, _ := c.messageText(i)
		if r, ok := c.ref.findRequestRefusal(text, c.scottish); ok {
			return r, true
		}
	}
	return requestRefusal{}, false
}

// ofOneAnswer tells whether words stand in the answer to one labelled question:
// "withheld in full" speaks there of what that question asks for.
func (c *coder) ofOneAnswer(spans []thread.Span) bool {
	return slices.ContainsFunc(c.reply, func(s sentence) bool {
		return len(s.own) == 1 && slices.Contains(spans, s.All()) && c.labelled(s.own[0])
	})
}

func (c *coder) labelled(leaf string) bool {
	al := c.answers[leaf].aligned
	return al != nil && al.Labelled
}

// messageText is all that a substantive message says, notices included, as one
// text, with the views it was made of.
func (c *coder) messageText(i int) (string, []thread.View) {
	var views []thread.View
	var text strings.Builder
	for _, s := range c.reply {
		if s.message == i {
			views = append(views, s.View)
			text.WriteString(s.Text + " ")
		}
	}
	for _, s := range c.notices {
		if s.message == i {
			views = append(views, s.View)
			text.WriteString(s.Text + " ")
		}
	}
	return text.String(), views
}

// located finds the sentences that bytes [start, end) of a message's text lie in.
func located(views []thread.View, start, end int) []thread.Span {
	var out []thread.Span
	at := 0
	for _, v := range views {
		if start < at+len(v.Text) && at < end {
			out = append(out, v.All())
		}
		at += len(v.Text) + 1
	}
	return out
}

// dropOverruled takes away what content alone tied to questions in a message
// that refuses them all: the reasons of a refusal answer nothing.
func (c *coder) dropOverruled(message int) {
	c.each(func(a *answer) {
		if a.aligned != nil && c.overruled(a.aligned, message) {
			a.aligned, a.parts, a.Spans, a.Text = nil, nil, nil, ""
		}
	})
}

// overruled tells whether an alignment is no answer, given that a message
// refuses the whole request: by content in it or after it, or by bare numbers
// in it, which are those of the letter's own paragraphs.
func (c *coder) overruled(al *thread.Aligned, message int) bool {
	if al.Method == thread.ByContent {
		return al.Message >= message
	}
	return al.Message == message && al.Method != thread.ByWording && al.Score < explicitScore
}

// explicitScore is the score above which a label says more than a number.
const explicitScore = 0.84

// cuedDocuments are the leaves asking for documents that a sentence names.
func cuedDocuments(cb *schema.Codebook, low string) []string {
	var out []string
	for _, q := range cb.Leaves() {
		if q.Document != "" && schema.Matches(q.Cues, low) {
			out = append(out, q.ID)
		}
	}
	return out
}
