package main

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"mime"
	"mime/quotedprintable"
	"path"
	"regexp"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"
)

// letters is a structured thread as it stands in its file, which the forms are
// made from.
type letters struct {
	RequestID   string `yaml:"request_id"`
	WDTKID      int    `yaml:"wdtk_id"`
	Title       string
	Institution struct {
		Name   string
		Body   string `yaml:"wdtk_body"`
		Nation string
	}
	Messages []letter
}

type letter struct {
	Direction, Date, From, Body string
	Attachments                 []enclosure
}

type enclosure struct {
	Filename string
	Type     string `yaml:"content_type"`
	Text     string
}

func (m *letter) received() bool { return m.Direction == "received" }

// when is the time of a letter: its day and, since letters of one day stand in
// an order, a minute for each.
func (l *letters) when(i int) (at time.Time, dated bool) {
	if at, err := time.Parse(time.DateOnly, l.Messages[i].Date); err == nil {
		return at.Add(9*time.Hour + time.Duration(i)*time.Minute), true
	}
	if i == 0 {
		return time.Date(2020, 6, 1, 9, 0, 0, 0, time.UTC), false
	}
	before, _ := l.when(i - 1)
	return before.Add(time.Minute), false
}

// id is the number that the platform gives to a message.
func (l *letters) id(i int) int { return l.WDTKID*10 + i + 1 }

func readLetters(t *testing.T, data []byte) *letters {
	t.Helper()
	l := new(letters)
	if err := yaml.Unmarshal(data, l); err != nil {
		t.Fatal(err)
	}
	return l
}

// form lays correspondence down in one of the forms in which it is collected:
// its files by their paths below the collected folder.
type form struct {
	name   string
	render func(*testing.T, *letters) map[string][]byte
	lacks  []string // columns that rest on what the form does not hold
}

var allForms = []form{
	{"text", renderText, undated},
	{"text and JSON", renderTextJSON, nil},
	{"zip", renderZip, nil},
	{"batch zip", renderBatch, nil},
	{"page and JSON", renderPage, nil},
	{"mail", renderMail, nil},
	{"mbox", renderMbox, nil},
}

// renderTextJSON is a page copied as text with the request's JSON beside it.
func renderTextJSON(t *testing.T, l *letters) map[string][]byte {
	files := renderText(t, l)
	files[l.RequestID+".json"] = l.json(t)
	return files
}

// renderText is a request page copied as text, with the attachments saved
// beside it.
func renderText(t *testing.T, l *letters) map[string][]byte {
	files := map[string][]byte{}
	var b strings.Builder
	b.WriteString(l.Title + "\n\n")
	for _, m := range l.Messages {
		b.WriteString(strings.TrimSpace(m.Body) + "\n\n")
		for _, a := range m.Attachments {
			data := a.file(t)
			files[l.RequestID+"-attachments/"+a.Filename] = data
			fmt.Fprintf(&b, "%s\n%s Download View as HTML\n\n", a.Filename, size(data))
		}
	}
	b.WriteString("We work to defend the right to FOI for everyone\n")
	files[l.RequestID+".txt"] = []byte(b.String())
	return files
}

func size(data []byte) string {
	if len(data) >= 1<<20 {
		return fmt.Sprintf("%.1fM", float64(len(data))/(1<<20))
	}
	return fmt.Sprintf("%dK", len(data)>>10)
}

var notPlain = regexp.MustCompile(`[^A-Za-z0-9.]+`)

// renderZip is the download of one request.
func renderZip(t *testing.T, l *letters) map[string][]byte {
	var b strings.Builder
	fmt.Fprintf(&b, "This is a plain-text version of the Freedom of Information request %q.  The latest, full version is available online at http://site.example/request/%s.\n\n", l.Title, l.RequestID)
	var pack packer
	n := 0
	for i, m := range l.Messages {
		from, to := m.From, l.Institution.Name
		if m.received() {
			n++
			from, to = m.From+", "+l.Institution.Name, l.Messages[0].From
		}
		date := ""
		if at, dated := l.when(i); dated {
			date = at.Format(" _2 January 2006")
		}
		fmt.Fprintf(&b, "%s\n\n\nFrom: %s\nTo: %s\nDate:%s\n\n%s\n", strings.Repeat("-", 31), from, to, date, strings.TrimSpace(m.Body))
		var listed []string
		for part, a := range m.Attachments {
			data := a.file(t)
			listed = append(listed, fmt.Sprintf("Attachment: %s (%s)", a.Filename, size(data)))
			pack.add(t, fmt.Sprintf("%d_%d_%s", n, part+2, notPlain.ReplaceAllString(a.Filename, " ")), data)
		}
		if len(listed) > 0 {
			b.WriteString(strings.Join(listed, " ") + "\n")
		}
		b.WriteString("\n")
	}
	pack.add(t, "correspondence.txt", []byte(b.String()))
	return map[string][]byte{l.RequestID + ".zip": pack.bytes(t)}
}

