package code

import (
	"regexp"
	"slices"
	"strings"
)

// exemptionHit is one provision cited in a text as a ground to give nothing,
// or not everything, at bytes [Start, End) of the text.
type exemptionHit struct {
	Law        string // FOIA, FOISA, EIR, EISR
	Section    string // "31", "22A", "12"
	Subsection string // "(1)(a)", "" for the whole section
	Applied    bool   // applied to the information, not merely mentioned
	Denied     bool   // given up, merely possible, or said not to apply
	with       bool   // a section of its own that another is read with
	Start, End int
}

// cited tells whether a hit counts for the leaf: applied, or a notice that
// information is not held, which the guide keeps.
func (h exemptionHit) cited() bool { return h.Applied || notHeldNotice(h) }

// lawCode is the law as the vocabulary of the contract has it, which knows the
// environmental regulations of both countries as eir.
func (h exemptionHit) lawCode() string {
	if h.Law == "EISR" {
		return "eir"
	}
	return strings.ToLower(h.Law)
}

// String is the citation in the form of the coding guide: "FOIA s.31(1)(a)",
// "EIR r.12(4)(b)".
func (h exemptionHit) String() string {
	mark := " s."
	if h.Law == "EIR" || h.Law == "EISR" {
		mark = " r."
	}
	return h.Law + mark + h.Section + h.Subsection
}

// proceduralGrounds are the provisions that exemptions.csv calls procedural and
// on which a body still gives nothing: cost limit and vexatious requests, the
// Scottish notices that information is not held (FOISA s.17) or that a body
// neither confirms nor denies (s.18), and information already public (EIR
// r.6(1)(b)). The other procedural rows are duties and forms of notices.
var proceduralGrounds = map[string][]string{
	"FOIA":  {"12", "14"},
	"FOISA": {"12", "14", "17", "18"},
	"EIR":   {"6"},
}

// groundsOf collects the sections of each law that can be applied.
func groundsOf(rows []ExemptionRow) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	put := func(law, section string) {
		if out[law] == nil {
			out[law] = map[string]bool{}
		}
		out[law][section] = true
	}
	for _, row := range rows {
		if row.Kind == "procedural" {
			continue
		}
		for part := range strings.SplitSeq(row.Section, "/") { // "12(3)/13"
			section, _, _ := strings.Cut(part, "(")
			put(row.Law, section)
		}
	}
	for law, sections := range proceduralGrounds {
		for _, s := range sections {
			put(law, s)
		}
	}
	return out
}

const (
	citeGroups = `(?: ?\((?:\d{1,2}[A-Z]{0,2}|[a-z]|[ivx]{1,4})\))`
	citeNumber = `\d{1,2}[A-Z]{0,2}\b` + citeGroups + `*`
	citeJoin   = `(?: \([a-z][a-z ]{3,60}\))?(?: ?,? ?(?:and/or|and|or|&) ?| (?:a|neu) | ?[,/] ?)`
	citeUnder  = ` ?,? ?(?:by virtue of|in conjunction with|read with|together with|with reference to|through|via) (?:(?:the )?(?:provisions? (?:of|in) )?)?(?:sub-?)?(?:sections?|s\.?)? ?` + citeNumber
)

// citation matches the mark of a section or regulation and the list of numbers
// behind it: "Sections 40(2) and 43(2)", "s.31(1)(g) by virtue of s.31(2)(b)",
// "section 36(2)(b)(i) and (ii)".
var citation = regexp.MustCompile(`(?:^|[^\pL\pN'_/.-])(` +
	`(?i:sections?|sect?\.?|adran(?:nau)?|ss?\.?|regulations?|regs?\.?|rheoliad(?:au)?|r\.) ?` +
	`|(?i:exemptions?|exempt under|withheld under|under|foia|foisa|eir) ` + // "exempt under 40(2)"
	`)(` + citeNumber + `(?:` + citeUnder + `|` + citeJoin + `(?i:(?:sub-?)?(?:sections?|sect?\.?|ss?\.?|regulations?|regs?\.?) ?)?(?:` + citeNumber + `|` + citeGroups + `+))*)`)

// citedPart matches one member of such a list: what it is joined by, its
// number and its groups.
var citedPart = regexp.MustCompile(`(` + citeUnder + `)|(\d{1,2}[A-Z]{0,2})?(` + citeGroups + `*)`)

// findExemptions returns the provisions cited in a text in reading form, in
// order. A section that names no law is one of FOISA where scottish, else of
// FOIA. Sections of other Acts, of policies and of documents are left out, and
// so are the duties and forms of the information Acts themselves.
func (r *Reference) findExemptions(text string, scottish bool) []exemptionHit {
	var hits []exemptionHit
	for _, m := range citation.FindAllStringSubmatchIndex(text, -1) {
		mark := strings.ToLower(strings.Trim(group(text, m, 1), " ."))
		c := citedList{text: text, mark: mark, start: m[2], from: m[4], end: m[5]}
		law, ok := c.law(scottish)
		if !ok {
			continue
		}
		applied, denied := citedAsApplied(text, c.start, c.end)
		if n := len(hits); n > 0 && joinedWith.MatchString(text[hits[n-1].End:c.start]) {
			applied, denied = hits[n-1].Applied, hits[n-1].Denied
		}
		with := readWith.MatchString(text[:c.start])
		for _, h := range c.members(law) {
			if r.grounds[h.Law][h.Section] {
				h.Applied, h.Denied, h.with = applied, denied, h.with || with
				hits = append(hits, h)
			}
		}
	}
	return withoutConditions(hits)
}

