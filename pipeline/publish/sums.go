package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

const sumsFile = "SHA256SUMS"

// unsummed are files whose bytes are not fixed by their content: DuckDB lays a
// database out as it sees fit.
var unsummed = []string{databaseFile, sumsFile}

// writeSums lists the SHA-256 of every file, sorted by path, in the form that
// sha256sum -c reads.
func (r *Release) writeSums() error {
	files, err := r.files()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	for _, name := range files {
		if slices.Contains(unsummed, name) {
			continue
		}
		_, sum, err := r.measure(name)
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s  %s\n", sum, name)
	}
	return r.writeFile(sumsFile, b.Bytes())
}

// files lists what the folder holds, sorted, with slashes.
func (r *Release) files() ([]string, error) {
	var names []string
	err := fs.WalkDir(os.DirFS(r.Dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	slices.Sort(names)
	return names, err
}

// measure returns the size and the SHA-256 of a file of the release.
func (r *Release) measure(name string) (size int64, sum string, err error) {
	f, err := os.Open(filepath.Join(r.Dir, filepath.FromSlash(name)))
	if err != nil {
		return 0, "", err
	}
	defer f.Close()
	h := sha256.New()
	size, err = io.Copy(h, f)
	if err != nil {
		return 0, "", fmt.Errorf("read %s: %w", name, err)
	}
	return size, hex.EncodeToString(h.Sum(nil)), nil
}
