package code

import (
	"regexp"
	"slices"
	"time"

	"roundrobin/pipeline/thread"
)

// listGap stands between the members of a list of figures or of periods.
var listGap = regexp.MustCompile(`(?i)^(?:,|,? and| and|,? or)? ?$`)

// inTurn settles the sentences that give figures and periods in two lists
// ("6, 8 and 15 in 2016, 2017 and 2018"), several figures for a span of years
// ("2016 to 2018: 6, 8 and 15"), or one figure for each of several periods. It
// hands back each figure with its period beside it, so that they pair in order;
// all else is left as it is.
func inTurn(text string, counts []countHit, periods []periodHit) ([]countHit, []periodHit) {
	if len(periods) > len(counts) && len(counts) > 0 {
		periods = dropOpen(periods, len(periods)-len(counts))
	}
	if len(counts) == 1 && len(periods) > 1 && eachOf.MatchString(text[:periods[0].Start]) {
		return slices.Repeat(counts, len(periods)), interleaved(counts[0].Start, periods)
	}
	if len(counts) < 2 || !listed(text, counts) {
		return counts, periods
	}
	each := periods
	if len(periods) == 1 {
		each = yearsOf(periods[0].Period)
	}
	if len(each) != len(counts) || len(periods) > 1 && !listedPeriods(text, periods) {
		return counts, periods
	}
	out := make([]periodHit, len(each))
	for i, p := range each {
		p.Start, p.End = counts[i].Start, counts[i].Start // beside its figure
		out[i] = p
	}
	return counts, out
}

// dropOpen leaves out up to n periods that begin and do not end: "logged since
// 2018: in that year 41".
func dropOpen(periods []periodHit, n int) []periodHit {
	return slices.DeleteFunc(slices.Clone(periods), func(p periodHit) bool {
		open := !p.Period.Start.IsZero() && p.Period.End.IsZero()
		if open && n > 0 {
			n--
			return true
		}
		return false
	})
}

func interleaved(at int, periods []periodHit) []periodHit {
	out := slices.Clone(periods)
	for i := range out {
		out[i].Start, out[i].End = at, at
	}
	return out
}

// listed tells whether counts follow each other with nothing but list words
// between them.
func listed(text string, counts []countHit) bool {
	for i := range counts[1:] {
		if !listGap.MatchString(text[counts[i].End:counts[i+1].Start]) {
			return false
		}
	}
	return true
}

func listedPeriods(text string, periods []periodHit) bool {
	for i := range periods[1:] {
		if !listGap.MatchString(text[periods[i].End:periods[i+1].Start]) {
			return false
		}
	}
	return true
}

// yearsOf are the calendar years of a span of whole years.
func yearsOf(p thread.Period) []periodHit {
	whole := p.Start.YearDay() == 1 && p.End.Month() == time.December && p.End.Day() == 31
	if p.Start.IsZero() || p.End.IsZero() || !whole {
		return nil
	}
	var out []periodHit
	for y := p.Start.Year(); y <= p.End.Year(); y++ {
		a := wholeYear(y, []int{0, 0})
		out = append(out, periodHit{Period: thread.Period{Start: a.from, End: a.to}})
	}
	return out
}
