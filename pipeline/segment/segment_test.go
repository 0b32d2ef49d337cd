package segment

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

var update = flag.Bool("update", false, "rewrite the expected passages")

// TestPassages reads testdata/passages/*.txtar: an invented letter and its
// passages, one a line, as role, question and reading form. The request is
// that of ../testdata/request.txt unless the file has one of its own.
func TestPassages(t *testing.T) {
	eachArchive(t, "testdata/passages", func(t *testing.T, file string, a *txtar.Archive) {
		th := &thread.Thread{Messages: []thread.Message{
			{Direction: thread.Sent, Text: readRequest(t, a)},
			{Direction: thread.Received, Text: section(a, "letter")},
		}}
		var lines []string
		for _, p := range Segment(th, codebook(t)) {
			if p.Ref.Message == 1 {
				lines = append(lines, describe(th, p))
			}
		}
		got := strings.Join(lines, "\n") + "\n"
		if *update {
			rewrite(t, file, a, "want", got)
		} else {
			judge(t, a, cmp.Diff(section(a, "want"), got))
		}
	})
}

func describe(th *thread.Thread, p thread.Passage) string {
	return fmt.Sprintf("%s | %s", strings.Join(append([]string{p.Role}, p.QuestionIDs...), " "), th.View(p).Text)
}

// TestKinds reads testdata/kinds/*.txtar: a thread whose files are named by
// number, direction and expected kind, or by number and name of an attachment.
func TestKinds(t *testing.T) {
	eachArchive(t, "testdata/kinds", func(t *testing.T, file string, a *txtar.Archive) {
		th := &thread.Thread{Messages: []thread.Message{{Direction: thread.Sent, Text: readRequest(t, a)}}}
		want := []string{thread.KindRequest}
		for _, f := range a.Files {
			n, what, _ := strings.Cut(f.Name, " ")
			if name, ok := strings.CutPrefix(what, "attachment "); ok {
				m := &th.Messages[len(th.Messages)-1]
				m.Attachments = append(m.Attachments, thread.Attachment{Filename: name, Text: string(f.Data)})
				continue
			}
			direction, kind, ok := strings.Cut(what, " ")
			if !ok {
				t.Fatalf("%s: file %s %q has no kind", file, n, f.Name)
			}
			th.Messages = append(th.Messages, thread.Message{Direction: direction, Text: string(f.Data)})
			want = append(want, kind)
		}
		Segment(th, codebook(t))
		var got []string
		for _, m := range th.Messages {
			got = append(got, m.Kind)
		}
		judge(t, a, cmp.Diff(want, got))
	})
}

// judge fails on a difference. A file whose comment has a line "fault: …" is a
// fault known and not yet mended: it is skipped while it stands and fails when
// it is gone, so that the line is taken out.
func judge(t *testing.T, a *txtar.Archive, diff string) {
	t.Helper()
	_, fault, known := strings.Cut(string(a.Comment), "fault: ")
	switch {
	case known && diff != "":
		t.Skipf("known fault: %s", strings.TrimSpace(fault))
	case known:
		t.Error("the known fault is mended: take out its line")
	case diff != "":
		t.Error(diff)
	}
}

func eachArchive(t *testing.T, dir string, test func(*testing.T, string, *txtar.Archive)) {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if len(files) == 0 {
		t.Fatalf("no tests in %s", dir)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			test(t, file, a)
		})
	}
}

func readRequest(t *testing.T, a *txtar.Archive) string {
	t.Helper()
	if s := section(a, "request"); s != "" {
		return s
	}
	data, err := os.ReadFile("../testdata/request.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func section(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func rewrite(t *testing.T, file string, a *txtar.Archive, name, text string) {
	t.Helper()
	for i := range a.Files {
		if a.Files[i].Name == name {
			a.Files[i].Data = []byte(text)
		}
	}
	if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

func codebook(t *testing.T) *schema.Codebook {
	t.Helper()
	cb, err := schema.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	return cb
}
