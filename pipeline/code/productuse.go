package code

import (
	"regexp"
	"slices"
	"strings"
)

// useAt is one use named at bytes [start, end) of a sentence.
type useAt struct {
	use        string
	start, end int
}

// furtherVerb begins what a product, its use told, has no part in; the denial
// does not reach back over "and".
var furtherVerb = regexp.MustCompile(`,? (?:and|but) (?:it )?(?:(?:ha[sd]|have|plays?|played|takes?|took) no (?:part|role|place)|(?:is|was) (?:not|never) used (?:for|to|in))\b`)

// endThat begins the end for which something is used; what "may" be in it does
// not make the use a possibility.
var endThat = regexp.MustCompile(`\b(?:in order that|so that)\b`)

// merely begins what is done after all, behind a denial: "we do not use it and
// merely schedule posts".
var merely = regexp.MustCompile(`\b(?:and|but) (?:merely|only|simply|just) `)

// saidThat ends where what somebody sees fit to mention begins; how he puts that
// he mentions it says nothing of it: "As you have not asked for that alone I should
// add that …".
var saidThat = regexp.MustCompile(`\b(?:i|we) (?:should|would|might|may|can|must|ought (?:also )?to|will|'ll|am (?:also )?asked to|was asked to|have been asked to|feel (?:that )?i (?:should|ought to))(?: \w+)? (?:mention|add|say|note|explain|point out|record|disclose|tell you|let you know|draw (?:your )?attention to the fact)(?: (?:too|also|here|besides|for completeness))?,? that `)

var relativeAside = regexp.MustCompile(`, (?:which|who|whose) [^,;]*,`)

// withoutRelatives blanks the relative clauses before byte at, behind which the
// subject goes on: "The Union, which is independent, uses …".
func withoutRelatives(low string, at int) string {
	return relativeAside.ReplaceAllStringFunc(low[:at], blank) + low[at:]
}

// leftUnused matches what a product could do and is not used for: "a listening
// function, which we do not use".
var leftUnused = regexp.MustCompile(`^[\w ]{0,40},? (?:(?:which|that|but) (?:we|they|it|the (?:` + ourNouns + `)) (?:(?:do|does|did|have|has)(?: not|n't)|never) (?:\w+ )?(?:use|used|take|taken|buy|bought|have|pay|paid|subscribe|need)|(?:which|that|but) (?:(?:is|was|are|were)(?: not|n't)|has never been|is never) (?:\w+ )?(?:used|switched on|turned on|part of|included|enabled|taken|in use))\b|^(?: \w+){0,2} (?:(?:is|was|are|were|being|has been|having been) )?(?:not|never) (?:\w+ )?(?:taken|bought|included|enabled|activated|licensed|switched on|paid for)\b|^[\w ]{0,40}, (?:we|they|it|the (?:` + ourNouns + `)) (?:(?:do|does|did|have|has)(?: not|n't)|never) (?:\w+ )?(?:use|used|take|taken|buy|bought|need) (?:it|that|this)\b`)

// assert tells how sentence i puts the words at [start, end).
func (a *productAnswer) assert(i, start, end int) assertion {
	s := a.sentences[i]
	for _, border := range []*regexp.Regexp{furtherVerb, endThat, newSubject} {
		if m := border.FindStringIndex(s.low); m != nil && m[0] >= end {
			s = readContext(s.low[:m[0]])
		}
	}
	is := s.assert(start, end)
	if m := saidThat.FindStringIndex(s.low); m != nil && m[1] <= start {
		is = readContext(strings.Repeat(" ", m[1])+s.low[m[1]:]).assert(start, end)
	}
	if m := merely.FindStringIndex(s.low); m != nil && m[1] <= start {
		is.Negated = readContext(strings.Repeat(" ", m[1])+s.low[m[1]:]).assert(start, end).Negated
	}
	is.Negated = is.Negated && readContext(withoutRelatives(s.low, start)).assert(start, end).Negated
	is.Other = is.Other || readContext(withoutRelatives(s.low, start)).assert(start, end).Other
	return is
}

