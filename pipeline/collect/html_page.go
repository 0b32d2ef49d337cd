package collect

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"

	"roundrobin/pipeline/thread"
)

// readHTML reads a request page saved in a browser. Its classes are those of
// Alaveteli 0.46.
func readHTML(r *Reader, src source, p *problems) []*thread.Thread {
	text, ok := src.text(p)
	if !ok {
		return nil
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(text))
	if err != nil {
		p.fail(ProblemNoRequest, "", "the page cannot be parsed")
		return nil
	}
	t := pageHeader(doc, src)
	var anchors []string
	doc.Find("div.correspondence[id]").Each(func(_ int, s *goquery.Selection) {
		id := s.AttrOr("id", "")
		if !strings.HasPrefix(id, "incoming-") && (!strings.HasPrefix(id, "outgoing-") || s.HasClass("box")) {
			return // a resend, or an annotation
		}
		anchors = append(anchors, id)
		t.Messages = append(t.Messages, r.pageMessage(s, id, src.Item, p))
	})
	applySidecar(src.Item, t, anchors, p)
	return []*thread.Thread{t}
}

var statusClass = regexp.MustCompile(`\brequest-status-message--([a-z_]+)`)

func pageHeader(doc *goquery.Document, src source) *thread.Thread {
	t := &thread.Thread{RequestID: stem(src.Path), Title: words(doc.Find(".request-header h1").First().Text())}
	if m := statusClass.FindStringSubmatch(doc.Find("#request_status").AttrOr("class", "")); m != nil {
		t.PlatformStatus = m[1]
	}
	doc.Find(".request-header__subtitle a[href*='/body/']").First().Each(func(_ int, s *goquery.Selection) {
		t.Institution.Name = words(s.Text())
		t.Institution.WDTKBody = path.Base(strings.TrimSuffix(s.AttrOr("href", ""), "/"))
	})
	doc.Find("link[rel=canonical]").First().Each(func(_ int, s *goquery.Selection) {
		if m := requestURL.FindStringSubmatch(s.AttrOr("href", "")); m != nil {
			t.URL, t.RequestID = m[0], m[1]
		}
	})
	if t.Institution.Name == "" {
		first := nodesText(doc.Find("div.outgoing .correspondence_text").First())
		for line := range strings.SplitSeq(first, "\n") {
			if to, ok := greeting(line); ok {
				t.Institution.Name = to
				break
			}
		}
	}
	return t
}

func words(s string) string { return strings.Join(strings.Fields(s), " ") }

func nodesText(s *goquery.Selection) string {
	var b strings.Builder
	for _, n := range s.Nodes {
		b.WriteString(nodeText(n))
	}
	return b.String()
}

func (r *Reader) pageMessage(s *goquery.Selection, id string, it Item, p *problems) thread.Message {
	m := thread.Message{Direction: thread.Received, From: words(s.Find(".correspondence__header__author").First().Text())}
	if strings.HasPrefix(id, "outgoing-") {
		m.Direction = thread.Sent
	}
	stamp := s.Find("a.correspondence__header__date time, .correspondence__header time").First().AttrOr("datetime", "")
	if when, err := time.Parse(time.RFC3339, stamp); err == nil {
		m.Date, m.DateBasis = day(when), dateHeader
	}
	body := s.Find("div.correspondence_text").First()
	if n := body.Find("span.unfold_link").Remove().Length() + s.Find(".hidden_message, .hidden_attachment").Length(); n > 0 {
		p.warn(ProblemHiddenText, id, "%d parts are folded or concealed", n)
	}
	body.Find("ul.list-of-attachments, .attachments").Remove()
	m.Text = strings.TrimSpace(nodesText(body)) + "\n"
	s.Find("ul.list-of-attachments > li.attachment").Each(func(_ int, li *goquery.Selection) {
		m.Attachments = append(m.Attachments, r.beside(it, li, p)...)
	})
	return m
}

// beside makes the attachments of a file that a page lists. Its file is looked
// for in the folders beside the page: by the folder that fetching gives it,
// else by name.
func (r *Reader) beside(it Item, li *goquery.Selection, p *problems) []thread.Attachment {
	name := words(li.Find(".attachment__name").First().Text())
	wanted := []string{plainName(name)}
	folder := ""
	li.Find("a[href]").Each(func(_ int, a *goquery.Selection) {
		link, _, _ := strings.Cut(a.AttrOr("href", ""), "?")
		wanted = append(wanted, plainName(path.Base(link)))
		if u, err := url.Parse(link); err == nil && folder == "" {
			folder = attachmentFolder(u.Path)
		}
	})
	found := ""
	for _, file := range it.Files {
		base := plainName(path.Base(file))
		if base == "" {
			continue
		}
		if inFolder := folder != "" && path.Base(path.Dir(file)) == folder; inFolder || found == "" && slices.Contains(wanted, base) {
			found = file
			if inFolder {
				break
			}
		}
	}
	if found == "" {
		return []thread.Attachment{missing(name)}
	}
	return r.besideFile(it, found, name, p)
}
