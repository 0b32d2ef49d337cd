package code

import (
	"regexp"
	"strings"
)

// The names of the information laws. The Scottish Act is asked first, because
// the name of the other is part of its own.
var (
	lawFOISA = regexp.MustCompile(`(?i)^(?:the )?(?:FOI\(?S\)?A\b|freedom of information \(scotland\)|scottish freedom of information)`)
	lawFOIA  = regexp.MustCompile(`(?i)^(?:the )?(?:FOIA?\b|freedom of information\b|(?:FOI|FoI) Act|Deddf Rhyddid Gwybodaeth)`)
	lawEISR  = regexp.MustCompile(`(?i)^(?:the )?(?:EI\(?S\)?Rs?\b|environmental information \(scotland\))`)
	lawEIR   = regexp.MustCompile(`(?i)^(?:the )?(?:EIRs?\b|environmental information)`)
	theAct   = regexp.MustCompile(`(?i)^(?:(?:the|that|this) (?:above |same |said |aforementioned )?(?:(?:2000|2002) )?(?:act|legislation)\b|y ddeddf)`)
)

// citedOf matches the "of" behind a citation, past a title in brackets
// ("section 43(2) (commercial interests) of the Act").
var citedOf = regexp.MustCompile(`^ ?(?:\([^()]{3,80}\)|-[^-]{3,60}-)?,? ?(?i:of|o|under|in|from|within|to) `)

// citedDocument matches a citation's place in a document ("section 9 in our
// privacy notice") within its next words.
var citedDocument = regexp.MustCompile(`(?i)^(?:the |our |its |this |that |each |a |an |your |their )?(?:[\w'&/-]+ ){0,7}?(?:polic(?:y|ies)|codes?|notices?|procedures?|statements?|regulations?|handbook|charter|guidance|guidelines?|schedules?|protocol|documents?|appendix|annex|reports?|dpia|assessment|ordinances?|contract|agreement|strategy|plan|manual|terms|rules|constitution|statutes?|framework|form|table|spreadsheet|letter|acts?|gdpr|dpa)\b`)

// documentBefore matches a text that ends in the name of a document or another
// law: "the Data Protection Act 2018, section 7", "Student Charter (section 5".
var documentBefore = regexp.MustCompile(`(?i)(?:\b(?:policy|code(?: of (?:conduct|practice|discipline))?|notice|procedure|statement|regulations|handbook|charter|guidance|guidelines|schedule|protocol|annex|appendix(?: \w)?|report|ordinances?|contract|agreement|act(?: \d{4})?|gdpr|dpa(?: 2018| 1998)?|document(?: \d)?|(?:v|version) ?[\d.]+|(?:policy|notice|procedure|statement|handbook|charter|guidance|schedule|protocol) (?:for|on|of) [\w' -]{3,40}?)|https?://\S+)[ ,:;(\[]{1,3}(?:see |at |in |under )?$`)

// noticeServed matches a text that ends in the giving of a notice, which is no
// document with sections: "gives notice under section 17(1)".
var noticeServed = regexp.MustCompile(`(?i)(?:[:;,.] |^)notice[ ,:;(\[]{1,3}(?:in terms of |under )?$|\b(?:giv(?:e|es|en|ing)|gave|formal|serv(?:e|es|ed|ing)|this|refusal|is|as|constitutes?|hereby|such|issu(?:e|es|ed|ing)) (?:\w+ )?notice[ ,:;(\[]{1,3}(?:in terms of |under )?$`)

// informationLawBefore matches a text that ends in the name of one of the
// information laws.
var informationLawBefore = regexp.MustCompile(`(?i)\b(freedom of information (?:\(scotland\) )?act|FOI(?:\(?S\)?)?A|FOI act|environmental information (?:\(scotland\) )?regulations|EI\(?S\)?Rs?|EIRs?)(?: (?:2000|2002|2004))?[ ,:;(-]{0,3}(?:under |and |at )?$`)

// citedElsewhere matches what follows a reference within the document itself.
var citedElsewhere = regexp.MustCompile(`(?i)^ ?(?:above|below|overleaf|of your request|of this (?:letter|response|e-?mail))\b|^\.\d`)

// law tells of which information law a list of sections is; not ok where it
// belongs to another law or to a document, or where nothing around a bare
// number speaks of a refusal.
func (c citedList) law(scottish bool) (string, bool) {
	before, after := c.text[max(0, c.start-90):c.start], c.text[c.end:min(len(c.text), c.end+140)]
	if citedElsewhere.MatchString(after) {
		return "", false
	}
	if law, named, ok := lawBehind(after, scottish); named {
		return law, ok && regulationMark(c.mark, law)
	}
	if m := informationLawBefore.FindStringSubmatch(before + markIfLaw(c.mark)); m != nil {
		law := namedLaw(m[1])
		return law, regulationMark(c.mark, law)
	}
	if c.placeGiven() {
		return defaultLaw(scottish), true
	}
	if documentBefore.MatchString(before) && !noticeServed.MatchString(before) || isRegulation(c.mark) {
		return c.regulationOf(scottish)
	}
	numbers := c.text[c.from:c.end]
	if !strings.Contains(numbers, "(") && (!isSection(c.mark) || !c.inRefusal() && !titledSection.MatchString(after) && !c.aside()) {
		return "", false
	}
	return defaultLaw(scottish), true
}

