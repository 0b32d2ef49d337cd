package collect

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// testCache keeps PDFium's compiled code over the tests of one run.
var testCache string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "collect-test-")
	if err != nil {
		panic(err)
	}
	testCache = dir
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

func testReader(t *testing.T) *Reader {
	t.Helper()
	r, err := NewReader(Options{Reference: "../../data/reference", Sample: true, CacheDir: testCache})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	return r
}

// makePDF writes a PDF with one page for each text, a line for each line.
func makePDF(pages ...string) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(format string, args ...any) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(offsets)}, args...)...)
	}
	b.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 4+2*i))
	}
	object("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(pages))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
	for i, page := range pages {
		var s strings.Builder
		s.WriteString("BT /F1 11 Tf 14 TL 50 780 Td\n")
		for _, line := range strings.Split(page, "\n") {
			fmt.Fprintf(&s, "(%s) Tj T*\n", strings.NewReplacer("(", `\(`, ")", `\)`).Replace(line))
		}
		s.WriteString("ET")
		object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 5+2*i)
		object("<< /Length %d >>\nstream\n%s\nendstream", s.Len(), s.String())
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, xref)
	return b.Bytes()
}

// makeZip packs files given as name, content, name, content …
func makeZip(t *testing.T, files ...string) []byte {
	t.Helper()
	data, err := packFiles(files...)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func packFiles(files ...string) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err != nil {
			return nil, err
		}
		if _, err := f.Write([]byte(files[i+1])); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}

