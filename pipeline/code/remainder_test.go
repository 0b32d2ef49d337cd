package code

import "testing"

func TestLeavesRest(t *testing.T) {
	for low, want := range map[string]bool{
		"it follows that none of your other questions arises.":                                              true,
		"as the answer is no, the sub-questions and questions 3 and 6 to 9 fall away.":                      true,
		"accordingly the rest of your request does not require an answer.":                                  true,
		"there is nothing that i can usefully say under 3, 6, 7, 8 or 9.":                                   true,
		"questions 3 to 9 do not call for a reply.":                                                         true,
		"consequently we have nothing to tell you in answer to any of the later questions.":                 true,
		"everything else in your list therefore falls.":                                                     true,
		"all other questions: not applicable.":                                                              true,
		"the remaining parts are therefore academic.":                                                       true,
		"parts 2a to 2d need no answer.":                                                                    true,
		"other universities have asked what applies.":                                                       false,
		"the university follows what is said of it on twitter.":                                             false,
		"if the answer to question 2 is no, question 3 does not apply.":                                     false,
		"the other policies that apply are the student code and the it regulations.":                        false,
		"no other department is involved, and the rest of the campus relies on the registry for such work.": false,
	} {
		if got := leavesRest(low); got != want {
			t.Errorf("%q: %v", low, got)
		}
	}
}
