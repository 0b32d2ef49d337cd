package code

import (
	"cmp"
	"strings"
	"testing"

	"roundrobin/pipeline/thread"
)

func TestFindReference(t *testing.T) {
	tests := []struct {
		text, file, want string
	}{
		{"Dear Sam,\nOur ref: NTU FOI 31\nThank you.", "", "NTU FOI 31"},
		{"Your reference number is FOI/2020/118. Please quote it.", "", "FOI/2020/118"},
		{"Your request has been registered as FOI 0078/20 and passed on.", "", "FOI 0078/20"},
		{"Your request (HAL/2020/9) needs a clarification.", "", "HAL/2020/9"},
		{"Re: Freedom of Information request 2077\n\nDear Sam", "", "2077"},
		{"Subject: FOI Request 3019 - social media\n\nDear Sam", "", "3019"},
		{"F20-231\n\nDear Sam,\n\nHere is our answer.", "", "F20-231"},
		{"20/114 - students and social media\n\nDear Sam, in 2019/20 nothing was held.", "", "20/114"},
		{"Please find our answer attached.", "LEE-FOI-2020-77 response.pdf", "LEE-FOI-2020-77"},
		{"Ticket #51123 was created. Our log: IG-FOI-0098.", "", "IG-FOI-0098"},
		{"Ticket #51123 was created.", "", "51123"},
		{"Ei gyfeirnod yw RhG 20-12. Its reference is RhG 20-12.", "", "RhG 20-12"},
		{"We refer to your request of 2 June 2020 under the Freedom of Information Act 2000, session 2019/20.", "", ""},
		{"The College, Mill Lane, Northby NB9 0QX, telephone 0303 123 1113.\nDear Sam,\nsee Appendix 12 and form CU17.", "", ""},
		{"We will answer your request within 20 working days, and by 30/06/2020 at the latest.", "Annex A 2018.pdf", ""},
		{"Your case will be reviewed within 40 days; see case 3 of 5 and request 2 above.", "", ""},
	}
	for _, tt := range tests {
		m := thread.Message{Direction: thread.Received, Text: tt.text}
		if tt.file != "" {
			m.Attachments = []thread.Attachment{{Filename: tt.file}}
		}
		th := &thread.Thread{Messages: []thread.Message{m}}
		got, _ := findReference(th)
		if got.value != tt.want {
			t.Errorf("%q %q: got %q, want %q", tt.text, tt.file, got.value, tt.want)
		}
	}
}

// TestReferenceTexts reads testdata/foirefs.tsv: the reference number and a
// message that bears it, with \n for the ends of its lines.
func TestReferenceTexts(t *testing.T) {
	for _, row := range readTSV(t, "testdata/foirefs.tsv") {
		text := strings.ReplaceAll(row[1], `\n`, "\n")
		th := &thread.Thread{Messages: []thread.Message{{Direction: thread.Received, Text: text}}}
		got, _ := findReference(th)
		if got := cmp.Or(got.value, "-"); got != row[0] {
			t.Errorf("%q: got %s, want %s", row[1], got, row[0])
		}
	}
}
