package collect

import (
	"fmt"
	"regexp"

	"roundrobin/pipeline/thread"
)

// Kinds of problem that this stage reports, part of the closed vocabulary of
// table problems. With an error something was lost; with a warning it was not,
// and the detail says what is uncertain.
const (
	ProblemEmptyFile             = "empty_file"             // error: nothing in it
	ProblemBinaryFile            = "binary_file"            // error: named as text and none
	ProblemMalformedYAML         = "malformed_yaml"         // error: not well-formed, an unknown key or a bad value
	ProblemNoRequest             = "no_request"             // error: no message of the requester
	ProblemUnsupportedFile       = "unsupported_file"       // warning: no reader takes it
	ProblemInvalidText           = "invalid_text"           // warning: bytes that are no UTF-8 were replaced or read as Windows-1252
	ProblemInstitutionNotFound   = "institution_not_found"  // warning: not in data/reference/institutions.csv
	ProblemInstitutionConflict   = "institution_conflict"   // warning: the thread names two bodies of the reference
	ProblemDuplicateRequest      = "duplicate_request"      // warning: the same request in a richer form elsewhere
	ProblemBadArchive            = "bad_archive"            // error: a zip that cannot be unpacked or has no correspondence
	ProblemPathTraversal         = "path_traversal"         // error: an archive entry that points outside
	ProblemTooLarge              = "too_large"              // error: beyond the limits on size, entries or pages
	ProblemMalformedMail         = "malformed_mail"         // error: no e-mail can be made of it
	ProblemMalformedJSON         = "malformed_json"         // error: a sidecar that is no JSON
	ProblemUnreadableAttachment  = "unreadable_attachment"  // error: no text in it, as in a scan
	ProblemEncryptedAttachment   = "encrypted_attachment"   // error
	ProblemCorruptAttachment     = "corrupt_attachment"     // error
	ProblemUnsupportedAttachment = "unsupported_attachment" // error: a format without a reader
	ProblemMissingAttachment     = "missing_attachment"     // error: the page lists it, the file is not there
	ProblemIO                    = "io_error"               // error: a file that goes with the item cannot be read
	ProblemHiddenText            = "hidden_text"            // warning: the platform folded or concealed a part of a message
)

const (
	severityError   = "error"
	severityWarning = "warning"
)

// problems gathers what is wrong with one item.
type problems struct {
	path string
	list []thread.Problem
	read int // bytes of text of its attachments
}

func (p *problems) add(severity, kind, locator, format string, args ...any) {
	p.list = append(p.list, thread.Problem{
		SourcePath: p.path,
		Locator:    locator,
		Kind:       kind,
		Severity:   severity,
		Detail:     fmt.Sprintf(format, args...),
	})
}

func (p *problems) fail(kind, locator, format string, args ...any) {
	p.add(severityError, kind, locator, format, args...)
}

func (p *problems) warn(kind, locator, format string, args ...any) {
	p.add(severityWarning, kind, locator, format, args...)
}

// of names the request that the problems from index n on belong to.
func (p *problems) of(requestID string, n int) {
	for i := n; i < len(p.list); i++ {
		p.list[i].RequestID = requestID
	}
}

var quotedValue = regexp.MustCompile("`[^`]*`")

// withoutValues drops the values that a decoder quotes in its errors: they may
// hold names.
func withoutValues(err error) string {
	return quotedValue.ReplaceAllString(err.Error(), "a value")
}
