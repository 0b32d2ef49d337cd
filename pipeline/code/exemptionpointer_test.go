package code

import (
	"slices"
	"strings"
	"testing"
)

func TestPointedParagraphs(t *testing.T) {
	tests := []struct {
		text  string
		want  []int
		below bool
	}{
		{"Withheld: paragraph 9 above.", []int{9}, false},
		{"We neither confirm nor deny it, for the reasons in paras 5 to 7.", []int{5, 6, 7}, false},
		{"Not disclosed (see note 2 below).", []int{2}, true},
		{"Refused on ground 3 and reasons 4 & 6.", []int{3, 4, 6}, false},
		{"See paragraph 9.14 of the Regulation.", nil, false},
		{"See paragraph 3 of our Social Media Policy.", nil, false},
		{"Paragraph 4(2) of the Statute applies.", nil, false},
		{"See question 3 above.", nil, false},
		{"Not held (paragraph C).", []int{firstLetter + 2}, false},
		{"Withheld on grounds A and D.", []int{firstLetter, firstLetter + 3}, false},
		{"For this see note (B) below.", []int{firstLetter + 1}, true},
		{"The paragraph I have in mind says so.", nil, false},
	}
	for _, tt := range tests {
		if got, below := pointedParagraphs(tt.text); !slices.Equal(got, tt.want) || below != tt.below {
			t.Errorf("%q: got %v below %v, want %v %v", tt.text, got, below, tt.want, tt.below)
		}
	}
}

// letter has reasons with numbers of their own, of which some recur among the
// answers and the notes.
const letter = `Reasons

1. Your letter came on 2 March.

2. The search terms would tell those who mean harm what to avoid. Section 31(1)(a) is engaged.

3. Section 24(2) takes the duty to confirm or deny away where national security requires it.

4. The name of the officer is personal data and exempt under section 40(2).

Answers

1. %s

2. The same applies.

Notes

Note 7: the fee is withheld under section 43(2).

A. The notice is published and section 21 applies to it.

B. The manual. Section 31(1)(b) is engaged.
`

func TestRefusalsThatPointToParagraphs(t *testing.T) {
	cb, ref := testCodebook(t), testReference(t)
	tests := []struct {
		answer string
		want   []string
	}{
		{"Withheld: paragraph 2 above.", []string{"FOIA s.31(1)(a)"}},
		{"This is refused for the reasons given at paras 2 and 4.", []string{"FOIA s.31(1)(a)", "FOIA s.40(2)"}},
		{"We neither confirm nor deny whether information is held: see paragraph 3.", []string{"FOIA s.24(2)"}},
		{"The fee is withheld: note 7 below.", []string{"FOIA s.43(2)"}},
		{"Withheld under section 38(1)(b); see also paragraph 4.", []string{"FOIA s.38(1)(b)"}},
		{"Withheld (paragraph B).", []string{"FOIA s.31(1)(b)"}},
		{"We refuse this for the reason at B. See paragraph B below.", []string{"FOIA s.31(1)(b)"}},
		{"The Proctor gives authority, as paragraph 4 of the Code of Conduct says.", nil},
		{"The Proctor does it. Paragraph 2 above says how your letter was read.", nil},
	}
	leaf := leafNamed(t, cb, "q6c")
	next := cb.Leaves()[slices.Index(cb.Leaves(), leaf)+1]
	for _, tt := range tests {
		text := strings.Replace(letter, "%s", tt.answer, 1)
		coded := codeAnswers(replyThread("foia", text), cb, ref, map[string]string{leaf.ID: tt.answer, next.ID: "The same applies."})
		if got := coded.Answers[leaf.Order].Exemptions; !slices.Equal(got, tt.want) {
			t.Errorf("%q: got %v, want %v", tt.answer, got, tt.want)
		}
		if got := coded.Answers[next.Order].Exemptions; !slices.Equal(got, tt.want) {
			t.Errorf("the same as %q: got %v, want %v", tt.answer, got, tt.want)
		}
	}
}

func TestAddCitation(t *testing.T) {
	whole := exemptionHit{Law: "FOIA", Section: "40"}
	part := exemptionHit{Law: "FOIA", Section: "40", Subsection: "(2)"}
	other := exemptionHit{Law: "FOIA", Section: "4"}
	var got []string
	for _, h := range []exemptionHit{whole, other, part, whole} {
		got = addCitation(got, h)
	}
	if want := []string{"FOIA s.4", "FOIA s.40(2)"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
