package code

import (
	"regexp"
	"slices"
	"strings"
)

// toolNouns are what a reply calls a product it has named.
const toolNouns = `(?:tools?|software|products?|systems?|platforms?|packages?|services?|licen[cs]es?|accounts?|subscriptions?|dashboards?|consoles?|alerts?|digests?|inbox|columns?|streams?|feature|results)`

// A sentence goes on about the product named before it where it begins with a
// word for it, where it has no subject of its own ("Used to schedule posts."),
// or where it points back with something that is used, had or looked into ("The
// team uses it for …", "The office has a dashboard in it").
var (
	aboutIt   = regexp.MustCompile(`^(?:the former|it|its|this|that|these|they|both|each|the (?:\w+ )?` + toolNouns + `|we use (?:it|this|them))\b`)
	noSubject = regexp.MustCompile(`^(?:(?:mainly|mostly|chiefly|only|purely|both|also|partly|just|primarily|solely|and) )*(?:used|set up|bought|taken|licensed|employed|for (?:the )?[a-z]+ing|for (?:our|the|social|media|press|mentions|this)|to (?:[a-z]+))\b`)
	pointedAt = regexp.MustCompile(`\b(?:us(?:e|es|ed|ing)|ha(?:s|ve|d)|employ\w*|within|in|with|on|through|from|via|by|of|into) (?:\w+ ){0,6}?(?:it|this|that (?:tool|product|software)|them|both)\b`)
)

// goesOn tells whether sentence n goes on about a product named before it.
func (a *productAnswer) goesOn(n int) bool {
	low := a.low(n)
	return aboutIt.MatchString(low) || noSubject.MatchString(low) || pointedAt.MatchString(low) || takesUp.MatchString(low) && pointsBack.MatchString(low)
}

// laterUse reads the sentences behind a product that go on about it, each up to
// where it names another.
func (a *productAnswer) laterUse(hits []productHit, i int) string {
	best := useUnspecified
	for n := hits[i].Sentence + 1; n < len(a.sentences) && a.goesOn(n) && !a.namesOther(hits, i, n); n++ {
		from, to := a.formerOrLatter(hits, i, n)
		other := false
		for _, o := range hits {
			if o.Sentence == n && o.Product != hits[i].Product {
				to, other = min(to, a.clauseOf(o)), true
			}
		}
		best = moreIntrusive(best, a.mostIntrusive(n, from, to))
		if other {
			break
		}
	}
	return best
}

// namesOther tells whether the subject of sentence n is the noun in the name of
// another product: "the alerts" behind "Hootsuite and Google Alerts".
func (a *productAnswer) namesOther(hits []productHit, i, n int) bool {
	m := nounSubject.FindStringSubmatch(a.low(n))
	return m != nil && slices.ContainsFunc(hits, func(o productHit) bool {
		return o.Product != hits[i].Product && strings.Contains(strings.ToLower(o.Product), m[1])
	})
}

var nounSubject = regexp.MustCompile(`^(?:the|these|those) (alert|insight|analytic)`)

// formerOrLatter is the part of sentence n that goes on about hit i: all of it,
// or what is said of "the former" or of "the latter" of two products.
func (a *productAnswer) formerOrLatter(hits []productHit, i, n int) (from, to int) {
	low := a.low(n)
	to = len(low)
	first, second := strings.Index(low, "the former "), strings.Index(low, "the latter ")
	beside := func(j int) bool {
		return j >= 0 && j < len(hits) && hits[j].Sentence == hits[i].Sentence && hits[j].Product != hits[i].Product
	}
	switch {
	case first < 0 || second < first:
	case beside(i + 1):
		return first, second
	case beside(i - 1):
		return second, to
	}
	return 0, to
}

// clauseOf is where the clause that names a product begins.
func (a *productAnswer) clauseOf(h productHit) int {
	from := 0
	for _, m := range productBorder.FindAllStringIndex(a.sentences[h.Sentence].low[:h.Start], -1) {
		from = m[0]
	}
	return from
}

