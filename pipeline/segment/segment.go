// Package segment cuts the messages of a thread and their attachments into
// passages, gives each a role, and recognises what kind of message each is.
package segment

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// Segment reads a thread once: it sets the kind of every message and the
// content of every attachment, and returns all passages in order of the text.
// A restated question's passage names the question, heading or leaf, that the
// thread's own request words so.
func Segment(t *thread.Thread, cb *schema.Codebook) []thread.Passage {
	w := readWording(t, cb)
	var out []thread.Passage
	for i := range t.Messages {
		m := &t.Messages[i]
		m.SenderRole = senderRole(m)
		from := len(out)
		out = append(out, passages(t, thread.Body(i), w)...)
		for j := range m.Attachments {
			ref := thread.TextRef{Message: i, Attachment: j}
			ps := passages(t, ref, w)
			m.Attachments[j].Content = content(&m.Attachments[j], ps)
			if m.Attachments[j].Content != thread.ContentLetter {
				ps = asEnclosure(ps)
			}
			out = append(out, ps...)
		}
		m.Kind = kind(t, i, out[from:], cb)
	}
	return out
}

func senderRole(m *thread.Message) string {
	if m.Direction == thread.Sent {
		return "requester"
	}
	return "body"
}

// passages cuts one text. A paragraph that restates a question and goes on
// with the answer makes two.
func passages(t *thread.Thread, ref thread.TextRef, w wording) []thread.Passage {
	r := roler{wording: w, covered: map[string]bool{}}
	if ref.Attachment < 0 && t.Messages[ref.Message].Direction == thread.Sent {
		r.wording = wording{}
	}
	if ref.Attachment < 0 {
		r.zone = body
	}
	var out []thread.Passage
	ps := paragraphs(t, ref)
	r.bilingual = bilingual(ps)
	for _, p := range ps {
		if len(p.view.Text) > 0 {
			out = append(out, r.cut(p)...)
		}
	}
	return signed(t, out)
}

// cut makes the passages of one paragraph: a restated question and the answer
// behind it, or in front of it where a line break was lost, are apart.
func (r *roler) cut(p paragraph) []thread.Passage {
	var out []thread.Passage
	for {
		role, q, end := r.role(p)
		head, at := role, 0
		switch role {
		case thread.RoleNotice:
			head, at = thread.RoleAnswer, noticeBehind(p)
		case thread.RolePreamble:
			at = answerBehind(p)
		}
		if at > 0 {
			out = append(out, passage(p.view.Slice(0, at).Trim(), p.parts, head, ""))
			p = p.from(at)
			continue
		}
		if q == nil {
			if q := r.questionAbove(p); q != nil {
				out = append(out, passage(p.view.Slice(0, p.firstLine), p.parts, thread.RoleRestatedQuestion, q.node.ID))
				p = p.from(p.firstLine)
				continue
			}
			at := r.questionInside(p)
			if at == 0 {
				return append(out, passage(p.view, p.parts, role, ""))
			}
			out = append(out, passage(p.view.Slice(0, at).Trim(), p.parts, role, ""))
			p = p.from(at)
			continue
		}
		out = append(out, passage(p.view.Slice(0, end), p.parts, role, q.node.ID))
		if strings.Trim(p.view.Text[end:], "\t .") == "" {
			return out
		}
		p = p.from(end)
		p.label = thread.Label{}
	}
}

// questionAbove finds a question, cut short, on the first line of a paragraph of
// several: the answer stands right below it.
func (r *roler) questionAbove(p paragraph) *asked {
	if p.firstLine == 0 || p.firstLine >= len(p.view.Text) || p.furniture || p.quoted {
		return nil
	}
	below := strings.TrimLeft(p.view.Text[p.firstLine:], " ")
	if next, _ := utf8.DecodeRuneInString(below); !unicode.IsUpper(next) && !shortBelow.MatchString(strings.ToLower(below)) {
		return nil
	}
	above := p
	above.view = p.view.Slice(0, p.firstLine)
	above.quoted = true // as what is quoted, it may be cut short anywhere
	if q, _ := r.find(above); q != nil && len(words(above.view.Low[above.label.Len:])) >= minAbove {
		return q
	}
	return nil
}

// minAbove is the shortest question, in words, that can stand cut short above its
// answer without any mark.
const minAbove = 5

// shortBelow matches a short answer in small letters.
var shortBelow = regexp.MustCompile(`^` + plainAnswers + `\b`)

// from is the rest of a paragraph behind a place in its view.
func (p paragraph) from(at int) paragraph {
	p.view = p.view.Slice(at, len(p.view.Text)).Trim()
	p.label, p.firstLine = thread.LeadingLabel(p.view.Low), 0
	return p
}

// questionInside finds a question restated in the middle of a paragraph, at the
// start of a sentence; 0 where there is none.
func (r *roler) questionInside(p paragraph) int {
	if p.furniture || p.quoted || len(r.wording.questions) == 0 {
		return 0
	}
	for _, m := range sentenceBorder.FindAllStringIndex(p.view.Text, -1) {
		if q, _ := r.find(p.from(m[1])); q != nil {
			return m[1]
		}
	}
	return 0
}

// sentenceBorder is a place where a question might begin behind an answer.
var sentenceBorder = regexp.MustCompile(`[.?!;:]["')\]]* `)

