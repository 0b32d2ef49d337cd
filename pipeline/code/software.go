package code

import (
	"regexp"
	"slices"
	"strings"
)

// Uses of a product, from the least to the most intrusive.
const (
	useUnspecified = "unspecified"
	usePublishing  = "publishing"
	useListening   = "listening"
	useStudents    = "student_monitoring"
)

// Status of a product.
const (
	softwareUsed     = "used"
	softwareFormerly = "formerly_used"
)

// productHit is a product named as in use, now or before, at bytes [Start, End)
// of sentence number Sentence (from 0).
type productHit struct {
	Product, Vendor, Category, Use, Status string

	Known      bool // listed in software.csv; false asks for review
	Sentence   int
	Start, End int
}

// find reads the sentences of one answer, or of a whole reply, in order and
// with their case kept, and returns the products in use, one hit each in order
// of place. inUse says that a positive answer precedes, so that a bare name is
// enough ("Brandwatch.").
func (x *productIndex) find(sentences []string, inUse bool) []productHit {
	return x.findBehind(nil, sentences, inUse)
}

// findBehind is find for an answer that goes on from another, as the provider's
// name goes on from the yes before it: the sentences before give no hit but can
// tell the use of one.
func (x *productIndex) findBehind(before, sentences []string, inUse bool) []productHit {
	a := readProducts(x, slices.Concat(before, sentences), inUse)
	var named []productHit
	for i := range a.sentences {
		named = append(named, a.inSentence(i)...)
	}
	a.setUses(named)
	named = slices.DeleteFunc(named, func(h productHit) bool { return h.Sentence < len(before) })
	for i := range named {
		named[i].Sentence -= len(before)
	}
	return mergeProducts(named)
}

// productAnswer is an answer being searched for products.
type productAnswer struct {
	index     *productIndex
	texts     []string
	sentences []*contextSentence
	inUse     bool
}

func readProducts(x *productIndex, texts []string, inUse bool) *productAnswer {
	a := &productAnswer{index: x, texts: texts, inUse: inUse}
	for _, t := range texts {
		a.sentences = append(a.sentences, readContext(lowerSame(t)))
	}
	return a
}

