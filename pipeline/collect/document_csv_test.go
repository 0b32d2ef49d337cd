package collect

import "testing"

func TestCSVText(t *testing.T) {
	for text, want := range map[string]string{
		"Year,Issued\r\n2019,12\r\n": "Year,Issued\r\n2019,12\r\n",
		"Question,Answer\r\n1,\"No, we have no policy on this,\nand none is planned.\"\r\n":                        "Question\tAnswer\n1\tNo, we have no policy on this, and none is planned.\n",
		"\ufeffRef,Asked,Reply\nQ2a,Purposes?,\"He said \"\"none\"\" of the purposes in the list applies here\"\n": "Ref\tAsked\tReply\nQ2a\tPurposes?\tHe said \"none\" of the purposes in the list applies here\n",
		"a sentence, with commas, in a file called so":                                                             "a sentence, with commas, in a file called so",
		"": "",
	} {
		if got := csvText(text); got != want {
			t.Errorf("csvText(%q) = %q, want %q", text, got, want)
		}
	}
}
