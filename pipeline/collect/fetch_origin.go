package collect

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// originSuffix is what the name of a file has behind it in the name of the
// record of its origin.
const originSuffix = ".origin.json"

// origin says where a file came from. It stands beside the file, and is
// written after it: without an origin a file counts as not fetched.
type origin struct {
	URL          string    `json:"url"`
	FetchedAt    time.Time `json:"fetched_at"`
	SHA256       string    `json:"sha256"`
	Bytes        int       `json:"bytes"`
	ContentType  string    `json:"content_type,omitempty"`
	ETag         string    `json:"etag,omitempty"`
	LastModified string    `json:"last_modified,omitempty"`
}

// readOrigin reads the origin of a file that is there to the byte.
func readOrigin(file string) (o origin, ok bool) {
	record, err := os.ReadFile(file + originSuffix)
	if err != nil || json.Unmarshal(record, &o) != nil {
		return origin{}, false
	}
	data, err := os.ReadFile(file)
	if err != nil || hash(data) != o.SHA256 {
		return origin{}, false
	}
	return o, true
}

func isOrigin(name string) bool { return strings.HasSuffix(name, originSuffix) }

func writeFetched(file string, data []byte, o origin) error {
	record, err := json.MarshalIndent(o, "", "  ")
	if err != nil {
		return fmt.Errorf("write origin of %s: %w", file, err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	if err := writeWhole(file, data); err != nil {
		return err
	}
	return writeWhole(file+originSuffix, append(record, '\n'))
}

// writeWhole writes a file so that it is there whole or not at all.
func writeWhole(file string, data []byte) (err error) {
	tmp, err := os.CreateTemp(filepath.Dir(file), ".fetch-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	defer func() {
		if err != nil {
			tmp.Close()
			os.Remove(tmp.Name())
			err = fmt.Errorf("write %s: %w", file, err)
		}
	}()
	if _, err := tmp.Write(data); err != nil {
		return err
	}
	if err := tmp.Chmod(0o644); err != nil {
		return err
	}
	if err := tmp.Sync(); err != nil {
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), file)
}
