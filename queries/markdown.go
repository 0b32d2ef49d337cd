package queries

import (
	"io"
	"regexp"
	"strings"
)

// marks are the characters that Markdown or HTML may act on.
var marks = strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "!", `\!`, "~", `\~`, "&", "&amp;", "<", "&lt;")

// mention is an at sign that would call somebody where the table is posted; one
// within a word, as in an address, calls nobody.
var mention = regexp.MustCompile(`(^|[^\pL\pN.])@`)

// InMarkdown puts a text on one line and keeps it from being read as mark-up in
// a cell of a table: what bodies wrote is shown as they wrote it.
func InMarkdown(s string) string {
	return mention.ReplaceAllString(marks.Replace(strings.Join(strings.Fields(s), " ")), "$1@\u200b")
}

// Markdown writes a table as GitHub's Markdown has it: a row a line, numbers
// flush right, null as an empty cell.
func (r *Result) Markdown(w io.Writer) error {
	rule := make([]string, len(r.Columns))
	for i := range rule {
		rule[i] = "---"
		if r.column(i).numeric {
			rule[i] = "---:"
		}
	}
	var b strings.Builder
	markdownRow(&b, r.Columns)
	b.WriteString("| " + strings.Join(rule, " | ") + " |\n")
	for _, row := range r.Rows {
		cells := make([]string, len(row))
		for i, v := range row {
			cells[i] = text(v)
		}
		markdownRow(&b, cells)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownRow(b *strings.Builder, cells []string) {
	for _, c := range cells {
		b.WriteString("| " + InMarkdown(c) + " ")
	}
	b.WriteString("|\n")
}
