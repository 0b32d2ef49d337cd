package tables

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// problemRows numbers the problems in order of request, place and kind.
func problemRows(problems []thread.Problem) []row {
	problems = slices.Clone(problems)
	slices.SortFunc(problems, func(a, b thread.Problem) int {
		return cmp.Or(
			strings.Compare(a.RequestID, b.RequestID),
			strings.Compare(a.SourcePath, b.SourcePath),
			strings.Compare(a.Locator, b.Locator),
			strings.Compare(a.Kind, b.Kind),
			strings.Compare(a.Severity, b.Severity),
			strings.Compare(a.Detail, b.Detail),
		)
	})
	var rows []row
	for i, p := range problems {
		rows = append(rows, row{
			"problem_id":  fmt.Sprintf("p%06d", i+1),
			"request_id":  p.RequestID,
			"source_path": p.SourcePath,
			"locator":     p.Locator,
			"kind":        p.Kind,
			"severity":    p.Severity,
			"detail":      p.Detail,
		})
	}
	return rows
}
