package collect

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"
)

const maxPart = 64 << 20 // bytes of one unpacked part of an Office file

// zipType looks into a zip for the part that makes it an Office document.
func zipType(data []byte) string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return typeZip
	}
	for _, f := range z.File {
		switch f.Name {
		case "word/document.xml":
			return typeDOCX
		case "xl/workbook.xml":
			return typeXLSX
		case "content.xml":
			return odfType(z)
		}
	}
	return typeZip
}

// odfType takes the media type that every OpenDocument file states in its
// first part.
func odfType(z *zip.Reader) string {
	kind, err := part(z, "mimetype")
	if err != nil {
		return typeODT
	}
	return strings.TrimSpace(string(kind))
}

// part unpacks one part of an Office file.
func part(z *zip.Reader, name string) ([]byte, error) {
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxPart+1))
	if err == nil && len(data) > maxPart {
		err = errTooLarge
	}
	return data, err
}

// readOffice runs a walker over one part of a zipped document.
func readOffice(data []byte, name string, walk func(z *zip.Reader, dec *xml.Decoder) (string, error)) document {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return failed(statusCorrupt)
	}
	content, err := part(z, name)
	switch {
	case err == errTooLarge:
		return failed(statusTooLarge)
	case err != nil:
		return failed(statusCorrupt)
	}
	text, err := walk(z, xml.NewDecoder(bytes.NewReader(content)))
	if err != nil {
		return failed(statusCorrupt)
	}
	return document{text: text}
}

func readDOCX(data []byte) document {
	return readOffice(data, "word/document.xml", func(z *zip.Reader, dec *xml.Decoder) (string, error) {
		w := docxWalker{links: docxLinks(z), numbers: docxNumbering(z)}
		if err := w.walk(dec); err != nil {
			return "", err
		}
		return w.out.String(), nil
	})
}

func readODT(data []byte) document {
	return readOffice(data, "content.xml", func(_ *zip.Reader, dec *xml.Decoder) (string, error) {
		var w odtWalker
		if err := w.walk(dec); err != nil {
			return "", err
		}
		return w.out.String(), nil
	})
}

// flow collects paragraphs and tables as text: a paragraph is a line, a table
// row a line with a tab between cells, paragraphs of one cell are joined by a
// space.
type flow struct {
	out   strings.Builder
	line  strings.Builder
	cells []string // of the row being read, of the outermost table
	depth int      // of nested tables
}

func (f *flow) endParagraph() {
	if f.depth == 0 {
		f.out.WriteString(strings.TrimRight(f.line.String(), " \t") + "\n")
		f.line.Reset()
		return
	}
	if f.line.Len() > 0 {
		f.line.WriteByte(' ')
	}
}

func (f *flow) endCell() {
	if f.depth == 1 {
		f.cells = append(f.cells, strings.Join(strings.Fields(f.line.String()), " "))
		f.line.Reset()
	}
}

func (f *flow) endRow() {
	if f.depth == 1 {
		f.out.WriteString(strings.TrimRight(strings.Join(f.cells, "\t"), "\t") + "\n")
		f.cells = f.cells[:0]
	}
}

// link adds the address of a link behind its text, unless the text shows it.
func (f *flow) link(start int, target string) {
	shown := f.line.String()
	if start <= len(shown) {
		shown = shown[start:]
	}
	bare := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(target, "https://"), "http://"), "/")
	if strings.HasPrefix(target, "http") && !strings.Contains(shown, bare) {
		f.line.WriteString(" (" + target + ")")
	}
}

func attribute(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// docxLinks maps the ids of a document's hyperlinks to their addresses.
func docxLinks(z *zip.Reader) map[string]string {
	data, err := part(z, path.Join("word", "_rels", "document.xml.rels"))
	if err != nil {
		return nil
	}
	var rels struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	if xml.Unmarshal(data, &rels) != nil {
		return nil
	}
	links := map[string]string{}
	for _, rel := range rels.Relationship {
		links[rel.ID] = rel.Target
	}
	return links
}
