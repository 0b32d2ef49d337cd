package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/pflag"

	"roundrobin/pipeline/collect"
)

// politePause is the least time between two requests to a site.
const politePause = time.Second

// fetchOptions are the flags of fetching.
type fetchOptions struct {
	from, to, contact string
	pause             time.Duration
}

// fetching lets a command fetch correspondence from a site in the place of
// what it does with correspondence that is there.
func fetching(c command) command {
	flags, run := c.flags, c.run
	var fetch fetchOptions
	c.flags = func(f *pflag.FlagSet, o *options) {
		flags(f, o)
		f.StringVar(&fetch.from, "from", "", "fetch the request page at `URL`, or those listed in a file, a line each, and their attachments")
		f.StringVar(&fetch.to, "to", "", "folder `DIR` for what is fetched; with files of an earlier run it goes on from there")
		f.StringVar(&fetch.contact, "contact", "", "your e-mail address or page, which the site is told `TEXT`")
		f.DurationVar(&fetch.pause, "pause", 5*time.Second, "time between two requests to the site `TIME`")
	}
	c.run = func(ctx context.Context, s *session, args []string) error {
		if fetch.from == "" && fetch.to == "" {
			return run(ctx, s, args)
		}
		return fetch.run(ctx, s)
	}
	return c
}

func (o *fetchOptions) run(ctx context.Context, s *session) error {
	switch {
	case o.from == "" || o.to == "":
		return usageError{errors.New("--from and --to go together")}
	case o.contact == "":
		return usageError{errors.New("--contact is needed: a site may want to reach who fetches from it")}
	case o.pause < politePause:
		return usageError{fmt.Errorf("--pause %v is less than %v", o.pause, politePause)}
	}
	opts := collect.FetchOptions{Dir: o.to, Contact: o.contact, Pause: o.pause}
	if !s.quiet {
		opts.Log = func(line string) { fmt.Fprintln(s.stdout, line) }
	}
	got, err := collect.Fetch(ctx, o.from, opts)
	fmt.Fprintf(s.stdout, "%s: %d files fetched, %d as they were, %d not to be had\n", o.to, got.New, got.Unchanged, len(got.Failed))
	if err != nil {
		return fmt.Errorf("%w (run the command again to go on)", err)
	}
	for _, line := range got.Failed {
		fmt.Fprintln(s.stderr, line)
	}
	if len(got.Failed) > 0 {
		return fmt.Errorf("%d files could not be fetched", len(got.Failed))
	}
	return nil
}
