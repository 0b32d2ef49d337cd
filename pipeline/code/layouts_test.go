package code_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"roundrobin/pipeline/align"
	"roundrobin/pipeline/code"
	"roundrobin/pipeline/segment"
	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// What a body says does not depend on how its letter is laid out. The test is
// metamorphic (Chen, Cheung and Yiu, "Metamorphic testing", HKUST-CS98-01,
// 1998): the same answers, set in many layouts, have to be coded alike.

// layoutAnswer is an answer and the disposition that it has in every layout.
type layoutAnswer struct{ leaf, disposition, text string }

var layoutAnswers = []layoutAnswer{
	{"q1", "answered", "No policy has been adopted for this. The Student Code of Conduct would be applied."},
	{"q2", "answered", "Yes, openly. A caseworker looks at a post when somebody has complained of it."},
	{"q2a", "answered", "Investigations and student welfare."},
	{"q2b", "answered", "Facebook and Instagram."},
	{"q2c", "answered", "No."},
	{"q2d", "not_applicable", "Not applicable."},
	{"q3a", "referred", "https://www.wexley.ac.uk/privacy/students"},
	{"q3b", "answered", "Attached."},
	{"q3c", "not_held", "This information is not held."},
	{"q3d", "answered", "None has been carried out."},
	{"q3e", "refused", "Withheld under section 31(1)(a) of the Act."},
	{"q4", "answered", "Yes. Marketing follows mentions of the University with Brandwatch."},
	{"q4a", "answered", "Brandwatch."},
	{"q4b", "not_applicable", "N/A"},
	{"q5", "answered", "Copies are deleted six years after the case is closed."},
	{"q6a", "answered", "Student Casework and Marketing."},
	{"q6b", "answered", "A complaint has to be made in writing."},
	{"q6c", "answered", "The Head of Student Casework."},
	{"q6d", "refused", "Withheld under section 31(1)(a) of the Act."},
	{"q6e", "referred", "See 5."},
	{"q6f", "answered", "Yes, by writing to the Data Protection Officer."},
	{"q7", "answered", "There were 12 cases in 2018 and 15 cases in 2019."},
	{"q8", "answered", "The police were given copies on two occasions in 2019."},
	{"q9", "answered", "Yes, nothing has changed."},
}

// label writes the label of a leaf; part is 0 for a question itself.
type label func(number, part int) string

var (
	lowerRomans = []string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}
	numberNames = []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
)

func letter(part int) string { return string(rune('a' + part - 1)) }

// whole writes the number of the question in each label: "2(a)".
func whole(before, between, after string) label {
	return func(n, part int) string {
		if part == 0 {
			return fmt.Sprintf("%s%d%s", before, n, after)
		}
		open := between
		if between == "(" {
			return fmt.Sprintf("%s%d(%s)%s", before, n, letter(part), after)
		}
		return fmt.Sprintf("%s%d%s%s%s", before, n, open, letter(part), after)
	}
}

// nested writes the parts without the number of their question.
func nested(top func(n int) string, part func(p int) string) label {
	return func(n, p int) string {
		if p == 0 {
			return top(n)
		}
		return part(p)
	}
}

func numbered(format string) func(int) string {
	return func(n int) string { return fmt.Sprintf(format, n) }
}

func lettered(format string) func(int) string {
	return func(p int) string { return fmt.Sprintf(format, letter(p)) }
}

func romanised(format string) func(int) string {
	return func(p int) string { return fmt.Sprintf(format, lowerRomans[p]) }
}

// labelled puts a label in front of each answer. A heading without an answer of
// its own is written where parts bear no number.
func labelled(l label, gap string, headings bool) func() string {
	return func() string {
		var out []string
		last := 0
		for _, a := range layoutAnswers {
			n, part := place(a.leaf)
			if n != last && part > 0 && headings {
				out = append(out, l(n, 0))
			}
			last = n
			out = append(out, l(n, part)+gap+a.text)
		}
		return strings.Join(out, "\n\n")
	}
}

func place(leaf string) (number, part int) {
	number = int(leaf[1] - '0')
	if len(leaf) > 2 {
		part = int(leaf[2]-'a') + 1
	}
	return number, part
}

// counted numbers the leaves through from 1.
func counted(format string) func() string {
	return func() string {
		var out []string
		for i, a := range layoutAnswers {
			out = append(out, fmt.Sprintf(format, i+1)+" "+a.text)
		}
		return strings.Join(out, "\n\n")
	}
}

// shortNames are what officers call the questions in a word or two.
var shortNames = map[string]string{
	"q1": "Policy", "q2": "Overt or covert", "q2a": "Purposes", "q2b": "Platforms", "q2c": "Exclusively Prevent", "q2d": "Warrants",
	"q3a": "Privacy policy", "q3b": "DPIA", "q3c": "PIA", "q3d": "Equality impact assessment", "q3e": "Training material",
	"q4": "Software", "q4a": "Provider", "q4b": "Internal methods", "q5": "Deletion policy", "q6a": "Areas of work", "q6b": "Criteria",
	"q6c": "Authorisation", "q6d": "Process", "q6e": "Retention", "q6f": "Deletion on request", "q7": "Frequency", "q8": "Third parties",
	"q9": "Since 23 March 2020",
}

