package report

import (
	"fmt"
	"os"
	"path/filepath"
)

// engineFiles are what the page that runs SQL loads: the page's script with the
// engine's client, and the engine. They are made by npm from the folder ask.
var engineFiles = []string{"ask.js", "duckdb-browser-eh.worker.js", "duckdb-eh.wasm"}

// copyEngine puts the engine and the dataset beside the page.
func copyEngine(in Input, dir string) error {
	for _, name := range engineFiles {
		if err := copyFile(filepath.Join(in.Engine, name), dir, name); err != nil {
			return fmt.Errorf("copy SQL engine: %w", err)
		}
	}
	if err := copyFile(in.Database, dir, "dataset.duckdb"); err != nil {
		return fmt.Errorf("copy dataset: %w", err)
	}
	return nil
}

func copyFile(from, dir, name string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return writeFile(dir, name, data)
}