// placeGiven tells whether a section stands in brackets behind an address, as
// the ground why what is to be found there is not sent: "https://… (s.21)". The
// law decides whether it is that ground.
func (c citedList) placeGiven() bool {
	section, _, _ := strings.Cut(c.text[c.from:c.end], "(")
	return addressBefore.MatchString(c.text[:c.start]) && (section == "21" || section == "25")
}

var addressBefore = regexp.MustCompile(`(?:https?://|www\.)\S+ ?[(\[](?:adran \d+ ?[/,] ?)?$`)

// aside tells whether a section stands apart from the sentence, in brackets, as
// a head or alone, as the ground of what that says: a lack ("We hold none
// (section 17)") or a place ("s.21: https://…").
func (c citedList) aside() bool {
	before, after := strings.TrimRight(c.text[:c.start], " "), strings.TrimLeft(c.text[c.end:], " ")
	apart := strings.HasSuffix(before, "(") && !documentBefore.MatchString(c.text[:c.start]) ||
		before == "" && (after == "" || strings.IndexByte(":.;-", after[0]) >= 0)
	if !apart {
		return false
	}
	if before == "" && strings.Trim(after, ".") == "" {
		return len(c.mark) < 3 // "s.21", the cell of a table; "Section 21" is a heading
	}
	low := lowerSame(c.text)
	return absentShape.MatchString(low) || noDocument.MatchString(low) || link.MatchString(low) || publishShape.MatchString(low) || deniedGiving(c.text)
}

// titledSection matches the short title of an exemption behind its section ("Section
// 43 - Commercial Interests").
var titledSection = regexp.MustCompile(`(?i)^ ?[-:(,] ?(?:the )?(?:commercial interest|personal (?:data|information)|law enforcement|national security|health and safety|information (?:accessible|intended|otherwise|provided|supplied|not held)|legal professional|prohibition|vexatious|cost|excessive cost|appropriate limit|prejudice to|confidential|audit|investigation|future publication|effective conduct)`)

// inRefusal tells whether the sentence speaks of withholding or of the Act.
func (c citedList) inRefusal() bool {
	start, end := sentenceBounds(c.text, c.start, c.end)
	return refusalWords.MatchString(c.text[start:end]) || appliedWords.MatchString(c.text[start:end])
}

// regulationOf settles a regulation that names no law: it is one of the EIR
// only in a text that speaks of them, and with subsections.
func (c citedList) regulationOf(scottish bool) (string, bool) {
	if !isRegulation(c.mark) || !strings.Contains(c.text[c.from:c.end], "(") || !speaksOfEIR.MatchString(c.text) {
		return "", false
	}
	if scottish {
		return "EISR", true
	}
	return "EIR", true
}

var speaksOfEIR = regexp.MustCompile(`\bEI\(?S?\)?Rs?\b|(?i:environmental information (?:\(scotland\) )?regulations)`)

// lawBehind reads the "of …" behind a citation. named is false where there is
// none that settles the law.
func lawBehind(after string, scottish bool) (law string, named, ok bool) {
	rest := after
	m := citedOf.FindString(after)
	if m != "" {
		rest = after[len(m):]
	} else {
		rest = strings.TrimLeft(after, " ,(")
	}
	if law := namedLaw(rest); law != "" {
		return law, true, true
	}
	if m == "" {
		other := otherLaw.MatchString(rest)
		return "", other, false
	}
	if theAct.MatchString(rest) {
		return defaultLaw(scottish), true, true
	}
	if preposition := strings.TrimSpace(m); strings.HasSuffix(preposition, "of") || citedDocument.MatchString(rest) {
		return "", true, false
	}
	return "", false, false
}

// otherLaw matches another law's name right behind a section.
var otherLaw = regexp.MustCompile(`^(?i:DPA|UK GDPR|GDPR|data protection act|equality act|human rights act)\b`)

// namedLaw is the information law with whose name s begins, or "".
func namedLaw(s string) string {
	switch {
	case lawFOISA.MatchString(s):
		return "FOISA"
	case lawEISR.MatchString(s):
		return "EISR"
	case lawEIR.MatchString(s):
		return "EIR"
	case lawFOIA.MatchString(s):
		return "FOIA"
	}
	return ""
}

func defaultLaw(scottish bool) string {
	if scottish {
		return "FOISA"
	}
	return "FOIA"
}

// markIfLaw gives back a mark that is itself the name of a law ("FOIA 40(2)").
func markIfLaw(mark string) string {
	switch mark {
	case "foia", "foisa", "eir":
		return mark + " "
	}
	return ""
}

func isRegulation(mark string) bool { return strings.HasPrefix(mark, "r") }

func isSection(mark string) bool {
	return strings.HasPrefix(mark, "s") || strings.HasPrefix(mark, "adran")
}

// regulationMark tells whether the mark goes with the law: sections are of
// Acts, regulations of the EIR.
func regulationMark(mark, law string) bool {
	regulations := law == "EIR" || law == "EISR"
	return regulations != isSection(mark) || !isSection(mark) && !isRegulation(mark)
}
