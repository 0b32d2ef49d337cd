package main

import (
	"testing"

	"roundrobin/pipeline/align"
	"roundrobin/pipeline/code"
	"roundrobin/pipeline/segment"
	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// BenchmarkStages measures each stage over the sample, one run through all its
// threads an operation.
func BenchmarkStages(b *testing.B) {
	cb, err := schema.DefaultCodebook()
	if err != nil {
		b.Fatal(err)
	}
	ref, err := code.LoadReference("../data/reference")
	if err != nil {
		b.Fatal(err)
	}
	ts := readAll(b, "../data/sample")
	b.Run("collect", func(b *testing.B) {
		for b.Loop() {
			readAll(b, "../data/sample")
		}
	})
	b.Run("segment", func(b *testing.B) {
		for b.Loop() {
			for _, t := range ts {
				segment.Segment(t, cb)
			}
		}
	})
	var passages [][]thread.Passage
	var aligned [][]thread.Aligned
	for i, t := range ts {
		passages = append(passages, segment.Segment(t, cb))
		aligned = append(aligned, align.Align(t, passages[i], cb))
	}
	b.Run("align", func(b *testing.B) {
		for b.Loop() {
			for _, t := range ts {
				b.StopTimer()
				ps := segment.Segment(t, cb) // aligning notes its findings in them
				b.StartTimer()
				align.Align(t, ps, cb)
			}
		}
	})
	b.Run("code", func(b *testing.B) {
		for b.Loop() {
			for i, t := range ts {
				code.Code(t, passages[i], aligned[i], ref, cb)
			}
		}
	})
}
