package report

import (
	"regexp"
	"slices"

	"roundrobin/schema"
)

// pageName is what an institution_id must look like to name a file.
var pageName = regexp.MustCompile(`^[\pL\pN_-]+$`)

// data is all that the pages show.
type data struct {
	Codebook     *schema.Codebook
	Version      string
	Sample       bool // made from invented threads
	Ask          bool // has the page that runs SQL
	Figures      []*figures
	Tables       []schema.Table // that SQL can ask, the derived ones last
	Institutions []*institution
}

// institution is a body with its requests.
type institution struct {
	ID, Name, Nation, Region, MissionGroup string
	Requests                               []*request
}

// request is one request to the body with what was coded of the reply.
type request struct {
	ID, Reference, URL string
	Prefix             string // of the addresses of a body's further requests
	Outcome            status
	Facts              []fact // of the request itself
	Practice           []*cell
	Answers            []*cell
	Tables             []*factTable
}

// cell is one coded value with the words it rests on.
type cell struct {
	ID      string // address on the page
	grounds string // exemptions cited
	Key     string // question or variable
	Label   string
	Status  status
	Values  []string // polarity of an answer, value of a variable
	Notes   []string // grounds cited, why a person should look, and what one decided
	Quotes  []*quote
	Before  *cell // an answer as the first reply had it, where a further one came
	From    *cell // the answer that a variable without words of its own has its status from
}

// Anchor is where the cell's words are: its first row of evidence, else that
// of the answer it comes from, else the cell itself.
func (c *cell) Anchor() string {
	switch {
	case len(c.Quotes) > 0:
		return c.Quotes[0].Rows[0].ID
	case c.From != nil:
		return c.From.Anchor()
	}
	return c.ID
}

// Changed tells whether the answer before says anything else.
func (c *cell) Changed() bool {
	b := c.Before
	return b.Status.Code != c.Status.Code || !slices.Equal(b.Values, c.Values) || b.grounds != c.grounds
}

// fact is a labelled value of a request.
type fact struct {
	Label, Value string
	Quotes       []*quote
}

// factTable holds the rows of a table of facts.
type factTable struct {
	Title   string
	Columns []string
	Rows    []factRow
}

type factRow struct {
	Cells  []string
	Quotes []*quote
}

// add adds a row. One that differs from a row before in its question alone and
// rests on the same words, as where a whole request is refused, joins that row.
func (t *factTable) add(row factRow) {
	question := slices.Index(t.Columns, "question_id")
	i := slices.IndexFunc(t.Rows, func(r factRow) bool { return question >= 0 && r.alike(row, question) })
	if i < 0 {
		t.Rows = append(t.Rows, row)
		return
	}
	t.Rows[i].Cells[question] += ", " + row.Cells[question]
	for k, q := range row.Quotes {
		t.Rows[i].Quotes[k].Rows = append(t.Rows[i].Quotes[k].Rows, q.Rows...)
	}
}

// alike tells whether two rows are the same but for one column.
func (r factRow) alike(other factRow, column int) bool {
	for i := range r.Cells {
		if i != column && r.Cells[i] != other.Cells[i] {
			return false
		}
	}
	return len(r.Quotes) > 0 && slices.EqualFunc(r.Quotes, other.Quotes, func(a, b *quote) bool { return a.sourcePlace == b.sourcePlace })
}

// quote is a piece of a reply that rows of evidence of one cell point to.
type quote struct {
	letter
	Rows        []evidence
	Start, End  string // Unicode code points of the message's or file's text
	Text        string
	sourcePlace string
}

// letter is the text in which a quote stands.
type letter struct {
	Message    string // number in the thread, from 1
	Kind, Date string // of the message; a date of YYYY-MM-DD or ""
	File       string // name of the attachment, "" for the letter itself
}

// place is a text with quotes from it.
type place struct {
	letter
	Quotes []*quote
}

// evidence is a row of the table evidence. Its ID is its lasting address.
// Short is its number within the request, Said what it is evidence of.
type evidence struct{ ID, Short, Said string }
