package publish

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// released is the time of every file in an archive, so that its bytes depend on
// the content alone.
var released = time.Date(2020, 6, 1, 0, 0, 0, 0, time.UTC)

// maxArchived is how many bytes one file of an archive may unpack to.
const maxArchived = 4 << 30

// WriteArchive packs the package in dir as a gzipped tar file with one folder
// name: what SHA256SUMS lists, and the list. The database, whose bytes are not
// fixed, and the report, which is made from the package, stay out.
func WriteArchive(w io.Writer, dir, name string) error {
	listed, err := summed(dir)
	if err != nil {
		return err
	}
	files := append(listed, sumsFile)
	slices.Sort(files)
	z := gzip.NewWriter(w)
	t := tar.NewWriter(z)
	for _, file := range files {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
		if err != nil {
			return fmt.Errorf("archive: %w", err)
		}
		h := &tar.Header{Name: path.Join(name, file), Mode: 0o644, Size: int64(len(data)), ModTime: released, Format: tar.FormatUSTAR}
		if err := t.WriteHeader(h); err != nil {
			return fmt.Errorf("archive %s: %w", file, err)
		}
		if _, err := t.Write(data); err != nil {
			return fmt.Errorf("archive %s: %w", file, err)
		}
	}
	return errors.Join(t.Close(), z.Close())
}

// summed lists the files of SHA256SUMS and holds each to its sum.
func summed(dir string) (files []string, err error) {
	data, err := os.ReadFile(filepath.Join(dir, sumsFile))
	if err != nil {
		return nil, fmt.Errorf("read checksums: %w", err)
	}
	r := &Release{Dir: dir}
	for line := range strings.Lines(string(data)) {
		want, file, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !ok || !filepath.IsLocal(file) {
			return nil, fmt.Errorf("read checksums: bad line %q", line)
		}
		_, sum, err := r.measure(file)
		if err != nil {
			return nil, fmt.Errorf("check %s: %w", file, err)
		}
		if sum != want {
			return nil, fmt.Errorf("check %s: not the file that %s lists", file, sumsFile)
		}
		files = append(files, file)
	}
	return files, nil
}

// ReadArchive unpacks a package from a gzipped tar file into dir, without the
// one folder that holds it. Nothing is written outside dir.
func ReadArchive(file, dir string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("unpack %s: %w", file, err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("unpack %s: %w", file, err)
	}
	defer root.Close()
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("unpack %s: %w", file, err)
		}
		if err := unpack(root, h, t); err != nil {
			return fmt.Errorf("unpack %s: %s: %w", file, h.Name, err)
		}
	}
}

func unpack(root *os.Root, h *tar.Header, r io.Reader) (err error) {
	_, name, ok := strings.Cut(h.Name, "/")
	if h.Typeflag != tar.TypeReg || !ok || h.Size > maxArchived {
		return errors.New("no file of a package")
	}
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := root.Create(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = io.CopyN(f, r, h.Size)
	return err
}
