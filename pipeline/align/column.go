package align

import (
	"regexp"
	"strings"
)

// A table of answers may have more columns than the question and the answer:
// the subject, the service that answers. Its head says which one answers.

// answerHead matches the head of the column of answers.
var answerHead = regexp.MustCompile(`^(?:our |the |university(?:'s)? )?(?:answers?|responses?|outcomes?|repl(?:y|ies)|information (?:provided|held|supplied)|ateb(?:ion)?|ymateb)$`)

// answerColumns cuts the rows of such a table down to the column of answers and
// what stands behind it.
func answerColumns(units []unit) {
	column := -1
	for i := range units {
		u := &units[i]
		cells := strings.Split(u.view.Low, "\t")
		if len(cells) < 2 {
			continue
		}
		if at := answerCell(cells); at > 0 {
			column = at
			*u = unit{view: u.view, text: u.text, divider: true}
			continue
		}
		if column < 2 || len(cells) <= column || u.label.Len == 0 || u.restated != nil {
			continue
		}
		at := 0
		for range column {
			at += strings.IndexByte(u.view.Text[at:], '\t') + 1
		}
		if at >= u.label.Len {
			u.text, u.titles, u.divider = u.view.Slice(at, len(u.view.Text)).Trim(), nil, false
		}
	}
}

// answerCell is the place of the column of answers in the head of a table, -1
// where a row is none.
func answerCell(cells []string) int {
	for i, cell := range cells {
		if answerHead.MatchString(strings.TrimSpace(cell)) {
			return i
		}
	}
	return -1
}
