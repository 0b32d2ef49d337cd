package main

import (
	"context"
	"io"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roundrobin/pipeline/thread"
)

// TestPassIsTheSameAtAnyWidth runs the stages with one worker and with many.
func TestPassIsTheSameAtAnyWidth(t *testing.T) {
	run := func(jobs int) *passed {
		s := &session{stdout: io.Discard, stderr: io.Discard}
		s.collected, s.reference = "../data/sample", "../data/reference"
		s.out, s.jobs = filepath.Join(t.TempDir(), "out"), jobs
		p, err := s.pass(context.Background(), toCode)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	one, many := run(1), run(8)
	if len(one.results) == 0 {
		t.Fatal("no results")
	}
	if one.source != many.source {
		t.Errorf("sources %s and %s", one.source, many.source)
	}
	if diff := cmp.Diff(one.results, many.results); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(one.problems, many.problems); diff != "" {
		t.Error(diff)
	}
}

// TestFaultOfOneThread holds a bug in the rules to be a problem of the thread it
// shows in: without a codebook they cannot but fail.
func TestFaultOfOneThread(t *testing.T) {
	m, err := line{until: toCode}.guarded(&thread.Thread{RequestID: "r", Source: thread.Source{Path: "r.yaml"}})
	if err != nil || m.fault == nil || m.fault.Kind != problemFault || m.fault.SourcePath != "r.yaml" || m.fault.Severity != "error" {
		t.Errorf("%+v, %v", m, err)
	}
}

func TestInOrder(t *testing.T) {
	in := make([]int, 100)
	for i := range in {
		in[i] = i
	}
	out, err := inOrder(context.Background(), 7, in, func(i int) (int, error) { return i * i, nil })
	if err != nil {
		t.Fatal(err)
	}
	for i, v := range out {
		if v != i*i {
			t.Fatalf("result %d is %d", i, v)
		}
	}
	if _, err := inOrder(context.Background(), 3, in, func(i int) (int, error) {
		if i == 5 {
			return 0, io.ErrUnexpectedEOF
		}
		return i, nil
	}); err != io.ErrUnexpectedEOF {
		t.Errorf("error %v is not that of the input", err)
	}
}
