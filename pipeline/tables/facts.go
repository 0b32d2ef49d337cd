package tables

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"roundrobin/pipeline/thread"
)

// byRules is the coder of what no person decided.
const byRules = "rules"

// keyed starts a row of a fact: its request and the body that was asked.
func keyed(r *Result, rest row) row {
	rest["request_id"] = r.Thread.RequestID
	rest["institution_id"] = r.Thread.Institution.ID
	return rest
}

func answerRows(r *Result) []row {
	var rows []row
	for _, a := range r.Coded.Answers {
		rows = append(rows, keyed(r, row{
			"question_id":   a.QuestionID,
			"disposition":   a.Disposition,
			"basis":         a.Basis,
			"polarity":      a.Polarity,
			"exemptions":    a.Exemptions,
			"refers_to":     a.RefersTo,
			"answer_text":   a.Text,
			"coder":         cmp.Or(a.Coder, byRules),
			"confidence":    a.Confidence,
			"needs_review":  len(a.Review) > 0,
			"review_reason": strings.Join(a.Review, "; "),
		}))
	}
	return rows
}

// practiceRows makes the row of one request from whatever variables the coder
// gives; one too many or too few breaks the schema.
func practiceRows(r *Result) []row {
	cells := row{}
	for name, v := range r.Coded.Practice {
		cells[name] = practiceValue(v)
		cells[name+"_status"] = v.Status
	}
	return []row{keyed(r, cells)}
}

// practiceValue is a list, a count (a code of digits), a code or null.
func practiceValue(v thread.Value) any {
	if v.List != nil {
		return v.List
	}
	if n, err := strconv.ParseInt(v.Code, 10, 64); err == nil {
		return n
	}
	if v.Code == "" {
		return nil
	}
	return v.Code
}

func softwareRows(r *Result) []row {
	var rows []row
	for _, s := range r.Coded.Software {
		rows = append(rows, keyed(r, row{
			"product":     s.Product,
			"use":         s.Use,
			"vendor":      s.Vendor,
			"category":    s.Category,
			"status":      s.Status,
			"question_id": s.QuestionID,
		}))
	}
	return rows
}

func retentionRows(r *Result) []row {
	var rows []row
	for i, p := range r.Coded.Retention {
		rows = append(rows, keyed(r, row{
			"seq":         i + 1,
			"period":      p.Period,
			"period_min":  p.PeriodMin,
			"months":      natural(p.Months),
			"kind":        p.Kind,
			"trigger":     p.Trigger,
			"scope":       p.Scope,
			"basis":       p.Basis,
			"period_text": p.Text,
			"question_id": p.QuestionID,
		}))
	}
	return rows
}

func documentRows(r *Result) []row {
	var rows []row
	for _, d := range r.Coded.Documents {
		rows = append(rows, keyed(r, row{
			"doc_type": d.Type,
			"status":   d.Status,
			"url":      d.URL,
			"filename": d.Filename,
		}))
	}
	return rows
}

func disclosureRows(r *Result) []row {
	var rows []row
	for i, d := range r.Coded.Disclosures {
		rows = append(rows, keyed(r, row{
			"seq":            i + 1,
			"recipient":      d.Recipient,
			"recipient_text": d.RecipientText,
			"count":          count(d.Count),
			"qualifier":      d.Count.Qualifier,
			"period_start":   d.Period.Start,
			"period_end":     d.Period.End,
			"period_text":    d.Period.Text,
		}))
	}
	return rows
}

func usageRows(r *Result) []row {
	var rows []row
	for i, u := range r.Coded.Usage {
		rows = append(rows, keyed(r, row{
			"seq":          i + 1,
			"period_start": u.Period.Start,
			"period_end":   u.Period.End,
			"count":        count(u.Count),
			"qualifier":    u.Count.Qualifier,
			"unit":         u.Unit,
		}))
	}
	return rows
}

func count(c thread.Count) any {
	if !c.Known {
		return nil
	}
	return c.N
}

// exemptionRows makes one row a question, law and section. Where several
// subsections are cited they share the row, which is applied if one of them is.
func exemptionRows(r *Result) []row {
	cited := map[string][]thread.Exemption{}
	for _, e := range r.Coded.Exemptions {
		key := e.QuestionID + "/" + e.Law + "/" + e.Section
		cited[key] = append(cited[key], e)
	}
	ids := evidenceIDs(r, "exemptions")
	var rows []row
	for _, key := range slices.Sorted(maps.Keys(cited)) {
		var subsections []string
		applied := "mentioned"
		for _, e := range cited[key] {
			if e.Subsection != "" {
				subsections = append(subsections, e.Subsection)
			}
			if e.Applied {
				applied = "applied"
			}
		}
		slices.Sort(subsections)
		rows = append(rows, keyed(r, row{
			"question_id": cited[key][0].QuestionID,
			"law":         cited[key][0].Law,
			"section":     cited[key][0].Section,
			"subsection":  strings.Join(slices.Compact(subsections), "; "),
			"applied":     applied,
			"evidence_id": ids[key],
		}))
	}
	return rows
}
