package tables

import "path"

// earlierRows are the answers as they were before a further reply.
func earlierRows(r *Result) []row {
	var rows []row
	for _, a := range r.Earlier {
		rows = append(rows, keyed(r, row{
			"question_id": a.QuestionID,
			"disposition": a.Disposition,
			"basis":       a.Basis,
			"polarity":    a.Polarity,
			"exemptions":  a.Exemptions,
		}))
	}
	return rows
}

func decisionRows(r *Result) []row {
	var rows []row
	for _, d := range r.Decisions {
		table := "answers"
		if d.Question == "" {
			table = "monitoring_practice"
		}
		rows = append(rows, keyed(r, row{
			"decision_id": path.Join(r.Thread.RequestID, d.Question, d.Column),
			"table_name":  table,
			"question_id": d.Question,
			"variable":    d.Column,
			"rules_code":  d.Rules,
			"person_code": d.Person,
			"decided_on":  d.On,
			"reason":      d.Reason,
		}))
	}
	return rows
}
