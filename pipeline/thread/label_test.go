package thread

import (
	"fmt"
	"strings"
	"testing"
)

func (r Range) String() string {
	p := func(p Point) string {
		s := ""
		if p.Num > 0 {
			s = fmt.Sprint(p.Num)
		}
		if p.Sub > 0 {
			s += string(rune('a' + p.Sub - 1))
		}
		return s
	}
	if r.From == r.To {
		return p(r.From)
	}
	return p(r.From) + "-" + p(r.To)
}

func render(rs []Range) string {
	var out []string
	for _, r := range rs {
		out = append(out, r.String())
	}
	return strings.Join(out, " ")
}

func TestLeadingLabel(t *testing.T) {
	for text, want := range map[string]string{
		"1. no such policy":                 "1",
		"1) we do not":                      "1",
		"q1) no":                            "1",
		"q.4 yes":                           "4",
		"question 4(a): not applicable":     "4a",
		"questions 3 to 6: not applicable.": "3-6",
		"questions 2(a) to 2(d): n/a":       "2a-2d",
		"questions 7 and 8: none.":          "7 8",
		"q6a-b) please refer":               "6a-6b",
		"6 (a) to (f) n/a":                  "6a-6f",
		"q3, 4 and 5: no":                   "3 4 5",
		"3. a) section 12":                  "3a",
		"6. a. communications":              "6a",
		"2 a. monitoring":                   "2a",
		"a. the privacy policy":             "a",
		"(b) none":                          "b",
		"iv) the head":                      "d",
		"2a no":                             "2a",
		"2c":                                "2c",
		"8.":                                "8",
		"4\tdoes the university":            "4",
		"answer to question 5 - six years":  "5",
		"b, c, d. none of these was done":   "b c d",
		"2ch / 2d\tnone":                    "2d",
		"b-d: none":                         "b-d",
		"a & b: see the link":               "a b",
		"c, d and e) no":                    "c d e",
		"a - b: none":                       "a-b",
		"a and b are linked below":          "",
		"a to z of policies":                "",
		"26 june 2020":                      "",
		"20 working days":                   "",
		"2.4 if so, and covertly":           "2d",
		"3.1":                               "3a",
		"4.25 hours":                        "",
		"2.5% of students":                  "",
		"6a i 6f / 6a to 6f.":               "6a-6f 6a-6f",
		"a copy is attached":                "",
		"i have been asked":                 "",
		"2016/17 (figures)":                 "",
		"question time is over":             "",
		"in 2019. we":                       "",
		"question 3, part b":                "3b",
		"question 6, parts a to d":          "6a-6d",
		"question 2, parts a, b, c and d":   "2a 2b 2c 2d",
		"3. (i) to (v) n/a":                 "3a-3e",
		"1. a policy is":                    "1",
		"4 (i). brandwatch":                 "4a",
		"part 3 (ii) no":                    "3b",
		"the answers to questions 1, 2 and 9 are upheld.": "",
		"(3) ditto":        "3",
		"(2) (a) no":       "2a",
		"3.5% of students": "",
		"question 4 yes":   "4",

		"taking questions 3 and 4 together, because both are about one tool": "3 4",
		"for 4(a), the supplier is":                    "4a",
		"to question 4 the university replied \"no\".": "",
		"on 3 may we":             "",
		"on 2(b) i can say":       "2b",
		"the answer to 4 is yes.": "4",
		"question 7 (and question 9, which i answer here too)":  "7 9",
		"question 6, the rest of it":                            "6",
		"your second question asks whether":                     "",
		"question 4 was not limited to them":                    "",
		"the answer to 6(c) should have read: \"the dean\"":     "6c",
		"the first part of the answer to 5 should have read: x": "5",
		"in 8, the number of cases":                             "8",
		"in 2019, the number":                                   "",
		"on 3 may, we":                                          "",
		"a4. hootsuite":                                         "4",
		"a2 (a) - none":                                         "2a",
		"a 5 year plan":                                         "",
		"3b) a / and 3c)":                                       "3b 3c",
		"3b) and 3c) none":                                      "3b 3c",
		"2(a) and 2(b) no":                                      "2a 2b",
		"as to the second question asked of us":                 "",
		"as to your third and fourth questions, no":             "3 4",
		"2.0 brand mentions":                                    "2",
		"2.0":                                                   "2",
		"to the first question the answer is no":                "1",
		"for the last 3 years":                                  "",
		"under section 12 of":                                   "",
	} {
		if got := render(LeadingLabel(text).Ranges); got != want {
			t.Errorf("LeadingLabel(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestReferences(t *testing.T) {
	for text, want := range map[string]string{
		"see 5.":              "5",
		"see 5 above.":        "5",
		"please refer to q2.": "2",
		"please see 3(b).":    "3b",
		"please see the answers to questions 1 and 5.": "1 5",
		"as stated in our response to question 2a":     "2a",
		"this is the same document as at b.":           "b",
		"for the reason given at 7.":                   "7",
		"in 3 years":                                   "",
		"see section 12":                               "",
		"please see the policy":                        "",
		"passed to 2 students":                         "",
		"in march 2017":                                "",
	} {
		if got := render(References(text)); got != want {
			t.Errorf("References(%q) = %q, want %q", text, got, want)
		}
	}
}
