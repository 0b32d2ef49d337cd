package main

import (
	"io"
	"os"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// progress shows how far a pass is. On anything but a terminal it is silent.
type progress struct {
	bars *mpb.Progress
	bar  *mpb.Bar
}

func newProgress(w io.Writer) *progress {
	return &progress{bars: mpb.New(mpb.WithOutput(w), mpb.WithWidth(40))}
}

// begin starts the bar of the next part of the work.
func (p *progress) begin(name string, total int) {
	p.bar = p.bars.AddBar(int64(total),
		mpb.PrependDecorators(decor.Name(name, decor.WC{W: 8, C: decor.DindentRight})),
		mpb.AppendDecorators(decor.CountersNoUnit("%d/%d")))
}

// step may be called from several goroutines at once.
func (p *progress) step() { p.bar.Increment() }

// wait ends the display. A bar that an error stopped short is given up.
func (p *progress) wait() {
	if p.bar != nil {
		p.bar.Abort(false)
	}
	p.bars.Wait()
}

// progressOutput is standard error where it is a terminal and progress wanted.
func (s *session) progressOutput() io.Writer {
	f, ok := s.stderr.(*os.File)
	if !ok || s.quiet {
		return io.Discard
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return io.Discard
	}
	return f
}
