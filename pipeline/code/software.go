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

	Told       bool // its use is told of it, and not inferred from what stands around
	Own        bool // a term of its own is told behind it, as of no company
	Past       bool // named in the past alone, which takes no end back that is told elsewhere
	Known      bool // listed in software.csv; false asks for review
	Sentence   int
	Start, End int
}

// findBehind reads the sentences of one answer, or of a whole reply, in order
// and with their case kept, and returns the products in use, one hit each in
// order of place. inUse says that a positive answer precedes, so that a bare
// name is enough ("Brandwatch."). The sentences before, of an answer that this
// one goes on from, give no hit but can tell the use of one.
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
	named     []namedBody // sentences, with the body's own name put as "the university"
}

func readProducts(x *productIndex, texts []string, inUse bool) *productAnswer {
	a := &productAnswer{index: x, texts: texts, inUse: inUse}
	for _, t := range texts {
		low := lowerSame(t)
		a.sentences = append(a.sentences, readContext(low))
		a.named = append(a.named, nameBody(low, x.ownName))
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

// inSentence returns the products that sentence i puts as used now or before.
func (a *productAnswer) inSentence(i int) []productHit {
	s, text := a.sentences[i], a.texts[i]
	hits := a.index.names(text, s, a.inUse)
	if asked.MatchString(s.low) || mayBeRead.MatchString(s.low) && len(hits) == 1 && mayBeRead.FindStringIndex(s.low)[1] <= hits[0].Start {
		return a.takenUp(i, hits)
	}
	hits = append(hits, a.index.unlisted(text, s, hits, a.inUse)...)
	if len(hits) == 0 {
		hits = a.ownNamed(i)
	}
	for n := range hits {
		hits[n].Sentence = i
	}
	sortHits(hits)
	hits = a.withoutVendors(hits)
	var out []productHit
	for n, h := range hits {
		from, to := a.ownWords(hits, n)
		h.Own = termBehind.MatchString(a.low(i)[h.End:])
		h.Past = toldPast.MatchString(a.low(i)[from:to]) && !toldPresent.MatchString(a.low(i)[from:to])
		if h.Status = a.status(h, from, to); h.Status != "" {
			out = append(out, h)
		}
	}
	return out
}

// toldPast and toldPresent tell the time in which a product is named: "Nothing was
// carried over from Meltwater" tells of no use that goes on.
var (
	toldPast    = regexp.MustCompile(`\b(?:was|were|had|did|went|came|gave|took|ran|[a-z]{2,}ed)\b`)
	toldPresent = regexp.MustCompile(`\b(?:is|are|has|have|does|do|can|now|still|currently|since|(?:use|run|collect|pick|show|give|supplie|provide|hold|bring|look|follow|monitor|track|schedule|send|subscribe|come|go)s?)\b|'(?:s|ve|re)\b`)
)

// termBehind matches the term of a contract, behind the supplier in brackets if
// there is one: "Cision (Cision Ltd), from 2017".
var termBehind = regexp.MustCompile(`^(?: \([^)]*\))?,? (?:since|from|until|up to|between) (?:[a-z]+ ){0,3}(?:20[012]\d)\b`)

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
		out[at].Status, out[at].Past = laterStatus(out[at], h)
		out[at].Own = out[at].Own || h.Own
		if out[at].Vendor == "" {
			out[at].Vendor = h.Vendor
		}
	}
	return out
}

// laterStatus is the status of two mentions of a product: the present, unless one
// tells an end and the other only speaks in the past.
func laterStatus(a, b productHit) (status string, past bool) {
	switch {
	case a.Status == b.Status:
		return a.Status, a.Past && b.Past
	case a.Status == softwareUsed && !a.Past, b.Status == softwareUsed && !b.Past:
		return softwareUsed, false
	}
	return softwareFormerly, false
}

func intrusion(use string) int {
	return slices.Index([]string{useUnspecified, usePublishing, useListening, useStudents}, use)
}
