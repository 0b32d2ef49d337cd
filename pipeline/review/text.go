package review

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// WriteJSON writes the whole report, indented.
func (r *Report) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(r); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// printer writes until the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

// table aligns rows of cells.
func (p *printer) table(rows [][]any) {
	tw := tabwriter.NewWriter(p.w, 0, 0, 2, ' ', 0)
	t := printer{w: tw, err: p.err}
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				t.printf("\t")
			}
			t.printf("%v", cell)
		}
		t.printf("\n")
	}
	if p.err = t.err; p.err == nil {
		p.err = tw.Flush()
	}
}

// WriteText writes the report for people: a table of fields, then what the
// confidence is worth, the rules, and every disagreement with its evidence.
func (r *Report) WriteText(w io.Writer) error {
	p := &printer{w: w}
	p.printf("%d requests coded by hand, %d of them missing in the build\n", r.Requests, len(r.Missing))
	for _, id := range r.Missing {
		p.printf("  missing: %s\n", id)
	}
	r.printFields(p)
	r.printTrust(p)
	r.printRules(p)
	p.printf("\nDisagreements\n")
	for _, f := range r.Fields {
		f.printDisagreements(p)
	}
	if p.err != nil {
		return fmt.Errorf("write report: %w", p.err)
	}
	return nil
}

func (r *Report) printFields(p *printer) {
	p.printf("\nFields (micro: over values; macro: mean over codes, null among them; -: not defined)\n")
	rows := [][]any{{"field", "n", "accuracy", "kappa", "precision", "recall", "F1", "macro-P", "macro-R", "macro-F1"}}
	for _, f := range r.Fields {
		m := f.Macro
		if m == nil {
			m = &Score{undefined, undefined, undefined}
		}
		rows = append(rows, []any{f.Group + "." + f.Field, f.N, f.Accuracy, f.Kappa, f.Micro.Precision, f.Micro.Recall, f.Micro.F1, m.Precision, m.Recall, m.F1})
	}
	p.table(rows)
	for _, m := range r.Means {
		p.printf("mean of %s (%d): accuracy %s, macro-F1 %s\n", m.Name, len(m.Fields), m.Accuracy, m.MacroF1)
	}
}

func (r *Report) printTrust(p *printer) {
	p.printf("\nConfidence of dispositions (n %d, expected calibration error %s)\n", r.Reliability.N, r.Reliability.ECE)
	rows := [][]any{{"confidence", "n", "mean", "accuracy"}}
	for _, b := range r.Reliability.Bins {
		rows = append(rows, []any{fmt.Sprintf("%.1f-%.1f", b.From, b.To), b.N, b.Confidence, b.Accuracy})
	}
	p.table(rows)
	p.printf("\nCells flagged needs_review\n")
	rows = [][]any{{"error in", "cells", "flagged", "share", "errors", "in flagged", "share"}}
	for _, f := range r.Flags {
		rows = append(rows, []any{f.Scope, f.Cells, f.Flagged, f.FlaggedShare, f.Errors, f.ErrorsFlagged, f.ErrorsCaught})
	}
	p.table(rows)
}

func (r *Report) printRules(p *printer) {
	p.printf("\nRules that fired (threads and evidence of the whole build; wrong: disagreements that cite the rule)\n")
	rows := [][]any{{"rule", "threads", "evidence", "wrong"}}
	for _, x := range r.Rules {
		rows = append(rows, []any{x.Rule, x.Threads, x.Evidence, x.Wrong})
	}
	p.table(rows)
}

func (f *FieldReport) printDisagreements(p *printer) {
	if len(f.Disagreements) == 0 {
		return
	}
	p.printf("\n%s.%s: %d of %d\n", f.Group, f.Field, len(f.Disagreements), f.N)
	for _, d := range f.Disagreements {
		p.printf("  %s: gold %s, build %s\n", strings.TrimSpace(d.Request+" "+d.Key), d.Gold, d.Output)
		for _, e := range d.Evidence {
			p.printf("    %s @%d [%s] %q\n", e.Message, e.Start, e.Rule, short(e.Quote))
		}
		if d.Answer != "" {
			p.printf("    the reply: %q\n", short(d.Answer))
		}
	}
}

// short cuts a quote to what fits a few lines.
func short(s string) string {
	const most = 240
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= most {
		return string(r)
	}
	return string(r[:most]) + "…"
}
