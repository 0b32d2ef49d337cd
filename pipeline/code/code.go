// Package code turns aligned answers into codes: dispositions, polarity,
// exemptions, the variables of the practice and the facts beside them, each
// with the words it rests on and the rule that read them. It follows the
// coding guide of the round robin; the codebook says which question feeds what.
package code

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// Code codes one thread that has been segmented and aligned.
func Code(t *thread.Thread, ps []thread.Passage, aligned []thread.Aligned, ref *Reference, cb *schema.Codebook) thread.Coded {
	c := &coder{t: t, ref: ref, cb: cb, scottish: t.Law == "foisa", ownName: ownNameOf(t.Institution.Name), answers: map[string]*answer{}}
	var evidence []thread.Evidence
	c.out.Request, evidence = codeRequest(t, ref)
	c.out.Evidence = append(c.out.Evidence, evidence...)
	c.gather(ps)
	c.speakers = recurringTags(c.reply)
	for _, q := range cb.Leaves() {
		c.answers[q.ID] = c.newAnswer(q, aligned)
	}
	c.givenUp = c.groundsGivenUp()
	c.dispositions()
	c.monitoring()
	c.softwareRows()
	c.nameProvider()
	c.polarities()
	c.route()
	c.practice()
	c.facts()
	c.finish()
	return c.out
}

// ourNouns is short for thread.BodyNouns, which many patterns hold.
const ourNouns = thread.BodyNouns

// coder holds what is known of one thread while it is coded.
type coder struct {
	t        *thread.Thread
	ref      *Reference
	cb       *schema.Codebook
	scottish bool
	ownName  *regexp.Regexp // the body's own name, nil where it is not distinctive
	replied  bool           // a substantive reply exists
	reply    []sentence     // all that the body says in substance, in order
	notices  []sentence     // refusal notices and explanations
	speakers []string       // tags of the offices that answer, lower case, with their colon
	answers  map[string]*answer
	whole    *posture // a statement on the request as a whole
	claims   claims
	said     []claimKind // what each sentence of reply claims
	givenUp  []givenUpGround
	out      thread.Coded
}

// sentence is one sentence of a reply in reading form.
type sentence struct {
	thread.View
	message int
	passage int      // number of its passage
	own     []string // leaves whose answer it belongs to
}

// gather collects the sentences of the substantive replies by the roles of
// their passages.
func (c *coder) gather(ps []thread.Passage) {
	for i, p := range ps {
		m := c.t.Messages[p.Ref.Message]
		if m.Kind != thread.KindResponse && m.Kind != thread.KindReview {
			continue
		}
		c.replied = true
		for _, v := range c.t.View(p).Sentences() {
			s := sentence{View: v, message: p.Ref.Message, passage: i, own: p.QuestionIDs}
			switch p.Role {
			case thread.RoleAnswer, thread.RolePreamble:
				c.reply = append(c.reply, s)
			case thread.RoleNotice:
				c.notices = append(c.notices, s)
			}
		}
	}
}

// answer is the reply to one leaf and what it was coded to.
type answer struct {
	leaf    *schema.Question
	aligned *thread.Aligned // nil where nothing was aligned
	earlier *answer         // what it takes the place of, nil for nothing
	parts   []sentence      // its sentences
	classes []class         // of parts, in step
	thread.Answer
	rule     string
	evidence []thread.Span
	grounds  []citedGround // provisions it cites
}

// newAnswer takes, item by item, the last message that answers a leaf: a
// review or correction replaces what it changes.
func (c *coder) newAnswer(q *schema.Question, aligned []thread.Aligned) *answer {
	var last, before *thread.Aligned
	for i := range aligned {
		al := &aligned[i]
		if al.QuestionID == q.ID && (last == nil || c.replaces(al, last)) {
			last, before = al, last
		}
	}
	a := c.readAnswer(q, last)
	if before != nil && before.Message < last.Message {
		a.earlier = c.readAnswer(q, before)
	}
	return a
}

