package code

import (
	"regexp"
	"slices"
	"strings"
)

// weighedAhead and weighedBehind match a product that was looked at, shown or
// offered before a purchase, and rejected for all the sentence says.
var (
	weighedAhead  = regexp.MustCompile(`\b(?:(?:consider|evaluat|assess|explor|investigat|compar|review|discuss|approach|look)(?:ed|ing)(?: at| into)?|(?:had|took|have had|has had|having had) (?:a|another) (?:\w+ )?(?:look|talk|chat|meeting|conversation) (?:at|about|with|to)|(?:chosen|picked|selected|preferred|favoured) (?:over|to|above|ahead of|instead of|rather than)|(?:was|were|been|have been|has been) (?:also )?(?:shown|offered|demonstrated)|saw|(?:sat (?:in|through)|attended|went (?:to|along to)|been to|watched)\b[^.;]{0,40}? (?:about|on|of|by|from|for)|(?:demo|demonstration|presentation|quotation|quote|pitch|webinar|seminar|brochure|(?:sales )?call|visit|approach|offer|salesman|saleswoman|salesperson|representative|rep|reseller|bid|tender|proposal|somebody|someone|people|person|gentleman|lady|chap|consultant|agent)(?:s|es)?(?: (?:(?:was|were|has been|had been) )?(?:\w+ )?(?:came in|came|arrived|had|given|obtained|sought|received|made|taken|asked for))? (?:of|for|from|on|by|about)) (?:(?:the|a|an|of|use|using|buying|software|product|products|tool|tools|such as|including|like|called|both|from|suppliers|what) )*(?:[\w.]+(?: [\w.]+)?(?:, | and |, and | or )(?:at |of |from )?)*$`)
	weighedBehind = regexp.MustCompile(`^(?:(?:,| and| or) [\w.]+(?: [\w.]+)?)* (?:writes?|e-?mails?|contacts?|approach(?:es)?|telephones?|rings?|calls?|visits?|pitch(?:es)?) (?:to )?us\b|^(?: \([^)]*\))? ?(?:-|:|,|\() ?(?:(?:had|got|saw|given|received|asked for|obtained|only|just|a|an|the|one|sales) )*(?:demo|demonstration|quote|quotation|presentation|pitch|brochure|talk)s?\b|^(?: (?:demo|demonstration|presentation|pitch|quotation)s?\b|(?:(?:,| and| or) [\w.]+(?: [\w.]+)?)* (?:was|were|has been|have been|is being|are being) (?:also |both |only )?(?:considered|evaluated|assessed|discussed|demonstrated|looked (?:at|into)|rejected|ruled out|turned down|compared|shortlisted|on (?:the|our|a) shortlist|in the running)\b| (?:and (?:the like|others) )?(?:has |have |had )?(?:\w+ )?(?:offered|approached|contacted|pitched|wrote to|written to|tried to sell|quoted|tendered|bid|competed)\b)`)
	// notBought matches the decision against all that was on offer; "we did not
	// buy the listening part" is another thing.
	notBought = regexp.MustCompile(`\b(?:neither|none) of (?:which|them|these) (?:was|were|has been|have been) (?:\w+ )?(?:accepted|bought|purchased|taken|chosen|successful|adopted|pursued|acted on)\b|\bnothing (?:\w+ )?(?:was|has been|had been) (?:\w+ )?(?:bought|purchased|acquired|taken (?:up|out)|signed|agreed)\b|\b(?:but|it|which|that|they|neither) (?:was|were|has been|have been) (?:not|never) (?:\w+ )?(?:bought|purchased|acquired|procured|adopted|pursued|implemented|taken (?:up|forward|further))\b|(?:\b(?:not|never|against)|n't) (?:to )?(?:buy|buying|bought|purchas\w+|proceed\w*|pursue\w*|go(?:ne)? ahead|take (?:it|them|this|that) (?:up|further|forward))(?: (?:it|them|either|with (?:it|them)))?(?: of them)?[.,;)]?$`)
	// inForShow matches what came to be seen and not to be used.
	inForShow = regexp.MustCompile(`\b(?:(?:in|here|round) (?:for|to give) (?:a |an )?(?:demo\w*|presentation|look|talk|chat)|quoted for|(?:gave|given) (?:us )?(?:a )?(?:demo\w*|presentation))\b|\bshown\b.*\b(?:thought|found)\b|\bnothing (?:has |ever )?(?:came|come) of\b|\btoo (?:dear|expensive|costly)\b|\b(?:did|do|have|has)(?: not|n't) (?:take|taken|took) (?:it|them|that|this|either) (?:up|on|further)\b`)
	// soughtUs leads from an approach of a seller to its product, and turnedDown
	// matches an offer that was declined.
	soughtUs   = regexp.MustCompile(`\b(?:approach(?:ed)?|contact(?:ed)?|cold-called|e-?mail(?:ed)?|written to|visit(?:ed)?|telephoned|rung|called)\b[^;]{0,40} (?:by|from) (?:(?:the|an?|makers?|people|sales\w*|representatives?|reps?|vendors?|suppliers?|sellers?|agents?|of|from|behind|team|company) )*$`)
	turnedDown = regexp.MustCompile(`\b(?:declin(?:ed?|ing)|refused|turned down|rejected|passed (?:up|on)|(?:did not|didn't|never) (?:take|took) up|said no to) (?:\w+ ){0,4}?(?:offers?|demonstrations?|demos?|trials?|quotations?|quotes?|proposals?|invitations?|meetings?|pitch|approach)\b`)
	// onlyThoughtOf leads from a plan to what is planned.
	onlyThoughtOf = regexp.MustCompile(`\b(?:talk|thoughts?|ideas?|questions?|possibility|prospect|suggestions?|hopes?|intentions?|plans?|proposals?|discussions?) (?:(?:was|were|is|are) )?(?:of|about|to) (?:buying|acquiring|getting|using|taking|trying|purchasing|subscribing to|buy|acquire|get|take|use|procure) (?:(?:the|a|an|licen[cs]e|for|of) )*$|\b(?:business case|tender|procurement|specification|bid) (?:for|of) (?:(?:the|a|an|licen[cs]e|purchase|for|of) )*$`)
	onOffer       = regexp.MustCompile(`^(?:it|this|that|they|we|the (?:product|tool|software|package|offer|` + ourNouns + `))\b`)
)

