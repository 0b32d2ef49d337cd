package code

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"roundrobin/pipeline/thread"
)

// usageHit is one figure on how often monitoring was used, at bytes
// [Start, End) of the text.
type usageHit struct {
	thread.Usage
	Start, End int
	Rule       string
}

// usageUnits are the things counted, the first named word decides.
var usageUnits = []struct {
	code    string
	pattern *regexp.Regexp
}{
	{"students", regexp.MustCompile(`(?i)\b(?:students?|individuals?|people|persons?|applicants?|subjects)\b`)},
	{"cases", regexp.MustCompile(`(?i)\b(?:cases?|investigations?|complaints?|incidents?|matters?|allegations?|enquir(?:y|ies)|inquir(?:y|ies)|concerns?)\b|\b(?:files?|folders?) (?:(?:which|that) )?(?:with|in which|where|for which|containing|contain|holding|hold|including|include|on which)\b[^.;:]*\b(?:social|posts?|accounts?|online|profiles?|screen-?shots?)\b`)},
	{"searches", regexp.MustCompile(`(?i)\b(?:search(?:es)?|checks?|look-?ups?|viewings?|inspections?|(?:monitoring|viewing|browsing) sessions?|sessions? (?:at|in|during) which)\b|(?i)\bnumber of sessions\b|(?i)^sessions?$`)},
	{"requests", regexp.MustCompile(`(?i)\b(?:requests?|applications?|authorisations?)\b`)},
	{"other", regexp.MustCompile(`(?i)\b(?:mentions?|match(?:es)?|posts?|alerts?|reports?|tweets?|messages?|hits|results|occasions?|times|items?|events?|referrals?)\b`)},
}

// unitIn is the unit that text names first, "" for none.
func unitIn(text string) string {
	best, at := "", len(text)
	for _, u := range usageUnits {
		if m := u.pattern.FindStringIndex(text); m != nil && m[0] < at {
			best, at = u.code, m[0]
		}
	}
	return best
}

var (
	// estimateTalk marks the figures of a cost estimate.
	estimateTalk = regexp.MustCompile(`(?i)\b(?:hours?|minutes?|costs?|costed|appropriate limit|sample|average)\b|£|\bhow many\b[^.;]*\b(?:not|no|cannot|unknown|unrecorded)\b`)
	// usedTalk is what a figure without a period must be said of.
	usedTalk = regexp.MustCompile(`(?i)\b(?:there (?:was|were|(?:has|have)(?: only| ever| also)? been)|has been|have been|was|were|had|dealt|carried out|conducted|made|took place|recorded|logged|used|looked|opened|in (?:total|all)|authorised|searched|covers|takes in|a year|per (?:year|annum|month)|each year)\b`)
	// leftHouse marks figures of what was passed on; those are disclosures.
	leftHouse = regexp.MustCompile(`(?i)\b(?:passed|shared|disclosed|handed|sent|referr(?:ed|als?)|forwarded|supplied|third part(?:y|ies)|warrants?|went on to|gone to)\b`)
	// notUsed are things that are counted but are no use of monitoring.
	notUsed = regexp.MustCompile(`(?i)\b(?:files?|folders?|pages?|staff|officers?|heads|deans?|directors?|managers?|members|employees|facult(?:y|ies)|schools?|departments?|platforms?|accounts?|users?|records|followers|subscribers|keywords|licen[cs]es?|universit(?:y|ies)|questions?|grounds)\b`)
	// idleNone is a "none" that goes on: "has none for this activity".
	idleNone = regexp.MustCompile(`(?i)^none(?: (?:of|for|that|which|has|have|is|are|were|was)\b)`)
	// itemNumber is the number of a question ahead of its words.
	itemNumber = regexp.MustCompile(`^\d{1,2} (?:How|What|Please|Does|Is|If|To)\b`)
	// dailyRate is how often a screen is looked at, which counts no use.
	dailyRate = regexp.MustCompile(`(?i)^(?:once|twice|[\w-]+ times) (?:a|per|every|each) (?:\w+ )?(?:day|week|hour|night|shift|term|fortnight)\b`)
	// wholeOf heads the total that a figure is a part of: "of 140 complaints, nine".
	wholeOf = regexp.MustCompile(`(?i)(?:^|[,;] ?)(?:out )?of (?:some |about |the |a total of )?$`)
	// bodyHas heads how many there are in all: "the University has 18,000 students".
	bodyHas  = regexp.MustCompile(`(?i)\b(?:` + ourNouns + `|we|it|our) (?:has|have|had|enrols?|enrolled|admit(?:s|ted)|registered|recruited|employs?|educates?|teaches|taught)(?: some| about| around| over| more than| a total of)? $`)
	lookFile = regexp.MustCompile(`(?i)^ (?:such (?:files|folders)\b|(?:files?|folders?|records) (?:in|for|on|where)\b(?: which| whom)?[^.;]*\b(?:looked|view\w*|read|opened|seen|search\w*|check\w*|consult\w*|social|posts?|account)\b)`)
	partTalk = regexp.MustCompile(`(?i)\b(?:out of(?: the)?|(?:team|group|panel|committee|board|unit|staff) of|of (?:the|those|these)|those|these|the other|all) $`)
	oneHead  = regexp.MustCompile(`(?i)\b(?:only|just|was|been|were|:|=) ?$`)
)

