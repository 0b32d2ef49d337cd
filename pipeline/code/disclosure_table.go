package code

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// tableDisclosures finds recipients with their numbers in the tables of a
// stored text: recipients head the columns or the rows.
func tableDisclosures(text string, s sessions, recipients recipientIndex) []disclosureHit {
	var out []disclosureHit
	for _, t := range readTables(text) {
		listed := t.listsRecipients(recipients)
		for _, f := range t.figures(s) {
			label := f.Col
			found := recipients.find(f.Col)
			if len(found) == 0 {
				label = cmp.Or(f.rowLabel(recipients.known), f.Row[0])
				found = recipients.find(label)
			}
			code := "other" // a body that no list has, among those that one has
			if len(found) > 0 {
				code = found[0].Code
			} else if !listed || !bodyName.MatchString(label) || unitIn(label) != "" {
				continue
			}
			h := disclosureHit{Start: f.Cell.Start, End: f.Cell.End, Rule: "recipient_in_table"}
			h.Recipient, h.RecipientText = code, label
			h.Count, h.Period = f.Count, f.Period
			out = append(out, h)
		}
	}
	return out
}

// bodyName is the name of a body, and no year and no note.
var bodyName = regexp.MustCompile(`^(?:[A-Z]{2,6}|(?:[A-Z][\w'.&-]*)(?: (?:of|for|and|the|[A-Z][\w'.&-]*)){0,6})$`)

// listsRecipients tells whether most rows of t are headed by a recipient.
func (t figureTable) listsRecipients(recipients recipientIndex) bool {
	known := 0
	for _, r := range t.Rows {
		if len(recipients.find(r[0].Text)) > 0 {
			known++
		}
	}
	return known >= 2 && 2*known > len(t.Rows)
}

// tellsRecipients tells whether t counts what recipients were given, by its
// columns or rows or by the text above it: "Reports passed to the police".
func (t figureTable) tellsRecipients(recipients recipientIndex) bool {
	return t.names(recipients) || passedOn.MatchString(t.Title) &&
		(len(recipients.find(t.Title)) > 0 || strings.Contains(strings.ToLower(t.Title), "third part"))
}

// names tells whether a row or column of t is headed by a recipient.
func (t figureTable) names(recipients recipientIndex) bool {
	for i, h := range t.Header {
		if i > 0 && len(recipients.find(h.Text)) > 0 {
			return true
		}
	}
	return slices.ContainsFunc(t.Rows, func(r []tableCell) bool { return len(recipients.find(r[0].Text)) > 0 })
}
