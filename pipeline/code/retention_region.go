package code

import (
	"regexp"
	"strings"
)

// clauseCut is a word or comma that can open the clause of the next length.
var clauseCut = regexp.MustCompile(`(?i),? \b(?:unless|except|whereas|while|otherwise|but|and)\b|,`)

// durationRegions gives each length the part of the sentence that speaks of it.
func durationRegions(text string, durations []durationHit) []textPart {
	out := make([]textPart, len(durations))
	start := 0
	for i := range durations {
		end := len(text)
		if i+1 < len(durations) {
			from := durations[i].End
			end = durations[i+1].Start
			if m := lastClause(text[from:end]); m >= 0 {
				end = from + m
			}
		}
		out[i] = textPart{text[start:end], start, end}
		start = end
	}
	return out
}

// lastClause finds the border of the clause that holds the next length: the
// first border of the strongest kind in between.
func lastClause(between string) int {
	if i := strings.IndexAny(between, ";"); i >= 0 {
		return i
	}
	if m := clauseCut.FindStringIndex(between); m != nil {
		return m[0]
	}
	return -1
}

// trimPart drops the white space and commas at both ends of a part.
func trimPart(text string, r textPart, base int) (start, end int) {
	start, end = r.Start, r.End
	for start < end && strings.IndexByte(" ,;\t", text[start]) >= 0 {
		start++
	}
	for end > start && strings.IndexByte(" ,;\t", text[end-1]) >= 0 {
		end--
	}
	return base + start, base + end
}
