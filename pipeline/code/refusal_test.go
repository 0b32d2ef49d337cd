package code

import (
	"cmp"
	"slices"
	"strings"
	"testing"
)

func TestFindRequestRefusal(t *testing.T) {
	r := testReference(t)
	tests := []struct {
		text    string
		why     string // "" for no refusal of the whole
		grounds []string
	}{
		{"We are therefore refusing the request under section 12(1) of the Act.", "cost", []string{"FOIA s.12(1)"}},
		{"Your request is refused under section 14(1), as it is vexatious.", "vexatious", []string{"FOIA s.14(1)"}},
		{"Section 12 allows an authority to refuse a request above the limit. To answer would take 40 hours. The authority may refuse it as a whole, and this is what we have decided to do.", "cost", []string{"FOIA s.12"}},
		{"The University refuses your request in its entirety. It relies on section 31(1)(a).", "entirety", []string{"FOIA s.31(1)(a)"}},
		{"This refusal covers all of your questions. The cost would exceed the appropriate limit.", "cost", nil},
		{"The University neither confirms nor denies that it holds information of the kind requested, by virtue of section 31(3).", "ncnd", []string{"FOIA s.31(3)"}},
		{"We estimate that it will take more than 18 hours. To comply with your request would therefore exceed the cost limit in section 12.", "cost", []string{"FOIA s.12"}},
		{"The College can neither confirm nor deny whether it holds the information requested: section 31(3).", "ncnd", []string{"FOIA s.31(3)"}},
		{"We neither confirm nor deny that we hold any other information of the kind requested, under section 24(2).", "", nil},
		{"We are refusing your request in part under section 40(2).", "", nil},
		{"We are not refusing your request under section 12.", "", nil},
		{"Question 7. To answer this request would exceed the limit in section 12.", "", nil},
		{"We refuse question 7 of your request under section 12.", "", nil},
		{"An authority may refuse the request where the cost is too high under section 12.", "", nil},
		{"If it were any wider we would have to refuse your request under section 12.", "", nil},
		{"The same policy applies to all of your questions. We hold the information.", "", nil},
		{"Please find the policy in full below. The names are withheld under section 40(2).", "", nil},
	}
	for _, tt := range tests {
		got, ok := r.findRequestRefusal(tt.text, false)
		if ok != (tt.why != "") || got.Why != tt.why {
			t.Errorf("%q: got %q, want %q", tt.text, got.Why, tt.why)
		}
		var grounds []string
		for _, h := range got.Grounds {
			grounds = append(grounds, h.String())
		}
		if !slices.Equal(grounds, tt.grounds) {
			t.Errorf("%q: grounds %v, want %v", tt.text, grounds, tt.grounds)
		}
	}
}

// TestRefusalTexts reads testdata/refusals.tsv: why a request is refused as a
// whole, on which grounds, and the text.
func TestRefusalTexts(t *testing.T) {
	r := testReference(t)
	for _, row := range readTSV(t, "testdata/refusals.tsv") {
		got, _ := r.findRequestRefusal(row[2], false)
		var grounds []string
		for _, h := range got.Grounds {
			grounds = append(grounds, h.String())
		}
		if why, found := cmp.Or(got.Why, "-"), cmp.Or(strings.Join(grounds, "; "), "-"); why != row[0] || found != row[1] {
			t.Errorf("%q: got %s %s, want %s %s", row[2], why, found, row[0], row[1])
		}
	}
}
