package publish

import (
	"context"
	"errors"
	"io"

	"roundrobin/queries"
)

const databaseFile = "dataset.duckdb"

// writeDatabase writes the database and, from the same tables, the summaries.
func (r *Release) writeDatabase(ctx context.Context) (err error) {
	db, err := queries.Open(r.Dir, r.Codebook)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := db.RunSummaries(ctx, r.Dir, io.Discard); err != nil {
		return err
	}
	return queries.WriteDatabase(ctx, r.Dir, r.Codebook)
}