// joinedNames are further names behind one, and what takes up all of them: "and
// Synthesio both bid".
var joinedNames = regexp.MustCompile(`^(?:(?:,| and| or|, and) (?:[\w.]+ )?[\w.]+){1,3}?(?: both| all| each)`)

// onlyWeighed tells whether a product was considered and not taken.
func (a *productAnswer) onlyWeighed(h productHit, from, to int) bool {
	low := a.sentences[h.Sentence].low
	behind := strings.TrimPrefix(withoutAside(joinedNames.ReplaceAllString(low[h.End:], "")), ",")
	if onlyThoughtOf.MatchString(low[:h.Start]) || soughtUs.MatchString(low[:h.Start]) || turnedDown.MatchString(low[from:to]) {
		return true
	}
	if weighedAhead.MatchString(low[:h.Start]) || inForShow.MatchString(low) || weighedBehind.MatchString(behind) {
		return true
	}
	if m := notBought.FindStringIndex(behind); m != nil && !strings.Contains(behind[:m[0]], " and ") {
		return true
	}
	if clauses := laterClause.Split(low[h.End:], -1); slices.ContainsFunc(clauses[1:], noneHad.MatchString) {
		return true
	}
	next := a.low(h.Sentence + 1)
	return onOffer.MatchString(next) && notBought.MatchString(ofFirstSubject(next)) && !a.namesAny(h.Sentence+1) || notHad.MatchString(next)
}

// namesAny tells whether sentence i names a product.
func (a *productAnswer) namesAny(i int) bool {
	return len(a.index.names(a.texts[i], a.sentences[i], a.inUse)) > 0
}

// laterClause is where a clause ends and one that takes it up begins: "What was said
// of X was right: we do not use it".
var laterClause = regexp.MustCompile(`[:;] | - |, (?:but|and|as|because|since|so) |\b(?:to say|saying|said|say|told (?:me|us))(?: that)? `)

// noneHad is such a clause that denies by a pronoun what was named; a denial of one
// use ("it is not used for monitoring") is none.
var noneHad = regexp.MustCompile(`^(?:and |but )?(?:we|they|it|the (?:` + ourNouns + `))(?:'ve)? (?:(?:do|does|did|have|has)(?: not|n't)|(?:have |has )?never) (?:\w+ )?(?:use|used|have|had|own|owned|buy|bought|take|taken) (?:it|that|them|either(?: of them)?|any of (?:it|them|these|those))(?:$|[,.;)]| (?:and|at all|here|either)\b)|^(?:and |but )?(?:(?:it|this|that|they)(?: (?:is|was|are|were|has|have)(?: not|n't| never)(?: been)?|'s not|'s never)|(?:neither|none)(?: of (?:them|these|which))? (?:is|was|are|were|has been|have been)) (?:something |a (?:product|tool) )?(?:(?:that|which) (?:is|was|has been|we|they) )?(?:\w+ly )?(?:ours|in use|used|had|have|owned|own|use|bought)(?:$|[.)]| (?:here|at all|by us|in the (?:` + ourNouns + `)|within the (?:` + ourNouns + `)))`)

