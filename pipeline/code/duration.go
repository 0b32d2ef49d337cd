package code

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// timeLength is a length of time in calendar units, as said: six years, 90 days.
type timeLength struct{ years, months, days int }

// durationHit is a length of time at bytes [Start, End) of the text.
type durationHit struct {
	Period, PeriodMin string // ISO 8601, PeriodMin for a range
	Months            int    // the longest, rounded up
	Start, End        int
	YearEnd           bool // counted from the end of the current academic or financial year
	Elided            bool // the unit is that of the length before
	Working           bool // working or business days, terms: a deadline's unit, not a keeping time
}

// kind is the code of a rule with this length: fixed, or range.
func (d durationHit) kind() string {
	if d.PeriodMin != "" {
		return "range"
	}
	return "fixed"
}

const (
	lengthNumber = `(?:` + plainNumber + `|a couple of|a(?:n|nother)?|half an?|an? further)`
	lengthUnit   = `(?:(?:full|whole|calendar|complete|academic|financial|further|consecutive|subsequent|following|succeeding|additional|more|working|business|school) )*(?:years?|yrs?|decades?|months?|mths?|weeks?|wks?|days?|fortnights?|hours?|sessions (?:thereafter|following|after))\b'?`
	// atMost joins the ends of a range: "at least one and not more than three years".
	atMost      = `,? (?:and|but|or|to|up to) (?:at (?:the )?most |(?:an? )?(?:absolute )?maximum of |(?:not|no) (?:more|longer|later) than |up to )`
	currentYear = `\b(?:the )?(?:(?:current|present|end of(?: the)?(?: current)?) (?:(?:academic|financial|calendar) )?(?:year|session)|academic (?:year|session)(?: of (?:the |that |its )?[a-z]+)?|CAY|CFY|AY|CY|FY)`
)

var (
	lengthPattern = regexp.MustCompile(`(?i)(` + currentYear + `(?: ?\+ ?| plus | and (?:a further )?))?` +
		`(?:(\b` + lengthNumber + `)(?:(?: ?- ?| to | and | or |` + atMost + `)|[ -](` + lengthUnit + `)(?: ?- ?| to |` + atMost + `)))?` +
		`(\b` + lengthNumber + `)(?: and a half)?[ -](` + lengthUnit + `)( and a half| and (?:six|6) months)?`)
	bareYears = regexp.MustCompile(`(?i)(?:` + currentYear + ` ?(?:\+|plus) ?|\+ ?)(` + plainNumber + `)\b|` + currentYear + ` (?:and|plus|with) (?:(?:the|a) )?(?:(?:further|next|following|subsequent|succeeding) (` + plainNumber + `)\b|(` + plainNumber + `) (?:more|further|next|following|subsequent|succeeding|others?|(?:which|that) (?:follow|succeed|come after)|(?:following|after|behind|succeeding)(?: (?:it|that|them))?|to follow|thereafter|afterwards)\b)`)
)

// elided is a later length of a sentence that leaves its unit to the one before:
// "three years, and conduct files for six".
var elided = regexp.MustCompile(`(?i)\b(?:for|after|until|to) (` + plainNumber + `)(?:[.,;:)]|$| (?:after|from|if|where|in|otherwise|when|once|thereafter)\b)`)

// spanOpen opens a range whose ends have a unit each: "between eighteen months
// and three years".
var spanOpen = regexp.MustCompile(`(?i)\b(?:between|from|either)(?: about)? $`)

// anniversary is a length told by its end: "until the sixth anniversary of".
var anniversary = regexp.MustCompile(`(?i)\b(` + strings.Join(thread.Ordinals, "|") + `) anniversary\b`)

// nthYear is a length told by the year in which it ends: "at the end of the fifth
// academic year after".
var nthYear = regexp.MustCompile(`(?i)\bend of the (` + strings.Join(thread.Ordinals, "|") + `) (?:academic |full )?(?:year|session) (?:after|following)\b`)

// findDurations finds lengths of time. "CAY + 6" and "+ 6" after an event count
// years, as retention schedules write them.
func findDurations(text string) []durationHit {
	var out []durationHit
	for _, m := range lengthPattern.FindAllStringSubmatchIndex(text, -1) {
		if d, ok := readDuration(text, m); ok {
			out = append(out, d)
		}
	}
	for _, m := range bareYears.FindAllStringSubmatchIndex(text, -1) {
		n, ok := parseNumber(group(text, m, 1) + group(text, m, 2) + group(text, m, 3))
		if !ok || n > 100 || overlapsDuration(out, m[0], m[1]) {
			continue
		}
		l := timeLength{years: int(n)}
		out = append(out, durationHit{Period: l.iso(), Months: l.inMonths(), Start: m[0], End: m[1], YearEnd: text[m[0]] != '+'})
	}
	for _, m := range anniversary.FindAllStringSubmatchIndex(text, -1) {
		l := timeLength{years: 1 + slices.Index(thread.Ordinals, strings.ToLower(group(text, m, 1)))}
		out = append(out, durationHit{Period: l.iso(), Months: l.inMonths(), Start: m[0], End: m[1]})
	}
	for _, m := range nthYear.FindAllStringSubmatchIndex(text, -1) {
		l := timeLength{years: 1 + slices.Index(thread.Ordinals, strings.ToLower(group(text, m, 1)))}
		out = append(out, durationHit{Period: l.iso(), Months: l.inMonths(), Start: m[0], End: m[1], YearEnd: true})
	}
	slices.SortFunc(out, func(a, b durationHit) int { return a.Start - b.Start })
	return joinSpans(out, text)
}

