package main

import (
	"bytes"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

// file writes an attachment's text as a file of its type.
func (a *enclosure) file(t *testing.T) []byte {
	t.Helper()
	switch {
	case strings.HasSuffix(a.Type, "/pdf"):
		return writePDF(pagesOf(a.Text))
	case strings.Contains(a.Type, "wordprocessingml"):
		return writeDOCX(t, a.Text)
	case strings.Contains(a.Type, "opendocument.text"):
		return writeODT(t, a.Text)
	case strings.Contains(a.Type, "spreadsheetml"):
		return writeXLSX(t, a.Text)
	}
	return []byte(a.Text)
}

// pagesOf splits a text where a line holds the two characters \f.
func pagesOf(text string) []string {
	var pages []string
	page := ""
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == `\f` {
			pages, page = append(pages, page), ""
			continue
		}
		page += line
	}
	return append(pages, page)
}

// writePDF sets each page in Helvetica, line by line, what stands behind a tab
// or behind three spaces and more at a stop of its own (ISO 32000-1, 7.5 and
// 9.4).
func writePDF(pages []string) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(format string, args ...any) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(offsets)}, args...)...)
	}
	enc := newPDFEncoding()
	var contents []string
	for _, page := range pages {
		contents = append(contents, pageContent(page, enc))
	}
	b.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 5+2*i))
	}
	object("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(pages))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 4 0 R >>")
	unicode := enc.toUnicode()
	object("<< /Length %d >>\nstream\n%s\nendstream", len(unicode), unicode)
	for i, content := range contents {
		object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 6+2*i)
		object("<< /Length %d >>\nstream\n%s\nendstream", len(content), content)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, xref)
	return b.Bytes()
}

// pageContent sets the lines of a page, closer together where they are many.
func pageContent(page string, enc *pdfEncoding) string {
	lines := strings.Split(strings.TrimRight(page, "\n"), "\n")
	leading := min(14, 760/float64(len(lines)))
	var s strings.Builder
	fmt.Fprintf(&s, "BT\n/F1 %.1f Tf\n", min(10, leading*0.8))
	for i, line := range lines {
		for _, c := range stops(line) {
			fmt.Fprintf(&s, "1 0 0 1 %d %.1f Tm (%s) Tj\n", c.x, 800-leading*float64(i), enc.escape(c.text))
		}
	}
	return s.String() + "ET"
}

// stop is a piece of a line and where it begins, in points.
type stop struct {
	x    int
	text string
}

var wideSpace = regexp.MustCompile(`\t| {3,}`)

func stops(line string) []stop {
	const margin, column, char = 50, 120, 5
	var out []stop
	start, tabs := 0, 0
	add := func(end int) {
		if text := strings.TrimSpace(line[start:end]); text != "" {
			x := margin + column*tabs
			if tabs == 0 {
				x += char * start
			}
			out = append(out, stop{x, text})
		}
	}
	for _, at := range wideSpace.FindAllStringIndex(line, -1) {
		add(at[0])
		if start = at[1]; line[at[0]] == '\t' {
			tabs++
		}
	}
	add(len(line))
	return out
}

// pdfEncoding is WinAnsi, with the letters that it lacks (Welsh ŵ, ŷ) at codes
// that it leaves free.
type pdfEncoding struct {
	codes map[rune]byte
	free  []byte
}

func newPDFEncoding() *pdfEncoding {
	return &pdfEncoding{map[rune]byte{}, []byte{0x81, 0x8d, 0x8f, 0x90, 0x9d, 0x80, 0x83, 0x89}}
}