// lowerSame lowers a text without moving its bytes.
func lowerSame(s string) string {
	if low := strings.ToLower(s); len(low) == len(s) {
		return low
	}
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

// asked matches a sentence that repeats or refers to the question.
var asked = regexp.MustCompile(`\?\s*$|\byou(?:r request| have)? (?:ask|mention|name|refer|list|quote|cite)|\bsuch as those you\b`)

// inSentence returns the products that sentence i puts as used now or before.
func (a *productAnswer) inSentence(i int) []productHit {
	s, text := a.sentences[i], a.texts[i]
	if asked.MatchString(s.low) {
		return nil
	}
	hits := a.index.names(text, s, a.inUse)
	hits = append(hits, a.index.unlisted(text, s, hits, a.inUse)...)
	var out []productHit
	for _, h := range hits {
		h.Sentence = i
		if h.Status = a.status(h); h.Status != "" {
			out = append(out, h)
		}
	}
	sortHits(out)
	return out
}

// pastSpan matches a use that is bounded on both sides.
var pastSpan = regexp.MustCompile(`\b(?:from|between) [\w ]{0,20}\b(?:19|20)\d\d(?: and | to | until |-)[\w ]{0,20}\b(?:19|20)\d\d\b`)

// boundedYears matches years in brackets right behind a name.
var boundedYears = regexp.MustCompile(`^ ?\((?:from )?[\w ]{0,12}(?:19|20)\d\d ?(?:-|to|until) ?[\w ]{0,12}(?:19|20)\d\d\)`)

// weighedAhead and weighedBehind match a product that was looked at before a
// purchase, and rejected for all the sentence says.
var (
	weighedAhead  = regexp.MustCompile(`\b(?:consider|evaluat|assess|explor|investigat|compar|review|discuss|approach|look)(?:ed|ing)(?: at| into)? (?:(?:the|a|an|of|use|using|buying|software|product|products|tool|tools|such as|including|like|called|both|from|suppliers) )*(?:[\w.]+(?: [\w.]+)?(?:, | and |, and | or ))*$`)
	weighedBehind = regexp.MustCompile(`^(?:(?:,| and| or) [\w.]+(?: [\w.]+)?)* (?:was|were|has been|have been|is being|are being) (?:also |both |only )?(?:considered|evaluated|assessed|discussed|looked (?:at|into)|rejected|ruled out|turned down|compared)\b`)
)

// status tells whether a product is used or was, or "" where the sentence says
// neither: denied, only considered, somebody else's.
func (a *productAnswer) status(h productHit) string {
	s := a.sentences[h.Sentence]
	is := s.assert(h.Start, h.End)
	switch {
	case weighedAhead.MatchString(s.low[:h.Start]), weighedBehind.MatchString(s.low[h.End:]):
		return ""
	case is.Other, is.Hypothetical && !is.Conditional:
		return ""
	case is.Negated && !is.Historical:
		return ""
	}
	switch a.outcome(h) {
	case "dropped":
		return ""
	case "ended":
		return softwareFormerly
	}
	switch {
	case is.Historical, boundedYears.MatchString(s.low[h.End:]),
		pastSpan.MatchString(s.low) && strings.Contains(s.low, "used"):
		return softwareFormerly
	}
	return softwareUsed
}

var (
	// onTrial matches a sentence on something tried or bought for a time.
	onTrial = regexp.MustCompile(`\b(?:trial|pilot|contract|subscription|licence|license|agreement|demonstration)\w*\b`)
	// trialGoesOn matches the beginning of a sentence that goes on about it.
	trialGoesOn = regexp.MustCompile(`^(?:this|that|the|it|we|its use)\b(?: (?:trial|pilot|contract|subscription|licence|license|agreement|use|product|tool))?`)
	trialEnded  = regexp.MustCompile(`\b(?:ended|expired|lapsed|ceased|finished|concluded|came to an end|not (?:been )?(?:renewed|renew|continued|extended)|discontinued|cancelled)\b`)
	trialNever  = regexp.MustCompile(`\b(?:(?:did|has|have|was) not (?:go ahead|take place|gone ahead|been signed|proceed\w*|started|begun)|never (?:started|went ahead|took place))\b`)
)

// outcome reads the sentence behind one that speaks of a trial or a contract:
// "ended", "dropped" for one that never began, or "".
func (a *productAnswer) outcome(h productHit) string {
	low := a.sentences[h.Sentence].low
	if !onTrial.MatchString(low) {
		return ""
	}
	if trialNever.MatchString(low) {
		return "dropped"
	}
	if h.Sentence+1 >= len(a.sentences) {
		return ""
	}
	next := a.sentences[h.Sentence+1].low
	switch {
	case !trialGoesOn.MatchString(next):
	case trialNever.MatchString(next):
		return "dropped"
	case trialEnded.MatchString(next):
		return "ended"
	}
	return ""
}

// mergeProducts keeps one hit for each product: its more intrusive use, and
// used before formerly_used.
func mergeProducts(hits []productHit) []productHit {
	var out []productHit
	for _, h := range hits {
		at := slices.IndexFunc(out, func(o productHit) bool { return strings.EqualFold(o.Product, h.Product) })
		if at < 0 {
			out = append(out, h)
			continue
		}
		if intrusion(h.Use) > intrusion(out[at].Use) {
			out[at].Use = h.Use
		}
		if h.Status == softwareUsed {
			out[at].Status = softwareUsed
		}
		if out[at].Vendor == "" {
			out[at].Vendor = h.Vendor
		}
	}
	return out
}

func intrusion(use string) int {
	return slices.Index([]string{useUnspecified, usePublishing, useListening, useStudents}, use)
}