// uses returns the affirmed uses in a sentence.
func (a *productAnswer) uses(i int) []useAt {
	s := a.sentences[i]
	if asked.MatchString(s.low) || ofQuestion.MatchString(s.low) {
		return nil
	}
	var out []useAt
	for _, c := range useCues {
		for _, m := range a.named[i].find(c.re) {
			said := s.low[m[0]:m[1]]
			if a.ofProduct(i, m) || strings.HasSuffix(said, "mentioned") && notAUse.MatchString(s.low[m[1]:]) || c.use == useListening && onBehalf.MatchString(s.low[:m[1]]) || c.use == useStudents && ofOpinion.MatchString(said) || c.use == usePublishing && officeBehind.MatchString(s.low[m[1]:]) {
				continue
			}
			is := a.assert(i, m[0], m[1])
			if is.Negated || is.Other || leftUnused.MatchString(s.low[m[1]:]) || is.Hypothetical && !is.Conditional && !is.permitted() {
				continue
			}
			out = append(out, useAt{c.use, m[0], m[1]})
		}
	}
	return out
}

// ofProduct tells whether the words of a use at a place end where the name of a
// product begins, of which something is then said: "what was said of Hootsuite".
func (a *productAnswer) ofProduct(i int, at []int) bool {
	return slices.ContainsFunc(a.index.names(a.texts[i], a.sentences[i], a.inUse), func(h productHit) bool {
		return h.Start < at[1] && at[1] <= h.Start+1
	})
}

// setUses gives each product its use: from the words that belong to it in its
// own sentence or in those that go on about it; failing these, from the product
// whose work it does, from the office that has it, from where else it is named,
// from the product it gave way to, or from the sentences around it.
func (a *productAnswer) setUses(hits []productHit) {
	for i := range hits {
		if hits[i].Use = a.ownUse(hits, i); hits[i].Use == useUnspecified || a.addsUse(hits, i) {
			hits[i].Use = moreIntrusive(hits[i].Use, a.laterUse(hits, i))
		}
		hits[i].Told = hits[i].Use != useUnspecified
	}
	for i := range hits {
		for _, look := range []func([]productHit, int) string{a.sameUse, a.officeUse, a.otherMention, a.alertUse, a.earlierUse, a.answerUse} {
			if hits[i].Use != useUnspecified {
				break
			}
			hits[i].Use = look(hits, i)
		}
	}
}

func moreIntrusive(a, b string) string {
	if intrusion(b) > intrusion(a) {
		return b
	}
	return a
}

// alertUse is that of a product which can do nothing but tell what is published.
func (a *productAnswer) alertUse(hits []productHit, i int) string {
	if hits[i].Category == "alerts" {
		return useListening
	}
	return useUnspecified
}

// otherMention is the use of the same product where it is named again.
func (a *productAnswer) otherMention(hits []productHit, i int) string {
	best := useUnspecified
	for _, h := range hits {
		if h.Product == hits[i].Product && intrusion(h.Use) > intrusion(best) {
			best = h.Use
		}
	}
	return best
}

// ownUse reads the sentence of hit i. A use behind another product belongs to
// that one, unless the two are joined ("Hootsuite and Orlo").
func (a *productAnswer) ownUse(hits []productHit, i int) string {
	from, to := a.ownWords(hits, i)
	from, to = a.pairedWords(hits, i, from, to)
	return a.mostIntrusive(hits[i].Sentence, from, to)
}

// comparedWith ends where a product follows that another is only measured by:
// "is better than Brandwatch at telling us what is said".
var comparedWith = regexp.MustCompile(`\b(?:than|unlike|as (?:\w+ )?as|compared (?:to|with)|alongside|in addition to) $`)

