package publish

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"roundrobin/schema"
)

// small is a release with a few rows in some tables and none in the others.
func small(t *testing.T) *Release {
	t.Helper()
	schemas, err := schema.Tables()
	if err != nil {
		t.Fatal(err)
	}
	cb, err := schema.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	r := &Release{Dir: t.TempDir(), Codebook: cb, Sample: true, Source: "0"}
	for i := range schemas {
		r.Tables = append(r.Tables, Table{Schema: &schemas[i]})
		if err := r.writeFile("tables/"+schemas[i].Name+".parquet", []byte("PAR1")); err != nil {
			t.Fatal(err)
		}
	}
	r.fill("institutions", map[string]any{"institution_id": "upper_wold", "name": "=HYPERLINK(\"http://x\")", "is_sample": true})
	r.fill("requests", map[string]any{"request_id": "r1", "institution_id": "upper_wold",
		"sent_on": time.Date(2020, 6, 2, 0, 0, 0, 0, time.UTC), "message_count": int64(2)})
	r.fill("answers", map[string]any{"request_id": "r1", "question_id": "first", "disposition": "answered", "confidence": 0.25,
		"exemptions": []string{"FOIA s.12", "FOIA s.31(1)(a)"}, "needs_review": true, "answer_text": strings.Repeat("é", maxCellText+1)})
	return r
}

// fill adds a row; columns that are not given are null.
func (r *Release) fill(table string, values map[string]any) {
	for i := range r.Tables {
		if s := r.Tables[i].Schema; s.Name == table {
			cells := make([]any, len(s.Fields))
			for j, f := range s.Fields {
				cells[j] = values[f.Name]
			}
			r.Tables[i].Cells = append(r.Tables[i].Cells, cells)
		}
	}
}

func TestCSVCell(t *testing.T) {
	for _, c := range []struct {
		cell any
		want string
	}{
		{nil, ""},
		{"plain", "plain"},
		{"=1+1", "'=1+1"},
		{"+44", "'+44"},
		{"- item", "'- item"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "'\t=1"},
		{"\r=1", "'\r=1"},
		{" =1", " =1"},
		{"it's = that", "it's = that"},
		{[]string{"-a", "b"}, "'-a|b"},
		{[]string{}, ""},
		{int64(-5), "-5"},
		{0.5, "0.5"},
		{true, "true"},
		{time.Date(2020, 6, 2, 0, 0, 0, 0, time.UTC), "2020-06-02"},
	} {
		if got := csvCell(c.cell); got != c.want {
			t.Errorf("csvCell(%#v) = %q, want %q", c.cell, got, c.want)
		}
	}
}

func TestWorkbook(t *testing.T) {
	r := small(t)
	if err := r.writeWorkbook(); err != nil {
		t.Fatal(err)
	}
	first, err := os.ReadFile(filepath.Join(r.Dir, workbookFile))
	if err != nil {
		t.Fatal(err)
	}
	if err := r.writeWorkbook(); err != nil {
		t.Fatal(err)
	}
	if second, err := os.ReadFile(filepath.Join(r.Dir, workbookFile)); err != nil || !bytes.Equal(first, second) {
		t.Errorf("same tables, other bytes (%v)", err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := f.GetSheetList(); len(got) != len(r.Tables)+1 || got[0] != readmeSheet || got[1] != dictionary {
		t.Errorf("sheets %v", got)
	}
	if notice, _ := f.GetCellValue(readmeSheet, "B2"); !strings.Contains(notice, "INVENTED") {
		t.Errorf("cover does not say that the data is invented: %q", notice)
	}
	if formula, _ := f.GetCellFormula("institutions", "B2"); formula != "" {
		t.Errorf("text became the formula %q", formula)
	}
	if name, _ := f.GetCellValue("institutions", "B2"); name != `=HYPERLINK("http://x")` {
		t.Errorf("text changed to %q", name)
	}
	if sent, _ := f.GetCellValue("requests", "F2"); sent != "2020-06-02" {
		t.Errorf("date reads %q", sent)
	}
	if panes, _ := f.GetPanes("answers"); !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("headings are not frozen: %+v", panes)
	}
}

func TestDescriptor(t *testing.T) {
	r := small(t)
	for _, step := range []func() error{r.writeCSV, r.writeCodebook, r.writePackage} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(filepath.Join(r.Dir, "datapackage.json"))
	if err != nil {
		t.Fatal(err)
	}
	var p struct {
		Resources []struct {
			Name, Path, Hash string
			Bytes            int64
			Schema           struct {
				Fields      []map[string]any
				PrimaryKey  []string
				ForeignKeys []schema.ForeignKey
			}
		}
	}
	if err := json.Unmarshal(data, &p); err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, res := range p.Resources {
		names[res.Name] = true
	}
	for _, res := range p.Resources {
		size, sum, err := r.measure(res.Path)
		if err != nil || size != res.Bytes || res.Hash != "sha256:"+sum {
			t.Errorf("%s: %d bytes %s, the file has %d %s (%v)", res.Path, res.Bytes, res.Hash, size, sum, err)
		}
		for _, k := range res.Schema.ForeignKeys {
			if !names[k.Reference.Resource] || strings.HasSuffix(res.Name, csvSuffix) != strings.HasSuffix(k.Reference.Resource, csvSuffix) {
				t.Errorf("%s refers to resource %s", res.Name, k.Reference.Resource)
			}
		}
		for _, f := range res.Schema.Fields {
			if wants := f["type"] == "list" && strings.HasSuffix(res.Name, csvSuffix); wants != (f["delimiter"] == listDelimiter) {
				t.Errorf("%s: column %v has delimiter %v", res.Name, f["name"], f["delimiter"])
			}
		}
	}
	if want := 2*len(r.Tables) + 1; len(p.Resources) != want {
		t.Errorf("%d resources, want %d", len(p.Resources), want)
	}
}

func TestCodebook(t *testing.T) {
	r := small(t)
	if err := r.writeCodebook(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(r.Dir, codebookFile))
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, want := range []string{"INVENTED SAMPLE DATA", "answers.disposition", "holds 1 of those requests", "answered 1.", "Marked for review: 1."} {
		if !strings.Contains(text, want) {
			t.Errorf("codebook lacks %q", want)
		}
	}
	for _, q := range r.Codebook.Leaves() {
		if !strings.Contains(text, "- **"+q.ID+"** ") {
			t.Errorf("codebook lacks question %s", q.ID)
		}
	}
	for _, table := range r.Tables {
		if !strings.Contains(text, "### `"+table.Schema.Name+"`") {
			t.Errorf("codebook lacks table %s", table.Schema.Name)
		}
	}
}

func TestSums(t *testing.T) {
	r := &Release{Dir: t.TempDir()}
	for _, name := range []string{"b.txt", "a/c.txt", databaseFile} {
		if err := r.writeFile(name, []byte("abc")); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.writeSums(); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(r.Dir, sumsFile))
	if err != nil {
		t.Fatal(err)
	}
	const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	if diff := cmp.Diff(abc+"  a/c.txt\n"+abc+"  b.txt\n", string(got)); diff != "" {
		t.Error(diff)
	}
}

func TestCitationNamesTheVersion(t *testing.T) {
	data, err := os.ReadFile("../../CITATION.cff")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), "\nversion: "+Version+"\n") {
		t.Errorf("CITATION.cff does not name version %s", Version)
	}
}
