package code

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// Dispositions and bases (contract, table answers).
const (
	noResponse    = "no_response"
	ncnd          = "ncnd"
	refused       = "refused"
	answered      = "answered"
	notHeld       = "not_held"
	referred      = "referred"
	notApplicable = "not_applicable"
	notAddressed  = "not_addressed"

	stated = "stated"
	routed = "routed"
	silent = "silent"
)

// dispositions gives every leaf its first disposition, by its own words alone;
// routing comes when the polarities are known.
func (c *coder) dispositions() {
	if !c.replied {
		c.each(func(a *answer) { a.set(noResponse, silent, "no substantive reply") })
		return
	}
	c.whole = c.findPosture()
	c.each(func(a *answer) {
		c.dropRest(a)
		c.focus(a)
		c.classify(a)
		c.dispose(a)
		c.cite(a)
		c.denyInstead(a)
	})
	c.each(c.inherit)
}

func (a *answer) set(disposition, basis, rule string) {
	a.Disposition, a.Basis, a.rule = disposition, basis, rule
}

// dispose applies the guide's order of dispositions to the classes of an
// answer's sentences.
func (c *coder) dispose(a *answer) {
	has := func(k class) bool { return slices.Contains(a.classes, k) }
	byName := c.whole.takesIn(a.QuestionID) && c.whole.only != nil && a.aligned != nil && a.aligned.Method == thread.ByContent
	switch {
	case len(a.parts) == 0 || byName: // what is said of a question by its number goes before what merely has its words
		c.disposeSilent(a)
	case has(deniesAll) && !c.deniesRest(a):
		c.say(a, ncnd, deniesAll)
	case has(refusal) && !c.toldBeforeRefusal(a):
		c.say(a, refused, refusal)
	case has(substance) && c.noticeOfLack(a):
		c.say(a, notHeld, substance, absent)
	case has(substance):
		c.say(a, answered, substance)
	case has(absent):
		c.say(a, notHeld, absent)
	case has(pointer):
		c.say(a, referred, pointer)
	case has(inapt):
		c.say(a, notApplicable, inapt)
	default:
		c.say(a, answered, a.classes...)
	}
}

// denyInstead turns a refusal into neither confirming nor denying where all that
// it relies on lifts that duty: "refused: section 31(3)".
func (c *coder) denyInstead(a *answer) {
	var grounds []exemptionHit
	for _, g := range a.grounds {
		if g.cited() {
			grounds = append(grounds, g.exemptionHit)
		}
	}
	if a.Disposition == refused && onlyLiftsDuty(grounds) {
		a.set(ncnd, a.Basis, "the duty to confirm or deny is lifted")
	}
}

// deniesRest tells whether an answer that tells something neither confirms nor
// denies only that more is held, or keeps that to one of several figures ("As
// regards the police …").
func (c *coder) deniesRest(a *answer) bool {
	told := false
	for i, k := range a.classes {
		switch k {
		case substance:
			told = true
		case deniesAll:
			return told && (restWords.MatchString(a.parts[i].Low) || countsOthers(a.leaf) && onOneMatter.MatchString(a.parts[i].Low))
		}
	}
	return false
}

// noticeOfLack tells whether an answer says that a document does not exist and
// gives notice of that under FOISA s.17, by which it is not held.
func (c *coder) noticeOfLack(a *answer) bool {
	return a.leaf.Document != "" && !a.leaf.YesNo && slices.ContainsFunc(a.parts, func(s sentence) bool {
		return c.noticeGiven(s)
	}) && !slices.ContainsFunc(a.parts, func(s sentence) bool {
		return !noDocument.MatchString(s.Low) && !absentShape.MatchString(s.Low) && len(c.ref.findExemptions(s.Text, c.scottish)) == 0
	})
}

// noticeGiven tells whether a sentence gives notice that information is not held
// (FOISA s.17). A section added in brackets is none.
func (c *coder) noticeGiven(s sentence) bool {
	return slices.ContainsFunc(c.ref.findExemptions(s.Text, c.scottish), func(h exemptionHit) bool {
		return notHeldNotice(h) && h.Applied && !inBrackets(s.Text, h.Start)
	})
}

// inBrackets tells whether byte i of a text stands within round brackets.
func inBrackets(text string, i int) bool {
	return strings.LastIndexByte(text[:i], '(') > strings.LastIndexByte(text[:i], ')')
}

// countsOthers tells whether an item asks for figures of several kinds, of which
// one can be kept back: of use and of recipients, not of warrants alone.
func countsOthers(q *schema.Question) bool {
	return slices.ContainsFunc(q.Feeds, func(f string) bool { return f == "usage" || f == "disclosures" })
}

// onOneMatter matches a sentence that keeps to a matter that it puts in front.
var onOneMatter = regexp.MustCompile(`^(?:as (?:for|to|regards|concerns)|(?:in )?so far as|insofar as|regarding|concerning|with (?:regard|respect) to|in (?:respect|relation) (?:of|to))\b`)

var restWords = regexp.MustCompile(`\b(?:any|some|all) (?:other|further|additional|more)\b|\b(?:further|additional|other|more|beyond that|else)\b`)

// say sets a stated disposition and the sentences that it rests on.
func (c *coder) say(a *answer, disposition string, ks ...class) {
	a.set(disposition, stated, disposition+" by "+a.aligned.Method)
	for i, k := range a.classes {
		if slices.Contains(ks, k) {
			a.evidence = append(a.evidence, a.parts[i].All())
		}
	}
}

