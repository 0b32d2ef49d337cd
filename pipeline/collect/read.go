package collect

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"strings"

	"roundrobin/pipeline/thread"
)

// Bases of a message's date (messages.date_basis).
const (
	dateHeader = "header"
	dateNone   = "none"
)

// Options say what is collected and against which reference.
type Options struct {
	Root      string // folder of the collected files
	Reference string // the folder data/reference
	Sample    bool   // institutions that are not in the reference are invented ones, not gaps
	CacheDir  string // keeps what is slow to make from one run to the next; "" for none
}

// Reader reads items. It may be used by several goroutines at once.
type Reader struct {
	opts         Options
	institutions *institutions
	pdf          *pdfReader
}

// NewReader loads the reference that threads are matched with.
func NewReader(opts Options) (*Reader, error) {
	inst, err := loadInstitutions(opts.Reference)
	if err != nil {
		return nil, err
	}
	return &Reader{opts, inst, newPDFReader(opts.CacheDir)}, nil
}

// readers is the reader of each kind of input. It returns threads as they
// stand in the source; Read completes them.
var readers = map[string]func(*Reader, source, *problems) []*thread.Thread{
	KindYAML: readYAML,
	KindText: readPage,
	KindHTML: readHTML,
	KindZip:  readZip,
	KindMail: readMail,
}

// source is the content of one item.
type source struct {
	Item
	data []byte
}

// Read makes the threads of one item: institution matched, ids set and
// personal data redacted. What is wrong with the item is a problem; an error
// is a failure to read the file system.
func (r *Reader) Read(it Item) ([]*thread.Thread, []thread.Problem, error) {
	p := &problems{path: it.Path}
	read, ok := readers[it.Kind]
	if !ok {
		p.warn(ProblemUnsupportedFile, "", "no reader takes this kind of file")
		return nil, p.list, nil
	}
	info, err := os.Stat(it.file(it.Path))
	if err != nil {
		return nil, nil, fmt.Errorf("read item %s: %w", it.Path, err)
	}
	if limit := maxItem(it.Kind); info.Size() > limit {
		p.fail(ProblemTooLarge, "", "%d bytes, the limit is %d", info.Size(), limit)
		return nil, p.list, nil
	}
	data, err := os.ReadFile(it.file(it.Path))
	if err != nil {
		return nil, nil, fmt.Errorf("read item %s: %w", it.Path, err)
	}
	if len(data) == 0 {
		p.fail(ProblemEmptyFile, "", "the file has no bytes")
		return nil, p.list, nil
	}
	var out []*thread.Thread
	for _, t := range read(r, source{it, data}, p) {
		t.Source.Path = it.Path
		t.Source.Kind = cmp.Or(t.Source.Kind, it.Kind)
		t.Source.SHA256 = cmp.Or(t.Source.SHA256, hash(data))
		n := len(p.list)
		if r.complete(t, p) {
			out = append(out, t)
		}
		p.of(t.RequestID, n)
	}
	if err := r.pdf.failure(); err != nil {
		return nil, nil, fmt.Errorf("read item %s: %w", it.Path, err)
	}
	if len(out) == 1 {
		p.of(out[0].RequestID, 0)
	}
	return out, p.list, nil
}

// maxItem is the largest file of a kind that is read, in bytes: a page has no
// attachments in it, an archive and a mailbox have.
func maxItem(kind string) int64 {
	switch kind {
	case KindZip, KindMail:
		return maxUnpacked
	case KindHTML: // of which much is no text
		return maxPage
	}
	return maxTextItem
}

// Close stops what the reader started for PDF files.
func (r *Reader) Close() error { return r.pdf.close() }

// text decodes an item that must be text.
func (src source) text(p *problems) (string, bool) {
	if isBinary(src.data) {
		p.fail(ProblemBinaryFile, "", "the file is named as text and holds binary data")
		return "", false
	}
	text, note := decodeText(src.data)
	if note != "" {
		p.warn(ProblemInvalidText, "", "%s", note)
	}
	if strings.TrimSpace(text) == "" {
		p.fail(ProblemEmptyFile, "", "the file has no text")
		return "", false
	}
	return text, true
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
