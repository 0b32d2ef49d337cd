package main

import (
	"context"
	"fmt"
	"io"
	"regexp"
	"strings"

	"roundrobin/queries"
)

var explainCommand = command{
	name: "explain", args: "REQUEST [QUESTION]", short: "show the words and rules that the codes of a request rest on",
	example: "roundrobin explain --out data/build higher_education_data_social_med_ardenmoor q5",
	flags:   buildFlags,
	run:     explain,
}

// plainID is what an id may look like; nothing in it can end an SQL text.
var plainID = regexp.MustCompile(`^[\pL\pN_.-]+$`)

func explain(ctx context.Context, s *session, args []string) error {
	if len(args) < 1 || len(args) > 2 {
		return usageError{fmt.Errorf("explain takes a request and perhaps a question, got %d arguments", len(args))}
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
		return usageError{fmt.Errorf("the build has no answer of request %s %s", request, question)}
	}
	for _, a := range answers.Rows {
		fmt.Fprintf(w, "%s  %s\n  %s (%s)%s, %s, confidence %v%s\n", a[0], shown(a[1]), a[2], a[3],
			labelled(", polarity ", a[4]), a[5], a[6], labelled("; review: ", a[7]))
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
