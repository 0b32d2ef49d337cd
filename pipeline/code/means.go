package code

import (
	"regexp"
	"strconv"
	"strings"

	"roundrobin/pipeline/thread"
)

// putSoftware states software_used from its item, else from the products found
// or the denials made elsewhere.
func (c *coder) putSoftware() {
	code := c.softwareOverall()
	a := c.under("software_used")
	if code == "" || a == nil {
		return
	}
	spans := a.evidence
	if a.Polarity == "" {
		spans = spansOf(firstOf(c.softwareDenials())...)
	}
	for _, e := range c.out.Evidence {
		if e.Table == "software_used" && code == yes && len(spans) == 0 {
			spans = append(spans, e.Span)
		}
	}
	if len(spans) > 0 {
		c.put("software_used", code, "software", spans...)
	}
}

// nameProvider lets a product in use, wherever a reply without a label for it
// names one, answer the item on the provider.
func (c *coder) nameProvider() {
	a := c.under("software")
	if a == nil || a.Disposition != notAddressed || a.aligned != nil && a.aligned.Labelled || c.whole.takesIn(a.QuestionID) || !c.watching() {
		return
	}
	for _, e := range c.out.Evidence {
		if e.Table == "software_used" {
			a.evidence = append(a.evidence, e.Span)
		}
	}
	if len(a.evidence) > 0 {
		a.set(answered, stated, "product named elsewhere")
		a.Spans = a.evidence
	}
}

var (
	builtSomething = regexp.MustCompile(`\b(?:develop\w*|built|build|creat\w+|written|wrote|devis\w+|(?:put|knock(?:ed)?|cobbled) together|programm\w+|coded|come up with|came up with|run up|knocked up|in-house|in house|internal(?:ly)?)\b`)
	// writtenNothing matches what is not written down, which is no program.
	writtenNothing = regexp.MustCompile(`\b(?:nothing|no|not|never|none)\b[^.;]{0,30}\b(?:written|wrote)(?: down)?\b`)
	methodNoun     = regexp.MustCompile(`\b(?:method\w*|automat\w*|programs?|programmes?|code|tools?|scripts?|systems?|software|in-house|in house|internally|nothing|anything|none|solution|capability)\b`)
)

// putInternal states internal_methods from its own item, else from a denial or
// statement anywhere in the reply.
func (c *coder) putInternal() {
	if a := c.under("internal_methods"); a != nil && (a.Polarity == yes || a.Polarity == no) {
		c.putFromItem("internal_methods", true)
		return
	}
	for _, s := range c.reply {
		at := builtSomething.FindStringIndex(s.Low)
		if at == nil || strings.HasPrefix(s.Low[at[1]:], " down") || !methodNoun.MatchString(s.Low) || c.superseded(s) {
			continue
		}
		if as := readContext(s.Low).assert(at[0], at[1]); as.Negated {
			c.put("internal_methods", no, "internal methods denied", s.All())
			return
		}
	}
}

// programNoun matches what makes something written a program.
var programNoun = regexp.MustCompile(`\b(?:method\w*|automat\w*|tools?|scripts?|systems?|software|programs?|programmes?|code|developers?|programmers?|it (?:services|team|staff|department)|of (?:our|its|their) own)\b`)

var warrantNoun = regexp.MustCompile(`\bwarrants?\b`)

// putWarrants states the number of warrants from the answer to its item; one
// that does not apply can still say that there was none.
func (c *coder) putWarrants() {
	a := c.under("warrants")
	if a == nil || c.withheld("warrants") {
		return
	}
	for i, s := range a.told().parts {
		named := warrantNoun.MatchString(s.Low)
		if !named && (a.Disposition != answered || i > 0 || len(s.Low) > 60) {
			continue
		}
		n, ok := int64(0), warrantsDenied(s.Low)
		if !ok {
			for _, h := range findCounts(s.Text) {
				if h.Known && !ok {
					n, ok = h.N, true
				}
			}
		}
		if ok {
			c.out.Practice["warrants"] = thread.Value{Code: strconv.FormatInt(n, 10), Status: stated}
			c.prove("monitoring_practice", "", "warrants", strconv.FormatInt(n, 10), "number of warrants", s.All())
			return
		}
	}
}

// sought matches a verb of getting a warrant or a request; denied, it makes a
// zero, whatever stands for its object ("has at no time applied for one").
var sought = regexp.MustCompile(`\b(?:obtain\w*|appl(?:y|ied)|sought|seek\w*|request(?:ed)?|issued|granted|needed|received|served|held|made)\b`)

func warrantsDenied(low string) bool {
	for _, m := range sought.FindAllStringIndex(low, -1) {
		if readContext(low).assert(m[0], m[1]).Negated {
			return true
		}
	}
	if at := warrantNoun.FindStringIndex(low); at != nil {
		return readContext(low).assert(at[0], at[1]).Negated || deniedWords.MatchString(low[:at[0]])
	}
	return leadNo.MatchString(low) || low == "0" || low == "zero"
}
