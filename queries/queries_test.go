package queries_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"roundrobin/pipeline/tables"
	"roundrobin/pipeline/thread"
	"roundrobin/queries"
)

func open(t *testing.T, b *build) *queries.DB {
	t.Helper()
	db, err := queries.Open(b.out, b.cb)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestChecksPass(t *testing.T) {
	db := open(t, newBuild(t).write(t))
	var out bytes.Buffer
	errors, warnings, err := db.RunChecks(context.Background(), &out)
	if err != nil {
		t.Fatal(err)
	}
	if errors+warnings > 0 {
		t.Error(out.String())
	}
}

func TestChecksFindFaults(t *testing.T) {
	for _, c := range []struct {
		check string
		plant func(*build)
	}{
		{"sent_is_sum_of_dispositions", func(b *build) { b.results[2].Coded.Answers = b.results[2].Coded.Answers[1:] }},
		{"every_leaf_has_its_answer", func(b *build) { b.results[2].Coded.Answers[0].QuestionID = "q99" }},
		{"stated_answer_has_evidence", func(b *build) { b.results[1].Coded.Evidence = b.results[1].Coded.Evidence[1:] }},
		{"stated_practice_has_evidence", func(b *build) {
			b.results[0].Coded.Practice["covert"] = thread.Value{Code: "no", Status: "stated"}
		}},
		{"practice_value_where_stated", func(b *build) { b.results[0].Coded.Practice["covert"] = thread.Value{Code: "no", Status: "refused"} }},
		{"fact_has_evidence", func(b *build) {
			b.results[0].Coded.Documents = []thread.Document{{Type: "dpia", Status: "provided"}}
		}},
		{"software_used_evidence_cell", func(b *build) { b.results[0].Coded.Software[0].Product = "Brandwatch" }},
		{"answers_evidence_cell", func(b *build) { b.results[1].Coded.Evidence[0].Variable = "mood" }},
		{"earlier_answers_where_replied_again", func(b *build) { earlier(&b.results[0]) }},
		{"earlier_answers_where_replied_again", func(b *build) { replyAgain(&b.results[0]) }},
		{"stated_answer_has_evidence", func(b *build) { replyAgain(&b.results[1]); earlier(&b.results[1]) }},
		{"basis_fits_disposition", func(b *build) {
			replyAgain(&b.results[0])
			earlier(&b.results[0])
			b.results[0].Earlier[0].Basis = "routed"
		}},
		{"earlier_evidence_is_early", func(b *build) {
			r := &b.results[0]
			replyAgain(r)
			earlier(r)
			cite(r, thread.Body(2), "this", "earlier_answers", r.Earlier[0].QuestionID, "disposition")
		}},
		{"decision_is_applied", func(b *build) { b.results[0].Decisions = []tables.Decision{decided("covert", "no", "yes")} }},
		{"decision_is_applied", func(b *build) {
			b.results[1].Decisions = []tables.Decision{{Question: "q1", Column: "disposition", Rules: "answered", Person: "refused", On: day(7, 1), Reason: "x"}}
		}},
		{"decisions_request_id_question_id_reference", func(b *build) {
			b.results[1].Decisions = []tables.Decision{{Question: "q99", Column: "disposition", Person: "refused", On: day(7, 1), Reason: "x"}}
		}},
		{"basis_fits_disposition", func(b *build) { b.results[2].Coded.Answers[0].Basis = "stated" }},
		{"routing_fits_parent", func(b *build) {
			b.results[1].Coded.Answers[2].Disposition, b.results[1].Coded.Answers[2].Basis = "not_applicable", "routed"
		}},
		{"polarity_on_yes_no_questions", func(b *build) { b.results[1].Coded.Answers[0].Polarity = "no" }},
		{"no_response_throughout", func(b *build) { b.results[2].Coded.Request.Outcome = "answered" }},
		{"refusal_cites_its_ground", func(b *build) { b.results[1].Coded.Answers[0].Exemptions = nil }},
		{"exemptions_are_in_both_tables", func(b *build) { b.results[1].Coded.Exemptions = b.results[1].Coded.Exemptions[1:] }},
		{"dates_in_order", func(b *build) { b.results[0].Coded.Request.SentOn = day(6, 25) }},
		{"messages_in_order", func(b *build) { b.results[0].Thread.Messages[1].Date = day(5, 1) }},
		{"timeliness_fits_dates", func(b *build) { b.results[1].Coded.Request.Timeliness = "on_time" }},
		{"deadline_recomputed", func(b *build) { b.results[0].Coded.Request.DueOn = day(6, 30) }},
		{"deadline_recomputed", func(b *build) { b.results[1].Coded.Request.WorkingDays = 21 }},
		{"retention_fits_kind", func(b *build) { b.results[0].Coded.Retention[0].PeriodMin = "P1Y" }},
		{"passages_do_not_overlap", func(b *build) { b.results[0].Passages = append(b.results[0].Passages, b.results[0].Passages[0]) }},
		{"quote_can_be_looked_up", func(b *build) { b.results[0].Passages = b.results[0].Passages[:1] }},
		{"no_private_addresses", func(b *build) { b.results[0].Thread.Messages[0].Text = "Write to jo.bloggs@example.org." }},
		{"no_private_addresses", func(b *build) { b.results[0].Coded.Retention[0].Text = "ring 07700 900123" }},
	} {
		t.Run(c.check, func(t *testing.T) {
			b := newBuild(t)
			c.plant(b)
			if offending(t, open(t, b.write(t)), c.check) == 0 {
				t.Error("check finds nothing")
			}
		})
	}
}

// TestNamesAreFound plants a signature in texts that are published.
func TestNamesAreFound(t *testing.T) {
	for _, c := range []struct {
		name  string
		plant func(*build)
		found int
	}{
		{"nothing", func(*build) {}, 0},
		{"signature", func(b *build) { b.results[1].Thread.Messages[1].Text += "\nOrla Quillfeather\nOfficer" }, 1},
		{"broken line", func(b *build) { b.results[1].Thread.Messages[1].Text += "\nask Orla\n  Quillfeather." }, 1},
		{"capitals", func(b *build) { b.results[1].Thread.Messages[1].Text += " ORLA QUILLFEATHER" }, 1},
		{"longer words", func(b *build) { b.results[1].Thread.Messages[1].Text += " Orla Quillfeathers" }, 0},
		{"another's letter", func(b *build) { b.results[0].Thread.Messages[1].Text += "\nOrla Quillfeather" }, 0},
		{"path of the source", func(b *build) { b.results[1].Thread.Source.Path = "Orla Quillfeather.txt" }, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBuild(t)
			c.plant(b)
			db := open(t, b.write(t))
			if n := offending(t, db, "no_signed_names"); n != 0 {
				t.Errorf("%d rows without any name to look for", n)
			}
			if err := db.SignedBy(context.Background(), "stern", []string{"Orla Quillfeather"}); err != nil {
				t.Fatal(err)
			}
			if n := offending(t, db, "no_signed_names"); n != c.found {
				t.Errorf("%d rows, want %d", n, c.found)
			}
		})
	}
}

