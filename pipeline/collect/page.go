package collect

import (
	"regexp"
	"strings"

	"roundrobin/pipeline/thread"
)

// siteLines are lines that the platform puts on a request page and that are no
// part of any message.
var siteLines = regexp.MustCompile(`^(?:` + strings.Join([]string{
	`We work to defend the right to FOI for everyone`,
	`Help us protect your right to hold public authorities to account\..*`,
	`Donate(?: Now)?`,
	`Link to this`,
	`Report(?: this (?:message|request))?`,
	`(?:Show|Hide) quoted sections`,
	`(?:Follow|Unfollow|Track) this request`,
	`Download(?: a zip file of all correspondence)?`,
	`View as HTML`,
	`Things to do with this request`,
	`Add an annotation.*`,
	`Write a reply`,
	`Request an internal review`,
}, "|") + `)$`)

// readPage reads a request page copied as text: a title and the bodies of all
// messages one after another. The request id is the name of the file. Such a
// page has no dates and no senders. Its attachments are files in a folder of
// its name.
func readPage(r *Reader, src source, p *problems) []*thread.Thread {
	text, ok := src.text(p)
	if !ok {
		return nil
	}
	lines := pageLines(cleanText(text))
	title, lines := lines[0], lines[1:]
	if isGreeting(title) {
		title, lines = "", append([]string{title}, lines...)
	}
	lines, names := markListed(lines, src.Files)
	msgs := splitPage(lines)
	if len(msgs) == 0 {
		p.fail(ProblemNoRequest, "line 1", "no line of the page opens a letter")
		return nil
	}
	t := &thread.Thread{RequestID: stem(src.Path), Title: title, Institution: thread.Institution{Name: pageBody(msgs)}}
	listed := make([][]string, len(msgs))
	for i, m := range msgs {
		m.text, listed[i] = takeListed(m.text, names)
		t.Messages = append(t.Messages, thread.Message{Direction: m.direction(), Text: m.text})
	}
	r.attachListed(t, src.Item, listed, p)
	applySidecar(src.Item, t, nil, p)
	return []*thread.Thread{t}
}

// pageLines splits a page into lines without trailing space, from its title
// on and without the lines of the site. There is at least one.
func pageLines(text string) []string {
	var out []string
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		line = strings.TrimRight(line, " \t\u00a0")
		if !siteLines.MatchString(strings.TrimSpace(line)) {
			out = append(out, line)
		}
	}
	if len(out) == 0 {
		return []string{""}
	}
	return out
}

// pageMessage is one message of a page with what tells its direction.
type pageMessage struct {
	text      string
	addressee string // who the salutation addresses, "" without one
	requester string // name of the requester, "" where the page does not show it
	ownName   bool   // signed with the requester's name
	first     bool
}

// direction decides by the salutation, and where that leaves it open by the
// signature.
func (m pageMessage) direction() string {
	switch {
	case m.addressee != "" && sharesName(m.addressee, m.requester):
		return thread.Received
	case m.ownName, isBodyName(m.addressee):
		return thread.Sent
	case m.first && !isPersonName(m.addressee):
		return thread.Sent
	}
	return thread.Received
}

var bodyName = regexp.MustCompile(`\b(?:(?:The )?(?:Royal |Open )?University (?:of(?: the)?(?: [A-Z][\w'’-]+)+|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)|(?:[A-Z][\w'’-]+ )+(?:University|College|Institute|Academy|Conservatoire)(?: (?:of|for)(?: the)?(?: [A-Z][\w'’-]+)+)?)`)

// pageBody is the institution that a page is about: who the request
// addresses, else the name that most of the replies' short lines give.
func pageBody(msgs []pageMessage) string {
	if isBodyName(msgs[0].addressee) {
		return msgs[0].addressee
	}
	count, best := map[string]int{}, ""
	for _, m := range msgs[1:] {
		for line := range strings.SplitSeq(m.text, "\n") {
			name := bodyName.FindString(line)
			if name == "" || len(line) > 60 {
				continue
			}
			count[name]++
			if count[name] > count[best] {
				best = name
			}
		}
	}
	return best
}
