package report

import (
	"crypto/sha256"
	"encoding/base32"
	"slices"
	"strings"
)

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
			q = &quote{letter: letter{Message: r["seq"], Kind: words(r["kind"]), Date: r["dated_on"], File: r["filename"]},
				Start: r["char_start"], End: r["char_end"], Text: r["quote"], sourcePlace: place}
			l.quotes[key] = append(l.quotes[key], q)
		}
		e := evidence{ID: lasting(r), Short: strings.TrimPrefix(r["evidence_id"], r["request_id"]+"/"), Said: said(r)}
		if !slices.ContainsFunc(q.Rows, func(has evidence) bool { return has.ID == e.ID }) { // two rules may say the same
			q.Rows = append(q.Rows, e)
		}
	}
	return nil
}

// cellKey names a cell that has evidence. A row of answers or of facts counts
// as one cell; of the tables with one row a request each column does.
func cellKey(request, table, row, variable string) string {
	return strings.Join([]string{request, table, row, variable}, "\x00")
}

// lasting is the address of a row of evidence, made of what it says and of
// where. The number of a row moves when a rule finds one more; this address leads
// to the same words for the same code in any later report, or nowhere.
func lasting(r record) string {
	h := sha256.New()
	for _, c := range []string{"request_id", "table_name", "row_key", "variable", "value", "message_id", "attachment_id", "char_start", "char_end"} {
		h.Write([]byte(r[c] + "\x00"))
	}
	return "e-" + strings.ToLower(base32.StdEncoding.EncodeToString(h.Sum(nil)[:5]))
}

// said is what a row stands for: of an answer, whose codes stand above the words,
// which of them; else the value.
func said(r record) string {
	if r["table_name"] == "answers" || r["table_name"] == "earlier_answers" || r["value"] == "" {
		return words(r["variable"])
	}
	return words(r["value"])
}

func find(quotes []*quote, place string) *quote {
	for _, q := range quotes {
		if q.sourcePlace == place {
			return q
		}
	}
	return nil
}
