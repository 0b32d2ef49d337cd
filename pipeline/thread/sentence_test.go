package thread

import "testing"

// TestSentenceEnd tells an answer "no" and the form of a company at the end of a
// sentence from the same words within one.
func TestSentenceEnd(t *testing.T) {
	for _, c := range []struct {
		head, tail string
		want       bool
	}{
		{"not for students, no.", " External Relations has one.", true},
		{"it subscribes to vuelio, of access intelligence plc.", " Until 2018 it had another.", true},
		{"foi ref no.", " F20/118", false},
		{"hootsuite media inc.", " (Vancouver)", false},
		{"see para.", " The", false},
	} {
		if got := sentenceEnd(c.head, c.tail); got != c.want {
			t.Errorf("%q + %q: got %v", c.head, c.tail, got)
		}
	}
}
