package review

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"
)

// The expected figures are worked out by hand from build_test.go and testdata.
func TestFields(t *testing.T) {
	r := evaluate(t, twoThreads())
	nan := math.NaN()
	for _, want := range []struct {
		field                                         string
		n                                             int
		accuracy, precision, recall, f1, macro, kappa float64
	}{
		{"answers.disposition", 7, 4. / 7, 4. / 6, 4. / 7, 8. / 13, 11. / 21, 11. / 32},
		{"answers.basis", 7, 6. / 7, 1, 6. / 7, 12. / 13, 12. / 13, 0},
		{"answers.polarity", 5, 2. / 5, 2. / 3, 1. / 2, 4. / 7, 7. / 18, 1. / 6},
		{"answers.exemptions", 7, 5. / 7, 1. / 2, 1. / 2, 1. / 2, 1. / 3, 5. / 19},
		{"request.foi_reference", 2, 1, 1, 1, 1, nan, 1},
		{"request.acknowledged_on", 1, 0, 0, nan, 0, nan, 0},
		{"request.responded_on", 2, 1. / 2, 1, 1. / 2, 2. / 3, nan, 1. / 3},
		{"request.working_days", 2, 1. / 2, 1. / 2, 1. / 2, 1. / 2, nan, 1. / 3},
		{"request.outcome", 3, 1. / 3, 1. / 2, 1. / 3, 2. / 5, 1. / 4, -1. / 5},
		{"practice.overt", 2, 1. / 2, 1. / 2, 1. / 2, 1. / 2, 1. / 3, 0},
		{"practice.covert", 2, 1, 1, 1, 1, 1, 1},
		{"practice.purposes", 2, 1. / 2, 1. / 2, 1. / 2, 1. / 2, 1. / 3, 1. / 3},
		{"practice.platforms", 2, 1, nan, nan, nan, nan, nan},
		{"practice.warrants", 1, 1, 1, 1, 1, nan, nan},
		{"facts.software", 2, 0, 1. / 2, 1, 2. / 3, nan, 0},
		{"facts.retention", 1, 0, 1. / 2, 1. / 2, 1. / 2, nan, 0},
		{"facts.retention_period", 1, 1, 1, 1, 1, nan, nan},
		{"facts.disclosures", 1, 0, 1, 1. / 2, 2. / 3, nan, 0},
		{"facts.usage", 1, 1, nan, nan, nan, nan, nan},
		{"documents.status", 2, 0, 0, 0, 0, 0, 0},
		{"institution.name", 1, 1, 1, 1, 1, nan, nan},
		{"institution.nation", 1, 0, 0, 0, 0, 0, 0},
	} {
		f := fieldReport(t, r, want.field)
		if f.Macro == nil {
			f.Macro = &Score{F1: undefined}
		}
		if f.N != want.n || len(f.Disagreements) != want.n-int(math.Round(want.accuracy*float64(want.n))) {
			t.Errorf("%s: n %d with %d disagreements, want n %d", want.field, f.N, len(f.Disagreements), want.n)
		}
		got := []Ratio{f.Accuracy, f.Micro.Precision, f.Micro.Recall, f.Micro.F1, f.Macro.F1, f.Kappa}
		for i, w := range []float64{want.accuracy, want.precision, want.recall, want.f1, want.macro, want.kappa} {
			if !same(float64(got[i]), w) {
				t.Errorf("%s: %v, want number %d as %.4f", want.field, got, i, w)
			}
		}
	}
}

func same(a, b float64) bool {
	return math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) < 1e-9
}

func TestMissingAndMeans(t *testing.T) {
	r := evaluate(t, twoThreads())
	if r.Requests != 3 || !slices.Equal(r.Missing, []string{"cedar"}) {
		t.Errorf("requests %d, missing %v", r.Requests, r.Missing)
	}
	yesNo, all := r.Means[0], r.Means[1]
	if !slices.Equal(yesNo.Fields, []string{"overt", "covert"}) || !same(float64(yesNo.Accuracy), .75) || !same(float64(yesNo.MacroF1), 2./3) {
		t.Errorf("yes/no mean: %+v", yesNo)
	}
	if len(all.Fields) != 4 || !same(float64(all.Accuracy), .75) || !same(float64(all.MacroF1), 2./3) {
		t.Errorf("mean of all: %+v", all)
	}
}

func TestTrust(t *testing.T) {
	r := evaluate(t, twoThreads())
	if rel := r.Reliability; rel.N != 6 || len(rel.Bins) != 3 || !same(float64(rel.ECE), .275) {
		t.Errorf("reliability: %+v", rel)
	}
	if b := r.Reliability.Bins[2]; b.N != 3 || !same(float64(b.Confidence), 2.9/3) || !same(float64(b.Accuracy), 2./3) {
		t.Errorf("last bin: %+v", b)
	}
	for i, want := range []FlagReport{
		{"disposition", 6, 2, 2, 1, 1. / 3, 1. / 2},
		{"any code of the answer", 6, 2, 3, 2, 1. / 3, 2. / 3},
	} {
		if r.Flags[i] != want {
			t.Errorf("flags: %+v, want %+v", r.Flags[i], want)
		}
	}
	if first := r.Rules[0]; first != (RuleReport{"purpose-word", 1, 2, 1}) {
		t.Errorf("first rule: %+v", first)
	}
}

func TestDisagreementsShowEvidence(t *testing.T) {
	r := evaluate(t, twoThreads())
	for field, want := range map[string][]string{
		"answers.exemptions": {"section 40(2) applies"},
		"practice.purposes":  {"campus safety"},
		"practice.overt":     {"we do not"},
		"facts.software":     {"we post with Postly"},
		"facts.retention":    nil,
	} {
		var got []string
		for _, d := range fieldReport(t, r, field).Disagreements {
			for _, e := range d.Evidence {
				got = append(got, e.Quote)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: evidence %q, want %q", field, got, want)
		}
	}
	d := fieldReport(t, r, "answers.disposition").Disagreements[1]
	if d.Request != "birch" || d.Key != "q2" || d.Answer != "The words on q2." {
		t.Errorf("a cell without evidence shows the reply: %+v", d)
	}
}

func TestWriters(t *testing.T) {
	var text, matrix, first, second bytes.Buffer
	r := evaluate(t, twoThreads())
	for _, err := range []error{r.WriteText(&text), r.WriteMatrix(&matrix), r.WriteJSON(&first), evaluate(t, twoThreads()).WriteJSON(&second)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"missing: cedar", "cedar q1: gold answered, build (missing)", `birch/2 @7 [not-held] "we hold nothing"`} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("text lacks %q:\n%s", want, &text)
		}
	}
	if !strings.Contains(matrix.String(), "          (missing)  answered  not_held  refused\nanswered  1          2         1         0\n") {
		t.Errorf("matrix:\n%s", &matrix)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) || !bytes.Contains(first.Bytes(), []byte(`"recall": null`)) {
		t.Errorf("JSON varies or writes no null:\n%s", &first)
	}
}
