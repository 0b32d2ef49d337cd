package publish

import (
	"bytes"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/template"

	"roundrobin/schema"
)

const codebookFile = "codebook.md"

//go:embed codebook.md.tmpl
var codebookText string

// reliability is what make folds measured on the threads kept aside.
//
//go:embed reliability.txt
var reliability string

var codebookTemplate = template.Must(template.New(codebookFile).Funcs(template.FuncMap{
	"join": strings.Join,
	"line": oneLine,
	"key":  keyRole,

	"reliability": func() string { return strings.TrimSpace(reliability) },
}).Parse(codebookText))

// document is what the codebook's template is filled with.
type document struct {
	Notice    string
	Codebook  *schema.Codebook
	Questions []questionLine
	Tables    []*schema.Table
	Version   string
	Received  int     // requests in this build
	Answers   []tally // answers by disposition
	Review    int     // answers that a person should look at
	Coders    []tally
	Problems  []tally // by severity and kind
	Unread    []tally // attachments by status other than read
}

// questionLine is a node of the questionnaire, headings too.
type questionLine struct {
	*schema.Question
	Depth int
}

// Indent is the white space in front of the line.
func (q questionLine) Indent() string { return strings.Repeat("  ", q.Depth) }

type tally struct {
	Value string
	Count int
}

// writeCodebook writes the codebook as people read it: questions, variables,
// codes, how each is decided, every column, and what this build lacks.
func (r *Release) writeCodebook() error {
	d := document{
		Notice: strings.TrimSpace(r.notice()), Codebook: r.Codebook, Version: Version,
		Questions: questionLines(r.Codebook.Questions, 0),
		Received:  len(r.table("requests").Cells),
		Answers:   r.table("answers").tally("disposition"),
		Coders:    r.table("answers").tally("coder"),
		Problems:  r.table("problems").tally("severity", "kind"),
	}
	for _, t := range r.Tables {
		d.Tables = append(d.Tables, t.Schema)
	}
	for _, n := range r.table("answers").tally("needs_review") {
		if n.Value == "true" {
			d.Review = n.Count
		}
	}
	d.Unread = slices.DeleteFunc(r.table("attachments").tally("text_status"),
		func(t tally) bool { return t.Value == "read" })
	var b bytes.Buffer
	if err := codebookTemplate.Execute(&b, d); err != nil {
		return fmt.Errorf("fill template: %w", err)
	}
	return r.writeFile(codebookFile, b.Bytes())
}

func questionLines(qs []schema.Question, depth int) []questionLine {
	var out []questionLine
	for i := range qs {
		out = append(out, questionLine{&qs[i], depth})
		out = append(out, questionLines(qs[i].Children, depth+1)...)
	}
	return out
}

// tally counts rows by the values of some columns, sorted by value.
func (t Table) tally(columns ...string) []tally {
	counts := map[string]int{}
	for _, cells := range t.Cells {
		var parts []string
		for _, c := range columns {
			parts = append(parts, csvCell(cells[t.column(c)]))
		}
		counts[strings.Join(parts, " ")]++
	}
	var out []tally
	for _, v := range slices.Sorted(maps.Keys(counts)) {
		out = append(out, tally{v, counts[v]})
	}
	return out
}

// keyRole tells what part a column has in the keys of its table.
func keyRole(t *schema.Table, column string) string {
	var parts []string
	if slices.Contains(t.PrimaryKey, column) {
		parts = append(parts, "primary")
	}
	for _, k := range t.ForeignKeys {
		if slices.Contains(k.Fields, column) {
			parts = append(parts, "→ "+k.Reference.Resource)
		}
	}
	return strings.Join(parts, ", ")
}

// oneLine makes a text fit a cell of a Markdown table.
func oneLine(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "|", `\|`)
}
