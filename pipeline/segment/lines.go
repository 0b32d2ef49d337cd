package segment

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"roundrobin/pipeline/thread"
)

// line is one line of a stored text, with what its shape tells.
type line struct {
	span      thread.Span
	text      string // trimmed, quote marks dropped
	quoted    bool   // starts with ">"
	furniture bool   // page header, footer or number
	pageBreak bool
	table     bool // holds tab-separated cells
	width     int  // in characters, as stored
}

func (l line) blank() bool { return l.text == "" }

// splitLines reads the lines of a text; of two languages side by side only the
// English.
func splitLines(ref thread.TextRef, text string) []line {
	var lines []line
	columns := findColumns(text)
	for start := 0; start < len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += start
		}
		lines = append(lines, newLine(ref, text, start, end, columns))
		start = end + 1
	}
	markFurniture(lines)
	unquoteMarks(lines, text)
	return lines
}

// unquoteMarks takes ">>" for a mark of the writer's own in front of an answer
// where nothing is quoted once: what is quoted twice stands among what is
// quoted once.
func unquoteMarks(lines []line, text string) {
	for _, l := range lines {
		if l.quoted && !strings.HasPrefix(strings.TrimLeft(text[l.span.Start:l.span.End], " \u00a0"), ">>") {
			return
		}
	}
	for i := range lines {
		lines[i].quoted = false
	}
}

func newLine(ref thread.TextRef, text string, start, end int, c columns) line {
	from, to := c.read(text[start:end])
	start, end = start+from, start+to
	s := text[start:end]
	l := line{
		pageBreak: strings.ContainsRune(s, '\f') || strings.TrimSpace(s) == `\f`,
		table:     strings.ContainsRune(strings.TrimSpace(s), '\t'),
		width:     utf8.RuneCountInString(strings.TrimRight(s, " \r")),
	}
	body := strings.TrimLeft(s, " \u00a0")
	if strings.HasPrefix(body, ">") {
		l.quoted = true
		body = strings.TrimLeft(body, "> ")
	}
	l.text = strings.TrimSpace(strings.Trim(body, "\f\r"))
	if l.pageBreak && l.text == `\f` {
		l.text = ""
	}
	l.span = thread.Span{Ref: ref, Start: start, End: end}
	return l
}

var (
	digits     = regexp.MustCompile(`[0-9]+`)
	spaces     = regexp.MustCompile(`\s+`)
	pageNumber = regexp.MustCompile(`(?i)^(?:[-–| ]*(?:page|tudalen|p\.)\s*[0-9]+(?:\s*(?:of|/|o)\s*[0-9]+)?[-–| .]*|[-–] ?[0-9]+ ?[-–]|[0-9]+ ?(?:/|of) ?[0-9]+)$`)
)

// pageNamed matches a short line at the edge of a page that ends with its number,
// as the reference and "page 2" on the second of two pages, and speaksOfPage a
// line that sends the reader to a page.
var (
	pageNamed    = regexp.MustCompile(`(?i)^(?:\S+\s+){1,12}(?:page|tudalen)\s*[0-9]+(?:\s*(?:of|/|o)\s*[0-9]+)?$`)
	speaksOfPage = regexp.MustCompile(`(?i)\b(?:see|refer|gweler|at|on|from|is|are)\b`)
)

// pageZone is how many lines at the head and foot of a page can be furniture.
const pageZone = 4

// markFurniture finds page headers and footers: page numbers, and lines that
// recur, but for their digits, at the edges of pages.
func markFurniture(lines []line) {
	var edges []int
	pages := 0
	flush := func(page []int) {
		pages++
		head, foot := page[:min(pageZone, len(page))], page[max(0, len(page)-pageZone):]
		edges = append(append(edges, head...), foot...)
	}
	var page []int
	for i, l := range lines {
		if l.pageBreak {
			flush(page)
			page = nil
		}
		if !l.blank() {
			page = append(page, i)
		}
	}
	flush(page)
	for i := range lines {
		if pageNumber.MatchString(lines[i].text) {
			lines[i].furniture = true
		}
	}
	if pages < 2 {
		return
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	seen := map[string]int{}
	for _, i := range edges {
		seen[shape(lines[i].text)]++
	}
	for _, i := range edges {
		if pageNamed.MatchString(lines[i].text) && !speaksOfPage.MatchString(lines[i].text) && thread.LeadingLabel(strings.ToLower(lines[i].text)).Len == 0 {
			lines[i].furniture = true
		}
		if seen[shape(lines[i].text)] > 1 && !labelled(lines[i].text) && utf8.RuneCountInString(lines[i].text) > 3 {
			lines[i].furniture = true
		}
	}
}

// labelled tells whether a line is a question's label, which recurs with other
// numbers as page numbers do: "Part 5".
func labelled(s string) bool {
	l := thread.LeadingLabel(strings.ToLower(s))
	return l.Explicit && len(s)-l.Len < 20
}

func shape(s string) string {
	return spaces.ReplaceAllString(digits.ReplaceAllString(strings.ToLower(s), "#"), " ")
}
