package align

import (
	"regexp"
	"slices"
	"strings"
)

// A table of answers may have more columns than the question and the answer: the
// subject, the decision, the service that answers. Its head says which is which.

// answerHeads match the head of the column of answers, the surest first. One that is
// not sure by itself needs a column of numbers beside it.
var answerHeads = []struct {
	*regexp.Regexp
	sure bool
}{
	{regexp.MustCompile(`^(?:our |the |university(?:'s)? |full )?(?:answers?|responses?|repl(?:y|ies)|information (?:provided|held|supplied|released|disclosed))\b`), true},
	{regexp.MustCompile(`\b(?:answer|response|reply)$`), true}, // "Ateb / Answer"
	{regexp.MustCompile(`^(?:ateb(?:ion)?|ymateb)\b`), true},
	{regexp.MustCompile(`^(?:details?|information|text|wording|comments?|content)$`), false},
	{regexp.MustCompile(`^(?:outcomes?|decisions?|position|results?)$`), false},
}

// furtherHead matches the head of a column that goes on with the answer.
var furtherHead = regexp.MustCompile(`\b(?:notes?|comments?|remarks?|exemptions?|withheld|reasons?|explanations?|further|additional|links?|urls?|documents?|enclosures?)\b`)

// numberHead matches the head of the column with the numbers of the questions.
var numberHead = regexp.MustCompile(`^(?:q|qu|no|nos|number|item|ref|part|line|#|q(?:uestion)? ?(?:no|number|ref)?)\.?$`)

// withholds matches a cell that says no answer is given, which belongs to the
// answer wherever it stands: a decision in a column of its own.
var withholds = regexp.MustCompile(`^(?:withh(?:e|o)ld|refuse|exempt|not held|none held|no information|n/?a\b|not applicable|s\.? ?\d|sec(?:tion)?s?\b|ncnd|neither)`)

// columns are the places of the answer in the rows of a table: from its first
// column up to and with its last.
type columns struct{ first, last int }

// headColumns reads the head of a table of three columns or more.
func headColumns(low string) (columns, bool) {
	cells := strings.Split(low, "\t")
	if len(cells) < 3 || slices.ContainsFunc(cells, func(c string) bool { return len(strings.Fields(c)) > 5 }) {
		return columns{}, false
	}
	for _, head := range answerHeads {
		at := slices.IndexFunc(cells, func(c string) bool { return head.MatchString(strings.TrimSpace(c)) })
		if at < 1 || !head.sure && !numberHead.MatchString(strings.TrimSpace(cells[0])) {
			continue
		}
		c := columns{at, at}
		for c.last+1 < len(cells) && furtherHead.MatchString(cells[c.last+1]) {
			c.last++
		}
		return c, true
	}
	return columns{}, false
}

// answerColumns cuts the rows of such a table down to the columns of the answer.
func answerColumns(units []unit) {
	var c columns
	for i := range units {
		u := &units[i]
		if head, ok := headColumns(u.view.Low); ok {
			c = head
			*u = unit{view: u.view, text: u.text, divider: true}
			continue
		}
		if c.first == 0 || strings.Count(u.view.Text, "\t") < c.first || u.label.Len == 0 || u.restated != nil {
			continue
		}
		start, end := c.within(u.view.Low)
		if start >= u.label.Len {
			u.text, u.titles, u.divider = u.view.Slice(start, end).Trim(), nil, false
		}
	}
}

// within are the bytes of a row that the answer takes: its columns, and the cells
// in front of them that say it is withheld.
func (c columns) within(row string) (start, end int) {
	cells := strings.SplitAfter(row, "\t")
	first := c.first
	for first > 1 && withholds.MatchString(cells[first-1]) {
		first--
	}
	for i, cell := range cells[:min(c.last+1, len(cells))] {
		if i < first {
			start += len(cell)
		}
		end += len(cell)
	}
	return start, end
}
