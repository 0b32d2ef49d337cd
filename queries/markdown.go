package queries

import (
	"io"
	"strings"
)

// inMarkdown keeps a cell's text from being read as mark-up.
var inMarkdown = strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "&", "&amp;", "<", "&lt;")

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
		b.WriteString("| " + inMarkdown.Replace(strings.Join(strings.Fields(c), " ")) + " ")
	}
	b.WriteString("|\n")
}
