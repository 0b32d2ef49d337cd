package code

import (
	"testing"
	"time"

	"roundrobin/pipeline/thread"
)

func TestWorkingDays(t *testing.T) {
	r := testReference(t)
	tests := []struct {
		law, receipt, reply string
		days                int
		due                 string
	}{
		{"foia", "2020-06-02", "2020-06-30", 20, "2020-06-30"},
		{"foia", "2020-06-07", "2020-07-03", 20, "2020-07-03"},  // received on a Sunday
		{"foia", "2020-06-15", "2020-07-14", 20, "2020-07-14"},  // 13 July, Northern Ireland
		{"foisa", "2020-06-15", "2020-07-14", 21, "2020-07-13"}, // which does not count in Scotland
		{"foisa", "2020-07-20", "2020-08-18", 20, "2020-08-18"}, // 3 August does
		{"foia", "2020-12-10", "2020-12-10", 0, "2021-01-13"},
	}
	for _, tt := range tests {
		c := r.calendarOf(&thread.Thread{Law: tt.law})
		receipt, _ := time.Parse(time.DateOnly, tt.receipt)
		reply, _ := time.Parse(time.DateOnly, tt.reply)
		if got := c.WorkingDays(receipt, reply); got != tt.days {
			t.Errorf("%s %s to %s: got %d working days, want %d", tt.law, tt.receipt, tt.reply, got, tt.days)
		}
		if got := c.Due(receipt, 20).Format(time.DateOnly); got != tt.due {
			t.Errorf("%s %s: due %s, want %s", tt.law, tt.receipt, got, tt.due)
		}
	}
}