// named puts the short name of the question in front of each answer; %[1]s is
// the number of the leaf, %[2]s the name, %[3]s the answer.
func named(format, gap string) func() string {
	return func() string {
		var out []string
		for _, a := range layoutAnswers {
			out = append(out, fmt.Sprintf(format, a.leaf[1:], shortNames[a.leaf], a.text))
		}
		return strings.Join(out, gap)
	}
}

// restated writes each question of the request above its answer.
func restated(t *testing.T, mark string, cut int, answer string) func() string {
	return func() string {
		var out []string
		questions := questionsOf(t)
		for _, q := range []string{"q1", "q2", "q2a", "q2b", "q2c", "q2d", "q3", "q3a", "q3b", "q3c", "q3d", "q3e", "q4", "q4a", "q4b", "q5", "q6", "q6a", "q6b", "q6c", "q6d", "q6e", "q6f", "q7", "q8", "q9"} {
			text := questions[q]
			if words := strings.Fields(text); cut > 0 && len(words) > cut {
				text = strings.Join(words[:cut], " ") + "..."
			}
			out = append(out, mark+text)
			for _, a := range layoutAnswers {
				if a.leaf == q {
					out = append(out, answer+a.text)
				}
			}
		}
		return strings.Join(out, "\n\n")
	}
}

// questionsOf are the lines of the request that ask, by leaf or heading.
func questionsOf(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	number := ""
	for line := range strings.SplitSeq(requestText(t), "\n") {
		switch {
		case len(line) > 2 && line[0] >= '1' && line[0] <= '9' && line[1] == '.':
			number = line[:1]
			out["q"+number] = line
		case number != "" && len(line) > 2 && line[0] >= 'a' && line[0] <= 'f' && line[1] == '.':
			out["q"+number+line[:1]] = line
		}
	}
	return out
}