// anyRecipient knows the kinds of recipient without the reference data.
var anyRecipient = recipientIndex{recipientKinds}

// findUsage finds the figures on use in running text, such as the answer on
// numbers. s dates the sessions that the text labels.
func findUsage(text string, s sessions) []usageHit {
	var out []usageHit
	unit := ""
	for i, part := range sentencesOf(text) {
		if i > 0 {
			s.before = lastYear(text[:part.Start])
		}
		if estimateTalk.MatchString(part.Text) || leftHouse.MatchString(part.Text) || len(anyRecipient.find(part.Text)) > 0 {
			continue
		}
		out = append(out, usageOf(part, s, unit)...)
		if u := unitIn(part.Text); u != "" {
			unit = u
		}
	}
	return out
}

// lastYear is the year that text names last, 0 where its last sentence names none.
func lastYear(text string) int {
	text = text[strings.LastIndex(strings.TrimRight(text, " .\n"), ". ")+1:]
	m := yearAtom.FindAllStringSubmatch(text, -1)
	if len(m) == 0 {
		return 0
	}
	y, _ := strconv.Atoi(m[len(m)-1][1])
	return y
}

// usageOf reads one sentence; unit is what the sentences before it counted.
func usageOf(part textPart, s sessions, unit string) []usageHit {
	periods := findPeriods(part.Text, s)
	lengths := findDurations(part.Text)
	counts := slices.DeleteFunc(findCounts(part.Text), func(c countHit) bool {
		before, after := part.Text[:c.Start], part.Text[c.Start:]
		return overlapsDuration(lengths, c.Start, c.End) || idleNone.MatchString(after) || pronounOne(before, after) || dailyRate.MatchString(after) || part.Start+c.Start == 0 && itemNumber.MatchString(part.Text) || partTalk.MatchString(before) || wholeOf.MatchString(before) || bodyHas.MatchString(before) || insteadOf.MatchString(before) || boundsEach(part.Text, c)
	})
	counts = outsidePeriods(append(counts, noUse(part.Text)...), periods)
	slices.SortFunc(counts, func(a, b countHit) int { return a.Start - b.Start })
	counts, periods = inTurn(part.Text, counts, periods)
	pairs := pairFigures(part.Text, counts, periods)
	if unit == "" {
		unit = unitIn(behindBracket.FindString(part.Text)) // "2016: 3, 2017: 5 (cases)", "9 (2018) and 13 (2019) cases"
	}
	if m := usageUnitBefore(part.Text, counts); m != "" {
		unit = m
	}
	var out []usageHit
	for i, c := range counts {
		noun := nounAfter(part.Text, listEndOf(part.Text, counts, i), counts, periods)
		own := unitIn(noun)
		if lookFile.MatchString(part.Text[c.End:]) {
			own = "cases" // "fourteen files in which a post was looked at"
		}
		if m := ofWhole.FindStringSubmatch(part.Text[c.End:]); own == "" && m != nil {
			own = unitIn(m[1])
		}
		if own == "" && notUsed.MatchString(noun) {
			continue
		}
		h := usageHit{Start: part.Start + c.Start, End: part.Start + c.End, Rule: "figure_in_prose"}
		h.Count, h.Unit = c.Count, own
		p := pairs[i]
		if p < 0 {
			p = sharedPeriod(out, own, pairs[:i])
		}
		if p < 0 && own != "" && len(periods) == 1 && i+1 < len(counts) && pairs[i+1] == 0 && !strings.Contains(part.Text[c.End:counts[i+1].Start], ";") {
			p = 0 // "six cases between January and March concerning nine students"
		}
		often := c.Times && len(strings.Fields(part.Text)) <= 10
		if p < 0 && (c.N == 0 || !often && (own == "" || !usedTalk.MatchString(part.Text) || bareOne(part.Text, c))) {
			continue
		}
		if p >= 0 {
			h.Period = periods[p].Period
		}
		if own == "" || c.Times {
			h.Unit = cmp.Or(unit, unitIn(part.Text), "other")
		}
		unit = h.Unit
		out = append(out, h)
	}
	return out
}

