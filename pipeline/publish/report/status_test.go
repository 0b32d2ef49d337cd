package report

import (
	"strings"
	"testing"

	"roundrobin/schema"
)

// TestStatusesCoverVocabularies holds words, marks, patterns and styles to the
// codes that the schemas allow, so that no code falls back on another's.
func TestStatusesCoverVocabularies(t *testing.T) {
	style, err := assets.ReadFile("assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	tables, err := schema.Tables()
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		for _, f := range table.Fields {
			look := statusOf
			switch {
			case f.Name == "outcome":
				look = outcomeOf
			case f.Name != "disposition" && (table.Name != "monitoring_practice" || !strings.HasSuffix(f.Name, "_status")):
				continue
			}
			if f.Name == "policy_status" {
				continue // a variable whose name ends so
			}
			for _, code := range f.Codes() {
				s, err := look(code)
				if err != nil {
					t.Errorf("%s.%s: %v", table.Name, f.Name, err)
					continue
				}
				if _, err := patternOf("c", fillOf(code)); err != nil {
					t.Errorf("%s.%s: %v", table.Name, f.Name, err)
				}
				if rule := ".s." + code + "::before"; !strings.Contains(string(style), rule) || !strings.Contains(string(style), `"`+s.Mark+` "`) {
					t.Errorf("no style %s with mark %s", rule, s.Mark)
				}
			}
		}
	}
}

func TestWordsAndMarksDiffer(t *testing.T) {
	words, marks := map[string]string{}, map[string]string{}
	for _, s := range append(append([]status{}, statuses...), outcomes...) {
		if s.Said() {
			continue // a value given, in either table
		}
		if m, ok := words[s.Word]; ok && m != s.Mark {
			t.Errorf("%s has marks %s and %s", s.Word, m, s.Mark)
		}
		if w, ok := marks[s.Mark]; ok && w != s.Word {
			t.Errorf("mark %s means %s and %s", s.Mark, w, s.Word)
		}
		words[s.Word], marks[s.Mark] = s.Mark, s.Word
		if s.Word == "no" || s.Mark == "○" {
			t.Errorf("%s looks like a no", s.Code)
		}
	}
}
