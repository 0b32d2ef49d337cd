package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/pflag"

	"roundrobin/pipeline/publish"
	"roundrobin/pipeline/publish/diff"
)

var diffCommand = command{
	name: "diff", args: "OLD NEW", short: "tell two builds apart: rows and cells, why, and what version is due",
	example: "roundrobin diff --format markdown roundrobin-0.1.0.tar.gz data/build",
	flags: func(f *pflag.FlagSet, o *options) {
		f.StringVar(&o.format, "format", "text", fmt.Sprintf("how to print the difference `NAME`: one of %v", diff.Formats))
	},
	run: runDiff,
}

func runDiff(ctx context.Context, s *session, args []string) error {
	if len(args) != 2 {
		return usageError{fmt.Errorf("diff takes two builds, got %d arguments", len(args))}
	}
	r, err := compareBuilds(ctx, args[0], args[1])
	if err != nil {
		return err
	}
	return r.Write(s.stdout, s.format)
}

// compareBuilds compares two builds, each a folder or an archive.
func compareBuilds(ctx context.Context, before, after string) (_ *diff.Report, err error) {
	var dirs [2]string
	for i, path := range []string{before, after} {
		var remove func() error
		if dirs[i], remove, err = buildFolder(path); err != nil {
			return nil, err
		}
		defer func() { err = errors.Join(err, remove()) }()
	}
	return diff.Compare(ctx, dirs[0], dirs[1])
}

// buildFolder returns the folder of a build, which for an archive is a
// temporary one.
func buildFolder(path string) (dir string, remove func() error, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", nil, usageError{fmt.Errorf("read build: %w", err)}
	}
	if info.IsDir() {
		return path, func() error { return nil }, nil
	}
	if dir, err = os.MkdirTemp("", "roundrobin-archive-"); err != nil {
		return "", nil, fmt.Errorf("make folder of archive: %w", err)
	}
	remove = func() error { return os.RemoveAll(dir) }
	if err := publish.ReadArchive(path, dir); err != nil {
		return "", nil, errors.Join(err, remove())
	}
	return dir, remove, nil
}
