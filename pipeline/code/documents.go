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
	address  = regexp.MustCompile(`(?:https?://|www\.)[^\s)\]>,;]+`)
	provided = regexp.MustCompile(`\b(?:attach(?:ed|ment)?|enclos(?:e|es|ed|ure)|append(?:ed|ix)|annex(?:ed)?|document \d|copy (?:is|of .* is) (?:attached|enclosed|provided)|provided (?:with|in|as|herewith|below)|supplied|reproduced|pasted|copied) ?`)
	notGiven = regexp.MustCompile(`\b(?:not|nor|no|nothing|never)\b[^.;]{0,30}\b(?:attach|enclos|supplied|provided)`)
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
		return provided.MatchString(s.Low) && !notGiven.MatchString(s.Low) && (a.leaf.YesNo || !noDocument.MatchString(s.Low))
	})
	switch {
	case isProvided:
		return docProvided
	case link.MatchString(low) && !(a.leaf.YesNo && a.Polarity == no):
		return docLinked
	case a.leaf.YesNo && a.Polarity == no:
		return docNone
	case a.leaf.YesNo:
		return notStated
	case noDocument.MatchString(low) || deniesAny(a):
		return docNone
	case publishShape.MatchString(low):
		return docLinked
	}
	return notStated
}

// deniesAny tells whether an answer is a denial throughout.
func deniesAny(a *answer) bool {
	return len(a.parts) > 0 && (plainNo(a.parts[0].Low) || deniedWords.MatchString(a.parts[0].Low))
}

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
	return ""
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
