package collect

import (
	"encoding/xml"
	"errors"
	"io"
)

// docxWalker reads word/document.xml (WordprocessingML, ECMA-376 part 1,
// chapter 17).
type docxWalker struct {
	flow
	links   map[string]string // relationship id → address
	numbers *numbering
	link    struct {
		start  int
		target string
	}
	para struct{ list, level string } // numbering of the paragraph being read
	skip int                          // depth inside an element that is left out
}

func (w *docxWalker) walk(dec *xml.Decoder) error {
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
			if w.skip > 0 || leftOut(e.Name.Local) {
				w.skip++
				continue
			}
			if err := w.open(dec, e); err != nil {
				return err
			}
		case xml.EndElement:
			if w.skip > 0 {
				w.skip--
				continue
			}
			w.close(e.Name.Local)
		}
	}
}

// leftOut tells elements without text of the letter: the second form of a text
// box, deleted and moved text, field codes.
func leftOut(name string) bool {
	switch name {
	case "Fallback", "del", "moveFrom", "instrText", "delText":
		return true
	}
	return false
}

func (w *docxWalker) open(dec *xml.Decoder, e xml.StartElement) error {
	switch e.Name.Local {
	case "t":
		var text string
		if err := dec.DecodeElement(&text, &e); err != nil {
			return err
		}
		w.number()
		w.line.WriteString(text)
	case "tab":
		w.line.WriteByte('\t')
	case "br", "cr":
		w.lineBreak()
	case "noBreakHyphen":
		w.line.WriteByte('-')
	case "numId":
		w.para.list = attribute(e, "val")
	case "ilvl":
		w.para.level = attribute(e, "val")
	case "hyperlink":
		w.link.start, w.link.target = w.line.Len(), w.links[attribute(e, "id")]
	case "tbl":
		w.depth++
	}
	return nil
}

func (w *docxWalker) close(name string) {
	switch name {
	case "p":
		w.para.list, w.para.level = "", ""
		w.endParagraph()
	case "tc":
		w.endCell()
	case "tr":
		w.endRow()
	case "tbl":
		w.depth--
	case "hyperlink":
		w.flow.link(w.link.start, w.link.target)
	}
}

// number writes the label of a numbered paragraph before its first text, since
// Word keeps it out of the text.
func (w *docxWalker) number() {
	if w.para.list == "" {
		return
	}
	if label := w.numbers.next(w.para.list, w.para.level); label != "" {
		w.line.WriteString(label + " ")
	}
	w.para.list, w.para.level = "", ""
}

func (f *flow) lineBreak() {
	if f.depth > 0 {
		f.line.WriteByte(' ')
		return
	}
	f.out.WriteString(f.line.String() + "\n")
	f.line.Reset()
}