// signed turns the name, office and institution that stand at the end of a
// text without a word of farewell into a signature.
func signed(t *thread.Thread, ps []thread.Passage) []thread.Passage {
	for i := len(ps) - 1; i >= 0; i-- {
		switch ps[i].Role {
		case thread.RoleBoilerplate, thread.RoleFootnote, thread.RoleSignature:
			continue
		case thread.RoleAnswer, thread.RolePreamble:
			if isName(t.View(ps[i]).Text) {
				ps[i].Role = thread.RoleSignature
				continue
			}
		}
		break
	}
	return ps
}

// isName tells whether a line is a name or title: two to eight words, all with
// a capital but for small ones, and no mark at the end.
func isName(s string) bool {
	ws := strings.Fields(s)
	if len(ws) < 2 || len(ws) > 8 || strings.ContainsAny(s[len(s)-1:], ".:;?!") || strings.Contains(s, "\t") {
		return false
	}
	for _, w := range ws {
		switch {
		case w[0] >= 'A' && w[0] <= 'Z', w[0] == '[', w[0] == '(', w == "of", w == "and", w == "the", w == "for", w == "&", w == "/", w == "to", w == "on", w == "behalf", w == "-", w == "in":
		default:
			return false
		}
	}
	return thread.LeadingLabel(strings.ToLower(s)).Len == 0
}

// passage makes a passage of a view, which may be a piece of its paragraph.
func passage(v thread.View, parts []thread.Span, role, question string) thread.Passage {
	p := thread.Passage{Span: v.All(), Role: role}
	for _, s := range parts {
		if s.Start, s.End = max(s.Start, p.Start), min(s.End, p.End); s.Start < s.End && len(parts) > 1 {
			p.Parts = append(p.Parts, s)
		}
	}
	if question != "" {
		p.QuestionIDs = []string{question}
	}
	return p
}

// clause matches the number of a clause of a policy, which is no question's.
var clause = regexp.MustCompile(`^\d{1,2}\.\d`)

// letterHead is how much of an attachment, in bytes, is looked at to tell what
// it is.
const letterHead = 4000

// content tells a letter that answers from figures and from documents that
// were asked for: a letter greets, is signed, or restates the questions.
func content(a *thread.Attachment, ps []thread.Passage) string {
	restated, greeted, signed, labelled, subs := 0, false, false, 0, 0
	for _, p := range ps {
		switch p.Role {
		case thread.RoleRestatedQuestion:
			restated++
		case thread.RoleSalutation:
			greeted = true
		case thread.RoleSignature:
			signed = true
		}
	}
	low := strings.ToLower(a.Text[:min(len(a.Text), letterHead)])
	for _, l := range strings.Split(low, "\n") {
		if l = strings.TrimSpace(l); strings.HasPrefix(l, "q") && thread.LeadingLabel(l).Explicit {
			labelled++
		} else if r := thread.LeadingLabel(l).Ranges; !clause.MatchString(l) && len(r) > 0 && r[0].From.Num > 0 && r[0].From.Sub > 0 {
			subs++
		}
	}
	name := strings.ToLower(a.Filename)
	switch {
	case isSheet(name, a.MediaType) && restated < 3 && !answersInRows(a.Text):
		return thread.ContentFigures
	case restated >= 2, greeted && signed, labelled >= 3, subs >= 3, isSheet(name, a.MediaType):
		return thread.ContentLetter
	case letterName(name) && !documentName(name), greeted && strings.Contains(low, "your request"):
		return thread.ContentLetter
	}
	return thread.ContentDocument
}

func isSheet(name, media string) bool {
	return strings.HasSuffix(name, ".xlsx") || strings.HasSuffix(name, ".csv") || strings.HasSuffix(name, ".xls") || strings.HasSuffix(name, ".ods") || strings.Contains(media, "spreadsheet") || strings.Contains(media, "csv")
}

// minAnswerRows is how many rows with a question's label and an answer make a
// sheet one of answers.
const minAnswerRows = 5

// answersInRows tells whether the rows of a sheet answer the questions: their
// first cell is a label, and a later one holds words.
func answersInRows(text string) bool {
	n, parts := 0, 0
	for line := range strings.SplitSeq(strings.ToLower(text), "\n") {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		first := strings.TrimSpace(cells[0])
		l := thread.LeadingLabel(first + ".")
		if len(cells) < 2 || l.Len < len(first) || len(first) == 0 || !lettered(cells[len(cells)-1]) && !lettered(cells[1]) {
			continue
		}
		n++
		if l.Explicit || l.Ranges[0].From.Sub > 0 {
			parts++
		}
	}
	return n >= minAnswerRows && parts > 0
}

func lettered(cell string) bool {
	return strings.ContainsFunc(cell, unicode.IsLetter)
}

func letterName(name string) bool {
	for _, w := range []string{"response", "reply", "letter", "answer", "ymateb", "decision", "outcome", "review", "determination", "findings"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

func documentName(name string) bool {
	for _, w := range []string{"policy", "procedure", "guid", "template", "form", "code of", "regulation", "dpia", "assessment", "notice", "training", "slides", "appendix", "annex", "schedule"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// asEnclosure strips the roles that only a letter has: an enclosed document is
// not the body's reply, whatever it repeats.
func asEnclosure(ps []thread.Passage) []thread.Passage {
	for i := range ps {
		if ps[i].Role != thread.RoleBoilerplate {
			ps[i].Role, ps[i].QuestionIDs = thread.RoleFootnote, nil
		}
	}
	return ps
}
