package publish

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// packed is a folder with a database, which stays out, and a file to pack.
func packed(t *testing.T) *Release {
	t.Helper()
	r := &Release{Dir: t.TempDir()}
	for _, name := range []string{"csv/a.csv", databaseFile} {
		if err := r.writeFile(name, []byte("abc")); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.writeSums(); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestArchive(t *testing.T) {
	r := packed(t)
	var first, second bytes.Buffer
	if err := WriteArchive(&first, r.Dir, "name-1.0.0"); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(filepath.Join(r.Dir, "csv/a.csv"), time.Time{}, time.Unix(1, 0)); err != nil {
		t.Fatal(err)
	}
	if err := WriteArchive(&second, r.Dir, "name-1.0.0"); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Errorf("same files, other bytes (%v)", err)
	}
	file, dir := filepath.Join(t.TempDir(), "a.tar.gz"), t.TempDir()
	if err := os.WriteFile(file, first.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := ReadArchive(file, dir); err != nil {
		t.Fatal(err)
	}
	if files, err := summed(dir); err != nil || len(files) != 1 {
		t.Errorf("unpacked %v, %v", files, err)
	}
}

func TestArchiveRefusesOtherFiles(t *testing.T) {
	r := packed(t)
	if err := r.writeFile("csv/a.csv", []byte("abd")); err != nil {
		t.Fatal(err)
	}
	if err := WriteArchive(&bytes.Buffer{}, r.Dir, "x"); err == nil {
		t.Error("a file that is not the one in SHA256SUMS was packed")
	}
}

func TestReadArchiveStaysInItsFolder(t *testing.T) {
	for _, h := range []tar.Header{
		{Name: "x/../../out", Typeflag: tar.TypeReg},
		{Name: "x/link", Linkname: "/etc", Typeflag: tar.TypeSymlink},
		{Name: "top", Typeflag: tar.TypeReg},
	} {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		w := tar.NewWriter(z)
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		w.Close()
		z.Close()
		file := filepath.Join(t.TempDir(), "a.tar.gz")
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := ReadArchive(file, t.TempDir()); err == nil {
			t.Errorf("%s was unpacked", h.Name)
		}
	}
}