// joinedWith matches what stands between two citations that share what is said
// of them: "by virtue of section 24(2) and of section 31(3)".
var joinedWith = regexp.MustCompile(`^(?: \([^()]{3,60}\))?,? (?:and|or|as well as)(?: also| further| then)?(?: (?:of|under|by|on|upon|in|to|at|with))?(?: the exemptions? (?:in|at|under))? $`)

// exemptionConditions are subsections that only say when or how a section
// applies: the data protection conditions of FOIA s.40 and FOISA s.38, the
// purposes of FOIA s.31(1)(g).
var exemptionConditions = map[string]*regexp.Regexp{
	"FOIA31":  regexp.MustCompile(`^\(2\)`),
	"FOIA40":  regexp.MustCompile(`^\((?:3[AB]?|4A?|6|7)\)`),
	"FOISA38": regexp.MustCompile(`^\((?:2[AB]?|3A?|4|5A?)\)`),
}

// withoutConditions drops the conditions of a section that is cited itself,
// unless it is read with them as sections of their own.
func withoutConditions(hits []exemptionHit) []exemptionHit {
	condition := func(h exemptionHit) bool {
		re := exemptionConditions[h.Law+h.Section]
		return re != nil && re.MatchString(h.Subsection)
	}
	cited := map[string]bool{}
	for _, h := range hits {
		if !condition(h) {
			cited[h.Law+h.Section] = true
		}
	}
	return slices.DeleteFunc(hits, func(h exemptionHit) bool {
		return condition(h) && !h.with && cited[h.Law+h.Section]
	})
}

// citedList is one citation: the mark at start, the numbers at [from, end).
type citedList struct {
	text, mark       string
	start, from, end int
}

// members splits the list. A member without a number completes or continues
// the one before it; "by virtue of 31(2)(b)" only explains that one, "by virtue
// of section 31(2)(b)" cites a section too. The first hit starts at the mark.
func (c citedList) members(law string) []exemptionHit {
	var hits []exemptionHit
	list := c.text[c.from:c.end]
	for _, m := range citedPart.FindAllStringSubmatchIndex(list, -1) {
		if m[0] == m[1] {
			continue
		}
		if m[2] >= 0 {
			if n := len(hits); n > 0 {
				hits[n-1].End = c.from + m[3]
			}
			if under := underSection.FindStringSubmatchIndex(list[m[2]:m[3]]); under != nil {
				section, groups, _ := strings.Cut(list[m[2]+under[2]:m[3]], "(")
				h := exemptionHit{Law: law, Section: strings.TrimSpace(section), with: true, Start: c.from + m[2] + under[0], End: c.from + m[3]}
				if groups != "" {
					h.Subsection = "(" + strings.ReplaceAll(groups, " ", "")
				}
				hits = append(hits, h)
			}
			continue
		}
		h := exemptionHit{Law: law, Section: group(list, m, 2), Start: c.from + m[0], End: c.from + m[1]}
		h.Subsection = strings.ReplaceAll(group(list, m, 3), " ", "")
		if h.Section == "" {
			if len(hits) == 0 {
				continue
			}
			last := &hits[len(hits)-1]
			if last.Subsection == "" { // "section 40, subsection (2)"
				last.Subsection, last.End = h.Subsection, h.End
				continue
			}
			h.Section, h.Subsection = last.Section, continueGroups(last.Subsection, h.Subsection)
		}
		if len(hits) == 0 {
			h.Start = c.start
		} else if h.Subsection == "" && countedNoun.MatchString(c.text[h.End:]) {
			continue
		}
		hits = append(hits, h)
	}
	return hits
}

// readWith matches a text that goes on with a section that another is read with.
var readWith = regexp.MustCompile(`(?i)\b(?:read|taken|by virtue of|in conjunction|together)(?: (?:together )?with)? $`)

// addCitation adds a provision to those cited for an answer; of a section and a
// part of it, the part alone is kept.
func addCitation(cited []string, h exemptionHit) []string {
	name := h.String()
	if slices.ContainsFunc(cited, func(s string) bool { return strings.HasPrefix(s, name+"(") }) {
		return cited
	}
	cited = slices.DeleteFunc(cited, func(s string) bool { return strings.HasPrefix(name, s+"(") })
	return append(cited, name)
}

// underSection matches the mark of a section that another is read with.
var underSection = regexp.MustCompile(`(?i)(?:\bsections?|\bs\.?) ?(\d)`)

// countedNoun matches a word behind a number that makes it a quantity: "under
// section 40(2) and 30 pages".
var countedNoun = regexp.MustCompile(`^ (?:pages?|documents?|records?|students?|staff|people|files?|e-?mails?|names?|others?|working|days?|cases?|requests?|items?|further|of (?:the|these|those|our) (?:pages|documents|records|files|names))\b`)

// continueGroups reads "(ii)" behind "(2)(b)(i)" as "(2)(b)(ii)": the new
// groups take the place of the last one of their kind.
func continueGroups(before, next string) string {
	kind := groupKind(next)
	for i := strings.LastIndexByte(before, '('); i >= 0; i = strings.LastIndexByte(before[:i], '(') {
		if groupKind(before[i:]) == kind {
			return before[:i] + next
		}
	}
	return before + next
}

// groupKind is 0 for a figure, 1 for a letter, 2 for a Roman numeral in the
// first group of s.
func groupKind(s string) int {
	inner, _, _ := strings.Cut(s[1:], ")")
	switch {
	case inner[0] >= '0' && inner[0] <= '9':
		return 0
	case strings.Trim(inner, "ivx") == "":
		return 2
	}
	return 1
}
