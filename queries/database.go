package queries

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"roundrobin/schema"
)

// WriteDatabase writes out/dataset.duckdb: every table with its comments, the
// tables of the codebook, the view practice, and every summary as a table of the schema
// summaries. The file is complete or not there; its bytes may vary, its
// content does not.
func WriteDatabase(ctx context.Context, out string, cb *schema.Codebook) error {
	file := filepath.Join(out, "dataset.duckdb")
	unfinished := file + ".part"
	if err := os.Remove(unfinished); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove unfinished database: %w", err)
	}
	db, err := open(out, cb, "TABLE", unfinished)
	if err != nil {
		return err
	}
	err = db.fill(ctx)
	if err = errors.Join(err, db.Close()); err != nil {
		return errors.Join(err, os.Remove(unfinished))
	}
	if err := os.Rename(unfinished, file); err != nil {
		return fmt.Errorf("name database: %w", err)
	}
	return nil
}

func (db *DB) fill(ctx context.Context) error {
	if err := db.storeSummaries(); err != nil {
		return err
	}
	if err := db.commentTables(); err != nil {
		return err
	}
	if err := db.commentColumns(ctx); err != nil {
		return err
	}
	if err := db.exec("CHECKPOINT"); err != nil {
		return fmt.Errorf("close database: %w", err)
	}
	return nil
}

func (db *DB) storeSummaries() error {
	summaries, err := Summaries()
	if err != nil {
		return err
	}
	if err := db.exec("CREATE SCHEMA summaries"); err != nil {
		return fmt.Errorf("make schema summaries: %w", err)
	}
	for _, q := range summaries {
		stmt := fmt.Sprintf("CREATE TABLE summaries.%s AS\n%s;\nCOMMENT ON TABLE summaries.%[1]s IS %[3]s", ident(q.Name), q.SQL, literal(q.Title+". "+q.Purpose))
		if err := db.exec(stmt); err != nil {
			return fmt.Errorf("store summary %s: %w", q.Name, err)
		}
	}
	return nil
}
