package align

import (
	"regexp"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// numbering is one reading of the numbers in a reply. Most replies keep the
// request's; a word processor may have counted every question from 1 to the
// end, with or without the headings.
type numbering struct {
	flat []*schema.Question // n-th question counted through; nil for the request's own numbers
	top  thread.Script      // what counts the questions, where it is not numbers: romans over letters, or letters over romans
}

// numberings are the readings that the labels of a reply allow.
func numberings(cb *schema.Codebook, units []unit) []numbering {
	out := []numbering{{}}
	highest := 0
	scripts := map[thread.Script]int{}
	for _, u := range units {
		for _, r := range u.label.Ranges {
			highest = max(highest, r.To.Num)
		}
		if u.label.Len > 0 && u.label.Ranges[0].From.Num == 0 && !ground.MatchString(u.text.Low) {
			scripts[u.label.Script]++
		}
	}
	if highest == 0 {
		for _, top := range []thread.Script{thread.Roman, thread.Letter} {
			if scripts[top] >= minAnchors {
				out = append(out, numbering{top: top})
			}
		}
	}
	if highest > len(cb.Questions) {
		var nodes []*schema.Question
		for i := range cb.Questions {
			nodes = append(nodes, everyNode(&cb.Questions[i])...)
		}
		out = append(out, numbering{flat: cb.Leaves()}, numbering{flat: nodes})
	}
	return out
}

// ground matches an item of a list of exemptions.
var ground = regexp.MustCompile(`^(?:section|sec|regulation|reg|s|r)s?\.? ?\d`)

func everyNode(q *schema.Question) []*schema.Question {
	out := []*schema.Question{q}
	for i := range q.Children {
		out = append(out, everyNode(&q.Children[i])...)
	}
	return out
}

// resolve finds the nodes that a label names. A bare letter belongs to the
// question that the reply is at. It returns nil where the label names none.
func (n numbering) resolve(cb *schema.Codebook, l thread.Label, top *schema.Question) []*schema.Question {
	var out []*schema.Question
	for _, r := range l.Ranges {
		if n.top != thread.Arabic && (l.Script == n.top || ninth(n.top, r.From, top)) {
			r = asNumbers(r, l.Script == n.top)
		}
		from, to := n.node(cb, r.From, top), n.node(cb, r.To, top)
		if from == nil || to == nil {
			return nil
		}
		if from == to {
			out = append(out, from)
			continue
		}
		out = append(out, n.between(cb, from, to)...)
	}
	return out
}

// asNumbers reads the letters or romans of a label as numbers of questions.
func asNumbers(r thread.Range, whole bool) thread.Range {
	if !whole { // the letter I, which looks like a roman one
		return thread.Range{From: thread.Point{Num: 9}, To: thread.Point{Num: 9}}
	}
	return thread.Range{From: thread.Point{Num: r.From.Sub}, To: thread.Point{Num: r.To.Sub}}
}

// ninth tells whether a roman one is the letter behind H: the eighth question
// has no parts.
func ninth(top thread.Script, p thread.Point, at *schema.Question) bool {
	return top == thread.Letter && p.Num == 0 && p.Sub == 1 && at != nil && at.Number == 8 && len(at.Children) == 0
}

func (n numbering) node(cb *schema.Codebook, p thread.Point, top *schema.Question) *schema.Question {
	if n.flat != nil && p.Sub == 0 {
		if p.Num > len(n.flat) {
			return nil
		}
		return n.flat[p.Num-1]
	}
	if p.Num > 0 {
		if p.Num > len(cb.Questions) {
			return nil
		}
		top = &cb.Questions[p.Num-1]
	}
	switch {
	case top == nil || p.Sub > len(top.Children):
		return nil
	case p.Sub == 0:
		return top
	}
	return &top.Children[p.Sub-1]
}

// between are the nodes from one to another. A range that ends at a question
// takes in its sub-questions: "questions 3 to 6".
func (n numbering) between(cb *schema.Codebook, from, to *schema.Question) []*schema.Question {
	var out []*schema.Question
	on := false
	for i := range cb.Questions {
		for _, q := range everyNode(&cb.Questions[i]) {
			on = on || q == from
			if on {
				out = append(out, q)
			}
			if q == to {
				if n.flat == nil {
					out = append(out, everyNode(q)[1:]...)
				}
				return out
			}
		}
	}
	return nil
}

func topOf(q *schema.Question) *schema.Question {
	for q != nil && q.Parent != nil {
		q = q.Parent
	}
	return q
}
