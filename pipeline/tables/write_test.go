package tables

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet/file"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"roundrobin/pipeline/thread"
)

func TestWriteReadsBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tables")
	tables, err := Build([]Result{example("a")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	info := Info{Dataset: "probe", Batch: "batch", Codebook: "c0de", Source: "50ce"}
	if err := Write(dir, tables, info); err != nil {
		t.Fatal(err)
	}
	for _, tb := range tables {
		pf, err := file.OpenParquetFile(filepath.Join(dir, tb.Schema.Name+".parquet"), false)
		if err != nil {
			t.Fatal(err)
		}
		defer pf.Close()
		if got := pf.MetaData().KeyValueMetadata().FindValue("source_sha256"); got == nil || *got != "50ce" {
			t.Errorf("%s: footer names source %v", tb.Schema.Name, got)
		}
		fr, err := pqarrow.NewFileReader(pf, pqarrow.ArrowReadProperties{}, memory.DefaultAllocator)
		if err != nil {
			t.Fatal(err)
		}
		got, err := fr.ReadTable(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if got.NumRows() != int64(len(tb.Cells)) {
			t.Errorf("%s: %d rows, want %d", tb.Schema.Name, got.NumRows(), len(tb.Cells))
		}
		for i, want := range tb.Schema.Arrow().Fields() {
			f := got.Schema().Field(i)
			description, _ := f.Metadata.GetValue("description")
			if f.Name != want.Name || f.Type.ID() != want.Type.ID() || description != tb.Schema.Fields[i].Description {
				t.Errorf("%s: column %v, want %v", tb.Schema.Name, f, want)
			}
		}
		if tb.Schema.Name == "passages" {
			text := got.Column(9).Data().Chunk(0).(*array.String)
			if text.Value(1) != "Café notice." {
				t.Errorf("passage text %q", text.Value(1))
			}
		}
	}
	left, err := filepath.Glob(filepath.Join(dir, ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("temporary files are left: %v %v", left, err)
	}
}

func TestBytesAreStable(t *testing.T) {
	results := []Result{example("a"), example("b"), example("c")}
	problems := []thread.Problem{{Kind: "no_request", Severity: "error", SourcePath: "x"}, {Kind: "empty_file", Severity: "error", SourcePath: "w"}}
	first := encode(t, results, problems)
	slices.Reverse(results)
	slices.Reverse(problems)
	for i := range results {
		slices.Reverse(results[i].Passages)
		slices.Reverse(results[i].Coded.Evidence)
		slices.Reverse(results[i].Coded.Exemptions)
	}
	for name, data := range encode(t, results, problems) {
		if !bytes.Equal(data, first[name]) {
			t.Errorf("table %s depends on the order of its input", name)
		}
	}
}

func encode(t *testing.T, results []Result, problems []thread.Problem) map[string][]byte {
	out := map[string][]byte{}
	for name, tb := range mustBuild(t, results, problems) {
		data, err := tb.Parquet(Info{Dataset: "probe"})
		if err != nil {
			t.Fatal(err)
		}
		out[name] = data
	}
	return out
}

func TestWriteFailsOnAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tables")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, nil, Info{}); err == nil || !strings.Contains(err.Error(), "make folder of tables") {
		t.Errorf("error %v", err)
	}
}
