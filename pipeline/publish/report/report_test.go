package report_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"roundrobin/pipeline/tables"
	"roundrobin/queries"
)

func read(t *testing.T, dir, name string) *goquery.Document {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// pages lists the HTML files of a report, with slashes.
func pages(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".html") {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// published runs the summaries and reads their CSV files: header and rows.
func published(t *testing.T, db *queries.DB, out string) map[string][][]string {
	t.Helper()
	if err := db.RunSummaries(context.Background(), out, io.Discard); err != nil {
		t.Fatal(err)
	}
	all := map[string][][]string{}
	files, err := filepath.Glob(filepath.Join(out, "summaries", "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSuffix(filepath.Base(file), ".csv")] = rows
	}
	return all
}

func TestFiguresEqualSummaries(t *testing.T) {
	in, out := open(t, 7, hostile, true)
	dir := write(t, in)
	summaries := published(t, in.Build, out)
	for _, name := range []string{"index.html", "figures.html"} {
		doc := read(t, dir, name)
		if name == "index.html" && doc.Find("a.f").Length() < 40 {
			t.Errorf("%d figures in the findings", doc.Find("a.f").Length())
		}
		doc.Find("a.f").Each(func(_ int, a *goquery.Selection) {
			place := strings.Split(a.AttrOr("data-f", ""), "/")
			if want := cellOf(t, summaries[place[0]], place[1], place[2]); a.Text() != want {
				t.Errorf("%s: %v is %s, the summary says %s", name, place, a.Text(), want)
			}
		})
		doc.Find("table[data-summary]").Each(func(_ int, table *goquery.Selection) {
			rows := summaries[table.AttrOr("data-summary", "")]
			columns := table.Find("thead th").Map(func(_ int, th *goquery.Selection) string { return th.AttrOr("data-column", "") })
			table.Find("tbody tr").Each(func(_ int, tr *goquery.Selection) {
				i, _ := strconv.Atoi(tr.AttrOr("data-row", ""))
				tr.Find("td").Each(func(c int, td *goquery.Selection) {
					c, err := strconv.Atoi(columns[c])
					if err != nil {
						t.Fatal(err)
					}
					if want := strings.TrimPrefix(rows[i+1][c], "'"); td.Text() != want {
						t.Errorf("%s: %s row %d column %d is %q, the summary says %q", name, table.AttrOr("data-summary", ""), i, c, td.Text(), want)
					}
				})
			})
		})
	}
	figures := read(t, dir, "figures.html")
	for name, rows := range summaries {
		section := figures.Find("section#" + name)
		if n := section.Find("tbody tr").Length(); n != len(rows)-1 {
			t.Errorf("%s: %d rows of %d", name, n, len(rows)-1)
		}
		if !strings.Contains(section.Find("pre").Text(), "SELECT") {
			t.Errorf("%s: no SQL", name)
		}
	}
}

func cellOf(t *testing.T, rows [][]string, row, column string) string {
	t.Helper()
	i, err := strconv.Atoi(row)
	if err != nil || i+1 >= len(rows) {
		t.Fatalf("no row %s", row)
	}
	for c, name := range rows[0] {
		if name == column {
			if v := rows[i+1][c]; v != "" {
				return v
			}
			return "–"
		}
	}
	t.Fatalf("no column %s", column)
	return ""
}

func TestHostileTextIsHarmless(t *testing.T) {
	in, _ := open(t, 2, hostile, true)
	dir := write(t, in)
	for _, name := range pages(t, dir) {
		doc := read(t, dir, name)
		doc.Find("script").Each(func(_ int, s *goquery.Selection) {
			if !strings.HasSuffix(s.AttrOr("src", ""), "report.js") || s.Text() != "" {
				t.Errorf("%s: script %q %q", name, s.AttrOr("src", ""), s.Text())
			}
		})
		if n := doc.Find("img, iframe, object, main style, main b > i, [onerror], [onclick], [style]").Length(); n > 0 {
			t.Errorf("%s: %d elements that no template writes", name, n)
		}
		doc.Find("a[href]").Each(func(_ int, a *goquery.Selection) {
			if strings.HasPrefix(strings.ToLower(a.AttrOr("href", "")), "javascript:") {
				t.Errorf("%s: link to %s", name, a.AttrOr("href", ""))
			}
		})
	}
	shown := map[string]bool{}
	read(t, dir, "institutions/body_000.html").Find("figure q").Each(func(_ int, q *goquery.Selection) { shown[q.Text()] = true })
	for _, text := range hostile {
		if !shown[text] {
			t.Errorf("not shown as it stands: %.60s", text)
		}
	}
}

func TestEveryCellLeadsToItsWords(t *testing.T) {
	in, _ := open(t, 3, hostile, true)
	dir := write(t, in)
	ids := map[string]map[string]bool{}
	read(t, dir, "matrix.html").Find("#matrix tbody a").Each(func(_ int, a *goquery.Selection) {
		file, anchor, _ := strings.Cut(a.AttrOr("href", ""), "#")
		if ids[file] == nil {
			ids[file] = map[string]bool{"": true}
			read(t, dir, file).Find("[id]").Each(func(_ int, e *goquery.Selection) {
				id := e.AttrOr("id", "")
				if ids[file][id] {
					t.Errorf("%s: two elements %s", file, id)
				}
				ids[file][id] = true
			})
		}
		if !ids[file][anchor] {
			t.Errorf("no %s in %s", anchor, file)
		}
	})
	evidence, err := in.Build.Run(context.Background(), `SELECT institution_id, count(*), string_agg(DISTINCT split_part(evidence_id, '/', 2), ' ')
		FROM evidence JOIN requests USING (request_id) GROUP BY ALL`)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range evidence.Rows {
		shown := read(t, dir, "institutions/"+row[0].(string)+".html").Find("figure a[id]")
		numbers := map[string]bool{}
		shown.Each(func(_ int, a *goquery.Selection) { numbers[a.Text()[strings.LastIndex(a.Text(), " ")+1:]] = true })
		for _, n := range strings.Fields(row[2].(string)) {
			if !numbers[n] {
				t.Errorf("%v: no address of row %s", row[0], n)
			}
		}
		if int64(shown.Length()) != row[1].(int64) {
			t.Errorf("%v: %d addresses of %v rows", row[0], shown.Length(), row[1])
		}
	}
}

// TestAnswerShowsWhatTheFirstReplySaid: beside an answer that a further reply
// changed stands what it was, with its words, and what a person decided.
func TestAnswerShowsWhatTheFirstReplySaid(t *testing.T) {
	in, _ := openWith(t, 1, hostile, true, func(r *tables.Result) {
		for i, a := range r.Coded.Answers {
			if i == 0 {
				a.Disposition, a.Polarity, a.Exemptions = "refused", "", []string{"FOIA s.31"}
			}
			r.Earlier = append(r.Earlier, a)
			cite(r, hostile[0], "earlier_answers", a.QuestionID, "disposition", a.Disposition)
		}
		r.Decisions = []tables.Decision{{Question: r.Coded.Answers[0].QuestionID, Column: "disposition", Rules: "not_held", Person: "answered", On: day(7, 1), Reason: "<b>read</b> again"}}
	})
	page := read(t, write(t, in), "institutions/body_000.html")
	first, second := page.Find("#q1"), page.Find("#q2")
	for _, want := range []string{"in the first reply: refused", "grounds cited: FOIA s.31", hostile[0], "disposition 0",
		"disposition decided by a person on 2020-07-01, where the rules had not held: <b>read</b> again"} {
		if !strings.Contains(first.Text(), want) {
			t.Errorf("no %q in %q", want, first.Text())
		}
	}
	if !strings.Contains(second.Text(), "in the first reply: the same") {
		t.Errorf("an answer that did not change reads %q", second.Text())
	}
}

// TestAddressesLast: a row of evidence keeps its address when rows come before
// it, whose numbers all move.
func TestAddressesLast(t *testing.T) {
	addresses := func(change func(*tables.Result)) map[string]string {
		in, _ := openWith(t, 1, replyLines, true, change)
		numbers := map[string]string{}
		read(t, write(t, in), "institutions/body_000.html").Find("figure a[id]").Each(func(_ int, a *goquery.Selection) {
			numbers[a.AttrOr("id", "")] = a.Text()
		})
		return numbers
	}
	before := addresses(func(*tables.Result) {})
	after := addresses(func(r *tables.Result) {
		cite(r, replyLines[3], "answers", r.Coded.Answers[0].QuestionID, "basis", "stated")
	})
	moved := 0
	for id, number := range before {
		if after[id] == "" {
			t.Errorf("the address of %s is gone", number)
		} else if after[id] != number {
			moved++
		}
	}
	if len(after) != len(before)+1 || moved == 0 {
		t.Errorf("%d addresses, then %d, with %d other numbers", len(before), len(after), moved)
	}
}

func TestMissingIsNeverNo(t *testing.T) {
	in, _ := open(t, 6, hostile, true)
	dir := write(t, in)
	rows, err := in.Build.Run(context.Background(), "SELECT items IS NULL, status FROM practice p JOIN variables USING (variable) JOIN institutions USING (institution_id) ORDER BY lower(name), request_id, position")
	if err != nil {
		t.Fatal(err)
	}
	cells := read(t, dir, "matrix.html").Find("#matrix tbody td:has(a)")
	if cells.Length() != len(rows.Rows) {
		t.Fatalf("%d cells of %d", cells.Length(), len(rows.Rows))
	}
	cells.Each(func(i int, td *goquery.Selection) {
		if without := rows.Rows[i][0].(bool); without != td.HasClass("s") || without && (td.HasClass("v") || strings.Contains(" no yes ", " "+td.Text()+" ")) {
			t.Errorf("a cell of status %v reads %q", rows.Rows[i][1], td.Text())
		}
	})
}

func TestSampleIsMarkedOnEveryPage(t *testing.T) {
	for _, sample := range []bool{true, false} {
		in, _ := open(t, 1, hostile, sample)
		dir := write(t, in)
		for _, name := range pages(t, dir) {
			if got := read(t, dir, name).Find("p.sample").Length() == 1; got != sample {
				t.Errorf("%s: marked as sample %t, want %t", name, got, sample)
			}
		}
	}
}