// boundsEach tells whether a number says how many there are in one case and not
// in all: "each concerned one student", "no case was about more than a single
// student", "one or two at a time".
func boundsEach(text string, c countHit) bool {
	head, tail := text[:c.Start], text[c.End:]
	denied := c.Qualifier == "at_least" && c.N <= 2 && denialWord.MatchString(head)
	if canHave.MatchString(head) {
		return true
	}
	return c.N > 0 && c.N <= 2 && inEach.MatchString(head) || denied || atATime.MatchString(tail)
}

var (
	// inEach heads a number that holds for every one of what was counted.
	inEach = regexp.MustCompile(`(?i)\b(?:each|every|all|both)(?: one)?(?: of (?:the|these|those|them|which)(?: \w+)?)?(?: (?:case|search|matter|time|occasion|instance|check|viewing|enquiry|one|request))?(?:,? (?:it|there))? (?:was|were|is|are|has been|concern\w*|involv\w+|relat\w+|affect\w*|cover\w*|about|of|for|to)\b[^.;]*$`)
	// canHave heads a number that there may be in any one: "a file can have two or
	// three students in it".
	canHave = regexp.MustCompile(`(?i)\b(?:an?|any|one|each|every|the same|single) (?:\w+ )?\w+ (?:can|may|might|could|will|would) (?:\w+ )?(?:have|hold|involve|concern|cover|contain|touch|relate to|be about)\b[^.;]*$`)
	// atATime follows a number that is there together.
	atATime = regexp.MustCompile(`(?i)^[^.;,]{0,60}\bat (?:a|one|any one|any|the same) time\b`)
)

// ofWhole is what a figure is a part of, which has its noun: "14 of the 90 conduct
// cases".
var ofWhole = regexp.MustCompile(`(?i)^ (?:out )?of (?:(?:the|our|some|all|those|these|a total of) )*(?:` + plainNumber + ` )?((?:[a-z-]+ ?){1,3})`)

// behindBracket is a remark in brackets at the end of a sentence, or the noun behind
// the last of them.
var behindBracket = regexp.MustCompile(`\([^()]*\)(?: [a-z-]+){0,2}\.?$`)

// noUse finds "no cases" and the like, a count of zero that needs a period.
func noUse(text string) []countHit {
	var out []countHit
	for _, m := range noUnit.FindAllStringIndex(text, -1) {
		out = append(out, countHit{Count: thread.Count{Known: true, Qualifier: "exact"}, Start: m[0], End: m[0] + len("no")})
	}
	return out
}

var noUnit = regexp.MustCompile(`(?i)\bno (?:such )?(?:cases?|search(?:es)?|students|individuals|investigations?|requests|incidents|enquiries)\b`)

// pronounOne tells whether after begins with a "one" that stands for a thing named
// before, as the subject of a relative clause: "the number of cases in which one
// was completed".
func pronounOne(before, after string) bool {
	return oneDoes.MatchString(after) && relativeHead.MatchString(before)
}

var (
	oneDoes      = regexp.MustCompile(`(?i)^one (?:\w+ly )?(?:is|was|has|had|gets?|got|may|can|could|would|will|must)\b`)
	relativeHead = regexp.MustCompile(`(?i)\b(?:which|where|when|whenever|whom|that|once|if|after|before|until) $`)
)

// bareOne tells whether the count is a "one" that only points: "it is always
// one student".
func bareOne(text string, c countHit) bool {
	return strings.EqualFold(text[c.Start:c.End], "one") && !oneHead.MatchString(text[:c.Start])
}

