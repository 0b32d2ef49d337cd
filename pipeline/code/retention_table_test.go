package code

import (
	"strings"
	"testing"
)

func TestTableRetention(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Class\tRecords\tKeep for\tFrom\nD4\tStudent discipline papers\t5 years\tDate of leaving\nP1\tPrevent concerns\tseven years\tLast entry\n",
			"P5Y end_of_relationship disciplinary_record|P7Y last_action prevent_record"},
		{"Record\tRetention\nComplaint files\tClosure + 3 years\nMarketing reports\tCAY+2\n",
			"P3Y case_closed complaint_record|P2Y academic_year_end marketing_data"},
		{"Mentions in the listening tool\t90 days from capture\tautomatic\n", "P90D collection social_media_data"},
		{"Ref      Series                  Trigger          Period     Action\nA1       Student complaints      Last action      3 years    Destroy\nB2       Screenshots             Date of capture  60 days    Delete\n",
			"P3Y last_action complaint_record|P60D collection social_media_data"},
		{"Core student record\tStudent leaves\tPermanent\tArchive\nStudent discipline\tCase closed\t6 years\tDestroy\n", "indefinite end_of_relationship student_record|P6Y case_closed disciplinary_record"},
		{"FOI requests\t3 years\tDate of reply\nCCTV\t30 days\tRecording\n", ""},
		{"Complaints\tanswered within 20 days\tRegistrar\n", ""},
		{"Step\tTime limit\nInvestigation\t20 days\nHearing\t10 days\n", ""},
		{"Series\tTrigger\tRetain\nStudent files\tStudent leaves\t6 years\nComplaints\tCase closed\t3 years\n", "P6Y end_of_relationship student_record|P3Y case_closed complaint_record"},
		{"Year\tCases\n2018\t4\n2019\t6\n", ""},
		{"Screenshots are kept for two years.\n", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(codesOf(tableRetention(tt.text), retentionCode), "|"); got != tt.want {
			t.Errorf("tableRetention(%q)\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}