func makeXLSX(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	steps := []error{
		f.SetSheetName("Sheet1", "Permits"),
		f.SetSheetRow("Permits", "A1", &[]any{"Year", "Issued"}),
		f.SetSheetRow("Permits", "A2", &[]any{2019, 12}),
		f.SetSheetRow("Permits", "A3", &[]any{2020, "fewer than\nfive"}),
	}
	for _, name := range []string{"Notes", "Hidden"} {
		_, err := f.NewSheet(name)
		steps = append(steps, err, f.SetSheetRow(name, "A1", &[]any{name}))
	}
	steps = append(steps, f.SetSheetVisible("Hidden", false))
	for _, err := range steps {
		if err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	wordNS   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	wordBody = `<w:document ` + wordNS + `><w:body>
<w:p><w:r><w:t>Parking </w:t></w:r><w:r><w:t>permits</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>How many?</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>For staff.</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>Since when?</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>2019</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>twelve</w:t></w:r></w:p><w:p><w:r><w:t>in all</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:t>See </w:t></w:r><w:hyperlink r:id="rId1"><w:r><w:t>our rules</w:t></w:r></w:hyperlink><w:r><w:br/><w:t>and more</w:t></w:r><w:del><w:r><w:delText>not this</w:delText></w:r></w:del></w:p>
</w:body></w:document>`
	wordNumbers = `<w:numbering ` + wordNS + `><w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
	wordLinks = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x" Target="https://wexley.example/rules"/></Relationships>`
	wordText  = "Parking permits\n1. How many?\na) For staff.\n2. Since when?\n2019\ttwelve in all\nSee our rules (https://wexley.example/rules)\nand more\n"

	odtBody = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:xlink="x"><office:body><office:text>
<text:h>Permits</text:h><text:p>We issued<text:s text:c="2"/>twelve.<text:line-break/>See <text:a xlink:href="https://wexley.example/a">this</text:a></text:p>
<table:table><table:table-row><table:table-cell><text:p>2019</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>`
)

func TestDocuments(t *testing.T) {
	r := testReader(t)
	encrypted := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Join(strings.Split("EncryptedPackage", ""), "\x00") + "\x00"
	tests := map[string]struct {
		name         string
		data         []byte
		media        string
		status, text string
		pages        int
	}{
		"pdf":              {"a.pdf", makePDF("Permits (2019)\nTwelve.", "Page two"), typePDF, "read", "Permits (2019)\nTwelve.\n\f\nPage two", 2},
		"pdf without .pdf": {"letter", makePDF("Text"), typePDF, "read", "Text", 1},
		"scan":             {"scan.pdf", makePDF("", ""), typePDF, "empty", "", 2},
		"broken pdf":       {"b.pdf", []byte("%PDF-1.4\nnothing of use"), typePDF, "corrupt", "", 0},
		"docx": {"a.docx", makeZip(t, "word/document.xml", wordBody, "word/numbering.xml", wordNumbers, "word/_rels/document.xml.rels", wordLinks),
			typeDOCX, "read", wordText, 0},
		"broken docx": {"a.docx", makeZip(t, "word/document.xml", "<w:document><w:p>"), typeDOCX, "corrupt", "", 0},
		"encrypted":   {"a.docx", []byte(encrypted), typeOLE, "encrypted", "", 0},
		"legacy doc":  {"a.doc", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old"), typeOLE, "unsupported", "", 0},
		"odt": {"a.odt", makeZip(t, "mimetype", typeODT, "content.xml", odtBody),
			typeODT, "read", "Permits\nWe issued  twelve.\nSee this (https://wexley.example/a)\n2019\t12\n", 0},
		"xlsx":         {"a.xlsx", makeXLSX(t), typeXLSX, "read", "Sheet: Permits\nYear\tIssued\n2019\t12\n2020\tfewer than five\n\nSheet: Notes\nNotes\n", 0},
		"csv":          {"a.csv", []byte("Year,Issued\r\n2019,12\r\n"), typeCSV, "read", "Year,Issued\r\n2019,12\r\n", 0},
		"windows-1252": {"a.txt", []byte("\x93caf\xe9\x94"), typeText, "read", "“café”", 0},
		"rtf":          {"a.rtf", []byte(`{\rtf1 text}`), typeRTF, "unsupported", "", 0},
		"picture":      {"a.png", []byte("\x89PNG\r\n\x1a\n"), "image/png", "unsupported", "", 0},
		"empty":        {"a.pdf", nil, typeText, "empty", "", 0},
		"html": {"a.html", []byte("<html><head><title>x</title></head><body><p>One <b>two</b>\nthree<br>four</p><table><tr><th>Year</th><td>12</td></tr></table><script>no</script><a href='https://wexley.example/long/name'>https://wexley.example/lo...</a></body></html>"),
			typeHTML, "read", "One two three\nfour\n\nYear\t12\nhttps://wexley.example/long/name\n", 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := r.attach(tt.name, tt.data)
			want := got
			want.Text, want.TextStatus, want.Pages = tt.text, tt.status, tt.pages
			if tt.media != typeText || len(tt.data) > 0 {
				want.MediaType = tt.media
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestPDFTextIsCached(t *testing.T) {
	data := makePDF("Kept text")
	file := filepath.Join(t.TempDir(), "cache")
	r := newPDFReader(file)
	writePDFCache(filepath.Join(file, pdfCache, hash(data)+".json"), pdfText{Pages: 1, Text: "from the cache"})
	if got := r.read(data); got.text != "from the cache" || r.pool != nil {
		t.Errorf("got %+v", got)
	}
}

// Several workers share one engine, and a broken file harms none of the next.
func TestPDFInParallel(t *testing.T) {
	r := testReader(t)
	var wg sync.WaitGroup
	for i := range 24 {
		wg.Go(func() {
			if i%5 == 0 {
				r.attach("bad.pdf", []byte(fmt.Sprintf("%%PDF-1.7 %d\ntrailer<</Root 1 0 R>>", i)))
				return
			}
			want := fmt.Sprintf("Letter %d", i)
			if got := r.attach("a.pdf", makePDF(want)); got.Text != want {
				t.Errorf("letter %d: %+v", i, got)
			}
		})
	}
	wg.Wait()
}

// A file that keeps the engine busy is given up, and the next one is read.
func TestPDFPatience(t *testing.T) {
	r := newPDFReader(testCache)
	defer r.close()
	r.patience = 20 * time.Millisecond
	if got := r.read(makePDF(strings.Repeat("A page of many lines.\n", 100_000))); got.status != statusTooLarge {
		t.Errorf("status %q", got.status)
	}
	r.patience = pdfPatience
	if got := r.read(makePDF("Text")); got.text != "Text" {
		t.Errorf("after it: %+v", got)
	}
}

func TestPDFPlain(t *testing.T) {
	if got := pdfPlain("moni\u0002\r\ntoring o\ufb03ce  \r\nend"); got != "monitoring office\nend" {
		t.Errorf("got %q", got)
	}
}

func TestNumberFormats(t *testing.T) {
	for format, want := range map[string]string{"lowerLetter": "d", "upperLetter": "D", "lowerRoman": "iv", "upperRoman": "IV", "decimal": "4", "none": ""} {
		if got := (numberLevel{format: format, start: 1}).number(4); got != want {
			t.Errorf("%s: %q, want %q", format, got, want)
		}
	}
	if got := letters(28); got != "BB" {
		t.Errorf("letter 28: %q", got)
	}
}
