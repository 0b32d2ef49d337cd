package queries

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/google/renameio/v2"
)

// shownRows is how many offending rows of a check are printed.
const shownRows = 10

// RunChecks runs every check and prints those that find something, with the
// first offending rows, and a closing count. It returns how many checks of
// severity error and of severity warning did not pass.
func (db *DB) RunChecks(ctx context.Context, w io.Writer) (errors, warnings int, err error) {
	checks, err := Checks()
	if err != nil {
		return 0, 0, err
	}
	for _, c := range checks {
		r, err := db.Run(ctx, c.SQL)
		if err != nil {
			return errors, warnings, fmt.Errorf("check %s: %w", c.Name, err)
		}
		if len(r.Rows) == 0 {
			continue
		}
		if c.Severity == "error" {
			errors++
		} else {
			warnings++
		}
		if err := printFinding(w, c, r); err != nil {
			return errors, warnings, fmt.Errorf("print check %s: %w", c.Name, err)
		}
	}
	_, err = fmt.Fprintf(w, "%d checks: %d errors, %d warnings\n", len(checks), errors, warnings)
	return errors, warnings, err
}

func printFinding(w io.Writer, c Check, r *Result) error {
	n := len(r.Rows)
	r.Rows = r.Rows[:min(n, shownRows)]
	if _, err := fmt.Fprintf(w, "%s: %s\n%s\n", c.Severity, c.Name, wrap(fmt.Sprintf("%s Not so in %d:", c.Purpose, n))); err != nil {
		return err
	}
	if err := r.Table(w); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w)
	return err
}

// RunSummaries runs the summaries of the names given, or every one, prints
// each, and writes it to out/summaries/<name>.csv.
func (db *DB) RunSummaries(ctx context.Context, out string, w io.Writer, names ...string) error {
	summaries, err := named(names)
	if err != nil {
		return err
	}
	dir := filepath.Join(out, "summaries")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make folder of summaries: %w", err)
	}
	for _, q := range summaries {
		r, err := db.Run(ctx, q.SQL)
		if err != nil {
			return fmt.Errorf("summary %s: %w", q.Name, err)
		}
		var data bytes.Buffer
		if err := r.CSV(&data); err != nil {
			return fmt.Errorf("summary %s: %w", q.Name, err)
		}
		if err := renameio.WriteFile(filepath.Join(dir, q.Name+".csv"), data.Bytes(), 0o644); err != nil {
			return fmt.Errorf("write summary %s: %w", q.Name, err)
		}
		if err := printSummary(w, q, r); err != nil {
			return fmt.Errorf("print summary %s: %w", q.Name, err)
		}
	}
	return nil
}

// named returns the summaries of some names, or all for none.
func named(names []string) ([]Summary, error) {
	all, err := Summaries()
	if err != nil || len(names) == 0 {
		return all, err
	}
	var found []Summary
	for _, name := range names {
		i := slices.IndexFunc(all, func(q Summary) bool { return q.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("no summary %q", name)
		}
		found = append(found, all[i])
	}
	return found, nil
}

func printSummary(w io.Writer, q Summary, r *Result) error {
	if _, err := fmt.Fprintf(w, "%s [%s]\n%s\n\n", q.Title, q.Name, wrap(q.Purpose)); err != nil {
		return err
	}
	if len(r.Rows) == 0 {
		_, err := fmt.Fprint(w, "Nothing of the kind in this build.\n\n")
		return err
	}
	if err := r.Table(w); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w)
	return err
}
