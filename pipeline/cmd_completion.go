package main

import (
	"context"
	_ "embed"
	"fmt"
	"strings"
	"text/template"

	"github.com/spf13/pflag"

	"roundrobin/queries"
)

// completionScript is filled with the names that bash is to know.
//
//go:embed completion.bash.tmpl
var completionScript string

// completionCommand is a function since the script lists all commands, itself
// among them.
func completionCommand() command {
	return command{
		name: "completion", args: "bash", short: "print what completes commands, flags, tables and summaries in bash",
		example: "source <(roundrobin completion bash)",
		run:     completion,
	}
}

// names are what the script completes.
type names struct {
	Commands                   []command
	Formats, Tables, Summaries []string
}

func completion(_ context.Context, s *session, args []string) error {
	if len(args) != 1 || args[0] != "bash" {
		return usageError{fmt.Errorf("completion takes the name of a shell, bash, got %q", args)}
	}
	n := names{Commands: commands(), Formats: queries.Formats}
	var err error
	if n.Tables, err = queries.TableNames(); err != nil {
		return err
	}
	summaries, err := queries.Summaries()
	if err != nil {
		return err
	}
	for _, q := range summaries {
		n.Summaries = append(n.Summaries, q.Name)
	}
	t, err := template.New("completion").Funcs(template.FuncMap{"join": strings.Join}).Parse(completionScript)
	if err != nil {
		return fmt.Errorf("read completion script: %w", err)
	}
	return t.Execute(s.stdout, n)
}

// Name is what the command is called by.
func (c command) Name() string { return c.name }

// Flags lists the flags with their dashes.
func (c command) Flags() []string {
	var flags []string
	c.flagSet(&options{}).VisitAll(func(f *pflag.Flag) { flags = append(flags, "--"+f.Name) })
	return append(flags, "--help")
}