// addsUse tells whether a sentence leaves room for a further use, told in the
// next: "is used to schedule posts" followed by "It also …".
func (a *productAnswer) addsUse(hits []productHit, i int) bool {
	next := a.low(hits[i].Sentence + 1)
	return aboutIt.MatchString(next) || alsoUsed.MatchString(next)
}

var alsoUsed = regexp.MustCompile(`\b(?:also|as well|in addition|besides|too)\b.*\b(?:it|this|them)\b|\b(?:it|this)\b.*\b(?:also|as well|in addition|besides|too)\b`)

// sameWork matches a use that is told by pointing at another: "for the same
// purpose", "did the job that Orlo does now", "for that".
var sameWork = regexp.MustCompile(`\b(?:the same|a like|a similar|much the same|similar|identical) (?:sort of |kind of |\w+ )?(?:purposes?|things?|jobs?|tasks?|work|reasons?|ends?|search(?:es)?|uses?|functions?|way|role|service|basis|thing)\b|\bfor (?:the same|that|this|these|those|both)\b(?: (?:purposes?|work|job|task))?(?:[,.;)]| (?:until|till|before|from|between|in|and|up)\b|$)|\b(?:does|did|do|doing|done) (?:the (?:same|job|work)|this|that|so|it|likewise)\b|\b(?:that|this|it) was done (?:in|with|by|through|on)\b|\bthe job that\b|\blikewise\b|\bditto\b|\bfor the same\b`)

// sameUse is the use of the product whose work this one does or did: one that
// the sentence names, or else the last one before it.
func (a *productAnswer) sameUse(hits []productHit, i int) string {
	from, to := a.ownWords(hits, i)
	h := hits[i]
	if !sameWork.MatchString(a.sentences[h.Sentence].low[from:to]) {
		return useUnspecified
	}
	for j, o := range hits {
		if o.Sentence == h.Sentence && o.Product != h.Product {
			if use := moreIntrusive(o.Use, a.otherMention(hits, j)); use != useUnspecified {
				return use
			}
		}
	}
	for j := i - 1; j >= 0; j-- {
		if hits[j].Product != h.Product && hits[j].Use != useUnspecified {
			return hits[j].Use
		}
	}
	return useUnspecified
}

// onStudents are offices whose business is with single students: a product that
// is theirs serves that. Those that speak for the body are left out.
const onStudents = `(?:campus |student |university )*(?:security|resilience|safety|control room|conduct|casework|discipline|proctors?|safeguarding|student (?:support|services|wellbeing|affairs|immigration|casework|conduct)|wellbeing|prevent|investigations?|academic integrity|integrity|immigration|compliance)`

// officeOf matches the office that has a product, as its subject or as the
// heading of a line.
var officeOf = regexp.MustCompile(`(?:^|[-;.:(] ?|\b(?:the|our|in|by|within) )` + onStudents + `(?: (?:team|office|staff|department|services?|unit|officers?|room|section|division))?(?: (?:\w+ )?(?:uses?|used|has|have|had|took|takes?|runs?|ran|employs?|employed|utilises?|utilised|subscribes?|subscribed|bought|holds?|held)\b|: ?| - ?|, )(?:[^;:]{0,60})$`)

// byOffice names the office behind: "is used by Campus Security".
var byOffice = regexp.MustCompile(`\b(?:used|held|run|operated|managed|owned|licensed|employed) (?:\w+ )?(?:by|in|within) (?:the |our )?` + onStudents + `\b`)

// officeUse is what the office that has a product does.
func (a *productAnswer) officeUse(hits []productHit, i int) string {
	h := hits[i]
	from, to := a.ownWords(hits, i)
	low := a.sentences[h.Sentence].low
	if officeOf.MatchString(low[from:h.Start]) || byOffice.MatchString(low[h.End:to]) {
		return useStudents
	}
	if next := a.low(h.Sentence + 1); aboutIt.MatchString(next) && byOffice.MatchString(next) {
		return useStudents
	}
	return useUnspecified
}
