package code

import (
	"strings"
	"testing"

	"roundrobin/pipeline/thread"
)

// TestUnreadAttachmentIsFlagged: a scan may hold what the letter does not say.
func TestUnreadAttachmentIsFlagged(t *testing.T) {
	cb, ref := testCodebook(t), testReference(t)
	leaf := leafNamed(t, cb, "dpia")
	const text = "A copy is attached."
	for _, tt := range []struct {
		status, media string
		flagged       bool
	}{{"empty", "application/pdf", true}, {"encrypted", "application/pdf", true}, {"read", "application/pdf", false}, {"unsupported", "image/png", false}} {
		th := replyThread("foia", text)
		last := &th.Messages[len(th.Messages)-1]
		last.Attachments = []thread.Attachment{{Filename: "a.pdf", MediaType: tt.media, TextStatus: tt.status}}
		coded := codeAnswers(th, cb, ref, map[string]string{leaf.ID: text})
		for _, a := range coded.Answers {
			got := strings.Contains(strings.Join(a.Review, " "), "could not be read")
			if want := tt.flagged && (a.QuestionID == leaf.ID || a.Disposition == notAddressed); got != want {
				t.Errorf("%s %s, %s (%s): flagged %v", tt.status, tt.media, a.QuestionID, a.Disposition, got)
			}
		}
	}
}
