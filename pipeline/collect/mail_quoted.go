package collect

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"roundrobin/pipeline/thread"
)

var (
	quoteLabel = regexp.MustCompile(`^\s*\**(?:From|Sent|Date|To|Cc|Subject|Importance)\**:`)
	quoteSent  = regexp.MustCompile(`(?m)^[\s>]*\**(?:Sent|Date):\**\s*(?:[A-Z][a-z]+,?\s+)?(\d{1,2} [A-Z][a-z]+ \d{4})`)
	quoteOn    = regexp.MustCompile(`^On (?:[A-Z][a-z]+,? )?(\d{1,2} [A-Z][a-z]{2,8} \d{4})\b`)
)

// restoreRequest gives a thread without a message of the requester the request
// that a reply quotes: people often keep nothing but the reply. The quotation
// stays in the reply, too.
func restoreRequest(t *thread.Thread) {
	for _, m := range t.Messages {
		if m.Direction == thread.Sent {
			return
		}
	}
	for _, m := range t.Messages {
		if request, ok := quotedRequest(m.Text); ok {
			t.Messages = slices.Insert(t.Messages, 0, request)
			return
		}
	}
}

// quotedRequest is the innermost quotation of a text, if it is a letter to a
// public body: what follows an Outlook header or "On … wrote:".
func quotedRequest(text string) (thread.Message, bool) {
	lines := strings.Split(cleanText(text), "\n")
	head := -1
	for i, line := range lines {
		if quoteHead.MatchString(unquote(line)) {
			head = i
		}
	}
	if head < 0 {
		return thread.Message{}, false
	}
	body := head + 1
	for body < len(lines) && (quoteLabel.MatchString(unquote(lines[body])) || unquote(lines[body]) == "") {
		body++
	}
	m := thread.Message{Direction: thread.Sent}
	toBody := false
	for _, line := range lines[body:] {
		line = unquote(line)
		if to, ok := greeting(line); ok && isBodyName(to) {
			toBody = true
		}
		m.Text += line + "\n"
	}
	m.Text = strings.TrimSpace(m.Text) + "\n"
	dateQuoted(&m, strings.Join(lines[head:body], "\n"))
	return m, toBody
}

// unquote drops the marks of quotation and the space around a line.
func unquote(line string) string { return strings.Trim(line, "> \t\u00a0") }

func dateQuoted(m *thread.Message, head string) {
	found := quoteSent.FindStringSubmatch(head)
	if found == nil {
		found = quoteOn.FindStringSubmatch(unquote(head))
	}
	if found == nil {
		return
	}
	for _, layout := range []string{"2 January 2006", "2 Jan 2006"} {
		if d, err := time.Parse(layout, found[1]); err == nil {
			m.Date, m.DateBasis = d, dateHeader
			return
		}
	}
}
