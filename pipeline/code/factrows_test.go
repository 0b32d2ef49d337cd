package code

import (
	"fmt"
	"strings"
	"testing"

	"roundrobin/pipeline/thread"
)

// TestLaterFacts lays a later letter behind a first answer: it puts one figure
// right, or adds a rule to those that stand.
func TestLaterFacts(t *testing.T) {
	cb, ref := testCodebook(t), testReference(t)
	for _, tt := range []struct{ item, first, second, want string }{
		{"usage", "There were 8 cases in 2018 and 5 cases in 2019.", "The number for 2018 should be 11 and not 8. The other was right.", "2018 11|2019 5"},
		{"usage", "There were 8 cases in 2018 and 5 cases in 2019.", "For 2019 please read six instead of five.", "2018 8|2019 6"},
		{"usage", "There were 8 cases in 2018.", "There were 9 cases in 2018 and 4 cases in 2019.", "2018 9|2019 4"},
		{"retention", "Conduct files are kept for six years.", "What was said of the conduct file is correct. It should be added that mentions are deleted after three months.", "P6Y disciplinary_record|P3M social_media_data"},
		{"retention", "Conduct files are kept for six years.", "Conduct files are kept for two years.", "P2Y disciplinary_record"},
	} {
		leaf := cb.Feeding(tt.item)
		th := replyThread("", tt.first, tt.second)
		var ps []thread.Passage
		var aligned []thread.Aligned
		for i := range th.Messages[1:] {
			p, a := wholeMessage(th, i+1, leaf.ID)
			ps, aligned = append(ps, p), append(aligned, a)
		}
		coded := Code(th, ps, aligned, ref, cb)
		var got []string
		for _, u := range coded.Usage {
			got = append(got, fmt.Sprintf("%d %d", u.Period.Start.Year(), u.Count.N))
		}
		for _, r := range coded.Retention {
			got = append(got, r.Period+" "+r.Scope)
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.second, strings.Join(got, "|"), tt.want)
		}
	}
}

// TestAnnexedSchedule reads the schedule that an answer points to and the reply
// encloses, and no other attachment.
func TestAnnexedSchedule(t *testing.T) {
	cb, ref := testCodebook(t), testReference(t)
	const rows = "Record\tKept for\tFrom\nConduct files\t6 years\tclosure of the case\n"
	for _, tt := range []struct{ answer, title, want string }{
		{"Data is deleted in accordance with the Retention Schedule, of which the rows are reproduced as Annex B.", "EXTRACT FROM RETENTION SCHEDULE", "P6Y case_closed"},
		{"It is disposed of in line with the retention schedule, an extract from which is enclosed.", "Records disposal: extract", "P6Y case_closed"},
		{"Data is deleted in accordance with the Retention Schedule.", "EXTRACT FROM RETENTION SCHEDULE", " not_stated"},
		{"Data is deleted in accordance with the Retention Schedule, which is attached.", "PRIVACY NOTICE", " not_stated"},
	} {
		th := replyThread("foia", tt.answer)
		last := &th.Messages[len(th.Messages)-1]
		last.Attachments = []thread.Attachment{{Filename: "b.docx", TextStatus: "read", Text: tt.title + "\n\n" + rows}}
		leaf := cb.Feeding("retention")
		coded := codeAnswers(th, cb, ref, map[string]string{leaf.ID: tt.answer})
		var got []string
		for _, r := range coded.Retention {
			got = append(got, r.Period+" "+r.Trigger)
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%s: got %s, want %s", tt.answer, strings.Join(got, "|"), tt.want)
		}
	}
}