// readAnswer reads what one message answers to a leaf.
func (c *coder) readAnswer(q *schema.Question, aligned *thread.Aligned) *answer {
	a := &answer{leaf: q, aligned: aligned, Answer: thread.Answer{QuestionID: q.ID}}
	if aligned == nil {
		return a
	}
	a.Spans = a.aligned.Spans()
	var texts []string
	for _, paragraph := range a.aligned.Paragraphs {
		v := c.t.NewView(paragraph...)
		texts = append(texts, v.Text)
		for _, s := range v.Sentences() {
			if s = c.withoutSpeaker(s); s.Text == "" {
				continue
			}
			a.parts = append(a.parts, sentence{View: s, message: a.aligned.Message, own: []string{q.ID}})
		}
	}
	a.Text = strings.Join(texts, " ")
	return a
}

// replaces tells whether a later alignment takes the place of an earlier one.
// What a review says in passing of a question does not replace an answer given
// under the question's own label.
func (c *coder) replaces(later, earlier *thread.Aligned) bool {
	if len(later.Paragraphs) == 0 || c.cb.Question(later.QuestionID).Document != "" && c.onOthers(later) {
		return false
	}
	if later.Message == earlier.Message {
		return len(earlier.Paragraphs) == 0
	}
	if c.t.Messages[later.Message].Kind == thread.KindReview && c.upholds(later) {
		return false
	}
	return later.Labelled || !earlier.Labelled && later.Method != thread.ByContent
}

// upholds tells whether a review's words on a question confirm the answer
// given before and put nothing in its place.
func (c *coder) upholds(al *thread.Aligned) bool {
	var text string
	for _, p := range al.Paragraphs {
		text += c.t.NewView(p...).Low + " "
	}
	return upheldWords.MatchString(text) && !amendedWords.MatchString(text) && !notUpheld.MatchString(text)
}

var (
	upheldWords  = regexp.MustCompile(`\b(?:uph(?:eld|olds?|olding)|stands?|(?:was|were|is|are) (?:\w+ )?(?:correct|right|proper|sound|accurate)|correctly|properly (?:applied|refused)|maintain(?:ed|s)?|no reason to (?:change|alter|depart)|confirm(?:s|ed)? the (?:original|first|earlier|initial))\b`)
	notUpheld    = regexp.MustCompile(`\b(?:not|n't|cannot|unable to|never) (?:be )?(?:\w+ )?(?:uphold|upheld|maintain(?:ed)?)\b|\b(?:is|are) (?:now )?(?:attached|enclosed|released|disclosed)\b`)
	amendedWords = regexp.MustCompile(`\b(?:overturn\w*|replac\w+|substitut\w+|instead|should have (?:been|said|read)|incorrect|wrong|mistake\w*|in error|now (?:disclos|releas|provid|attach|enclos|suppl)\w*|no longer (?:rel|appl)\w*|withdraw\w*)\b`)
)

// low is the answer's text, lower case.
func (a *answer) low() string {
	var parts []string
	for _, s := range a.parts {
		parts = append(parts, s.Low)
	}
	return strings.Join(parts, " ")
}

// under is the answer to the leaf that feeds a variable, nil where none does.
func (c *coder) under(variable string) *answer {
	if q := c.cb.Feeding(variable); q != nil {
		return c.answers[q.ID]
	}
	return nil
}

// each visits the answers in order of the questionnaire.
func (c *coder) each(visit func(*answer)) {
	for _, q := range c.cb.Leaves() {
		visit(c.answers[q.ID])
	}
}

// prove adds an evidence row.
func (c *coder) prove(table, key, variable, value, rule string, spans ...thread.Span) {
	for _, s := range spans {
		if s.End > s.Start {
			e := thread.Evidence{Table: table, RowKey: key, Variable: variable, Value: value, Span: s, Rule: rule}
			if !slices.Contains(c.out.Evidence, e) {
				c.out.Evidence = append(c.out.Evidence, e)
			}
		}
	}
}

func spansOf(ss ...sentence) []thread.Span {
	var out []thread.Span
	for _, s := range ss {
		out = append(out, s.All())
	}
	return out
}
