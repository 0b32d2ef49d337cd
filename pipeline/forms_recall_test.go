package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"roundrobin/pipeline/collect"
	"roundrobin/pipeline/thread"
)

// minRecall is the share of a letter's words that its PDF must give back.
const minRecall = 0.98

// TestPDFWordRecall prints every text of the sample as a PDF and counts how
// many of its words, as often as they stand there, come back from the reader;
// where pdftotext is on the path it is measured beside it. The words to come
// back are those of the same text attached plain, since both are redacted.
func TestPDFWordRecall(t *testing.T) {
	all := append(sampleLetters(t), ligatureLetter())
	plain, printed := attachedTexts(t, all, "text/plain", ".txt"), attachedTexts(t, all, "application/pdf", ".pdf")
	var want, got, beside, known int
	for name, text := range plain {
		words := wordCounts(text)
		want, got = want+total(words), got+shared(words, wordCounts(printed[name]))
	}
	for _, l := range all {
		for _, a := range enclosures(l) {
			if text, ok := pdfToText(t, writePDF(pagesOf(a.Text))); ok {
				words := wordCounts(strings.ReplaceAll(a.Text, `\f`, " "))
				known, beside = known+total(words), beside+shared(words, wordCounts(text))
			}
		}
	}
	recall := float64(got) / float64(want)
	t.Logf("%d words, recall %.4f", want, recall)
	if known > 0 {
		t.Logf("pdftotext: %d words, recall %.4f", known, float64(beside)/float64(known))
	}
	if want < 1000 || recall < minRecall {
		t.Errorf("recall of %d words is %.4f, want %.2f", want, recall, minRecall)
	}
}

// ligatureLetter is a letter set with the glyphs ﬁ and ﬂ, soft hyphens, a word
// broken at the end of a line, and two columns.
func ligatureLetter() *letters {
	l := &letters{RequestID: "recall", Title: "Recall"}
	l.Institution.Name, l.Institution.Body = "University of Recall", "recall"
	l.Messages = []letter{
		{Direction: "sent", Date: "2020-06-01", From: "A Requester", Body: "Please answer.\n"},
		{Direction: "received", Date: "2020-06-09", From: "FOI", Body: "See attached.\n", Attachments: []enclosure{{
			Filename: "letter.pdf",
			Text:     "The ofﬁce conﬁrms that no ofﬁcer ﬁles or ﬂags posts.\nThe proﬁle of a student is not col\u00adlected.\n\nRegistry\tSix years after the case is closed\nSecurity\tThirty days after the capture\n",
		}}},
	}
	return l
}

// enclosures are the attachments of a thread, their running text wrapped as a
// page is.
func enclosures(l *letters) []enclosure {
	var out []enclosure
	for _, m := range l.Messages {
		for _, a := range m.Attachments {
			a.Text = wrapped(a.Text)
			out = append(out, a)
		}
	}
	return out
}

// pageColumns is how many characters fit on a line of the page.
const pageColumns = 95

// wrapped breaks the long lines of a text, rows of cells excepted.
func wrapped(text string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		at := 0
		for _, word := range strings.SplitAfter(line, " ") {
			if at > 0 && at+len(word) > pageColumns && !strings.Contains(line, "\t") {
				out.WriteString("\n")
				at = 0
			}
			out.WriteString(word)
			at += len(word)
		}
	}
	return out.String()
}

// attachedTexts are the texts that the reader makes of all enclosures, sent as
// files of one type, by thread and place.
func attachedTexts(t *testing.T, all []*letters, media, ext string) map[string]string {
	t.Helper()
	dir := t.TempDir()
	for _, l := range all {
		as := *l
		as.Messages = slices.Clone(l.Messages)
		for i := range as.Messages {
			as.Messages[i].Attachments = nil
		}
		for n, a := range enclosures(l) {
			a.Filename, a.Type = fmt.Sprintf("%s %d%s", l.RequestID, n, ext), media
			last := &as.Messages[len(as.Messages)-1]
			last.Attachments = append(last.Attachments, a)
		}
		writeFiles(t, dir, renderMbox(t, &as))
	}
	out := map[string]string{}
	for _, th := range readAll(t, dir) {
		for _, m := range th.Messages {
			for _, a := range m.Attachments {
				out[strings.TrimSuffix(a.Filename, ext)] = a.Text
			}
		}
	}
	return out
}

// readAll reads the threads of a collected folder.
func readAll(t *testing.T, dir string) []*thread.Thread {
	t.Helper()
	items, err := collect.Find(dir)
	if err != nil {
		t.Fatal(err)
	}
	r, err := collect.NewReader(collect.Options{Root: dir, Reference: "../data/reference", Sample: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var out []*thread.Thread
	for _, it := range items {
		threads, _, err := r.Read(it)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, threads...)
	}
	return out
}

// pdfToText is what poppler's pdftotext makes of a file; false where it is not
// installed.
func pdfToText(t *testing.T, data []byte) (string, bool) {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		return "", false
	}
	file := filepath.Join(t.TempDir(), "letter.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, "-enc", "UTF-8", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out), true
}

// wordCounts counts the words of a text, ligatures taken apart and soft hyphens
// taken out.
func wordCounts(s string) map[string]int {
	s = strings.NewReplacer("ﬁ", "fi", "ﬂ", "fl", "\u00ad", "", "\u00a0", " ").Replace(strings.ToLower(s))
	out := map[string]int{}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		out[w]++
	}
	return out
}

func total(words map[string]int) int {
	n := 0
	for _, k := range words {
		n += k
	}
	return n
}

// shared is how many words of want stand in got, each as often as in both.
func shared(want, got map[string]int) int {
	n := 0
	for w, k := range want {
		n += min(k, got[w])
	}
	return n
}
