package align

import (
	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// numbering is one reading of the numbers in a reply. Most replies keep the
// request's; a word processor may have counted every question from 1 to the
// end, with or without the headings.
type numbering struct {
	flat []*schema.Question // n-th question counted through; nil for the request's own numbers
}

// numberings are the readings that the labels of a reply allow.
func numberings(cb *schema.Codebook, units []unit) []numbering {
	out := []numbering{{}}
	highest := 0
	for _, u := range units {
		for _, r := range u.label.Ranges {
			highest = max(highest, r.To.Num)
		}
	}
	if highest > len(cb.Questions) {
		var nodes []*schema.Question
		for i := range cb.Questions {
			nodes = append(nodes, everyNode(&cb.Questions[i])...)
		}
		out = append(out, numbering{cb.Leaves()}, numbering{nodes})
	}
	return out
}

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
