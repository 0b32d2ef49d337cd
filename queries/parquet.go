package queries

import (
	"context"
	"errors"
	"fmt"
)

// ReadParquet returns all rows of one Parquet file, sorted, whatever its columns
// are. Every cell is a string, as DuckDB writes the value, or nil for null.
func ReadParquet(ctx context.Context, file string) (r *Result, err error) {
	db, err := connect("")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	r, err = db.Run(ctx, fmt.Sprintf("SELECT COLUMNS(*)::VARCHAR FROM read_parquet(%s) ORDER BY ALL", literal(escapeGlob(file))))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	return r, nil
}
