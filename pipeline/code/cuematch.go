package code

import (
	"slices"
	"strings"
)

// cueIndex finds the rows of contextCues by their first word.
var cueIndex = indexCues()

// cueForm is the pattern of one row, cut into its elements.
type cueForm struct {
	row      int
	elements []cueElement
}

type cueElement struct {
	class    byte // one of ~ @ # % $ * ^ & ! or 0
	words    []string
	optional bool
}

func indexCues() map[string][]cueForm {
	index := map[string][]cueForm{}
	for row, c := range contextCues {
		form := cueForm{row: row}
		for f := range strings.FieldsSeq(c.pattern) {
			form.elements = append(form.elements, newCueElement(f))
		}
		for _, w := range form.heads() {
			index[w] = append(index[w], form)
		}
	}
	return index
}

func newCueElement(f string) cueElement {
	var e cueElement
	if len(f) > 1 && strings.HasSuffix(f, "?") {
		f, e.optional = f[:len(f)-1], true
	}
	for w := range strings.SplitSeq(f, "|") {
		if len(w) == 1 && strings.Contains("~@#%$*^&!", w) {
			e.class = w[0]
			continue
		}
		e.words = append(e.words, w)
	}
	return e
}

// heads are the words a form can begin with; "#" and "%" stand for themselves.
func (f cueForm) heads() []string {
	var out []string
	for _, e := range f.elements {
		out = append(out, e.words...)
		if e.class == '#' || e.class == '%' {
			out = append(out, string(e.class))
		}
		if !e.optional && e.class != '^' && e.class != '&' && e.class != '~' {
			break
		}
	}
	return out
}

// longestCue is the row that takes most words from word i on, and the words it
// takes; those a "*" passes over are not taken.
func longestCue(words []contextWord, i int) (*contextCue, []int) {
	var best *contextCue
	var taken []int
	for _, key := range []string{words[i].text, dateClass(words[i].text)} {
		for _, f := range cueIndex[key] {
			if at, ok := matchCue(f.elements, words, i); ok && len(at) > len(taken) {
				best, taken = &contextCues[f.row], at
			}
		}
	}
	return best, taken
}

func matchCue(elements []cueElement, words []contextWord, i int) ([]int, bool) {
	if len(elements) == 0 {
		return nil, true
	}
	e, rest := elements[0], elements[1:]
	switch {
	case e.class == '^':
		if i > 0 && !subjectAfter[words[i-1].text] {
			return nil, false
		}
		return matchCue(rest, words, i)
	case e.class == '&':
		if i == 0 || !beForms[words[i-1].text] && !(i > 1 && isAdverb(words[i-1].text) && beForms[words[i-2].text]) {
			return nil, false
		}
		return matchCue(rest, words, i)
	case e.class == '!':
		if i < len(words) && strings.Trim(words[i].text, ".,;)") != "" {
			return nil, false
		}
		return matchCue(rest, words, i)
	case e.class == '*':
		return skipWords(rest, words, i)
	}
	if i < len(words) && e.matches(words[i].text) {
		if tail, ok := matchCue(rest, words, i+1); ok {
			return append([]int{i}, tail...), true
		}
	}
	if e.optional || e.class == '~' {
		return matchCue(rest, words, i)
	}
	return nil, false
}

// skipWords matches the rest of a pattern behind at most six words.
func skipWords(rest []cueElement, words []contextWord, i int) ([]int, bool) {
	for j := i; j <= len(words) && j <= i+6; j++ {
		if at, ok := matchCue(rest, words, j); ok {
			return at, true
		}
		if j < len(words) && strings.Contains(";()", words[j].text) {
			break
		}
	}
	return nil, false
}

func (e cueElement) matches(w string) bool {
	switch e.class {
	case '~':
		return isAdverb(w)
	case '@':
		if isParticiple(w) {
			return true
		}
	case '#', '%':
		if dateClass(w) == string(e.class) {
			return true
		}
	case '$':
		return len(w) > 1 || w == "a"
	}
	return slices.Contains(e.words, w)
}