// tookOverFrom stands between a product and the one whose work it does now, which
// has no use of its own behind it.
var tookOverFrom = regexp.MustCompile(`^[^,;]*\b(?:took over from|(?:took|takes|has taken) the place of|replac(?:ed|es)|supersed(?:ed|es)|succeed(?:ed|s)|in place of|instead of) $`)

// ownWords is the part of its sentence that belongs to hit i.
func (a *productAnswer) ownWords(hits []productHit, i int) (from, to int) {
	h := hits[i]
	to = len(a.texts[h.Sentence])
	low := a.sentences[h.Sentence].low
	for _, o := range hits {
		if o.Sentence != h.Sentence || o.Product == h.Product || comparedWith.MatchString(low[:o.Start]) || o.Start > h.End && tookOverFrom.MatchString(low[h.End:o.Start]) {
			continue
		}
		within := o.End <= h.Start && h.Start < o.End+asideLength(low[o.End:])          // h in an aside on o
		around := o.Start > h.End+len(" (") && o.Start < h.End+asideLength(low[h.End:]) // o in an aside on h
		if within {
			to = min(to, o.End+asideLength(low[o.End:]))
		}
		switch {
		case around, a.joined(o, h):
		case o.Start < h.Start:
			from = max(from, a.border(o, h))
		default:
			to = min(to, a.border(h, o))
		}
	}
	return from, to
}

var (
	// respectively says that of two things named each has one of two uses.
	respectively = regexp.MustCompile(`\brespectively\b`)
	// firstOfTwo and secondOfTwo take up two things named before.
	firstOfTwo  = regexp.MustCompile(`\bthe (?:first|former|one)\b`)
	secondOfTwo = regexp.MustCompile(`\bthe (?:second|latter|other)\b`)
	betweenUses = regexp.MustCompile(`,? and (?:for |to )?`)
)

// pairedWords narrows the words of one of two products joined by "and" to those
// said of it alone: "X and Y, the first to …, the second to …", "X and Y for …
// and for … respectively".
func (a *productAnswer) pairedWords(hits []productHit, i, from, to int) (int, int) {
	h, low := hits[i], a.sentences[hits[i].Sentence].low
	for j, o := range hits {
		if o.Sentence != h.Sentence || j == i || !a.joined(o, h) {
			continue
		}
		end := max(o.End, h.End)
		var border []int
		if first, second := firstOfTwo.FindStringIndex(low[end:]), secondOfTwo.FindStringIndex(low[end:]); first != nil && second != nil && first[0] < second[0] {
			border = second
		} else if cut := betweenUses.FindStringIndex(low[end:]); cut != nil && respectively.MatchString(low[end:]) {
			border = cut
		} else {
			continue
		}
		if h.Start < o.Start {
			return end, end + border[0]
		}
		return end + border[0], to
	}
	return from, to
}

// asideLength is the length of what is put in between a name and its verb:
// "Signal AI, which took over from Meltwater in 2018, collects …".
func asideLength(behind string) int {
	if m := namedAside.FindStringIndex(behind); m != nil {
		return m[1]
	}
	return 0
}

var productsJoined = regexp.MustCompile(`^[\s,&/]*(?:\([^)]*\))?[\s,&/]*(?:and|or)?\s*(?:also )?$`)

// joined tells whether two products of a sentence share what is said of them:
// nothing stands between them but commas, "and", or brackets that tell no use
// ("Hootsuite (scheduling), Google Alerts (mentions)" are two lines of a list).
func (a *productAnswer) joined(b, c productHit) bool {
	if c.Start < b.Start {
		b, c = c, b
	}
	if b.End > c.Start || !productsJoined.MatchString(a.sentences[b.Sentence].low[b.End:c.Start]) {
		return false
	}
	return a.mostIntrusive(b.Sentence, b.End, c.Start) == useUnspecified
}

var productBorder = regexp.MustCompile(`;|\. |, (?:and|but|while|whereas)?|\band,|\band (?:the|we|our|its|for|to)\b|\bwhile\b|\bwhereas\b|\bbut\b|\bbefore that\b|\band [\w' ]{2,40} (?:by|with|in|through|via|from) $`)