// TestCalendarOfTheCheck compares the bank holidays that the deadline check finds
// by rule with those of the reference, which the build counts with.
func TestCalendarOfTheCheck(t *testing.T) {
	checks, err := queries.Checks()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(checks, func(c queries.Check) bool { return c.Name == "deadline_recomputed" })
	calendar, _, found := strings.Cut(checks[i].SQL, "), calendar AS")
	if !found {
		t.Fatal("the check has no calendar")
	}
	db := open(t, newBuild(t).write(t))
	r, err := db.Run(context.Background(), calendar+`), listed AS (
		SELECT date::DATE AS day, foisa_nonworking::BOOLEAN AS scottish FROM read_csv('../data/reference/nonworking_days.csv')
		WHERE isodow(date::DATE) < 6
	) SELECT day, closed.scottish, listed.scottish FROM (FROM closed WHERE isodow(day) < 6 AND day BETWEEN (SELECT min(day) FROM listed) AND (SELECT max(day) FROM listed)) AS closed
		FULL JOIN listed USING (day) WHERE closed.scottish IS DISTINCT FROM listed.scottish ORDER BY day`)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range r.Rows {
		t.Errorf("calendar differs: %v", row)
	}
}

// TestChecksFindSpoiltTables puts other rows in place of a table, such as its
// writer would not make.
func TestChecksFindSpoiltTables(t *testing.T) {
	b := newBuild(t).write(t)
	db := open(t, b)
	for _, c := range []struct{ check, table, query string }{
		{"answers_primary_key", "answers", "FROM answers UNION ALL FROM answers"},
		{"answers_codes", "answers", "SELECT * REPLACE ('maybe' AS disposition) FROM answers"},
		{"monitoring_practice_codes", "monitoring_practice", "SELECT * REPLACE (['myspace'] AS platforms) FROM monitoring_practice"},
		{"requests_required", "requests", "SELECT * REPLACE (NULL AS outcome) FROM requests"},
		{"requests_institution_id_reference", "institutions", "FROM institutions WHERE false"},
		{"quote_stands_in_message", "messages", "SELECT * REPLACE (' ' || text AS text) FROM messages"},
		{"passage_stands_in_message", "messages", "SELECT * REPLACE (' ' || text AS text) FROM messages"},
		{"quote_stands_in_message", "evidence", "SELECT * REPLACE (char_start + 1 AS char_start, char_end + 1 AS char_end) FROM evidence"},
		{"passage_stands_in_message", "passages", "SELECT * REPLACE (char_start + 1 AS char_start, char_end + 1 AS char_end) FROM passages"},
		{"answers_bounds", "answers", "SELECT * REPLACE (1.5::DOUBLE AS confidence) FROM answers"},
		{"requests_bounds", "requests", "SELECT * REPLACE (upper(source_sha256) AS source_sha256) FROM requests"},
		{"quote_stands_in_attachment", "passages", "SELECT * REPLACE (upper(text) AS text) FROM passages"},
		{"counts_fit_tables", "attachments", "FROM attachments WHERE false"},
		{"every_request_has_its_practice", "monitoring_practice", "FROM monitoring_practice LIMIT 1"},
		{"institution_is_the_requests", "answers", "SELECT * REPLACE ('body_mute' AS institution_id) FROM answers"},
		{"columns_are_documented", "answers", "SELECT *, 1 AS mood FROM answers"},
		{"columns_are_documented", "usage", "SELECT * EXCLUDE (unit) FROM usage"},
		{"columns_are_documented", "data_dictionary", "SELECT * REPLACE (' ' AS description) FROM data_dictionary"},
		{"review_has_its_reason", "answers", "SELECT * REPLACE (true AS needs_review) FROM answers"},
	} {
		t.Run(c.check, func(t *testing.T) {
			file := "FROM '" + filepath.Join(b.out, "tables", c.table+".parquet") + "'"
			view := "CREATE OR REPLACE VIEW " + c.table + " AS "
			mustRun(t, db, view+strings.ReplaceAll(c.query, "FROM "+c.table, file))
			defer mustRun(t, db, view+file)
			if offending(t, db, c.check) == 0 {
				t.Error("check finds nothing")
			}
		})
	}
}

