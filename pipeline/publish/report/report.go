// Package report writes a build as a folder of web pages: the findings with
// their charts, every summary with its SQL, the matrix of institutions and
// variables, and a page per institution with the words each code rests on. The
// pages need no network. Every figure is a cell of a summary query, shown as
// that query gives it; the package counts nothing by itself.
package report

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"os"
	"path/filepath"

	"roundrobin/queries"
	"roundrobin/schema"
)

//go:embed assets/style.css assets/report.js
var assets embed.FS

// Input is what a report is made from.
type Input struct {
	Build    *queries.DB
	Codebook *schema.Codebook
	Version  string // name and version of the dataset, for citations
	Engine   string // folder of the bundled SQL engine; "" leaves out the page that needs it
	Database string // file of the dataset for that page
}

// Write makes the pages in a folder that exists: index.html, figures.html,
// matrix.html, reading.html, institutions/<institution_id>.html, a style sheet
// and a script; with an engine also ask/index.html and what it loads. The same build gives the same bytes.
func Write(ctx context.Context, in Input, dir string) error {
	d, err := load(ctx, in)
	if err != nil {
		return fmt.Errorf("load report: %w", err)
	}
	t, err := parseTemplates(d)
	if err != nil {
		return fmt.Errorf("read templates: %w", err)
	}
	files := map[string]page{
		"index.html":   {Template: "index", Title: "Findings"},
		"figures.html": {Template: "figures", Title: "All figures"},
		"matrix.html":  {Template: "matrix", Title: "Institutions compared"},
		"reading.html": {Template: "reading", Title: "How to read this"},
	}
	for _, i := range d.Institutions {
		if !pageName.MatchString(i.ID) {
			return fmt.Errorf("name page of institution: %q makes no file name", i.ID)
		}
		files["institutions/"+i.ID+".html"] = page{Template: "institution", Title: i.Name, Root: "../", Institution: i}
	}
	if d.Ask {
		files["ask/index.html"] = page{Template: "ask", Title: "Ask your own question", Root: "../"}
		if err := copyEngine(in, filepath.Join(dir, "ask")); err != nil {
			return err
		}
	}
	for name, p := range files {
		p.Data = d
		var b bytes.Buffer
		if err := t.ExecuteTemplate(&b, p.Template, p); err != nil {
			return fmt.Errorf("fill page %s: %w", name, err)
		}
		if err := writeFile(dir, name, b.Bytes()); err != nil {
			return err
		}
	}
	return writeAssets(dir)
}

func writeAssets(dir string) error {
	entries, err := assets.ReadDir("assets")
	if err != nil {
		return fmt.Errorf("list assets: %w", err)
	}
	for _, e := range entries {
		data, err := assets.ReadFile("assets/" + e.Name())
		if err != nil {
			return fmt.Errorf("read asset: %w", err)
		}
		if err := writeFile(dir, e.Name(), data); err != nil {
			return err
		}
	}
	return nil
}

func writeFile(dir, name string, data []byte) error {
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return fmt.Errorf("make folder of page: %w", err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	return nil
}
