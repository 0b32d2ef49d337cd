package diff

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"roundrobin/queries"
)

// Formats are the ways to write a report.
var Formats = []string{"text", "markdown", "json"}

// maxListed is how many rows and how many cells Markdown lists: a comment on a
// pull request is read, and holds 65,536 characters. JSON and text list all.
const maxListed = 50

// maxValue is how much of a value is shown, in characters. JSON has all of it.
const maxValue = 60

// Write writes the report in one of Formats.
func (r *Report) Write(w io.Writer, format string) error {
	var b bytes.Buffer
	switch format {
	case "text":
		r.text(&b)
	case "markdown":
		r.markdown(&b)
	case "json":
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(r); err != nil {
			return fmt.Errorf("encode difference: %w", err)
		}
	default:
		return fmt.Errorf("unknown format %q: one of %v", format, Formats)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// heading is the first line of both forms for people.
func (r *Report) heading() string {
	if r.Bump == None {
		return fmt.Sprintf("%s to %s: no difference", r.OldVersion, r.NewVersion)
	}
	return fmt.Sprintf("%s to %s: %s", r.OldVersion, r.NewVersion, r.Bump)
}

// inputs says what went into both builds.
func (r *Report) inputs() string {
	state := map[bool]string{true: "changed", false: "the same"}
	return fmt.Sprintf("source %s, codebook %s", state[r.SourceChanged], state[r.CodebookChanged])
}

func (r *Report) text(b *bytes.Buffer) {
	fmt.Fprintf(b, "%s\n%s\n", r.heading(), r.inputs())
	for _, s := range r.Schema {
		fmt.Fprintf(b, "%s: %s\n", s.Bump, s.What)
	}
	for _, t := range r.Tables {
		fmt.Fprintf(b, "%s: %d rows, was %d; %d added, %d removed, %d changed in %d cells\n", t.Table, t.New, t.Old, t.Added, t.Removed, t.Changed, t.Cells)
	}
	for _, c := range r.Causes {
		fmt.Fprintf(b, "because of %s: %d rows, %d cells\n", c.Cause, c.Rows, c.Cells)
	}
	for _, row := range r.Rows {
		fmt.Fprintf(b, "%s %s %s (%s)\n", row.Table, row.Key, row.Change, row.Cause)
	}
	for _, c := range r.Cells {
		fmt.Fprintf(b, "%s %s %s: %s -> %s (%s)\n", c.Table, c.Key, c.Column, value(c.Old), value(c.New), c.why())
	}
}

func (r *Report) markdown(b *bytes.Buffer) {
	fmt.Fprintf(b, "## Dataset %s\n\nInput: %s.\n", r.heading(), r.inputs())
	for i, s := range r.Schema {
		if i == 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(b, "- **%s**: %s\n", s.Bump, s.What)
	}
	if len(r.Tables) > 0 {
		b.WriteString("\n| table | rows | was | added | removed | changed | cells |\n|---|--:|--:|--:|--:|--:|--:|\n")
		for _, t := range r.Tables {
			fmt.Fprintf(b, "| %s | %d | %d | %d | %d | %d | %d |\n", t.Table, t.New, t.Old, t.Added, t.Removed, t.Changed, t.Cells)
		}
		b.WriteString("\n| because of | rows | cells |\n|---|--:|--:|\n")
		for _, c := range r.Causes {
			fmt.Fprintf(b, "| %s | %d | %d |\n", c.Cause, c.Rows, c.Cells)
		}
	}
	r.markdownRows(b)
	r.markdownCells(b)
}

func (r *Report) markdownRows(b *bytes.Buffer) {
	if len(r.Rows) == 0 {
		return
	}
	b.WriteString("\n| row | change | because of |\n|---|---|---|\n")
	for _, row := range r.Rows[:min(len(r.Rows), maxListed)] {
		fmt.Fprintf(b, "| %s | %s | %s |\n", queries.InMarkdown(row.Table+" "+row.Key), row.Change, row.Cause)
	}
	rest(b, len(r.Rows), "rows")
}

func (r *Report) markdownCells(b *bytes.Buffer) {
	if len(r.Cells) == 0 {
		return
	}
	b.WriteString("\n| row | column | was | is | because of |\n|---|---|---|---|---|\n")
	for _, c := range r.Cells[:min(len(r.Cells), maxListed)] {
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", queries.InMarkdown(c.Table+" "+c.Key), c.Column, queries.InMarkdown(value(c.Old)), queries.InMarkdown(value(c.New)), queries.InMarkdown(c.why()))
	}
	rest(b, len(r.Cells), "cells")
}

// rest says how many of n were left out.
func rest(b *bytes.Buffer, n int, what string) {
	if n > maxListed {
		fmt.Fprintf(b, "\n…and %d more %s: `roundrobin diff --format text` lists all.\n", n-maxListed, what)
	}
}

// why is the cause of a cell and, where they differ, the rules behind it.
func (c *CellChange) why() string {
	was, is := strings.Join(c.OldRules, "+"), strings.Join(c.NewRules, "+")
	if was == is {
		return string(c.Cause)
	}
	return fmt.Sprintf("%s: %s -> %s", c.Cause, was, is)
}

// value is a cell on one line, shortened.
func value(v any) string {
	s, ok := v.(string)
	if !ok {
		return "null"
	}
	if r := []rune(strings.Join(strings.Fields(s), " ")); len(r) > maxValue {
		return string(r[:maxValue]) + "…"
	}
	return strings.Join(strings.Fields(s), " ")
}
