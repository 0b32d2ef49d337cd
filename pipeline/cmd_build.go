package main

import (
	"context"
	"fmt"

	"github.com/spf13/pflag"

	"roundrobin/queries"
)

var checkCommand = command{
	name: "check", short: "run the checks on a build; every row found is a failure",
	example: "roundrobin check --out data/build",
	flags:   buildFlags,
	run: func(ctx context.Context, s *session, _ []string) error {
		return s.withBuild(ctx, func(db *queries.DB) error { return runChecks(ctx, db, s.stdout) })
	},
}

var summariseCommand = command{
	name: "summarise", args: "[NAME…]", short: "print the summaries of a build, or those named",
	example: "roundrobin summarise --out data/build response_rates overt_covert",
	flags:   buildFlags,
	run: func(ctx context.Context, s *session, names []string) error {
		return s.withBuild(ctx, func(db *queries.DB) error { return db.RunSummaries(ctx, s.out, s.stdout, names...) })
	},
}

var queryCommand = command{
	name: "query", args: "SQL", short: "run SQL on a copy of a build's tables",
	example: `roundrobin query --format csv "SELECT disposition, count(*) FROM answers GROUP BY ALL ORDER BY ALL"`,
	flags: func(f *pflag.FlagSet, o *options) {
		buildFlags(f, o)
		f.StringVar(&o.format, "format", "table", fmt.Sprintf("how to print the result `NAME`: one of %v", queries.Formats))
	},
	run: query,
}

// buildFlags are the flags of every command that reads a build.
func buildFlags(f *pflag.FlagSet, o *options) {
	f.StringVar(&o.out, "out", defaultOut, "folder of the build `DIR`")
	f.StringVar(&o.codebook, "codebook", "", "codebook `FILE` it was made with; the built-in one if empty")
}

func query(ctx context.Context, s *session, args []string) error {
	if len(args) != 1 {
		return usageError{fmt.Errorf("query takes one SQL text, got %d arguments", len(args))}
	}
	cb, err := s.loadCodebook()
	if err != nil {
		return err
	}
	return queries.Query(ctx, s.out, cb, args[0], s.format, s.stdout)
}

// withBuild opens a build for do, and says first where it is made from
// invented threads.
func (s *session) withBuild(ctx context.Context, do func(*queries.DB) error) error {
	cb, err := s.loadCodebook()
	if err != nil {
		return err
	}
	db, err := queries.Open(s.out, cb)
	if err != nil {
		return err
	}
	defer db.Close()
	r, err := db.Run(ctx, "SELECT 1 FROM institutions WHERE is_sample LIMIT 1")
	if err != nil {
		return err
	}
	if len(r.Rows) > 0 {
		fmt.Fprint(s.stdout, sampleNotice)
	}
	return do(db)
}
