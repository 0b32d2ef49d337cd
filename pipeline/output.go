package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// made lists what a build puts into its folder. A folder that holds anything
// else is not a build and is never replaced.
var made = []string{
	"SHA256SUMS", "checks.txt", "codebook.md", "csv", "datapackage.json", "dataset.duckdb",
	"dataset.xlsx", "report", "summaries", "tables",
}

// waitNotice is how long a build waits for another one before it says so.
const waitNotice = time.Second

// replace fills a folder beside out and gives it the name out once it is whole.
// Until then the old one stays. A second build of the same folder waits.
func replace(out string, stderr io.Writer, fill func(dir string) error) error {
	out = filepath.Clean(out)
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return fmt.Errorf("make folder of build: %w", err)
	}
	notice := time.AfterFunc(waitNotice, func() {
		fmt.Fprintf(stderr, "roundrobin: waiting for another build of %s\n", out)
	})
	unlock, err := lockedfile.MutexAt(out + ".lock").Lock()
	notice.Stop()
	if err != nil {
		return fmt.Errorf("lock build: %w", err)
	}
	defer unlock()

	tmp, old := out+".tmp", out+".old"
	if err := recoverBuild(out, old); err != nil {
		return err
	}
	if err := os.RemoveAll(tmp); err != nil {
		return fmt.Errorf("remove broken build: %w", err)
	}
	if err := os.Mkdir(tmp, 0o755); err != nil {
		return fmt.Errorf("make build: %w", err)
	}
	defer os.RemoveAll(tmp) // not there any more where all went well
	if err := fill(tmp); err != nil {
		return err
	}
	return swap(tmp, out, old)
}

// errSetAside is a build that is whole but may not take the old one's place.
var errSetAside = errors.New("the build was set aside")

// setAside keeps a build that its checks do not pass beside out, to be looked
// at; out stays what it was.
func setAside(dir, out string) error {
	failed := filepath.Clean(out) + ".failed"
	if err := os.RemoveAll(failed); err != nil {
		return fmt.Errorf("remove failed build: %w", err)
	}
	if err := os.Rename(dir, failed); err != nil {
		return fmt.Errorf("set build aside: %w", err)
	}
	return fmt.Errorf("%w: %s", errSetAside, failed)
}

// recoverBuild puts back a build that was set aside by a run that broke off
// between its two renames, and holds out to be replaceable.
func recoverBuild(out, old string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(old, out); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("put old build back: %w", err)
		}
		return nil
	}
	if err != nil {
		return usageError{fmt.Errorf("read --out: %w", err)}
	}
	for _, e := range entries {
		if !slices.Contains(made, e.Name()) {
			return usageError{fmt.Errorf("--out %s holds %s, which no build makes: choose another folder", out, e.Name())}
		}
	}
	return os.RemoveAll(old)
}

// swap puts the new build in place, in one step where the system can. Else a
// run that breaks off between the two renames leaves the old build as old, and
// the next run puts it back. The caller removes what then stands at tmp.
func swap(tmp, out, old string) error {
	err := exchange(tmp, out)
	if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	if err := os.Rename(out, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("set old build aside: %w", err)
	}
	if err := os.Rename(tmp, out); err != nil {
		return fmt.Errorf("put new build in place: %w", errors.Join(err, os.Rename(old, out)))
	}
	if err := os.RemoveAll(old); err != nil {
		return fmt.Errorf("remove old build: %w", err)
	}
	return nil
}
