package code

import "testing"

func TestDisclaimed(t *testing.T) {
	for text, want := range map[string]bool{
		"we do nothing of this sort.":                                                       true,
		"nothing of the kind you describe goes on at the conservatoire.":                    true,
		"the short answer is that we do not do it.":                                         true,
		"it isn't something we do.":                                                         true,
		"the college does not undertake the activity you describe.":                         true,
		"the practice described in your request is not one that the university engages in.": true,
		"students' accounts are left alone.":                                                true,
		"the academy has never engaged in such activities.":                                 true,
		"we did not do it last year because of the strike.":                                 true,
		"we do nothing without a complaint.":                                                false,
		"it is something we do when a complaint is made.":                                   false,
		"the officer does the search.":                                                      false,
		"nothing is held.":                                                                  false,
	} {
		if got := disclaimed.MatchString(text); got != want {
			t.Errorf("disclaimed(%q) = %v, want %v", text, got, want)
		}
	}
}
