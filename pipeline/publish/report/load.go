package report

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"roundrobin/queries"
	"roundrobin/schema"
)

// record is a row of a table by column, as text; null is "".
type record map[string]string

// loader reads a build. The tables are small beside the replies they come
// from, so each is read once as a whole.
type loader struct {
	ctx      context.Context
	db       *queries.DB
	data     *data
	requests map[string]*request
	quotes   map[string][]*quote // by cellKey
	decided  map[string][]string // what people decided, by cellKey
}

func load(ctx context.Context, in Input) (*data, error) {
	l := &loader{ctx: ctx, db: in.Build, requests: map[string]*request{}, quotes: map[string][]*quote{}, decided: map[string][]string{},
		data: &data{Codebook: in.Codebook, Version: in.Version, Ask: in.Engine != ""}}
	figures, err := loadFigures(ctx, in.Build)
	if err != nil {
		return nil, err
	}
	l.data.Figures = figures
	written, err := schema.Tables()
	if err != nil {
		return nil, err
	}
	derived, err := in.Build.Derived(ctx)
	if err != nil {
		return nil, err
	}
	l.data.Tables = slices.Concat(written, derived)
	for _, step := range []func() error{l.institutions, l.evidence, l.decisions, l.requestRows, l.answers, l.earlierAnswers, l.practice, l.factTables} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return l.data, nil
}

func (l *loader) records(sql string) ([]record, error) {
	r, err := l.db.Run(l.ctx, sql)
	if err != nil {
		return nil, err
	}
	out := make([]record, len(r.Rows))
	for i, row := range r.Rows {
		out[i] = record{}
		for j, v := range row {
			out[i][r.Columns[j]] = show(v)
		}
	}
	return out, nil
}

func (l *loader) institutions() error {
	rows, err := l.records("FROM institutions ORDER BY lower(name), institution_id")
	for _, r := range rows {
		l.data.Sample = l.data.Sample || r["is_sample"] == "true"
		l.data.Institutions = append(l.data.Institutions, &institution{ID: r["institution_id"], Name: r["name"],
			Nation: words(r["nation"]), Region: r["region"], MissionGroup: strings.ReplaceAll(r["mission_group"], "|", ", ")})
	}
	return err
}

// requestColumns are shown of a request, as far as they have a value.
var requestColumns = []struct{ name, label string }{
	{"sent_on", "Sent"}, {"acknowledged_on", "Acknowledged"}, {"due_on", "Due by law"}, {"responded_on", "Replied"},
	{"working_days", "Working days"}, {"timeliness", "Timeliness"}, {"law", "Law"}, {"foi_reference", "Reference of the body"},
}

func (l *loader) requestRows() error {
	rows, err := l.records("FROM requests ORDER BY request_id")
	if err != nil {
		return err
	}
	byID := map[string]*institution{}
	for _, i := range l.data.Institutions {
		byID[i.ID] = i
	}
	for _, r := range rows {
		q := &request{ID: r["request_id"], Reference: r["foi_reference"], URL: r["source_url"]}
		if q.Outcome, err = outcomeOf(r["outcome"]); err != nil {
			return err
		}
		for _, c := range requestColumns {
			f := fact{Label: c.label, Value: r[c.name], Quotes: l.quotes[cellKey(q.ID, "requests", "", c.name)]}
			if c.name == "law" {
				f.Value = strings.ToUpper(f.Value)
			}
			if f.Value != "" {
				q.Facts = append(q.Facts, f)
			}
		}
		l.requests[q.ID] = q
		if i := byID[r["institution_id"]]; i != nil {
			if len(i.Requests) > 0 {
				q.Prefix = fmt.Sprintf("%d-", len(i.Requests)+1)
			}
			i.Requests = append(i.Requests, q)
		}
	}
	return nil
}

func (l *loader) practice() error {
	rows, err := l.records("SELECT p.*, label FROM practice p JOIN variables USING (variable) ORDER BY request_id, position")
	if err != nil {
		return err
	}
	for _, r := range rows {
		q := l.requests[r["request_id"]]
		c := &cell{ID: q.Prefix + r["variable"], Key: r["variable"], Label: r["label"], Quotes: l.quotes[cellKey(q.ID, "monitoring_practice", "", r["variable"])]}
		if c.Status, err = statusOf(r["status"]); err != nil {
			return err
		}
		if r["items"] != "" {
			c.Values = strings.Split(words(r["items"]), "; ")
		}
		c.Notes = l.decided[cellKey(q.ID, "monitoring_practice", "", c.Key)]
		c.From = l.origin(q, c)
		q.Practice = append(q.Practice, c)
	}
	return nil
}

// origin is the answer whose disposition explains why a variable has no value.
func (l *loader) origin(q *request, c *cell) *cell {
	for _, v := range l.data.Codebook.Variables {
		if v.Name != c.Key {
			continue
		}
		for _, a := range q.Answers {
			if a.Key == v.From && a.Status == c.Status && len(a.Quotes) > 0 && len(c.Quotes) == 0 {
				return a
			}
		}
	}
	return nil
}

