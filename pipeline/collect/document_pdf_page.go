package collect

import (
	"fmt"
	"slices"
	"strings"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// wideGap is the white space between two words, as a share of the height of
// their line, above which they stand in different columns. A justified line
// stretches a space to about one.
const wideGap = 1.6

// paragraphGap is the distance between lines, as a share of the usual one of
// the page, above which a paragraph ends.
const paragraphGap = 1.4

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
	text   strings.Builder
	gaps   int
	foot   float32 // of its first character, in points from the page's foot
	height float32 // of that character's box; 0 where it has no place
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
		if p.prev < 0 {
			line.foot, line.height = p.place(i)
		}
		line.text.WriteRune(r)
		p.prev, p.spaces = i, 0
	}
	return nil
}

// box is the place of a character; one without a place has none.
func (p *pdfPage) box(i int) (structs.FPDF_FS_RECTF, bool) {
	box, err := p.engine.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: p.page, Index: i})
	if err != nil {
		return structs.FPDF_FS_RECTF{}, false
	}
	return box.Rect, true
}

func (p *pdfPage) place(i int) (foot, height float32) {
	box, _ := p.box(i)
	foot = min(box.Top, box.Bottom)
	return foot, max(box.Top, box.Bottom) - foot
}

// isWide tells whether the gap between two characters of a line is one between
// columns.
func (p *pdfPage) isWide(before, after int) bool {
	if before < 0 {
		return false
	}
	a, okA := p.box(before)
	b, okB := p.box(after)
	_, height := p.place(before)
	return okA && okB && height > 0 && b.Left-a.Right > wideGap*height
}

// text joins the lines. A wide gap in a single line, as in a letterhead or a
// footer, is three spaces; a blank line stands where paragraphs are apart.
func (p *pdfPage) text() string {
	var out []string
	apart := paragraphGap * p.leading()
	for i := range p.lines {
		gap := "   "
		if p.lines[i].gaps > 0 && (i > 0 && p.lines[i-1].gaps > 0 || i+1 < len(p.lines) && p.lines[i+1].gaps > 0) {
			gap = "\t"
		}
		if i > 0 && p.down(i) > apart && apart > 0 {
			out = append(out, "")
		}
		out = append(out, strings.ReplaceAll(p.lines[i].text.String(), gapMark, gap))
	}
	return strings.Join(out, "\n")
}

// down is how far line i stands below the one before; 0 where it does not, as
// in the next cell or column.
func (p *pdfPage) down(i int) float32 {
	a, b := &p.lines[i-1], &p.lines[i]
	if a.height == 0 || b.height == 0 {
		return 0
	}
	return max(0, a.foot-b.foot)
}

// leading is the usual distance from line to line: the lower quartile, since a
// letter of short paragraphs has many gaps.
func (p *pdfPage) leading() float32 {
	var all []float32
	for i := 1; i < len(p.lines); i++ {
		if d := p.down(i); d > p.lines[i].height/2 {
			all = append(all, d)
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/4]
}
