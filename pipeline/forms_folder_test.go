package main

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// formsDir holds some threads of the sample in every form.
const formsDir = "../data/forms"

// examples are the threads that show a form, by the folder they stand in.
var examples = []struct {
	folder, thread string
	form           func(*testing.T, *letters) map[string][]byte
}{
	{"page-copied-as-text", "glanteifan", renderTextJSON},
	{"saved-page", "kestrelford", renderPage},
	{"request-zip", "ardenmoor", renderZip},
	{"batch-zip", "elverdale", renderBatch},
	{"mail", "drumcarra", renderMailODT},
	{"mailbox", "thornleyvale", renderMbox},
}

// renderMailODT is mail whose Word files are OpenDocument texts.
func renderMailODT(t *testing.T, l *letters) map[string][]byte {
	for i := range l.Messages {
		for j := range l.Messages[i].Attachments {
			a := &l.Messages[i].Attachments[j]
			if name, ok := strings.CutSuffix(a.Filename, ".docx"); ok {
				a.Filename, a.Type = name+".odt", "application/vnd.oasis.opendocument.text"
			}
		}
	}
	return renderMail(t, l)
}

// TestFormsFolder holds data/forms to be what the sample gives; make sample
// writes it.
func TestFormsFolder(t *testing.T) {
	want := map[string][]byte{}
	for _, s := range examples {
		data, err := os.ReadFile("../data/sample/" + s.thread + ".thread.yaml")
		if err != nil {
			t.Fatal(err)
		}
		for name, content := range s.form(t, readLetters(t, data)) {
			want[path.Join(s.folder, name)] = content
		}
	}
	typed, err := os.ReadFile("../data/sample/brackenholt.thread.yaml")
	if err != nil {
		t.Fatal(err)
	}
	want["typed-in/brackenholt.thread.yaml"] = typed
	if *update {
		for _, folder := range formFolders(t) {
			if err := os.RemoveAll(filepath.Join(formsDir, folder)); err != nil {
				t.Fatal(err)
			}
		}
		writeFiles(t, formsDir, want)
	}
	compareFiles(t, want)
}

// formFolders are the folders in data/forms.
func formFolders(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(formsDir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		if e.IsDir() {
			out = append(out, e.Name())
		}
	}
	return out
}

func compareFiles(t *testing.T, want map[string][]byte) {
	t.Helper()
	got := map[string][]byte{}
	for _, folder := range formFolders(t) {
		root := os.DirFS(formsDir)
		err := fs.WalkDir(root, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			got[name], err = fs.ReadFile(root, name)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	total := 0
	all := maps.Clone(want)
	maps.Copy(all, got)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		total += len(want[name])
		if !bytes.Equal(want[name], got[name]) {
			t.Errorf("%s is not what the sample gives: run make sample", name)
		}
	}
	if total > 2<<20 {
		t.Errorf("%d bytes in %s, the limit is 2 MiB", total, formsDir)
	}
}

// TestFormsFolderGivesTheCodesOfTheSample reads data/forms as a user lays it
// down: mixed.
func TestFormsFolderGivesTheCodesOfTheSample(t *testing.T) {
	want, got := codedCells(t, "../data/sample"), codedCells(t, formsDir)
	equal, total := 0, 0
	for column, cells := range got {
		for key, value := range cells {
			total++
			if want[column][key] == value {
				equal++
				continue
			}
			t.Logf("%s %s: yaml %q, here %q", column, key, want[column][key], value)
		}
	}
	if n := len(got["requests.law"]); n != len(examples)+1 {
		t.Errorf("%d requests, want %d", n, len(examples)+1)
	}
	if equal*100 < total*leastEqual {
		t.Errorf("%d of %d cells are those of the sample", equal, total)
	}
}
