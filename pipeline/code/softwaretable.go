package code

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// A reply often lists its products in a table: a row a product, with columns
// for whose it is, who supplies it, what it is for and how long it was had.
// Read as prose, each cell would be a sentence and every office a name.

// productColumns are the columns of a table of products, -1 where it has none.
type productColumns struct{ product, vendor, use int }

// Heads of columns, the whole cell.
var (
	productHead = columnHead(`(?:(?:product|tool|software|package|application|system|programme|solution|licen[cs]e|subscription)s?|name)`)
	vendorHead  = columnHead(`(?:supplier|vendor|provider|company|manufacturer|maker|owner|supplied by|provided by|bought from|contractor)s?`)
	useHead     = columnHead(`(?:(?:what|why|how) .*|use|uses|purposes?|reasons?|functions?|used (?:for|to).*|description|remarks?|notes?|comments?|activity)`)
	otherHead   = columnHead(`(?:(?:departments?|offices?|teams?|units?|areas?|sections?|faculty|school|users?|held by|used by|who)(?: .*)?|from|to|since|until|dates?|periods?|years?|status|start\w*|end\w*|in use|contract.*|term|expir\w+)`)
)

// columnHead builds the pattern of a head, with what may stand around its word.
func columnHead(words string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:(?:name of|the|title of|which) )*` + words + `(?: (?:name|used|in use|concerned|held|licensed))?(?: ?[/&,] ?[\w ]+| \([^)]*\))?[:?]?$`)
}

// productHeader reads a header: it must name a product or a supplier, and every
// cell must be a head of such tables.
func productHeader(cells []tableCell) (productColumns, bool) {
	cols := productColumns{-1, -1, -1}
	for i, c := range cells {
		switch {
		case cols.product < 0 && productHead.MatchString(c.Text):
			cols.product = i
		case cols.vendor < 0 && vendorHead.MatchString(c.Text):
			cols.vendor = i
		case cols.use < 0 && useHead.MatchString(c.Text):
			cols.use = i
		case c.Text != "" && !otherHead.MatchString(c.Text):
			return cols, false
		}
	}
	if cols.product < 0 { // "Provider, Purpose": the provider is what names the product
		cols.product, cols.vendor = cols.vendor, -1
	}
	return cols, cols.product >= 0 && len(cells) > 1
}

// tableProducts are the products in the tables of a stored text, at their places
// in it, and the places of all rows of tables: a name in one of these that is in
// no column of products is no product.
func (x *productIndex) tableProducts(text string) (hits []productHit, rows [][2]int) {
	cols, headed := productColumns{-1, -1, -1}, false
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		cells := splitCells(line, at)
		start := at
		at += len(line)
		if len(cells) < 2 {
			headed = headed && len(strings.Fields(line)) < 8 // a page's footer may stand between two rows
			continue
		}
		if h, ok := productHeader(cells); ok {
			cols, headed = h, true
			rows = append(rows, [2]int{start, at})
			continue
		}
		h, ok := x.rowProduct(cells, cols, headed)
		if ok && h.Use == useUnspecified && len(hits) > 0 && asBefore.MatchString(rowText(cells, h)) {
			h.Use = x.useOf(hits, rowText(cells, h))
		}
		if ok && h.Status != "" {
			hits = append(hits, h)
		}
		if ok || headed || strings.Contains(line, "\t") {
			rows = append(rows, [2]int{start, at})
		}
	}
	return hits, rows
}

// rowProduct reads one row. Without a header only a cell that is a known product
// and nothing else makes it a row of products.
func (x *productIndex) rowProduct(cells []tableCell, cols productColumns, headed bool) (productHit, bool) {
	if headed && cols.product < len(cells) {
		h, ok := x.cellProduct(cells[cols.product], true)
		if ok && cols.vendor >= 0 && cols.vendor < len(cells) && capitalised(cells[cols.vendor].Text, 0) {
			h.Vendor = bareVendor(cells[cols.vendor].Text) // as the reply has it
		}
		return x.readRow(cells, h), ok
	}
	for _, c := range cells {
		if h, ok := x.cellProduct(c, false); ok && !headed {
			return x.readRow(cells, h), true
		}
	}
	return productHit{}, false
}

// wholeName is a cell that is a name, with the company behind it in brackets.
var wholeName = regexp.MustCompile(`^` + properName + companyForm + `?(?: ?\(([^)]*)\))?[.;*]?$`)

// cellProduct is the product that a cell names; unlisted says that its column
// makes any name one.
func (x *productIndex) cellProduct(c tableCell, unlisted bool) (productHit, bool) {
	s := readContext(lowerSame(c.Text))
	for _, h := range x.names(c.Text, s, true) {
		if h.Start == 0 {
			h.Start, h.End = c.Start, c.Start+h.End
			return h, unlisted || wholeName.MatchString(c.Text)
		}
	}
	m := wholeName.FindStringSubmatchIndex(c.Text)
	if !unlisted || m == nil {
		return productHit{}, false
	}
	h := productHit{Product: bareVendor(c.Text[m[2]:m[3]]), Start: c.Start, End: c.Start + m[3]}
	h.Vendor = h.Product
	if m[4] >= 0 {
		h.Vendor = bareVendor(c.Text[m[4]:m[5]])
	}
	return h, x.newProduct(h, nil)
}

// rowText is what the cells of a row say beside the name of the product.
func rowText(cells []tableCell, h productHit) string {
	var out []string
	for _, c := range cells {
		if c.Start != h.Start {
			out = append(out, strings.TrimRight(c.Text, ". "))
		}
	}
	return strings.Join(out, ". ")
}

// readRow sets use and status of the product of a row from its other cells.
func (x *productIndex) readRow(cells []tableCell, h productHit) productHit {
	h.Use, h.Status = useUnspecified, softwareUsed
	for _, c := range cells {
		low := lowerSame(c.Text)
		if c.Start == h.Start {
			low = low[min(len(low), h.End-h.Start):] // "Hootsuite (scheduling only)"
		}
		a := readProducts(x, []string{low}, false)
		h.Use = moreIntrusive(h.Use, a.mostIntrusive(0, 0, len(low)))
		switch {
		case cellWeighed.MatchString(low):
			h.Status = ""
		case h.Status != "" && (cellEnded.MatchString(low) || yearsPast.MatchString(low)):
			h.Status = softwareFormerly
		}
	}
	if h.Use == useUnspecified && len(cells) > 0 && studentOffice.MatchString(lowerSame(cells[0].Text)) {
		h.Use = useStudents
	}
	h.Told = h.Use != useUnspecified
	return h
}

var (
	// cellEnded matches a cell that says that a product is no longer had.
	cellEnded = regexp.MustCompile(`\b(?:lapsed|ended|ceased|stopped|finished|former(?:ly)?|previous(?:ly)?|no longer|not (?:been )?(?:renewed|continued|extended)|trial(?:led)?,? (?:in )?(?:\w+ )?20[01]\d|expired|terminated|` + stoppedWords + `)\b|^(?:up )?(?:to|until|till) ` + endDate)
	yearsPast = regexp.MustCompile(`\b20[01]\d ?(?:-|to|until) ?(?:\w+ )?(?:201\d|1\d)\b`)
	// cellWeighed matches a cell that says that it was never had.
	cellWeighed = regexp.MustCompile(`\b(?:(?:not|never) (?:\w+ )?(?:used|bought|taken(?: up)?|purchased|in use|adopted|proceeded with|implemented|switched on)|considered|demonstration(?: only)?|under consideration|evaluated only|quotation only|rejected|planned)\b`)
	// asBefore matches a cell that points to the use of another row.
	asBefore = regexp.MustCompile(`(?i)(?:^|\. )(?:as|same|ditto|likewise|the same|"|for the same|see)\b`)
)

