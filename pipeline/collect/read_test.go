package collect

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roundrobin/pipeline/thread"
)

func readFile(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// optionalFile reads a file that is not part of the repository.
func optionalFile(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not there", file)
	}
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// collect reads a folder made of files, given by path and content.
func collectFiles(t *testing.T, sample bool, files map[string]string) ([]*thread.Thread, []thread.Problem) {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return collectFolder(t, Options{Root: root, Reference: "../../data/reference", Sample: sample, CacheDir: testCache})
}

func collectFolder(t *testing.T, opts Options) ([]*thread.Thread, []thread.Problem) {
	t.Helper()
	r, err := NewReader(opts)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	items, err := Find(opts.Root)
	if err != nil {
		t.Fatal(err)
	}
	var results []Result
	for _, it := range items {
		threads, found, err := r.Read(it)
		if err != nil {
			t.Fatal(err)
		}
		results = append(results, Result{threads, found})
	}
	return Settle(results)
}

func yamlOf(id, extra string) string {
	return `request_id: ` + id + `
title: "Parking permits"
institution: {name: "Wexley College", wdtk_body: wexley_college, nation: england}
messages:
  - {seq: 1, direction: sent, kind: request, date: 2020-05-01, from: "Ida Quill", body: "Dear Wexley College, how many?"}
` + extra
}

func TestSampleIsReadWithoutProblems(t *testing.T) {
	threads, found := collectFolder(t, Options{Root: corpus, Reference: "../../data/reference", Sample: true})
	if len(threads) != 18 || len(found) != 0 {
		t.Errorf("got %d threads and %d problems", len(threads), len(found))
	}
	for _, th := range threads {
		if !th.Institution.Sample || th.Institution.ID == "" {
			t.Errorf("%s: institution %+v", th.RequestID, th.Institution)
		}
		if want := map[bool]string{true: "foisa", false: "foia"}[th.Institution.Nation == "scotland"]; th.Law != want {
			t.Errorf("%s: law %s, want %s", th.RequestID, th.Law, want)
		}
	}
}

func TestBadInputIsAProblem(t *testing.T) {
	tests := map[string]struct {
		file, content string
		want          thread.Problem
	}{
		"unknown key":       {"a.thread.yaml", yamlOf("a", "mood: fine\n"), thread.Problem{Kind: ProblemMalformedYAML, Severity: "error", Locator: "line 6"}},
		"malformed":         {"a.thread.yaml", "request_id: [", thread.Problem{Kind: ProblemMalformedYAML, Severity: "error", Locator: "line 1"}},
		"bad direction":     {"a.thread.yaml", yamlOf("a", "  - {seq: 2, direction: sideways}\n"), thread.Problem{Kind: ProblemMalformedYAML, Severity: "error", Locator: "line 6"}},
		"bad date":          {"a.thread.yaml", yamlOf("a", "  - {seq: 2, direction: received, date: 1 May}\n"), thread.Problem{Kind: ProblemMalformedYAML, Severity: "error", Locator: "line 6"}},
		"order of messages": {"a.thread.yaml", yamlOf("a", "  - {seq: 1, direction: received}\n"), thread.Problem{Kind: ProblemMalformedYAML, Severity: "error"}},
		"empty":             {"a.txt", "", thread.Problem{Kind: ProblemEmptyFile, Severity: "error"}},
		"blank":             {"a.txt", " \n\n", thread.Problem{Kind: ProblemEmptyFile, Severity: "error"}},
		"binary":            {"a.txt", "%PDF-1.7\x00\x01\x02", thread.Problem{Kind: ProblemBinaryFile, Severity: "error"}},
		"no letter":         {"a.txt", "Shopping\nmilk\n", thread.Problem{Kind: ProblemNoRequest, Severity: "error", Locator: "line 1"}},
		"other file":        {"a.wav", "RIFF", thread.Problem{Kind: ProblemUnsupportedFile, Severity: "warning"}},
		"no request": {"a.thread.yaml", strings.Replace(yamlOf("a", ""), "sent", "received", 1),
			thread.Problem{Kind: ProblemNoRequest, Severity: "error", RequestID: "a"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			threads, found := collectFiles(t, true, map[string]string{tt.file: tt.content, "good.thread.yaml": yamlOf("good", "")})
			if len(threads) != 1 || threads[0].RequestID != "good" {
				t.Errorf("the other thread is not built: %v", threads)
			}
			if len(found) != 1 {
				t.Fatalf("got problems %v", found)
			}
			tt.want.SourcePath, tt.want.Detail = tt.file, found[0].Detail
			if d := cmp.Diff(tt.want, found[0]); d != "" || found[0].Detail == "" {
				t.Error(d, found[0].Detail)
			}
		})
	}
}

func TestDuplicateRequestKeepsTheRicherForm(t *testing.T) {
	threads, found := collectFiles(t, true, map[string]string{
		"parking.txt":           "Permits\nDear Wexley College,\nHow many?\nThanks\nIda Quill\n",
		"typed/x.thread.yaml":   yamlOf("parking", ""),
		"typed/old.thread.yaml": yamlOf("other", ""),
	})
	if len(threads) != 2 || threads[1].Source.Path != "typed/x.thread.yaml" {
		t.Fatalf("got %+v", threads)
	}
	want := []thread.Problem{{RequestID: "parking", SourcePath: "parking.txt", Kind: ProblemDuplicateRequest,
		Severity: "warning", Detail: "the request is read from typed/x.thread.yaml"}}
	if d := cmp.Diff(want, found); d != "" {
		t.Error(d)
	}
}

func TestTextIsNormalised(t *testing.T) {
	threads, found := collectFiles(t, true, map[string]string{"a.thread.yaml": "\ufeff" + strings.ReplaceAll(yamlOf("a", `  - seq: 2
    direction: received
    body: "cafe\u0301 \xff here"
    attachments:
      - filename: "plan.pdf"
        content_type: application/pdf
        text: |
          one
          \f
          two
`), "\n", "\r\n")})
	if len(threads) != 1 {
		t.Fatal(found)
	}
	m := threads[0].Messages[1]
	if m.Text != "café \u00ff here" && !strings.HasPrefix(m.Text, "café") {
		t.Errorf("body %q", m.Text)
	}
	a := m.Attachments[0]
	if a.Text != "one\n\f\ntwo\n" || a.Pages != 2 || a.TextStatus != "read" || a.ID != "a/2/1" {
		t.Errorf("attachment %+v", a)
	}
}

func TestFindIsSorted(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"b.txt", "A.txt", "README.md", "x.gold.yaml", ".hidden"} {
		if err := os.WriteFile(filepath.Join(root, name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	items, err := Find(root)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, it := range items {
		got = append(got, it.Path)
	}
	if d := cmp.Diff([]string{"A.txt", "b.txt"}, got); d != "" {
		t.Error(d)
	}
	if _, err := Find(filepath.Join(root, "absent")); err == nil {
		t.Error("an absent folder is no error")
	}
}
