package tables

import (
	"fmt"

	"roundrobin/pipeline/thread"
)

// institutionRows makes one row a body. Two threads that describe the same
// body differently are a problem; the first request's description stands.
func institutionRows(results []Result) (rows []row, conflicts []thread.Problem) {
	seen := map[string]thread.Institution{}
	for _, r := range results {
		in := r.Thread.Institution
		first, ok := seen[in.ID]
		if ok {
			if first != in {
				conflicts = append(conflicts, institutionConflict(r.Thread, first))
			}
			continue
		}
		seen[in.ID] = in
		rows = append(rows, row{
			"institution_id": in.ID,
			"name":           in.Name,
			"ukprn":          in.UKPRN,
			"nation":         in.Nation,
			"region":         in.Region,
			"mission_group":  in.MissionGroup,
			"wdtk_body":      in.WDTKBody,
			"is_sample":      in.Sample,
		})
	}
	return rows, conflicts
}

func institutionConflict(t *thread.Thread, first thread.Institution) thread.Problem {
	return thread.Problem{
		RequestID:  t.RequestID,
		SourcePath: t.Source.Path,
		Kind:       "institution_conflict",
		Severity:   "warning",
		Detail:     fmt.Sprintf("describes institution %s unlike an earlier request (%q, %q)", first.ID, first.Name, t.Institution.Name),
	}
}
