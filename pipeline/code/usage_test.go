package code

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func usageCode(h usageHit) string {
	return fmt.Sprintf("%s..%s %d %s %s", isoDate(h.Period.Start), isoDate(h.Period.End), h.Count.N, h.Count.Qualifier, h.Unit)
}

func codesOf[T any](hits []T, code func(T) string) []string {
	var out []string
	for _, h := range hits {
		out = append(out, code(h))
	}
	return out
}

func TestFindUsage(t *testing.T) {
	s := readSessions("The academic year (1 August to 31 July) is used.", time.Date(2021, 6, 1, 0, 0, 0, 0, time.UTC))
	tests := []struct{ text, want string }{
		{"In the calendar year 2018 five cases were dealt with in this way.", "2018-01-01..2018-12-31 5 exact cases"},
		{"2018/19 = 17 searches. 2019/20 so far, to 31 May = 9 searches.", "2018-08-01..2019-07-31 17 exact searches|2019-08-01..2020-05-31 9 exact searches"},
		{"I counted nine cases in 2019, four in 2020 and, so far this year, up to the end of May, two.", "2019-01-01..2019-12-31 9 exact cases|2020-01-01..2020-12-31 4 exact cases|2021-01-01..2021-05-31 2 exact cases"},
		{"There were 6 such cases between September 2018 and August 2019 concerning 9 students.", "2018-09-01..2019-08-31 6 exact cases|2018-09-01..2019-08-31 9 exact students"},
		{"Students who were checked: calendar year 2018: 6 calendar year 2019: 11 1 January 2020 to 30 June 2020: fewer than five", "2018-01-01..2018-12-31 6 exact students|2019-01-01..2019-12-31 11 exact students|2020-01-01..2020-06-30 5 fewer_than students"},
		{"Students whose posts were read - 2017: 14; 2018: 21.", "2017-01-01..2017-12-31 14 exact students|2018-01-01..2018-12-31 21 exact students"},
		{"Students on the list who were looked at: calendar year 2018: 6 calendar year 2019: 11 1 January 2020 to 30 June 2020: fewer than five The list did not exist before 2018.", "2018-01-01..2018-12-31 6 exact students|2019-01-01..2019-12-31 11 exact students|2020-01-01..2020-06-30 5 fewer_than students"},
		{"Checks made. 2017: 3. 2018: 8. No log before 2017.", "2017-01-01..2017-12-31 3 exact searches|2018-01-01..2018-12-31 8 exact searches"},
		{"The number of viewings was 14 in 2018 and 9 in 2019.", "2018-01-01..2018-12-31 14 exact searches|2019-01-01..2019-12-31 9 exact searches"},
		{"Cases: 2018 = 4, 2019 = 7 and 2020 = 2.", "2018-01-01..2018-12-31 4 exact cases|2019-01-01..2019-12-31 7 exact cases|2020-01-01..2020-12-31 2 exact cases"},
		{"There have been fewer than ten such investigations.", ".. 10 fewer_than cases"},
		{"In 2019 we ran twelve searches on about 15 students.", "2019-01-01..2019-12-31 12 exact searches|2019-01-01..2019-12-31 15 about students"},
		{"It is always a matter of one student and never of all of them.", ""},
		{"Going through 40 files at four minutes each would take some hours.", ""},
		{"Monitoring is not used.", ""},
		{"2016 - 4 2017 - 6 2018 - <5", "2016-01-01..2016-12-31 4 exact other|2017-01-01..2017-12-31 6 exact other|2018-01-01..2018-12-31 5 fewer_than other"},
		{"There were no cases in 2016 and two in 2017.", "2016-01-01..2016-12-31 0 exact cases|2017-01-01..2017-12-31 2 exact cases"},
		{"Twice in the last three years.", ".. 2 exact other"},
		{"We have no figures for 2016.", ""},
		{"Files of such cases are kept for three years after they have been closed.", ""},
		{"Screenshots were laid before the Disciplinary Committee twelve times in 2018.", ""},
		{"All I can give you is matches: calendar year 2018, 1,412. January to May 2019, 655.", "2018-01-01..2018-12-31 1412 exact other|2019-01-01..2019-05-31 655 exact other"},
		{"The office holds 1,460 files on discipline since January 2016.", ""},
		{"No log was kept until 2017. In that year there were 3 cases, in 2018 there were 5.", "2017-01-01..2017-12-31 3 exact cases|2018-01-01..2018-12-31 5 exact cases"},
		{"The number of sessions in each year: 2018 - 7 2019 (until 30 June) - 4", "2018-01-01..2018-12-31 7 exact searches|2019-01-01..2019-06-30 4 exact searches"},
		{"Three went on to the Disciplinary Committee in 2018.", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(codesOf(findUsage(tt.text, s), usageCode), "|"); got != tt.want {
			t.Errorf("findUsage(%q)\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func TestTableUsage(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"tabs", "Sheet: One\nCases opened\nMonth\tNumber\nJan-19\t3\nFeb-19\tn/a\nMar-19\t<5\nTotal\t8\n", "2019-01-01..2019-01-31 3 exact cases|2019-03-01..2019-03-31 5 fewer_than cases"},
		{"commas", "Month,Mentions\n2019-01,\"1,204\"\n2019-02,c. 900\n", "2019-01-01..2019-01-31 1204 exact other|2019-02-01..2019-02-28 900 about other"},
		{"spaces and a page break", "Year                  Searches logged\n2016                     11\n2017                     23\n\nSome University      Unit     2/4\n\f\n2018 (to 31 May 2018)     19\n", "2016-01-01..2016-12-31 11 exact searches|2017-01-01..2017-12-31 23 exact searches|2018-01-01..2018-05-31 19 exact searches"},
		{"a record discloses", "The Dean's register discloses the following numbers of cases:\n\ncalendar year 2018      8\ncalendar year 2019     13\n", "2018-01-01..2018-12-31 8 exact cases|2019-01-01..2019-12-31 13 exact cases"},
		{"sessions of looking", "Table 1\nAcademic year\tFrom\tTo\tSessions\n2016/17\t1 August 2016\t31 July 2017\t14\n", "2016-08-01..2017-07-31 14 exact searches"},
		{"unit in the title", "Number of students whose accounts were viewed\nYear\tNumber\n2018\t8\n", "2018-01-01..2018-12-31 8 exact students"},
		{"unit in the words on the figures", "The figures below are of conduct cases in which an officer\nviewed a post. Our year runs from 1 January to 31\nDecember. Nearly all of them\nconcerned one student each.\n\n2018\t11\n2019\t14\n", "2018-01-01..2018-12-31 11 exact cases|2019-01-01..2019-12-31 14 exact cases"},
		{"unit of what the table counts", "The table counts searches made. Most were of one student's posts.\n\nYear\tNumber\n2018\t4\n", "2018-01-01..2018-12-31 4 exact searches"},
		{"unit and what it is not", "The numbers given are for students and not for cases.\nYear\tNumber\n2018\t4\n", "2018-01-01..2018-12-31 4 exact students"},
		{"two units", "Year\tComplaints\tStudents\n2016\t9\t12\n", "2016-01-01..2016-12-31 9 exact cases|2016-01-01..2016-12-31 12 exact students"},
		{"periods in the header", "Unit\t2017\t2018\nStudents looked at\t4\t-\n", "2017-01-01..2017-12-31 4 exact students"},
		{"from and to", "Year\tFrom\tTo\tSearches\nFY17\t01/04/2016\t31/03/2017\tnot kept\nFY18\t01/04/2017\t31/03/2018\t88\n", "2017-04-01..2018-03-31 88 exact searches"},
		{"half a year", "Year      Matches\n2018      310\n2019 (January to June)      155\n", "2018-01-01..2018-12-31 310 exact other|2019-01-01..2019-06-30 155 exact other"},
		{"use beside recipients", "Year\tCases viewed\tPolice\n2018\t4\t1\n", "2018-01-01..2018-12-31 4 exact cases"},
		{"recipients", "Month\tPolice\nJan-19\t2\n", ""},
		{"cost", "Files    1,140    38 hours\nOther files    268    9 hours\n", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(codesOf(tableUsage(tt.text, sessions{}, newRecipientIndex(nil)), usageCode), "|"); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestUsageSentences reads testdata/usage.tsv: the figures in order, tab, the
// answer, for a reply of June 2021 that defines its years.
func TestUsageSentences(t *testing.T) {
	s := readSessions("The academic year runs from 1 August to 31 July. The financial year runs from 1 April to 31 March.", time.Date(2021, 6, 1, 0, 0, 0, 0, time.UTC))
	for _, row := range readTSV(t, "testdata/usage.tsv") {
		text := strings.ReplaceAll(row[1], `\t`, "\t")
		got := strings.Join(codesOf(findUsage(text, s), usageCode), "|")
		if got != strings.TrimPrefix(row[0], "-") {
			t.Errorf("%s\n got %s\nwant %s", text, got, row[0])
		}
	}
}

// TestTablesAsStored reads testdata/tables.tsv: tables as files and letters hold
// them, with what each of the three readers makes of it.
func TestTablesAsStored(t *testing.T) {
	x := newRecipientIndex(loadSoftwareReference(t).Recipients)
	s := readSessions("The academic year runs from 1 August to 31 July. The financial year runs from 1 April to 31 March.", time.Date(2021, 6, 1, 0, 0, 0, 0, time.UTC))
	for _, row := range readTSV(t, "testdata/tables.tsv") {
		text := strings.NewReplacer(`\t`, "\t", `\n`, "\n").Replace(row[2])
		var got []string
		switch row[0] {
		case "retention":
			got = codesOf(tableRetention(text), retentionCode)
		case "disclosures":
			got = codesOf(tableDisclosures(text, s, x), disclosureCode)
		case "usage":
			got = codesOf(tableUsage(text, s, x), usageCode)
		}
		if strings.Join(got, "|") != strings.TrimPrefix(row[1], "-") {
			t.Errorf("%s: %s\n got %s\nwant %s", row[0], text, strings.Join(got, "|"), row[1])
		}
	}
}

func TestSessionCountedInPart(t *testing.T) {
	letter := time.Date(2020, 7, 1, 0, 0, 0, 0, time.UTC)
	for _, text := range []string{
		"Sessions run from 1 August to 31 July, and 2019/20 has been counted up to 23 March 2020.",
		"The academic year runs from 1 August to 31 July. The figure for 2019/20 covers the period up to 23 March 2020.",
		"Our year is 1 August to 31 July; for 2019/20 cases are recorded until 23 March 2020.",
	} {
		got := findPeriods("in 2019/20", readSessions(text, letter))
		if len(got) != 1 || isoDate(got[0].Period.Start) != "2019-08-01" || isoDate(got[0].Period.End) != "2020-03-23" {
			t.Errorf("%s: %+v", text, got)
		}
	}
}

// TestYearsDefined reads testdata/sessions.tsv: the days of 2018/19 by what a
// reply says of its years.
func TestYearsDefined(t *testing.T) {
	for _, row := range readTSV(t, "testdata/sessions.tsv") {
		got := "-"
		for _, p := range findPeriods("in 2018/19", readSessions(row[1], time.Time{})) {
			if !p.Period.Start.IsZero() {
				got = isoDate(p.Period.Start) + ".." + isoDate(p.Period.End)
			}
		}
		if got != row[0] {
			t.Errorf("%s\n got %s\nwant %s", row[1], got, row[0])
		}
	}
}
