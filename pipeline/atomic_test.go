package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"roundrobin/pipeline/publish"
)

// collectedFrom makes a folder of correspondence with one thread of the sample.
func collectedFrom(t *testing.T, thread string) string {
	t.Helper()
	dir := t.TempDir()
	data, err := os.ReadFile(filepath.Join("../data/sample", thread+".thread.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, thread+".thread.yaml"), data, 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// datasetProcess is a build in a process of its own.
func datasetProcess(collected, out string) (*exec.Cmd, *bytes.Buffer) {
	cmd := exec.Command("roundrobin", "dataset", "--quiet", "--collected", collected, "--out", out,
		"--reference", "../data/reference", "--decisions", "")
	stderr := new(bytes.Buffer)
	cmd.Stderr = stderr
	return cmd, stderr
}

func mustDataset(t *testing.T, collected, out string) {
	t.Helper()
	if cmd, stderr := datasetProcess(collected, out); cmd.Run() != nil {
		t.Fatalf("build %s: %s", collected, stderr)
	}
}

// fingerprint holds a build to be whole, every file as SHA256SUMS says and no
// other beside it, and returns SHA256SUMS.
func fingerprint(out string) (string, error) {
	if err := publish.WriteArchive(io.Discard, out, "whole"); err != nil {
		return "", err
	}
	sums, err := os.ReadFile(filepath.Join(out, "SHA256SUMS"))
	if err != nil {
		return "", err
	}
	return string(sums), fs.WalkDir(os.DirFS(out), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == "SHA256SUMS" || name == "dataset.duckdb" {
			return err
		}
		if !strings.Contains(string(sums), "  "+name+"\n") {
			return fmt.Errorf("%s is in no list", name)
		}
		return nil
	})
}

// twoBuilds are two collected folders, the fingerprints of what they make, and
// about how long a build takes. out holds the first.
func twoBuilds(t *testing.T, out string) (collected [2]string, sums []string, took time.Duration) {
	t.Helper()
	collected = [2]string{collectedFrom(t, "ardenmoor"), collectedFrom(t, "cranmoor")}
	for _, i := range []int{1, 0} {
		start := time.Now()
		mustDataset(t, collected[i], out)
		took = time.Since(start)
		f, err := fingerprint(out)
		if err != nil {
			t.Fatal(err)
		}
		sums = slices.Insert(sums, 0, f)
	}
	return collected, sums, took
}

func TestKilledBuildLeavesAWholeOne(t *testing.T) {
	if testing.Short() {
		t.Skip("kills 20 builds")
	}
	out := filepath.Join(t.TempDir(), "build")
	collected, sums, took := twoBuilds(t, out)
	random := rand.New(rand.NewPCG(20, 20))
	for i := range 20 {
		cmd, _ := datasetProcess(collected[(i+1)%2], out)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		after := time.Duration(random.Int64N(int64(took)))
		time.Sleep(after)
		cmd.Process.Kill()
		cmd.Wait()
		got, err := fingerprint(out)
		if err != nil || !slices.Contains(sums, got) {
			t.Fatalf("killed after %v: neither the old build nor the new one (%v)", after, err)
		}
	}
	mustDataset(t, collected[1], out)
	if got, err := fingerprint(out); err != nil || got != sums[1] {
		t.Errorf("the build after the killed ones is another (%v)", err)
	}
	if _, err := os.Stat(out + ".tmp"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a broken build is left behind: %v", err)
	}
}

func TestTwoProcessesBuildOneAfterTheOther(t *testing.T) {
	if testing.Short() {
		t.Skip("builds four times")
	}
	out := filepath.Join(t.TempDir(), "build")
	collected, sums, _ := twoBuilds(t, out)
	var wg sync.WaitGroup
	for _, c := range collected {
		wg.Go(func() {
			if cmd, stderr := datasetProcess(c, out); cmd.Run() != nil {
				t.Errorf("build beside another: %s", stderr)
			}
		})
	}
	wg.Wait()
	if got, err := fingerprint(out); err != nil || !slices.Contains(sums, got) {
		t.Errorf("two builds at a time made neither of them (%v)", err)
	}
}
