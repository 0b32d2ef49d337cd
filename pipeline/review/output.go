package review

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"roundrobin/schema"
)

// output is a build: its codes, what they rest on and how sure they are.
type output struct {
	codes
	answers  map[place]answer // by place of the disposition
	evidence evidence
}

// answer is what a row of answers says of itself.
type answer struct {
	confidence  float64
	needsReview bool
	text        string
}

// coded are the tables with codes of a request, requests first.
var coded = []string{"requests", "answers", "monitoring_practice", "software_used", "retention_periods", "documents", "disclosures", "usage"}

func readOutput(ctx context.Context, db DB, tables []schema.Table, fields []field) (*output, error) {
	out := &output{codes: *newCodes(), answers: map[place]answer{}}
	bodies, err := institutions(ctx, db, tables)
	if err != nil {
		return nil, err
	}
	for _, name := range coded {
		records, err := readTable(ctx, db, tableNamed(tables, name))
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			request := r["request_id"][0]
			switch name {
			case "requests":
				out.openRequest(fields, request, bodies[r["institution_id"][0]])
			case "answers":
				if err := out.addAnswer(request, r); err != nil {
					return nil, err
				}
			}
			out.add(fields, request, name, r)
		}
	}
	out.evidence, err = readEvidence(ctx, db, tableNamed(tables, "evidence"))
	return out, err
}

func institutions(ctx context.Context, db DB, tables []schema.Table) (map[string]record, error) {
	records, err := readTable(ctx, db, tableNamed(tables, "institutions"))
	if err != nil {
		return nil, err
	}
	bodies := map[string]record{}
	for _, r := range records {
		bodies[r["institution_id"][0]] = r
	}
	return bodies, nil
}

func (out *output) openRequest(fields []field, request string, body record) {
	out.requests = append(out.requests, request)
	for _, name := range coded {
		out.open(fields, request, name)
	}
	if body != nil {
		out.add(fields, request, "institutions", body)
	}
}

func (out *output) addAnswer(request string, r record) error {
	confidence, err := strconv.ParseFloat(strings.Join(r["confidence"], ""), 64)
	if err != nil {
		return fmt.Errorf("read answers of %s: confidence: %w", request, err)
	}
	p := place{request, "answers", "disposition", strings.Join(r["question_id"], "")}
	out.answers[p] = answer{confidence, strings.Join(r["needs_review"], "") == "true", strings.Join(r["answer_text"], "")}
	return nil
}

// missing lists the requests of the gold that the build lacks.
func (out *output) missing(gold *codes) []string {
	missing := []string{}
	for _, id := range gold.requests {
		if !slices.Contains(out.requests, id) {
			missing = append(missing, id)
		}
	}
	return missing
}

// readTable reads all rows of a table, in order of its key.
func readTable(ctx context.Context, db DB, t *schema.Table) ([]record, error) {
	columns := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		columns[i] = quoteName(f.Name)
	}
	order := make([]string, len(t.PrimaryKey))
	for i, k := range t.PrimaryKey {
		order[i] = quoteName(k)
	}
	sql := fmt.Sprintf("SELECT %s FROM %s ORDER BY %s", strings.Join(columns, ", "), quoteName(t.Name), strings.Join(order, ", "))
	result, err := db.Run(ctx, sql)
	if err != nil {
		return nil, fmt.Errorf("read table %s: %w", t.Name, err)
	}
	records := make([]record, 0, len(result.Rows))
	for _, row := range result.Rows {
		r := record{}
		for i, f := range t.Fields {
			r[f.Name] = neutral(row[i])
		}
		records = append(records, r)
	}
	return records, nil
}

func quoteName(name string) string { return `"` + name + `"` }

// neutral writes a cell as the texts of a record.
func neutral(v any) []string {
	switch v := v.(type) {
	case nil:
		return []string{}
	case string:
		return []string{v}
	case time.Time:
		return []string{v.Format(time.DateOnly)}
	case []string:
		return v
	case []any:
		out := make([]string, len(v))
		for i, item := range v {
			out[i] = fmt.Sprint(item)
		}
		return out
	}
	return []string{fmt.Sprint(v)}
}