// joinSpans makes one length of the two ends of a range.
func joinSpans(hits []durationHit, text string) []durationHit {
	for i := 0; i+1 < len(hits); i++ {
		a, b := hits[i], hits[i+1]
		between := strings.ToLower(text[a.End:b.Start])
		if (between == " and " || between == " or " || between == " to ") && spanOpen.MatchString(text[:a.Start]) && a.Months < b.Months {
			b.PeriodMin, b.Start = a.Period, a.Start
			hits = slices.Replace(hits, i, i+2, b)
		}
	}
	return hits
}

// appendElided adds the lengths that leave their unit to the length before them.
func appendElided(hits []durationHit, text string) []durationHit {
	if len(hits) == 0 {
		return hits
	}
	for _, m := range elided.FindAllStringSubmatchIndex(text, -1) {
		before := slices.IndexFunc(hits, func(d durationHit) bool { return d.Start > m[2] })
		if before < 0 {
			before = len(hits)
		}
		if before == 0 || overlapsDuration(hits, m[2], m[3]) || strings.ContainsAny(text[hits[before-1].End:m[2]], ".:") {
			continue
		}
		unit := lastWord.FindString(text[hits[before-1].Start:hits[before-1].End])
		if l, ok := newLength(text[m[2]:m[3]], strings.ToLower(unit)); ok && unit != "" {
			hits = slices.Insert(hits, before, durationHit{Period: l.iso(), Months: l.inMonths(), Start: m[2], End: m[3], Elided: true})
		}
	}
	return hits
}

// lastWord is the unit that a length ends on.
var lastWord = regexp.MustCompile(`(?i)\b(?:years?|yrs?|months?|weeks?|days?)$`)

func overlapsDuration(hits []durationHit, start, end int) bool {
	for _, d := range hits {
		if start < d.End && d.Start < end {
			return true
		}
	}
	return false
}

// namedYear matches a year behind "calendar year": "… 6, calendar year 2019".
var namedYear = regexp.MustCompile(`^ (?:19|20)\d\d\b`)

var onlyTens = regexp.MustCompile(`(?i)^(?:` + tenWords + `)$`)

// readDuration reads one match of lengthPattern.
func readDuration(text string, m []int) (durationHit, bool) {
	unit := strings.ToLower(group(text, m, 5))
	first, last := group(text, m, 2), group(text, m, 4)
	if first != "" && m[6] < 0 && text[m[5]:m[8]] == "-" && onlyTens.MatchString(first) {
		first, last = "", text[m[4]:m[9]] // "twenty-four" is no range
	}
	longest, ok := newLength(last, unit)
	if !ok || namedYear.MatchString(text[m[1]:]) || m[0] > 0 && strings.ContainsRune("£$€.,/", rune(text[m[0]-1])) {
		return durationHit{}, false
	}
	start := m[0]
	if start > 0 && isWordByte(text[start-1]) {
		return durationHit{}, false
	}
	switch strings.ToLower(strings.TrimSpace(group(text, m, 6))) {
	case "and a half", "and six months", "and 6 months":
		longest.addHalf()
	default:
		if strings.Contains(text[m[8]:m[10]], "and a half") {
			longest.addHalf()
		}
	}
	d := durationHit{Period: longest.iso(), Months: longest.inMonths(), Start: start, End: m[1], YearEnd: m[2] >= 0 || strings.HasPrefix(unit, "sessions")}
	if first != "" {
		firstUnit := group(text, m, 3)
		if firstUnit == "" {
			firstUnit = unit
		}
		if shortest, ok := newLength(first, strings.ToLower(firstUnit)); ok && shortest.inDays() < longest.inDays() {
			d.PeriodMin = shortest.iso()
		}
	}
	d.Working = strings.Contains(unit, "working") || strings.Contains(unit, "business") || strings.Contains(unit, "school")
	return d, true
}

func newLength(number, unit string) (timeLength, bool) {
	n, ok := int64(1), true
	half := false
	switch low := strings.ToLower(number); {
	case strings.HasPrefix(low, "a couple"):
		n = 2
	case strings.HasPrefix(low, "half a"):
		half = true
	case low != "a" && low != "an" && low != "another" && !strings.HasSuffix(low, " further"):
		n, ok = parseNumber(number)
	}
	if !ok || n > 1000 {
		return timeLength{}, false
	}
	var l timeLength
	words := strings.Fields(strings.TrimRight(unit, "'"))
	switch u := words[len(words)-1]; {
	case u[0] == 'y' && half:
		l.months = 6
	case u[0] == 'y', words[0] == "sessions": // a session is an academic year
		l.years = int(n)
	case u == "decade" || u == "decades":
		l.years = 10 * int(n)
	case u[0] == 'm':
		l.years, l.months = int(n)/12, int(n)%12
	case u[0] == 'w':
		l.days = 7 * int(n)
	case u[0] == 'f':
		l.days = 14 * int(n)
	case u[0] == 'h':
		l.days = (int(n) + 23) / 24
	default:
		l.days = int(n)
	}
	return l, true
}

func (l *timeLength) addHalf() {
	if l.years > 0 {
		l.months += 6
	}
}

// iso writes P1Y6M; years and months are never mixed with days here.
func (l timeLength) iso() string {
	s := "P"
	if l.years > 0 {
		s += fmt.Sprintf("%dY", l.years)
	}
	if l.months > 0 {
		s += fmt.Sprintf("%dM", l.months)
	}
	if l.days > 0 || s == "P" {
		s += fmt.Sprintf("%dD", l.days)
	}
	return s
}

// inDays takes the Gregorian mean year of 365.2425 days, in whole days.
func (l timeLength) inDays() int { return (l.years*12+l.months)*3652425/120000 + l.days }

// inMonths rounds days up to whole months.
func (l timeLength) inMonths() int {
	return l.years*12 + l.months + (l.days*120000+3652424)/3652425
}