// replyAgain adds a review to a request.
func replyAgain(r *tables.Result) {
	r.Thread.Messages = append(r.Thread.Messages, thread.Message{ID: r.Thread.RequestID + "/3", Seq: 3, Direction: thread.Received, Kind: thread.KindReview,
		Date: day(7, 20), DateBasis: "header", SenderRole: "body", Text: "On review we say this."})
}

func mustRun(t *testing.T, db *queries.DB, query string) {
	t.Helper()
	if _, err := db.Run(context.Background(), query); err != nil {
		t.Fatal(err)
	}
}

// offending runs one check and counts the rows it finds.
func offending(t *testing.T, db *queries.DB, name string) int {
	t.Helper()
	checks, err := queries.Checks()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(checks, func(c queries.Check) bool { return c.Name == name })
	if i < 0 {
		t.Fatalf("no check %s", name)
	}
	r, err := db.Run(context.Background(), checks[i].SQL)
	if err != nil {
		t.Fatal(err)
	}
	return len(r.Rows)
}

func TestRunChecksShowsRows(t *testing.T) {
	b := newBuild(t)
	b.results[1].Coded.Answers[0].Exemptions = nil
	b.results[2].Coded.Answers[0].Basis = "stated"
	var out bytes.Buffer
	errors, warnings, err := open(t, b.write(t)).RunChecks(context.Background(), &out)
	if err != nil {
		t.Fatal(err)
	}
	if errors != 2 || warnings != 2 {
		t.Errorf("%d errors and %d warnings:\n%s", errors, warnings, out.String())
	}
	for _, want := range []string{"warning: refusal_cites_its_ground\n", "error: basis_fits_disposition\n", "mute     q1        no_response  stated\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in:\n%s", want, out.String())
		}
	}
}