// renderBatch is the export of a batch of one request.
func renderBatch(t *testing.T, l *letters) map[string][]byte {
	var pack packer
	dir := l.Institution.Name + " - " + l.RequestID + "/"
	replies := 0
	for i, m := range l.Messages {
		at, _ := l.when(i)
		stamp, kind := dir+at.Format("2006-01-02-150405/"), "outgoing"
		if m.received() {
			replies, kind = replies+1, "incoming"
		}
		pack.add(t, fmt.Sprintf("%s%s_%d.txt", stamp, kind, l.id(i)), []byte(m.Body))
		for _, a := range m.Attachments {
			pack.add(t, fmt.Sprintf("%sattachments-%d/%s", stamp, l.id(i), a.Filename), a.file(t))
		}
	}
	pack.add(t, "dashboard.csv", fmt.Appendf(nil, "request_url,authority_name,number_of_replies,request_status\nhttp://site.example/request/%s,%s,%d,successful\n", l.RequestID, l.Institution.Name, replies))
	return map[string][]byte{"batch-7-" + l.RequestID + "-export-20201101.zip": pack.bytes(t)}
}

// renderPage is the request page saved in a browser, its attachments and the
// request's JSON.
func renderPage(t *testing.T, l *letters) map[string][]byte {
	files := map[string][]byte{l.RequestID + ".json": l.json(t)}
	var b strings.Builder
	esc := html.EscapeString
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title><link rel=\"canonical\" href=\"http://site.example/request/%s\"></head><body>\n", esc(l.Title), l.RequestID)
	fmt.Fprintf(&b, "<div class=\"request-header\"><h1>%s</h1><p class=\"request-header__subtitle\">%s made this Freedom of Information request to <a href=\"/body/%s\">%s</a></p></div>\n", esc(l.Title), esc(l.Messages[0].From), l.Institution.Body, esc(l.Institution.Name))
	b.WriteString("<div class=\"request-status-message request-status-message--successful\" id=\"request_status\"><p>The request was successful.</p></div>\n")
	for i, m := range l.Messages {
		kind, from := "outgoing", m.From
		if m.received() {
			kind, from = "incoming", m.From+", "+l.Institution.Name
		}
		fmt.Fprintf(&b, "<div class=\"%s correspondence\" id=\"%[1]s-%d\">\n<div class=\"correspondence__header\"><span class=\"correspondence__header__author\">%s</span>", kind, l.id(i), esc(from))
		if at, dated := l.when(i); dated {
			fmt.Fprintf(&b, " <a class=\"correspondence__header__date\" href=\"#%s-%d\"><time datetime=\"%s\">%s</time></a>", kind, l.id(i), at.Format(time.RFC3339), at.Format("2 January 2006"))
		}
		b.WriteString("</div>\n<div class=\"correspondence_text\">" + paragraphs(m.Body) + "</div>\n")
		if len(m.Attachments) > 0 {
			b.WriteString("<ul class=\"list-of-attachments\">\n")
		}
		for part, a := range m.Attachments {
			data := a.file(t)
			files[l.RequestID+"_files/"+a.Filename] = data
			fmt.Fprintf(&b, "<li class=\"attachment\" id=\"attachment-%d\"><a href=\"/request/%s/response/%d/attach/%d/%s\"><p class=\"attachment__name\">%s</p></a><p class=\"attachment__meta\">%s</p></li>\n",
				l.id(i)*10+part, l.RequestID, l.id(i), part+2, strings.ReplaceAll(a.Filename, " ", "%20"), esc(a.Filename), size(data))
		}
		if len(m.Attachments) > 0 {
			b.WriteString("</ul>\n")
		}
		b.WriteString("</div>\n")
	}
	b.WriteString("</body></html>\n")
	files[l.RequestID+".html"] = []byte(b.String())
	return files
}

// paragraphs marks a body up as the platform does.
func paragraphs(body string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(strings.TrimSpace(body), "\n\n") {
		lines := strings.Split(html.EscapeString(part), "\n")
		b.WriteString("<p>" + strings.Join(lines, "<br />\n") + "</p>\n")
	}
	return b.String()
}

