package main

import (
	"cmp"
	"context"
	"fmt"

	"roundrobin/pipeline/align"
	"roundrobin/pipeline/code"
	"roundrobin/pipeline/review"
	"roundrobin/pipeline/segment"
	"roundrobin/pipeline/tables"
	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// stage is how far a pass goes.
type stage int

const (
	toCollect stage = iota
	toSegment
	toAlign
	toCode
)

// passed is what a pass over the collected folder made.
type passed struct {
	codebook  *schema.Codebook
	results   []tables.Result  // by request id
	applied   []review.Applied // decisions of people, by request id
	unapplied []string         // file and line of decisions on other requests
	problems  []thread.Problem
	source    string // SHA-256 over the input
	sample    bool
}

// pass reads every input once and takes each thread through the stages up to
// the one named.
func (s *session) pass(ctx context.Context, until stage) (*passed, error) {
	if err := s.checkInput(); err != nil {
		return nil, err
	}
	l, err := s.newLine(until)
	if err != nil {
		return nil, err
	}
	bar := newProgress(s.progressOutput())
	defer bar.wait()
	p := &passed{codebook: l.codebook, sample: s.isSample()}
	threads, err := s.read(ctx, p, bar)
	if err != nil {
		return nil, err
	}
	bar.begin("code", len(threads))
	done, err := inOrder(ctx, s.jobs, threads, func(t *thread.Thread) (handled, error) {
		defer bar.step()
		return l.guarded(t)
	})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, m := range done {
		if m.fault != nil {
			p.problems = append(p.problems, *m.fault)
			continue
		}
		ids = append(ids, m.Thread.RequestID)
		p.results = append(p.results, m.Result)
		p.applied = append(p.applied, m.applied...)
	}
	p.unapplied = l.decisions.Unknown(ids)
	return p, nil
}

// line is the stages in order, up to one, with what they look up.
type line struct {
	until     stage
	codebook  *schema.Codebook
	reference *code.Reference
	decisions *review.Decisions
}

func (s *session) newLine(until stage) (l line, err error) {
	l.until, l.decisions = until, &review.Decisions{}
	if l.codebook, err = s.loadCodebook(); err != nil {
		return l, err
	}
	if l.reference, err = code.LoadReference(s.reference); err != nil {
		return l, err
	}
	if s.decisions != "" && until >= toCode {
		l.decisions, err = review.LoadDecisions(s.decisions)
	}
	return l, err
}

// handled is what became of one thread.
type handled struct {
	tables.Result
	applied []review.Applied
	fault   *thread.Problem // a bug in the rules: nothing was made of the thread
}

// guarded is process behind a barrier: where the rules fail on a thread, that is a
// problem of this thread, and the others are built.
func (l line) guarded(t *thread.Thread) (m handled, err error) {
	defer func() {
		if r := recover(); r != nil {
			m, err = handled{fault: &thread.Problem{SourcePath: t.Source.Path, Locator: t.RequestID, Kind: problemFault, Severity: "error",
				Detail: fmt.Sprintf("the rules failed on this thread, which is a bug to report: %v", r)}}, nil
		}
	}()
	return l.process(t)
}

// problemFault is the kind of problem that a bug in the rules is.
const problemFault = "internal_fault"

// process takes one thread through the stages.
func (l line) process(t *thread.Thread) (m handled, err error) {
	t.BatchID = cmp.Or(t.BatchID, l.codebook.Batch) // most forms of input do not name it
	m.Thread = t
	if l.until < toSegment {
		return m, nil
	}
	m.Passages, m.Coded = l.rules(t)
	if l.until < toCode {
		return m, nil
	}
	if m.applied, err = l.decisions.Apply(t, &m.Coded); err != nil {
		return m, err
	}
	for _, a := range m.applied {
		m.Decisions = append(m.Decisions, tables.Decision(a))
	}
	earlier, evidence := l.earlier(t)
	m.Earlier, m.Coded.Evidence = earlier, append(m.Coded.Evidence, evidence...)
	return m, nil
}

// rules takes one thread through the stages that read it, as far as the line goes.
func (l line) rules(t *thread.Thread) ([]thread.Passage, thread.Coded) {
	passages := segment.Segment(t, l.codebook)
	if l.until < toAlign {
		return passages, thread.Coded{}
	}
	aligned := align.Align(t, passages, l.codebook)
	if l.until < toCode {
		return passages, thread.Coded{}
	}
	return passages, code.Code(t, passages, aligned, l.reference, l.codebook)
}
