package main

import (
	"context"
	"fmt"

	"github.com/spf13/pflag"

	"roundrobin/pipeline/publish/diff"
)

var diffCommand = command{
	name: "diff", args: "OLD NEW", short: "tell two builds apart: rows and cells, why, and what version is due",
	example: "roundrobin diff --format markdown data/build-old data/build",
	flags: func(f *pflag.FlagSet, o *options) {
		f.StringVar(&o.format, "format", "text", fmt.Sprintf("how to print the difference `NAME`: one of %v", diff.Formats))
	},
	run: runDiff,
}

func runDiff(ctx context.Context, s *session, args []string) error {
	if len(args) != 2 {
		return usageError{fmt.Errorf("diff takes two builds, got %d arguments", len(args))}
	}
	r, err := diff.Compare(ctx, args[0], args[1])
	if err != nil {
		return err
	}
	return r.Write(s.stdout, s.format)
}
