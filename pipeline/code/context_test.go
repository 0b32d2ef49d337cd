package code

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// concept cuts "… [[concept]] …" into the lower-cased sentence and the place
// of the concept.
func concept(t *testing.T, marked string) (low string, start, end int) {
	t.Helper()
	head, rest, ok := strings.Cut(marked, "[[")
	inner, tail, closed := strings.Cut(rest, "]]")
	if !ok || !closed {
		t.Fatalf("no concept marked in %q", marked)
	}
	return strings.ToLower(head + inner + tail), len(head), len(head) + len(inner)
}

func flags(a assertion) string {
	var out []string
	for _, f := range []struct {
		on   bool
		name string
	}{{a.Negated, "negated"}, {a.Hypothetical, "hypothetical"}, {a.Historical, "historical"}, {a.Hedged, "hedged"}, {a.Other, "other"}} {
		if f.on {
			out = append(out, f.name)
		}
	}
	if out == nil {
		return "plain"
	}
	return strings.Join(out, ",")
}

// TestContextSentences reads testdata/context.tsv: flags, tab, sentence.
func TestContextSentences(t *testing.T) {
	for _, row := range readTSV(t, "testdata/context.tsv") {
		low, start, end := concept(t, row[1])
		if a := assert(low, start, end); flags(a) != row[0] {
			t.Errorf("%s\n got %s (%s), want %s", row[1], flags(a), a.Trigger, row[0])
		}
	}
}

// TestCueExamples checks that each cue of the table does what it is for in its
// own example.
func TestCueExamples(t *testing.T) {
	for _, c := range contextCues {
		if c.example == "" {
			continue
		}
		low, start, end := concept(t, c.example)
		a := assert(low, start, end)
		switch {
		case c.kind == pseudo && a.Negated,
			c.kind&negates != 0 && !a.Negated, c.kind&others != 0 && !a.Other,
			c.kind&pastens != 0 && !a.Historical, c.kind&supposes != 0 && !a.Hypothetical,
			c.kind&hedges != 0 && !a.Hedged, c.kind&reverses != 0 && !a.Negated:
			t.Errorf("%q: %q gives %s", c.pattern, c.example, flags(a))
		}
	}
}

func readTSV(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows [][]string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if line := lines.Text(); line != "" && line[0] != '#' {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return rows
}

// FuzzAssert looks for text on which the algorithm does not end or leaves its
// bounds.
func FuzzAssert(f *testing.F) {
	f.Add("we don't ... monitor (until // 2018) -- students'' ;; and,", 5, 9)
	f.Fuzz(func(t *testing.T, text string, start, n int) {
		low := lowerSame(text)
		start = max(0, min(start, len(low)))
		assert(low, start, min(len(low), start+max(n, 0)))
	})
}