// sharedPeriod gives a second unit the period of the figure before it: "in 2019
// twelve cases with fifteen students".
func sharedPeriod(before []usageHit, unit string, pairs []int) int {
	if unit == "" || len(before) == 0 || len(pairs) == 0 || before[len(before)-1].Unit == unit {
		return -1
	}
	return pairs[len(pairs)-1]
}

// usageUnitBefore is the unit named ahead of the first count: "cases in which a
// post was read - 2018: 14".
func usageUnitBefore(text string, counts []countHit) string {
	if len(counts) == 0 {
		return ""
	}
	return unitIn(text[:counts[0].Start])
}

// listEndOf is the last count of the list that count i stands in, which has the
// noun of all: "6, 8 and 15 inspections".
func listEndOf(text string, counts []countHit, i int) countHit {
	for k := i; k+1 < len(counts) && counts[k+1].Start >= counts[k].End; k++ {
		gap := text[counts[k].End:counts[k+1].Start]
		if !listGap.MatchString(gap) {
			break
		}
		if strings.Contains(gap, "and") || strings.Contains(gap, "or") {
			return counts[k+1]
		}
	}
	return counts[i]
}

// nounAfter is the noun counted: the words right after a count, up to the next
// number, period, preposition or clause.
func nounAfter(text string, c countHit, counts []countHit, periods []periodHit) string {
	end := len(text)
	for _, o := range counts {
		if o.Start >= c.End {
			end = min(end, o.Start)
		}
	}
	for _, p := range periods {
		if p.Start >= c.End {
			end = min(end, p.Start)
		}
	}
	rest := text[c.End:end]
	if i := strings.IndexAny(rest, ",;.:("); i >= 0 {
		rest = rest[:i]
	}
	if m := nounEnd.FindStringIndex(rest); m != nil {
		rest = rest[:m[0]]
	}
	words := strings.Fields(rest)
	for i, w := range words {
		if low := strings.ToLower(w); w != low && (subjectDeterminers[low] || subjectPronouns[low]) {
			words = words[:i] // the next sentence, behind a figure that ends a list
			break
		}
	}
	return strings.Join(words[:min(len(words), 4)], " ")
}

var nounEnd = regexp.MustCompile(`(?i) (?:of|on|in|at|for|by|about|involving|with|to|from|since|and|were|was|have|has|had|where|which|that) `)

// labelled stands between a period and the figure that it labels.
var labelled = regexp.MustCompile(`^ ?[:=-] ?$`)

// pairFigures gives each count its period, -1 for none: the nearest goes first,
// and a comma or semicolon between them counts for distance.
func pairFigures(text string, counts []countHit, periods []periodHit) []int {
	if order := alternating(counts, periods); order != nil {
		return order
	}
	type pair struct{ count, period, gap int }
	var all []pair
	for i, c := range counts {
		for j, p := range periods {
			lo, hi := min(c.End, p.End), max(c.Start, p.Start)
			gap := hi - lo
			if p.End < c.Start && labelled.MatchString(text[p.End:c.Start]) {
				gap = -1 // "calendar year 2018: 6 calendar year 2019: 11"
			} else if strings.ContainsAny(text[lo:hi], ",;") {
				gap += 50
			}
			all = append(all, pair{i, j, gap})
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int { return cmp.Compare(a.gap, b.gap) })
	out := make([]int, len(counts))
	for i := range out {
		out[i] = -1
	}
	taken := make([]bool, len(periods))
	for _, p := range all {
		if out[p.count] < 0 && !taken[p.period] {
			out[p.count], taken[p.period] = p.period, true
		}
	}
	return out
}

// alternating pairs the figures and periods of a list in their order, "2016: 4,
// 2017: 6" or "4 in 2016 and 6 in 2017, and in 2018, up to May, 3", where no pair
// reaches into the next; nil for anything else.
func alternating(counts []countHit, periods []periodHit) []int {
	if len(counts) != len(periods) || len(counts) == 0 {
		return nil
	}
	order := make([]int, len(counts))
	end := 0
	for i, c := range counts {
		if min(c.Start, periods[i].Start) < end {
			return nil
		}
		order[i], end = i, max(c.End, periods[i].End)
	}
	return order
}
