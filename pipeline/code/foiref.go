package code

import (
	"cmp"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// A reference number has one of three shapes: letters and figures joined by
// marks ("KU/20/0417", "GT2020-58"), letters and figures with a space ("FOI
// 0211/20", "TVU FOI 88"), figures alone ("21/037", "3141"). The last two need
// a cue.
const (
	joinedShape  = `(?:[A-Z][A-Z]{0,9}(?:[-/][A-Z]{1,6})*|[A-Z][A-Za-z]{0,9}(?:[-/][A-Z][A-Za-z]{0,5})+|[A-Z][A-Za-z]{0,4}(?:FOI|FoI|RhG)) \d{1,4}(?:[-/]\d{1,6})+|[A-Z][A-Za-z]{0,9}\d*(?:[-/._][A-Za-z\d]{1,12}){1,5}|[A-Z]{1,8}\d{3,}(?:[-/._][A-Za-z\d]{1,8}){0,4}|\d{1,6}[-/._][A-Z]{2,6}(?:[-/._][A-Za-z\d]{1,8}){1,3}`
	spacedShape  = `[A-Z][A-Za-z]{1,5}(?: [A-Z]{2,6})? ?[-:#]? ?\d[\d]*(?:[-/._]\d{1,6}){0,3}`
	figuresShape = `\d{2,}(?:[-/._]\d{1,6}){0,3}|\d(?:[-/._]\d{1,6}){1,3}`
)

var (
	referenceShape = regexp.MustCompile(joinedShape + `|` + spacedShape + `|` + figuresShape)
	wholeReference = regexp.MustCompile(`^(?:` + joinedShape + `|` + spacedShape + `|` + figuresShape + `)$`)
)

// referenceCue matches what stands in front of a reference number.
var referenceCue = regexp.MustCompile(`(?i)(?:` + strings.Join([]string{
	`\bref(?:erence)?s?\b\.?(?: ?/ ?\w+)?(?: (?:number|no\.?|code|is|was))*(?: for (?:this|your) request)?(?: is| will be| yw)?`,
	`\b(?:request|case|enquiry|log|tracking|file|foi|matter) (?:number|no\.?|id)(?: is)?`,
	`\bthe (?:case |request |unique |following )?(?:number|reference)`,
	`\b(?:you are|it is|yours is|numbered|as|assigned|allocated|given) (?:request |case |enquiry )?(?:number|no\.?)`,
	`\b(?:registered|logged|recorded|entered(?: in \w+ \w+)?|filed)(?: (?:your request|it|this|the matter))? (?:as|under)(?: number)?`,
	`\b(?:freedom of information|foi|information|eir|subject access) request`,
	`\b(?:foi|information) (?:case|enquiry)`,
	`\bcase`,
	`\bour (?:log|file|number|case|id)(?: is)?`,
	`\byour (?:e-?mail|request|enquiry|letter)(?: for information)?`,
	`\b(?:received and |been )?logged`,
	`\bcyfeirnod(?: yw)?|\brhif y cais|\bcais am wybodaeth`,
}, "|") + `)[ :,.#-]{0,3}[(\["']?$`)

// ticketCue matches the weaker words of a help desk, whose number may stand
// beside the one of the FOI office.
var ticketCue = regexp.MustCompile(`(?i)\b(?:ticket|incident|job|call)(?: (?:number|no\.?|id|ref))*(?: is)?[ :.#(\[]{1,3}$`)

// wordyReference are capitalised words in front of figures that make no
// reference: statutes, parts of documents, addresses.
var wordyReference = regexp.MustCompile(`(?i)^(?:act|regulations?|rules?|sections?|questions?|part|annex|appendix|document|doc|page|version|table|figure|form|room|box|tel|phone|fax|floor|level|article|schedule|chapter|sheet|covid|gdpr|dpa|since|from|until|in|on|at|of|the|to|by|and|under|within|about|over|some|only|all|day|week|year|request|number|no|ref|reference|case|june|july|january|february|march|april|may|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|ico|charity|iso|ticket|q)\b[ :#-]*`)

var (
	postcodeShape = regexp.MustCompile(`^[A-Z]{1,2}\d{1,2}[A-Z]?(?: ?\d[A-Z]{2})?$`)
	outcode       = regexp.MustCompile(`^ \d[A-Z]{2}\b`)
	sessionLabel  = regexp.MustCompile(`^(?:19\d\d|20[0-4]\d)(?:[-/]\d\d)?$`)
	decimalShape  = regexp.MustCompile(`^\d{1,2}\.\d{1,2}$`)
	versionish    = regexp.MustCompile(`(?i)^v\d`)
)

// referenceVote is one place where a thread names its reference number.
type referenceVote struct {
	value  string
	weight int
	span   thread.Span
	rule   string
}

// findReference returns the number under which the body has filed the request,
// in the body's own form, with the place that shows it best. Every place that
// names one votes: behind a cue, on a line of its own, in the name of an
// attached file. The most votes win, the earliest of equals.
func findReference(t *thread.Thread) (referenceVote, bool) {
	votes := referenceVotes(t)
	total := map[string]int{}
	for _, v := range votes {
		total[referenceKey(v.value)] += v.weight
		if base := furtherPart.ReplaceAllString(v.value, ""); base != v.value && total[referenceKey(base)] > 0 {
			total[referenceKey(base)] += v.weight // a later stage of the same request
		}
	}
	if len(votes) == 0 {
		return referenceVote{}, false
	}
	return slices.MaxFunc(votes, func(a, b referenceVote) int {
		return cmp.Or(
			cmp.Compare(total[referenceKey(a.value)], total[referenceKey(b.value)]),
			cmp.Compare(a.weight, b.weight),
		)
	}), true
}

// furtherPart is what a body adds to a number for a later stage of the request.
var furtherPart = regexp.MustCompile(`[-/ ]?(?:\d|\(?(?:R|REV|IR|REVIEW|A|B)\)?)$`)

// referenceKey ignores marks, spaces and case: "KU 20 0417" in the name of a
// file is "KU/20/0417".
func referenceKey(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return -1
	}, s)
}

