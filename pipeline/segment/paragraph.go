package segment

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"roundrobin/pipeline/thread"
)

// paragraph is a run of lines that belong together, and its reading form.
type paragraph struct {
	parts     []thread.Span
	view      thread.View
	quoted    bool
	furniture bool
	label     thread.Label
	firstLine int // bytes of view on the first of several lines, 0 where there is but one
}

// paragraphs undoes hard wraps: lines are joined unless a blank line, a label,
// a list mark, a table row or a line that ended early says otherwise. A
// sentence that a page break interrupts is joined across it.
func paragraphs(t *thread.Thread, ref thread.TextRef) []paragraph {
	lines := splitLines(ref, t.Text(ref))
	width := wrapWidth(lines)
	titled := titlesAnswers(lines, width)
	var out []paragraph
	var cur []line
	flush := func() {
		if len(cur) > 0 {
			out = append(out, newParagraph(t, cur))
		}
		cur = nil
	}
	broken := false // a page break since the last line
	for i, l := range lines {
		switch {
		case l.furniture:
			out = append(out, newParagraph(t, []line{l}))
		case l.blank():
			if l.pageBreak {
				broken = true
			} else if !interrupted(cur) || !broken && !endsPage(lines[i:]) {
				flush()
			}
		default:
			if l.pageBreak {
				broken = true
			}
			if len(cur) > 0 && (!joins(cur[len(cur)-1], l, width, broken) || heads(cur[len(cur)-1], lines[i:], width) ||
				titled && len(cur) == 1 && headed(cur[0], l)) {
				flush()
			}
			cur = append(cur, l)
			broken = false
		}
	}
	flush()
	slices.SortStableFunc(out, func(a, b paragraph) int { return a.parts[0].Start - b.parts[0].Start })
	return out
}

func newParagraph(t *thread.Thread, lines []line) paragraph {
	p := paragraph{quoted: lines[0].quoted, furniture: lines[0].furniture}
	for i, l := range lines {
		if n := len(p.parts); i > 0 && p.parts[n-1].End+1 == l.span.Start {
			p.parts[n-1].End = l.span.End
		} else {
			p.parts = append(p.parts, l.span)
		}
	}
	p.view = t.NewView(p.parts...)
	p.label = thread.LeadingLabel(p.view.Low)
	if len(lines) > 1 {
		p.firstLine = len(t.NewView(lines[0].span).Trim().Text)
	}
	return p
}

// endsPage tells whether nothing but furniture stands before the next page.
func endsPage(lines []line) bool {
	for _, l := range lines {
		switch {
		case l.pageBreak:
			return true
		case !l.blank() && !l.furniture:
			return false
		}
	}
	return false
}

// interrupted tells whether the lines so far stop in the middle of a sentence.
func interrupted(cur []line) bool {
	if len(cur) == 0 {
		return false
	}
	last := cur[len(cur)-1]
	r, _ := utf8.DecodeLastRuneInString(last.text)
	return !strings.ContainsRune(".?!:;", r) && len(strings.Fields(last.text)) > 3
}

var webAddress = regexp.MustCompile(`^(?:https?:|www\.)`)

var listMark = regexp.MustCompile(`^(?:[•·▪◦*–-]\s|o\s{2,}|\([a-z0-9]{1,3}\)\s)`)

// plainAnswers are the answers of a word or two.
const plainAnswers = `(?:yes|no|n/?a|none|nil|not (?:applicable|held))`

// wholeReply matches a line that is such an answer by itself.
var wholeReply = regexp.MustCompile(`(?i)^` + plainAnswers + `\.?$`)

// joins tells whether next goes on with the paragraph that prev belongs to.
func joins(prev, next line, width int, broken bool) bool {
	if prev.quoted != next.quoted || prev.table || next.table || listMark.MatchString(next.text) || wholeReply.MatchString(next.text) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(next.text)
	if strings.HasPrefix(next.text, "References") && len(next.text) < 12 || strings.HasPrefix(next.text, "Visible links") {
		return false
	}
	if openEnd.MatchString(prev.text) && !(headed(prev, next) && prev.width < width*2/3) {
		return true
	}
	lowerStart := unicode.IsLower(first) && !webAddress.MatchString(next.text)
	last, _ := utf8.DecodeLastRuneInString(prev.text)
	ends := strings.ContainsRune(".?!:;", last)
	if label := thread.LeadingLabel(strings.ToLower(next.text)); label.Len > 0 && (ends || label.Explicit || width == 0 || endsEarly(prev, next, width)) {
		return false
	}
	if broken {
		return lowerStart || !ends && len(strings.Fields(prev.text)) > 3
	}
	if width == 0 {
		return lowerStart && !ends
	}
	return lowerStart && !ends || !endsEarly(prev, next, width)
}

