package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "roundrobin"

// mayImport is the house's import rule: what a package of the module may import
// of the others. A stage that is not listed may import schema and thread.
var mayImport = map[string][]string{
	"schema":           {},
	"queries":          {"schema"},
	"pipeline/thread":  {"schema"},
	"pipeline/publish": {"schema", "pipeline/thread", "queries"},
	"pipeline/review":  {"schema", "pipeline/thread", "queries"},

	"pipeline/publish/report": {"schema", "queries"},
	"pipeline/publish/diff":   {"queries"},
}

var stageMayImport = []string{"schema", "pipeline/thread"}

// homes names the packages that may import a library, by the longest prefix of
// its path. More than one stands here where a format is read at one end of the
// pass and written at the other.
var homes = map[string][]string{
	"github.com/PuerkitoBio/goquery":            {"pipeline/collect"},
	"github.com/agnivade/levenshtein":           {"pipeline/align"},
	"github.com/apache/arrow/go/v17":            {"schema"},
	"github.com/apache/arrow/go/v17/arrow":      {"schema", "pipeline/tables"},
	"github.com/apache/arrow/go/v17/parquet":    {"pipeline/tables"},
	"github.com/clipperhouse/uax29":             {"pipeline/thread"},
	"github.com/google/renameio":                {"pipeline", "pipeline/collect", "pipeline/tables", "queries"}, // writes whole or not at all
	"github.com/jhillyerd/enmime":               {"pipeline/collect"},
	"github.com/klippa-app/go-pdfium":           {"pipeline/collect"},
	"github.com/marcboeker/go-duckdb":           {"queries"},
	"github.com/petar-dambovaliev/aho-corasick": {"pipeline/code"},
	"github.com/rogpeppe/go-internal":           {"pipeline"},
	"github.com/spf13/pflag":                    {"pipeline"},
	"github.com/tetratelabs/wazero":             {"pipeline/collect"},
	"github.com/vbauerster/mpb":                 {"pipeline"},
	"github.com/xuri/excelize":                  {"pipeline/collect", "pipeline/publish"}, // read, written
	"go.yaml.in/yaml":                           {"schema", "pipeline/collect", "pipeline/review"},
	"golang.org/x/net":                          {"pipeline/collect"},
	"golang.org/x/sync":                         {"pipeline"},
	"golang.org/x/sys":                          {"pipeline"},
	"golang.org/x/text":                         {"pipeline/collect"},
}

// goPackage is what go list tells of a package. The rule is on what makes the
// program; a test may import what it needs.
type goPackage struct {
	ImportPath string
	Imports    []string
}

func TestImports(t *testing.T) {
	for _, p := range listPackages(t) {
		name := local(p.ImportPath)
		for _, path := range p.Imports {
			switch {
			case inside(path):
				if !allowed(name, local(path)) {
					t.Errorf("%s imports %s: a stage imports schema, thread and its own libraries (see README)", name, local(path))
				}
			case strings.Contains(path, "."): // the standard library has no dot
				checkHome(t, name, path)
			}
		}
	}
}

func checkHome(t *testing.T, name, path string) {
	t.Helper()
	if home, ok := homeOf(path); !ok {
		t.Errorf("%s imports %s, which has no home package", name, path)
	} else if !slices.Contains(home, name) {
		t.Errorf("%s imports %s, whose home is %s", name, path, strings.Join(home, ", "))
	}
}

func listPackages(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", module+"/...")
	out, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("list packages: %v\n%s", err, exit.Stderr)
		}
		t.Fatalf("list packages: %v", err)
	}
	var packages []goPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatalf("read list of packages: %v", err)
		}
		packages = append(packages, p)
	}
}

func inside(path string) bool { return path == module || strings.HasPrefix(path, module+"/") }

func local(path string) string { return strings.TrimPrefix(path, module+"/") }

// allowed tells whether a package of the module may import another.
func allowed(from, to string) bool {
	if from == "pipeline" {
		return true
	}
	may, listed := mayImport[from]
	if !listed {
		may = stageMayImport
	}
	return slices.Contains(may, to)
}

// homeOf returns the homes of a library by its longest listed prefix.
func homeOf(path string) ([]string, bool) {
	prefixes := slices.SortedFunc(maps.Keys(homes), func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	for _, p := range prefixes {
		if path == p || strings.HasPrefix(path, p+"/") {
			return homes[p], true
		}
	}
	return nil, false
}
