package code

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func disclosureCode(h disclosureHit) string {
	n := "null"
	if h.Count.Known {
		n = fmt.Sprint(h.Count.N)
	}
	return strings.TrimSpace(fmt.Sprintf("%s %s %s", h.Recipient, n, h.Count.Qualifier))
}

func TestFindDisclosures(t *testing.T) {
	x := newRecipientIndex([]RecipientRow{
		{Name: "Higher Education Statistics Agency", Type: "sector statistics", Aliases: []string{"HESA"}},
		{Name: "Student Loans Company", Type: "student finance", Aliases: []string{"SLC"}},
		{Name: "Office for Students", Type: "regulator (England)", Aliases: []string{"OfS"}},
		{Name: "Home Office", Type: "central government"},
	})
	tests := []struct{ text, want string }{
		{"Copies were given to the police twice and to our Prevent partners once.", "police 2 exact|prevent_partners 1 exact"},
		{"Nothing was passed to the Home Office, to the SLC or to HESA.", "home_office 0 exact|slc 0 exact|hesa 0 exact"},
		{"Nothing has been passed to anyone.", "none 0 exact"},
		{"No information has been shared with a third party.", "none 0 exact"},
		{"None.", "none 0 exact"},
		{"Neither the police nor the Home Office has been given anything.", "police 0 exact|home_office 0 exact"},
		{"No information has gone to third parties other than the police, to whom two prints were given.", "police 2 exact"},
		{"We handed one screenshot to Middleton City Council.", "local_authority 1 exact"},
		{"Midshire Police (fewer than five), Home Office (one).", "police 5 fewer_than|home_office 1 exact"},
		{"We may share information with the police where a crime is suspected.", ""},
		{"Three cases went to the Discipline Panel, and one report (name and copy of the posts) was given to Midshire Police.", "disciplinary_board 3 exact|police 1 exact"},
		{"Nil return.", "none 0 exact"},
		{"None of the bodies in your list and no one else.", "none 0 exact"},
		{"I cannot say that nothing has ever gone to the police because on one occasion, in May 2018, someone handed two prints to the local force.", "police 1 exact"},
		{"Questions 7 and 8: None.", "none 0 exact"},
		{"No referrals to Channel have involved any monitoring of social media.", ""},
		{"Nothing came from the police.", ""},
		{"Posts may form part of the papers put before the Conduct Committee.", "disciplinary_board null"},
		{"Apart from those shown on the sheet, nothing has been passed to anyone.", ""},
		{"They have not been given to anybody else.", ""},
		{"No other disclosure is on record.", ""},
		{"Conduct Panel roughly 10 times, police twice.", "disciplinary_board 10 about|police 2 exact"},
		{"The local police were sent screenshots three times in 2018 and on fewer than five occasions in 2019.", "police 3 exact|police 5 fewer_than"},
		{"The names of some 30 students were passed to the Student Disciplinary Committee.", "disciplinary_board 30 about"},
		{"The County Council was sent two reports about litter.", "local_authority 2 exact"},
		{"On one occasion a caseworker handed three screenshots to the local force.", "police 1 exact"},
		{"Discipline Committee: nine reports in 2018, six in 2019. Police: fewer than five reports in all. HESA, OfS, Student Loans Company: nil.", "disciplinary_board 9 exact|disciplinary_board 6 exact|police 5 fewer_than|hesa 0 exact|ofs 0 exact|slc 0 exact"},
		{"One report was sent to the Channel panel. None to the Home Office.", "prevent_partners 1 exact|home_office 0 exact"},
		{"The police also look at social media on their own account.", ""},
		{"Referrals to the OfS have nothing to do with social media.", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(codesOf(findDisclosures(tt.text, x, sessions{}), disclosureCode), "|"); got != tt.want {
			t.Errorf("findDisclosures(%q)\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func TestDisclosurePeriods(t *testing.T) {
	text := "The police were given copies twice in March 2018 and once in 2019, and the Conduct Board about ten times since May 2017."
	var got []string
	for _, h := range findDisclosures(text, newRecipientIndex(nil), sessions{}) {
		got = append(got, isoDate(h.Period.Start)+" "+isoDate(h.Period.End))
	}
	if want := "2018-03-01 2018-03-31|2019-01-01 2019-12-31|2017-05-01 "; strings.Join(got, "|") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestTableDisclosures(t *testing.T) {
	x := newRecipientIndex(nil)
	s := readSessions("An academic year runs from 1 August to 31 July.", time.Time{})
	tests := []struct{ name, text, want string }{
		{"columns", "Month\tStudent Conduct Panel\tPolice\nJan-19\t1\tFewer than five\nFeb-19\t0\t2\n", "disciplinary_board 1 exact|police 5 fewer_than|disciplinary_board 0 exact|police 2 exact"},
		{"rows", "Recipient\t2017/18\t2018/19\nMiddle Police\t<5\t0\nOther HE providers\t1\t-\n", "police 5 fewer_than|police 0 exact|other_university 1 exact"},
	}
	for _, tt := range tests {
		hits := tableDisclosures(tt.text, s, x)
		if got := strings.Join(codesOf(hits, disclosureCode), "|"); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.name, got, tt.want)
		}
		if len(hits) > 0 && hits[0].Period.Start.IsZero() {
			t.Errorf("%s: no period in %+v", tt.name, hits[0])
		}
	}
}

// TestDisclosureSentences reads testdata/disclosures.tsv: the rows in order,
// tab, the answer.
func TestDisclosureSentences(t *testing.T) {
	x := newRecipientIndex(loadSoftwareReference(t).Recipients)
	for _, row := range readTSV(t, "testdata/disclosures.tsv") {
		text := strings.ReplaceAll(row[1], `\t`, "\t")
		got := strings.Join(codesOf(findDisclosures(text, x, sessions{}), disclosureCode), "|")
		if got != strings.TrimPrefix(row[0], "-") {
			t.Errorf("%s\n got %s\nwant %s", text, got, row[0])
		}
	}
}

// TestOnlyNone makes one row of denials alone.
func TestOnlyNone(t *testing.T) {
	x := newRecipientIndex(nil)
	tests := []struct{ text, want string }{
		{"No. Not the police, not another university.", "none 0 exact"},
		{"The police: none. The conduct panel: two.", "police 0 exact|disciplinary_board 2 exact"},
		{"The police: none. The conduct panel: not counted.", "police 0 exact|disciplinary_board null"},
	}
	for _, tt := range tests {
		if got := strings.Join(codesOf(onlyNone(findDisclosures(tt.text, x, sessions{})), disclosureCode), "|"); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}