func referenceVotes(t *thread.Thread) []referenceVote {
	var votes []referenceVote
	for i := range t.Messages {
		m := &t.Messages[i]
		if m.Direction != thread.Received {
			continue
		}
		votes = append(votes, textVotes(t, thread.Body(i))...)
		for n := range m.Attachments {
			if isReplyLetter(&m.Attachments[n]) {
				votes = append(votes, textVotes(t, thread.TextRef{Message: i, Attachment: n})...)
			}
		}
	}
	return append(votes, fileVotes(t, votes)...)
}

// namesFOI matches a number that shows by itself what it numbers.
var namesFOI = regexp.MustCompile(`(?i)(?:^|[-/._\d ])(?:[a-z]{0,4}(?:foi|foia|foisa|rhg)|fo|ir|eir)(?:[-/._\d ]|$)`)

// textVotes reads the votes of one text: its lines first, then the cues in
// running text.
func textVotes(t *thread.Thread, ref thread.TextRef) []referenceVote {
	text := t.Text(ref)
	votes := lineVotes(text, ref)
	v := t.NewView(thread.Span{Ref: ref, End: len(text)})
	for _, m := range referenceShape.FindAllStringIndex(v.Text, -1) {
		m = withoutWord(v.Text, m)
		value := trimReference(v.Text[m[0]:m[1]])
		m[1] = m[0] + len(value)
		weight := 0
		switch {
		case referenceCue.MatchString(v.Text[max(0, m[0]-70):m[0]]):
			weight = 3
		case namesFOI.MatchString(value), ticketCue.MatchString(v.Text[max(0, m[0]-30):m[0]]):
			weight = 1
		}
		if weight > 0 && plausibleReference(value, v.Text, m) {
			votes = append(votes, referenceVote{value, weight, v.Span(m[0], m[1]), "reference_cue"})
		}
	}
	return votes
}

