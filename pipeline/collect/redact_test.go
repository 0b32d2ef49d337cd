package collect

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roundrobin/pipeline/thread"
)

// letter is a thread of one request and one reply.
func letter(from, body string) *thread.Thread {
	return &thread.Thread{
		Institution: thread.Institution{Name: "University of Lowmarsh"},
		Messages: []thread.Message{
			{Direction: thread.Sent, From: "Ida Quill", Text: "Dear University of Lowmarsh,\nPlease.\nYours,\nIda Quill\n"},
			{Direction: thread.Received, From: from, Text: body},
		},
	}
}

func TestRedactText(t *testing.T) {
	tests := map[string]struct{ in, want string }{
		"salutation and signature": {
			"Dear Ms Quill\nNothing is held.\nYours sincerely,\n\nDr Tom van der Brill\nEstates Officer\nUniversity of Lowmarsh",
			"Dear [name]\nNothing is held.\nYours sincerely,\n\n[name]\nEstates Officer\nUniversity of Lowmarsh"},
		"name across a line end": {"Thank you, Ida\nQuill, for writing. Quill's letter came.", "Thank you, [name], for writing. [name]'s letter came."},
		"quoted name":            {"> Regards\n> Ida\n> Quill", "> Regards\n> [name]"},
		"capitals and slug":      {"IDA QUILL, see /people/ida-quill.html", "[name], see /people/[name].html"},
		"title in running text":  {"Prof. B. Oakhanger signed it; Mrs Oakhanger agreed.", "[name] signed it; [name] agreed."},
		"ordinary surname": {
			"Dear Ida\nMr Marsh will sign the marsh report on Lowmarsh law.\nRegards\nColin Marsh\nHead of Estates",
			"Dear [name]\n[name] will sign the marsh report on Lowmarsh law.\nRegards\n[name]\nHead of Estates"},
		"ordinary first name": {"Hi Ida,\nFrom dawn to dusk. Dawn breaks.\nCheers,\nDawn\n", "Hi [name],\nFrom dawn to dusk. Dawn breaks.\nCheers,\n[name]\n"},
		"department signs":    {"Dear Ida,\nNo.\nKind regards,\nInformation Compliance\nUniversity of Lowmarsh", "Dear [name],\nNo.\nKind regards,\nInformation Compliance\nUniversity of Lowmarsh"},
		"body signs":          {"Dear Ida,\nNo.\nRegards\nLowmarsh University", "Dear [name],\nNo.\nRegards\nLowmarsh University"},
		"signature without a close": {
			"We hold it.\n\nHedda Rasmoor\nRecords Manager", "We hold it.\n\n[name]\nRecords Manager"},
		"heading over a role is no name": {
			"We keep privacy settings.\nPrivacy Settings\nOfficers may look at them.", "We keep privacy settings.\nPrivacy Settings\nOfficers may look at them."},
		"generic addressee": {"Dear Sir or Madam\nDear Enquirer\nDear Colleagues\nDear FOI Team", "Dear Sir or Madam\nDear Enquirer\nDear Colleagues\nDear FOI Team"},
		"labels":            {"Completed by:\tHedda Rasmoor\nName: Ida Quill\nName: Records Unit", "Completed by:\t[name]\nName: [name]\nName: Records Unit"},
		"columns":           {"Yn gywir,                 Yours truly,\n\nHedda Rasmoor             Hedda Rasmoor", "Yn gywir,                 Yours truly,\n\n[name]                    [name]"},
		"colleague":         {"My colleague Hedda will write. Nasim in Legal has asked for time.", "My colleague [name] will write. [name] in Legal has asked for time."},
		"e-mail":            {"Write to hedda.rasmoor@lowmarsh.ac.uk or foi@lowmarsh.ac.uk. Rasmoor knows.", "Write to [email] or [email]. [name] knows."},
		"telephone":         {"Ring 020 7946 0000, (01632) 960 123, +44 (0)1632 960123 or 07700 900\n123.", "Ring [telephone], [telephone], [telephone] or [telephone]."},
		"brackets stay":     {"the Commissioner (0303 123 1113, ico.org.uk)", "the Commissioner ([telephone], ico.org.uk)"},
		"no telephone": {
			"FOI 0211/20, ref 2020-0688, 01/02/2020 to 2020-05-25, £01,234,567, s.31(1)(a), 0\t123\t456\n0\n123\n45, 10006842, line 0412-7",
			"FOI 0211/20, ref 2020-0688, 01/02/2020 to 2020-05-25, £01,234,567, s.31(1)(a), 0\t123\t456\n0\n123\n45, 10006842, line 0412-7"},
		"postcode":         {"University of Lowmarsh, Priory Gate, Lowmarsh LM1 2QA, or L69\n7ZX", "University of Lowmarsh, Priory Gate, Lowmarsh [postcode], or [postcode]"},
		"private address":  {"Ida Quill\n12 Elm Street\nLowmarsh\nLM4 5PQ\nDear Ida", "[name]\n[address]\nLowmarsh\n[postcode]\nDear [name]"},
		"private one line": {"Ida Quill, 12 Elm Street, Lowmarsh, LM4 5PQ", "[name], [address], Lowmarsh, [postcode]"},
		"office address":   {"Hedda Rasmoor\nRecords Manager\nUniversity of Lowmarsh\n12 Elm Street\nLowmarsh LM4 5PQ", "[name]\nRecords Manager\nUniversity of Lowmarsh\n12 Elm Street\nLowmarsh [postcode]"},
		"masks stay":       {"By email to: [FOI #123 email]\n[University of Lowmarsh request email]", "By email to: [FOI #123 email]\n[University of Lowmarsh request email]"},
		"place of the name": {
			"Regards\nTom Castell\nThe Castell Building is near. Castell said so.", "Regards\n[name]\nThe Castell Building is near. [name] said so."},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			th := letter("FOI Team", tt.in)
			Redact(th)
			if d := cmp.Diff(tt.want, th.Messages[1].Text); d != "" {
				t.Error(d)
			}
			Redact(th)
			if d := cmp.Diff(tt.want, th.Messages[1].Text); d != "" {
				t.Error("second pass:", d)
			}
		})
	}
}

