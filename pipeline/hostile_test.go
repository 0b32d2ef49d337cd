//go:build unix

package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Bounds on what one file may cost: time of the processors, which other work on
// the machine does not change, and the program's heap; PDFium has a limit of
// its own. The slowest is 126 kB of prose in one line, through every rule: 12 s on a
// slow machine, more where its cores are shared.
const (
	mostTime = 20 * time.Second
	mostHeap = 1 << 30
)

// hostile is a file made to do harm, and the kinds of problem it must be
// reported with.
type hostile struct {
	name  string
	files func(*testing.T) map[string][]byte
	want  []string // kind and severity
}

// attached is a saved page with one attachment.
func attached(name string, data func(*testing.T) []byte) func(*testing.T) map[string][]byte {
	return func(t *testing.T) map[string][]byte {
		return map[string][]byte{
			"bad.txt":                 []byte("Parking\nDear Wexley College,\nHow many permits?\nYours faithfully,\nIda Quill\nDear Ida,\nPlease see the attached letter.\nRegards\nTom Brill\n" + name + "\n1K Download View as HTML\n"),
			"bad-attachments/" + name: data(t),
		}
	}
}

func one(name string, data func(*testing.T) []byte) func(*testing.T) map[string][]byte {
	return func(t *testing.T) map[string][]byte { return map[string][]byte{name: data(t)} }
}

