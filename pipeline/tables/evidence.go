package tables

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// evidenceRows numbers the evidence of a thread in order of cell and place.
func evidenceRows(r *Result) []row {
	var rows []row
	for i, e := range sortedEvidence(r) {
		message, attachment := textIDs(r.Thread, e.Span.Ref)
		start, end := r.Thread.CodePoints(e.Span)
		rows = append(rows, row{
			"evidence_id":   evidenceID(r, i),
			"request_id":    r.Thread.RequestID,
			"table_name":    e.Table,
			"row_key":       e.RowKey,
			"variable":      e.Variable,
			"value":         e.Value,
			"message_id":    message,
			"attachment_id": attachment,
			"char_start":    start,
			"char_end":      end,
			"quote":         r.Thread.Quote(e.Span),
			"rule":          e.Rule,
			"coder":         cmp.Or(e.Coder, byRules),
		})
	}
	return rows
}

// evidenceIDs maps the row keys of a table to the first evidence of each row.
func evidenceIDs(r *Result, table string) map[string]string {
	ids := map[string]string{}
	for i, e := range sortedEvidence(r) {
		if e.Table == table && ids[e.RowKey] == "" {
			ids[e.RowKey] = evidenceID(r, i)
		}
	}
	return ids
}

// evidenceID pads the number, so that order by id is order by number.
func evidenceID(r *Result, i int) string {
	return fmt.Sprintf("%s/%04d", r.Thread.RequestID, i+1)
}

// sortedEvidence is the evidence in a fixed order, each piece once.
func sortedEvidence(r *Result) []thread.Evidence {
	evidence := slices.Clone(r.Coded.Evidence)
	slices.SortFunc(evidence, func(a, b thread.Evidence) int {
		return cmp.Or(
			strings.Compare(a.Table, b.Table),
			strings.Compare(a.RowKey, b.RowKey),
			strings.Compare(a.Variable, b.Variable),
			strings.Compare(a.Value, b.Value),
			compareSpans(a.Span, b.Span),
			strings.Compare(a.Rule, b.Rule),
			strings.Compare(a.Coder, b.Coder),
		)
	})
	return slices.Compact(evidence)
}
