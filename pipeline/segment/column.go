package segment

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"roundrobin/pipeline/thread"
)

// columns says which part of each line of a bilingual text in two columns is
// to be read. Only the English column is: the Welsh one says the same.
type columns struct {
	at   int  // where the right-hand column starts, in characters; 0 for one column
	left bool // the English stands on the left
	bar  bool // a bar divides them
}

// minRows is how many lines must have text at the same place for it to be a
// column.
const minRows = 4

// findColumns looks for a place at which many lines start anew behind a gap or
// a bar, with Welsh on one side of it and English on the other.
func findColumns(text string) columns {
	count := map[int]int{}
	bars := map[int]int{}
	lines := strings.Split(text, "\n")
	for _, l := range lines {
		if at := strings.IndexByte(l, '|'); at > 0 && strings.Count(l, "|") == 1 {
			bars[utf8.RuneCountInString(l[:at])+1]++
		}
		for _, m := range rightStart.FindAllStringIndex(l, -1) {
			count[utf8.RuneCountInString(l[:m[1]-1])]++
		}
	}
	if at := most(bars); at > 0 {
		return languages(lines, columns{at: at, bar: true})
	}
	if at := most(count); at > 0 {
		return languages(lines, columns{at: at})
	}
	return columns{}
}

// rightStart matches the gap before a right-hand column and its first letter.
var rightStart = regexp.MustCompile(`(?:^ {16,}|\S {2,})\S`)

func most(count map[int]int) int {
	best := 0
	for at, n := range count {
		if n >= minRows && at > 12 && (n > count[best] || n == count[best] && at < best) {
			best = at
		}
	}
	return best
}

// languages settles which column is English; two columns in one language are
// no translation and are left alone.
func languages(lines []string, c columns) columns {
	var left, right strings.Builder
	for _, l := range lines {
		if a, b, ok := c.cut(l); ok {
			left.WriteString(l[:a] + " ")
			right.WriteString(l[b:] + " ")
		}
	}
	l, r := welshness(left.String()), welshness(right.String())
	switch {
	case l > 0 && r < 0:
		return c
	case l < 0 && r > 0:
		c.left = true
		return c
	}
	return columns{}
}

var (
	welshWord   = regexp.MustCompile(`(?i)\b(?:yn|yr|y|ar|mae|nid|nad|ei|dan|am|neu|bod|gan|eich|cais|hon|oes|ydyw|fod|ac|wedi|cwestiwn|gwybodaeth|prifysgol|brifysgol|annwyl|diolch)\b`)
	englishWord = regexp.MustCompile(`(?i)\b(?:the|of|and|to|is|for|not|we|you|your|that|this|are|it|question|` + thread.BodyNouns + `|dear|information)\b`)
)

// welshness is above 0 for Welsh, below for English.
func welshness(s string) int {
	return len(welshWord.FindAllStringIndex(s, -1)) - len(englishWord.FindAllStringIndex(s, -1))
}

// cut finds where the left part of a line ends and the right one starts, in
// bytes; ok is false for a line that runs across both columns.
func (c columns) cut(line string) (end, start int, ok bool) {
	i, n := 0, 0
	for n < c.at && i < len(line) {
		_, size := utf8.DecodeRuneInString(line[i:])
		i += size
		n++
	}
	left := strings.TrimRight(line[:i], " |")
	if n < c.at {
		return len(left), len(line), true
	}
	if c.bar {
		return len(left), i, strings.HasSuffix(line[:i], "|")
	}
	return len(left), i, strings.HasSuffix(line[:i], "  ") || strings.TrimSpace(line[:i]) == ""
}

// read is the part of a line, in bytes, that is to be read.
func (c columns) read(line string) (start, end int) {
	if c.at == 0 {
		return 0, len(line)
	}
	left, right, ok := c.cut(line)
	switch {
	case !ok:
		return 0, len(line)
	case c.left:
		return 0, left
	}
	return right, len(line)
}

// bilingual tells whether a text says things in Welsh and again in English:
// paragraphs of either language are at least a fifth of all.
func bilingual(ps []paragraph) bool {
	welsh, english := 0, 0
	for _, p := range ps {
		switch w := welshness(p.view.Text); {
		case w > 1:
			welsh++
		case w < -1:
			english++
		}
	}
	return welsh > 1 && english > 1 && welsh*5 >= len(ps)
}
