package code

import (
	"regexp"
	"strings"
)

// splitCells splits a line that stands at byte base of its text.
func splitCells(line string, base int) []tableCell {
	line = strings.TrimRight(line, "\r\n\f ")
	body := strings.TrimLeft(line, " |")
	base += len(line) - len(body)
	if cells := splitCommas(body, base); cells != nil {
		return cells
	}
	if m := pairLine.FindStringSubmatchIndex(body); m != nil {
		from, to := max(m[2], m[4]), max(m[3], m[5])
		if _, ok := cellCount(body[m[6]:m[7]]); ok {
			return []tableCell{trimCell(body[from:to], base+from), trimCell(body[m[6]:m[7]], base+m[6])}
		}
	}
	gaps := wideGap
	if strings.Contains(body, "\t") {
		gaps = tabGap
	}
	var out []tableCell
	from := 0
	for _, m := range append(gaps.FindAllStringIndex(body, -1), []int{len(body), len(body)}) {
		out = append(out, trimCell(body[from:m[0]], base+from))
		from = m[1]
	}
	return out
}

// pairLine is a line of its own that gives one thing its number: "Police: <5",
// "2016 fewer than ten", "2020 (to 31 May) 0".
var pairLine = regexp.MustCompile(`^[-•* ]*(?:([A-Za-z][^:\t.;]{1,48}):|((?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?(?: \([^)]{3,30}\))?)(?::| ?[=-])?) +((?:[<>~]|fewer than|less than|about|over|up to|at least|nil\b|none\b|never\b|no\b|zero\b|\d)[^:;]{0,24})$`)

func trimCell(s string, at int) tableCell {
	text := strings.TrimLeft(s, ` "`)
	at += len(s) - len(text)
	text = strings.TrimRight(text, ` "`)
	return tableCell{text, at, at + len(text)}
}

var proseComma = regexp.MustCompile(`[,;] |;$|\t|  `)

// splitCommas reads a line of a csv file; nil for anything that looks like prose.
func splitCommas(line string, base int) []tableCell {
	comma := byte(',')
	if strings.Count(line, ";") > strings.Count(line, ",") {
		comma = ';' // as programs write it where the comma is the decimal sign
	}
	if strings.IndexByte(line, comma) < 0 || proseComma.MatchString(line) {
		return nil
	}
	var out []tableCell
	from, quoted := 0, false
	for i := 0; i <= len(line); i++ {
		switch {
		case i == len(line), line[i] == comma && !quoted:
			out = append(out, trimCell(line[from:i], base+from))
			from = i + 1
		case line[i] == '"':
			quoted = !quoted
		}
	}
	if thousands.MatchString(line) && len(out) == 2 {
		return nil // "1,204" is one number
	}
	return out
}

// thousands is a number set with a comma, at the end of a line or alone.
var thousands = regexp.MustCompile(`(?:^|[\s:<>~])\d{1,3},\d{3}$`)

func digitsOnly(s string) bool { return strings.Trim(s, "0123456789") == "" }
