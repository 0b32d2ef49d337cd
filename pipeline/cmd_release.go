package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"github.com/google/renameio/v2"
	"github.com/spf13/pflag"

	"roundrobin/pipeline/publish"
	"roundrobin/pipeline/publish/diff"
	"roundrobin/queries"
)

var releaseCommand = command{
	name: "release", args: "VERSION", short: "hold a build to its version, write CHANGELOG.md and one archive",
	example: "roundrobin release --previous roundrobin-0.1.0.tar.gz 0.2.0",
	flags: func(f *pflag.FlagSet, o *options) {
		buildFlags(f, o)
		f.StringVar(&o.previous, "previous", "", "the last release `PATH`, archive or folder; none for the first")
		f.StringVar(&o.changelog, "changelog", "CHANGELOG.md", "list of releases `FILE`, the newest first")
		f.StringVar(&o.released, "date", "", "day of the release `YYYY-MM-DD` for the list; none is written without it")
		f.StringVar(&o.archives, "archives", "bin/release", "folder for the archive `DIR`")
	},
	run: release,
}

// newest finds the newest version in a list of releases, dated or not.
var newest = regexp.MustCompile(`(?m)^# (\d+\.\d+\.\d+)(?: \(\d{4}-\d{2}-\d{2}\))?$`)

func release(ctx context.Context, s *session, args []string) error {
	if len(args) != 1 {
		return usageError{fmt.Errorf("release takes one version, got %d arguments", len(args))}
	}
	version, err := diff.ParseVersion(args[0])
	if err != nil {
		return usageError{err}
	}
	log, err := os.ReadFile(s.changelog)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("read list of releases: %w", err)
	}
	entry, err := s.judge(ctx, version, log)
	if err != nil {
		return err
	}
	err = s.withBuild(ctx, func(db *queries.DB) error { return runChecks(ctx, db, io.Discard) })
	if err != nil {
		return err
	}
	name := publish.Name + "-" + version.String()
	var archive bytes.Buffer
	if err := publish.WriteArchive(&archive, s.out, name); err != nil {
		return err
	}
	if err := os.MkdirAll(s.archives, 0o755); err != nil {
		return fmt.Errorf("make folder of archives: %w", err)
	}
	file := filepath.Join(s.archives, name+".tar.gz")
	if err := renameio.WriteFile(file, archive.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write archive: %w", err)
	}
	if err := renameio.WriteFile(s.changelog, append(entry, log...), 0o644); err != nil {
		return fmt.Errorf("write list of releases: %w", err)
	}
	_, err = fmt.Fprintln(s.stdout, file)
	return err
}

// judge refuses a version that does not fit the build or what came before it,
// and returns its entry for the list of releases.
func (s *session) judge(ctx context.Context, version diff.Version, log []byte) ([]byte, error) {
	built, err := diff.VersionOf(s.out)
	if err != nil {
		return nil, err
	}
	if built != version {
		return nil, usageError{fmt.Errorf("version %s: the build says %s; set the version in publish.go and CITATION.cff and build again", version, built)}
	}
	title, err := heading(version, s.released)
	if err != nil {
		return nil, err
	}
	entry := bytes.NewBufferString(title)
	m := newest.FindSubmatch(log)
	if m == nil {
		entry.WriteString("First release.\n")
		return entry.Bytes(), nil
	}
	if s.previous == "" {
		return nil, usageError{fmt.Errorf("version %s: release %s came before; name it with --previous", version, m[1])}
	}
	r, err := compareBuilds(ctx, s.previous, s.out)
	if err != nil {
		return nil, err
	}
	last, err := diff.ParseVersion(r.OldVersion)
	if err != nil || r.OldVersion != string(m[1]) {
		return nil, usageError{fmt.Errorf("--previous is release %s, the last one was %s", r.OldVersion, m[1])}
	}
	if err := version.Follows(last, r.Bump); err != nil {
		return nil, usageError{err}
	}
	if err := r.Write(entry, "markdown"); err != nil {
		return nil, err
	}
	entry.WriteString("\n")
	return entry.Bytes(), nil
}

// heading is the line that opens a release in the list. Its day is given and
// not read off the clock: the same command writes the same bytes.
func heading(version diff.Version, day string) (string, error) {
	if day == "" {
		return fmt.Sprintf("# %s\n\n", version), nil
	}
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return "", usageError{fmt.Errorf("--date %q is no day YYYY-MM-DD", day)}
	}
	return fmt.Sprintf("# %s (%s)\n\n", version, day), nil
}
