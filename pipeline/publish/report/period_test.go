package report

import "testing"

func TestPeriod(t *testing.T) {
	for iso, want := range map[string]string{
		"P6Y": "6 years", "P1Y3M": "1 year 3 months", "P28D": "28 days", "P1W": "1 week", "PT4H": "PT4H", "": "",
	} {
		if got := period(iso); got != want {
			t.Errorf("period(%q) = %q, want %q", iso, got, want)
		}
	}
}
