package collect

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
)

// Limits on archives, against files made to exhaust memory.
const (
	maxEntries  = 5000
	maxUnpacked = 256 << 20 // bytes of all entries together
)

var errTooLarge = errors.New("beyond the limit on size")

// entry is one file of an archive.
type entry struct {
	name string // with slashes
	data []byte
}

// unpack reads the files of a zip into memory. An entry that points outside of
// the archive and one that cannot be read are problems and left out; an archive
// beyond the limits is not read at all.
func unpack(data []byte, p *problems) []entry {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		p.fail(ProblemBadArchive, "", "the file is no zip archive")
		return nil
	}
	if len(z.File) > maxEntries {
		p.fail(ProblemTooLarge, "", "%d entries, the limit is %d", len(z.File), maxEntries)
		return nil
	}
	var out []entry
	left := int64(maxUnpacked)
	for _, f := range z.File {
		name := strings.ToValidUTF8(f.Name, "_")
		if f.FileInfo().IsDir() || isClutter(name) {
			continue
		}
		if !isInside(name) {
			p.fail(ProblemPathTraversal, name, "the entry points outside of the archive")
			continue
		}
		content, err := unpackEntry(f, left)
		if errors.Is(err, errTooLarge) {
			p.fail(ProblemTooLarge, name, "the archive unpacks to more than %d bytes", int64(maxUnpacked))
			return nil
		}
		if err != nil {
			p.fail(ProblemBadArchive, name, "the entry cannot be unpacked")
			continue
		}
		left -= int64(len(content))
		out = append(out, entry{name, content})
	}
	return out
}

// unpackEntry refuses an entry that states a size beyond the limit, and does
// not trust one that states less.
func unpackEntry(f *zip.File, limit int64) ([]byte, error) {
	if f.UncompressedSize64 > uint64(limit) {
		return nil, errTooLarge
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = errTooLarge
	}
	return data, err
}

func isInside(name string) bool {
	if name == "" || strings.ContainsAny(name, `\:`) || path.IsAbs(name) {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == ".." {
			return false
		}
	}
	return true
}

// isClutter tells what systems add to archives by themselves.
func isClutter(name string) bool {
	return strings.HasPrefix(name, "__MACOSX/") || path.Base(name) == ".DS_Store" || path.Base(name) == "Thumbs.db"
}
