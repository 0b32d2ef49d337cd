package code

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// testReference loads the reference files of the repository, or of the folder
// they are copied from.
func testReference(t *testing.T) *Reference {
	t.Helper()
	for _, dir := range []string{"../../data/reference", "../../../shared/reference"} {
		if _, err := os.Stat(filepath.Join(dir, "exemptions.csv")); err != nil {
			continue
		}
		r, err := LoadReference(dir)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	t.Skip("no data/reference: reference files absent")
	return nil
}

func TestFindExemptions(t *testing.T) {
	r := testReference(t)
	tests := []struct {
		text     string
		scottish bool
		want     []string // "?" in front of what is only mentioned
	}{
		{"The manual is withheld under section 31(1)(a) of the Act.", false, []string{"FOIA s.31(1)(a)"}},
		{"Section 31(1)(g) by virtue of 31(2)(b)", false, []string{"FOIA s.31(1)(g)"}},
		{"We rely on section 38(1)(b) read in conjunction with 38(2A)(a) of FOISA.", true, []string{"FOISA s.38(1)(b)"}},
		{"Exempt: s40(2) and 43(2).", false, []string{"FOIA s.40(2)", "FOIA s.43(2)"}},
		{"s.40(2)", false, []string{"FOIA s.40(2)"}},
		{"Sections 40(2) and 43(2) are engaged.", false, []string{"FOIA s.40(2)", "FOIA s.43(2)"}},
		{"We refuse this part under sec. 12 because of the cost.", false, []string{"FOIA s.12"}},
		{"Refused, section 12 (1).", false, []string{"FOIA s.12(1)"}},
		{"We apply section 36(2)(b)(i) and (ii).", false, []string{"FOIA s.36(2)(b)(i)", "FOIA s.36(2)(b)(ii)"}},
		{"This is refused under regulation 12(4)(b) of the EIR.", false, []string{"EIR r.12(4)(b)"}},
		{"The request is manifestly unreasonable under Regulation 10(4)(b) of the Environmental Information (Scotland) Regulations 2004.", true, []string{"EISR r.10(4)(b)"}},
		{"The notice is published and so exempt under section 21.", false, []string{"FOIA s.21"}},
		{"Notice under section 17(1) of FOISA is given.", true, []string{"FOISA s.17(1)"}},
		{"Section 17(1) notice: nothing is held.", true, []string{"FOISA s.17(1)"}},
		{"This letter is a refusal notice under section 17(1) of the Act.", false, nil},
		{"Under section 16 we advise you to narrow the request; section 1(3) allows us to ask.", false, nil},
		{"You may complain under section 50 of the Freedom of Information Act.", false, nil},
		{"Apply to the Commissioner under section 47(1) of the Act.", true, nil},
		{"Erasure may be refused under section 40 of the Data Protection Act 2018.", false, nil},
		{"The Equality Act 2010, section 31, applies to our services.", false, nil},
		{"Withheld under Article 17 of the GDPR.", false, nil},
		{"Posts that offend may be refused under section 31 of the Code.", false, nil},
		{"Section 40 of the privacy notice tells students how data is disclosed.", false, nil},
		{"Conduct is dealt with in the Student Charter (section 38).", false, nil},
		{"Disclosure is described in section 21 of our Records Schedule and in sections 31.2 and 40.1.", false, nil},
		{"Regulation 12(4) (Discipline) applies to offensive posts.", false, nil},
		{"There are about 40 students' accounts, and the University's 40 pages are public.", false, nil},
		{"Names are removed under section 40(2) and 30 pages are enclosed.", false, []string{"FOIA s.40(2)"}},
		{"Section 40 might apply to some of the names.", false, []string{"?FOIA s.40"}},
		{"Section 43(2) is not engaged.", false, []string{"?FOIA s.43(2)"}},
		{"We no longer rely on section 31(1)(a), but the names remain withheld under section 40(2).", false, []string{"?FOIA s.31(1)(a)", "FOIA s.40(2)"}},
		{"We do not rely on s.43(2).", false, []string{"?FOIA s.43(2)"}},
		{"Section 31 exempts information whose disclosure would harm the detection of crime.", false, []string{"?FOIA s.31"}},
		{"Section 40(2) applies to this information.", false, []string{"FOIA s.40(2)"}},
		{"Under section 12 a public authority need not comply where the cost is too high.", false, []string{"?FOIA s.12"}},
		{"We neither confirm nor deny that we hold it, by virtue of sections 24(2) and 31(3) of FOIA.", false, []string{"FOIA s.24(2)", "FOIA s.31(3)"}},
		{"Mae'r enw wedi'i eithrio o dan adran 40(2) o'r Ddeddf.", false, []string{"FOIA s.40(2)"}},
		{"Withheld: FOIA 2000 section 43(2) (commercial interests).", true, []string{"FOIA s.43(2)"}},
		{"Section 43 - Commercial Interests", false, []string{"FOIA s.43"}},
		{"Exemptions: Section 31 (Law Enforcement) and Section 40 (Personal Information).", false, []string{"FOIA s.31", "FOIA s.40"}},
		{"We cannot give the names, by virtue of s. 40 (2) (a) & (b) FOIA.", false, []string{"FOIA s.40(2)(a)", "FOIA s.40(2)(b)"}},
		{"The names are exempt under section 40(2), since the first condition in section 40(3A)(a) is satisfied.", false, []string{"FOIA s.40(2)"}},
		{"Wherever it is said that section 17 applies, the information is not held.", true, []string{"?FOISA s.17"}},
		{"The College is not obliged to comply with that part of the request for this reason: section 12(1) of FOISA.", true, []string{"FOISA s.12(1)"}},
		{"Our reliance on section 12(1) has been withdrawn for the first part.", false, []string{"?FOIA s.12(1)"}},
		{"S.14(1) FOIA applies: the request is vexatious.", false, []string{"FOIA s.14(1)"}},
		{"The information is not held and section 17(1) of FOISA applies.", true, []string{"FOISA s.17(1)"}},
		{"FOI Act 2000 (section 21): see our website.", false, []string{"FOIA s.21"}},
		{"The duty in s1(1)(a) does not apply by virtue of s24(2) and s31(3).", false, []string{"FOIA s.24(2)", "FOIA s.31(3)"}},
		{"The College is not obliged to provide it under s21.", false, []string{"FOIA s.21"}},
		{"We have duties under section 26 of the Counter-Terrorism and Security Act 2015 and section 29 DPA 1998.", false, nil},
		{"It is exempt under 43(2).", false, []string{"FOIA s.43(2)"}},
	}
	for _, tt := range tests {
		var got []string
		for _, h := range r.findExemptions(tt.text, tt.scottish) {
			mark := "?"
			if h.Applied {
				mark = ""
			}
			got = append(got, mark+h.String())
			if h.Start >= h.End || h.End > len(tt.text) {
				t.Errorf("%q: bad span %d-%d", tt.text, h.Start, h.End)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q:\n got %v\nwant %v", tt.text, got, tt.want)
		}
	}
}

// TestExemptionSentences reads testdata/exemptions.tsv: the Act of the body, the
// provisions found, with "!" before those denied and "?" before those only
// named, and the sentence.
func TestExemptionSentences(t *testing.T) {
	r := testReference(t)
	for _, row := range readTSV(t, "testdata/exemptions.tsv") {
		var got []string
		for _, h := range r.findExemptions(row[2], row[0] == "foisa") {
			mark := ""
			switch {
			case h.Denied:
				mark = "!"
			case !h.Applied:
				mark = "?"
			}
			got = append(got, mark+h.String())
		}
		if got := cmp.Or(strings.Join(got, "; "), "-"); got != row[1] {
			t.Errorf("%q:\n got %s\nwant %s", row[2], got, row[1])
		}
	}
}
