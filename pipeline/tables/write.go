package tables

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2"
)

// Write puts one Parquet file a table into dir, which it makes where it is
// missing. A file is complete or not there.
func Write(dir string, tables []Rows, info Info) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make folder of tables: %w", err)
	}
	for i := range tables {
		name := tables[i].Schema.Name
		data, err := tables[i].Parquet(info)
		if err != nil {
			return fmt.Errorf("encode table %s: %w", name, err)
		}
		if err := renameio.WriteFile(filepath.Join(dir, name+".parquet"), data, 0o644); err != nil {
			return fmt.Errorf("write table %s: %w", name, err)
		}
	}
	return nil
}
