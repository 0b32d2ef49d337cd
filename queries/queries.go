// Package queries asks a build's tables questions in SQL: checks, each of
// which returns offending rows; summaries, whose results are published; and
// whatever a reader asks. It is the only package that talks to DuckDB.
package queries

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/marcboeker/go-duckdb/v2"

	"roundrobin/schema"
)

// DB is an in-memory database over the tables of one build.
type DB struct {
	sql      *sql.DB
	codebook *schema.Codebook
}

// settings make results the same everywhere: one thread, as sums of doubles
// depend on the order of threads; a fixed time zone; nothing fetched.
const settings = `
SET threads = 1;
SET TimeZone = 'UTC';
SET autoinstall_known_extensions = false;
SET autoload_known_extensions = false;`

// Open opens a build: one view for each Parquet file of out/tables, tables
// questions and variables made from the codebook, and a view practice, which is
// monitoring_practice with one row per request and variable.
func Open(out string, cb *schema.Codebook) (*DB, error) {
	return open(out, cb, "VIEW", "")
}

// open makes views, or tables in memory, in a database file or, for "", in memory.
func open(out string, cb *schema.Codebook, kind, file string) (*DB, error) {
	db, err := connect(file)
	if err != nil {
		return nil, err
	}
	db.codebook = cb
	if err := db.load(out, kind); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// connect opens a database file or, for "", an empty database in memory.
func connect(file string) (*DB, error) {
	connector, err := duckdb.NewConnector(file, nil)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	db := &DB{sql: sql.OpenDB(connector)}
	db.sql.SetMaxOpenConns(1) // the time zone belongs to a connection
	if err := db.exec(settings); err != nil {
		db.Close()
		return nil, fmt.Errorf("set up database: %w", err)
	}
	return db, nil
}

func (db *DB) load(out, kind string) error {
	files, err := filepath.Glob(filepath.Join(escapeGlob(out), "tables", "*.parquet"))
	if err != nil {
		return fmt.Errorf("list tables of %s: %w", out, err)
	}
	if len(files) == 0 {
		return fmt.Errorf("open build: no tables in %s", filepath.Join(out, "tables"))
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".parquet")
		stmt := fmt.Sprintf("CREATE %s %s AS SELECT * FROM read_parquet(%s)", kind, ident(name), literal(escapeGlob(file)))
		if err := db.exec(stmt); err != nil {
			return fmt.Errorf("open table %s: %w", name, err)
		}
	}
	if err := db.exec("CREATE TEMP TABLE signed_names (request_id VARCHAR, pattern VARCHAR)"); err != nil {
		return fmt.Errorf("make table of names: %w", err)
	}
	if err := db.exec(codebookTables(db.codebook)); err != nil {
		return fmt.Errorf("make tables of the codebook: %w", err)
	}
	return db.practiceView()
}

// SignedBy tells the checks which persons a thread names, so that one whose name
// is still published is found. The names are in memory only, and go with db.
func (db *DB) SignedBy(ctx context.Context, requestID string, names []string) error {
	for _, name := range names {
		if _, err := db.sql.ExecContext(ctx, "INSERT INTO signed_names VALUES (?, ?)", requestID, namePattern(name)); err != nil {
			return fmt.Errorf("note name: %w", err)
		}
	}
	return nil
}

// namePattern matches a name as whole words, as given or in capitals, whatever
// space or line break parts its words. Not in lower case: "mark may" is no name.
func namePattern(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = "(?:" + regexp.QuoteMeta(w) + "|" + regexp.QuoteMeta(strings.ToUpper(w)) + ")"
	}
	return `(?:^|\PL)` + strings.Join(words, `\s+`) + `(?:\PL|$)`
}

// Close frees the database.
func (db *DB) Close() error { return db.sql.Close() }

func (db *DB) exec(stmt string) error {
	_, err := db.sql.ExecContext(context.Background(), stmt)
	return err
}

// ident and literal quote for SQL.
func ident(s string) string   { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
func literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// escapeGlob makes a path stand for itself where patterns are read.
func escapeGlob(path string) string {
	return strings.NewReplacer("[", "[[]", "*", "[*]", "?", "[?]").Replace(path)
}
