// Package align ties what a reply says to the leaves of the questionnaire. It
// scores every passage against every question by all signals (restated
// wording, numbering in its own running context, headings, order, content) and
// takes the best consistent path; grouped answers, skipped questions, restarts
// and disorder are paths through it.
package align

import (
	"slices"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// minAnchors is how many questions must be found by label, wording or heading
// for a reply to count as answered question by question.
const minAnchors = 3

// Align finds the answers in every substantive message of a thread. It notes in
// ps which leaves a passage answers, and turns what stands before the first
// answer into preamble.
func Align(t *thread.Thread, ps []thread.Passage, cb *schema.Codebook) []thread.Aligned {
	order := map[*schema.Question]int{}
	for i := range cb.Questions {
		for _, q := range everyNode(&cb.Questions[i]) {
			order[q] = len(order)
		}
	}
	var out []thread.Aligned
	for i, m := range t.Messages {
		if m.Kind == thread.KindResponse || m.Kind == thread.KindReview {
			out = append(out, alignReply(t, ps, cb, order, i)...)
		}
	}
	mark(ps, out)
	return out
}

func alignReply(t *thread.Thread, ps []thread.Passage, cb *schema.Codebook, order map[*schema.Question]int, message int) []thread.Aligned {
	units := unitsOf(t, ps, cb, message)
	nestSections(cb, units)
	partHeads(units)
	r := bestReading(cb, units, order)
	if !labelled(r.anchors) {
		return byContent(cb, units, message)
	}
	found := answers(message, r.sections)
	unlabelled := ownUnits(r.units)
	if !numbered(r.anchors) {
		unlabelled = units
	}
	found = fill(found, byContent(cb, unlabelled, message))
	found = fill(found, fromOpening(cb, r, message))
	return fromParents(t, cb, found)
}

// fill adds to what was found the answers to leaves that have none yet.
func fill(found, more []thread.Aligned) []thread.Aligned {
	for _, a := range more {
		if !has(found, a.QuestionID) {
			found = append(found, a)
		}
	}
	return found
}

// fromOpening lets what is said before the first label answer a question, not a part
// of one: "The short answer is that we do not, and have never had a policy on it."
func fromOpening(cb *schema.Codebook, r reading, message int) []thread.Aligned {
	return slices.DeleteFunc(byContent(cb, r.units[:r.anchors[0].unit], message), func(a thread.Aligned) bool {
		return cb.Question(a.QuestionID).Parent != nil
	})
}

// ownUnits are the paragraphs which the letter numbers as its own and which name
// no question.
func ownUnits(units []unit) []unit {
	var out []unit
	for _, u := range units {
		if u.own && u.label.Len == 0 {
			out = append(out, u)
		}
	}
	return out
}

// numbered tells whether a reply goes by the numbers or the wording of the
// questions. One that goes by headings of its own can hold, under any of them,
// what answers another question.
func numbered(as []anchor) bool {
	return slices.ContainsFunc(as, func(a anchor) bool { return !a.titled })
}

// labelled tells whether anchors make a reply one that is answered question by
// question: enough of them, one that cannot be mistaken, or the first two questions
// in a row.
func labelled(as []anchor) bool {
	if len(as) >= minAnchors {
		return true
	}
	if len(as) == 2 && as[0].gain >= gainNumber && as[1].gain >= gainNumber && as[0].nodes[0].Order == 0 && as[1].nodes[0].Number == 2 {
		return true
	}
	return slices.ContainsFunc(as, func(a anchor) bool {
		return a.method == thread.ByWording || a.gain >= gainExplicit || len(a.nodes) >= minAnchors
	})
}

// mark notes on passages which leaves they answer.
func mark(ps []thread.Passage, as []thread.Aligned) {
	spans := make([][]thread.Span, len(as))
	for i := range as {
		spans[i] = as[i].Spans()
	}
	for i := range ps {
		p := &ps[i]
		if p.Role != thread.RoleAnswer {
			continue
		}
		for j, a := range as {
			if slices.ContainsFunc(spans[j], func(s thread.Span) bool {
				return s.Ref == p.Ref && s.Start < p.End && p.Start < s.End
			}) {
				p.QuestionIDs = append(p.QuestionIDs, a.QuestionID)
			}
		}
	}
	for ref, first := range firstAnswers(ps) {
		for i := range ps {
			if ps[i].Ref == ref && ps[i].Start < first && ps[i].Role == thread.RoleAnswer {
				ps[i].Role = thread.RolePreamble
			}
		}
	}
}

func firstAnswers(ps []thread.Passage) map[thread.TextRef]int {
	out := map[thread.TextRef]int{}
	for _, p := range ps {
		if _, seen := out[p.Ref]; !seen && len(p.QuestionIDs) > 0 {
			out[p.Ref] = p.Start
		}
	}
	return out
}
