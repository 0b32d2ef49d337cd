package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// scriptCommands are what the scripts need beside the usual commands.
var scriptCommands = map[string]func(*testscript.TestScript, bool, []string){
	"binary":    writeBinary,
	"code":      expectCode,
	"samebuild": sameBuild,
}

// writeBinary writes a file that holds no text.
func writeBinary(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01"), 0o644))
}

// expectCode runs a command that must end with one of some exit codes: code 2
// roundrobin …, code 0,1 roundrobin …
func expectCode(ts *testscript.TestScript, _ bool, args []string) {
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if !slices.Contains(strings.Split(args[0], ","), strconv.Itoa(got)) {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// sameBuild compares two builds file by file; of a database only that it is there.
func sameBuild(ts *testscript.TestScript, _ bool, args []string) {
	a, b := os.DirFS(ts.MkAbs(args[0])), os.DirFS(ts.MkAbs(args[1]))
	count := func(fsys fs.FS) (n int) {
		ts.Check(fs.WalkDir(fsys, ".", func(string, fs.DirEntry, error) error { n++; return nil }))
		return n
	}
	if count(a) != count(b) {
		ts.Fatalf("%d and %d files and folders", count(a), count(b))
	}
	ts.Check(fs.WalkDir(a, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		one, err := fs.ReadFile(a, name)
		if err != nil {
			return err
		}
		two, err := fs.ReadFile(b, name)
		if err == nil && name != "dataset.duckdb" && !bytes.Equal(one, two) {
			err = errors.New(name + " differs")
		}
		return err
	}))
}
