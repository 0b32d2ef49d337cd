package code

import (
	"slices"
	"testing"
	"time"
)

func TestFindDates(t *testing.T) {
	tests := []struct {
		text string
		year int
		want []string
	}{
		{"sent on 2 June 2020", 0, []string{"2020-06-02"}},
		{"2nd June, 2020 and the 3rd of July 2021", 0, []string{"2020-06-02", "2021-07-03"}},
		{"June 2, 2020; MARCH 23rd 2020", 0, []string{"2020-06-02", "2020-03-23"}},
		{"02/06/2020, 9/7/20, 2020-06-05, 14.07.2020", 0, []string{"2020-06-02", "2020-07-09", "2020-06-05", "2020-07-14"}},
		{"your e-mail of 2 June", 2019, []string{"2019-06-02"}},
		{"your e-mail of 2 June", 0, nil},
		{"ar 2 Mehefin 2020, erbyn 30 Orffennaf 2020", 0, []string{"2020-06-02", "2020-07-30"}},
		{"1 Jul 2020 and 3-Sept-2020", 0, []string{"2020-07-01", "2020-09-03"}},
		{"section 12 may apply in the 2019/20 session; in May 12 students", 2020, nil},
		{"31 June 2020, 31/13/2020, FOI/01/06/2020/3", 0, nil},
	}
	for _, tt := range tests {
		var got []string
		for _, h := range findDates(tt.text, tt.year) {
			got = append(got, h.Time.Format(time.DateOnly))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: got %v, want %v", tt.text, got, tt.want)
		}
	}
}
