package code

import (
	"testing"

	"roundrobin/pipeline/thread"
)

func TestLetterDate(t *testing.T) {
	tests := []struct{ text, want, quote string }{
		{"The College\nOur ref: C/1/20\n6 July 2020\n\nDear Sam,\n\nThe limit ended on 1 July 2020.", "2020-07-06", "6 July 2020"},
		{"Date: 7 July 2020          Reference: C-20-1\n\nDear Sam", "2020-07-07", "7 July 2020"},
		{"Ein cyf: C1\nDyddiad / Date: 9 Gorffennaf 2020\nAnnwyl Sam", "2020-07-09", "9 Gorffennaf 2020"},
		{"Wednesday, 8th July 2020\n\nDear Sam", "2020-07-08", "8th July 2020"},
		{"From: FOI Office\nSent: 03/07/2020 14:05\nTo: Sam\nSubject: RE: FOI\n\nDear Sam", "2020-07-03", "03/07/2020"},
		{"Date received:\t2 June 2020\nDate due:\t30 June 2020\nDate of response:\t29 June 2020", "2020-06-29", "29 June 2020"},
		{"Date of request | 2 June 2020\nDeadline | 30 June 2020\n\nDear Sam", "", ""},
		{"Dear Sam,\n\nThe rules for the use of computers have not been changed since\n23 March 2020.\n\nRegards", "", ""},
		{"Dear Sam,\n\nYou will hear from us by 30 June 2020.", "", ""},
	}
	for _, tt := range tests {
		th := &thread.Thread{Messages: []thread.Message{{Text: tt.text}}}
		got, ok := letterDate(th, thread.Body(0), 0)
		if ok != (tt.want != "") || dayText(got.Time) != tt.want {
			t.Errorf("%q: got %s, want %s", tt.text, dayText(got.Time), tt.want)
		} else if ok && th.Quote(got.Span) != tt.quote {
			t.Errorf("%q: quote %q, want %q", tt.text, th.Quote(got.Span), tt.quote)
		}
	}
}
