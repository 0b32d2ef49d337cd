package report

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"path"
	"strings"
	"unicode/utf8"
)

//go:embed templates/*.tmpl
var templateFiles embed.FS

// page is what a template is filled with.
type page struct {
	Template, Title string
	Root            string // path to the folder of the report, "" or "../"
	Data            *data
	Institution     *institution
}

// shown is a summary, or some rows of it, with its chart and table.
type shown struct {
	*figures
	Shown   []figureRow
	Columns []tableColumn
	Chart   *chart
}

// tableColumn is a column of a summary that is shown, with its place there.
type tableColumn struct {
	Name  string
	Index int
}

func parseTemplates(d *data) (*template.Template, error) {
	t := template.New("report").Funcs(template.FuncMap{
		"words": words, "sentence": sentence, "join": strings.Join, "upper": strings.ToUpper, "text": show,
		"statuses": func() []status { return statuses },
		"rows":     d.rowsOf, "top": top, "first": first, "fig": fig, "name": d.name,
		"title": d.titleOf, "show": d.show, "some": d.showRows,
		"to": address, "link": linked, "here": here, "kind": kindOf, "together": together, "period": period, "rule": rule, "fill": patternOf,
	})
	names, err := fs.Glob(templateFiles, "templates/*.tmpl")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := templateFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if _, err := t.New(strings.TrimSuffix(path.Base(name), ".tmpl")).Parse(outdent(string(text))); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// outdent drops the indentation of a template, which would be most of a page's
// bytes. It is done before the template is filled, so no quote is touched.
func outdent(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

func (d *data) show(name string) (shown, error) {
	f, err := d.figuresOf(name)
	if err != nil {
		return shown{}, err
	}
	return d.showRows(name, f.Title, f.All())
}

// showRows shows some rows of a summary. Where they are picked by their group,
// its columns say nothing and are left out.
func (d *data) showRows(name, title string, rows []figureRow) (shown, error) {
	f, err := d.figuresOf(name)
	if err != nil {
		return shown{}, err
	}
	s := shown{figures: f, Shown: rows, Chart: d.chartOf(title, rows)}
	for i, name := range f.Columns {
		if len(rows) == len(f.Rows) || !(name == "grouping" || name == "group") {
			s.Columns = append(s.Columns, tableColumn{name, i})
		}
	}
	return s, nil
}

// first is the first row, nil where there is none.
func first(rows []figureRow) *figureRow {
	if len(rows) == 0 {
		return nil
	}
	return &rows[0]
}

// fig is a figure in a sentence. It leads to its summary and names its cell
// there, by which a test holds it to the summary; a null is a dash.
func fig(r figureRow, column string) (template.HTML, error) {
	text, err := r.Text(column)
	if err != nil {
		return "", err
	}
	if text == "" {
		text = "–"
	}
	e := template.HTMLEscapeString
	return template.HTML(fmt.Sprintf(`<a class=f href="figures.html#%s" data-f="%s/%d/%s">%s</a>`,
		e(r.Name), e(r.Name), r.Index, e(column), e(text))), nil
}

// address is the place of a cell or of a row of evidence.
func address(root string, i *institution, anchor string) template.URL {
	u := url.URL{Path: root + "institutions/" + i.ID + ".html", Fragment: anchor}
	return template.URL(u.String())
}

// here is an address on the same page.
func here(anchor string) template.URL {
	return template.URL((&url.URL{Fragment: anchor}).String())
}

// matrixCell is a cell of the matrix with the address of its words.
type matrixCell struct {
	Cell *cell
	To   template.URL
}

func linked(i *institution, c *cell) matrixCell { return matrixCell{c, address("", i, c.Anchor())} }

// together puts quotes that follow each other in one text under one heading.
func together(quotes []*quote) (places []place) {
	for _, q := range quotes {
		if n := len(places); n == 0 || places[n-1].letter != q.letter {
			places = append(places, place{letter: q.letter})
		}
		last := &places[len(places)-1]
		last.Quotes = append(last.Quotes, q)
	}
	return places
}

// kindOf tells how a cell is set: numbers flush right, long texts on more than
// one line.
func kindOf(v any) string {
	text, isText := v.(string)
	switch {
	case v == nil:
		return ""
	case !isText:
		return "n"
	case utf8.RuneCountInString(text) > longText:
		return "long"
	}
	return ""
}

const longText = 40
