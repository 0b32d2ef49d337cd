package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
)

func TestReplaceKeepsBuildsApart(t *testing.T) {
	out := filepath.Join(t.TempDir(), "build")
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			err := replace(out, io.Discard, func(dir string) error {
				return errors.Join(
					os.WriteFile(filepath.Join(dir, "codebook.md"), []byte(strconv.Itoa(i)), 0o644),
					os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte(strconv.Itoa(i)), 0o644))
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	a, errA := os.ReadFile(filepath.Join(out, "codebook.md"))
	b, errB := os.ReadFile(filepath.Join(out, "SHA256SUMS"))
	if err := errors.Join(errA, errB); err != nil || string(a) != string(b) {
		t.Errorf("files of two builds in one: %q, %q, %v", a, b, err)
	}
}

func TestReplaceKeepsTheOldBuildOnFailure(t *testing.T) {
	out := filepath.Join(t.TempDir(), "build")
	write := func(text string, err error) error {
		return replace(out, io.Discard, func(dir string) error {
			return errors.Join(err, os.WriteFile(filepath.Join(dir, "codebook.md"), []byte(text), 0o644))
		})
	}
	if err := write("old", nil); err != nil {
		t.Fatal(err)
	}
	if err := write("new", io.ErrShortWrite); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("error %v", err)
	}
	if got, err := os.ReadFile(filepath.Join(out, "codebook.md")); err != nil || string(got) != "old" {
		t.Errorf("the old build reads %q, %v", got, err)
	}
	if _, err := os.Stat(out + ".tmp"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the broken build is left behind: %v", err)
	}
}

func TestABuildThatFailsItsChecksIsSetAside(t *testing.T) {
	out := filepath.Join(t.TempDir(), "build")
	write := func(text string, done func(dir string) error) error {
		return replace(out, io.Discard, func(dir string) error {
			return errors.Join(os.WriteFile(filepath.Join(dir, "codebook.md"), []byte(text), 0o644), done(dir))
		})
	}
	if err := write("old", func(string) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if err := write("bad", func(dir string) error { return setAside(dir, out) }); !errors.Is(err, errSetAside) {
		t.Errorf("error %v", err)
	}
	for file, want := range map[string]string{out: "old", out + ".failed": "bad"} {
		if got, err := os.ReadFile(filepath.Join(file, "codebook.md")); err != nil || string(got) != want {
			t.Errorf("%s reads %q, %v; want %q", file, got, err, want)
		}
	}
}