// toldBeforeRefusal tells whether an answer that withholds something also gives
// something of substance. For a document that is the document; for other
// questions what stands before the refusal, or is granted behind it.
func (c *coder) toldBeforeRefusal(a *answer) bool {
	if a.leaf.Document != "" {
		return slices.ContainsFunc(a.parts, func(s sentence) bool {
			return (provided.MatchString(s.Low) && !willFollow.MatchString(s.Low) && !onlySee.MatchString(s.Low) || noDocument.MatchString(s.Low) && c.onlyOf(a.leaf.ID, s.Low)) && !refusalOnly(s.Low)
		})
	}
	if costShape.MatchString(a.low()) {
		return c.countedBeside(a)
	}
	for i, k := range a.classes {
		if k == substance && !tellsLittle(a.leaf, a.parts[i].Low) && (!reasonShape.MatchString(a.parts[i].Low) || schema.Matches(a.leaf.Cues, a.parts[i].Low)) {
			return true
		}
	}
	return false
}

// onlyOf tells whether a sentence names no other document than that of a leaf.
func (c *coder) onlyOf(leaf, low string) bool {
	return !slices.ContainsFunc(cuedDocuments(c.cb, low), func(id string) bool { return id != leaf })
}

// onlySee matches a sentence that points to where a refusal gives its reasons:
// "See the Annex."
var onlySee = regexp.MustCompile(`^(?:please )?(?:see|refer to) (?:the )?(?:\w+ )?(?:annex\w*|appendix|notice|schedule|note|section|paragraph|end|below)\b[\w ]{0,20}\.?$`)

// costShape matches a refusal because of the cost of complying (FOIA and FOISA
// s.12): what stands before it is the estimate.
var costShape = regexp.MustCompile(`\b(?:appropriate limit|cost limit|limit of £|prescribed (?:limit|amount)|excessive cost|fees? regulations|section 12\b|s\.? ?12\b)`)

var willFollow = regexp.MustCompile(`\b(?:will be|intended for|to be) (?:published|put|provided|available)`)

func refusalOnly(low string) bool {
	return refusalShape.MatchString(low) && !partShape.MatchString(low)
}

// disposeSilent codes a leaf that has no words of its own.
func (c *coder) disposeSilent(a *answer) {
	if p := c.whole; p.takesIn(a.QuestionID) && (a.aligned == nil || !a.aligned.Labelled) {
		a.set(p.disposition, stated, p.rule)
		for _, g := range p.grounds {
			c.citeAt(a, g.exemptionHit, g.span)
		}
		a.evidence = p.spans
		a.Spans = p.spans
		return
	}
	a.set(notAddressed, silent, "silent")
}

// focus narrows the answer of a group of documents to the sentences on each:
// "The notice is at …; there are no other documents" answers the first with a
// pointer and the others with a no.
func (c *coder) focus(a *answer) {
	if a.aligned == nil || a.leaf.Document == "" || a.aligned.Method == thread.ByLabel || a.aligned.Method == thread.ByWording || len(a.parts) < 2 {
		return
	}
	var own, open []sentence
	goesOn := false // the sentence before is on this document
	for _, s := range a.parts {
		named := cuedDocuments(c.cb, s.Low)
		takesUp := goesOn && len(named) == 0 && (takenOut.MatchString(s.Low) || anaphor.MatchString(s.Low))
		goesOn = takesUp || slices.Contains(named, a.leaf.ID)
		switch {
		case goesOn:
			own = append(own, s)
		case len(named) == 0:
			open = append(open, s)
		}
	}
	switch {
	case len(own) > 0:
		a.parts = own
	case len(open) > 0:
		a.parts = open
	case c.onOthers(a.aligned):
		a.parts = nil
	}
}

// onOthers tells whether the answer of a group speaks of other documents alone
// and says nothing of what is left of them.
func (c *coder) onOthers(al *thread.Aligned) bool {
	if al.Method != thread.ByGroup {
		return false
	}
	said := 0
	for _, p := range al.Paragraphs {
		for _, s := range c.t.NewView(p...).Sentences() {
			named := cuedDocuments(c.cb, s.Low)
			if len(named) == 0 || slices.Contains(named, al.QuestionID) || theRest.MatchString(s.Low) {
				return false
			}
			said++
		}
	}
	return said > 0
}

// theRest matches words that take in, or shut out, what a sentence does not
// name: "only the DPIA", "none of the others".
var theRest = regexp.MustCompile(`\b(?:only|other(?:s|wise)?|else|rest|remain(?:der|ing)|apart from|except|none|nothing|all|any|each|both|these|those|them)\b`)

// anaphor matches a sentence whose subject is what the one before it was on.
var anaphor = regexp.MustCompile(`^(?:it|this|that|they|these|those|both|the (?:former|latter|same)) (?:is|are|was|were|has|have|constitutes?|amounts?|will|would|goes|falls?|can|may|must)\b`)

// takenOut matches what has been done to a document just spoken of.
var takenOut = regexp.MustCompile(`\b(?:redact\w*|black(?:ed|ing) out|taken out|(?:cut|left|struck|edited|painted) out|remov(?:ed|al)|obscured|masked|omitted|deleted|withheld)\b`)
