package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/google/renameio/v2"
	"github.com/spf13/pflag"

	"roundrobin/pipeline/align"
	"roundrobin/pipeline/segment"
	"roundrobin/schema"
)

var learnCommand = func() command {
	file := ""
	return command{
		name: "learn", args: "DIR...", short: "count the words of answers that name their questions, for the codebook's lexicon",
		example: "roundrobin learn --lexicon schema/lexicon.tsv data/sample data/evaluation/dev",
		flags: func(f *pflag.FlagSet, o *options) {
			passFlags(defaultOut)(f, o)
			for _, name := range []string{"collected", "out", "decisions"} {
				f.MarkHidden(name)
			}
			f.StringVar(&file, "lexicon", "schema/lexicon.tsv", "`FILE` to write")
		},
		run: func(ctx context.Context, s *session, folders []string) error {
			if len(folders) == 0 {
				return usageError{errors.New("learn needs a folder of correspondence")}
			}
			return s.learn(ctx, file, folders)
		},
	}
}()

// learn counts the words of the correspondence in folders.
func (s *session) learn(ctx context.Context, file string, folders []string) error {
	cb, err := s.loadCodebook()
	if err != nil {
		return err
	}
	learner := align.NewLearner(cb)
	for _, s.collected = range folders {
		p, err := s.pass(ctx, toCollect)
		if err != nil {
			return err
		}
		if err := tellProblems(s.stderr, s.collected, p.problems); err != nil {
			return err
		}
		for _, r := range p.results {
			learner.Add(r.Thread, segment.Segment(r.Thread, cb))
		}
	}
	var b bytes.Buffer
	counts := learner.Counts()
	if err := schema.WriteLexicon(&b, counts); err != nil {
		return err
	}
	if err := renameio.WriteFile(file, b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write lexicon: %w", err)
	}
	if !s.quiet {
		fmt.Fprintf(s.stdout, "%s: %d words and pairs\n", file, len(counts))
	}
	return nil
}
