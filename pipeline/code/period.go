package code

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"roundrobin/pipeline/thread"
)

// periodHit is a period of time at bytes [Start, End) of the text. "Since
// January 2016" has no end; a session whose dates nobody gives has neither.
type periodHit struct {
	Period     thread.Period
	Start, End int
	ranged     bool // both ends were named
}

// periodAtom is one name of a time, before ranges are put together.
type periodAtom struct {
	from, to   time.Time
	start, end int
	day        bool
	ranged     bool
}

var (
	monthAtom = regexp.MustCompile(`(?i)\b(` + monthNames() + `)\b\.?(?: |-| ')'?(\d{4}|\d{2})\b`)
	// monthSpan and daySpan are ranges that give the year once, at the end.
	monthSpan = regexp.MustCompile(`(?i)\b(` + monthNames() + `) ?(?:to|-|until|and) ?(` + monthNames() + `) (?:(\d{4})\b|(?:of )?(this|last) year\b)`)
	daySpan   = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)? (` + monthNames() + `) ?(?:to|-|until|and) ?(\d{1,2})(?:st|nd|rd|th)? (` + monthNames() + `) (?:(\d{4})\b|(?:of )?this year\b)`)
	// turnOfYear is a day or month whose year is told from the date of the letter:
	// "31 May this year", "1 October last".
	turnOfYear = regexp.MustCompile(`(?i)\b(?:(\d{1,2})(?:st|nd|rd|th)? )?(?:of )?(` + monthNames() + `),? (?:of )?(this year|last year|last)\b`)
	// monthEnd closes "between … and the end of May", of the year that is then under way.
	monthEnd  = regexp.MustCompile(`(?i)\bbetween [^.;,]{3,40} and ((?:the )?end of (` + monthNames() + `))\b(?:$|[^\w ]| [^\d])`)
	isoMonth  = regexp.MustCompile(`\b((?:19|20)\d\d)-(\d\d)\b`)
	sessionID = regexp.MustCompile(`(?i)\b(FY|AY|CY)? ?((?:20)?\d\d) ?[/-] ?((?:20)?\d\d)\b|\b(FY|AY) ?((?:20)?\d\d)\b`)
	yearAtom  = regexp.MustCompile(`(?i)\b(?:calendar (?:year )?)?((?:19|20)\d\d)\b`)
	thisYear  = regexp.MustCompile(`(?i)\b(?:so far )?(?:in )?(?:this|the current|the present) (?:calendar |academic )?(?:year|session)\b`)
	thatYear  = regexp.MustCompile(`(?i)\b(?:that|the same) (?:calendar )?year\b`)
	// yearBeside is a year told by the one named last: the year after, before.
	yearBeside = regexp.MustCompile(`(?i)\bthe (?:(?:year|calendar year) (after|following|before)(?: that)?|(next|following|previous|preceding) (?:calendar )?year)\b`)
	// partOfYear is a part of a year told by its order: "the first four months of".
	partOfYear = regexp.MustCompile(`(?i)\b(first|last|second|third|fourth) (?:(` + plainNumber + `) months|(half|quarter)) of (?:(?:the )?calendar year )?((?:19|20)\d\d|this year)\b`)
	yearAgo    = regexp.MustCompile(`(?i)\blast (?:calendar )?year\b`)
	// yearLead and yearTail are what stands beside a bare year that names a period.
	yearLead = regexp.MustCompile(`(?i)(?:^|\b(?:in|each of|both|course of|during|for|throughout|from|to|and|between|year|since|until|before) |[:;,(\t] ?)$`)
	yearTail = regexp.MustCompile(`(?i)^ ?(?:[:=\t)]|- |\((?:up to|to|until|till|from|since|part|so far|(?:` + monthNames() + `)\b))`)
	// periodBound narrows the period before it: "(to 31 May 2020)", "so far, up to the end of May".
	periodBound = regexp.MustCompile(`(?i)^[ ,]*\(?(?:that(?:'s| is),? )?(?:so far,? ?|onwards,? ?)?(?:(?:counting|counted|reckoned|taken|measured|recorded|calculated|as counted|which (?:is|was) counted) )?(up to|up until|to|until|till|from|since|starting|ending)(?: and including)?(?: (?:the )?end of| the (?:date|day) (?:of|on which) (?:[a-z-]+ ){1,3}?\(?| (?:today|now),? \(?)? ?(?:(\d{1,2})(?:st|nd|rd|th)? )?(` + monthNames() + `)\b\.?(?: (\d{4}))?\)?`)
	// monthsWithin narrows the year before it: "2020 (January to June)".
	monthsWithin = regexp.MustCompile(`(?i)^,? \(?(` + monthNames() + `) ?(?:to|-|until) ?(?:the end of )?(` + monthNames() + `)(?: only)?\)?`)
	// periodOnward is a start written before its "onwards".
	periodOnward = regexp.MustCompile(`(?i)^[ ,]*\(?(?:(\d{1,2})(?:st|nd|rd|th)? )?(` + monthNames() + `)\b\.?(?: (\d{4}))? onwards?\)?`)
	// daysWithin does so by days: "2020 (1 January to 31 July)".
	daysWithin = regexp.MustCompile(`(?i)^,? \(?(\d{1,2})(?:st|nd|rd|th)? (` + monthNames() + `) ?(?:to|-|until) ?(\d{1,2})(?:st|nd|rd|th)? (` + monthNames() + `)(?: only)?\)?`)
	periodJoin = regexp.MustCompile(`(?i)^,? ?(?:to|-|until|till|through|up to(?: and including)?) ?$`)
	// joinedByEvent stands between the ends of a range of which the second is told as
	// an event with its date: "to the day of your request, 17 June 2020".
	joinedByEvent = regexp.MustCompile(`(?i)^,?(?: \((?:[a-z]+ ){0,3}| )(to|until|till|up to|and)(?: and including)? (?:[a-z][a-z'-]*,? ){0,8}\(?$`)
	startsRange   = regexp.MustCompile(`(?i)\b(from|between|since) $`)
	periodOpen    = regexp.MustCompile(`(?i)\b(since|from|after) (?:the (?:start|beginning) of )?$`)
	periodClosed  = regexp.MustCompile(`(?i)\b(before|prior to|until|up to|to) $`)
)

// findPeriods finds the periods that text names. The dates of a session come
// from s; a session that s does not date keeps its words only.
func findPeriods(text string, s sessions) []periodHit {
	atoms := periodAtoms(text, s)
	var out []periodHit
	for i := 0; i < len(atoms); i++ {
		a := atoms[i]
		h := periodHit{Period: thread.Period{Start: a.from, End: a.to}, Start: a.start, End: a.end, ranged: a.ranged}
		if i+1 < len(atoms) && joined(text, a, atoms[i+1]) {
			i++
			h.Period.End, h.End = atoms[i].to, atoms[i].end
		} else if end, ok := narrow(text, &h.Period, a); ok {
			h.End = end
			for i+1 < len(atoms) && atoms[i+1].start < end {
				i++
			}
		} else if !edge(text, &h) && a.day {
			continue
		}
		h.Period.Text = text[h.Start:h.End]
		if n := len(out); n > 0 && glosses(text, out[n-1], h) {
			out[n-1].End = h.End
			continue
		}
		out = append(out, h)
	}
	return out
}

// glosses tells whether h only says which days the label before it stands for:
// "2018/19, which for us ran from 1 September 2018 to 31 August 2019".
func glosses(text string, label, h periodHit) bool {
	same := label.Period.Start.Equal(h.Period.Start) && label.Period.End.Equal(h.Period.End) && !h.Period.Start.IsZero()
	return same && len(findCounts(text[label.End:h.Start])) == 0
}

// joined tells whether a and b are the ends of one range.
func joined(text string, a, b periodAtom) bool {
	between := text[a.end:b.start]
	if m := joinedByEvent.FindStringSubmatch(between); m != nil && b.day && b.to.After(a.from) {
		opened := startsRange.FindStringSubmatch(text[:a.start])
		if opened != nil && strings.EqualFold(opened[1], "between") == strings.EqualFold(m[1], "and") {
			return true
		}
	}
	return periodJoin.MatchString(between) || between == " and " && strings.HasSuffix(strings.ToLower(text[:a.start]), "between ")
}

// narrow applies a bound that follows atom a and returns where it ends.
func narrow(text string, p *thread.Period, a periodAtom) (int, bool) {
	if a.day {
		return 0, false
	}
	rest := text[a.end:]
	if m := periodBound.FindStringSubmatchIndex(rest); m != nil {
		first, last, ok := boundDates(group(rest, m, 2), group(rest, m, 3), group(rest, m, 4), *p)
		switch w := strings.ToLower(group(rest, m, 1)); {
		case !ok:
		case w == "from" || w == "since" || w == "starting":
			p.Start = first
			return a.end + m[1], true
		default:
			p.End = last
			return a.end + m[1], true
		}
	}
	if m := monthsWithin.FindStringSubmatchIndex(rest); m != nil {
		first, _, from := boundDates("", group(rest, m, 1), "", *p)
		_, last, to := boundDates("", group(rest, m, 2), "", *p)
		if from && to && last.After(first) {
			p.Start, p.End = first, last
			return a.end + m[1], true
		}
	}
	if m := daysWithin.FindStringSubmatchIndex(rest); m != nil {
		first, _, from := boundDates(group(rest, m, 1), group(rest, m, 2), "", *p)
		_, last, to := boundDates(group(rest, m, 3), group(rest, m, 4), "", *p)
		if from && to && last.After(first) {
			p.Start, p.End = first, last
			return a.end + m[1], true
		}
	}
	if m := periodOnward.FindStringSubmatchIndex(rest); m != nil {
		if first, _, ok := boundDates(group(rest, m, 1), group(rest, m, 2), group(rest, m, 3), *p); ok {
			p.Start = first
			return a.end + m[1], true
		}
	}
	return 0, false
}

// boundDates are the first and last day that a day or month names; without a
// year it is the one inside p.
func boundDates(day, month, year string, p thread.Period) (first, last time.Time, ok bool) {
	m := monthNumbers[strings.ToLower(month)]
	y, _ := strconv.Atoi(year)
	if y == 0 {
		for _, t := range []time.Time{p.Start, p.End} {
			if d := time.Date(t.Year(), m, 1, 0, 0, 0, 0, time.UTC); !t.IsZero() && !d.After(p.End) && !d.AddDate(0, 1, -1).Before(p.Start) {
				y = t.Year()
			}
		}
		if y == 0 {
			return first, last, false
		}
	}
	first = time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
	if d, _ := strconv.Atoi(day); d > 0 {
		first = first.AddDate(0, 0, d-1)
		return first, first, true
	}
	return first, first.AddDate(0, 1, -1), true
}

// edge makes a period open at one end after "since" or "before". A day counts
// as a period only there and after "on".
func edge(text string, h *periodHit) bool {
	head := text[:h.Start]
	if m := periodOpen.FindStringSubmatchIndex(head); m != nil && !(h.ranged && !strings.EqualFold(group(head, m, 1), "since")) {
		h.Start, h.Period.End = m[0], time.Time{}
		return true
	}
	if m := periodClosed.FindStringSubmatchIndex(head); m != nil && !h.Period.End.IsZero() {
		if w := strings.ToLower(group(head, m, 1)); w == "before" || w == "prior to" {
			h.Period.End = h.Period.Start.AddDate(0, 0, -1)
		}
		h.Start, h.Period.Start = m[0], time.Time{}
		return true
	}
	return strings.HasSuffix(strings.ToLower(head), "on ")
}

// periodAtoms finds the single names of times, in order, the longest where two
// share text.
func periodAtoms(text string, s sessions) []periodAtom {
	var atoms []periodAtom
	for _, d := range findDates(text, 0) {
		atoms = append(atoms, periodAtom{from: d.Time, to: d.Time, start: d.Start, end: d.End, day: true})
	}
	for _, m := range monthAtom.FindAllStringSubmatchIndex(text, -1) {
		if c := text[m[0]]; c >= 'A' && c <= 'Z' {
			atoms = append(atoms, monthOf(monthNumbers[strings.ToLower(group(text, m, 1))], group(text, m, 2), m))
		}
	}
	for _, m := range isoMonth.FindAllStringSubmatchIndex(text, -1) {
		if n, _ := strconv.Atoi(group(text, m, 2)); n >= 1 && n <= 12 {
			atoms = append(atoms, monthOf(time.Month(n), group(text, m, 1), m))
		}
	}
	atoms = append(atoms, spanAtoms(text, s.letter)...)
	atoms = append(atoms, s.atoms(text)...)
	atoms = append(atoms, s.nextSession(text)...)
	atoms = append(atoms, yearAtoms(text, s)...)
	slices.SortStableFunc(atoms, func(a, b periodAtom) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	end := -1
	return slices.DeleteFunc(atoms, func(a periodAtom) bool {
		if a.start < end {
			return true
		}
		end = a.end
		return false
	})
}

// toldFromLetter finds days and months without a year of their own, which count
// from the date of the reply.
func toldFromLetter(text string, letter time.Time) []periodAtom {
	var atoms []periodAtom
	if letter.IsZero() {
		return nil
	}
	for _, m := range turnOfYear.FindAllStringSubmatchIndex(text, -1) {
		a := monthOf(monthNumbers[strings.ToLower(group(text, m, 2))], strconv.Itoa(letter.Year()), m)
		if d, _ := strconv.Atoi(group(text, m, 1)); d > 0 {
			a.from = a.from.AddDate(0, 0, d-1)
			a.to, a.day = a.from, true
		}
		switch told := strings.ToLower(group(text, m, 3)); {
		case told == "last year", told == "last" && !a.from.Before(letter):
			a.from, a.to = a.from.AddDate(-1, 0, 0), monthOf(a.from.Month(), strconv.Itoa(letter.Year()-1), m).to
			if a.day {
				a.to = a.from
			}
		}
		atoms = append(atoms, a)
	}
	for _, m := range monthEnd.FindAllStringSubmatchIndex(text, -1) {
		a := monthOf(monthNumbers[strings.ToLower(group(text, m, 2))], strconv.Itoa(letter.Year()), m[2:4])
		if a.to.After(letter) {
			a = monthOf(a.from.Month(), strconv.Itoa(letter.Year()-1), m[2:4])
		}
		a.from, a.day = a.to, true
		atoms = append(atoms, a)
	}
	return atoms
}

// spanAtoms finds "January to May 2020", "1 April to 31 May 2020" and the names
// that count from the date of the letter.
func spanAtoms(text string, letter time.Time) []periodAtom {
	var atoms []periodAtom
	for _, m := range monthSpan.FindAllStringSubmatchIndex(text, -1) {
		year := cmp.Or(group(text, m, 3), strconv.Itoa(letter.Year()))
		if strings.EqualFold(group(text, m, 4), "last") {
			year = strconv.Itoa(letter.Year() - 1)
		}
		a := monthOf(monthNumbers[strings.ToLower(group(text, m, 1))], year, m)
		a.to = monthOf(monthNumbers[strings.ToLower(group(text, m, 2))], year, m).to
		atoms = append(atoms, a)
	}
	for _, m := range daySpan.FindAllStringSubmatchIndex(text, -1) {
		year := cmp.Or(group(text, m, 5), strconv.Itoa(letter.Year()))
		from, ok := makeDate(group(text, m, 1), group(text, m, 2), year, 0)
		to, also := makeDate(group(text, m, 3), group(text, m, 4), year, 0)
		if ok && also {
			atoms = append(atoms, periodAtom{from: from, to: to, start: m[0], end: m[1]})
		}
	}
	for i := range atoms {
		atoms[i].ranged = true
	}
	atoms = append(atoms, toldFromLetter(text, letter)...)
	return slices.DeleteFunc(atoms, func(a periodAtom) bool { return a.to.Before(a.from) })
}

func monthOf(m time.Month, year string, at []int) periodAtom {
	y, _ := strconv.Atoi(year)
	if y < 100 {
		y += 2000
	}
	from := time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
	return periodAtom{from: from, to: from.AddDate(0, 1, -1), start: at[0], end: at[1]}
}

func yearAtoms(text string, s sessions) []periodAtom {
	var atoms []periodAtom
	for _, m := range yearAtom.FindAllStringSubmatchIndex(text, -1) {
		named := m[2] > m[0] || yearLead.MatchString(text[:m[0]]) || yearTail.MatchString(text[m[1]:])
		if y, _ := strconv.Atoi(group(text, m, 1)); named {
			atoms = append(atoms, wholeYear(y, m))
		}
	}
	for _, m := range thatYear.FindAllStringIndex(text, -1) {
		if y := cmp.Or(lastYear(text[:m[0]]), s.before); y > 0 {
			atoms = append(atoms, wholeYear(y, m))
		}
	}
	for _, m := range yearBeside.FindAllStringSubmatchIndex(text, -1) {
		step := 1
		if w := strings.ToLower(group(text, m, 1) + group(text, m, 2)); w == "before" || w[0] == 'p' {
			step = -1
		}
		if y := cmp.Or(lastYear(text[:m[0]]), s.before); y > 0 && len(sessionID.FindStringIndex(text[:m[0]])) == 0 {
			atoms = append(atoms, wholeYear(y+step, m))
		}
	}
	atoms = append(atoms, yearParts(text, s)...)
	for _, m := range yearAgo.FindAllStringIndex(text, -1) {
		if !s.letter.IsZero() && !strings.HasSuffix(strings.ToLower(text[:m[0]]), "the ") {
			atoms = append(atoms, wholeYear(s.letter.Year()-1, m))
		}
	}
	for _, m := range thisYear.FindAllStringIndex(text, -1) {
		if a, ok := s.current(text, m); ok {
			atoms = append(atoms, a)
		}
	}
	return atoms
}

// yearParts finds the parts of a year that are told by their order.
func yearParts(text string, s sessions) []periodAtom {
	var atoms []periodAtom
	for _, m := range partOfYear.FindAllStringSubmatchIndex(text, -1) {
		y, err := strconv.Atoi(group(text, m, 4))
		if err != nil {
			y = s.letter.Year()
		}
		months, nth := 6, slices.Index([]string{"first", "second", "third", "fourth"}, strings.ToLower(group(text, m, 1)))
		if n, ok := parseNumber(group(text, m, 2)); ok && group(text, m, 2) != "" {
			months = int(n)
		} else if strings.EqualFold(group(text, m, 3), "quarter") {
			months = 3
		}
		if nth < 0 && months > 0 {
			nth = 12/months - 1 // the last
		}
		if y < 1900 || months < 1 || months > 12 || (nth+1)*months > 12 {
			continue
		}
		a := wholeYear(y, m)
		a.from = a.from.AddDate(0, nth*months, 0)
		a.to = a.from.AddDate(0, months, -1)
		atoms = append(atoms, a)
	}
	return atoms
}

func wholeYear(y int, at []int) periodAtom {
	return periodAtom{
		from:  time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC),
		to:    time.Date(y, 12, 31, 0, 0, 0, 0, time.UTC),
		start: at[0], end: at[1],
	}
}
