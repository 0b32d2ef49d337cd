// Package thread holds what the stages hand on: a Thread with its messages,
// passages, answers, facts and problems. It has no behaviour beyond text views
// and spans, so that every stage can depend on it and on nothing else.
package thread

import "time"

// Direction of a message, seen from the requester.
const (
	Sent     = "sent"
	Received = "received"
)

// Kinds of message. A clarification_request comes from the body, a
// clarification from the requester.
const (
	KindRequest              = "request"
	KindAcknowledgement      = "acknowledgement"
	KindDelay                = "delay"
	KindClarificationRequest = "clarification_request"
	KindClarification        = "clarification"
	KindResponse             = "response"
	KindReview               = "review"
	KindReviewRequest        = "review_request"
	KindWithdrawal           = "withdrawal"
	KindOther                = "other"
)

// Roles of a passage (CONTRACT.md, table passages).
const (
	RoleSalutation       = "salutation"
	RolePreamble         = "preamble"
	RoleRestatedQuestion = "restated_question"
	RoleAnswer           = "answer"
	RoleNotice           = "notice"
	RoleSignature        = "signature"
	RoleBoilerplate      = "boilerplate"
	RoleFootnote         = "footnote"
	RoleQuotedRequest    = "quoted_request"
)

// Thread is the correspondence on one request to one institution.
type Thread struct {
	RequestID      string
	BatchID        string
	Title          string
	Law            string // foia, foisa or eir; from the institution's regime until a letter says otherwise
	PlatformStatus string // as set by the requester on the platform, never trusted as a code
	URL            string
	Institution    Institution
	Source         Source
	Messages       []Message
	Persons        []string // full names that were redacted; held in memory for the check that none is published, stored nowhere
}

// Institution is a public body as matched to data/reference/institutions.csv.
// One that is not in the reference keeps what the thread says of it.
type Institution struct {
	ID           string // wdtk_url_name where known, else a slug of the name
	Name         string
	UKPRN        string
	Nation       string // england, scotland, wales, northern_ireland
	Region       string
	MissionGroup string
	WDTKBody     string
	Sample       bool // invented for the sample, not a real body
}

// Source says where a thread was read.
type Source struct {
	Kind   string // text, html, zip, batch_zip, mail, json, yaml, coded
	Path   string // relative to the collected folder, with slashes
	SHA256 string // lower-case hex of the file's bytes
}

// Message is one letter or e-mail of a thread. Text is the redacted text that
// is stored; every span counts in it.
type Message struct {
	ID          string // <request_id>/<seq>
	Seq         int    // from 1, in order of the thread
	Direction   string // Sent or Received
	Kind        string // one of the Kind constants; "" until segmented
	Date        time.Time
	DateBasis   string // header, body, none
	From        string // as shown; redacted: empty for a private person
	SenderRole  string // requester, body, other
	Text        string
	Attachments []Attachment
}

// Attachment is a file that came with a message, and the text read from it.
type Attachment struct {
	ID         string // <message_id>/<n>, n from 1
	Filename   string
	MediaType  string
	Bytes      int64 // size of the file; of the text where only that is known
	SHA256     string
	TextStatus string // read, empty, encrypted, corrupt, too_large, unsupported
	Pages      int    // 0 where the format has none
	Text       string
	Content    string // what it is in the correspondence: ContentLetter and so on; "" until segmented
}

// What an attachment is: a letter that answers, a table of figures, or a
// document that was asked for.
const (
	ContentLetter   = "letter"
	ContentFigures  = "figures"
	ContentDocument = "document"
)

// TextRef names one stored text of a thread: the body of message Message, or
// its attachment. Both are indexes from 0; Attachment is -1 for the body.
type TextRef struct{ Message, Attachment int }

// Body returns the reference of the body of message i.
func Body(i int) TextRef { return TextRef{i, -1} }

// Text returns the stored text that r names.
func (t *Thread) Text(r TextRef) string {
	m := &t.Messages[r.Message]
	if r.Attachment < 0 {
		return m.Text
	}
	return m.Attachments[r.Attachment].Text
}

// Span is a stretch of a stored text, in bytes, half open. Offsets become code
// points only where a row is written (see CodePoints).
type Span struct {
	Ref        TextRef
	Start, End int
}

// Passage is a stretch of one text with one role: what the segmenter makes
// and the aligner labels with questions.
type Passage struct {
	Span
	Parts       []Span // its own words, where page furniture or a second column interrupts them; nil for the whole span
	Role        string
	QuestionIDs []string // leaves it restates or answers, in order of the codebook
}

// Problem is bad input met on the way: a row of table problems.
type Problem struct {
	RequestID  string
	SourcePath string
	Locator    string // line, page, sheet, entry …
	Kind       string // snake_case, a closed vocabulary in schema/tables/problems.yaml
	Severity   string // error or warning
	Detail     string
}
