package collect

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"roundrobin/pipeline/thread"
)

// readZip reads an archive of the platform: the export of a batch, which has a
// file for each message, or the download of one request, which has them all in
// correspondence.txt (correspondence.pdf in older releases).
func readZip(r *Reader, src source, p *problems) []*thread.Thread {
	n := len(p.list)
	entries := unpack(src.data, p)
	if len(entries) == 0 {
		if len(p.list) == n {
			p.fail(ProblemBadArchive, "", "the archive is empty")
		}
		return nil
	}
	if threads := r.batch(src, entries, p); len(threads) > 0 {
		return threads
	}
	i := slices.IndexFunc(entries, func(e entry) bool {
		name := path.Base(e.name)
		return name == "correspondence.txt" || name == "correspondence.pdf"
	})
	if i < 0 {
		p.fail(ProblemBadArchive, "", "neither correspondence.txt nor files of a batch in the archive")
		return nil
	}
	text := correspondenceText(r, entries[i])
	files := slices.Delete(slices.Clone(entries), i, i+1)
	t := r.correspondence(text, files, p)
	if t.RequestID == "" {
		t.RequestID = stem(src.Path)
	}
	return []*thread.Thread{t}
}

func correspondenceText(r *Reader, e entry) string {
	if path.Ext(e.name) == ".pdf" {
		return strings.ReplaceAll(r.pdf.read(e.data).text, "\f", "\n")
	}
	text, _ := decodeText(e.data)
	return cleanText(text)
}

var (
	requestTitle = regexp.MustCompile(`(?s)plain-text version of the\s+(?:.{0,80}?)request\s+"(.+?)"\.`)
	requestURL   = regexp.MustCompile(`https?://\S+?/request/([\w-]+)`)
	blockRule    = regexp.MustCompile(`(?m)^-{31}[ \t]*$`)
	blockHead    = regexp.MustCompile(`^\s*(?:From: |Date: |.{1,80} left an annotation: ?\()`)
	messageHead  = regexp.MustCompile(`(?s)^\s*From: ?([^\n]*)\nTo: ?([^\n]*)\nDate: ?([^\n]*)\n(?:Subject: ?[^\n]*\n)?(.*)$`)
	attachments  = regexp.MustCompile(`Attachment: (.+?) \(\d+(?:\.\d+)?[KMGB]+\)`)
)

// correspondence reads the text of one request. Its first message is the
// requester's, and so are all others from the same sender. Annotations and
// notes of a resend are no messages.
func (r *Reader) correspondence(text string, files []entry, p *problems) *thread.Thread {
	t := &thread.Thread{}
	blocks := correspondenceBlocks(text)
	if m := requestTitle.FindStringSubmatch(blocks[0]); m != nil {
		t.Title = strings.Join(strings.Fields(m[1]), " ")
	}
	if m := requestURL.FindStringSubmatch(blocks[0]); m != nil {
		t.URL, t.RequestID = m[0], m[1]
	}
	store := newFileStore(files)
	received := 0
	for _, block := range blocks[1:] {
		m := messageHead.FindStringSubmatch(block)
		if m == nil {
			continue
		}
		msg := thread.Message{Direction: thread.Received, From: strings.TrimSpace(m[1])}
		if len(t.Messages) == 0 {
			t.Institution.Name = strings.TrimSpace(m[2])
		}
		if len(t.Messages) == 0 || msg.From == t.Messages[0].From {
			msg.Direction = thread.Sent
		} else {
			received++
		}
		setDay(&msg, m[3])
		var names []string
		msg.Text, names = cutAttachments(m[4])
		for _, name := range names {
			msg.Attachments = append(msg.Attachments, r.stored(store, received, name, p)...)
		}
		t.Messages = append(t.Messages, msg)
	}
	store.warnUnused(p)
	return t
}

// correspondenceBlocks splits at the rules that stand above the head of a
// block; a body can hold such lines, too.
func correspondenceBlocks(text string) []string {
	out := []string{""}
	start := 0
	for _, at := range blockRule.FindAllStringIndex(text, -1) {
		if blockHead.MatchString(text[at[1]:]) {
			out[len(out)-1] = text[start:at[0]]
			out = append(out, "")
			start = at[1]
		}
	}
	out[len(out)-1] = text[start:]
	return out
}

func setDay(m *thread.Message, day string) {
	if d, err := time.Parse("2 January 2006", strings.Join(strings.Fields(day), " ")); err == nil {
		m.Date, m.DateBasis = d, dateHeader
	}
}

// cutAttachments takes the list of attachments off the end of a body.
func cutAttachments(body string) (text string, names []string) {
	body = strings.TrimSpace(body)
	at := strings.LastIndex(body, "\nAttachment: ")
	if at < 0 && !strings.HasPrefix(body, "Attachment: ") {
		return body + "\n", nil
	}
	list := body[at+1:]
	for _, m := range attachments.FindAllStringSubmatch(strings.ReplaceAll(list, "\n", " "), -1) {
		names = append(names, m[1])
	}
	if len(names) == 0 {
		return body + "\n", nil
	}
	return strings.TrimSpace(body[:at+1]) + "\n", names
}

// fileStore is the attachments of an archive named <n>_<part>_<filename>: n
// counts the received messages, and characters other than letters, digits and
// points are spaces in filename.
type fileStore struct {
	files []entry
	used  []bool
	named map[string][]int // number of the message and plain name → files
}

func newFileStore(files []entry) *fileStore {
	s := &fileStore{files, make([]bool, len(files)), map[string][]int{}}
	for i, f := range files {
		if m := storedName.FindStringSubmatch(path.Base(f.name)); m != nil {
			key := m[1] + " " + plainName(m[3])
			s.named[key] = append(s.named[key], i)
		}
	}
	return s
}

var (
	storedName = regexp.MustCompile(`^(\d+)_(\d+)_(.+)$`)
	notPlain   = regexp.MustCompile(`[^A-Za-z0-9.]+`)
)

// take finds the file of the n-th received message by its name.
func (s *fileStore) take(n int, name string) ([]byte, bool) {
	key := strconv.Itoa(n) + " " + plainName(name)
	if len(s.named[key]) == 0 {
		return nil, false
	}
	i := s.named[key][0]
	s.named[key] = s.named[key][1:]
	s.used[i] = true
	return s.files[i].data, true
}

func plainName(name string) string {
	return strings.ToLower(strings.TrimSpace(notPlain.ReplaceAllString(name, " ")))
}

func (s *fileStore) warnUnused(p *problems) {
	for i, f := range s.files {
		if !s.used[i] {
			p.warn(ProblemUnsupportedFile, f.name, "no message lists this file")
		}
	}
}

// stored makes the attachments of a file that a message lists.
func (r *Reader) stored(s *fileStore, n int, name string, p *problems) []thread.Attachment {
	data, ok := s.take(n, name)
	if !ok {
		return []thread.Attachment{missing(name)}
	}
	return r.attachments(name, data, p)
}

// missing is an attachment that is listed and whose file is not at hand.
func missing(name string) thread.Attachment {
	return thread.Attachment{Filename: name, MediaType: byExtension[strings.ToLower(path.Ext(name))],
		SHA256: hash(nil), TextStatus: statusMissing}
}
