package align

import (
	"regexp"
	"strconv"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// A letter may have a section for each question and number the answers afresh
// in each: "SECTION 3: DOCUMENTATION", then 1 to 5. Within a section a number
// counts the parts of its question, the question itself first.

// minSections is how many numbered section headings make such a letter.
const minSections = 3

// sectionHead matches the heading of a numbered section.
var sectionHead = regexp.MustCompile(`^(?:section|part|heading|topic|chapter) (\d{1,2})\b[\s:.)-]*(?:[^.;?]{0,70})?$`)

// nestSections turns the numbers within numbered sections into labels of the
// section's question and its parts.
func nestSections(cb *schema.Codebook, units []unit) {
	heads := sectionHeads(cb, units)
	if len(heads) < minSections {
		return
	}
	for i, h := range heads {
		end := len(units)
		if i+1 < len(heads) {
			end = heads[i+1].unit
		}
		p := thread.Point{Num: h.number}
		u := &units[h.unit]
		u.label = thread.Label{Ranges: []thread.Range{{From: p, To: p}}, Explicit: true, Len: len(u.view.Text)}
		u.text, u.titles, u.divider = u.view.Slice(len(u.view.Text), len(u.view.Text)), nil, false
		nestItems(&cb.Questions[h.number-1], units[h.unit+1:end])
	}
}

type sectionStart struct{ unit, number int }

// sectionHeads are the numbered headings that rise through the questionnaire.
func sectionHeads(cb *schema.Codebook, units []unit) []sectionStart {
	var out []sectionStart
	last := 0
	for i, u := range units {
		m := sectionHead.FindStringSubmatch(strings.Trim(u.view.Low, "=-_*# "))
		if m == nil {
			continue
		}
		if n, _ := strconv.Atoi(m[1]); n > last && n <= len(cb.Questions) {
			out, last = append(out, sectionStart{i, n}), n
		}
	}
	return out
}

// nestItems gives the numbered units of a section the labels of q's leaves. As
// many items as leaves are taken by position, however they are counted; a
// number beyond the leaves is a list within the last answer.
func nestItems(q *schema.Question, units []unit) {
	leaves := q.Under()
	if !q.Heading {
		leaves = everyNode(q)
	}
	var items []int
	for i, u := range units {
		if bareNumber(u.label) > 0 {
			items = append(items, i)
		}
	}
	for k, i := range items {
		u := &units[i]
		n := bareNumber(u.label)
		if len(items) == len(leaves) {
			n = k + 1
		}
		if n > len(leaves) || len(leaves) == 1 {
			u.text, u.label = u.view, thread.Label{}
			continue
		}
		p := thread.Point{Num: q.Number}
		if leaf := leaves[n-1]; leaf != q {
			p.Sub = leaf.Number
		}
		u.label.Ranges = []thread.Range{{From: p, To: p}}
	}
}