// newSubject joins a clause with a subject of its own to the one before it.
var newSubject = regexp.MustCompile(`(?:,|;) (?:and|but|while|whereas) (?:the|its|their|our|an?|some|any|other|no)\b`)

// ofFirstSubject is the part of a sentence that is told of its first subject: "It
// is used for posts, and the modules for searching were not bought".
func ofFirstSubject(low string) string {
	if m := newSubject.FindStringIndex(low); m != nil {
		return low[:m[0]]
	}
	return low
}

// notHad begins a sentence that denies outright the product just named: "We get
// asked about X. We don't have it."
var notHad = regexp.MustCompile(`^\W*(?:(?:but|and|however),? )?(?:(?:we|they|it|the (?:` + ourNouns + `))(?:'ve)? (?:(?:do|does|did|have|has)(?: not|n't)|(?:have |has )?never) (?:\w+ )?(?:use|used|have|had|own|owned|buy|bought|hold|held|take|taken) (?:it|that|this|them|either|any of (?:it|them|these))|(?:it|this|that|they)(?: is|'s| are| was| were)(?: not|n't) (?:something|anything|a (?:product|tool)|products|tools|one|ones) (?:that |which )?(?:we|they|it|the (?:` + ourNouns + `)) (?:\w+ )?(?:use|uses|used|have|has|had|own|owns|hold|holds))[.;)]*$`)

// low is sentence i in lower case, "" where there is none.
func (a *productAnswer) low(i int) string {
	if i < 0 || i >= len(a.sentences) {
		return ""
	}
	return a.sentences[i].low
}

var (
	separateBody = regexp.MustCompile(`^\W*(?:the |our )?(?:(?:students?'?s? )?(?:union|association|guild)|su|police|contractors?)\b`)
	bodyUses     = regexp.MustCompile(`(?:^\W*|\b(?:that|understand|believe|and) )(?:it|they) (?:\w+ )?(?:us(?:e|es|ed)|ha(?:s|ve|d)|runs?|operates?|subscribes?)\b`)
)

// bodyBefore tells whether a product is that of another body, on which the
// sentence before was: "The Students' Union is separate. It uses …".
func (a *productAnswer) bodyBefore(h productHit) bool {
	return separateBody.MatchString(a.low(h.Sentence-1)) && bodyUses.MatchString(a.low(h.Sentence)[:h.Start])
}

// takesUp matches use of a product that the sentence before named.
var takesUp = regexp.MustCompile(`\b(?:us(?:e|es|ed|ing)|employ\w*|licen[cs]e\w*|subscri\w+|contract\w*|bought|purchased|accounts?|trial\w*|pilot\w*)\b`)

var pointsBack = regexp.MustCompile(`\b(?:it|this|that (?:tool|product|software))\b|` + thatIsHow.String())

// thatIsHow begins a sentence that says what the product just named does.
var thatIsHow = regexp.MustCompile(`^(?:that|this|it)(?: is|'s) (?:how|where|what) (?:(?:the|our|its) )?[\w' ]{2,40}? [a-z]+s?\b`)

// usedThere matches a clause on a product just named that says that it is had:
// "you may see the name: Marketing have a licence and post with it".
var usedThere = regexp.MustCompile(`^(?:it|this|that|they|we|the|our|[a-z&]+(?: [a-z&]+){0,3}?)(?:'s|'ve)? (?:\w+ly )?(?:(?:is|are) (?:what|how|used|a (?:tool|product))|ha(?:ve|s) (?:a|an|one|its|our) (?:\w+ )?(?:licen[cs]e|account|subscription)|uses? it|posts? with it|subscribes?)\b`)

// takenUp keeps the product of a sentence on the question where the next
// sentence says that it is used: "You refer to X. We had a licence for it."
func (a *productAnswer) takenUp(i int, named []productHit) []productHit {
	next := a.low(i + 1)
	if len(named) == 1 {
		if clauses := laterClause.Split(a.low(i)[named[0].End:], -1); slices.ContainsFunc(clauses[1:], usedThere.MatchString) {
			h := named[0]
			h.Sentence, h.Status = i, softwareUsed
			return []productHit{h}
		}
	}
	at := thatIsHow.FindStringIndex(next)
	if at == nil {
		at = takesUp.FindStringIndex(next)
	}
	if len(named) != 1 || at == nil || !pointsBack.MatchString(next) {
		return nil
	}
	h := named[0]
	h.Sentence = i
	if h.Status = a.status(productHit{Sentence: i + 1, Start: at[0], End: at[1]}, 0, len(next)); h.Status == "" {
		return nil
	}
	return []productHit{h}
}
