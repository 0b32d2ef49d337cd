package main

import (
	"cmp"
	"context"
	"fmt"
	"os"

	"github.com/spf13/pflag"

	"roundrobin/pipeline/review"
	"roundrobin/pipeline/tables"
	"roundrobin/queries"
)

var evaluateCommand = command{
	name: "evaluate", short: "code the correspondence afresh and compare it with gold files",
	example: "roundrobin evaluate --collected data/sample",
	flags: func(f *pflag.FlagSet, o *options) {
		passFlags(defaultOut)(f, o)
		f.MarkHidden("out")
		f.MarkHidden("decisions")
		f.StringVar(&o.gold, "gold", "", "folder of *.gold.yaml files `DIR`; that of the correspondence if empty")
		f.BoolVar(&o.json, "json", false, "print the result as JSON, for machines")
		f.BoolVar(&o.matrix, "matrix", false, "print a confusion matrix of every variable, too")
	},
	run: evaluate,
}

// evaluate builds the tables in a folder of its own, so that it never judges a
// stale build.
func evaluate(ctx context.Context, s *session, _ []string) error {
	s.decisions = "" // what is judged is the rules
	p, err := s.pass(ctx, toCode)
	if err != nil {
		return err
	}
	rows, err := tables.Build(p.results, p.problems)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "roundrobin-evaluate-")
	if err != nil {
		return fmt.Errorf("make folder of tables: %w", err)
	}
	defer os.RemoveAll(dir)
	if err := p.writeTables(dir, rows); err != nil {
		return err
	}
	if err := s.compare(ctx, dir, p); err != nil {
		return err
	}
	return tellProblems(s.stderr, s.collected, p.problems)
}

func (s *session) compare(ctx context.Context, dir string, p *passed) error {
	db, err := queries.Open(dir, p.codebook)
	if err != nil {
		return err
	}
	defer db.Close()
	r, err := review.Evaluate(ctx, db, cmp.Or(s.gold, s.collected))
	if err != nil {
		return err
	}
	if s.json {
		return r.WriteJSON(s.stdout)
	}
	if p.sample {
		fmt.Fprint(s.stdout, sampleNotice)
	}
	if err := r.WriteText(s.stdout); err != nil || !s.matrix {
		return err
	}
	return r.WriteMatrix(s.stdout)
}
