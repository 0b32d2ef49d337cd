package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// TestFullDisk builds on a file system with room for little more than the build
// that stands there.
func TestFullDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("builds twice")
	}
	first := filepath.Join(t.TempDir(), "build")
	collected := collectedFrom(t, "ardenmoor")
	mustDataset(t, collected, first)
	for _, room := range []int64{64 << 10, 512 << 10, 4 << 20} {
		disk := t.TempDir()
		size := strconv.FormatInt(sizeOf(t, first)+room, 10)
		if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size="+size); err != nil {
			t.Skipf("only root can mount a small disk: %v", err)
		}
		t.Cleanup(func() { syscall.Unmount(disk, 0) })
		out := filepath.Join(disk, "build")
		if err := os.CopyFS(out, os.DirFS(first)); err != nil {
			t.Fatal(err)
		}
		before, err := fingerprint(out)
		if err != nil {
			t.Fatal(err)
		}
		cmd, stderr := datasetProcess(collected, out)
		if err := cmd.Run(); err == nil || !strings.Contains(strings.ToLower(stderr.String()), "no space left on device") {
			t.Errorf("%d bytes of room: %v: %s", room, err, stderr)
		}
		if after, err := fingerprint(out); err != nil || after != before {
			t.Errorf("%d bytes of room: the old build is not whole (%v)", room, err)
		}
		if _, err := os.Stat(out + ".tmp"); err == nil {
			t.Error("a broken build is left behind")
		}
	}
}

// sizeOf is the room that a folder takes in pages of memory.
func sizeOf(t *testing.T, dir string) (size int64) {
	t.Helper()
	const page = 4 << 10
	err := fs.WalkDir(os.DirFS(dir), ".", func(_ string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil {
			size += (info.Size()+page-1)/page*page + page
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return size
}
