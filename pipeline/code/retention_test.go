package code

import (
	"fmt"
	"strings"
	"testing"
)

func retentionCode(h retentionHit) string {
	p := h.Period
	if p == "" {
		p = h.Kind
	}
	if h.PeriodMin != "" {
		p = h.PeriodMin + "-" + p
	}
	return fmt.Sprintf("%s %s %s", p, h.Trigger, h.Scope)
}

func TestFindRetention(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Screenshots are deleted after 60 days.", "P60D collection social_media_data"},
		{"Mentions drop out of the tool after twelve months.", "P1Y collection social_media_data"},
		{"Our campaign reports are stored for eighteen months.", "P1Y6M not_stated marketing_data"},
		{"Where a post is used as evidence at a hearing it is put on the case file. The file is shredded five years after the student graduates.", "P5Y end_of_relationship disciplinary_record"},
		{"Misconduct files are held for between two and five years after the case has ended.", "P2Y-P5Y case_closed disciplinary_record"},
		{"Complaint files are kept for three years following closure and student files for six years after the student leaves.", "P3Y case_closed complaint_record|P6Y end_of_relationship student_record"},
		{"Disciplinary material is kept for CAY+6.", "P6Y academic_year_end disciplinary_record"},
		{"Prevent referrals\tlast action + 7 years", "P7Y last_action prevent_record"},
		{"Conduct files: last action on case + 6 years - Limitation Act 1980", "P6Y last_action disciplinary_record"},
		{"Screenshots are wiped within a fortnight unless they are needed for a disciplinary case, when they are kept for four years.", "P14D collection social_media_data|P4Y not_stated disciplinary_record"},
		{"Posts are archived indefinitely.", "indefinite not_stated social_media_data"},
		{"Nothing is ever deleted from the tool.", "indefinite not_stated social_media_data"},
		{"No data of this kind is held.", "none not_stated social_media_data"},
		{"We do not collect or retain data from social media, so there is nothing to erase.", "none not_stated social_media_data"},
		{"Screenshots are retained in line with the University's retention schedule.", "unspecified not_stated social_media_data"},
		{"Copies of tweets are kept for as long as the investigation is open.", "unspecified case_closed social_media_data"},
		{"Data is held for no longer than is necessary.", "unspecified not_stated social_media_data"},
		{"Once the case is closed the disciplinary file is retained for six years.", "P6Y case_closed disciplinary_record"},
		{"The tool shows posts for 18 months back; older ones are no longer available.", "P1Y6M not_stated social_media_data"},
		{"The School does not collect data from social networks. The copy is destroyed with the papers of the complaint, a year after the complaint is closed.", "none not_stated social_media_data|P1Y case_closed complaint_record"},
		{"It is a matter of student discipline. A print goes on the casework file, and the file is shredded two years after the case has been closed.", "P2Y case_closed disciplinary_record"},
		{"(i) Screenshots: 30 days from capture. (ii) Conduct files: CAY+6. (iii) Prevent notes: two to four years from the last entry. (iv) The register: kept indefinitely.", "P30D collection social_media_data|P6Y academic_year_end disciplinary_record|P2Y-P4Y last_action prevent_record|indefinite not_stated other"},
		{"No data collected.", "none not_stated social_media_data"},
		{"Expulsion files on conduct are kept permanently; other conduct files for five years after the student leaves.", "P5Y end_of_relationship disciplinary_record|indefinite not_stated disciplinary_record"},
		{"Screenshots not used in a disciplinary case are deleted after a week.", "P7D collection social_media_data"},
		{"Copies of posts are kept on the case file for four years.", "P4Y not_stated disciplinary_record"},
		{"Tweets are held in the tool for 30 days on a rolling basis.", "P30D collection social_media_data"},
		{"It is deleted as soon as the case has been resolved.", "unspecified case_closed social_media_data"},
		{"The case file is closed after a year. Mentions are kept in the tool for two years after they are collected.", "P2Y collection social_media_data"},
		{"Reports from the service are kept for 12 months from the day on which they are received.", "P1Y collection social_media_data"},
		{"Screenshots are kept for the duration of the investigation, unless there is a hearing, in which case they are kept for six years after the student leaves.", "P6Y end_of_relationship disciplinary_record|unspecified case_closed social_media_data"},
		{"It is deleted once no longer needed.", "unspecified not_stated social_media_data"},
		{"Six years after the case is closed.", "P6Y case_closed social_media_data"},
	}
	for _, tt := range tests {
		var got []string
		for _, h := range findRetention(tt.text) {
			got = append(got, retentionCode(h))
			if tt.text[h.Start:h.End] != h.Text {
				t.Errorf("%q: text %q is not at its place", tt.text, h.Text)
			}
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("findRetention(%q)\n got %s\nwant %s", tt.text, strings.Join(got, "|"), tt.want)
		}
	}
}

func TestFindRetentionRejects(t *testing.T) {
	for _, text := range []string{
		"You may ask for a review within 40 working days.",
		"We will respond within 20 working days.",
		"If you are not the addressee you must not retain this message.",
		"The folder is reviewed every year and results are reviewed after 14 days.",
		"We keep requests under the Freedom of Information Act for three years.",
		"CCTV footage is kept for 30 days.",
		"E-mails are archived and copies are kept for 12 months.",
		"In the last two years no warrant was obtained and records are held centrally.",
		"No recorded information is held.",
		"Information not held.",
		"No count was kept before that.",
		"The system keeps no count beyond the 90 days mentioned above.",
		"A student can ask for screenshots to be deleted in line with data protection legislation.",
		"No information of this kind has been passed on.",
		"If you remain dissatisfied you may apply to the Commissioner within six months of the outcome.",
		"Section 4 has been removed under section 31 of the Act.",
		"The files would have to be held open, which would take some 97 hours.",
		"Students on a three-year course must keep their card.",
		"We hold a Disability Confident award.",
	} {
		if got := findRetention(text); len(got) > 0 {
			t.Errorf("findRetention(%q) = %+v, want none", text, got)
		}
	}
}

func TestRetentionBasis(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Conduct files are kept for six years (Records Schedule, line 4.7).", "Records Schedule, line 4.7"},
		{"Posts are kept for a year. Files are kept for two years. Both rules come from the Archive Protocol, part 8.", "Archive Protocol, part 8"},
		{"Posts are deleted in accordance with the Data Handling Policy.", "Data Handling Policy"},
		{"Posts are held in line with our retention schedule.", "retention schedule"},
		{"Posts are kept for a year.", ""},
	}
	for _, tt := range tests {
		got := findRetention(tt.text)
		if len(got) == 0 || got[0].Basis != tt.want {
			t.Errorf("basis of %q = %+v, want %q", tt.text, got, tt.want)
		}
	}
}

// TestRetentionSentences reads testdata/retention.tsv: the rules in order, tab,
// the text as an officer would write it.
func TestRetentionSentences(t *testing.T) {
	for _, row := range readTSV(t, "testdata/retention.tsv") {
		text := strings.ReplaceAll(row[1], `\t`, "\t")
		got := strings.Join(codesOf(findRetention(text), retentionCode), "|")
		if got != strings.TrimPrefix(row[0], "-") {
			t.Errorf("%s\n got %s\nwant %s", text, got, row[0])
		}
	}
}
