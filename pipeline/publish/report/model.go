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

// quote is a piece of a reply that rows of evidence of one cell point to.
type quote struct {
	Rows        []evidence
	Message     string // number in the thread, from 1
	Kind, Date  string // of the message; a date of YYYY-MM-DD or ""
	File        string // name of the attachment, "" for the letter itself
	Start, End  string // Unicode code points of the message's or file's text
	Text        string
	sourcePlace string
}

// evidence is a row of the table evidence. Its ID is its lasting address.
// Short is its number within the request, Said what it is evidence of.
type evidence struct{ ID, Short, Said string }
