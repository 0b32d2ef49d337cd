package collect

import (
	"regexp"
	"strings"
)

// The lines that frame a letter. Page borders and the harvest of names both
// rest on them.
var (
	formalGreeting = regexp.MustCompile(`^(?:Dear|DEAR|Annwyl)\s+([^.?!]{1,70}|(?:Mr|Ms|Mrs|Dr|Prof)\.[^.?!]{1,40})$`)
	casualGreeting = regexp.MustCompile(`^(?:Hi|Hello|Hiya|Helo|Good (?:morning|afternoon|evening|day)|Bore da|Prynhawn da)((?:\s+[\p{Lu}][\p{L}'’-]*){0,4})\s*[,!.:–-]*$`)
	valediction    = regexp.MustCompile(`(?i)^(?:` +
		`yours(?: (?:sincerely|faithfully|truly|ever|in hope))?|` +
		`(?:with )?(?:(?:my |our )?(?:very )?(?:kind(?:est)?|best|warm(?:est)?|many|all good|good|all best) )?(?:regards|wishes|thanks)|` +
		`(?:all )?(?:the )?best|sincerely|faithfully|respectfully|cheers|thank you|` +
		`yn gywir|yn gwrtais|yr eiddoch yn gywir|cofion(?: gorau| cynnes)?|diolch(?: yn fawr)?` +
		`)(?: and (?:regards|best wishes|kind regards))?(?: again| in advance| in anticipation| for (?:your|the|any) [a-z ]{3,40})?\s*[,.!]*$`)
	columnGap = regexp.MustCompile(`\s{3,}|\t|\s*\|\s*| / `)
)

// columns splits a line at the borders of a two-column or bilingual layout.
func columns(line string) []string {
	var out []string
	for _, cell := range columnGap.Split(strings.TrimSpace(line), -1) {
		if cell = strings.TrimSpace(cell); cell != "" {
			out = append(out, cell)
		}
	}
	return out
}

// greeting returns who a salutation line addresses: "Ms Vale" of "Dear Ms
// Vale,". The name may be empty ("Hello,").
func greeting(line string) (addressee string, ok bool) {
	for _, cell := range columns(line) {
		m := formalGreeting.FindStringSubmatch(cell)
		if m == nil {
			m = casualGreeting.FindStringSubmatch(cell)
		}
		if m == nil {
			return addressee, ok
		}
		addressee, ok = strings.TrimRight(strings.TrimSpace(m[1]), ",:; -–"), true
	}
	return addressee, ok
}

func isGreeting(line string) bool {
	_, ok := greeting(line)
	return ok
}

func isWelshGreeting(line string) bool {
	cells := columns(line)
	return len(cells) == 1 && (strings.HasPrefix(cells[0], "Annwyl") || strings.HasPrefix(cells[0], "Helo") ||
		strings.HasPrefix(cells[0], "Bore") || strings.HasPrefix(cells[0], "Prynhawn"))
}

// isValediction tells a line of a close such as "Yours sincerely,", also in
// two languages or columns.
func isValediction(line string) bool {
	cells := columns(line)
	for _, cell := range cells {
		if !valediction.MatchString(cell) {
			return false
		}
	}
	return len(cells) > 0
}

var (
	postcode   = regexp.MustCompile(`\b[A-Z]{1,2}[0-9][A-Z0-9]?[ \x{a0}]{0,2}\n?[ ]{0,12}[0-9][ABD-HJLNP-UW-Z]{2}\b`)
	reference  = regexp.MustCompile(`^(?:[A-Z][A-Za-z]{0,7}[ ./_-]{0,2}){1,4}[\d][\w./ -]{0,24}$|^\d{2,5}[/-]\d{1,6}$`)
	dateLine   = regexp.MustCompile(`(?i)^(?:date:?\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,10},?\s+\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|[a-z]{3,9}\s+\d{1,2},?\s+\d{4})$`)
	labelLine  = regexp.MustCompile(`(?i)^(?:(?:our|your|foi|request|case|information request)?\s*ref(?:erence)?(?: no| number)?\b|name:|by e-?mail\b|sent by\b|to:|cc:|date:|re:|subject:|email:|private and confidential|rhif\b|auto(?:matic|mated)?[ -]?(?:reply|response)\b|(?:notice|request|response|freedom of information)\b[^.]*\b(?:act|regulations|foia?|request)\b[^.]*$)`)
	letterhead = regexp.MustCompile(`^[\p{Lu}\d &,|'’–-]*\p{Lu}{4}[\p{Lu}\d &,|'’–-]*$`)
)

// isHead tells the lines that stand above a salutation: letterhead, reference,
// date, the addressee's name, "By e-mail to:", the matter.
func isHead(line string) bool {
	line = strings.TrimSpace(line)
	if line == "" {
		return true
	}
	if len(line) > 80 || strings.HasPrefix(line, "[") {
		return false
	}
	cell := columns(line)[0]
	return labelLine.MatchString(cell) || letterhead.MatchString(cell) || dateLine.MatchString(cell) ||
		reference.MatchString(cell) && !postcode.MatchString(cell)
}
