package code

import "testing"

func TestFindCounts(t *testing.T) {
	tests := []struct {
		text      string
		n         int64
		qualifier string
	}{
		{"six cases", 6, "exact"},
		{"six (6) cases", 6, "exact"},
		{"a dozen posts", 12, "exact"},
		{"about two dozen posts", 24, "about"},
		{"half a dozen", 6, "exact"},
		{"some 40 students", 40, "about"},
		{"twenty-one files", 21, "exact"},
		{"a hundred and twelve", 112, "exact"},
		{"1,204", 1204, "exact"},
		{"c. 2500", 2500, "about"},
		{"2500", 2500, "exact"},
		{"fewer than five", 5, "fewer_than"},
		{"<5", 5, "fewer_than"},
		{"under ten", 10, "fewer_than"},
		{"no more than two", 3, "fewer_than"},
		{"Nil", 0, "exact"},
		{"None.", 0, "exact"},
		{"once", 1, "exact"},
		{"it was used twice", 2, "exact"},
		{"four times", 4, "exact"},
		{"at least 3", 3, "at_least"},
		{"20 or more", 20, "at_least"},
		{"about 15", 15, "about"},
		{"a single search", 1, "exact"},
		{"searches about nine students", 9, "exact"},
		{"more than 100", 100, "at_least"},
	}
	for _, tt := range tests {
		got := findCounts(tt.text)
		if len(got) != 1 || got[0].N != tt.n || got[0].Qualifier != tt.qualifier {
			t.Errorf("findCounts(%q) = %+v, want %d %s", tt.text, got, tt.n, tt.qualifier)
		}
	}
}

func TestFindCountsRejects(t *testing.T) {
	for _, text := range []string{
		"a handful of students", "in March 2017", "on 2 June 2020", "section 40(2)", "£450", "2016/17",
		"see Q7", "40%", "version 1.2", "no one", "once a complaint is made", "0330 414 6421", "question 4", "paragraph 11(d)",
	} {
		if got := findCounts(text); len(got) > 0 {
			t.Errorf("findCounts(%q) = %+v, want none", text, got)
		}
	}
}
