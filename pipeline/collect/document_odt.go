package collect

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// odtWalker reads content.xml of an OpenDocument text (ODF 1.2 part 1).
type odtWalker struct {
	flow
	link struct {
		start  int
		target string
	}
	paragraphs int // open paragraphs: text outside of them is layout
	skip       int
}

func (w *odtWalker) walk(dec *xml.Decoder) error {
	for {
		tok, err := dec.Token()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		switch e := tok.(type) {
		case xml.StartElement:
			if w.skip > 0 || e.Name.Local == "tracked-changes" || e.Name.Local == "annotation" {
				w.skip++
				continue
			}
			w.open(e)
		case xml.EndElement:
			if w.skip > 0 {
				w.skip--
				continue
			}
			w.close(e.Name.Local)
		case xml.CharData:
			if w.paragraphs > 0 && w.skip == 0 {
				w.line.WriteString(strings.ReplaceAll(string(e), "\n", " "))
			}
		}
	}
}

const maxSpaces = 100 // a run of spaces longer than this is layout

func (w *odtWalker) open(e xml.StartElement) {
	switch e.Name.Local {
	case "p", "h":
		w.paragraphs++
	case "tab":
		w.line.WriteByte('\t')
	case "line-break":
		w.lineBreak()
	case "s":
		n, err := strconv.Atoi(attribute(e, "c"))
		if err != nil {
			n = 1
		}
		w.line.WriteString(strings.Repeat(" ", min(max(n, 0), maxSpaces)))
	case "a":
		w.link.start, w.link.target = w.line.Len(), attribute(e, "href")
	case "table":
		w.depth++
	}
}

func (w *odtWalker) close(name string) {
	switch name {
	case "p", "h":
		w.paragraphs--
		w.endParagraph()
	case "table-cell":
		w.endCell()
	case "table-row":
		w.endRow()
	case "table":
		w.depth--
	case "a":
		w.flow.link(w.link.start, w.link.target)
	}
}
