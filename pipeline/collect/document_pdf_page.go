package collect

import (
	"fmt"
	"strings"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// wideGap is the white space between two words, as a share of the height of
// their line, above which they stand in different columns. A justified line
// stretches a space to about one.
const wideGap = 1.6

// pdfPage reads the text of one page. PDFium gives a space for a gap of any
// width; where it is a wide one in neighbouring lines these are rows of a
// table, and a tab stands for it.
type pdfPage struct {
	engine pdfium.Pdfium
	page   references.FPDF_TEXTPAGE
	lines  []pdfLine
	prev   int // index of the last character that is no space, -1 at the start of a line
	spaces int // spaces since then
}

// pdfLine is a line with a gapMark in the place of each wide gap.
type pdfLine struct {
	text strings.Builder
	gaps int
}

const gapMark = "\x1f"

func readPDFPage(engine pdfium.Pdfium, page requests.Page) (string, error) {
	loaded, err := engine.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return "", fmt.Errorf("load text: %w", err)
	}
	p := pdfPage{engine: engine, page: loaded.TextPage, lines: make([]pdfLine, 1), prev: -1}
	count, err := engine.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: p.page})
	if err != nil {
		return "", fmt.Errorf("count characters: %w", err)
	}
	for i := range count.Count {
		if err := p.character(i); err != nil {
			return "", err
		}
	}
	if _, err := engine.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: p.page}); err != nil {
		return "", fmt.Errorf("close text: %w", err)
	}
	return p.text(), nil
}

func (p *pdfPage) character(i int) error {
	got, err := p.engine.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: p.page, Index: i})
	if err != nil {
		return fmt.Errorf("read character %d: %w", i, err)
	}
	line := &p.lines[len(p.lines)-1]
	switch r := rune(got.Unicode); r {
	case 0, '\r':
	case '\n':
		p.lines = append(p.lines, pdfLine{})
		p.prev, p.spaces = -1, 0
	case ' ', '\u00a0', '\t':
		p.spaces++
	default:
		if p.spaces > 0 && p.isWide(p.prev, i) {
			line.text.WriteString(gapMark)
			line.gaps++
		} else {
			line.text.WriteString(strings.Repeat(" ", p.spaces))
		}
		line.text.WriteRune(r)
		p.prev, p.spaces = i, 0
	}
	return nil
}

// isWide tells whether the gap between two characters of a line is one between
// columns. Characters without a place have none.
func (p *pdfPage) isWide(before, after int) bool {
	if before < 0 {
		return false
	}
	a, errA := p.engine.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: p.page, Index: before})
	b, errB := p.engine.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: p.page, Index: after})
	if errA != nil || errB != nil {
		return false
	}
	height := max(a.Rect.Top, a.Rect.Bottom) - min(a.Rect.Top, a.Rect.Bottom)
	return height > 0 && b.Rect.Left-a.Rect.Right > wideGap*height
}

// text joins the lines. A wide gap in a single line, as in a letterhead or a
// footer, is three spaces.
func (p *pdfPage) text() string {
	out := make([]string, len(p.lines))
	for i := range p.lines {
		gap := "   "
		if p.lines[i].gaps > 0 && (i > 0 && p.lines[i-1].gaps > 0 || i+1 < len(p.lines) && p.lines[i+1].gaps > 0) {
			gap = "\t"
		}
		out[i] = strings.ReplaceAll(p.lines[i].text.String(), gapMark, gap)
	}
	return strings.Join(out, "\n")
}
