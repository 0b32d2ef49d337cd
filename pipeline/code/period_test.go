package code

import (
	"testing"
	"time"
)

func isoDate(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func TestFindPeriods(t *testing.T) {
	said := readSessions("Here an academic year runs from 1 September to 31 August.\nFY19\t01/04/2018\t31/03/2019", time.Date(2021, 7, 1, 0, 0, 0, 0, time.UTC))
	tests := []struct{ text, from, to string }{
		{"2019", "2019-01-01", "2019-12-31"},
		{"in the calendar year 2019 we had", "2019-01-01", "2019-12-31"},
		{"six cases in 2018.", "2018-01-01", "2018-12-31"},
		{"in March 2017", "2017-03-01", "2017-03-31"},
		{"Jan-19", "2019-01-01", "2019-01-31"},
		{"Feb 2020", "2020-02-01", "2020-02-29"},
		{"2019-01", "2019-01-01", "2019-01-31"},
		{"2016/17", "2016-09-01", "2017-08-31"},
		{"session 2018-19", "2018-09-01", "2019-08-31"},
		{"FY19", "2018-04-01", "2019-03-31"},
		{"financial year 2018/19", "", ""},
		{"2015/16 (from 1 January 2016)", "2016-01-01", "2016-08-31"},
		{"2015/16 (1 Jan 2016 onwards)", "2016-01-01", "2016-08-31"},
		{"2019/20 (to 31 May 2020)", "2019-09-01", "2020-05-31"},
		{"2019/20 so far, to 31 May", "2019-09-01", "2020-05-31"},
		{"so far this year, up to the end of May", "2021-01-01", "2021-05-31"},
		{"since January 2016", "2016-01-01", ""},
		{"Before October 2018", "", "2018-09-30"},
		{"Mar 2019 to Jun 2020", "2019-03-01", "2020-06-30"},
		{"between 1 April 2018 and 31 March 2019", "2018-04-01", "2019-03-31"},
		{"January to May 2020", "2020-01-01", "2020-05-31"},
		{"from 1 April to 15 June 2018", "2018-04-01", "2018-06-15"},
		{"2016 to 2018", "2016-01-01", "2018-12-31"},
	}
	for _, tt := range tests {
		got := findPeriods(tt.text, said)
		if len(got) != 1 || isoDate(got[0].Period.Start) != tt.from || isoDate(got[0].Period.End) != tt.to {
			t.Errorf("findPeriods(%q) = %+v, want %s to %s", tt.text, got, tt.from, tt.to)
		}
	}
}

func TestUndatedSessionsKeepTheirWords(t *testing.T) {
	got := findPeriods("In 2018/19 there were six.", readSessions("", time.Time{}))
	if len(got) != 1 || got[0].Period.Text != "2018/19" || !got[0].Period.Start.IsZero() {
		t.Errorf("got %+v, want 2018/19 without dates", got)
	}
}

func TestFindPeriodsRejects(t *testing.T) {
	for _, text := range []string{"Data Protection Act 2018", "your request of 2 June 2020", "FOI/2020/226", "it may 20 times"} {
		if got := findPeriods(text, sessions{}); len(got) > 0 {
			t.Errorf("findPeriods(%q) = %+v, want none", text, got)
		}
	}
}
