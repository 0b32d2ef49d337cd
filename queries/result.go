package queries

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// Result is what a query returned. A cell is as the driver gives it.
type Result struct {
	Columns []string
	Rows    [][]any
}

// Run runs one query. An SQL error shows the line and a caret.
func (db *DB) Run(ctx context.Context, query string) (*Result, error) {
	rows, err := db.sql.QueryContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("run query: %w", err)
	}
	defer rows.Close()
	var r Result
	if r.Columns, err = rows.Columns(); err != nil {
		return nil, fmt.Errorf("read columns: %w", err)
	}
	for rows.Next() {
		cells := make([]any, len(r.Columns))
		into := make([]any, len(cells))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, fmt.Errorf("read row: %w", err)
		}
		r.Rows = append(r.Rows, cells)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read rows: %w", err)
	}
	return &r, nil
}

// text writes a cell: a day as YYYY-MM-DD, a list joined by "; ", null as "".
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case time.Time:
		if v.Equal(v.Truncate(24 * time.Hour)) {
			return v.Format(time.DateOnly)
		}
		return v.Format(time.RFC3339)
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = text(item)
		}
		return strings.Join(items, "; ")
	default:
		return fmt.Sprint(v)
	}
}

// CSV writes a header and the rows. A text that a spreadsheet would take for a
// formula gets an apostrophe in front.
func (r *Result) CSV(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(r.Columns); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	for _, row := range r.Rows {
		record := make([]string, len(row))
		for i, v := range row {
			record[i] = text(v)
			if _, ok := v.(string); ok && strings.IndexAny(record[i], "=+-@\t\r") == 0 {
				record[i] = "'" + record[i]
			}
		}
		if err := out.Write(record); err != nil {
			return fmt.Errorf("write csv: %w", err)
		}
	}
	out.Flush()
	return out.Error()
}

// JSON writes an array of objects, one a line, with the columns in order.
func (r *Result) JSON(w io.Writer) error {
	var b strings.Builder
	b.WriteString("[")
	for i, row := range r.Rows {
		b.WriteString(map[bool]string{true: "\n{", false: ",\n{"}[i == 0])
		for j, v := range row {
			if j > 0 {
				b.WriteString(", ")
			}
			name, _ := json.Marshal(r.Columns[j])
			value, err := json.Marshal(jsonValue(v))
			if err != nil {
				return fmt.Errorf("write json: %w", err)
			}
			fmt.Fprintf(&b, "%s: %s", name, value)
		}
		b.WriteString("}")
	}
	b.WriteString("\n]\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// jsonValue keeps numbers, truth values, nulls and lists of them; a day and
// all else is text.
func jsonValue(v any) any {
	switch v := v.(type) {
	case nil, string, bool, int8, int16, int32, int64, float32, float64:
		return v
	case []any:
		items := make([]any, len(v))
		for i, item := range v {
			items[i] = jsonValue(item)
		}
		return items
	case interface{ Float64() float64 }: // a DECIMAL
		return json.Number(text(v))
	default:
		return text(v)
	}
}