// onlyBrackets matches nothing but brackets between two products of a list.
var onlyBrackets = regexp.MustCompile(`^ ?\([^)]*\),? (?:and |or )?$`)

// border is where what belongs to product a ends and what belongs to b begins:
// a semicolon, the last clause border between them, or else the beginning of b.
func (a *productAnswer) border(first, second productHit) int {
	low := a.sentences[first.Sentence].low
	if second.Start <= first.End {
		return second.Start
	}
	if at := strings.IndexByte(low[first.End:second.Start], ';'); at >= 0 && !onlyBrackets.MatchString(low[first.End:second.Start]) {
		return first.End + at
	}
	all := productBorder.FindAllStringIndex(low[first.End:second.Start], -1)
	if len(all) == 0 || onlyBrackets.MatchString(low[first.End:second.Start]) {
		return second.Start
	}
	return first.End + all[len(all)-1][0]
}

func (a *productAnswer) mostIntrusive(sentence, from, to int) string {
	best := useUnspecified
	for _, u := range a.uses(sentence) {
		if u.start >= from && u.end <= to && intrusion(u.use) > intrusion(best) {
			best = u.use
		}
	}
	return best
}

// earlierUse is the use of the product that a former one gave way to, or that
// the same sentence names ("… and until 2019 that was done in Orlo").
func (a *productAnswer) earlierUse(hits []productHit, i int) string {
	follows := hits[i].Status == softwareFormerly && a.tookOver(hits[i])
	if i > 0 && (follows || hits[i-1].Sentence == hits[i].Sentence) {
		return hits[i-1].Use
	}
	if i+1 < len(hits) && hits[i].Status == softwareFormerly && hits[i+1].Sentence == hits[i].Sentence {
		return hits[i+1].Use
	}
	return useUnspecified
}

// tookOver tells whether a former product did the work of the one named before
// it: it is said so, or it was neither tried only nor had by an office of its own.
func (a *productAnswer) tookOver(h productHit) bool {
	low := a.sentences[h.Sentence].low
	return inPlaceOf.MatchString(low) || !officeAhead.MatchString(low[:h.Start]) && !tried.MatchString(low)
}

var officeAhead = regexp.MustCompile(`\b(?:office|team|department|library|museum|centre|school|faculty|unit|directorate|service|services|division|security|alumni)\b`)

// inPlaceOf matches a sentence on what came before something else.
var inPlaceOf = regexp.MustCompile(`\b(?:before|previous\w*|prior|former\w*|earlier|until|till|up to|replac\w+|moved|switched|instead|success\w+|took over|gave up|given up|used to|was (?:our|the)|last)\b`)

// studentOffice begins a sentence on an office for single students.
var studentOffice = regexp.MustCompile(`^(?:the |our )?` + onStudents + `\b`)

// onProducts matches a sentence on software that need not name it.
var onProducts = regexp.MustCompile(`\b(?:tools?|software|products?|platform|system|package|licen[cs]e|subscription|is used|are used)\b`)

// answerUse reads the sentences around hit i that name no other product. What is
// done to students counts only where the sentence is on software.
func (a *productAnswer) answerUse(hits []productHit, i int) string {
	named := map[int]bool{}
	for _, h := range hits {
		named[h.Sentence] = h.Product != hits[i].Product || named[h.Sentence]
	}
	best, at := useUnspecified, hits[i].Sentence
	for n := max(0, at-6); n < min(len(a.texts), at+4); n++ {
		if named[n] {
			continue
		}
		u := a.mostIntrusive(n, 0, len(a.texts[n]))
		if intrusion(u) > intrusion(best) && (u != useStudents || onProducts.MatchString(a.sentences[n].low) || studentOffice.MatchString(a.sentences[n].low)) {
			best = u
		}
	}
	return best
}
