package code

import (
	"regexp"
	"slices"
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
	builtSomething = regexp.MustCompile(`\b(?:develop\w*|built|build|creat\w+|written|wrote|devis\w+|(?:put|knock(?:ed)?|cobbled) together|(?:run|ran|rigged|knocked|drawn) up|programm(?:e|ed|ing)|coded|commissioned|come up with|came up with|in-house|in house|internal(?:ly)?|home-?grown|of (?:its|our|their|his|her) own)\b`)
	methodNoun     = regexp.MustCompile(`\b(?:method\w*|automat\w*|tools?|scripts?|systems?|software|programs?|algorithms?|code|in-house|in house|internally|home-?grown|capability|` + anyMethod + `)\b`)
	methodNamed    = regexp.MustCompile(`\b(?:method\w*|automat\w*|tools?|scripts?|systems?|software|programs?|algorithms?|in-house|in house|home-?grown|capability)\b`)
)

// anyMethod are words for a method that mean one only where methods are spoken of.
const anyMethod = `nothing|anything|none|solution`

// putInternal states internal_methods from its own item, else from a denial or
// statement anywhere in the reply.
func (c *coder) putInternal() {
	a := c.under("internal_methods")
	if a != nil && (a.Polarity == yes || a.Polarity == no) {
		c.putFromItem("internal_methods", true)
		return
	}
	if a != nil && a.Disposition == answered && len(a.parts) > 0 && leadNo.MatchString(a.parts[0].Low) {
		c.put("internal_methods", no, "internal methods denied", a.parts[0].All())
		return
	}
	for i, s := range c.reply {
		at := builtSomething.FindStringIndex(s.Low)
		if at == nil || strings.HasPrefix(s.Low[at[1]:], " down") || c.superseded(s) || !c.onMethods(i) {
			continue
		}
		if as := readContext(s.Low).assert(at[0], at[1]); as.Negated {
			c.put("internal_methods", no, "internal methods denied", s.All())
			return
		}
	}
}

// onMethods tells whether sentence i of the reply speaks of methods: by a noun,
// or by a word for anything in an answer on software or behind a sentence on it.
func (c *coder) onMethods(i int) bool {
	s := c.reply[i]
	if methodNamed.MatchString(s.Low) || !methodNoun.MatchString(s.Low) {
		return methodNamed.MatchString(s.Low)
	}
	for _, name := range []string{"internal_methods", "software_used", "software"} {
		if a := c.under(name); a != nil && slices.Contains(s.own, a.QuestionID) {
			return true
		}
	}
	return i > 0 && softwareNoun.MatchString(c.reply[i-1].Low)
}

var (
	warrantNoun = regexp.MustCompile(`\bwarrants?\b`)
	noWarrant   = regexp.MustCompile(`\b(?:no|nor any|neither|nor) (?:\w+ ){0,2}warrants?\b|\bwarrants? (?:(?:has|have|was|were|had) )?(?:not|never)\b`)
	// notRaised sets the question aside, and noneGiven is a number that is zero.
	notRaised = regexp.MustCompile(`\b(?:(?:do|does|did)(?: not|n't) (?:\w+ )?(?:arise|apply|come into (?:it|play))|never arises|not applicable|n/a)\b`)
	// zeroNumber gives the number itself as nought, under an item set aside too.
	zeroNumber = regexp.MustCompile(`\b(?:numbers?|figures?|totals?|answers?|counts?) (?:is|are|was|were|would be|being) (?:none|nil|zero|0)\b`)
	// neverAny denies without a verb of getting: "there have not been any".
	neverAny  = regexp.MustCompile(`\b(?:not|n't|never) (?:been|had) (?:any|one)(?:[ ,.;]|$)`)
	noneGiven = regexp.MustCompile(`(?:^|[,;:-] ?|\b(?:but|and|so|is|was|were|are|been) )(?:none|nil|zero)(?:[ ,.;)]|$)`)
)

// putWarrants states the number of warrants from the answer to its item; one
// that does not apply can still say that there was none.
func (c *coder) putWarrants() {
	a := c.under("warrants")
	if a == nil || c.withheld("warrants") {
		return
	}
	for i, s := range a.told().parts {
		named := warrantNoun.MatchString(s.Low) || zeroNumber.MatchString(s.Low) || a.Disposition == answered && noneGiven.MatchString(s.Low)
		if notRaised.MatchString(s.Low) && !noneGiven.MatchString(s.Low) && !noWarrant.MatchString(s.Low) {
			continue // the question is set aside, and no number given
		}
		if !named && (a.Disposition != answered || i > 0 || len(s.Low) > 60) {
			continue
		}
		n, ok := int64(0), warrantsDenied(s.Low) || noneGiven.MatchString(s.Low)
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
	if wrongToSay.MatchString(low) || doubleNot.MatchString(low) {
		return false // "it would be wrong to say that no warrant was obtained"
	}
	if neverAny.MatchString(low) {
		return true
	}
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
