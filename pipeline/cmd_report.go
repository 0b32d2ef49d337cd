package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/pflag"

	"roundrobin/pipeline/publish"
	pages "roundrobin/pipeline/publish/report"
	"roundrobin/queries"
)

var reportCommand = command{
	name: "report", short: "write a build as web pages: findings, matrix, a page per institution",
	example: "roundrobin report --out data/build",
	flags: func(f *pflag.FlagSet, o *options) {
		buildFlags(f, o)
		f.StringVar(&o.engine, "engine", "", "folder of the SQL engine `DIR`, as make ask bundles it; without it the page that runs SQL is left out")
	},
	run: func(ctx context.Context, s *session, _ []string) error {
		return s.withBuild(ctx, func(db *queries.DB) error { return writeReport(ctx, s, db) })
	},
}

var serveCommand = command{
	name: "serve", short: "serve the report of a build on this machine alone",
	example: "roundrobin serve --out data/build --address 127.0.0.1:8124",
	flags: func(f *pflag.FlagSet, o *options) {
		f.StringVar(&o.out, "out", defaultOut, "folder of the build `DIR`")
		f.StringVar(&o.address, "address", "127.0.0.1:8124", "loopback `HOST:PORT`; port 0 for any free one")
	},
	run: serve,
}

// reportFolder is the report's name in the folder of a build.
const reportFolder = "report"

// writeReport makes the pages beside the build and gives them their name once
// they are whole.
func writeReport(ctx context.Context, s *session, db *queries.DB) error {
	cb, err := s.loadCodebook()
	if err != nil {
		return err
	}
	version, err := releaseName(s.out)
	if err != nil {
		return err
	}
	tmp := filepath.Clean(s.out) + ".report"
	if err := os.RemoveAll(tmp); err != nil {
		return fmt.Errorf("remove broken report: %w", err)
	}
	if err := os.Mkdir(tmp, 0o755); err != nil {
		return fmt.Errorf("make folder of report: %w", err)
	}
	defer os.RemoveAll(tmp) // not there any more where all went well
	in := pages.Input{Build: db, Codebook: cb, Version: version, Engine: s.engine, Database: filepath.Join(s.out, "dataset.duckdb")}
	if err := pages.Write(ctx, in, tmp); err != nil {
		return err
	}
	final := filepath.Join(s.out, reportFolder)
	if err := os.RemoveAll(final); err != nil {
		return fmt.Errorf("remove old report: %w", err)
	}
	if err := os.Rename(tmp, final); err != nil {
		return fmt.Errorf("put report in place: %w", err)
	}
	_, err = fmt.Fprintln(s.stdout, filepath.Join(final, "index.html"))
	return err
}

// releaseName names the dataset for citations: its version, and the start of
// the SHA-256 of its list of checksums, which tells one build from another.
func releaseName(out string) (string, error) {
	name := publish.Name + " " + publish.Version
	sums, err := os.ReadFile(filepath.Join(out, "SHA256SUMS"))
	if errors.Is(err, fs.ErrNotExist) {
		return name, nil // a build of the tables alone
	}
	if err != nil {
		return "", fmt.Errorf("read checksums: %w", err)
	}
	return fmt.Sprintf("%s, build %.6x", name, sha256.Sum256(sums)), nil
}

// serve answers until it is interrupted.
func serve(ctx context.Context, s *session, _ []string) error {
	dir := filepath.Join(s.out, reportFolder)
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		return usageError{fmt.Errorf("no report in %s: run roundrobin report first", s.out)}
	}
	listener, err := listenLoopback(s.address)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.stdout, "http://%s/\n", listener.Addr())
	server := &http.Server{Handler: pages.Handler(dir), ReadHeaderTimeout: 10 * time.Second}
	stop := context.AfterFunc(ctx, func() { server.Close() })
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve report: %w", err)
	}
	return nil
}

// listenLoopback refuses an address that others could reach.
func listenLoopback(address string) (net.Listener, error) {
	a, err := net.ResolveTCPAddr("tcp", address)
	if err != nil {
		return nil, usageError{fmt.Errorf("--address %s: %w", address, err)}
	}
	if !a.IP.IsLoopback() {
		return nil, usageError{fmt.Errorf("--address %s is no loopback address", address)}
	}
	listener, err := net.ListenTCP("tcp", a)
	if err != nil {
		return nil, fmt.Errorf("listen on %s: %w", address, err)
	}
	return listener, nil
}
