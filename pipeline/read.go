package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"roundrobin/pipeline/collect"
	"roundrobin/pipeline/thread"
)

// read makes the threads of all inputs.
func (s *session) read(ctx context.Context, p *passed, bar *progress) (_ []*thread.Thread, err error) {
	reader, err := collect.NewReader(collect.Options{
		Root: s.collected, Reference: s.reference, Sample: p.sample, CacheDir: cacheDir(),
	})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, reader.Close()) }()
	items, err := collect.Find(s.collected)
	if err != nil {
		return nil, err
	}
	if len(items) == 0 {
		return nil, fmt.Errorf("read %s: no correspondence found", s.collected)
	}
	bar.begin("read", len(items))
	read, err := inOrder(ctx, s.jobs, items, func(it collect.Item) (collect.Result, error) {
		defer bar.step()
		threads, problems, err := reader.Read(it)
		return collect.Result{Threads: threads, Problems: problems}, err
	})
	if err != nil {
		return nil, err
	}
	threads, problems := collect.Settle(read)
	p.problems, p.source = problems, sourceHash(threads)
	return threads, nil
}

// cacheDir keeps what is slow to make from one run to the next, such as the
// compiled reader of PDF files. Nothing in it changes what a build makes; "",
// where the user has no such folder, keeps nothing.
func cacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "roundrobin")
}

// sourceHash names the input: the SHA-256 over path and SHA-256 of every file
// that became a thread, by request id.
func sourceHash(threads []*thread.Thread) string {
	h := sha256.New()
	for _, t := range threads {
		fmt.Fprintf(h, "%s  %s\n", t.Source.SHA256, t.Source.Path)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// tellProblems prints the problems with their places and fails where one of them is
// an error.
func tellProblems(w io.Writer, collected string, problems []thread.Problem) error {
	failed := 0
	for _, p := range problems {
		place := collected + "/" + p.SourcePath
		if p.Locator != "" {
			place += ", " + p.Locator
		}
		fmt.Fprintf(w, "%s: %s: %s: %s\n", place, p.Severity, p.Kind, p.Detail)
		if p.Severity == "error" {
			failed++
		}
	}
	if failed > 0 {
		return fmt.Errorf("%d errors in the input: see above and table problems", failed)
	}
	return nil
}
