package collect

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Kinds of input, which are the values of source_kind. KindUnknown marks a
// file that no reader takes; reading it yields a problem, so that nothing is
// left out in silence.
const (
	KindYAML    = "yaml"
	KindText    = "text"
	KindUnknown = ""
)

// Item is one input of the collected folder: a file that holds the
// correspondence of one request or of several.
type Item struct {
	Path string // relative to the root, with slashes
	Kind string // one of the Kind constants
	root string
}

// File is the item's path in the file system.
func (it Item) File() string { return filepath.Join(it.root, filepath.FromSlash(it.Path)) }

// Find lists the inputs below root, sorted by path. Hidden files, gold files
// and notes (README, LICENSE, ORIGIN and the like in .md) are no inputs.
func Find(root string) ([]Item, error) {
	var paths []string
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := strings.HasPrefix(d.Name(), ".") && file != root
		switch {
		case d.IsDir() && hidden:
			return fs.SkipDir
		case d.IsDir() || hidden || isNote(d.Name()):
			return nil
		}
		rel, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		paths = append(paths, filepath.ToSlash(rel))
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list inputs: %w", err)
	}
	slices.Sort(paths)
	return items(root, paths), nil
}

func items(root string, paths []string) []Item {
	out := make([]Item, 0, len(paths))
	for _, p := range paths {
		out = append(out, Item{Path: p, Kind: kindOf(p), root: root})
	}
	return out
}

// isNote tells files that belong to the folder and not to a thread.
func isNote(name string) bool {
	low := strings.ToLower(name)
	return strings.HasSuffix(low, ".md") || strings.HasSuffix(low, ".gold.yaml") ||
		low == "thumbs.db" || low == "desktop.ini"
}

func kindOf(p string) string {
	low := strings.ToLower(p)
	switch {
	case strings.HasSuffix(low, ".thread.yaml"), strings.HasSuffix(low, ".thread.yml"):
		return KindYAML
	case path.Ext(low) == ".txt":
		return KindText
	}
	return KindUnknown
}

// stem is the name of a file without its folder and its extension: the slug
// of the request for files saved from the platform.
func stem(p string) string {
	name := path.Base(p)
	return strings.TrimSuffix(name, path.Ext(name))
}
