package code

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// Statuses of a document (contract, table documents).
const (
	docProvided = "provided"
	docLinked   = "linked"
	docWithheld = "withheld"
	docNone     = "none"
)

var (
	address = regexp.MustCompile(`(?:https?://|www\.|\b[\w-]+(?:\.[\w-]+)*\.(?:ac|org|co|gov)\.uk/)[^\s)\]>,;]+`)
	// provided matches a document that is handed over. An appendix that is only
	// named is not: "Appendix B gives examples of the penalties".
	provided = regexp.MustCompile(`\b(?:attached|attachments?|(?:i|we) (?:also |now |hereby )?(?:attach|append|annex|paste|copy|quote|reproduce)|attach (?:a|the|it|them)|(?:comes?|goes|sent|travels?) (?:\w+ )?with this|enclos(?:e|es|ed|ure)|append(?:ed)?|annexed|document \d|copy (?:is|of .* is) (?:attached|enclosed|provided)|provided (?:with|in|as|herewith|below|at|to you)|supplied|reproduced|pasted|copied (?:below|here)|(?:see|at|in|as|is|are|forms?) (?:the )?(?:appendix|annex)|reads? (?:in full|as follows)|(?:full )?text (?:reads|is (?:as follows|below|attached|given|set out|reproduced|pasted|at|in)\b)|accompan(?:y|ies) this|(?:with|behind|beneath|(?:at|to|in) the (?:foot|end|bottom|back|tail) of) (?:this|my|the present) (?:letter|e-?mail|message|reply|response|note)|reads?(?: in part)?: ["'“]|set out (?:in full|below))\b ?`)
	// noDocument matches the denial of a document or a policy.
	noDocument = regexp.MustCompile(`\b(?:no|not|nor|never|none|neither|nothing|without)\b[^.;]{0,70}\b(?:polic(?:y|ies)|procedure|protocol|document\w*|assessments?|dpias?|pias?|e(?:q|hr)?ias?|training|materials?|guidance|notice)\b|\b(?:polic(?:y|ies)|assessments?|documents?|dpia|training(?: materials?)?|these|those|them|procedure|notice)\b[^.;]{0,60}\b(?:(?:is|are|was|were|has|have|does|do|did)(?: not|n't|n't yet| never)(?: yet)? (?:been |being )?(?:\w+ )?(?:exist|carried|undertaken|completed|produced|conducted|made|done|prepared|written|developed|created|in place|given|provided|required|available|have))|\b(?:is|are) none\b|^none\b|^no[.,]|\bnot exist|\bnone of (?:these|the|those|them)|^not (?:been )?(?:completed|undertaken|carried|done|applicable to)|\bdo not exist\b|\bnone (?:has|have|was|were|is|are|exists?)\b|\bno separate\b|\bno other documents?\b|\byet to (?:be|do|make|carry|complete)\b|\bthere (?:was|is|were|are)(?: not|n't) (?:any|a|an|one|another)\b|\b(?:has|have)(?: not|n't) (?:got )?(?:one|any|it|them|made|done|had)\b|\bnor (?:was|is|were|are|has|have|one|any)\b`)
	// partOfOther matches the appendix of a document that is itself only named.
	partOfOther = regexp.MustCompile(`\b(?:appendix|annex) \w+ (?:of|to|in) (?:the|our|its|that)\b`)
	notGiven    = regexp.MustCompile(`\b(?:not|nor|no|nothing|never)\b[^.;]{0,30}\b(?:attach|enclos|supplied|provided)`)
)

// documents gives each type of document asked for its status. A pointer to
// another answer takes the status of what it points to.
func (c *coder) documents() {
	for _, doc := range c.cb.Documents {
		a := c.asking(doc)
		if a == nil {
			continue
		}
		d := thread.Document{Type: doc, Status: c.documentStatus(a, 0)}
		if d.Status == docLinked {
			d.URL = c.addressIn(a)
		}
		if d.Status == docProvided {
			d.Filename = c.enclosureOf(a)
		}
		c.out.Documents = append(c.out.Documents, d)
		if a.Basis == stated && d.Status != notStated {
			c.prove("documents", doc, "status", d.Status, "document "+d.Status, a.evidence...)
		}
	}
}

func (c *coder) asking(doc string) *answer {
	for _, q := range c.cb.Leaves() {
		if q.Document == doc {
			return c.answers[q.ID]
		}
	}
	return nil
}

// maxHops bounds chains of pointers, which may run in a circle.
const maxHops = 5

func (c *coder) documentStatus(a *answer, hops int) string {
	switch a.Disposition {
	case refused:
		return docWithheld
	case notHeld:
		if slices.ContainsFunc(a.parts, func(s sentence) bool { return noDocument.MatchString(s.Low) && !absentShape.MatchString(s.Low) }) && len(a.Exemptions) > 0 {
			return docNone
		}
		return notHeld
	case notApplicable:
		return notApplicable
	case ncnd, noResponse, notAddressed:
		return notStated
	case referred:
		return c.pointedStatus(a, hops)
	}
	return c.answeredStatus(a)
}

