package report_test

import (
	"bytes"
	"io/fs"
	"os"
	"testing"
)

// A report of all the bodies asked must stay light.
const (
	bodiesAsked = 124
	mostBytes   = 5 << 20
)

// replyLines are of the length of the quotes in real replies, 70 characters.
var replyLines = []string{
	"We do not look at what students write unless a complaint is made of it.",
	"The press office follows mentions of the name in newspapers and online.",
	"A record of a disciplinary case is kept for six years after it is over.",
	"No information of this kind was passed on to anybody outside since 2016.",
}

// files reads a folder.
func files(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	found := map[string][]byte{}
	fsys := os.DirFS(dir)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			found[name], err = fs.ReadFile(fsys, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestSameBytesAndFewOfThem(t *testing.T) {
	in, _ := open(t, bodiesAsked, replyLines, true)
	once, again := files(t, write(t, in)), files(t, write(t, in))
	total := 0
	for name, data := range once {
		total += len(data)
		if !bytes.Equal(data, again[name]) {
			t.Errorf("%s differs from run to run", name)
		}
	}
	if len(once) != len(again) || len(once) != bodiesAsked+6 {
		t.Errorf("%d and %d files", len(once), len(again))
	}
	if total > mostBytes {
		t.Errorf("%d bytes", total)
	}
	t.Logf("%d bytes", total)
}

func TestEmptyBuild(t *testing.T) {
	in, _ := open(t, 0, replyLines, true)
	if len(files(t, write(t, in))) != 6 {
		t.Error("a build without requests has other pages than the common ones")
	}
}
