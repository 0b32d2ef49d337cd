package collect

import (
	"path"
	"strconv"
	"strings"

	"roundrobin/pipeline/thread"
)

// statusMissing marks an attachment without a file until its problem is
// written; the table knows it as unsupported.
const statusMissing = "missing"

const maxMessages = 500 // of one request

// complete fills what every form leaves open and redacts the thread and what
// was said about it. It reports false for a thread that cannot be used.
func (r *Reader) complete(t *thread.Thread, p *problems) bool {
	sent := false
	for i := range t.Messages {
		sent = sent || t.Messages[i].Direction == thread.Sent
	}
	if !sent {
		p.fail(ProblemNoRequest, "", "none of the %d messages was sent by a requester", len(t.Messages))
		return false
	}
	if len(t.Messages) > maxMessages {
		p.fail(ProblemTooLarge, "", "%d messages, the limit is %d", len(t.Messages), maxMessages)
		return false
	}
	r.institutions.match(t, r.opts.Sample, p)
	t.Law = law(t.Institution)
	for i := range t.Messages {
		completeMessage(t, i, p)
	}
	red := newRedactor(t)
	red.leaveOut(t, p)
	red.thread(t)
	t.Persons = red.fullNames()
	for i := range p.list {
		p.list[i].Locator, p.list[i].Detail = red.redact(p.list[i].Locator), red.redact(p.list[i].Detail)
	}
	return true
}

// leaveOut drops texts in which the names of persons cannot be replaced in
// good time.
func (r *redactor) leaveOut(t *thread.Thread, p *problems) {
	const why = "too many names to be replaced"
	for i := range t.Messages {
		m := &t.Messages[i]
		if r.isTooMuch(m.Text) {
			p.fail(ProblemTooLarge, m.ID, why)
			m.Text = ""
		}
		for j := range m.Attachments {
			if a := &m.Attachments[j]; r.isTooMuch(a.Text) {
				p.fail(ProblemTooLarge, a.ID, why)
				a.Text, a.TextStatus = "", statusTooLarge
			}
		}
	}
}

var senderRoles = map[string]string{thread.Sent: "requester", thread.Received: "body"}

func completeMessage(t *thread.Thread, i int, p *problems) {
	m := &t.Messages[i]
	m.Seq = i + 1
	m.ID = t.RequestID + "/" + strconv.Itoa(m.Seq)
	m.Text = cleanText(m.Text)
	if len(m.Text) > maxBody {
		p.fail(ProblemTooLarge, m.ID, "%d bytes of text, the limit is %d", len(m.Text), maxBody)
		m.Text = ""
	}
	m.SenderRole = senderRoles[m.Direction]
	if m.DateBasis == "" {
		m.DateBasis = dateNone
	}
	for j := range m.Attachments {
		m.Attachments[j].ID = m.ID + "/" + strconv.Itoa(j+1)
		completeAttachment(&m.Attachments[j], p)
	}
}

func completeAttachment(a *thread.Attachment, p *problems) {
	a.Filename = cleanText(path.Base(strings.ReplaceAll(a.Filename, `\`, "/")))
	a.Text = cleanText(a.Text)
	if a.TextStatus == "" {
		a.TextStatus = statusRead
		if strings.TrimSpace(a.Text) == "" {
			a.TextStatus = statusEmpty
		}
	}
	kind := problemOf(a.TextStatus)
	if a.TextStatus == statusMissing {
		a.TextStatus = statusUnsupported
	}
	switch {
	case kind == "":
	case strings.HasPrefix(a.MediaType, "image/"): // mostly logos of signatures
		p.warn(kind, a.ID, "no text is read from the picture %q", a.Filename)
	default:
		p.fail(kind, a.ID, "%s: no text of %q", a.TextStatus, a.Filename)
	}
}
