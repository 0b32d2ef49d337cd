package collect

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"roundrobin/pipeline/thread"
)

// yamlThread is the form NAME.thread.yaml: the labelled corpora, and what a
// person types in from a letter.
type yamlThread struct {
	RequestID   string `yaml:"request_id"`
	WDTKID      int    `yaml:"wdtk_id"` // number of the request on the platform
	Title       string `yaml:"title"`
	URL         string `yaml:"url"`
	Institution struct {
		Name     string `yaml:"name"`
		WDTKBody string `yaml:"wdtk_body"`
		Nation   string `yaml:"nation"`
	} `yaml:"institution"`
	Messages []yamlMessage `yaml:"messages"`
}

type yamlMessage struct {
	Seq         yamlSeq          `yaml:"seq"`
	Direction   yamlDirection    `yaml:"direction"`
	Kind        string           `yaml:"kind"` // what a labeller thought; never handed on
	Date        *yamlDate        `yaml:"date"`
	From        string           `yaml:"from"`
	Body        string           `yaml:"body"`
	Attachments []yamlAttachment `yaml:"attachments"`
}

type yamlAttachment struct {
	Filename    string `yaml:"filename"`
	ContentType string `yaml:"content_type"`
	Text        string `yaml:"text"`
}

type yamlSeq int

func (s *yamlSeq) UnmarshalYAML(n *yaml.Node) error {
	if err := n.Decode((*int)(s)); err != nil || *s < 1 {
		return fmt.Errorf("line %d: seq is not a number from 1", n.Line)
	}
	return nil
}

type yamlDirection string

func (d *yamlDirection) UnmarshalYAML(n *yaml.Node) error {
	if n.Value != thread.Sent && n.Value != thread.Received {
		return fmt.Errorf("line %d: direction is neither %s nor %s", n.Line, thread.Sent, thread.Received)
	}
	*d = yamlDirection(n.Value)
	return nil
}

type yamlDate struct{ time.Time }

func (d *yamlDate) UnmarshalYAML(n *yaml.Node) error {
	t, err := time.Parse(time.DateOnly, n.Value)
	if err != nil {
		return fmt.Errorf("line %d: date is not YYYY-MM-DD", n.Line)
	}
	d.Time = t
	return nil
}

// readYAML reads a structured thread. An unknown key, a value out of its
// vocabulary and a second document are errors with the line they stand in.
func readYAML(_ *Reader, src source, p *problems) []*thread.Thread {
	text, ok := src.text(p)
	if !ok {
		return nil
	}
	var y yamlThread
	dec := yaml.NewDecoder(strings.NewReader(cleanText(text)))
	dec.KnownFields(true)
	err := dec.Decode(&y)
	if err == nil {
		err = y.check()
	}
	if err == nil && !errors.Is(dec.Decode(new(yaml.Node)), io.EOF) {
		err = errors.New("more than one document in the file")
	}
	if err != nil {
		p.fail(ProblemMalformedYAML, yamlPlace(err), "%s", withoutValues(err))
		return nil
	}
	return []*thread.Thread{y.thread()}
}

// check looks at what the decoder cannot: keys that must be there and the
// order of the messages.
func (y *yamlThread) check() error {
	switch {
	case y.RequestID == "":
		return errors.New("request_id is missing")
	case y.Institution.Name == "" && y.Institution.WDTKBody == "":
		return errors.New("institution has neither name nor wdtk_body")
	}
	for i, m := range y.Messages {
		if m.Direction == "" {
			return fmt.Errorf("message %d: direction is missing", i+1)
		}
		if i > 0 && m.Seq <= y.Messages[i-1].Seq {
			return fmt.Errorf("message %d: seq does not ascend", i+1)
		}
	}
	return nil
}

func (y *yamlThread) thread() *thread.Thread {
	t := &thread.Thread{
		RequestID: y.RequestID,
		Title:     y.Title,
		URL:       y.URL,
		Institution: thread.Institution{
			Name: y.Institution.Name, WDTKBody: y.Institution.WDTKBody, Nation: y.Institution.Nation,
		},
	}
	for _, m := range y.Messages {
		t.Messages = append(t.Messages, m.message())
	}
	return t
}

func (m *yamlMessage) message() thread.Message {
	out := thread.Message{Direction: string(m.Direction), From: m.From, Text: m.Body}
	if m.Date != nil {
		out.Date, out.DateBasis = m.Date.Time, dateHeader
	}
	for _, a := range m.Attachments {
		text := pageBreaks(a.Text)
		if a.ContentType == typeCSV {
			text = csvText(text)
		}
		out.Attachments = append(out.Attachments, thread.Attachment{
			Filename: a.Filename, MediaType: a.ContentType, Text: text,
			Bytes: int64(len(a.Text)), SHA256: hash([]byte(a.Text)), Pages: pages(a.ContentType, text),
		})
	}
	return out
}

// pages counts the pages of a paged format; 0 for the others.
func pages(mediaType, text string) int {
	if mediaType != "application/pdf" {
		return 0
	}
	return strings.Count(text, "\f") + 1
}

// yamlPlace takes the line out of a decoder's error: "line 7" or "".
func yamlPlace(err error) string {
	_, rest, ok := strings.Cut(err.Error(), "line ")
	if !ok {
		return ""
	}
	if n := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' }); n > 0 {
		return "line " + rest[:n]
	}
	return ""
}
