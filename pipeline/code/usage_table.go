package code

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// tableUsage finds the figures on use in the tables of a stored text: one for
// each number that has a period. Columns headed by a recipient are not use; a
// column of use beside them names its unit.
func tableUsage(text string, s sessions, recipients recipientIndex) []usageHit {
	var out []usageHit
	for _, t := range readTables(text) {
		disclosed := t.tellsRecipients(recipients)
		for _, f := range t.figures(s) {
			if f.Period.Text == "" || disclosed && !usedColumn(f, recipients) {
				continue
			}
			h := usageHit{Start: f.Cell.Start, End: f.Cell.End, Rule: "figure_in_table"}
			h.Count, h.Period = f.Count, f.Period
			h.Unit = cmp.Or(unitIn(f.Col), unitIn(f.rowLabel(func(s string) bool { return unitIn(s) != "" })), titleUnit(t.Title), "other")
			out = append(out, h)
		}
	}
	return out
}

// numberOf heads the unit of a table: "the numbers of cases in which …", "the
// figures below are of searches".
var numberOf = regexp.MustCompile(`(?i)\b(?:numbers?|totals?|counts?) of [^.:]*|\b(?:figures|numbers|totals|table|list|column|rows?|entries|spreadsheet)\b[^.:;]{0,30}? (?:(?:is|are|being) (?:of|for|about|on)|is|are|for|of|on|count(?:s|ing)?|show(?:s|ing)?|giv(?:e|es|ing)|cover(?:s|ing)?|list(?:s|ing)?|set(?:s|ting)? out|record(?:s|ing)?|relat(?:e|es|ing) to|refer(?:s|ring)? to|concern(?:s|ing)?) [^.:]*`)

// titleUnit is the unit that the text above a table names: behind "number of",
// or in the nearest sentence that names one.
func titleUnit(title string) string {
	for _, m := range slices.Backward(numberOf.FindAllString(title, -1)) {
		if u := unitIn(m); u != "" {
			return u
		}
	}
	sentences := strings.Split(title, ". ")
	for i := len(sentences) - 1; i >= 0; i-- {
		if u := unitIn(sentences[i]); u != "" {
			return u
		}
	}
	return ""
}

// usedColumn tells whether a figure of a table on recipients counts use all the
// same: its column names a unit and nobody to whom anything went.
func usedColumn(f tableFigure, recipients recipientIndex) bool {
	passed := passedOn.MatchString(f.Col) || leftHouse.MatchString(f.Col)
	return unitIn(f.Col) != "" && !passed && len(recipients.find(f.Col)) == 0 && f.rowLabel(recipients.known) == ""
}
