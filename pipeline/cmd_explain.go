package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"regexp"
	"strings"

	"roundrobin/queries"
)

var explainCommand = command{
	name: "explain", args: "REQUEST [QUESTION|VARIABLE|TABLE]", short: "show the words and rules that the codes of a request rest on",
	example: "roundrobin explain --out data/build higher_education_data_social_med_ardenmoor q5\n  roundrobin explain higher_education_data_social_med_ardenmoor software_used",
	flags:   buildFlags,
	run:     explain,
}

// plainID is what an id may look like; nothing in it can end an SQL text.
var plainID = regexp.MustCompile(`^[\pL\pN_.-]+$`)

func explain(ctx context.Context, s *session, args []string) error {
	if len(args) < 1 || len(args) > 2 {
		return usageError{fmt.Errorf("explain takes a request and perhaps a question, a variable or a table, got %d arguments", len(args))}
	}
	for _, a := range args {
		if !plainID.MatchString(a) {
			return usageError{fmt.Errorf("%q is no id", a)}
		}
	}
	request, question := args[0], strings.Join(args[1:], "")
	return s.withBuild(ctx, func(db *queries.DB) error { return explainRequest(ctx, db, request, question, s.stdout) })
}

const answersOf = `
SELECT a.question_id, q.label, a.disposition, a.basis, a.polarity, a.coder, round(a.confidence, 2), a.review_reason
FROM answers a LEFT JOIN questions q USING (question_id)
WHERE a.request_id = '%s' AND a.question_id = coalesce(nullif('%s', ''), a.question_id) ORDER BY q.position, a.question_id`

const evidenceOf = `
SELECT table_name || CASE WHEN row_key IS NULL THEN '' ELSE ' ' || row_key END || ' ' || variable || ' = ' || coalesce(value, ''),
	rule, coalesce(attachment_id, message_id), char_start, char_end, quote
FROM evidence WHERE request_id = '%s' AND %s ORDER BY evidence_id`

// explainRequest prints the answer to a question, or for "" to each, with its
// evidence; behind all answers the evidence of all other tables.
func explainRequest(ctx context.Context, db *queries.DB, request, question string, w io.Writer) error {
	answers, err := db.Run(ctx, fmt.Sprintf(answersOf, request, question))
	if err != nil {
		return err
	}
	if len(answers.Rows) == 0 {
		return explainVariable(ctx, db, request, question, w)
	}
	for _, a := range answers.Rows {
		fmt.Fprintf(w, "%s  %s\n  %s (%s)%s, %s, confidence %v%s\n", a[0], shown(a[1]), a[2], a[3],
			labelled(", polarity ", a[4]), a[5], a[6], labelled("; review: ", a[7]))
		if err := printPassages(ctx, db, request, fmt.Sprint(a[0]), w); err != nil {
			return err
		}
		cells := fmt.Sprintf("(table_name = 'answers' AND row_key = '%s' OR table_name = 'exemptions' AND starts_with(row_key, '%[1]s/'))", a[0])
		if err := printEvidence(ctx, db, request, cells, w); err != nil {
			return err
		}
	}
	if question != "" {
		return nil
	}
	fmt.Fprintln(w, "other tables")
	return printEvidence(ctx, db, request, "table_name NOT IN ('answers', 'exemptions')", w)
}

const passagesOf = `
SELECT role, coalesce(attachment_id, message_id), char_start, char_end, text
FROM passages WHERE request_id = '%s' AND list_contains(question_ids, '%s') ORDER BY passage_id`

// printPassages prints where a question is restated or answered, by role.
func printPassages(ctx context.Context, db *queries.DB, request, question string, w io.Writer) error {
	r, err := db.Run(ctx, fmt.Sprintf(passagesOf, request, question))
	if err != nil {
		return err
	}
	for _, p := range r.Rows {
		fmt.Fprintf(w, "    %-17s %s[%v:%v] %s\n", shown(p[0]), shown(p[1]), p[2], p[3], clipped(strings.Join(strings.Fields(shown(p[4])), " ")))
	}
	return nil
}

// maxShown is how much of a passage is printed, in characters; its place says
// where the rest stands.
const maxShown = 160

func clipped(s string) string {
	if r := []rune(s); len(r) > maxShown {
		return string(r[:maxShown]) + "…"
	}
	return s
}

const variableOf = `SELECT array_to_string(items, ', '), status FROM practice WHERE request_id = '%s' AND variable = '%s'`

// explainVariable prints the value of a practice variable, or the rows of a
// table of facts, with the words they rest on.
func explainVariable(ctx context.Context, db *queries.DB, request, name string, w io.Writer) error {
	values, err := db.Run(ctx, fmt.Sprintf(variableOf, request, name))
	if err != nil {
		return err
	}
	for _, v := range values.Rows {
		fmt.Fprintf(w, "%s = %s (%s)\n", name, cmp.Or(shown(v[0]), "null"), shown(v[1]))
	}
	found, err := db.Run(ctx, fmt.Sprintf("SELECT 1 FROM evidence WHERE request_id = '%s' AND (table_name = '%[2]s' OR variable = '%[2]s') LIMIT 1", request, name))
	if err != nil {
		return err
	}
	if len(values.Rows)+len(found.Rows) == 0 {
		return usageError{fmt.Errorf("the build has no request %s, or %q is neither a question nor a variable nor a table of it", request, name)}
	}
	return printEvidence(ctx, db, request, fmt.Sprintf("(table_name = '%[1]s' OR variable = '%[1]s')", name), w)
}

func printEvidence(ctx context.Context, db *queries.DB, request, where string, w io.Writer) error {
	r, err := db.Run(ctx, fmt.Sprintf(evidenceOf, request, where))
	if err != nil {
		return err
	}
	for _, e := range r.Rows {
		quote := strings.Join(strings.Fields(shown(e[5])), " ")
		fmt.Fprintf(w, "    %s  [rule %s]\n      %s[%v:%v] “%s”\n", e[0], shown(e[1]), shown(e[2]), e[3], e[4], quote)
	}
	return nil
}

func shown(v any) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}

// labelled is a value behind its label, nothing for null.
func labelled(label string, v any) string {
	if v == nil {
		return ""
	}
	return label + fmt.Sprint(v)
}