func (l *loader) answers() error {
	rows, err := l.records("SELECT a.*, label FROM answers a JOIN questions USING (question_id) ORDER BY request_id, position")
	if err != nil {
		return err
	}
	for _, r := range rows {
		q := l.requests[r["request_id"]]
		c, err := l.answer(r, "answers")
		if err != nil {
			return err
		}
		c.ID, c.Label = q.Prefix+c.Key, r["label"]
		c.Notes = append(notes(r), l.decided[cellKey(q.ID, "answers", c.Key, "")]...)
		q.Answers = append(q.Answers, c)
	}
	return nil
}

// answer makes a cell of a row of answers, or of another table with its columns.
func (l *loader) answer(r record, table string) (*cell, error) {
	c := &cell{Key: r["question_id"], grounds: r["exemptions"], Quotes: l.quotes[cellKey(r["request_id"], table, r["question_id"], "")]}
	if r["polarity"] != "" {
		c.Values = []string{r["polarity"]}
	}
	var err error
	c.Status, err = statusOf(r["disposition"])
	return c, err
}

// earlierAnswers puts beside an answer what the first reply alone had said.
func (l *loader) earlierAnswers() error {
	rows, err := l.records("FROM earlier_answers ORDER BY request_id, question_id")
	if err != nil {
		return err
	}
	for _, r := range rows {
		before, err := l.answer(r, "earlier_answers")
		if err != nil {
			return err
		}
		if before.grounds != "" {
			before.Notes = []string{"grounds cited: " + before.grounds}
		}
		for _, c := range l.requests[r["request_id"]].Answers {
			if c.Key == r["question_id"] {
				c.Before = before
			}
		}
	}
	return nil
}

// decisions keeps what people decided for the cells that they decided on.
func (l *loader) decisions() error {
	rows, err := l.records("FROM decisions ORDER BY decision_id")
	if err != nil {
		return err
	}
	for _, r := range rows {
		key := cellKey(r["request_id"], r["table_name"], r["question_id"], "")
		if r["question_id"] == "" {
			key = cellKey(r["request_id"], r["table_name"], "", r["variable"])
		}
		rules := "as the rules had it"
		if r["rules_code"] != r["person_code"] {
			rules = "where the rules had " + cmp.Or(words(r["rules_code"]), "none")
		}
		l.decided[key] = append(l.decided[key], fmt.Sprintf("%s decided by a person on %s, %s: %s", words(r["variable"]), r["decided_on"], rules, r["reason"]))
	}
	return nil
}

// notes are the grounds cited and what a reader should beware of.
func notes(r record) []string {
	var out []string
	if r["exemptions"] != "" {
		out = append(out, "grounds cited: "+r["exemptions"])
	}
	if r["refers_to"] != "" {
		out = append(out, "refers to: "+r["refers_to"])
	}
	if r["needs_review"] == "true" {
		out = append(out, "a person should look at this: "+r["review_reason"])
	}
	if r["coder"] == "manual" {
		out = append(out, "coded by a person")
	}
	return out
}

// coded are the tables that have a form of their own on the pages.
var coded = map[string]bool{"requests": true, "answers": true, "earlier_answers": true, "monitoring_practice": true}

// factTables reads the other tables that evidence is kept for.
func (l *loader) factTables() error {
	all, err := schema.Tables()
	if err != nil {
		return err
	}
	var named []string
	for i := range all {
		if all[i].Name == "evidence" {
			named = all[i].Field("table_name").Codes()
		}
	}
	for _, name := range named {
		for i := range all {
			if all[i].Name == name && !coded[name] {
				if err := l.factTable(&all[i]); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// ofOtherTables are columns that repeat the page or its addresses.
var ofOtherTables = map[string]bool{"request_id": true, "institution_id": true, "seq": true, "evidence_id": true}

func (l *loader) factTable(t *schema.Table) error {
	rows, err := l.records("FROM " + t.Name + " ORDER BY " + strings.Join(t.PrimaryKey, ", "))
	if err != nil {
		return err
	}
	var columns []schema.Field
	var heads []string
	for _, f := range t.Fields {
		if !ofOtherTables[f.Name] {
			columns, heads = append(columns, f), append(heads, f.Name)
		}
	}
	for _, r := range rows {
		q := l.requests[r["request_id"]]
		if n := len(q.Tables); n == 0 || q.Tables[n-1].Title != t.Title {
			q.Tables = append(q.Tables, &factTable{Title: t.Title, Columns: heads})
		}
		var key []string
		for _, c := range t.RowKey() {
			key = append(key, r[c])
		}
		row := factRow{Quotes: l.quotes[cellKey(q.ID, t.Name, strings.Join(key, "/"), "")]}
		for _, c := range columns {
			row.Cells = append(row.Cells, l.data.inWords(&c, r[c.Name]))
		}
		last := q.Tables[len(q.Tables)-1]
		last.add(row)
	}
	return nil
}

// inWords writes a fact for people: codes and periods as words, texts as they are.
func (d *data) inWords(f *schema.Field, value string) string {
	switch {
	case len(f.Codes()) > 0:
		return d.name(f.Name, value)
	case f.Name == "period" || f.Name == "period_min":
		return period(value)
	}
	return value
}