var hostiles = []hostile{
	{"zip bomb", one("bad.zip", func(t *testing.T) []byte { return streamZip(t, "correspondence.txt", zeros, 400<<20) }), []string{"too_large error"}},
	{"zip bomb attached", attached("bomb.zip", func(t *testing.T) []byte { return streamZip(t, "a.txt", zeros, 400<<20) }), []string{"too_large error"}},
	{"zips in a zip", attached("many.zip", nestedZips), []string{"unsupported_attachment error"}},
	{"many entries", one("bad.zip", func(t *testing.T) []byte { return manyEntries(t, 10_000) }), []string{"too_large error"}},
	{"entries outside", one("bad.zip", func(t *testing.T) []byte {
		return zipOf(t, map[string]string{"../../../tmp/correspondence.txt": "x"})
	}), []string{"path_traversal error"}},
	{"entity bomb", attached("laughs.docx", func(t *testing.T) []byte {
		return zipOf(t, map[string]string{"word/document.xml": entityBomb})
	}), []string{"corrupt_attachment error"}},
	{"entity bomb in a workbook", attached("laughs.xlsx", func(t *testing.T) []byte {
		return zipOf(t, map[string]string{"xl/workbook.xml": entityBomb, "[Content_Types].xml": entityBomb})
	}), []string{"corrupt_attachment error"}},
	{"huge part", attached("huge.docx", func(t *testing.T) []byte { return streamZip(t, "word/document.xml", zeros, 100<<20) }), []string{"too_large error"}},
	{"deep document", attached("deep.docx", func(t *testing.T) []byte {
		return zipOf(t, map[string]string{"word/document.xml": strings.Repeat("<w:tbl><w:tr><w:tc>", 300_000)})
	}), []string{"corrupt_attachment error"}},
	{"large document", attached("large.docx", func(t *testing.T) []byte {
		return zipOf(t, map[string]string{"word/document.xml": "<d>" + strings.Repeat("<p><t>We do not hold this.</t></p>", 1_000_000) + "</d>"})
	}), []string{"too_large error"}},
	{"deep page", one("bad.html", func(*testing.T) []byte { return []byte(strings.Repeat("<div><b>", 500_000)) }), []string{"no_request error"}},
	{"page of scripts", one("bad.html", func(*testing.T) []byte {
		return []byte("<html><body>" + strings.Repeat(`<script>while(true){}</script><img src=x onerror=alert(1)>`, 50_000))
	}), []string{"no_request error"}},
	{"large text", one("bad.txt", func(*testing.T) []byte { return largeText(20 << 20) }), []string{"too_large error"}},
	{"large text attached", attached("large.txt", func(*testing.T) []byte { return largeText(20 << 20) }), []string{"too_large error"}},
	{"a thousand salutations", one("bad.txt", func(*testing.T) []byte { return salutations(1000) }), []string{"too_large error"}},
	{"many salutations", one("bad.txt", func(*testing.T) []byte { return salutations(240) }), nil},
	{"one long line", one("bad.txt", func(*testing.T) []byte {
		return []byte("Parking\nDear Wexley College,\nHow many?\nYours,\nIda Quill\nDear Ida,\n" + strings.Repeat("we do not hold it ", 7_000))
	}), nil},
	{"body beyond the limit", one("bad.txt", func(*testing.T) []byte {
		return []byte("Parking\nDear Wexley College,\nHow many?\nYours,\nIda Quill\nDear Ida,\n" + strings.Repeat("we do not hold it ", 60_000))
	}), []string{"too_large error"}},
	{"book attached", attached("book.txt", func(*testing.T) []byte {
		return []byte(strings.Repeat("The library lends books. Question 4 is not for staff. A student may ask the desk.\n", 11_000))
	}), nil},
	{"letter of a book's length attached", attached("letter.txt", func(*testing.T) []byte { return largeText(600 << 10) }), nil},
	{"deep mail", one("bad.eml", deepMail), []string{"malformed_mail error"}},
	{"many rows", attached("rows.xlsx", func(t *testing.T) []byte { return manyRows(t, 1_000_000) }), []string{"too_large error"}},
	{"far cell", attached("far.xlsx", func(t *testing.T) []byte { return workbook(t, `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`) }), nil},
	{"formula", attached("formula.xlsx", func(t *testing.T) []byte {
		return workbook(t, `<row r="1"><c r="A1"><f>HYPERLINK("http://x.example","=1+1")</f><v>4</v></c></row>`)
	}), nil},
	{"busy pdf", attached("busy.pdf", busyPDF), []string{"corrupt_attachment error"}},
	{"pages in a circle", attached("circle.pdf", func(*testing.T) []byte {
		return []byte("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
	}), []string{"corrupt_attachment error"}},
}

// TestHostileInput takes each file through all stages beside a good thread: it
// costs a bounded time and memory, is reported, and does the other no harm.
func TestHostileInput(t *testing.T) {
	if testing.Short() {
		t.Skip("large files")
	}
	good, err := os.ReadFile("../data/sample/brackenholt.thread.yaml")
	if err != nil {
		t.Fatal(err)
	}
	alone := passOver(t, map[string][]byte{"good.thread.yaml": good}).results
	for _, h := range hostiles {
		t.Run(h.name, func(t *testing.T) {
			files := h.files(t)
			files["good.thread.yaml"] = good
			heap := watchHeap()
			start := processorTime(t)
			p := passOver(t, files)
			took, peak := processorTime(t)-start, heap()
			t.Logf("%v, heap %d MiB", took.Round(10*time.Millisecond), peak>>20)
			if took > mostTime || peak > mostHeap {
				t.Errorf("took %v and %d MiB of heap", took, peak>>20)
			}
			var kinds []string
			for _, problem := range p.problems {
				if problem.SourcePath != "good.thread.yaml" {
					kinds = append(kinds, problem.Kind+" "+problem.Severity)
				}
			}
			if d := cmp.Diff(h.want, kinds); d != "" {
				t.Error(d)
			}
			for _, r := range p.results {
				if r.Thread.RequestID == alone[0].Thread.RequestID {
					if d := cmp.Diff(alone[0], r); d != "" {
						t.Error(d)
					}
					return
				}
			}
			t.Error("the good thread is gone")
		})
	}
}

func passOver(t *testing.T, files map[string][]byte) *passed {
	t.Helper()
	s := &session{stdout: io.Discard, stderr: io.Discard}
	s.collected, s.reference, s.jobs = t.TempDir(), "../data/reference", 2
	s.out = filepath.Join(t.TempDir(), "out")
	files[sampleMarker] = nil
	writeFiles(t, s.collected, files)
	p, err := s.pass(context.Background(), toCode)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// processorTime is what the process has used so far.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// watchHeap looks at the heap now and then; the function it returns ends that
// and gives the most it saw.
func watchHeap() func() uint64 {
	runtime.GC()
	done, peak := make(chan struct{}), make(chan uint64)
	go func() {
		var most uint64
		var m runtime.MemStats
		for {
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
			select {
			case <-done:
				peak <- most
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { close(done); return <-peak }
}

const entityBomb = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><d><p><t>&c;</t></p></d>`

func zeros(w io.Writer, n int64) error {
	_, err := io.CopyN(w, zeroReader{}, n)
	return err
}

type zeroReader struct{}

func (zeroReader) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// streamZip packs one entry of n bytes that are never in memory together.
func streamZip(t *testing.T, name string, fill func(io.Writer, int64) error, n int64) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create(name)
	if err == nil {
		err = fill(f, n)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zipOf(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range files {
		f, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(f, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func manyEntries(t *testing.T, n int) []byte {
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("1_%d_letter.txt", i)] = "x"
	}
	return zipOf(t, files)
}

func nestedZips(t *testing.T) []byte {
	inner := string(streamZip(t, "a.txt", zeros, 64<<20))
	for range 8 {
		inner = string(zipOf(t, map[string]string{"inner.zip": inner}))
	}
	return []byte(inner)
}

func largeText(n int) []byte {
	const s = "Parking\nDear Wexley College,\nHow many permits are there?\nYours faithfully,\nIda Quill\nDear Ida,\nWe do not hold information on question 1.\nRegards\nTom Brill\n"
	return []byte(strings.Repeat(s, n/len(s)))
}

func salutations(n int) []byte {
	var b strings.Builder
	b.WriteString("Parking\nDear Wexley College,\nHow many permits are there?\nYours faithfully,\nIda Quill\n")
	for i := range n {
		name := strings.ToUpper(string(rune('a'+i%26))) + strings.Repeat(string(rune('a'+i/26%26)), 2+i/676)
		fmt.Fprintf(&b, "Dear %s Brill,\nThe answer to question %d is that we hold no such information at all.\nRegards\nTom %[1]s\n", name, i%9+1)
	}
	return []byte(b.String())
}

func deepMail(*testing.T) []byte {
	var b strings.Builder
	b.WriteString("From: Ida Quill <ida@home.example>\nTo: foi@wexley.ac.uk\nDate: Tue, 02 Jun 2020 09:00:00 +0000\nSubject: Parking\nMIME-Version: 1.0\n")
	for i := range 2000 {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%[1]d\n", i)
	}
	b.WriteString("Content-Type: text/plain\n\nDear Wexley College,\nHow many permits?\n")
	return []byte(b.String())
}

func workbook(t *testing.T, rows string) []byte {
	const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	return zipOf(t, map[string]string{
		"[Content_Types].xml":        xmlTop + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
		"_rels/.rels":                xmlTop + `<Relationships xmlns="` + relNS + `"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            xmlTop + `<workbook ` + main + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": xmlTop + `<Relationships xmlns="` + relNS + `"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   xmlTop + `<worksheet ` + main + `><sheetData>` + rows + `</sheetData></worksheet>`,
	})
}

func manyRows(t *testing.T, n int) []byte {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<row r="%d"><c r="A%[1]d"><v>%[1]d</v></c></row>`, i+1)
	}
	return workbook(t, b.String())
}

// busyPDF has a page whose content unpacks to hundreds of megabytes of text
// operators.
func busyPDF(t *testing.T) []byte {
	var content bytes.Buffer
	w := zlib.NewWriter(&content)
	line := []byte(strings.Repeat("1 0 0 1 50 700 Tm (aaaa) Tj ", 1000))
	if _, err := w.Write([]byte("BT /F1 10 Tf ")); err != nil {
		t.Fatal(err)
	}
	for range 8000 {
		if _, err := w.Write(line); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"+
		"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>\nendobj\n"+
		"4 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n5 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n", content.Len())
	b.Write(content.Bytes())
	b.WriteString("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
	return b.Bytes()
}
