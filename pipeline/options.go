package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/pflag"

	"roundrobin/schema"
)

// options are the flags of all commands; each command declares those it reads.
type options struct {
	collected string
	out       string
	reference string
	codebook  string
	decisions string
	gold      string
	format    string
	address   string
	engine    string
	previous  string
	changelog string
	released  string
	archives  string
	jobs      int
	quiet     bool
	json      bool
	matrix    bool
}

const defaultOut = "data/build"

// passFlags are the flags of every command that reads correspondence. A stage
// that makes only a part of the dataset has a folder of its own by default, so
// that it does not stand where a whole dataset stood.
func passFlags(out string) func(*pflag.FlagSet, *options) {
	return func(f *pflag.FlagSet, o *options) {
		f.StringVar(&o.collected, "collected", "data/sample", "folder of collected correspondence `DIR`")
		f.StringVar(&o.out, "out", out, "folder to build in `DIR`; an old build there is replaced")
		f.StringVar(&o.reference, "reference", "data/reference", "folder of reference data `DIR`")
		f.StringVar(&o.codebook, "codebook", "", "codebook `FILE` of another round robin; the built-in one if empty")
		f.StringVar(&o.decisions, "decisions", "data/decisions", "folder of coders' decisions `DIR`; one that is not there holds none")
		f.IntVar(&o.jobs, "jobs", runtime.GOMAXPROCS(0), "threads of correspondence handled at a time `N`")
		f.BoolVar(&o.quiet, "quiet", false, "print problems and errors only")
	}
}

// checkInput holds the flags of a pass to make sense before anything is done.
func (o *options) checkInput() error {
	if info, err := os.Stat(o.collected); err != nil || !info.IsDir() {
		return usageError{fmt.Errorf("--collected %s is no folder", o.collected)}
	}
	if info, err := os.Stat(o.reference); err != nil || !info.IsDir() {
		return usageError{fmt.Errorf("--reference %s is no folder", o.reference)}
	}
	if o.jobs < 1 {
		return usageError{fmt.Errorf("--jobs %d is less than 1", o.jobs)}
	}
	if o.out == "" {
		return usageError{errors.New("--out is empty")}
	}
	for _, dir := range []string{o.collected, o.reference} {
		if within(o.out, dir) || within(dir, o.out) {
			return usageError{fmt.Errorf("--out %s and input %s lie within each other", o.out, dir)}
		}
	}
	return nil
}

// within tells whether a path is a folder or lies below it.
func within(path, dir string) bool {
	p, errP := filepath.Abs(path)
	d, errD := filepath.Abs(dir)
	if errP != nil || errD != nil {
		return true // where it cannot be told, the careful answer
	}
	rel, err := filepath.Rel(d, p)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

func (o *options) loadCodebook() (*schema.Codebook, error) {
	if o.codebook == "" {
		return schema.DefaultCodebook()
	}
	return schema.LoadCodebook(o.codebook)
}

// sampleMarker is the file that marks a collected folder as invented.
const sampleMarker = "SAMPLE.md"

func (o *options) isSample() bool {
	_, err := os.Stat(filepath.Join(o.collected, sampleMarker))
	return err == nil
}
