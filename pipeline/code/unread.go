package code

import (
	"cmp"
	"regexp"
	"strings"

	"roundrobin/pipeline/thread"
)

// textRead is the status of an attachment whose text was read.
const textRead = "read"

// attachedWord matches an answer that may stand in an attachment.
var attachedWord = regexp.MustCompile(`\b(?:attach\w*|enclos\w*|annex\w*|append\w*|spreadsheet|workbook|document (?:below|provided)|copy (?:is|of))\b`)

// unread is the status of the first document in a reply whose text could not
// be read, "" where all could. A picture in a signature is no document.
func (c *coder) unread() string {
	for _, m := range c.t.Messages {
		if m.Direction != thread.Received {
			continue
		}
		for _, a := range m.Attachments {
			if cmp.Or(a.TextStatus, textRead) != textRead && !strings.HasPrefix(a.MediaType, "image/") {
				return a.TextStatus
			}
		}
	}
	return ""
}

// doubtUnread flags the questions that an attachment which nobody could read
// may answer: those without an answer, and those whose answer points to it.
func (c *coder) doubtUnread(a *answer) {
	status := c.unread()
	if status == "" {
		return
	}
	missing := a.Disposition == notAddressed || a.Disposition == noResponse
	if missing || attachedWord.MatchString(a.low()) {
		a.Confidence = min(a.Confidence, 0.5)
		a.flag("an attachment that may answer could not be read: " + strings.ReplaceAll(status, "_", " "))
	}
}