func requestText(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../testdata/request.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// restarted counts the questions behind the fourth from 1 again.
func restarted() string {
	first := labelled(whole("", "(", "."), " ", false)()
	head, tail, _ := strings.Cut(first, "\n\n5. ")
	for n := 5; n <= 9; n++ {
		from, to := fmt.Sprintf("\n\n%d", n), fmt.Sprintf("\n\n%d", n-4)
		tail = strings.ReplaceAll("\n\n"+strings.TrimPrefix(tail, "\n\n"), from, to)
	}
	return "Part 1: practice\n\n" + head + "\n\nPart 2: records\n\n1. " + strings.TrimPrefix(tail, "\n\n")
}

// coder takes a reply to the request through the stages.
func coder(t *testing.T) func(reply string) thread.Coded {
	t.Helper()
	cb, err := schema.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	ref, err := code.LoadReference("../../data/reference")
	if err != nil {
		t.Fatal(err)
	}
	request := requestText(t)
	return func(reply string) thread.Coded {
		th := &thread.Thread{RequestID: "invented", Law: "foia", Messages: []thread.Message{
			{Direction: thread.Sent, Kind: thread.KindRequest, Text: request},
			{Direction: thread.Received, Text: reply},
		}}
		ps := segment.Segment(th, cb)
		return code.Code(th, ps, align.Align(th, ps, cb), ref, cb)
	}
}

func TestLayouts(t *testing.T) {
	coded := coder(t)
	for name, layout := range map[string]func() string{
		"2a.":                   labelled(whole("", "", "."), " ", false),
		"2(a)":                  labelled(whole("", "(", "."), " ", false),
		"2.a":                   labelled(whole("", ".", ""), " - ", false),
		"(2a)":                  labelled(whole("(", "", ")"), " ", false),
		"**2a.**":               labelled(whole("**", "", ".**"), " ", false),
		"#2a":                   labelled(whole("#", "", ""), " ", false),
		"Q2a":                   labelled(whole("Q", "", ""), " ", false),
		"Q.2(a)":                labelled(whole("Q.", "(", ""), " ", false),
		"Question 2a:":          labelled(whole("Question ", "", ":"), " ", false),
		"Question 2(a) above":   labelled(whole("Question ", "(", ""), "\n", false),
		"QUESTION apart":        labelled(whole("QUESTION ", "(", ""), "\n\n", false),
		"Your question apart":   labelled(whole("Your question ", "(", ""), "\n\n", false),
		"Response to question":  labelled(whole("Response to question ", "", ""), "\n\n", false),
		"Response 2a.":          labelled(whole("Response ", "", "."), " ", false),
		"Answer to 2a:":         labelled(whole("Answer to ", "", ":"), " ", false),
		"A2(a).":                labelled(whole("A", "(", "."), " ", false),
		"R2a:":                  labelled(whole("R", "", ":"), " ", false),
		"No. 2(a):":             labelled(whole("No. ", "(", ":"), " ", false),
		"Re 2a:":                labelled(whole("Re ", "", ":"), " ", false),
		"In answer to question": labelled(whole("In answer to question ", "", ":"), " ", false),
		"1. and a)":             labelled(nested(numbered("%d."), lettered("%s)")), " ", true),
		"1) and (a)":            labelled(nested(numbered("%d)"), lettered("(%s)")), " ", true),
		"1. and (i)":            labelled(nested(numbered("%d."), romanised("(%s)")), " ", true),
		"i) and (a)":            labelled(nested(func(n int) string { return lowerRomans[n] + ")" }, lettered("(%s)")), " ", true),
		"I. and (a)":            labelled(nested(func(n int) string { return strings.ToUpper(lowerRomans[n]) + "." }, lettered("(%s)")), " ", true),
		"A. and (i)":            labelled(nested(func(n int) string { return strings.ToUpper(letter(n)) + "." }, romanised("(%s)")), " ", true),
		"Question one.":         labelled(nested(func(n int) string { return "Question " + numberNames[n] + "." }, lettered("(%s)")), " ", true),
		"part of question": labelled(func(n, p int) string {
			return map[bool]string{true: fmt.Sprintf("As regards question %d,", n), false: fmt.Sprintf("As regards part (%s) of question %d,", letter(max(p, 1)), n)}[p == 0]
		}, " ", false),
		"counted":           counted("%d."),
		"counted Ref":       counted("Ref %d:"),
		"own numbers":       func() string { return ownNumbers() },
		"restarted":         restarted,
		"names":             named("%[2]s: %[3]s", "\n\n"),
		"names in capitals": func() string { return capitals() },
		"numbers and names": named("%[1]s %[2]s - %[3]s", "\n\n"),
		"names above":       named("%[1]s. %[2]s\n%[3]s", "\n\n"),
		"pairs":             named("Q. %[2]s?\nA. %[3]s", "\n\n"),
		"bullets":           named("- %[2]s: %[3]s", "\n"),
		"table":             func() string { return "Question\tResponse\n" + named("%[1]s\t%[3]s", "\n")() },
		"table of names":    func() string { return "Question\tResponse\n" + named("%[2]s\t%[3]s", "\n")() },
		"table of three":    func() string { return "No.\tSubject\tAnswer\n" + named("%[1]s\t%[2]s\t%[3]s", "\n")() },
		"table of services": func() string {
			return "No.\tSubject\tService\tAnswer\n" + named("%[1]s\t%[2]s\tRegistry\t%[3]s", "\n")()
		},
		"table with sources": func() string {
			return "No.\tSubject\tAnswer\tSupplied by\n" + named("%[1]s\t%[2]s\t%[3]s\tRegistry", "\n")()
		},
		"table of decisions": func() string {
			return "Item\tSubject\tHeld?\tDecision\tDetail\n" + named("%[1]s\t%[2]s\tY\tRelease\t%[3]s", "\n")()
		},
		"1. within 1.":         labelled(nested(numbered("%d."), numbered("%d.")), " ", true),
		"restated":             restated(t, "", 0, ""),
		"restated, Response:":  restated(t, "", 0, "Response: "),
		"restated, A:":         restated(t, "", 0, "A: "),
		"cut short":            restated(t, "", 7, ""),
		"quoted":               restated(t, "> ", 0, ""),
		"quoted and cut short": restated(t, "> ", 6, ""),
		"marked twice":         restated(t, "", 0, ">> "),
	} {
		t.Run(name, func(t *testing.T) {
			text := "Dear Sir or Madam\n\nThank you for your request. The answers of the University are given below.\n\n" + layout() +
				"\n\nIf you are dissatisfied you may ask for an internal review.\n\nYours faithfully\n"
			for i, a := range coded(text).Answers {
				if want := layoutAnswers[i]; a.QuestionID != want.leaf || a.Disposition != want.disposition {
					t.Errorf("%s: %s, want %s: %q", a.QuestionID, a.Disposition, want.disposition, a.Text)
				}
			}
		})
	}
}

// TestEmptyLabels leaves the answer out under each label in turn: what is silent is
// not answered, whatever stands beside it.
func TestEmptyLabels(t *testing.T) {
	coded := coder(t)
	for empty, left := range layoutAnswers {
		var lines []string
		for i, a := range layoutAnswers {
			text := a.text
			if i == empty {
				text = ""
			}
			lines = append(lines, "Question "+a.leaf[1:]+": "+text)
		}
		if a := coded(strings.Join(lines, "\n\n")).Answers[empty]; a.Disposition != "not_addressed" && a.Basis != "routed" {
			t.Errorf("%s: %s %s, want it silent: %q", left.leaf, a.Disposition, a.Basis, a.Text)
		}
	}
}

// ownNumbers is a letter whose paragraphs bear numbers of their own.
func ownNumbers() string {
	out := []string{"1. I refer to your request.", "2. The offices concerned have been consulted."}
	for i, a := range layoutAnswers {
		out = append(out, fmt.Sprintf("%d. As to question %s. %s", i+3, a.leaf[1:], a.text))
	}
	return strings.Join(out, "\n\n")
}

func capitals() string {
	var out []string
	for _, a := range layoutAnswers {
		out = append(out, strings.ToUpper(shortNames[a.leaf])+"\n\n"+a.text)
	}
	return strings.Join(out, "\n\n")
}
