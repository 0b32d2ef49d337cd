// Command roundrobin makes a dataset from the replies to one round robin of
// freedom-of-information requests. It is the only place that knows the order
// of the stages.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/spf13/pflag"
)

// Exit codes.
const (
	exitFine      = 0
	exitUntrusted = 1 // the result is missing or cannot be trusted
	exitUsage     = 2
)

// command is one subcommand. Its flags are declared on a set and its run takes
// what is left of the arguments.
type command struct {
	name, args, short, example string
	flags                      func(*pflag.FlagSet, *options)
	run                        func(context.Context, *session, []string) error
}

// session is what a command works with.
type session struct {
	options
	stdout, stderr io.Writer
}

// commands are in the order of the pass. It is a function since help is one of
// them and lists them all.
func commands() []command {
	return []command{
		collectCommand, segmentCommand, alignCommand, codeCommand, tablesCommand,
		datasetCommand, summariseCommand, checkCommand, queryCommand, reportCommand, serveCommand, diffCommand, releaseCommand, evaluateCommand, learnCommand, explainCommand, completionCommand(),
		{name: "help", args: "[COMMAND]", short: "tell of a command", example: "roundrobin help dataset", run: help},
	}
}

// usageError is a mistake in how the program was called.
type usageError struct{ error }

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	err := dispatch(ctx, args, stdout, stderr)
	var usage usageError
	switch {
	case err == nil:
		return exitFine
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "roundrobin: %v\n", err)
		return exitUsage
	default:
		fmt.Fprintf(stderr, "roundrobin: %v\n", err)
		return exitUntrusted
	}
}

func dispatch(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	s := &session{stdout: stdout, stderr: stderr}
	top := pflag.NewFlagSet("roundrobin", pflag.ContinueOnError)
	top.SetInterspersed(false)
	top.Usage = func() {}
	switch err := top.Parse(args); {
	case errors.Is(err, pflag.ErrHelp):
		return help(ctx, s, nil)
	case err != nil:
		return usageError{err}
	case top.NArg() == 0:
		help(ctx, &session{stdout: stderr}, nil)
		return usageError{errors.New("no command given")}
	}
	c, err := find(top.Arg(0))
	if err != nil {
		return err
	}
	flags := c.flagSet(&s.options)
	switch err := flags.Parse(top.Args()[1:]); {
	case errors.Is(err, pflag.ErrHelp):
		return help(ctx, s, []string{c.name})
	case err != nil:
		return usageError{fmt.Errorf("%w (see roundrobin %s --help)", err, c.name)}
	case c.args == "" && flags.NArg() > 0:
		return usageError{fmt.Errorf("%s takes no arguments, got %q", c.name, flags.Arg(0))}
	}
	return c.run(ctx, s, flags.Args())
}

func find(name string) (command, error) {
	for _, c := range commands() {
		if c.name == name {
			return c, nil
		}
	}
	return command{}, usageError{fmt.Errorf("unknown command %q (see roundrobin help)", name)}
}

func (c command) flagSet(o *options) *pflag.FlagSet {
	flags := pflag.NewFlagSet(c.name, pflag.ContinueOnError)
	flags.SetInterspersed(false)
	flags.SortFlags = false
	flags.Usage = func() {}
	if c.flags != nil {
		c.flags(flags, o)
	}
	return flags
}

// help prints the list of commands, or all on one.
func help(_ context.Context, s *session, args []string) error {
	if len(args) > 0 {
		c, err := find(args[0])
		if err != nil {
			return err
		}
		fmt.Fprintf(s.stdout, "%s\n\nUsage:\n  roundrobin %s\n", c.short, strings.TrimSpace(c.name+" [flags] "+c.args))
		if usages := c.flagSet(&options{}).FlagUsages(); usages != "" {
			fmt.Fprintf(s.stdout, "\nFlags:\n%s", usages)
		}
		fmt.Fprintf(s.stdout, "\nExample:\n  %s\n", c.example)
		return nil
	}
	fmt.Fprintln(s.stdout, "roundrobin makes a dataset from replies to a freedom-of-information round robin.\n\nCommands:")
	for _, c := range commands() {
		fmt.Fprintf(s.stdout, "  %-10s %s\n", c.name, c.short)
	}
	fmt.Fprintln(s.stdout, "\nExit codes: 0 fine, 1 the result cannot be trusted, 2 wrong usage.\n\nExample:\n  roundrobin dataset --collected data/sample --out data/build")
	return nil
}
