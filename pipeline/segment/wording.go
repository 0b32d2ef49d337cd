package segment

import (
	"strconv"
	"strings"
	"unicode"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// wording is how a thread's own request words the questionnaire: that is what
// a reply restates.
type wording struct {
	questions []asked
	rest      [][]string // tokens of its other paragraphs
}

type asked struct {
	node   *schema.Question
	tokens []string
}

// readWording finds the questions in the first message sent. The numbers in the
// request name the questions of the codebook by their position.
func readWording(t *thread.Thread, cb *schema.Codebook) wording {
	var w wording
	for i, m := range t.Messages {
		if m.Direction == thread.Sent {
			w.read(paragraphs(t, thread.Body(i)), cb)
			if len(w.questions) > 0 {
				break
			}
			w = wording{}
		}
	}
	return w
}

func (w *wording) read(ps []paragraph, cb *schema.Codebook) {
	var top *schema.Question
	for _, p := range ps {
		node, text := nextNode(cb, top, p), p.view.Text[p.label.Len:]
		if node == nil {
			if tokens := words(p.view.Text); len(tokens) > 5 {
				w.rest = append(w.rest, tokens)
			}
			continue
		}
		if node.Parent == nil {
			top = node
		}
		w.questions = append(w.questions, asked{node, words(text)})
	}
}

// nextNode is the node that a paragraph of the request asks, nil for none.
func nextNode(cb *schema.Codebook, top *schema.Question, p paragraph) *schema.Question {
	if len(p.label.Ranges) == 0 {
		return bareNext(cb, top, p)
	}
	at := p.label.Ranges[0].From
	if at.Num > 0 {
		if at.Num > len(cb.Questions) {
			return nil
		}
		top = &cb.Questions[at.Num-1]
		if at.Sub == 0 {
			return top
		}
	}
	if top == nil || at.Sub > len(top.Children) {
		return nil
	}
	return &top.Children[at.Sub-1]
}

// bareNext is the next question where the request counts without any mark:
// "1 Which policy …".
func bareNext(cb *schema.Codebook, top *schema.Question, p paragraph) *schema.Question {
	next := 0
	if top != nil {
		next = top.Number
	}
	if next >= len(cb.Questions) || !strings.HasPrefix(p.view.Text, strconv.Itoa(next+1)+" ") {
		return nil
	}
	return &cb.Questions[next]
}

// words are the lower-case words of a text, without marks.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}
