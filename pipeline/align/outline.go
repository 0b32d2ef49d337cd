package align

import (
	"slices"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// A mail program may number the parts of a question as it does the questions:
// below "2." comes "1." to "4.", and then "3." goes on.

// minNested is how many questions must have parts numbered so.
const minNested = 2

// outline reads bare numbers as such a list in two levels, in which a number of
// the upper level may come twice. It returns nil where they make none.
func outline(cb *schema.Codebook, words fit, units []unit) []unit {
	out := slices.Clone(units)
	top, sub, offset, nested := 0, 0, 0, 0
	for i, u := range units {
		if !bare(u) {
			continue
		}
		n := bareNumber(u.label)
		upper, lower := n == top+1-offset, top > 0 && n == sub+1
		if n == top-offset && sub > 0 && !lower {
			offset, upper = offset+1, true
		}
		if top >= len(cb.Questions) {
			upper = false
		}
		switch q := child(cb, top, n); {
		case n == 0 || !upper && !(lower && q != nil):
			return nil
		case upper && (!lower || q == nil || words.sentence(u.text.Low, &cb.Questions[top]) > words.sentence(u.text.Low, q)):
			top, sub = top+1, 0
			out[i].point(thread.Point{Num: top})
		default:
			if sub = n; n == 1 {
				nested++
			}
			out[i].point(thread.Point{Num: top, Sub: sub})
		}
	}
	if nested < minNested {
		return nil
	}
	return out
}

// child is the n-th part of a question, nil if it has none.
func child(cb *schema.Codebook, top, n int) *schema.Question {
	if top < 1 || n < 1 || n > len(cb.Questions[top-1].Children) {
		return nil
	}
	return &cb.Questions[top-1].Children[n-1]
}

// point makes a unit's label name one question.
func (u *unit) point(p thread.Point) {
	u.label.Ranges = []thread.Range{{From: p, To: p}}
}
