package collect

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/google/renameio/v2"
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
	if err := renameio.WriteFile(file, data, 0o644); err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	if err := renameio.WriteFile(file+originSuffix, append(record, '\n'), 0o644); err != nil {
		return fmt.Errorf("write %s: %w", file+originSuffix, err)
	}
	return nil
}