func (e *pdfEncoding) escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		code, ok := e.codes[r]
		if !ok {
			if code, ok = charmap.Windows1252.EncodeRune(r); !ok || slices.Contains(e.free, code) && r > 0xff {
				code, e.free = e.free[0], e.free[1:]
			}
			e.codes[r] = code
		}
		if strings.ContainsRune(`()\`, rune(code)) {
			b.WriteByte('\\')
		}
		b.WriteByte(code)
	}
	return b.String()
}

func (e *pdfEncoding) toUnicode() string {
	byCode := map[byte]rune{}
	var codes []byte
	for r, c := range e.codes {
		byCode[c] = r
		codes = append(codes, c)
	}
	slices.Sort(codes)
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n1 begincodespacerange <00> <ff> endcodespacerange\n")
	for chunk := range slices.Chunk(codes, 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(chunk))
		for _, c := range chunk {
			fmt.Fprintf(&b, "<%02x> <%04x>\n", c, byCode[c])
		}
		b.WriteString("endbfchar\n")
	}
	return b.String() + "endcmap end end"
}

const (
	wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	relNS  = "http://schemas.openxmlformats.org/package/2006/relationships"
	xmlTop = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// writeDOCX makes each line a paragraph and each row of cells a table row.
func writeDOCX(t *testing.T, text string) []byte {
	paragraph := func(s string) string {
		return `<w:p><w:r><w:t xml:space="preserve">` + html.EscapeString(s) + `</w:t></w:r></w:p>`
	}
	var body strings.Builder
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		cells := strings.Split(line, "\t")
		switch {
		case strings.TrimSpace(line) == `\f`:
			body.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
		case len(cells) == 1:
			body.WriteString(paragraph(line))
		default:
			body.WriteString("<w:tbl><w:tr>")
			for _, c := range cells {
				body.WriteString("<w:tc>" + paragraph(c) + "</w:tc>")
			}
			body.WriteString("</w:tr></w:tbl>")
		}
	}
	var p packer
	p.add(t, "[Content_Types].xml", []byte(xmlTop+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`))
	p.add(t, "_rels/.rels", []byte(xmlTop+`<Relationships xmlns="`+relNS+`"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`))
	p.add(t, "word/document.xml", []byte(xmlTop+`<w:document `+wordNS+`><w:body>`+body.String()+`</w:body></w:document>`))
	return p.bytes(t)
}

// writeODT makes each line a paragraph and each row of cells a table row.
func writeODT(t *testing.T, text string) []byte {
	var body strings.Builder
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		cells := strings.Split(html.EscapeString(line), "\t")
		if len(cells) == 1 {
			body.WriteString("<text:p>" + cells[0] + "</text:p>")
			continue
		}
		body.WriteString("<table:table><table:table-row>")
		for _, c := range cells {
			body.WriteString("<table:table-cell><text:p>" + c + "</text:p></table:table-cell>")
		}
		body.WriteString("</table:table-row></table:table>")
	}
	const ns = "urn:oasis:names:tc:opendocument:xmlns:"
	const media = "application/vnd.oasis.opendocument.text"
	var p packer
	p.add(t, "mimetype", []byte(media))
	p.add(t, "META-INF/manifest.xml", []byte(xmlTop+`<manifest:manifest xmlns:manifest="`+ns+`manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="`+media+`"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`))
	p.add(t, "content.xml", []byte(xmlTop+`<office:document-content office:version="1.2" xmlns:office="`+ns+`office:1.0" xmlns:text="`+ns+`text:1.0" xmlns:table="`+ns+`table:1.0"><office:body><office:text>`+body.String()+`</office:text></office:body></office:document-content>`))
	return p.bytes(t)
}

// writeXLSX makes a sheet of each part under a line "Sheet: NAME"; numbers are
// numbers.
func writeXLSX(t *testing.T, text string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	sheet, row, sheets := "Sheet1", 0, 0
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		if name, ok := strings.CutPrefix(line, "Sheet: "); ok {
			if sheets++; sheets == 1 {
				must(f.SetSheetName(sheet, name))
			} else {
				_, err := f.NewSheet(name)
				must(err)
			}
			sheet, row = name, 0
			continue
		}
		row++
		var cells []any
		for c := range strings.SplitSeq(line, "\t") {
			if n, err := strconv.Atoi(c); err == nil {
				cells = append(cells, n)
			} else {
				cells = append(cells, c)
			}
		}
		must(f.SetSheetRow(sheet, "A"+strconv.Itoa(row), &cells))
	}
	must(f.SetDocProps(&excelize.DocProperties{Creator: "sample", Created: "2020-06-30T09:00:00Z", Modified: "2020-06-30T09:00:00Z"}))
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}