// useOf is the use of the product of an earlier row that a cell names, or else
// of the row before it.
func (x *productIndex) useOf(hits []productHit, text string) string {
	for _, n := range x.names(text, readContext(lowerSame(text)), true) {
		for _, h := range hits {
			if h.Product == n.Product {
				return h.Use
			}
		}
	}
	return hits[len(hits)-1].Use
}

// tabledProducts are the products in the tables of an answer, each with its
// place, and the places of the rows.
func (c *coder) tabledProducts(a *answer) (hits []placedProduct, rows []thread.Span) {
	for _, run := range c.stretches(a.Spans) {
		ref, base := run[0].Ref, run[0].Start
		found, lines := c.products().tableProducts(c.t.Text(ref)[base:run[len(run)-1].End])
		for _, h := range found {
			hits = append(hits, placedProduct{h, a.QuestionID, thread.Span{Ref: ref, Start: base + h.Start, End: base + h.End}})
		}
		for _, l := range lines {
			rows = append(rows, thread.Span{Ref: ref, Start: base + l[0], End: base + l[1]})
		}
	}
	return hits, rows
}

// besideTables leaves out what was read from the cells of tables as if they were
// prose: all names where the tables list products, else those no list has.
func besideTables(read, tabled []placedProduct, rows []thread.Span) []placedProduct {
	return slices.DeleteFunc(read, func(h placedProduct) bool {
		return (len(tabled) > 0 || !h.Known) && overlapsAny(h.span, rows)
	})
}
