package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"roundrobin/pipeline/review"
	"roundrobin/pipeline/tables"
	"roundrobin/queries"
)

// floors are the lowest accuracies on the sample that count as sound. They lie
// below what the rules reach, so that a change of wording does not fail, and a
// rule that breaks does.
var floors = map[string]float64{
	"answers.disposition": 0.97,
	"answers.basis":       0.97,
	"answers.polarity":    0.95,
	"answers.exemptions":  0.95,

	"request.foi_reference":   0.95,
	"request.law":             1,
	"request.sent_on":         1,
	"request.acknowledged_on": 0.95,
	"request.due_on":          0.95,
	"request.responded_on":    0.95,
	"request.working_days":    0.95,
	"request.timeliness":      0.95,
	"request.outcome":         0.95,

	"documents.status":              0.95,
	"practice.practice_class":       0.9,
	"practice.monitors_students":    0.9,
	"practice.overt":                0.9,
	"practice.covert":               0.9,
	"practice.listens_to_mentions":  0.9,
	"practice.reviews_on_complaint": 0.9,
	"practice.public_content_only":  0.9,
	"practice.prevent_exclusive":    0.9,
	"practice.purposes":             0.85,
	"practice.platforms":            0.9,
	"practice.warrants":             0.9,
	"practice.policy_status":        0.9,
	"practice.software_used":        0.9,
	"practice.internal_methods":     0.9,
	"practice.deletion_on_request":  0.9,
	"practice.covid_unchanged":      0.9,
	"facts.software":                0.85,
	"facts.retention":               0.85,
	"facts.retention_period":        0.85,
	"facts.disclosures":             0.85,
	"facts.usage":                   0.85,
}

// TestSampleAgreesWithItsGold codes the sample and holds each field to its
// floor.
func TestSampleAgreesWithItsGold(t *testing.T) {
	r := evaluated(t, "../data/sample")
	if len(r.Missing) > 0 {
		t.Errorf("missing in the build: %v", r.Missing)
	}
	met := map[string]bool{}
	for _, f := range r.Fields {
		name := f.Group + "." + f.Field
		floor, ok := floors[name]
		if !ok {
			t.Errorf("%s has no floor", name)
		}
		if met[name] = true; float64(f.Accuracy) < floor {
			t.Errorf("%s: accuracy %.3f of %d is below %.2f", name, float64(f.Accuracy), f.N, floor)
			tellDisagreements(t, f)
		}
	}
	for name := range floors {
		if !met[name] {
			t.Errorf("%s was not compared", name)
		}
	}
}

// TestLiverpoolEqualsItsGold codes the one real reply that lies beside the
// repository: every field is as coded by hand.
func TestLiverpoolEqualsItsGold(t *testing.T) {
	const collected = "../../shared/collected"
	if _, err := os.Stat(filepath.Join(collected, "liverpool.gold.yaml")); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("no real reply: %s is absent", collected)
	}
	r := evaluated(t, collected)
	if r.Requests == 0 || len(r.Missing) > 0 || len(r.Fields) < 30 {
		t.Errorf("%d requests, missing %v, %d fields compared", r.Requests, r.Missing, len(r.Fields))
	}
	for _, f := range r.Fields {
		tellDisagreements(t, f)
	}
}

func tellDisagreements(t *testing.T, f review.FieldReport) {
	t.Helper()
	for _, d := range f.Disagreements {
		t.Errorf("%s.%s of %s %s: gold %s, build %s", f.Group, f.Field, d.Request, d.Key, d.Gold, d.Output)
	}
}

// evaluated codes a folder and compares it with the gold files in it.
func evaluated(t *testing.T, collected string) *review.Report {
	t.Helper()
	s := &session{stdout: io.Discard, stderr: io.Discard}
	s.collected, s.reference, s.jobs = collected, "../data/reference", 2
	s.out = filepath.Join(t.TempDir(), "out")
	ctx := context.Background()
	p, err := s.pass(ctx, toCode)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := tables.Build(p.results, p.problems)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := p.writeTables(dir, rows); err != nil {
		t.Fatal(err)
	}
	db, err := queries.Open(dir, p.codebook)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	r, err := review.Evaluate(ctx, db, collected)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
