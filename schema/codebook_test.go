package schema

import (
	"strings"
	"testing"
)

func TestDefaultCodebook(t *testing.T) {
	cb, err := DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	if got := len(cb.Leaves()); got != 24 {
		t.Errorf("leaves = %d, want 24", got)
	}
	if q := cb.Feeding("retention"); q == nil || q.ID != "q5" {
		t.Errorf("first leaf that feeds retention = %v", q)
	}
}

func TestCodebookFaultsNameTheirLine(t *testing.T) {
	for name, c := range map[string]struct{ yaml, want string }{
		"unknown key":   {"batch: x\ncolour: red\n", "line 2"},
		"bad pattern":   {"questions:\n  - id: a\n    cues: ['(']\n", "line 3"},
		"double id":     {"questions:\n  - id: a\n  - id: a\n", `"a" is empty or used twice`},
		"unknown feed":  {"questions:\n  - {id: a, feeds: [nothing]}\n", `unknown variable "nothing"`},
		"unknown kind":  {"variables:\n  - {name: v, kind: colour}\n", `unknown kind "colour"`},
		"loose routing": {"questions:\n  - {id: a, applies_if: {question: b, variable: v, unless: \"no\"}}\n", "routing names unknown"},
	} {
		_, err := parseCodebook("f.yaml", []byte(c.yaml))
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "f.yaml") {
			t.Errorf("%s: error = %v, want %q", name, err, c.want)
		}
	}
}
