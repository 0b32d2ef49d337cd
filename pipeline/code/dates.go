package code

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// dateHit is a calendar date found in a text, at bytes [Start, End).
type dateHit struct {
	Time       time.Time // midnight UTC
	Start, End int
}

// monthNumbers holds the months' names in English and in Welsh, with the Welsh
// mutations that follow "o" and "i".
var monthNumbers = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
	"august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
	"oct": 10, "nov": 11, "dec": 12,
	"ionawr": 1, "chwefror": 2, "mawrth": 3, "ebrill": 4, "mai": 5, "mehefin": 6, "gorffennaf": 7,
	"awst": 8, "medi": 9, "hydref": 10, "tachwedd": 11, "rhagfyr": 12,
	"fawrth": 3, "fai": 5, "fehefin": 6, "orffennaf": 7, "fedi": 9, "dachwedd": 11, "ragfyr": 12,
}

// The forms of a date: day first in words, month first in words, day first in
// figures (the British order), ISO 8601.
var (
	dayMonth   = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th|af|ail|il|ydd|fed|eg|ain)?[ -](?:of |o )?(` + monthNames() + `)\b(?:\.?,?[ -](\d{4})\b)?`)
	monthDay   = regexp.MustCompile(`(?i)\b(` + monthNames() + `)\b\.? (\d{1,2})(?:(?:st|nd|rd|th)?,? (\d{4})|(?:st|nd|rd|th))\b`)
	dayFigures = regexp.MustCompile(`\b(\d{1,2})(?:/(\d{1,2})/(\d{4}|\d{2})|\.(\d{1,2})\.(\d{4}))\b`)
	isoFigures = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})\b`)
)

// monthNames is the alternation of all names, longest first, so that "June" is
// not read as "Jun".
func monthNames() string {
	names := slices.SortedFunc(maps.Keys(monthNumbers), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	return strings.Join(names, "|")
}

// findDates returns the dates of a text in order. One without a year ("2
// June") takes the given year; with year 0 it is left out.
func findDates(text string, year int) []dateHit {
	var hits []dateHit
	add := func(m []int, day, month, yearText string) {
		if t, ok := makeDate(day, month, yearText, year); ok && standsAlone(text, m[0], m[1]) {
			hits = append(hits, dateHit{t, m[0], m[1]})
		}
	}
	for _, m := range dayMonth.FindAllStringSubmatchIndex(text, -1) {
		add(m, group(text, m, 1), group(text, m, 2), group(text, m, 3))
	}
	for _, m := range monthDay.FindAllStringSubmatchIndex(text, -1) {
		add(m, group(text, m, 2), group(text, m, 1), group(text, m, 3))
	}
	for _, m := range dayFigures.FindAllStringSubmatchIndex(text, -1) {
		add(m, group(text, m, 1), group(text, m, 2)+group(text, m, 4), group(text, m, 3)+group(text, m, 5))
	}
	for _, m := range isoFigures.FindAllStringSubmatchIndex(text, -1) {
		add(m, group(text, m, 3), group(text, m, 2), group(text, m, 1))
	}
	return firstOfOverlaps(hits)
}

// group is the text of submatch n, "" where it took no part.
func group(text string, m []int, n int) string {
	if m[2*n] < 0 {
		return ""
	}
	return text[m[2*n]:m[2*n+1]]
}

// makeDate reads day, month and year. A month in words starts with a capital
// letter ("section 12 may apply" is no date). Two figures of a year are of
// this century.
func makeDate(day, month, yearText string, year int) (time.Time, bool) {
	m, named := monthNumbers[strings.ToLower(month)]
	if named && month[0] >= 'a' {
		return time.Time{}, false
	}
	if !named {
		n, _ := strconv.Atoi(month)
		m = time.Month(n)
	}
	if yearText != "" {
		year, _ = strconv.Atoi(yearText)
		if year < 100 {
			year += 2000
		}
	}
	d, _ := strconv.Atoi(day)
	t := time.Date(year, m, d, 0, 0, 0, 0, time.UTC)
	return t, year >= 1900 && year < 2100 && t.Day() == d && t.Month() == m
}

// standsAlone tells whether the figures at [i, j) are no part of a longer
// number or reference ("FOI/01/06/2020/3").
func standsAlone(text string, i, j int) bool {
	joined := func(c byte) bool { return c == '/' || c == '_' || c == '-' }
	digit := func(k int) bool { return k >= 0 && k < len(text) && text[k] >= '0' && text[k] <= '9' }
	if i > 0 && (text[i-1] == '/' || text[i-1] == '_' || text[i-1] == '-' && digit(i-2)) {
		return false
	}
	return j >= len(text) || !joined(text[j]) || !digit(j+1)
}

// firstOfOverlaps sorts hits by place and keeps the first of those that share
// text, the longest where they start together.
func firstOfOverlaps(hits []dateHit) []dateHit {
	slices.SortStableFunc(hits, func(a, b dateHit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	end := -1
	return slices.DeleteFunc(hits, func(h dateHit) bool {
		if h.Start < end {
			return true
		}
		end = h.End
		return false
	})
}
