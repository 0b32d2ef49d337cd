package collect

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"roundrobin/pipeline/thread"
)

// person is a name as harvested. A single word is a surname after a title, a
// first name otherwise.
type person struct{ given, surname string }

// harvest is the names of persons in a thread, and the words that show which
// of them are too common to be replaced wherever they stand.
type harvest struct {
	persons map[person]bool
	plain   map[string]bool // words that the thread writes in lower case
	body    map[string]bool // words of the institution's name, lower case
}

func newHarvest(t *thread.Thread) *harvest {
	h := &harvest{persons: map[person]bool{}, plain: map[string]bool{}, body: map[string]bool{}}
	for _, w := range nameWords(t.Institution.Name) {
		h.body[strings.ToLower(w)] = true
	}
	texts := threadTexts(t)
	for _, s := range texts {
		h.learnPlain(s)
	}
	for i := range t.Messages {
		h.sender(&t.Messages[i])
	}
	for _, s := range texts {
		h.text(s)
	}
	return h
}

func threadTexts(t *thread.Thread) []string {
	out := []string{t.Title}
	for _, m := range t.Messages {
		out = append(out, m.Text)
		for _, a := range m.Attachments {
			out = append(out, a.Filename, a.Text)
		}
	}
	return out
}

// learnPlain notes the lower-case words of running text; those of addresses
// prove nothing.
func (h *harvest) learnPlain(s string) {
	for _, field := range strings.Fields(s) {
		if strings.ContainsAny(field, "/@_\\") || strings.Contains(field, "www.") {
			continue
		}
		for _, w := range nameWords(field) {
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
				h.plain[w] = true
			}
		}
	}
}

var senderParts = regexp.MustCompile(`[,(<|/;"]| - | – `)

func (h *harvest) sender(m *thread.Message) {
	for _, part := range senderParts.Split(m.From, -1) {
		part = strings.Trim(part, " )>")
		if isPersonName(part) && (len(nameWords(part)) > 1 || m.Direction == thread.Sent) {
			h.add(part)
		}
	}
}

// add enters a name, with or without title. Words of the institution's name
// alone are not one.
func (h *harvest) add(s string) {
	titled := nameTitle.MatchString(strings.TrimSpace(s))
	words := strings.Fields(leadingName(s))
	known := 0
	for _, w := range words {
		if h.body[strings.ToLower(w)] {
			known++
		}
	}
	switch {
	case len(words) == 0 || known == len(words):
	case len(words) > 1:
		h.persons[splitName(words)] = true
	case titled:
		h.persons[person{surname: words[0]}] = true
	default:
		h.persons[person{given: words[0]}] = true
	}
}

// splitName takes the last word, with the particles before it, as the surname
// and the first as the given name.
func splitName(words []string) person {
	i := len(words) - 1
	for i > 1 && particles[words[i-1]] {
		i--
	}
	return person{words[0], strings.Join(words[i:], " ")}
}

var (
	nameLabel  = regexp.MustCompile(`(?i)^[>\s]*(?:(?:contact |full |your )?name|from|to|cc|contact|(?:completed|prepared|approved|reviewed|signed|written|sent|authorised|handled|dealt with|issued) by|author|signed|owner|case(?:work)? (?:officer|handler)|requester|applicant|attention|fao)\s*(?::|\t)\s*(.+)$`)
	titledName = regexp.MustCompile(`\b(?:Mrs?|Ms|Miss|Mx|Dr|Professor|Prof)\.?\s+(?:\p{Lu}\.?\s+)?(\p{Lu}[\p{L}'’-]+(?:[ ]\p{Lu}[\p{L}'’-]+)?)`)
	localPart  = regexp.MustCompile(`\b([A-Za-z]{3,})[._]([A-Za-z][A-Za-z'-]{2,})@`)
	colleague  = regexp.MustCompile(`\bcolleague,?\s+(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)`)
	inOffice   = regexp.MustCompile(`\b(\p{Lu}\p{Ll}{2,})\s(?:in|from)\s(?:our\s|the\s)?(\p{Lu}\p{L}+)(?:\s\p{Lu}\p{L}+){0,2},?\s(?:has|had|is|was|will|would|who|and I|asked|says|said|tells|told|does|looks|can)\b`)
)

