package code

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLoadReference(t *testing.T) {
	r := testReference(t)
	if len(r.Exemptions) < 50 || len(r.Holidays) < 50 || len(r.Software) == 0 || len(r.Platforms) == 0 || len(r.Recipients) == 0 {
		t.Errorf("short reference: %d exemptions, %d holidays, %d products, %d platforms, %d recipients",
			len(r.Exemptions), len(r.Holidays), len(r.Software), len(r.Platforms), len(r.Recipients))
	}
	for _, tt := range []struct {
		law, section string
		want         bool
	}{
		{"FOIA", "31", true}, {"FOIA", "12", true}, {"FOIA", "17", false}, {"FOIA", "1", false}, {"FOIA", "50", false},
		{"FOISA", "17", true}, {"FOISA", "16", false}, {"FOISA", "47", false}, {"EIR", "12", true}, {"EISR", "10", true},
	} {
		if got := r.grounds[tt.law][tt.section]; got != tt.want {
			t.Errorf("%s %s: ground %v, want %v", tt.law, tt.section, got, tt.want)
		}
	}
}

func TestLoadReferenceNamesTheFault(t *testing.T) {
	tests := []struct{ exemptions, want string }{
		{"", "exemptions.csv"},
		{"law,section,kind\n", `no column "short_title"`},
		{"law,section,short_title,kind\nMagna Carta,1,Liberties,absolute\n", `row 2: unknown law "Magna Carta"`},
	}
	for _, tt := range tests {
		dir := t.TempDir()
		if tt.exemptions != "" {
			if err := os.WriteFile(filepath.Join(dir, "exemptions.csv"), []byte(tt.exemptions), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		_, err := LoadReference(dir)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("got %v, want %q in it", err, tt.want)
		}
	}
}