// openEnd is a line that cannot end there: "exempt under section", before a line
// that begins with "25(1)." and looks like a label.
var openEnd = regexp.MustCompile(`(?i)\b(?:sections?|regulations?|articles?|paragraphs?|under|of|the|and|or|to|by|with|from|at|for|until|between)$`)

// heads tells whether the first of the lines is a heading that just happens to
// begin where the line before it was full: short, without a mark at its end,
// and the text goes on with a capital.
func heads(prev line, lines []line, width int) bool {
	if len(lines) < 2 || width == 0 || lines[1].blank() {
		return false
	}
	l := lines[0]
	first, _ := utf8.DecodeRuneInString(l.text)
	next, _ := utf8.DecodeRuneInString(lines[1].text)
	return strings.HasSuffix(prev.text, ".") && unicode.IsUpper(first) && unicode.IsUpper(next) &&
		l.width < width*2/3 && strings.IndexByte(".,;:?!", l.text[len(l.text)-1]) < 0 && endsEarly(l, lines[1], width)
}

// minTitles is how many labelled headings on lines of their own make a letter
// that puts one over each answer.
const minTitles = 3

// titlesAnswers tells whether a letter puts a labelled heading over each answer:
// "B5. Criteria" on a line that the wrap did not end.
func titlesAnswers(lines []line, width int) bool {
	n := 0
	for i := range max(0, len(lines)-1) {
		if headed(lines[i], lines[i+1]) && endsEarly(lines[i], lines[i+1], width) {
			n++
		}
	}
	return width > 0 && n >= minTitles
}

// headed tells whether a line can be a labelled heading over the next one: it
// has a label, no mark at its end, and the text below begins with a capital.
func headed(l, next line) bool {
	if l.blank() || next.blank() || l.table || next.table || strings.IndexByte(".,;:?!", l.text[len(l.text)-1]) >= 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(next.text)
	n := len(headMark.FindString(l.text))
	if n == 0 {
		n = thread.LeadingLabel(strings.ToLower(l.text)).Len
	}
	return n > 0 && n < len(l.text) && unicode.IsUpper(first) && len(strings.Fields(l.text)) <= maxTitle
}

// headMark is a label of the letter's own: "B5.", "R 12)".
var headMark = regexp.MustCompile(`^[A-Z]{1,2} ?\d{1,2}[.):]? `)

// maxTitle is the longest labelled heading, in words.
const maxTitle = 14

// redactionSlack allows for words that redaction made shorter than they were
// when the line was wrapped.
const redactionSlack = 14

// endsEarly tells whether the first word of next would have fitted on prev:
// the writer, not the wrap, ended the line.
func endsEarly(prev, next line, width int) bool {
	word, _, _ := strings.Cut(next.text, " ")
	room := width - prev.width - 1 - utf8.RuneCountInString(word)
	if strings.Contains(prev.text, "[") {
		room -= redactionSlack
	}
	return room > 0
}

// minWrap is the narrowest column at which text is wrapped, as in one of two columns:
// a text of shorter lines was written in lines.
const minWrap = 24

// maxWrap is the widest column at which mail and letters are wrapped; a text
// with wider lines as a rule is not wrapped at all.
const maxWrap = 110

// spacedCells is a line set in columns by spaces, which no wrap made.
var spacedCells = regexp.MustCompile(`\S {3,}\S`)

// wrapWidth estimates the column at which a text was wrapped, 0 where it was
// not.
func wrapWidth(lines []line) int {
	var widths []int
	long := 0
	for _, l := range lines {
		switch {
		case l.blank() || l.table || l.furniture || spacedCells.MatchString(l.text):
		case l.width > maxWrap && strings.Contains(strings.TrimSpace(l.text), " "):
			long++
		case l.width <= maxWrap:
			widths = append(widths, l.width)
		}
	}
	if len(widths) < 2 || long > 2 && long*12 > len(widths) {
		return 0
	}
	slices.Sort(widths)
	if width := widths[(len(widths)-1)*97/100]; width >= minWrap {
		return width
	}
	return 0
}
