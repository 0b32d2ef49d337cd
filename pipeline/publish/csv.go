package publish

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"time"

	"roundrobin/schema"
)

// listDelimiter joins the items of a list in one cell. No item holds it: it may
// not stand unescaped in a web address.
const listDelimiter = "|"

// writeCSV mirrors every table as csv/<table>.csv: UTF-8, comma, LF, an empty
// cell for null.
func (r *Release) writeCSV() error {
	for _, t := range r.Tables {
		data, err := t.csv()
		if err != nil {
			return err
		}
		if err := r.writeFile("csv/"+t.Schema.Name+".csv", data); err != nil {
			return err
		}
	}
	return nil
}

func (t Table) csv() ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	record := make([]string, len(t.Schema.Fields))
	for i := range t.Schema.Fields {
		record[i] = t.Schema.Fields[i].Name
	}
	if err := w.Write(record); err != nil {
		return nil, err
	}
	for _, cells := range t.Cells {
		for i, v := range cells {
			record[i] = csvCell(v)
		}
		if err := w.Write(record); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// csvCell writes one cell. Text is made inert; numbers, among them negative
// ones, are no text.
func csvCell(v any) string {
	switch v := v.(type) {
	case string:
		return inert(v)
	case []string:
		return inert(strings.Join(v, listDelimiter))
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return ""
}

// inert keeps a spreadsheet from running a cell: text that starts with =, +, -,
// @, a tab or a carriage return gets an apostrophe in front (OWASP, "CSV
// Injection"). To undo it, drop an apostrophe that stands before one of these.
func inert(s string) string {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 {
		return "'" + s
	}
	return s
}

// csvField is a column of the mirror as the descriptor tells it. An empty list
// and null look the same there, so a list is never required.
type csvField struct {
	schema.Field
	Delimiter   string             `json:"delimiter,omitempty"`
	Constraints schema.Constraints `json:"constraints,omitzero"`
}

func csvFields(fields []schema.Field) []csvField {
	out := make([]csvField, len(fields))
	for i, f := range fields {
		out[i] = csvField{Field: f, Constraints: f.Constraints}
		if f.Type == schema.List {
			out[i].Delimiter = listDelimiter
			out[i].Constraints.Required = false
		}
	}
	return out
}