func TestSummaries(t *testing.T) {
	b := newBuild(t).write(t)
	var out bytes.Buffer
	if err := open(t, b).RunSummaries(context.Background(), b.out, &out); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(out.String()) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > 100 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
	for _, c := range []struct{ name, line string }{
		{"response_rates", "all,all,3,3,2,66.7,1,0,1,0,1,0"},
		{"response_rates", "mission_group,Beta,3,3,2,66.7,1,0,1,0,1,0"},
		{"response_rates", "nation,scotland,1,1,1,100,0,0,1,0,0,0"},
		{"dispositions", "q2,1,0,1,0,0,0,1,0,3,3"},
		{"polarity", "q2,no,1,1,3,3,100,33.3,100,few"},
		{"polarity", "q2,yes,0,1,3,3,0,0,66.7,few"},
		{"practice_variables", "monitors_students,no,1,1,3,3,100,33.3,100,few"},
		{"practice_variables", "covert,yes,0,0,3,3,,0,100,few"},
		{"platforms", "twitter,1,1,3,3,100,33.3,100,few"},
		{"practice_class", "all,all,routine,0,0,3,3,,0,100,few"},
		{"timeliness", "foia,late,1,3,3,3,33.3,33.3,33.3,few"},
		{"working_days", "foia,2,3,3,14,14,22,22"},
		{"software", "listening,Hootsuite,,1,1,1,3,3,100,33.3,100,few"},
		{"retention", "other,fixed,P6Y,72,1,1,1,3,3,100,33.3,100,few"},
		{"exemptions", "foia,14,applied,24,1,2,3,3,50,33.3,66.7,few"},
		{"problems", "warning,undated_reply,1,0"},
	} {
		data, err := os.ReadFile(filepath.Join(b.out, "summaries", c.name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), "\n"+c.line+"\n") {
			t.Errorf("%s lacks %s:\n%s", c.name, c.line, data)
		}
	}
}

func TestSummariesHaveTitlesOfTheirOwn(t *testing.T) {
	b := newBuild(t).write(t)
	summaries, err := queries.Summaries()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, s := range summaries {
		if seen[s.Title] || strings.Contains(s.Title, "_") {
			t.Errorf("%s has the title %q", s.Name, s.Title)
		}
		seen[s.Title] = true
	}
	var out bytes.Buffer
	if err := open(t, b).RunSummaries(context.Background(), b.out, &out, "response_rates_aapor"); err != nil {
		t.Fatal(err)
	}
	if want := "Response rates (AAPOR) [response_rates_aapor]\n"; !strings.HasPrefix(out.String(), want) {
		t.Errorf("%.80q, want %q in front", out.String(), want)
	}
}

