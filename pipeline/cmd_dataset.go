package main

import (
	"context"
	"fmt"
	"io"

	"roundrobin/pipeline/publish"
	"roundrobin/pipeline/tables"
	"roundrobin/queries"
)

var datasetCommand = command{
	name: "dataset", short: "build everything: tables, database, CSV, workbook, codebook, checksums",
	example: "roundrobin dataset --collected data/sample --out data/build",
	flags:   passFlags(defaultOut),
	run:     dataset,
}

func dataset(ctx context.Context, s *session, _ []string) error {
	p, err := s.pass(ctx, toCode)
	if err != nil {
		return err
	}
	rows, err := tables.Build(p.results, p.problems)
	if err != nil {
		return err
	}
	err = replace(s.out, s.stderr, func(dir string) error {
		if err := p.writeTables(dir, rows); err != nil {
			return err
		}
		return p.release(dir, rows).Write(ctx)
	})
	if err != nil {
		return err
	}
	if !s.quiet {
		p.account(s.stdout, s.out, rows)
	}
	failed := s.checkBuild(ctx, p)
	if err := tellProblems(s.stderr, s.collected, p.problems); err != nil {
		return err
	}
	return failed
}

func (p *passed) release(dir string, rows []tables.Rows) *publish.Release {
	r := &publish.Release{Dir: dir, Codebook: p.codebook, Sample: p.sample, Source: p.source}
	for _, t := range rows {
		r.Tables = append(r.Tables, publish.Table(t))
	}
	return r
}

// checkBuild runs the checks on what was just built.
func (s *session) checkBuild(ctx context.Context, p *passed) error {
	db, err := queries.Open(s.out, p.codebook)
	if err != nil {
		return err
	}
	defer db.Close()
	w := s.stdout
	if s.quiet {
		w = io.Discard
	}
	return runChecks(ctx, db, w)
}

func runChecks(ctx context.Context, db *queries.DB, w io.Writer) error {
	failed, _, err := db.RunChecks(ctx, w)
	if err != nil {
		return err
	}
	if failed > 0 {
		return fmt.Errorf("%d checks failed (see roundrobin check)", failed)
	}
	return nil
}
