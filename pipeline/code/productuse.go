package code

import "regexp"

// useCue is a way of saying what a product is used for.
type useCue struct {
	use string
	re  *regexp.Regexp
}

// useCues are tried on the lower-cased sentence; each match must be affirmed
// (not "It is not used to look at students' accounts").
var useCues = []useCue{
	{useStudents, regexp.MustCompile(`\b(?:search\w*|look\w*|monitor\w*|follow\w*|track\w*|view\w*|check\w*|find\w*|watch\w*|identify\w*|profil\w*)(?: \w+){0,3}? (?:students?|individuals?|applicants?|named persons?|people)\b`)},
	{useStudents, regexp.MustCompile(`\b(?:accounts|posts|profiles|activity|behaviour|social media) of (?:\w+ ){0,2}(?:students?|individuals|applicants)\b`)},
	{useStudents, regexp.MustCompile(`\bstudents?'?s? (?:social media|accounts?|posts|profiles|activity)\b`)},
	{useStudents, regexp.MustCompile(`\b(?:in|for|during|support|supports|assist|with|to|conduct) (?:\w+ ){0,2}(?:investigat\w+)\b`)},
	{useStudents, regexp.MustCompile(`\b(?:carr(?:y|ies|ied|ying) out|conduct(?:s|ed|ing)?|mak(?:e|es|ing)|undertak(?:e|es|ing)) (?:\w+ ){0,2}(?:enquir(?:y|ies)|inquir(?:y|ies)|searches|checks)\b`)},
	{useStudents, regexp.MustCompile(`\bsearches (?:described|referred|mentioned|set out|explained|made|carried)\b`)},
	{useStudents, regexp.MustCompile(`\b(?:threats?|persons? of concern|students? (?:at risk|of concern)|self-harm|extremism|radicalisation|protests?)\b`)},
	{useListening, regexp.MustCompile(`\bmentions\b|\bmention(?:ed|ing)? (?:of|the (?:` + ourNouns + `|institution)|us|our|its)\b|\b(?:is|are|was|were|be|been|being|gets?) mentioned\b|\blisten\w*|\bsentiment\b|\breputation\w*|\bcoverage\b|\bmedia monitoring\b|\bpress and social media\b|\bwhat(?:'s| is| has been| have been| people are| others are| the [\w, ]{3,60} (?:have been|has been|are|is))? ?(?:being )?(?:said|say\w*|written)\b|\b(?:said|saying|written) (?:of|about) (?:us|the|our)\b|\bname[sd]? the (?:` + ourNouns + `)\b|\b(?:` + ourNouns + `|institution) (?:or [\w ]{3,30} )?is named\b|\b(?:` + ourNouns + `|uni|college|our|its) name\b|\bsearch(?:es)? (?:on|for|of) (?:the|our|its) name\b|\b(?:has|have) been (?:named|mentioned)\b|\bcomes? up in (?:public )?(?:posts|tweets)\b`)},
	{useListening, regexp.MustCompile(`\b(?:monitor\w*|track\w*|follow\w*|watch\w*|keep\w* (?:an eye|track)|alert\w*|search\w*|look\w*) (?:\w+ ){0,4}(?:the (?:` + ourNouns + `)|the college|our (?:own )?(?:name|brand)|its (?:own )?(?:name|brand)|name|brand|hashtags?|keywords?|conversations?|discussions?|trends|news|press)\b`)},
	{useListening, regexp.MustCompile(`\b(?:google alerts?|about the (?:` + ourNouns + `)|references to (?:the|our|us)|public opinion|perceptions?|brand (?:monitoring|tracking|awareness)|trending|press cuttings)\b`)},
	{usePublishing, regexp.MustCompile(`\b(?:line|lines|lined|lining|queue|queues|put|puts|putting) (?:up|out|up and out) (?:our|its|their|the \w+'s) (?:own )?(?:\w+ )?(?:posts|announcements|news|messages|content|tweets)\b|\bplans? what (?:is to |will )?(?:appear|go)\b|\bschedul\w+|\bqueu(?:e|es|ed|ing)\b|\bsend(?:s|ing)? (?:\w+ )?out\b|\bpublish\w*|\bplan(?:s|ned|ning)? (?:and \w+ )?(?:\w+ ){0,2}(?:posts|content|campaigns)\b|\b(?:posts|content) (?:\w+ ){0,5}(?:are|is) planned\b|\bposting\b|\b(?:to|and) post(?:,|\.|;|$| (?:\w+ ){0,3}(?:to|on|news|content|messages|updates)\b)`)},
	{usePublishing, regexp.MustCompile(`\b(?:our|its|own|corporate|official|institutional|university's|` + ourNouns + `'s|marketing) (?:own )?(?:\w+ ){0,2}(?:posts|pages?|channels?|accounts?|content|tweets|feeds?|presence|output)\b`)},
	{usePublishing, regexp.MustCompile(`\b(?:manag\w+|run\w*|administer\w*|post|posts|sends?) (?:\w+ ){0,3}(?:channels?|accounts?|pages?|content|messages|updates|tweets)\b|\b(?:answer\w*|respond\w*|repl\w+) (?:to )?(?:\w+ ){0,2}(?:enquir\w+|messages|questions|comments)\b|\bengagement\b|\banalytics\b|\binsights\b|\bperformance of\b|\breach of\b|\bstatistics\b`)},
}

