package collect

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const (
	pdfWorkers     = 2
	pdfMemoryPages = 6144 // of 64 KiB each: 384 MiB a worker
	maxPDFPages    = 2000
	pdfPatience    = 8 * time.Second  // for one page
	pdfPatienceAll = 90 * time.Second // for one file
	pdfCache       = "pdf-text-3"     // a new number when the text made from the same file changes
)

// pdfReader takes text out of PDF files with PDFium compiled to WebAssembly.
// It starts with the first PDF met. Texts are kept in the cache folder under
// the checksum of the file.
type pdfReader struct {
	cacheDir string
	patience time.Duration // for one page
	mu       sync.Mutex
	pool     pdfium.Pool // nil until a PDF was met
	err      error       // why the engine could not be started
}

func newPDFReader(cacheDir string) *pdfReader {
	return &pdfReader{cacheDir: cacheDir, patience: pdfPatience}
}

func (r *pdfReader) start() (pdfium.Pool, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.pool == nil && r.err == nil {
		r.pool, r.err = startPDFium(r.cacheDir)
	}
	return r.pool, r.err
}

// failure is why the engine could not be started: no fault of any file.
func (r *pdfReader) failure() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.err
}

func (r *pdfReader) close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.pool == nil {
		return nil
	}
	err := r.pool.Close()
	r.pool = nil
	if err != nil {
		return fmt.Errorf("stop PDFium: %w", err)
	}
	return nil
}

func startPDFium(cacheDir string) (pdfium.Pool, error) {
	// A worker serves one document, so that a broken one harms no other. The
	// bundled module needs WebAssembly exceptions. No part of the file
	// system is mounted: documents come from memory.
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(pdfMemoryPages).
		WithCloseOnContextDone(true) // lets a deadline end a call
	if cacheDir != "" {
		cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(cacheDir, "wazero"))
		if err != nil {
			return nil, fmt.Errorf("open compilation cache: %w", err)
		}
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context: context.Background(), MaxIdle: pdfWorkers, MaxTotal: pdfWorkers,
		FSConfig: wazero.NewFSConfig(), RuntimeConfig: config,
	})
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	return pool, nil
}

// pdfText is what the cache keeps of one file.
type pdfText struct {
	Status string
	Pages  int
	Text   string
}

func (r *pdfReader) read(data []byte) document {
	file := ""
	if r.cacheDir != "" {
		file = filepath.Join(r.cacheDir, pdfCache, hash(data)+".json")
		if t, ok := readPDFCache(file); ok {
			return document{t.Text, t.Status, t.Pages}
		}
	}
	doc, err := r.extract(data)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return failed(statusTooLarge) // another machine may be faster: not for the cache
	case err != nil:
		return failed(statusCorrupt)
	}
	if file != "" {
		writePDFCache(file, pdfText{doc.status, doc.pages, doc.text})
	}
	return doc
}

// extract turns a panic of the engine, which a broken file can cause, into an
// error, and ends an engine that a file keeps busy for too long.
func (r *pdfReader) extract(data []byte) (doc document, err error) {
	pool, err := r.start()
	if err != nil {
		return doc, err
	}
	engine, err := pool.GetInstance(5 * time.Minute)
	if err != nil {
		return doc, fmt.Errorf("get PDF worker: %w", err)
	}
	defer engine.Close()
	watch := newWatch(engine, r.patience)
	defer func() {
		p := recover()
		switch {
		case watch.stop():
			err = fmt.Errorf("read PDF: %w", context.DeadlineExceeded)
		case p != nil:
			err = fmt.Errorf("read PDF: %v", p)
		}
	}()
	open, err := engine.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return failed(statusEncrypted), nil
	case err != nil:
		return failed(statusCorrupt), nil
	}
	return pdfPages(engine, open.Document, watch)
}

// watch ends an engine that makes no progress.
type watch struct {
	patience  time.Duration // for one page
	page, all *time.Timer
	fired     atomic.Bool
}

func newWatch(engine pdfium.Pdfium, patience time.Duration) *watch {
	w := &watch{patience: patience}
	end := func() {
		if !w.fired.Swap(true) {
			_ = engine.Kill() // the call that it ends reports the failure
		}
	}
	w.page, w.all = time.AfterFunc(patience, end), time.AfterFunc(pdfPatienceAll, end)
	return w
}

// progress begins the time of the next page.
func (w *watch) progress() { w.page.Reset(w.patience) }

// stop reports whether the engine was ended.
func (w *watch) stop() bool {
	w.page.Stop()
	w.all.Stop()
	return w.fired.Load()
}

func pdfPages(engine pdfium.Pdfium, doc references.FPDF_DOCUMENT, w *watch) (document, error) {
	count, err := engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc})
	if err != nil {
		return document{}, fmt.Errorf("count pages: %w", err)
	}
	if count.PageCount > maxPDFPages {
		return document{status: statusTooLarge, pages: count.PageCount}, nil
	}
	pages := make([]string, count.PageCount)
	for i := range pages {
		w.progress()
		text, err := readPDFPage(engine, requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: i}})
		if err != nil {
			return document{}, fmt.Errorf("read page %d: %w", i+1, err)
		}
		pages[i] = pdfPlain(text)
	}
	text := strings.Join(pages, "\n\f\n")
	if strings.Trim(text, "\n\f ") == "" {
		text = ""
	}
	return document{text: text, pages: len(pages)}, nil
}

// ligatures are single characters in fonts and letters in words. U+0002 is
// PDFium's sign for a hyphen that the typesetter added at a line's end.
var ligatures = strings.NewReplacer(
	"ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st",
	"\u0002\r\n", "", "\u0002\n", "", "\u0002", "", "\r", "", "\u0000", "", "\uFFFE\n", "", "\uFFFE", "",
)

func pdfPlain(s string) string {
	s = ligatures.Replace(s)
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

func readPDFCache(file string) (t pdfText, ok bool) {
	data, err := os.ReadFile(file)
	if err != nil {
		return t, false
	}
	return t, json.Unmarshal(data, &t) == nil
}

// writePDFCache is best effort: what cannot be kept is made again next time.
func writePDFCache(file string, t pdfText) {
	data, err := json.Marshal(t)
	if err != nil || os.MkdirAll(filepath.Dir(file), 0o700) != nil {
		return
	}
	tmp, err := os.CreateTemp(filepath.Dir(file), "new-*")
	if err != nil {
		return
	}
	_, werr := tmp.Write(data)
	if cerr := tmp.Close(); werr != nil || cerr != nil || os.Rename(tmp.Name(), file) != nil {
		os.Remove(tmp.Name())
	}
}