// json is what the platform says of a request at /request/<slug>.json.
func (l *letters) json(t *testing.T) []byte {
	t.Helper()
	type event map[string]any
	var events []event
	for i, m := range l.Messages {
		at, dated := l.when(i)
		e := event{"id": l.id(i) * 10, "event_type": "sent", "incoming_message_id": nil, "outgoing_message_id": l.id(i)}
		if m.received() {
			e["event_type"], e["incoming_message_id"], e["outgoing_message_id"] = "response", l.id(i), nil
		} else if i > 0 {
			e["event_type"] = "followup_sent"
		}
		if dated {
			e["created_at"] = at.Format(time.RFC3339)
		}
		events = append(events, e)
	}
	data, err := json.MarshalIndent(map[string]any{
		"id": l.WDTKID, "url_title": l.RequestID, "title": l.Title, "described_state": "successful", "law_used": "foi",
		"public_body":         map[string]any{"url_name": l.Institution.Body, "name": l.Institution.Name, "tags": [][]string{{l.Institution.Nation}}},
		"info_request_events": events,
	}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return append(data, '\n')
}

// renderMail is a folder with a file for each e-mail.
func renderMail(t *testing.T, l *letters) map[string][]byte {
	files := map[string][]byte{}
	for i := range l.Messages {
		files[fmt.Sprintf("%s/%02d.eml", l.RequestID, i+1)] = l.mail(t, i)
	}
	return files
}

var fromLine = regexp.MustCompile(`(?m)^(>*From )`)

// renderMbox is one mailbox (mboxrd).
func renderMbox(t *testing.T, l *letters) map[string][]byte {
	var b bytes.Buffer
	for i := range l.Messages {
		at, _ := l.when(i)
		fmt.Fprintf(&b, "From MAILER-DAEMON %s\n", at.Format(time.ANSIC))
		b.Write(fromLine.ReplaceAll(bytes.ReplaceAll(l.mail(t, i), []byte("\r\n"), []byte("\n")), []byte(">$1")))
		b.WriteString("\n")
	}
	return map[string][]byte{l.RequestID + ".mbox": b.Bytes()}
}

// mail is message i as an e-mail with its attachments.
func (l *letters) mail(t *testing.T, i int) []byte {
	t.Helper()
	m := l.Messages[i]
	body := fmt.Sprintf("foi@%s.ac.uk", strings.ReplaceAll(l.Institution.Body, "_", "-"))
	requester := fmt.Sprintf("request-%d@requests.example", l.WDTKID)
	from, to, subject := address(m.From, requester), address(l.Institution.Name, body), l.Title
	if m.received() {
		from, to, subject = address(m.From, body), address(l.Messages[0].From, requester), "Re: "+l.Title
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "From: %s\nTo: %s\nSubject: %s\nMessage-ID: <%d@site.example>\n", from, to, mime.QEncoding.Encode("utf-8", subject), l.id(i))
	if at, dated := l.when(i); dated {
		fmt.Fprintf(&b, "Date: %s\n", at.Format(time.RFC1123Z))
	}
	if i > 0 {
		fmt.Fprintf(&b, "In-Reply-To: <%d@site.example>\n", l.id(0))
	}
	b.WriteString("MIME-Version: 1.0\n")
	const text = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
	if len(m.Attachments) == 0 {
		b.WriteString(text + quoted(t, m.Body))
		return crlf(b.Bytes())
	}
	const border = "=_roundrobin"
	fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=%q\n\n--%s\n%s%s\n", border, border, text, quoted(t, m.Body))
	for _, a := range m.Attachments {
		fmt.Fprintf(&b, "--%s\nContent-Type: %s\nContent-Disposition: attachment; filename=%q\nContent-Transfer-Encoding: base64\n\n%s\n", border, a.Type, a.Filename, folded(a.file(t)))
	}
	fmt.Fprintf(&b, "--%s--\n", border)
	return crlf(b.Bytes())
}

func address(name, mailbox string) string {
	return mime.QEncoding.Encode("utf-8", name) + " <" + mailbox + ">"
}

func crlf(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")) }

func quoted(t *testing.T, s string) string {
	t.Helper()
	var b strings.Builder
	w := quotedprintable.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(b.String(), "\r\n", "\n")
}

// folded is base64 in lines of 76 characters.
func folded(data []byte) string {
	s := base64.StdEncoding.EncodeToString(data)
	var b strings.Builder
	for len(s) > 76 {
		b.WriteString(s[:76] + "\n")
		s = s[76:]
	}
	return b.String() + s
}

// packer packs a zip.
type packer struct {
	b bytes.Buffer
	w *zip.Writer
}

func (p *packer) add(t *testing.T, name string, data []byte) {
	t.Helper()
	if p.w == nil {
		p.w = zip.NewWriter(&p.b)
	}
	f, err := p.w.CreateHeader(&zip.FileHeader{Name: path.Clean(name), Method: zip.Deflate})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(data); err != nil {
		t.Fatal(err)
	}
}

func (p *packer) bytes(t *testing.T) []byte {
	t.Helper()
	if err := p.w.Close(); err != nil {
		t.Fatal(err)
	}
	return p.b.Bytes()
}
