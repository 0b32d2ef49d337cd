// Package review holds what people say of the codes against what the rules
// say: it measures a build against threads coded by hand, and lets decisions of
// people override single cells.
//
// Both sides are read into one neutral form (type codes) and compared cell by
// cell. A field that a gold file leaves out is left out of the comparison, as is
// the whole practice of a thread that has none (practice: null); a request of
// the gold that the build lacks is wrong in each of its fields.
package review

import (
	"context"
	"fmt"

	"roundrobin/queries"
	"roundrobin/schema"
)

// DB is a build opened for queries, with one view a table: a *queries.DB.
type DB interface {
	Run(ctx context.Context, query string) (*queries.Result, error)
}

// Evaluate compares a build with the files *.gold.yaml in a folder, its
// subfolders left alone.
func Evaluate(ctx context.Context, db DB, goldDir string) (*Report, error) {
	tables, err := schema.Tables()
	if err != nil {
		return nil, fmt.Errorf("load table schemas: %w", err)
	}
	fields := catalogue(tables)
	gold, err := readGold(goldDir, tables, fields)
	if err != nil {
		return nil, fmt.Errorf("read gold: %w", err)
	}
	out, err := readOutput(ctx, db, tables, fields)
	if err != nil {
		return nil, fmt.Errorf("read build: %w", err)
	}
	return compare(fields, gold, out), nil
}

// compare makes the report of two sides.
func compare(fields []field, gold *codes, out *output) *Report {
	r := &Report{Requests: len(gold.requests), Missing: out.missing(gold), Fields: []FieldReport{}}
	wrong := map[place]bool{}
	for i := range fields {
		pairs := pairsOf(&fields[i], gold, out)
		if len(pairs) == 0 {
			continue
		}
		r.Fields = append(r.Fields, out.report(&fields[i], pairs))
		for _, p := range pairs {
			wrong[p.place] = !p.agrees()
		}
	}
	r.Means = means(fields, r.Fields)
	r.Reliability = out.reliability(gold, wrong)
	r.Flags = out.flags(gold, wrong)
	r.Rules = out.rules(r.Fields)
	return r
}
