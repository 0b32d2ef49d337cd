package align_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"roundrobin/pipeline/align"
	"roundrobin/pipeline/segment"
	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

var update = flag.Bool("update", false, "rewrite the expected answers")

// TestAlign reads testdata/*.txtar: an invented reply, cut by the segmenter,
// and the answers found in it, one a line, as leaf, method and text, in order
// of the questionnaire. The request is that of ../testdata/request.txt.
func TestAlign(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no tests")
	}
	cb, request := codebook(t), readRequest(t)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := aligned(cb, request, string(a.Files[0].Data))
			if *update {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			judge(t, a, cmp.Diff(string(a.Files[1].Data), got))
		})
	}
}

// judge fails on a difference. A file whose comment has a line "fault: …" is a
// fault known and not yet mended: it is skipped while it stands and fails when
// it is gone, so that the line is taken out.
func judge(t *testing.T, a *txtar.Archive, diff string) {
	t.Helper()
	_, fault, known := strings.Cut(string(a.Comment), "fault: ")
	switch {
	case known && diff != "":
		t.Skipf("known fault: %s", strings.TrimSpace(fault))
	case known:
		t.Error("the known fault is mended: take out its line")
	case diff != "":
		t.Error(diff)
	}
}

func aligned(cb *schema.Codebook, request, reply string) string {
	th := &thread.Thread{Messages: []thread.Message{
		{Direction: thread.Sent, Text: request},
		{Direction: thread.Received, Text: reply},
	}}
	found := align.Align(th, segment.Segment(th, cb), cb)
	var out strings.Builder
	for _, q := range cb.Leaves() {
		for _, a := range found {
			if a.QuestionID == q.ID {
				fmt.Fprintf(&out, "%s %s: %s\n", a.QuestionID, a.Method, text(th, a))
			}
		}
	}
	return out.String()
}

func text(th *thread.Thread, a thread.Aligned) string {
	var parts []string
	for _, p := range a.Paragraphs {
		parts = append(parts, th.NewView(p...).Text)
	}
	return strings.Join(parts, " / ")
}

func readRequest(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("../testdata/request.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func codebook(t testing.TB) *schema.Codebook {
	t.Helper()
	cb, err := schema.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	return cb
}
