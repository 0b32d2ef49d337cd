package align

import (
	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// minThreads is in how many threads a feature must stand to be kept: what one
// body alone says, its name most of all, tells nothing of the others.
const minThreads = 2

// Learner counts the words of answers for a lexicon. It learns from replies that
// name their questions, so it needs no codes: what stands under "4." or the
// wording of question 4 answers it.
type Learner struct {
	codebook *schema.Codebook
	counts   schema.Counts
	threads  map[string]int    // in how many threads a feature stood
	last     map[string]string // the last of them
}

// NewLearner begins to count for a codebook.
func NewLearner(cb *schema.Codebook) *Learner {
	return &Learner{codebook: cb, counts: schema.Counts{}, threads: map[string]int{}, last: map[string]string{}}
}

// Add counts what the replies of a thread say under one label each, and what stands
// before their answers, about the law and in messages that answer nothing.
func (l *Learner) Add(t *thread.Thread, ps []thread.Passage) {
	shared := map[thread.Span]int{}
	aligned := Align(t, ps, l.codebook)
	for _, a := range aligned {
		for _, p := range a.Paragraphs {
			shared[p[0]]++
		}
	}
	for _, a := range aligned {
		if a.Method != thread.ByLabel && a.Method != thread.ByWording {
			continue
		}
		for _, p := range a.Paragraphs {
			if shared[p[0]] == 1 {
				l.count(t.RequestID, a.QuestionID, t.NewView(p...))
			}
		}
	}
	for _, p := range ps {
		m := t.Messages[p.Ref.Message]
		if p.Role == thread.RolePreamble || p.Role == thread.RoleNotice ||
			m.Direction == thread.Received && m.Kind != thread.KindResponse && m.Kind != thread.KindReview {
			l.count(t.RequestID, schema.Elsewhere, t.View(p))
		}
	}
}

func (l *Learner) count(request, id string, v thread.View) {
	for _, s := range v.Sentences() {
		for _, f := range schema.Features(s.Low) {
			if l.counts[f] == nil {
				l.counts[f] = map[string]int{}
			}
			l.counts[f][id]++
			if l.last[f] != request {
				l.last[f] = request
				l.threads[f]++
			}
		}
	}
}

// Counts are those of the features that stood in two threads.
func (l *Learner) Counts() schema.Counts {
	out := schema.Counts{}
	for f, byLeaf := range l.counts {
		if l.threads[f] >= minThreads {
			out[f] = byLeaf
		}
	}
	return out
}
