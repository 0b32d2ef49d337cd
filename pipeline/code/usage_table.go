package code

import "cmp"

// tableUsage finds the figures on use in the tables of a stored text: one for
// each number that has a period. Columns headed by a recipient are not use.
func tableUsage(text string, s sessions, recipients recipientIndex) []usageHit {
	var out []usageHit
	for _, t := range readTables(text) {
		if passedOn.MatchString(t.Title) || t.names(recipients) {
			continue
		}
		for _, f := range t.figures(s) {
			if f.Period.Text == "" {
				continue
			}
			h := usageHit{Start: f.Cell.Start, End: f.Cell.End, Rule: "figure_in_table"}
			h.Count, h.Period = f.Count, f.Period
			h.Unit = cmp.Or(unitIn(f.Col), unitIn(f.Row), unitIn(t.Title), "other")
			out = append(out, h)
		}
	}
	return out
}
