package collect

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"roundrobin/pipeline/thread"
)

// Redact replaces the personal data of private persons in all texts of t, and
// empties the senders that are persons: names become [name], e-mail addresses
// [email], telephone numbers [telephone], postcodes [postcode], an
// individual's street [address]. It comes before anything counts offsets. A
// second pass changes nothing.
func Redact(t *thread.Thread) { newRedactor(t).thread(t) }

func (r *redactor) thread(t *thread.Thread) {
	t.Title = r.redact(t.Title)
	for i := range t.Messages {
		m := &t.Messages[i]
		m.From = r.sender(m.From)
		if m.Direction == thread.Sent {
			m.From = ""
		}
		m.Text = r.redact(m.Text)
		for j := range m.Attachments {
			a := &m.Attachments[j]
			a.Filename = r.redact(a.Filename)
			a.Text = r.redact(a.Text)
		}
	}
}

// redactor holds the names of one thread.
type redactor struct {
	harvest *harvest
	persons []person // in the order of their pattern
	made    map[string]patterns
}

// patterns find some persons in a text.
type patterns struct {
	names  *regexp.Regexp // full names, titles with surnames, distinctive parts; nil for none
	givens *regexp.Regexp // first names where a letter opens or ends; nil for none
}

// fullNames are the persons of whom both names are known.
func (r *redactor) fullNames() []string {
	var out []string
	for _, p := range r.persons {
		if len(p.given) > 1 && len(p.surname) > 2 {
			out = append(out, p.given+" "+p.surname)
		}
	}
	return out
}

func newRedactor(t *thread.Thread) *redactor {
	h := newHarvest(t)
	return &redactor{harvest: h, persons: h.sorted(), made: map[string]patterns{}}
}

// in lists the persons whose names can stand in a text, since the time that a
// pattern takes grows with the number of names in it: those of whom both names
// stand there, and of others one for each first name and each surname, who have
// all the ways to write these.
func (r *redactor) in(s string) []person {
	low := strings.ToLower(s)
	known := map[string]bool{}
	note := func(p person, given, surname bool) bool {
		last := shortForm(low, p)
		fresh := given && !known[p.given] || surname && !known[last]
		known[p.given], known[last] = known[p.given] || given, known[last] || surname
		return fresh
	}
	both := make([]bool, len(r.persons))
	for i, p := range r.persons {
		if both[i] = contains(low, p.given) && contains(low, p.surname); both[i] {
			note(p, true, true)
		}
	}
	var out []person
	for i, p := range r.persons {
		if both[i] || note(p, contains(low, p.given), contains(low, p.surname)) {
			out = append(out, p)
		}
	}
	return out
}

// shortForm is a surname as a text may write it without the first name: with
// an initial, where that stands before it or cannot be told, or alone.
func shortForm(low string, p person) string {
	initial, surname := strings.ToLower(firstLetter(p.given)), strings.ToLower(p.surname)
	whole := strings.ContainsAny(surname, " '’")
	for at := 0; initial != "" && surname != "" && !whole; {
		i := strings.Index(low[at:], surname)
		if i < 0 {
			return "| " + surname
		}
		whole = strings.HasSuffix(strings.TrimRight(low[:at+i], ". \t\n\u00a0"), initial)
		at += i + len(surname)
	}
	return initial + "| " + surname
}

// contains tells whether the longest part of a name that is written in one way
// stands in a text in lower case.
func contains(low, name string) bool {
	longest := ""
	for part := range strings.FieldsFuncSeq(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '\'' || r == '’' }) {
		if len(part) > len(longest) {
			longest = part
		}
	}
	return longest != "" && strings.Contains(low, longest)
}

const maxMade = 50 // patterns that are kept

// patterns are those of the persons in a text; letters of a thread share them.
func (r *redactor) patterns(s string) patterns {
	persons := r.in(s)
	var key strings.Builder
	for _, p := range persons {
		key.WriteString(p.given + "\x00" + p.surname + "\x00")
	}
	made, ok := r.made[key.String()]
	if !ok {
		made = patterns{namePattern(r.harvest, persons), givenPattern(r.harvest, persons)}
		if len(r.made) < maxMade {
			r.made[key.String()] = made
		}
	}
	return made
}

// maxNameWork bounds the product of the persons in a text and its bytes, which
// is what finding their names costs: a few seconds.
const maxNameWork = 12 << 20

// isTooMuch tells a text with more names than can be found in it: a directory.
func (r *redactor) isTooMuch(s string) bool { return len(r.in(s))*len(s) > maxNameWork }

// redact goes from the most to the least exact pattern: addresses of e-mail
// first, since their local parts are names.
func (r *redactor) redact(s string) string {
	s = email.ReplaceAllString(s, "[email]")
	s = replaceBounded(s, telephone, "[telephone]", digitBounds)
	s = replaceBounded(s, postcode, "[postcode]", wordBounds)
	found := r.patterns(s)
	if found.names != nil {
		s = replaceBounded(s, found.names, "[name]", nameBounds)
	}
	if found.givens != nil {
		s = found.givens.ReplaceAllString(s, "${1}[name]${3}")
	}
	return redactAddress(s)
}

var senderRest = regexp.MustCompile(`\[(?:name|email)\]|[<>()]`)

// sender keeps a sender's department and drops the person.
func (r *redactor) sender(from string) string {
	if isPersonName(from) && len(nameWords(from)) > 1 {
		return ""
	}
	rest := senderRest.ReplaceAllString(r.redact(from), " ")
	return strings.Trim(strings.Join(strings.Fields(rest), " "), " ,;:-–|/")
}

// replaceBounded replaces the matches that stand on their own, which ok tells
// from the text and the match's place in it.
func replaceBounded(s string, re *regexp.Regexp, with string, ok func(s string, i, j int) bool) string {
	var b strings.Builder
	done := 0
	for from := 0; from < len(s); {
		m := re.FindStringIndex(s[from:])
		if m == nil {
			break
		}
		i, j := from+m[0], from+m[1]
		if !ok(s, i, j) {
			from = i + runeLen(s[i:])
			continue
		}
		b.WriteString(s[done:i])
		b.WriteString(with)
		done = keepColumn(&b, s, j, utf8.RuneCountInString(with)-utf8.RuneCountInString(s[i:j]))
		from = done
	}
	b.WriteString(s[done:])
	return b.String()
}

const columnSpace = 3 // spaces or more between two columns

// keepColumn lets the next column of a line begin where it did, although the
// text before it grew by some characters: it writes the space that stands at
// j, more or less of it, and returns where the text goes on.
func keepColumn(b *strings.Builder, s string, j, grown int) int {
	end := j
	for end < len(s) && s[end] == ' ' {
		end++
	}
	if end-j < columnSpace || end == len(s) || s[end] == '\n' {
		return j
	}
	b.WriteString(strings.Repeat(" ", max(end-j-grown, columnSpace)))
	return end
}
