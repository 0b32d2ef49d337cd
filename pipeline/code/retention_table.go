package code

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// tableRetention finds the rules on keeping data in the rows of a schedule
// pasted into a stored text: a cell that holds a length and little else, a cell
// that names the records, and often one that names the event. They rest
// on the schedule that the text above them names.
func tableRetention(text string) []retentionHit {
	var out []retentionHit
	at, basis, deadlines := 0, "", false
	for line := range strings.SplitAfterSeq(text, "\n") {
		cells := splitCells(line, at)
		at += len(line)
		if len(cells) < 2 || len(cells) < 3 && !strings.Contains(line, "\t") {
			basis, deadlines = cmp.Or(citedBasis(strings.TrimSpace(line)), basis), false
			continue
		}
		if slices.ContainsFunc(cells, func(c tableCell) bool { return deadlineColumn.MatchString(c.Text) }) {
			deadlines = true // a table of the steps of a procedure
		}
		if deadlines {
			continue
		}
		if h, ok := scheduleRow(cells); ok && !repeatsRetention(out, h) {
			h.Basis = basis
			out = append(out, h)
		}
	}
	return out
}

// deadlineColumn heads the times by which steps are to be taken.
var deadlineColumn = regexp.MustCompile(`(?i)^(?:time[- ]?(?:limits?|scales?|frames?)|deadlines?|targets?(?: times?)?|due(?: within)?|response times?)$`)

// scheduleRow reads one row. The event is the one of the cell with the length,
// or the first that a cell behind it names; the records are what the cells
// before the length name.
func scheduleRow(cells []tableCell) (retentionHit, bool) {
	for i, cell := range cells[1:] {
		d, ok := lengthCell(cell.Text)
		if !ok {
			continue
		}
		records := ""
		for j, c := range cells[:i+1] {
			if j > 1 && firstTrigger(c.Text) != "" || j == 1 && eventCell(c.Text) {
				continue // the event, not the records
			}
			records = strings.TrimSpace(records + " " + c.Text)
		}
		records = strings.TrimSpace(records + " " + cell.Text[:d.Start])
		if foreignMatter.MatchString(records) && !ownMatter.MatchString(records) {
			return retentionHit{}, false
		}
		h := retentionHit{Rule: "schedule_row", Start: cells[0].Start, End: cell.End}
		h.Retention = thread.Retention{
			Period: d.Period, PeriodMin: d.PeriodMin, Months: d.Months, Kind: d.kind(),
			Trigger: triggerOf(cell.Text, d.Start, d.End, d.YearEnd),
			Scope:   recordScope(records),
		}
		if d.Period == "" {
			h.Kind, h.Months = "indefinite", -1
		}
		others := cells[i+2:]
		if i > 1 || i == 1 && eventCell(cells[1].Text) { // the column before the length may hold the event
			others = append(others[:len(others):len(others)], cells[i])
		}
		for _, c := range others {
			if h.Trigger == "not_stated" {
				h.Trigger = cmp.Or(firstTrigger(c.Text), h.Trigger)
			}
		}
		return h, true
	}
	return retentionHit{}, false
}

// eventCell tells whether a second cell names an event and no records.
func eventCell(text string) bool {
	return firstTrigger(text) != "" && kindIn(text) == "" && !recordNoun.MatchString(text) && !complaintWord.MatchString(text)
}

// recordScope is the kind of record that the cells of a row name. A row on
// complaints is on their files, whatever the cell says.
func recordScope(records string) string {
	code := retentionContext{[]textPart{{Text: records}}, 0}.scope(records)
	if code == "social_media_data" && complaintWord.MatchString(records) {
		return "complaint_record"
	}
	return code
}

var complaintWord = regexp.MustCompile(`(?i)\bcomplaints\b`)

// lengthCell reads a cell that holds one length and at most the event it is
// counted from: "6 years", "CAY + 6", "Closure + 3 years"; or that says for ever,
// a hit without a period.
func lengthCell(text string) (durationHit, bool) {
	if foreverCell.MatchString(text) {
		return durationHit{End: len(text)}, true
	}
	hits, words := findDurations(text), text
	if len(hits) > 1 && !slices.ContainsFunc(hits, func(h durationHit) bool { return h.Period != hits[0].Period }) {
		words = strings.TrimLeft(text[hits[len(hits)-2].End:], " /")
		hits = hits[len(hits)-1:] // said twice, in two languages or in words and figures
	}
	if len(hits) != 1 || hits[0].Working || len(strings.Fields(words)) > 14 || countsBack.MatchString(text[:hits[0].Start]) {
		return durationHit{}, false
	}
	return hits[0], notLength.FindString(text) == ""
}

var foreverCell = regexp.MustCompile(`(?i)^(?:permanent(?:ly)?|indefinite(?:ly)?|for ever|forever|in perpetuity)\.?$`)

// notLength is a cell that has a length in it but tells something else.
var notLength = regexp.MustCompile(`(?i)\b(?:within|every|ago|old|review(?:ed)? (?:every|annually)|response|reply)\b`)
