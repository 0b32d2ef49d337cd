package collect

import (
	"bytes"
	"cmp"
	"net/mail"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/jhillyerd/enmime/v2"

	"roundrobin/pipeline/thread"
)

// letterMail is one e-mail with what tells its place in a conversation.
type letterMail struct {
	when     time.Time
	from, to *mail.Address
	id       string
	refs     []string
	subject  string
	message  thread.Message
}

// readMail reads an mbox, or the messages (.eml) of one folder, as one thread
// for each conversation.
func readMail(r *Reader, src source, p *problems) []*thread.Thread {
	var all []letterMail
	raws := rawMails(src, p)
	for i, raw := range raws {
		all = append(all, r.mails(raw, src.mailName(i), p, 0)...)
	}
	if len(all) == 0 && len(p.list) == 0 {
		p.fail(ProblemEmptyFile, "", "the mailbox holds no message")
	}
	slices.SortStableFunc(all, func(a, b letterMail) int { return cmp.Or(a.when.Compare(b.when), cmp.Compare(a.id, b.id)) })
	groups := conversations(all)
	var out []*thread.Thread
	for i, g := range groups {
		t := r.mailThread(g)
		if len(src.Files) > 0 {
			t.Source.SHA256 = hash(bytes.Join(raws, nil)) // of all files in order of their paths
		}
		t.RequestID = stem(src.Path)
		if len(src.Files) > 0 && path.Dir(src.Path) != "." {
			t.RequestID = path.Base(path.Dir(src.Path))
		}
		if len(groups) > 1 {
			t.RequestID += "_" + cmp.Or(t.Institution.ID, slug(t.Institution.Name), string(rune('a'+i%26)))
		}
		out = append(out, t)
	}
	return out
}

func (src source) mailName(i int) string {
	if names := append([]string{src.Path}, src.Files...); len(src.Files) > 0 && i < len(names) {
		return names[i]
	}
	return ""
}

// rawMails gives the bytes of each message, also of the files that belong to
// the item.
func rawMails(src source, p *problems) [][]byte {
	if strings.EqualFold(path.Ext(src.Path), ".mbox") {
		return splitMbox(src.data)
	}
	out := [][]byte{src.data}
	for _, file := range src.Files {
		data, err := os.ReadFile(src.file(file))
		if err != nil {
			p.fail(ProblemIO, file, "the file cannot be read")
			data = nil
		}
		out = append(out, data)
	}
	return out
}

// splitMbox splits at the "From " lines of an mbox and undoes their quoting
// (mboxrd: one ">" less before "From ").
func splitMbox(data []byte) [][]byte {
	var out [][]byte
	var cur []byte
	blank := true
	for line := range bytes.Lines(data) {
		switch {
		case blank && bytes.HasPrefix(line, []byte("From ")):
			if len(bytes.TrimSpace(cur)) > 0 {
				out = append(out, cur)
			}
			cur = nil
		case bytes.HasPrefix(bytes.TrimLeft(line, ">"), []byte("From ")) && line[0] == '>':
			cur = append(cur, line[1:]...)
		default:
			cur = append(cur, line...)
		}
		blank = len(bytes.TrimSpace(line)) == 0
	}
	if len(bytes.TrimSpace(cur)) > 0 {
		out = append(out, cur)
	}
	return out
}

const (
	maxNesting    = 5  // messages forwarded inside of messages
	maxMultiparts = 50 // of one message: nested ones cost the parser more with each
)

var multipart = regexp.MustCompile(`(?i)multipart/`)

// mails reads one message and the messages attached to it.
func (r *Reader) mails(raw []byte, place string, p *problems, depth int) []letterMail {
	if len(raw) == 0 {
		return nil
	}
	if len(multipart.FindAllIndex(raw, maxMultiparts+1)) > maxMultiparts {
		p.fail(ProblemMalformedMail, place, "more than %d parts of parts", maxMultiparts)
		return nil
	}
	env, err := enmime.ReadEnvelope(bytes.NewReader(raw))
	if err != nil || env.GetHeader("From") == "" {
		p.fail(ProblemMalformedMail, place, "no e-mail can be made of it")
		return nil
	}
	m := letterMail{
		from: firstAddress(env, "From"), to: firstAddress(env, "To"), subject: env.GetHeader("Subject"),
		id: strings.Trim(env.GetHeader("Message-Id"), "<> "),
	}
	for _, ref := range strings.Fields(env.GetHeader("References") + " " + env.GetHeader("In-Reply-To")) {
		m.refs = append(m.refs, strings.Trim(ref, "<>,"))
	}
	m.message = thread.Message{From: cmp.Or(m.from.Name, m.from.Address), Text: mailText(env)}
	if when, err := env.Date(); err == nil {
		m.when = when.UTC()
		m.message.Date, m.message.DateBasis = day(when), dateHeader
	}
	var nested []letterMail
	for _, part := range mailParts(env) {
		if part.ContentType == "message/rfc822" && depth < maxNesting {
			nested = append(nested, r.mails(part.Content, place, p, depth+1)...)
			continue
		}
		m.message.Attachments = append(m.message.Attachments, r.attachments(cmp.Or(part.FileName, "unnamed"), part.Content, p)...)
	}
	return append(nested, m)
}

// mailText is the plain part; where a message has only HTML, its text.
func mailText(env *enmime.Envelope) string {
	plain := env.Root.BreadthMatchFirst(func(p *enmime.Part) bool {
		return p.ContentType == "text/plain" && p.Disposition != "attachment"
	})
	if plain == nil && env.HTML != "" {
		return htmlText(env.HTML)
	}
	return env.Text
}

// mailParts are the files of a message: pictures that its HTML shows are part
// of the layout.
func mailParts(env *enmime.Envelope) []*enmime.Part {
	parts := slices.Concat(env.Attachments, env.Inlines, env.OtherParts)
	return slices.DeleteFunc(parts, func(p *enmime.Part) bool {
		return p.ContentID != "" && strings.HasPrefix(p.ContentType, "image/")
	})
}

func firstAddress(env *enmime.Envelope, header string) *mail.Address {
	list, err := env.AddressList(header)
	if err != nil || len(list) == 0 {
		return &mail.Address{Address: strings.ToLower(env.GetHeader(header))}
	}
	list[0].Address = strings.ToLower(list[0].Address)
	return list[0]
}
