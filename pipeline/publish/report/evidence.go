package report

import "strings"

const evidenceRows = `
SELECT e.*, m.seq, m.kind, m.dated_on, a.filename
FROM evidence e LEFT JOIN messages m USING (message_id) LEFT JOIN attachments a ON a.attachment_id = e.attachment_id
ORDER BY e.evidence_id`

// evidence groups the rows by the cell that they are kept for. Rows of a cell
// that point to the same place share a quote.
func (l *loader) evidence() error {
	rows, err := l.records(evidenceRows)
	if err != nil {
		return err
	}
	for _, r := range rows {
		variable := ""
		if r["table_name"] == "requests" || r["table_name"] == "monitoring_practice" {
			variable = r["variable"]
		}
		key := cellKey(r["request_id"], r["table_name"], r["row_key"], variable)
		place := strings.Join([]string{r["message_id"], r["attachment_id"], r["char_start"], r["char_end"]}, " ")
		q := find(l.quotes[key], place)
		if q == nil {
			q = &quote{Message: r["seq"], Kind: words(r["kind"]), Date: r["dated_on"], File: r["filename"],
				Start: r["char_start"], End: r["char_end"], Text: r["quote"], sourcePlace: place}
			l.quotes[key] = append(l.quotes[key], q)
		}
		q.Rows = append(q.Rows, evidence{ID: r["evidence_id"], Short: strings.TrimPrefix(r["evidence_id"], r["request_id"]+"/"),
			Said: said(r)})
	}
	return nil
}

// cellKey names a cell that has evidence. A row of answers or of facts counts
// as one cell; of the tables with one row a request each column does.
func cellKey(request, table, row, variable string) string {
	return strings.Join([]string{request, table, row, variable}, "\x00")
}

// said is the value that a row stands for; of an answer, which has more than
// one, with its name.
func said(r record) string {
	value := words(r["value"])
	if r["table_name"] == "answers" || r["table_name"] == "earlier_answers" || value == "" {
		return strings.TrimSuffix(words(r["variable"])+": "+value, ": ")
	}
	return value
}

func find(quotes []*quote, place string) *quote {
	for _, q := range quotes {
		if q.sourcePlace == place {
			return q
		}
	}
	return nil
}
