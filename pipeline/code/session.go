package code

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// sessions is what a reply says of its years: on which days an academic or a
// financial year begins and ends, and the dates of single labels. A session
// that is not defined here has no dates: universities differ.
type sessions struct {
	academic, financial yearBounds
	labels              map[string]periodAtom // "FY19", from a table with dates
	bounds              map[string]time.Time  // last day counted of a label that is not complete
	letter              time.Time             // date of the reply, for "this year"; zero where unknown
	before              int                   // year that the sentence before ends on, for "that year"; 0 for none
}

// yearBounds are the first and last day of a year; zero months where not given.
type yearBounds struct {
	startMonth, endMonth time.Month
	startDay, endDay     int
}

// yearWord is what a reply calls a year that it defines beside; the kind is
// captured.
var yearWord = regexp.MustCompile(`(?i)\b(?:(academic|financial|tax) )?(?:years?|sessions?)\b`)

// namedYears are years by a name that months alone define.
const namedYears = `\b(?:(academic|financial|tax) (?:year|session)|session|(?:` + ourNouns + `|our) year)s?\b`

const labelDate = `\d\d?/\d\d?/\d{4}|\d\d? [A-Z][a-z]+ \d{4}`

var (
	dayOfYear = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)? (` + monthNames() + `)\b(?: (\d{4})\b)?`)
	// labelLead stands between the label of a session and the days it runs from and
	// to: "2018/19, which for us ran from".
	labelLead    = regexp.MustCompile(`(?i)\b((?:FY|AY)? ?20\d\d ?[/-] ?(?:20)?\d\d)\b[^.;\d]{0,40}$`)
	monthsOfYear = regexp.MustCompile(`(?i)` + namedYears + `[^.;]{0,40}?\b(` + monthNames() + `) ?(?:to|-|until|and ends? in) ?(` + monthNames() + `)\b`)
	datedLabel   = regexp.MustCompile(`(?i)\b((?:FY|AY)? ?(?:20)?\d\d(?:[/-](?:20)?\d\d)?)[ \t|,]+(` + labelDate + `)[ \t|,]+(` + labelDate + `)`)
)

// readSessions collects what text, the whole of a reply with its attachments,
// says of its years. letter is the date of the reply.
func readSessions(text string, letter time.Time) sessions {
	s := sessions{letter: letter, labels: map[string]periodAtom{}, bounds: map[string]time.Time{}}
	flat := strings.Join(strings.Fields(text), " ")
	s.readYearDays(flat)
	for _, m := range monthsOfYear.FindAllStringSubmatch(flat, -1) {
		end := monthNumbers[strings.ToLower(m[3])]
		last := time.Date(2001, end+1, 0, 0, 0, 0, 0, time.UTC).Day()
		s.define(m[1], yearBounds{monthNumbers[strings.ToLower(m[2])], end, 1, last})
	}
	for _, m := range datedLabel.FindAllStringSubmatch(text, -1) {
		from, to := findDates(m[2], 0), findDates(m[3], 0)
		if len(from) == 1 && len(to) == 1 {
			s.labels[labelKey(m[1])] = periodAtom{from: from[0].Time, to: to[0].Time}
		}
	}
	for _, m := range countedTo.FindAllStringSubmatch(flat, -1) {
		if to := findDates(m[2], 0); len(to) == 1 {
			s.bounds[labelKey(m[1])] = to[0].Time
		}
	}
	return s
}

// readYearDays finds the days that years run from and to: two days of which the
// second is the eve of the first, near a word for a year ("The University reckons
// its years from 1 August to 31 July"), or two dates behind the label of a session.
func (s *sessions) readYearDays(flat string) {
	days := dayOfYear.FindAllStringSubmatchIndex(flat, -1)
	for i := range max(0, len(days)-1) {
		a, b := days[i], days[i+1]
		if between := flat[a[1]:b[0]]; len(between) > 40 || strings.ContainsAny(between, ".;0123456789") {
			continue
		}
		from, to := yearDay(flat, a, 0), yearDay(flat, b, 0)
		if m := labelLead.FindStringSubmatch(flat[:a[0]]); m != nil && a[6] >= 0 && b[6] >= 0 && strings.Contains(m[1], flat[a[6]:a[7]]) && to.After(from) {
			s.labels[labelKey(strings.TrimSpace(m[1]))] = periodAtom{from: from, to: to}
		}
		from, to = yearDay(flat, a, 2001), yearDay(flat, b, 2002)
		if kind, ok := yearNear(flat, a[0], b[1]); ok && from.AddDate(1, 0, -1).Equal(to) {
			s.define(kind, yearBounds{from.Month(), to.Month(), from.Day(), to.Day()})
		}
	}
}

// yearDay is the day of one match of dayOfYear, in year if that is not 0.
func yearDay(flat string, m []int, year int) time.Time {
	if year == 0 && m[6] >= 0 {
		year, _ = strconv.Atoi(flat[m[6]:m[7]])
	}
	day, _ := strconv.Atoi(flat[m[2]:m[3]])
	return time.Date(year, monthNumbers[strings.ToLower(flat[m[4]:m[5]])], day, 0, 0, 0, 0, time.UTC)
}

// yearNear finds the word for a year, with its kind, in the sentence around two
// days at bytes [start, end): ahead of them or else behind.
func yearNear(flat string, start, end int) (kind string, ok bool) {
	head := flat[max(0, start-80):start]
	head = head[strings.LastIndexAny(head, ".;")+1:]
	if m := yearWord.FindAllStringSubmatch(head, -1); m != nil {
		return m[len(m)-1][1], true
	}
	tail := flat[end:min(len(flat), end+40)]
	if at := strings.IndexAny(tail, ".;"); at >= 0 {
		tail = tail[:at]
	}
	if m := yearWord.FindStringSubmatch(tail); m != nil {
		return m[1], true
	}
	return "", false
}

// countedTo says how far a session is counted that is not over: "2019/20 has been
// counted up to 23 March 2020".
var countedTo = regexp.MustCompile(`(?i)\b(20\d\d[/-](?:20)?\d\d)\b(?: [a-z]+){0,4}? (?:counted|covers?|covered|recorded|runs?|goes|given|is|are|was|complete|logged)(?: (?:only|so far|the (?:period|time|months)))? (?:up to|until|till|to|as far as)(?: and including)? (\d\d? [A-Z][a-z]+ \d{4})`)

// define keeps the first definition of each kind of year.
func (s *sessions) define(kind string, b yearBounds) {
	at := &s.financial
	if kind == "" || strings.EqualFold(kind, "academic") { // a session is an academic year
		at = &s.academic
	}
	if at.startMonth == 0 {
		*at = b
	}
}

func labelKey(label string) string {
	return strings.ToUpper(strings.NewReplacer(" ", "", "-", "/").Replace(label))
}

// atoms finds the labels of sessions in text: "2016/17", "FY19", "AY 18/19".
func (s sessions) atoms(text string) []periodAtom {
	var out []periodAtom
	for _, m := range sessionID.FindAllStringSubmatchIndex(text, -1) {
		kind, first, second := group(text, m, 1)+group(text, m, 4), group(text, m, 2)+group(text, m, 5), group(text, m, 3)
		from := m[2*2]
		if from < 0 {
			from = m[5*2]
		}
		if kind == "" && !sessionYears(first, second) || !standsAlone(text, m[0], m[1]) {
			continue
		}
		start := from
		if kind != "" {
			start = m[0]
			for text[start] == ' ' {
				start++
			}
		}
		a := s.dates(text[:start], labelKey(text[start:m[1]]), kind, first)
		a.start, a.end = start, m[1]
		out = append(out, a)
	}
	return out
}

// nextSession finds "the session after that" behind a label: the one that follows.
func (s sessions) nextSession(text string) []periodAtom {
	var out []periodAtom
	for _, m := range sessionAfter.FindAllStringIndex(text, -1) {
		before := sessionID.FindAllStringSubmatchIndex(text[:m[0]], -1)
		if len(before) == 0 || s.academic.startMonth == 0 {
			continue
		}
		last := before[len(before)-1]
		y, _ := strconv.Atoi(group(text, last, 2))
		if y < 100 {
			y += 2000
		}
		a := s.dates("", strconv.Itoa(y+1)+"/", "", strconv.Itoa(y+1))
		a.start, a.end = m[0], m[1]
		out = append(out, a)
	}
	return out
}

// current is the year under way at the date of the reply, named at m: the session
// where it is called so or where text counts by sessions, else the calendar year.
func (s sessions) current(text string, m []int) (periodAtom, bool) {
	if s.letter.IsZero() {
		return periodAtom{}, false
	}
	words := strings.ToLower(text[m[0]:m[1]])
	called := strings.Contains(words, "academic") || strings.Contains(words, "session")
	if !called && (strings.Contains(words, "calendar") || len(s.atoms(text)) == 0) {
		return wholeYear(s.letter.Year(), m), true
	}
	for y := s.letter.Year() - 1; y <= s.letter.Year(); y++ {
		a := s.dates("", strconv.Itoa(y)+"/", "", strconv.Itoa(y))
		if !a.from.After(s.letter) && !a.to.Before(s.letter) && !a.from.IsZero() {
			a.start, a.end = m[0], m[1]
			return a, true
		}
	}
	return periodAtom{}, false
}

var sessionAfter = regexp.MustCompile(`(?i)\bthe (?:(?:next|following) (?:academic )?(?:session|year)|(?:session|academic year|year) (?:after(?: that)?|following))\b`)

// sessionYears tells a session from a month: "2018/19" and "2019-20", not "2019-03".
func sessionYears(first, second string) bool {
	a, _ := strconv.Atoi(first)
	b, _ := strconv.Atoi(second)
	return len(first) == 4 && b%100 == (a+1)%100
}

// dates gives a label its dates, zero where the reply does not say.
func (s sessions) dates(before, key, kind, first string) periodAtom {
	if a, ok := s.labels[key]; ok {
		return a
	}
	b := s.academic
	if strings.EqualFold(kind, "FY") || strings.HasSuffix(strings.ToLower(before), "financial year ") {
		b = s.financial
	}
	y, _ := strconv.Atoi(first)
	if y < 100 {
		y += 2000
	}
	if b.startMonth == 0 || !strings.Contains(key, "/") {
		return periodAtom{} // "FY19" alone may begin or end in 2019
	}
	end := y
	if b.endMonth <= b.startMonth {
		end++
	}
	a := periodAtom{
		from: time.Date(y, b.startMonth, b.startDay, 0, 0, 0, 0, time.UTC),
		to:   time.Date(end, b.endMonth, b.endDay, 0, 0, 0, 0, time.UTC),
	}
	if to, ok := s.bounds[key]; ok && to.After(a.from) && to.Before(a.to) {
		a.to = to
	}
	return a
}