func (c *coder) answeredStatus(a *answer) string {
	low := a.low()
	isProvided := slices.ContainsFunc(a.parts, func(s sentence) bool {
		given := provided.MatchString(partOfOther.ReplaceAllString(s.Low, " ")) || redacts(s.Low) || handsOver(s.Low)
		clauses := statementBorder.Split(s.Low, -1)
		return given && !slices.ContainsFunc(clauses, notGiven.MatchString) && (a.leaf.YesNo || !slices.ContainsFunc(clauses, noDocument.MatchString))
	})
	switch {
	case isProvided:
		return docProvided
	case deniesOwn(a):
		return docNone
	case link.MatchString(low) && !(a.leaf.YesNo && a.Polarity == no):
		return docLinked
	case c.linkOf(a) != "" && (a.leaf.YesNo && a.Polarity != no || !a.leaf.YesNo && !noDocument.MatchString(low)):
		return docLinked
	case a.leaf.YesNo && (a.Polarity == no || a.Polarity == qualified):
		return docNone // other policies are only named
	case a.leaf.YesNo:
		return notStated
	case noDocument.MatchString(low) || deniesAny(a):
		return docNone
	case publishShape.MatchString(low):
		return docLinked
	}
	return notStated
}

// deniesOwn tells whether the very document that a leaf asks for is denied,
// whatever else its sentence links to: "there is a line on it in the notice at
// …, but no impact assessment has been made".
func deniesOwn(a *answer) bool {
	if a.leaf.YesNo {
		return false
	}
	for _, s := range a.parts {
		ctx := readContext(s.Low)
		for _, cue := range a.leaf.Cues {
			if at := cue.FindStringIndex(s.Low); at != nil && at[1]-at[0] < 60 {
				return putAs(ctx, at) == no
			}
		}
	}
	return false
}

// documentTitle matches the title of a document as it is written.
var documentTitle = regexp.MustCompile(`[A-Z][\w'-]*(?: (?:[A-Z][\w'-]*|of|and|on|for|the|in))*? (?:Polic(?:y|ies)|Notice|Statement|Charter|Code|Rules|Regulations|Procedures?|Protocol|Guidelines|Guidance|Assessment|Code of Conduct)\b`)

// linkOf is the address that the reply gives elsewhere, on a line of a list of
// links, for a title named in an answer; "" where it gives none.
func (c *coder) linkOf(a *answer) string {
	for _, p := range a.parts {
		for _, title := range documentTitle.FindAllString(p.Text, -1) {
			title = strings.TrimPrefix(strings.TrimPrefix(title, "The "), "Our ")
			text := c.t.Text(p.Ref)
			at := strings.LastIndex(text, title)
			if at < 0 {
				continue
			}
			line, _, _ := strings.Cut(text[at:], "\n")
			if m := address.FindString(line); m != "" {
				return strings.TrimRight(m, ".")
			}
		}
	}
	return ""
}

// deniesAny tells whether an answer is a denial throughout.
func deniesAny(a *answer) bool {
	return len(a.parts) > 0 && (plainNo(a.parts[0].Low) || notDone.MatchString(a.parts[0].Low) || deniedWords.MatchString(a.parts[0].Low) || neverMade.MatchString(a.parts[0].Low))
}

// neverMade matches the denial of a document by its maker, or by the denial of
// what might be said of it: "nobody ever did one".
var neverMade = regexp.MustCompile(`\b(?:nobody|no ?one|no-one|no (?:department|team|office|part|area)\b[^.;]{0,40})(?: has| have|'s)? (?:ever |yet )?(?:did|done|made|wrote|written|produced|prepared|carried out|undertaken|undertook|completed|got round to|drew up|drawn up)\b|` + wrongToSay.String() + `\b[^.;]{0,30}\b(?:one|any|such an?|there|an? \w+)\b`)

// pointedStatus follows a pointer: a link is linked; another answer lends its
// status.
func (c *coder) pointedStatus(a *answer, hops int) string {
	low := a.low()
	if link.MatchString(low) || publishShape.MatchString(low) {
		return docLinked
	}
	for _, id := range a.RefersTo {
		if t := c.answers[id]; t != nil && t != a && hops < maxHops {
			if s := c.documentStatus(t, hops+1); s != notStated {
				return s
			}
		}
	}
	if provided.MatchString(low) {
		return docProvided
	}
	if a.leaf.YesNo {
		return docLinked
	}
	return notStated
}

func (c *coder) addressIn(a *answer) string {
	for _, s := range a.parts {
		if m := address.FindString(s.Text); m != "" {
			return strings.TrimRight(m, ".")
		}
	}
	return c.linkOf(a)
}

// enclosureOf is the one enclosed document that shares most words with an
// answer, "" where none does.
func (c *coder) enclosureOf(a *answer) string {
	best, score := "", 0
	for _, m := range c.t.Messages {
		for _, at := range m.Attachments {
			if at.Content != thread.ContentDocument {
				continue
			}
			n := 0
			for _, w := range strings.FieldsFunc(strings.ToLower(at.Filename), func(r rune) bool { return !(r >= 'a' && r <= 'z') }) {
				if len(w) > 3 && strings.Contains(a.low(), w) {
					n++
				}
			}
			if n > score {
				best, score = at.Filename, n
			}
		}
	}
	return best
}