// nounEnding marks "Colleagues in Legal are", "Training in Finance was".
var nounEnding = regexp.MustCompile(`(?:s|ing|ion|ment|ity|body|one)$`)

// text harvests one text: salutations, closes, signatures, labels, titles.
func (h *harvest) text(s string) {
	lines := strings.Split(s, "\n")
	closing := false
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if to, ok := greeting(line); ok {
			h.addressee(to)
		}
		if m := nameLabel.FindStringSubmatch(line); m != nil {
			h.labelled(m[1])
		}
		switch {
		case isValediction(line):
			closing = true
			continue
		case closing:
			h.signature(line)
		case h.isSignature(line, nextLine(lines, i)):
			h.add(line)
		}
		closing = false
	}
	h.running(s)
}

func (h *harvest) addressee(to string) {
	for _, part := range strings.Split(to, " and ") {
		if isPersonName(part) {
			h.add(part)
		}
	}
}

func (h *harvest) labelled(value string) {
	for _, cell := range columns(value) {
		if name := leadingName(cell); len(nameWords(name)) > 1 || name != "" && nameTitle.MatchString(cell) {
			h.add(cell)
		}
	}
}

func (h *harvest) signature(line string) {
	for _, cell := range columns(line) {
		h.add(cell)
	}
}

// isSignature tells a name without a close above it by the role or the
// institution in the line below. Words that the thread also writes small are
// a heading, not a name.
func (h *harvest) isSignature(line, next string) bool {
	if !isPersonName(line) || len(nameWords(line)) < 2 || len(next) > 70 || strings.HasSuffix(next, ".") {
		return false
	}
	for _, w := range nameWords(leadingName(line)) {
		if low := strings.ToLower(w); h.plain[low] || ordinaryWords[low] && h.body[low] {
			return false
		}
	}
	words := nameWords(next)
	return len(words) > 0 && officeWords[strings.ToLower(words[0])] && unicode.IsUpper([]rune(words[0])[0])
}

func nextLine(lines []string, i int) string {
	for _, line := range lines[i+1:] {
		if line = strings.TrimSpace(line); line != "" {
			return line
		}
	}
	return ""
}

// running harvests names from running text, where only a title, an address or
// the words around give them away.
func (h *harvest) running(s string) {
	for _, m := range titledName.FindAllStringSubmatch(s, -1) {
		h.add("Dr " + m[1])
	}
	for _, m := range localPart.FindAllStringSubmatch(s, -1) {
		first, last := strings.ToLower(m[1]), strings.ToLower(m[2])
		if !officeWords[first] && !officeWords[last] && !h.plain[first] && !h.plain[last] {
			h.add(capital(first) + " " + capital(last))
		}
	}
	for _, m := range colleague.FindAllStringSubmatch(s, -1) {
		h.add(m[1])
	}
	for _, m := range inOffice.FindAllStringSubmatch(s, -1) {
		if officeWords[strings.ToLower(m[2])] && !h.common(m[1]) && !nounEnding.MatchString(m[1]) {
			h.add(m[1])
		}
	}
}

func capital(w string) string { return strings.ToUpper(w[:1]) + w[1:] }

// common tells a word that may mean something else than a person.
func (h *harvest) common(w string) bool {
	low := strings.ToLower(w)
	return len(low) < 3 || ordinaryWords[low] || officeWords[low] || h.plain[low] || h.body[low]
}

// sorted lists the persons so that the longest name comes first, which is the
// order in which a pattern prefers them.
func (h *harvest) sorted() []person {
	return slices.SortedFunc(maps.Keys(h.persons), func(a, b person) int {
		return cmp.Or(
			cmp.Compare(len(b.given+b.surname), len(a.given+a.surname)),
			cmp.Compare(a.surname, b.surname), cmp.Compare(a.given, b.given),
		)
	})
}
