package queries

import (
	"context"
	"fmt"
	"io"

	"roundrobin/schema"
)

// sandbox shuts the database off from files and network for good. No folder is
// allowed, as a folder that may be read may be written too; the tables stand
// in memory by then. The order matters: each line needs the one before.
const sandbox = `
SET allowed_directories = [];
SET enable_external_access = false;
SET lock_configuration = true;`

// Formats are the ways to write the result of Query.
var Formats = []string{"table", "csv", "json", "markdown"}

// Query runs a reader's SQL on a copy of the build's tables and writes the
// result in one of Formats. The SQL can touch nothing outside that copy.
func Query(ctx context.Context, out string, cb *schema.Codebook, query, format string, w io.Writer) error {
	db, err := open(out, cb, "TABLE", "")
	if err != nil {
		return err
	}
	defer db.Close()
	if err := db.exec(sandbox); err != nil {
		return fmt.Errorf("shut off database: %w", err)
	}
	r, err := db.Run(ctx, query)
	if err != nil {
		return err
	}
	switch format {
	case "table":
		return r.Table(w)
	case "csv":
		return r.CSV(w)
	case "json":
		return r.JSON(w)
	case "markdown":
		return r.Markdown(w)
	}
	return fmt.Errorf("unknown format %q: one of %v", format, Formats)
}
