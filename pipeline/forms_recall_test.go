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
				words := wordCounts(a.Text)
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

// ligatureLetter is a letter set with the glyphs ﬁ and ﬂ, a soft hyphen, and
// two columns.
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

// What fits on the page that writePDF sets: characters on a line and in a
// column of a table, and lines on a sheet.
const (
	pageColumns = 95
	cellColumns = 22
	pageLines   = 54
)

// wrapped breaks a text as it must be to stand on paper: what runs over the
// edge is left out by pdftotext and is no measure of any reader.
func wrapped(text string) string {
	var out strings.Builder
	onPage := 0
	for line := range strings.Lines(text) {
		for _, l := range paperLines(strings.TrimRight(line, "\n")) {
			switch {
			case l == `\f`:
				onPage = 0
			case onPage == pageLines:
				out.WriteString("\\f\n")
				onPage = 1
			default:
				onPage++
			}
			out.WriteString(l + "\n")
		}
	}
	return out.String()
}

// paperLines are the lines that one line of text takes; a row of cells goes on
// in each of its columns, the last of which has the rest of the page.
func paperLines(line string) []string {
	cells := strings.Split(line, "\t")
	var columns [][]string
	rows := 0
	for i, cell := range cells {
		width := cellColumns
		if i == len(cells)-1 {
			width = max(pageColumns-(cellColumns+2)*i, cellColumns)
		}
		columns = append(columns, broken(cell, width))
		rows = max(rows, len(columns[i]))
	}
	out := make([]string, rows)
	for row := range out {
		parts := make([]string, len(cells))
		for i, column := range columns {
			if row < len(column) {
				parts[i] = column[row]
			}
		}
		out[row] = strings.Join(parts, "\t")
	}
	return out
}

// broken cuts a text in front of the words with which it would be too wide.
func broken(text string, width int) []string {
	out := []string{""}
	for word := range strings.SplitAfterSeq(text, " ") {
		last := len(out) - 1
		if out[last] != "" && len(out[last])+len(word) > width {
			out, last = append(out, ""), last+1
		}
		out[last] += word
	}
	return out
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
func readAll(t testing.TB, dir string) []*thread.Thread {
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
// taken out; the mark of a new page is no word.
func wordCounts(s string) map[string]int {
	s = strings.NewReplacer(`\f`, " ", "ﬁ", "fi", "ﬂ", "fl", "\u00ad", "", "\u00a0", " ").Replace(strings.ToLower(s))
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
