package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"roundrobin/pipeline/align"
	"roundrobin/pipeline/code"
	"roundrobin/pipeline/collect"
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
	codebook *schema.Codebook
	results  []tables.Result // by request id
	problems []thread.Problem
	source   string // SHA-256 over the input
	sample   bool
}

// pass reads every input once and takes each thread through the stages up to
// the one named.
func (s *session) pass(ctx context.Context, until stage) (*passed, error) {
	if err := s.checkInput(); err != nil {
		return nil, err
	}
	cb, err := s.loadCodebook()
	if err != nil {
		return nil, err
	}
	ref, err := code.LoadReference(s.reference)
	if err != nil {
		return nil, err
	}
	bar := newProgress(s.progressOutput())
	defer bar.wait()
	p := &passed{codebook: cb, sample: s.isSample()}
	threads, err := s.read(ctx, p, bar)
	if err != nil {
		return nil, err
	}
	bar.begin("code", len(threads))
	p.results, err = inOrder(ctx, s.jobs, threads, func(t *thread.Thread) (tables.Result, error) {
		defer bar.step()
		return process(t, cb, ref, until), nil
	})
	return p, err
}

// process takes one thread through the stages.
func process(t *thread.Thread, cb *schema.Codebook, ref *code.Reference, until stage) tables.Result {
	t.BatchID = cmp.Or(t.BatchID, cb.Batch) // most forms of input do not name it
	r := tables.Result{Thread: t}
	if until < toSegment {
		return r
	}
	r.Passages = segment.Segment(t, cb)
	if until < toAlign {
		return r
	}
	aligned := align.Align(t, r.Passages, cb)
	if until < toCode {
		return r
	}
	r.Coded = code.Code(t, r.Passages, aligned, ref, cb)
	return r
}

// read makes the threads of all inputs.
func (s *session) read(ctx context.Context, p *passed, bar *progress) ([]*thread.Thread, error) {
	reader, err := collect.NewReader(collect.Options{
		Root: s.collected, Reference: s.reference, Sample: p.sample, CacheDir: cacheDir,
	})
	if err != nil {
		return nil, err
	}
	items, err := collect.Find(s.collected)
	if err != nil {
		return nil, err
	}
	if len(items) == 0 {
		return nil, fmt.Errorf("read %s: no correspondence found", s.collected)
	}
	bar.begin("read", len(items))
	read, err := inOrder(ctx, s.jobs, items, func(it collect.Item) (collect.Result, error) {
		defer bar.step()
		threads, problems, err := reader.Read(it)
		return collect.Result{Threads: threads, Problems: problems}, err
	})
	if err != nil {
		return nil, err
	}
	threads, problems := collect.Settle(read)
	p.problems, p.source = problems, sourceHash(threads)
	return threads, nil
}

// cacheDir keeps what is slow to make from one run to the next, such as the
// compiled reader of PDF files. Nothing in it changes what a build makes.
const cacheDir = "data/cache"

// sourceHash names the input: the SHA-256 over path and SHA-256 of every file
// that became a thread, by request id.
func sourceHash(threads []*thread.Thread) string {
	h := sha256.New()
	for _, t := range threads {
		fmt.Fprintf(h, "%s  %s\n", t.Source.SHA256, t.Source.Path)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// report prints the problems with their places and fails where one of them is
// an error.
func report(w io.Writer, collected string, problems []thread.Problem) error {
	failed := 0
	for _, p := range problems {
		place := collected + "/" + p.SourcePath
		if p.Locator != "" {
			place += ", " + p.Locator
		}
		fmt.Fprintf(w, "%s: %s: %s: %s\n", place, p.Severity, p.Kind, p.Detail)
		if p.Severity == "error" {
			failed++
		}
	}
	if failed > 0 {
		return fmt.Errorf("%d of the inputs could not be used: see the errors above and table problems", failed)
	}
	return nil
}
