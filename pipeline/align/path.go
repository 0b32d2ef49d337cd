package align

import (
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// The weights of the signals. An anchor is a unit that opens the answer to one
// or more questions; each signal for it adds, each sign against it takes away,
// and the best path through the reply is the alignment (Viterbi 1967).
const (
	gainWording  = 4.0 // the question is restated
	gainExplicit = 3.0 // "Question 4"
	gainNumber   = 2.0 // "4."
	gainNumSub   = 2.5 // "4(a)"
	gainLetter   = 1.2 // "a)", of the question the reply is at
	gainTitle    = 1.6 // a heading that names the matter
	gainCue      = 0.5 // its words speak of what the question asks
	gainNext     = 0.6 // it is the next question in order
	gainForward  = 0.2 // it lies ahead
	costBack     = 2.5 // it lies behind
	costBackSure = 0.5 // it lies behind, but says its number or wording in full
)

// anchor is a step of the path: a unit and the nodes whose answer it opens.
type anchor struct {
	unit   int
	nodes  []*schema.Question
	method string
	titled bool // by a heading of the officer's own
	gain   float64
}

// state is the best path that ends at a node.
type state struct {
	score   float64
	reached bool
	path    *step
}

type step struct {
	anchor anchor
	before *step
}

// bestPath finds the best consistent assignment of units to questions under
// one numbering.
func bestPath(cb *schema.Codebook, units []unit, n numbering, order map[*schema.Question]int) ([]anchor, float64) {
	states := make([]state, len(order)+1) // by position of the current node + 1; 0 before the first
	nodes := make([]*schema.Question, len(order)+1)
	for q, i := range order {
		nodes[i+1] = q
	}
	states[0].reached = true
	for i, u := range units {
		next := make([]state, len(states))
		for at, s := range states {
			if !s.reached {
				continue
			}
			keep(next, at, state{s.score - ignored(u), true, s.path})
			for _, a := range candidates(cb, u, n, topOf(nodes[at])) {
				a.unit = i
				a.gain += inOrder(at, order[a.nodes[0]]+1, a)
				to := order[a.nodes[len(a.nodes)-1]] + 1
				keep(next, to, state{s.score + a.gain, true, &step{a, s.path}})
			}
		}
		states = next
	}
	best := states[0]
	for _, s := range states {
		if s.reached && (!best.reached || s.score > best.score) {
			best = s
		}
	}
	var out []anchor
	for p := best.path; p != nil; p = p.before {
		out = append([]anchor{p.anchor}, out...)
	}
	return out, best.score
}

func keep(states []state, at int, s state) {
	if !states[at].reached || s.score > states[at].score {
		states[at] = s
	}
}

// ignored is the cost of reading a unit as mere text though it bears signals.
func ignored(u unit) float64 {
	cost := 0.0
	if u.restated != nil {
		cost += gainWording / 2
	}
	switch {
	case u.label.Len == 0:
	case u.label.Explicit:
		cost += gainExplicit / 2
	default:
		cost += gainLetter / 4
	}
	return cost
}

// inOrder is what the order of questions says for a step from one position to
// another.
func inOrder(from, to int, a anchor) float64 {
	switch {
	case to == from+1:
		return gainNext
	case to > from:
		return gainForward
	case a.method == thread.ByWording || a.titled || a.gain >= gainExplicit:
		return -costBackSure
	}
	return -costBack
}

// candidates are the anchors that a unit can be, given the question at the top
// of which the reply is.
func candidates(cb *schema.Codebook, u unit, n numbering, top *schema.Question) []anchor {
	var out []anchor
	var byLabel []*schema.Question
	gain := 0.0
	if u.label.Len > 0 {
		byLabel = n.resolve(cb, u.label, top)
		gain = labelGain(u.label)
		if n.top != thread.Arabic && u.label.Script == n.top {
			gain = gainNumber
		}
	}
	if u.restated != nil {
		g := gainWording
		if len(byLabel) > 0 && byLabel[0] == u.restated {
			g += gain
		}
		return []anchor{{nodes: []*schema.Question{u.restated}, method: thread.ByWording, gain: g}}
	}
	if len(u.titles) > 0 && !share(byLabel, u.titles) {
		byLabel = nil // the writer's own numbers: "A5. Internal methods"
	}
	if len(byLabel) > 0 {
		g := gain
		if u.text.Text == "" {
			g -= gainCue
		} else if cued(byLabel, u.text.Low) {
			g += gainCue
		}
		method := thread.ByLabel
		if len(byLabel) > 1 {
			method = thread.ByGroup
		}
		out = append(out, anchor{nodes: byLabel, method: method, gain: g})
	}
	if len(u.titles) > 0 {
		g, nodes := gainTitle, u.titles
		if len(byLabel) > 0 {
			g, nodes = g+gainCue, common(u.titles, byLabel)
		}
		out = append(out, anchor{nodes: nodes, method: thread.ByGroup, titled: true, gain: g})
	}
	for _, q := range u.asks {
		g := gainTitle
		if byTitle := titled(cb, strings.TrimRight(u.view.Low, `? "')`)); slices.Contains(byTitle, q) {
			g += gainCue
		}
		out = append(out, anchor{nodes: []*schema.Question{q}, method: thread.ByGroup, titled: true, gain: g})
	}
	return out
}

// common are the questions of a that stand in b, themselves or by their heading.
func common(a, b []*schema.Question) []*schema.Question {
	var out []*schema.Question
	for _, q := range a {
		if share([]*schema.Question{q}, b) {
			out = append(out, q)
		}
	}
	return out
}

// share tells whether a question of a stands in b, itself or by its heading.
func share(a, b []*schema.Question) bool {
	return slices.ContainsFunc(a, func(q *schema.Question) bool {
		return slices.ContainsFunc(b, func(t *schema.Question) bool { return t == q || topOf(t) == q || topOf(q) == t })
	})
}

func labelGain(l thread.Label) float64 {
	p := l.Ranges[0].From
	switch {
	case l.Explicit && p.Num > 0:
		return gainExplicit
	case p.Num > 0 && p.Sub > 0:
		return gainNumSub
	case p.Num > 0:
		return gainNumber
	}
	return gainLetter
}

func cued(nodes []*schema.Question, low string) bool {
	for _, q := range nodes {
		if schema.Matches(q.Cues, low) {
			return true
		}
	}
	return false
}
