package review

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestGoldIsStrict(t *testing.T) {
	const head = "request_id: elm\n"
	for name, c := range map[string]struct{ yaml, want string }{
		"no id":            {"request: {}\n", "elm.gold.yaml:1: request_id is missing"},
		"unknown section":  {head + "softwares: []\n", "line 2: field softwares not found"},
		"unknown key":      {head + "request:\n  sent: 2020-06-02\n", `elm.gold.yaml:3: unknown key "sent", no column of requests`},
		"unknown code":     {head + "answers:\n  q1: {disposition: refusal}\n", `elm.gold.yaml:3: unknown code "refusal" for disposition`},
		"unknown list":     {head + "practice: {purposes: [fun]}\n", `elm.gold.yaml:2: unknown code "fun" for purposes`},
		"no list":          {head + "practice: {purposes: welfare}\n", "elm.gold.yaml:2: purposes is no list"},
		"no list of rows":  {head + "usage: 3\n", "elm.gold.yaml:2: usage is no list"},
		"no mapping":       {head + "answers: [q1]\n", "elm.gold.yaml:2: \"\" is no mapping"},
		"key twice":        {head + "documents: {pia: none, pia: linked}\n", `elm.gold.yaml:2: key "pia" stands twice`},
		"unknown document": {head + "documents: {ropa: none}\n", `elm.gold.yaml:2: unknown code "ropa" for doc_type`},
		"no date":          {head + "request: {sent_on: yesterday}\n", `elm.gold.yaml:2: sent_on: "yesterday" is no date`},
		"no number":        {head + "usage:\n  - {count: few}\n", `elm.gold.yaml:3: count: "few" is no integer`},
		"no period":        {head + "retention:\n  - {period: six years}\n", `elm.gold.yaml:3: period: "six years" does not match`},
		"no value":         {head + "request: {outcome: [answered]}\n", "elm.gold.yaml:2: outcome is no plain value"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			writeGold(t, dir, "elm", c.yaml)
			_, err := Evaluate(t.Context(), build{}, dir)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q", err, c.want)
			}
		})
	}
}

func TestGoldFiles(t *testing.T) {
	dir := t.TempDir()
	if _, err := Evaluate(t.Context(), build{}, dir); err == nil {
		t.Error("a folder without gold is no error")
	}
	writeGold(t, dir, "elm", "request_id: elm\n")
	writeGold(t, dir, "fir", "request_id: elm\n")
	if _, err := Evaluate(t.Context(), build{}, dir); err == nil || !strings.Contains(err.Error(), "coded in") {
		t.Errorf("a request coded twice: %v", err)
	}
}

// Every gold file in reach is read without an error.
func TestReadsGoldOfTheRepository(t *testing.T) {
	tables := allTables(t)
	for _, dir := range []string{"../../data/sample", "../../data/evaluation/dev", "../../../shared/collected"} {
		if _, err := os.Stat(dir); err != nil {
			t.Skipf("%s is not there", dir)
		}
		gold, err := readGold(dir, tables, catalogue(tables))
		if err != nil {
			t.Error(err)
			continue
		}
		if len(gold.requests) == 0 {
			t.Errorf("%s: no request", dir)
		}
	}
}

func TestPlainDuration(t *testing.T) {
	for in, want := range map[string]string{"P12M": "P1Y", "P18M": "P1Y6M", "P4W": "P28D", "P6Y": "P6Y", "P90D": "P90D", "indefinite": "indefinite"} {
		if got := plainDuration(in); got != want {
			t.Errorf("plainDuration(%s) = %s, want %s", in, got, want)
		}
	}
}

func writeGold(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name+".gold.yaml"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
