package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"roundrobin/pipeline/publish"
	"roundrobin/pipeline/review"
	"roundrobin/pipeline/tables"
)

// The tables that are known once a stage is done. Those of a later stage, or
// with columns that only a later stage fills, are not written before it.
var (
	afterCollect = []string{"institutions", "attachments", "problems"}
	afterSegment = append([]string{"messages", "passages"}, afterCollect...)
)

// stageCommand is a pass that ends early, so that an analyst can look at what
// one stage makes. No names means all tables.
func stageCommand(name, short string, until stage, names []string) command {
	return command{
		name: name, short: short,
		example: "roundrobin " + name + " --collected data/sample --out data/build-" + name,
		flags:   passFlags(defaultOut + "-" + name),
		run: func(ctx context.Context, s *session, _ []string) error {
			p, err := s.pass(ctx, until)
			if err != nil {
				return err
			}
			rows, err := tables.Build(p.results, p.problems, names...)
			if err != nil {
				return err
			}
			err = replace(s.out, s.stderr, func(dir string) error { return p.writeTables(dir, rows) })
			if err != nil {
				return err
			}
			if !s.quiet {
				p.account(s.stdout, s.out, rows)
			}
			return tellProblems(s.stderr, s.collected, p.problems)
		},
	}
}

var (
	collectCommand = fetching(stageCommand("collect", "read the correspondence and match the institutions, or fetch some from a site", toCollect, afterCollect))
	segmentCommand = stageCommand("segment", "run up to messages and passages with their roles", toSegment, afterSegment)
	alignCommand   = stageCommand("align", "run up to passages with the questions they answer", toAlign, afterSegment)
	codeCommand    = stageCommand("code", "run up to coded answers and facts with their evidence", toCode, nil)
	tablesCommand  = stageCommand("tables", "run up to all tables as Parquet files, nothing else", toCode, nil)
)

func (p *passed) writeTables(dir string, rows []tables.Rows) error {
	return tables.Write(dir+"/tables", rows, tables.Info{
		Dataset: publish.Name, Version: publish.Version, Batch: p.codebook.Batch, Codebook: p.codebook.Hash, Source: p.source,
	})
}

// sampleNotice stands on every summary of invented data.
const sampleNotice = "INVENTED SAMPLE DATA: no fact about any real body.\n"

// account prints what was made.
func (p *passed) account(w io.Writer, out string, rows []tables.Rows) {
	if p.sample {
		fmt.Fprint(w, sampleNotice)
	}
	var parts []string
	for _, t := range rows {
		parts = append(parts, fmt.Sprintf("%s %d", t.Schema.Name, len(t.Cells)))
	}
	fmt.Fprintf(w, "%s: %d requests; rows: %s\n", out, len(p.results), strings.Join(parts, ", "))
	for _, a := range review.Agree(p.applied) {
		fmt.Fprintf(w, "%s: people decided %d cells, in %d of them as the rules did (kappa %v)\n", a.Column, a.N, a.Agreed, a.Kappa)
	}
	for _, place := range p.unapplied {
		fmt.Fprintf(w, "%s: decision on a request that is not there\n", place)
	}
}
