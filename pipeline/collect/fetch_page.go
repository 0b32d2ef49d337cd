package collect

import (
	"bytes"
	"errors"
	"net/url"
	"path"
	"regexp"
	"strings"
	"unicode"

	"github.com/PuerkitoBio/goquery"
)

// attachmentLink is an attachment that a request page links to.
type attachmentLink struct {
	url    *url.URL
	folder string // incoming message and part, since names repeat
	name   string // safe as the name of a file
}

var attachmentPath = regexp.MustCompile(`^/request/[\w-]+/response/(\d+)/attach/(\d+)/([^/]+)$`)

// attachmentFolder names the folder of an attachment by the path of its link,
// "" for a link to something else.
func attachmentFolder(link string) string {
	m := attachmentPath.FindStringSubmatch(link)
	if m == nil {
		return ""
	}
	return m[1] + "-" + m[2]
}

// attachmentLinks are the attachments of a page that lie on its own host, in
// order and each once.
func attachmentLinks(page *url.URL, data []byte) []attachmentLink {
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	var out []attachmentLink
	seen := map[string]bool{}
	doc.Find("div.incoming li.attachment a[href], div.incoming .attachment a[href]").Each(func(_ int, a *goquery.Selection) {
		ref, err := url.Parse(a.AttrOr("href", ""))
		if err != nil {
			return
		}
		u := page.ResolveReference(ref)
		folder := attachmentFolder(u.Path)
		if folder == "" || u.Host != page.Host || seen[folder] {
			return
		}
		seen[folder] = true
		u.Scheme, u.Fragment = page.Scheme, ""
		out = append(out, attachmentLink{u, folder, fileName(path.Base(u.Path))})
	})
	return out
}

const maxFileName = 120 // bytes, below the limit of every file system

// fileName makes a name that is safe on every system.
func fileName(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(s, "_"))
	if len(s) > maxFileName {
		ext := path.Ext(s)
		if len(ext) > 10 {
			ext = ""
		}
		s = strings.ToValidUTF8(s[:maxFileName-len(ext)], "") + ext
	}
	if s = strings.TrimLeft(s, "."); s == "" {
		return "unnamed"
	}
	return s
}

// isRequestPage holds a page to be one: sites that take a program for a robot
// answer with a page of their own.
func isRequestPage(data []byte) error {
	if !bytes.Contains(data, []byte("correspondence")) {
		return errors.New("the answer is no request page; save it with a browser")
	}
	return nil
}
