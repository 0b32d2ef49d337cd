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
	KindYAML     = "yaml"
	KindText     = "text"
	KindHTML     = "html"
	KindZip      = "zip"
	KindBatchZip = "batch_zip" // told from KindZip by its content
	KindMail     = "mail"
	KindUnknown  = ""
)

// Item is one input of the collected folder: a file that holds the
// correspondence of one request or of several, and the files that go with it.
type Item struct {
	Path    string   // relative to the root, with slashes
	Kind    string   // one of the Kind constants
	Sidecar string   // the request's JSON beside a saved page, "" for none
	Files   []string // attachments beside a page; the further messages of a mail folder
	root    string
}

// file is the place of a relative path in the file system.
func (it Item) file(p string) string { return filepath.Join(it.root, filepath.FromSlash(p)) }

// Find lists the inputs below root, sorted by path. Hidden files, gold files
// and notes (.md) are no inputs. The files in a folder of a page's name belong
// to the page, messages (.eml) in one folder to each other.
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

// isNote tells files that belong to the folder and not to a thread.
func isNote(name string) bool {
	low := strings.ToLower(name)
	return strings.HasSuffix(low, ".md") || strings.HasSuffix(low, ".gold.yaml") || isOrigin(low) ||
		low == "thumbs.db" || low == "desktop.ini"
}

// items makes items of sorted paths. What one of them claims is no item.
func items(root string, paths []string) []Item {
	claimed := map[string]bool{}
	all := make([]Item, 0, len(paths))
	mail := map[string]int{} // folder → index in all of its first message
	for _, p := range paths {
		it := Item{Path: p, Kind: kindOf(p), root: root}
		switch {
		case it.Kind == KindHTML || it.Kind == KindText:
			it.claim(paths, claimed)
		case strings.EqualFold(path.Ext(p), ".eml"):
			if i, ok := mail[path.Dir(p)]; ok {
				all[i].Files = append(all[i].Files, p)
				continue
			}
			mail[path.Dir(p)] = len(all)
		}
		all = append(all, it)
	}
	return slices.DeleteFunc(all, func(it Item) bool { return claimed[it.Path] })
}

// claim takes the sidecar of a page and the files of its folders: NAME.json,
// NAME/, NAME_files/ (as browsers save a page), NAME-attachments/.
func (it *Item) claim(paths []string, claimed map[string]bool) {
	base := strings.TrimSuffix(it.Path, path.Ext(it.Path))
	for _, p := range paths {
		for _, dir := range []string{"/", "_files/", "-attachments/"} {
			if strings.HasPrefix(p, base+dir) {
				it.Files = append(it.Files, p)
				claimed[p] = true
			}
		}
	}
	if slices.Contains(paths, base+".json") {
		it.Sidecar = base + ".json"
		claimed[it.Sidecar] = true
	}
}

func kindOf(p string) string {
	low := strings.ToLower(p)
	if strings.HasSuffix(low, ".thread.yaml") || strings.HasSuffix(low, ".thread.yml") {
		return KindYAML
	}
	return map[string]string{
		".txt": KindText, ".html": KindHTML, ".htm": KindHTML, ".zip": KindZip, ".eml": KindMail, ".mbox": KindMail,
	}[path.Ext(low)]
}

// stem is the name of a file without its folder and its extension: the slug
// of the request for files saved from the platform.
func stem(p string) string {
	name := path.Base(p)
	return strings.TrimSuffix(name, path.Ext(name))
}
