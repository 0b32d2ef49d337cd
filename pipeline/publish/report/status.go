package report

import "fmt"

// status says why a cell has a value or none, in words and with a mark that
// can be told apart without colour. Only said holds a value: none of the
// others is ever shown as a no.
type status struct {
	Code, Word, Mark, Meaning string
}

// Said tells that the body gave the answer itself.
func (s status) Said() bool { return s.Code == "answered" || s.Code == "stated" }

// statuses are the dispositions of answers and the statuses of variables. Two
// codes share a word where they mean the same of an answer and of a variable.
var statuses = []status{
	{"answered", "answered", "●", "The reply answers the question."},
	{"stated", "stated", "●", "The reply says it."},
	{"referred", "referred elsewhere", "↗", "The reply points to another place instead of answering."},
	{"refused", "refused", "✕", "The body holds back the answer and cites a ground, or refuses the request as a whole."},
	{"ncnd", "neither confirmed nor denied", "?", "The body will not say whether it holds the information."},
	{"not_held", "not held", "∅", "The body says that it does not hold the information. This is no answer to the question."},
	{"not_addressed", "silent", "…", "There is a reply, and it passes over the question."},
	{"not_stated", "silent", "…", "There is a reply, and it says nothing of this."},
	{"no_response", "no response", "–", "No substantive reply came."},
	{"withdrawn", "withdrawn", "↩", "The request was withdrawn."},
	{"not_applicable", "not applicable", "→", "The body says so, or the answer to an earlier question made this one fall away."},
}

// outcomes are how requests ended. A word or mark of statuses means the same.
var outcomes = []status{
	{"answered", "answered", "●", ""},
	{"partly_refused", "partly refused", "◪", ""},
	{"refused", "refused", "✕", ""},
	{"not_held", "not held", "∅", ""},
	{"no_response", "no response", "–", ""},
	{"withdrawn", "withdrawn", "↩", ""},
}

func statusOf(code string) (status, error) { return oneOf(statuses, code) }

func outcomeOf(code string) (status, error) { return oneOf(outcomes, code) }

func oneOf(list []status, code string) (status, error) {
	for _, s := range list {
		if s.Code == code {
			return s, nil
		}
	}
	return status{}, fmt.Errorf("no words for status %q", code)
}