// withoutWord drops a leading word that is no part of a number at m ("Case
// 3141") and reads the number afresh: "Ref: 2020-FOI-7" is "2020-FOI-7".
func withoutWord(text string, m []int) []int {
	word := len(wordyReference.FindString(text[m[0]:m[1]]))
	if word == 0 {
		return m
	}
	at := m[0] + word
	if next := referenceShape.FindStringIndex(text[at:]); next != nil && next[0] == 0 {
		return []int{at, max(m[1], at+next[1])}
	}
	return []int{at, m[1]}
}

// lineVotes reads reference numbers that stand alone on a line or in a cell of
// the head of a letter, or open a line as its heading ("21/037 - social media").
func lineVotes(text string, ref thread.TextRef) []referenceVote {
	var votes []referenceVote
	offset := 0
	for n, line := range strings.Split(text, "\n") {
		if n >= headLines {
			break
		}
		for _, cell := range lineCells(line) {
			body := strings.TrimSpace(line[cell[0]:cell[1]])
			body, _, _ = strings.Cut(body, " - ")
			body = body[len(numberedThing.FindString(body)):]
			if !wholeReference.MatchString(body) || !strings.ContainsAny(body, "-/._ ") || !plausibleReference(body, body, []int{0, len(body)}) {
				continue
			}
			at := offset + cell[0] + strings.Index(line[cell[0]:cell[1]], body)
			votes = append(votes, referenceVote{body, 2, thread.Span{Ref: ref, Start: at, End: at + len(body)}, "reference_line"})
		}
		offset += len(line) + 1
	}
	return votes
}

// numberedThing matches what a line calls the thing whose number it gives:
// "REQUEST AB-F-2020-0156".
var numberedThing = regexp.MustCompile(`(?i)^(?:(?:our|your|foi|foia|foisa|information|freedom of information) )*(?:request|case|enquiry|matter|file|cais)(?: (?:no\.?|number|ref(?:erence)?\.?))?[ :.]+`)

// fileVotes adds a vote for each number that the name of an attached file bears
// too; where no text names one, the names themselves are read. Those have no
// span: a name is no text.
func fileVotes(t *thread.Thread, votes []referenceVote) []referenceVote {
	var out []referenceVote
	for i := range t.Messages {
		for _, a := range t.Messages[i].Attachments {
			name := strings.TrimSuffix(a.Filename, filepath.Ext(a.Filename))
			for _, v := range votes {
				if key := referenceKey(v.value); len(key) > 3 && strings.Contains(referenceKey(name), key) {
					out = append(out, referenceVote{v.value, 1, v.span, v.rule})
					break
				}
			}
			if value := namedInFile.FindString(name); value != "" && len(votes) == 0 && plausibleReference(value, value, []int{0, len(value)}) {
				out = append(out, referenceVote{value: value, weight: 1, rule: "reference_file"})
			}
		}
	}
	return out
}

var namedInFile = regexp.MustCompile(`\b(?:` + joinedShape + `)`)

// trimReference drops what a sentence puts behind a number.
func trimReference(s string) string { return strings.TrimRight(s, "-/._:# ") }

// plausibleReference rules out dates, statutes, addresses, telephone numbers,
// sessions and words without figures.
func plausibleReference(value, text string, m []int) bool {
	figures := strings.Count(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return 'x'
	}, value), "0")
	switch {
	case figures < 2 || decimalShape.MatchString(value) || wordyReference.MatchString(value) || versionish.MatchString(value):
		return false
	case sessionLabel.MatchString(value) || postcodeShape.MatchString(value) && outcode.MatchString(text[m[1]:]):
		return false
	case len(findDates(value, 2020)) > 0 || strings.HasPrefix(value, "0") && !strings.ContainsAny(value, "-/."):
		return false
	case m[1] < len(text) && strings.IndexByte("0123456789£%@", text[m[1]]) >= 0:
		return false
	case m[0] > 0 && strings.IndexByte("£@/.-_", text[m[0]-1]) >= 0:
		return false
	}
	return !slices.ContainsFunc(findDates(text[max(0, m[0]-3):min(len(text), m[1]+16)], 2020), func(d dateHit) bool {
		return d.Start <= 3 && d.End > 3
	})
}
