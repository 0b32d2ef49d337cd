package tables

import (
	"fmt"
	"os"
	"path/filepath"
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
		if err := writeFile(filepath.Join(dir, name+".parquet"), data); err != nil {
			return fmt.Errorf("write table %s: %w", name, err)
		}
	}
	return nil
}

// writeFile replaces a file in one step.
func writeFile(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // fails, as it should, once the file has its name
	defer f.Close()
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
