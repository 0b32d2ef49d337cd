package collect

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word lists that tell names of persons from what else is written with a
// capital. Lower case, one or more words a line, # for comments.
var (
	//go:embed words/office.txt
	officeText string
	//go:embed words/body.txt
	bodyText string
	//go:embed words/ordinary.txt
	ordinaryText string

	officeWords   = wordSet(officeText)   // roles, departments, words of forms and notices
	bodyWords     = wordSet(bodyText)     // words of the names of institutions and of their teams
	ordinaryWords = wordSet(ordinaryText) // names that are also common words or places
	placeWords    = wordSet("hall house street road lane park hill gate gates court tower place close square row church college school")
	genericReader = wordSet("enquirer enquirers requester requestor applicant correspondent ymholydd gohebydd customer member public")
)

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.SplitSeq(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		for _, w := range strings.Fields(line) {
			set[w] = true
		}
	}
	return set
}

const titleWord = `(?:Mrs?|Ms|Miss|Mx|Dr|Prof(?:essor)?|Revd?|Sir|Dame|Cllr|Dott|Syr)`

var (
	nameTitle = regexp.MustCompile(`^` + titleWord + `\.?(?:\s?/\s?` + titleWord + `\.?)*\s+`)
	nameToken = regexp.MustCompile(`^\p{Lu}(?:\.|[\p{L}\p{Mn}]*(?:['’-]\p{L}[\p{L}\p{Mn}]*)*)$`)
	proxyMark = regexp.MustCompile(`(?i)^(?:[-–—*•>\s]+|p\.?p\.?\s+|for and on behalf of\s+)+`)
	particles = wordSet("de da di du del della van von der den le la ap ab ferch bin al el ibn mac")
)

// leadingName returns the name of a person that a line begins with, without
// title and what follows it ("Dr Ada Vale, Registrar" gives "Ada Vale"), or ""
// where the line begins otherwise.
func leadingName(line string) string {
	line = proxyMark.ReplaceAllString(strings.TrimSpace(line), "")
	title := nameTitle.FindString(line)
	fields := strings.Fields(line[len(title):])
	var name []string
	for i, field := range fields {
		word := strings.TrimRight(field, ",;:")
		if bodyKind(word) {
			return ""
		}
		if !continuesName(name, fields[i:], title != "") {
			break
		}
		name = append(name, word)
		if word != field || len(name) == 5 {
			break
		}
	}
	for len(name) > 0 && particles[name[len(name)-1]] {
		name = name[:len(name)-1]
	}
	if len(name) == 1 && (isCapitals(name[0]) || utf8.RuneCountInString(name[0]) < 2) {
		return ""
	}
	return strings.Join(name, " ")
}

// continuesName tells that the first of the words ahead belongs to a name of
// which some words may have been read.
func continuesName(name, ahead []string, titled bool) bool {
	word := strings.TrimRight(ahead[0], ",;:")
	switch {
	case particles[word]:
		return len(name) > 0 && len(ahead) > 1
	case !nameToken.MatchString(word), len(name) > 0 && isCapitals(word) && !isCapitals(name[0]):
		return false
	case !officeWords[strings.ToLower(word)]:
		return true
	case len(name) == 0 && isGivenMonth(ahead):
		return true
	}
	last := len(ahead) == 1 || word != ahead[0] || strings.HasPrefix(ahead[1], "(")
	return last && isSurname(word) && (titled || len(name) > 0)
}

// isSurname tells a word of offices that is a surname, too ("Law", "May"),
// which it is at the end of a name. Words of places are left out: "Elm House".
func isSurname(word string) bool {
	low := strings.ToLower(word)
	return ordinaryWords[low] && !placeWords[low]
}

// isGivenMonth tells a month that is a first name: one before a surname.
func isGivenMonth(fields []string) bool {
	if !slices.Contains([]string{"April", "May", "June", "August"}, fields[0]) || len(fields) < 2 {
		return false
	}
	next := strings.TrimRight(fields[1], ",;:")
	return particles[next] || len(next) > 1 && nameToken.MatchString(next) && (!officeWords[strings.ToLower(next)] || isSurname(next))
}

// isCapitals tells a word of two or more letters that are all capitals.
func isCapitals(w string) bool {
	return utf8.RuneCountInString(strings.Trim(w, ".")) > 1 && strings.ToUpper(w) == w
}

// bodyKind tells a word that makes the words before it the name of an
// institution, such as "University".
func bodyKind(word string) bool {
	switch strings.ToLower(word) {
	case "university", "college", "institute", "academy", "conservatoire", "school", "council", "trust", "prifysgol", "polytechnic":
		return true
	}
	return false
}

// isPersonName tells that all of s, less a title, is the name of a person.
func isPersonName(s string) bool {
	s = strings.TrimRight(strings.TrimSpace(s), ",.:; ")
	name := leadingName(s)
	rest := strings.TrimSpace(nameTitle.ReplaceAllString(s, ""))
	return name != "" && strings.Join(strings.Fields(rest), " ") == name
}

// isBodyName tells a name that holds a word of institutions or of their teams.
func isBodyName(s string) bool {
	for _, w := range nameWords(s) {
		if bodyWords[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// sharesName tells that two ways to name a person have a word in common.
func sharesName(a, b string) bool {
	for _, w := range nameWords(a) {
		if genericReader[strings.ToLower(w)] {
			return true
		}
		for _, v := range nameWords(b) {
			if len(w) > 2 && strings.EqualFold(w, v) {
				return true
			}
		}
	}
	return false
}

func nameWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' })
}