func TestRedactSenderAndFilename(t *testing.T) {
	tests := []struct{ from, want string }{
		{"Hedda Rasmoor", ""},
		{"Hedda Rasmoor, FOI Team", "FOI Team"},
		{"FOI Team (Hedda Rasmoor)", "FOI Team"},
		{"Hedda Rasmoor <h.rasmoor@lowmarsh.ac.uk>", ""},
		{"Legal and Compliance", "Legal and Compliance"},
		{"Uned Gydymffurfio", "Uned Gydymffurfio"},
		{"University of Lowmarsh", "University of Lowmarsh"},
	}
	for _, tt := range tests {
		th := letter(tt.from, "Text.")
		th.Messages[1].Attachments = []thread.Attachment{{Filename: "Reply_Ida_Quill.pdf"}, {Filename: "Letter to Ms Quill.docx"}}
		Redact(th)
		if got := th.Messages[1].From; got != tt.want {
			t.Errorf("%q: sender %q, want %q", tt.from, got, tt.want)
		}
		if th.Messages[0].From != "" {
			t.Error("the requester's name is kept")
		}
		a := th.Messages[1].Attachments
		if a[0].Filename != "Reply_[name].pdf" || a[1].Filename != "Letter to [name].docx" {
			t.Errorf("file names %q, %q", a[0].Filename, a[1].Filename)
		}
	}
}

// No name seen as a sender or under a close is left anywhere in the sample.
func TestRedactLeavesNoSignature(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpus, "*.thread.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		th := readYAML(nil, source{data: readFile(t, file)}, &problems{})[0]
		names := signatures(th)
		Redact(th)
		for _, s := range threadTexts(th) {
			for name := range names {
				if strings.Contains(s, name) {
					t.Errorf("%s: a name under a close is left", filepath.Base(file))
				}
			}
		}
		for _, m := range th.Messages {
			if isPersonName(m.From) {
				t.Errorf("%s: a sender is left", filepath.Base(file))
			}
		}
	}
}

// signatures gives the names of two words or more under a close or as sender,
// found without the code under test.
func signatures(th *thread.Thread) map[string]bool {
	names := map[string]bool{}
	note := func(s string) {
		words := strings.Fields(s)
		if len(words) == 2 && !isBodyName(s) && !officeWords[strings.ToLower(words[0])] && words[0] != strings.ToUpper(words[0]) {
			names[s] = true
		}
	}
	for _, m := range th.Messages {
		note(m.From)
		for _, text := range append([]string{m.Text}, attachmentTexts(m)...) {
			_, after, ok := strings.Cut(text, "Yours sincerely")
			if ok {
				note(bodyLines(strings.TrimLeft(after, ",\n"))[0])
			}
		}
	}
	return names
}

func attachmentTexts(m thread.Message) []string {
	var out []string
	for _, a := range m.Attachments {
		out = append(out, a.Text)
	}
	return out
}