func TestDerivedTablesAreDescribed(t *testing.T) {
	tables, err := open(t, newBuild(t).write(t)).Derived(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range tables {
		if len(d.Fields) < 5 {
			t.Errorf("%s has %d columns", d.Name, len(d.Fields))
		}
		for _, f := range d.Fields {
			if f.Type == "" || f.Description == "" {
				t.Errorf("%s.%s has type %q and description %q", d.Name, f.Name, f.Type, f.Description)
			}
		}
	}
}

func TestSummariesOfAnEmptyBuild(t *testing.T) {
	b := newBuild(t)
	b.results = nil
	db := open(t, b.write(t))
	var out bytes.Buffer
	if err := db.RunSummaries(context.Background(), b.out, &out); err != nil {
		t.Error(err)
	}
	if _, _, err := db.RunChecks(context.Background(), &out); err != nil {
		t.Error(err)
	}
}

func TestQuery(t *testing.T) {
	b := newBuild(t).write(t)
	for _, c := range []struct{ name, sql, format, want string }{
		{"table", "SELECT request_id, working_days FROM requests ORDER BY ALL", "table", "request  working\nid          days\n-------  -------\nkind          14\nmute           -\nstern         22\n"},
		{"csv", "SELECT '=1+1' AS a, [1, 2] AS b, DATE '2020-06-01' AS c, NULL AS d", "csv", "a,b,c,d\n'=1+1,1; 2,2020-06-01,\n"},
		{"json", "SELECT 1 AS n, 1.5 AS d, NULL AS x, ['é'] AS l", "json", "[\n{\"n\": 1, \"d\": 1.5, \"x\": null, \"l\": [\"é\"]}\n]\n"},
		{"markdown", "SELECT 1 AS n, 'a|b <i>' AS working_days, NULL AS x", "markdown", "| n | working\\_days | x |\n| ---: | --- | ---: |\n| 1 | a\\|b &lt;i> |  |\n"},
		{"lists flush left", "SELECT ['a', 'b'] AS letters, 1 AS n", "markdown", "| letters | n |\n| --- | ---: |\n| a; b | 1 |\n"},
		{"long lists are cut", "SELECT list_transform(range(90), lambda x: 'item') AS many, 1 AS n", "table", "many" + strings.Repeat(" ", 95) + "n\n" + strings.Repeat("-", 98) + " -\n"},
		{"hostile markdown", "SELECT '@all [x](y) ![z] ~~a@b.org' || chr(10) || '& <!--' AS x", "markdown", "| x |\n| --- |\n| @\u200ball \\[x\\](y) \\!\\[z\\] \\~\\~a@b.org &amp; &lt;\\!-- |\n"},
		{"describe", "DESCRIBE documents", "csv", "column_name,"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			if err := queries.Query(context.Background(), b.out, b.cb, c.sql, c.format, &out); err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(out.String(), c.want) {
				t.Errorf("%q, want %q", out.String(), c.want)
			}
		})
	}
}

func TestQueryIsShutOff(t *testing.T) {
	b := newBuild(t).write(t)
	for _, c := range []struct{ name, sql, want string }{
		{"caret", "SELECT *\nFROM answrs", "LINE 2: FROM answrs\n             ^"},
		{"read file", "FROM read_csv('/etc/passwd')", "disabled"},
		{"overwrite", "COPY requests TO '" + filepath.Join(b.out, "tables", "requests.parquet") + "'", "disabled"},
		{"second statement", "COPY requests TO '" + filepath.Join(b.out, "x.csv") + "'; SELECT 1", "disabled"},
		{"attach", "ATTACH '" + filepath.Join(b.out, "x.duckdb") + "'", "disabled"},
		{"unlock", "SET enable_external_access = true", "configuration"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := queries.Query(context.Background(), b.out, b.cb, c.sql, "csv", &bytes.Buffer{})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
	if err := queries.Query(context.Background(), b.out, b.cb, "SELECT 1", "xlsx", &bytes.Buffer{}); err == nil {
		t.Error("an unknown format passed")
	}
}

func TestOpenWithoutTables(t *testing.T) {
	b := newBuild(t)
	if _, err := queries.Open(b.out, b.cb); err == nil || !strings.Contains(err.Error(), "no tables in") {
		t.Errorf("error %v", err)
	}
}

func TestOpenFolderWithPatternCharacters(t *testing.T) {
	b := newBuild(t)
	b.out = filepath.Join(b.out, "o'dd [1] *")
	open(t, b.write(t))
}

func TestWriteDatabase(t *testing.T) {
	b := newBuild(t).write(t)
	for range 2 {
		if err := queries.WriteDatabase(context.Background(), b.out, b.cb); err != nil {
			t.Fatal(err)
		}
	}
	db := open(t, b)
	if _, err := db.Run(context.Background(), "ATTACH '"+filepath.Join(b.out, "dataset.duckdb")+"' AS d (READ_ONLY)"); err != nil {
		t.Fatal(err)
	}
	r, err := db.Run(context.Background(), `SELECT (SELECT count(*) FROM d.answers), (SELECT count(*) FROM d.summaries.dispositions),
		(SELECT count(*) FROM duckdb_columns() WHERE database_name = 'd' AND comment IS NULL)`)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Rows[0]; got[0] != int64(72) || got[1] != int64(24) || got[2] != int64(0) {
		t.Errorf("answers, dispositions and columns without comment: %v", got)
	}
}
