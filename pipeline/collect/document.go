package collect

import (
	"bytes"
	"mime"
	"net/http"
	"path"
	"strings"

	"roundrobin/pipeline/thread"
)

// Values of attachments.text_status.
const (
	statusRead        = "read"
	statusEmpty       = "empty" // a scan, or no text in it
	statusEncrypted   = "encrypted"
	statusCorrupt     = "corrupt"
	statusTooLarge    = "too_large"
	statusUnsupported = "unsupported"
)

// Limits, in bytes.
const (
	maxDocument = 64 << 20  // of a file that text is taken from
	maxText     = 1 << 20   // of the text of one attachment: a book of five hundred pages
	maxBody     = 192 << 10 // of the text of one message, which is coded word by word
	maxTextItem = 2 << 20   // of a page copied as text or a structured thread
	maxAllText  = 4 << 20   // of the text of all attachments of one item
)

// Media types that have a reader.
const (
	typePDF  = "application/pdf"
	typeDOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	typeXLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	typeODT  = "application/vnd.oasis.opendocument.text"
	typeZip  = "application/zip"
	typeOLE  = "application/x-ole-storage" // Word and Excel before 2007, and encrypted newer ones
	typeRTF  = "application/rtf"
	typeHTML = "text/html"
	typeCSV  = "text/csv"
	typeText = "text/plain"
)

// document is the text of one file.
type document struct {
	text   string
	status string
	pages  int // 0 where the format has none
}

func failed(status string) document { return document{status: status} }

// attachments makes the attachments of a file: one, or for a zip those of the
// files in it. A zip in a zip is not opened.
func (r *Reader) attachments(filename string, data []byte, p *problems) []thread.Attachment {
	if mediaType(filename, data) != typeZip || len(data) > maxDocument {
		return []thread.Attachment{p.bounded(r.attach(filename, data))}
	}
	var out []thread.Attachment
	for _, e := range unpack(data, p) {
		out = append(out, p.bounded(r.attach(e.name, e.data)))
	}
	return out
}

// bounded leaves out the text of an attachment with which the texts of an item
// would grow beyond the limit.
func (p *problems) bounded(a thread.Attachment) thread.Attachment {
	if p.read += len(a.Text); p.read > maxAllText {
		p.read -= len(a.Text)
		a.Text, a.TextStatus = "", statusTooLarge
	}
	return a
}

// attach makes the attachment of one file.
func (r *Reader) attach(filename string, data []byte) thread.Attachment {
	kind := mediaType(filename, data)
	doc := r.document(kind, data)
	if len(doc.text) > maxText {
		doc = document{status: statusTooLarge, pages: doc.pages}
	}
	if doc.status == "" {
		doc.status = statusRead
		if strings.TrimSpace(doc.text) == "" {
			doc.text, doc.status = "", statusEmpty
		}
	}
	return thread.Attachment{
		Filename: filename, MediaType: kind, Bytes: int64(len(data)), SHA256: hash(data),
		Text: doc.text, TextStatus: doc.status, Pages: doc.pages,
	}
}

func (r *Reader) document(kind string, data []byte) document {
	switch {
	case len(data) > maxDocument:
		return failed(statusTooLarge)
	case len(data) == 0:
		return failed(statusEmpty)
	}
	switch kind {
	case typePDF:
		return r.pdf.read(data)
	case typeDOCX:
		return readDOCX(data)
	case typeODT:
		return readODT(data)
	case typeXLSX:
		return readXLSX(data)
	case typeHTML:
		text, _ := decodeText(data)
		return document{text: htmlText(text)}
	case typeCSV:
		text, _ := decodeText(data)
		return document{text: csvText(text)}
	case typeText:
		text, _ := decodeText(data)
		return document{text: text}
	case typeOLE:
		return readOLE(data)
	}
	return failed(statusUnsupported)
}

var byExtension = map[string]string{
	".csv": typeCSV, ".tsv": typeCSV, ".txt": typeText, ".html": typeHTML, ".htm": typeHTML, ".rtf": typeRTF,
}

// mediaType goes by the bytes; the name decides only between kinds of text and
// kinds of zip.
func mediaType(filename string, data []byte) string {
	ext := strings.ToLower(path.Ext(filename))
	switch {
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return typeOLE
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		return typeRTF
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		return typePDF
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return zipType(data)
	case !isBinary(data) && byExtension[ext] != "":
		return byExtension[ext]
	}
	kind, _, err := mime.ParseMediaType(http.DetectContentType(data))
	if err != nil {
		return "application/octet-stream"
	}
	if kind == "application/octet-stream" && ext == ".pdf" {
		return typePDF
	}
	return kind
}

// readOLE tells an encrypted Office file, which is an OLE container with a
// stream of that name, from the legacy formats.
func readOLE(data []byte) document {
	var name []byte
	for _, c := range "EncryptedPackage" {
		name = append(name, byte(c), 0)
	}
	if bytes.Contains(data, name) {
		return failed(statusEncrypted)
	}
	return failed(statusUnsupported)
}

// problemOf is the kind of problem that a text status stands for, "" for none.
func problemOf(status string) string {
	return map[string]string{
		statusEmpty: ProblemUnreadableAttachment, statusEncrypted: ProblemEncryptedAttachment,
		statusCorrupt: ProblemCorruptAttachment, statusTooLarge: ProblemTooLarge,
		statusUnsupported: ProblemUnsupportedAttachment, statusMissing: ProblemMissingAttachment,
	}[status]
}
