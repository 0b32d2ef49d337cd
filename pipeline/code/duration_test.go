package code

import "testing"

func TestFindDurations(t *testing.T) {
	tests := []struct {
		text, period, min string
		months            int
	}{
		{"for six years", "P6Y", "", 72},
		{"6 (six) years", "P6Y", "", 72},
		{"six (6) years", "P6Y", "", 72},
		{"after 90 days", "P90D", "", 3},
		{"15 months back", "P1Y3M", "", 15},
		{"18 months", "P1Y6M", "", 18},
		{"eighteen-month", "P1Y6M", "", 18},
		{"twelve months", "P1Y", "", 12},
		{"a year", "P1Y", "", 12},
		{"a further year", "P1Y", "", 12},
		{"28 days", "P28D", "", 1},
		{"four weeks", "P28D", "", 1},
		{"a fortnight", "P14D", "", 1},
		{"two and a half years", "P2Y6M", "", 30},
		{"half a year", "P6M", "", 6},
		{"between three and six years", "P6Y", "P3Y", 72},
		{"3-6 years", "P6Y", "P3Y", 72},
		{"from six months to two years", "P2Y", "P6M", 24},
		{"CAY+6", "P6Y", "", 72},
		{"current academic year plus one", "P1Y", "", 12},
		{"the current academic year and six years more", "P6Y", "", 72},
		{"current year + 6", "P6Y", "", 72},
		{"AY + 3", "P3Y", "", 36},
		{"last action on case + 6 years - Limitation Act 1980", "P6Y", "", 72},
		{"Closure + 7", "P7Y", "", 84},
		{"six calendar months", "P6M", "", 6},
		{"seven years'", "P7Y", "", 84},
	}
	for _, tt := range tests {
		got := findDurations(tt.text)
		if len(got) != 1 || got[0].Period != tt.period || got[0].PeriodMin != tt.min || got[0].Months != tt.months {
			t.Errorf("findDurations(%q) = %+v, want %s %s %d", tt.text, got, tt.period, tt.min, tt.months)
		}
	}
}

func TestFindDurationsRejects(t *testing.T) {
	for _, text := range []string{"in 2019/20", "the past year", "Data Protection Act 2018", "section 40(2)", "year 2"} {
		if got := findDurations(text); len(got) > 0 {
			t.Errorf("findDurations(%q) = %+v, want none", text, got)
		}
	}
}
