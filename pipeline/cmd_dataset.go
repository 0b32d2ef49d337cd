package main

import (
	"context"
	"errors"
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
	var r *publish.Release
	err = replace(s.out, s.stderr, func(dir string) error {
		if err := p.writeTables(dir, rows); err != nil {
			return err
		}
		r = p.release(dir, rows)
		if err := r.Write(ctx); err != nil {
			return err
		}
		if r.Failed > 0 {
			return setAside(dir, s.out)
		}
		return nil
	})
	if errors.Is(err, errSetAside) {
		fmt.Fprint(s.stdout, r.Checks)
		return errors.Join(tellProblems(s.stderr, s.collected, p.problems), failedChecks(r.Failed), err)
	}
	if err != nil {
		return err
	}
	if !s.quiet {
		p.account(s.stdout, s.out, rows)
		fmt.Fprint(s.stdout, r.Checks)
	}
	return errors.Join(tellProblems(s.stderr, s.collected, p.problems), failedChecks(r.Failed))
}

func (p *passed) release(dir string, rows []tables.Rows) *publish.Release {
	r := &publish.Release{Dir: dir, Codebook: p.codebook, Sample: p.sample, Source: p.source, Persons: map[string][]string{}}
	for _, result := range p.results {
		r.Persons[result.Thread.RequestID] = result.Thread.Persons
	}
	for _, t := range rows {
		r.Tables = append(r.Tables, publish.Table(t))
	}
	return r
}

func runChecks(ctx context.Context, db *queries.DB, w io.Writer) error {
	failed, _, err := db.RunChecks(ctx, w)
	if err != nil {
		return err
	}
	return failedChecks(failed)
}

func failedChecks(n int) error {
	if n > 0 {
		return fmt.Errorf("%d checks failed (see roundrobin check)", n)
	}
	return nil
}