// useAt is one use named at bytes [start, end) of a sentence.
type useAt struct {
	use        string
	start, end int
}

// furtherVerb begins what a product, its use told, has no part in; the denial
// does not reach back over "and".
var furtherVerb = regexp.MustCompile(`,? (?:and|but) (?:it )?(?:(?:ha[sd]|have|plays?|played|takes?|took) no (?:part|role|place)|(?:is|was) (?:not|never) used (?:for|to|in))\b`)

// assert tells how sentence i puts the words at [start, end).
func (a *productAnswer) assert(i, start, end int) assertion {
	s := a.sentences[i]
	if m := furtherVerb.FindStringIndex(s.low); m != nil && m[0] >= end {
		s = readContext(s.low[:m[0]])
	}
	return s.assert(start, end)
}

// uses returns the affirmed uses in a sentence.
func (a *productAnswer) uses(i int) []useAt {
	s := a.sentences[i]
	if asked.MatchString(s.low) {
		return nil
	}
	var out []useAt
	for _, c := range useCues {
		for _, m := range c.re.FindAllStringIndex(s.low, -1) {
			is := a.assert(i, m[0], m[1])
			if is.Negated || is.Other || is.Hypothetical && !is.Conditional && !is.permitted() {
				continue
			}
			out = append(out, useAt{c.use, m[0], m[1]})
		}
	}
	return out
}

// setUses gives each product its use: from the words that belong to it in its
// own sentence or in those that go on about it; failing these, from where else
// the product is named, from the product it gave way to, or from the sentences
// around it.
func (a *productAnswer) setUses(hits []productHit) {
	for i := range hits {
		if hits[i].Use = a.ownUse(hits, i); hits[i].Use == useUnspecified {
			hits[i].Use = a.laterUse(hits, i)
		}
	}
	for i := range hits {
		for _, look := range []func([]productHit, int) string{a.otherMention, a.earlierUse, a.answerUse} {
			if hits[i].Use != useUnspecified {
				break
			}
			hits[i].Use = look(hits, i)
		}
	}
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
	h := hits[i]
	from, to := 0, len(a.texts[h.Sentence])
	low := a.sentences[h.Sentence].low
	for j, o := range hits {
		switch {
		case o.Sentence != h.Sentence || j == i || joinedProducts(low, o, h):
		case o.Start < h.Start:
			from = max(from, a.border(o, h))
		default:
			to = min(to, a.border(h, o))
		}
	}
	return a.mostIntrusive(h.Sentence, from, to)
}

var productsJoined = regexp.MustCompile(`^[\s,&/]*(?:\([^)]*\))?[\s,&/]*(?:and|or)?\s*(?:also )?$`)

func joinedProducts(low string, a, b productHit) bool {
	if b.Start < a.Start {
		a, b = b, a
	}
	return a.End <= b.Start && productsJoined.MatchString(low[a.End:b.Start])
}

var productBorder = regexp.MustCompile(`;|, (?:and|but|while|whereas)?|\band (?:the|we|our|its|for|to)\b|\bwhile\b|\bwhereas\b|\bbut\b|\bbefore that\b`)

// border is where what belongs to product a ends and what belongs to b begins:
// the last clause border between them, or else the beginning of b.
func (a *productAnswer) border(first, second productHit) int {
	low := a.sentences[first.Sentence].low
	if second.Start <= first.End {
		return second.Start
	}
	all := productBorder.FindAllStringIndex(low[first.End:second.Start], -1)
	if len(all) == 0 {
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

// aboutIt matches the beginning of a sentence that goes on about the product.
var aboutIt = regexp.MustCompile(`^(?:it|this|that|these|they|both|the (?:tool|software|product|system|platform|package|service|licence|account|subscription)s?|its use|we use (?:it|this|them))\b`)

// laterUse reads the sentences behind a product that go on about it.
func (a *productAnswer) laterUse(hits []productHit, i int) string {
	best := useUnspecified
	for n := hits[i].Sentence + 1; n < len(a.sentences); n++ {
		low := a.sentences[n].low
		if !aboutIt.MatchString(low) && !(takesUp.MatchString(low) && pointsBack.MatchString(low)) {
			break
		}
		if u := a.mostIntrusive(n, 0, len(a.texts[n])); intrusion(u) > intrusion(best) {
			best = u
		}
	}
	return best
}

// earlierUse is the use of the product that a former one gave way to, or that
// the same sentence names ("… and until 2019 that was done in Orlo").
func (a *productAnswer) earlierUse(hits []productHit, i int) string {
	if i > 0 && (hits[i].Status == softwareFormerly || hits[i-1].Sentence == hits[i].Sentence) {
		return hits[i-1].Use
	}
	if i+1 < len(hits) && hits[i].Status == softwareFormerly && hits[i+1].Sentence == hits[i].Sentence {
		return hits[i+1].Use
	}
	return useUnspecified
}

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
		if intrusion(u) > intrusion(best) && (u != useStudents || onProducts.MatchString(a.sentences[n].low)) {
			best = u
		}
	}
	return best
}
