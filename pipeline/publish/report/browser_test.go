package report_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"roundrobin/pipeline/publish/report"
)

// patience is how long a test waits for what must come at all. How fast it
// comes is for the benchmark.
const patience = time.Minute

// browser is a headless Chromium that looks at one report and notes what no
// page may do: log an error, or ask anything of another host.
type browser struct {
	testing.TB
	ctx  context.Context
	root string

	mu     sync.Mutex
	faults []string
}

// chromium finds the browser. Only a run of CI must have one.
func chromium(t testing.TB) string {
	t.Helper()
	if os.Getenv("RR_NO_BROWSER") == "" {
		for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
			if path, err := exec.LookPath(name); err == nil {
				return path
			}
		}
		if os.Getenv("CI") == "true" {
			t.Fatal("no chromium is installed; RR_NO_BROWSER=1 leaves the browser tests out")
		}
	}
	t.Skip("browser tests left out: no chromium is installed, or RR_NO_BROWSER is set")
	return ""
}

func browse(t testing.TB, dir string) *browser {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium(t)), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.Flag("disable-background-networking", true))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(cancel)
	server := httptest.NewServer(report.Handler(dir))
	t.Cleanup(server.Close)
	b := &browser{TB: t, ctx: ctx, root: server.URL + "/"}
	chromedp.ListenTarget(ctx, b.watch)
	b.do(log.Enable(), network.Enable(), runtime.Enable())
	t.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, f := range b.faults {
			t.Error(f)
		}
	})
	return b
}

func (b *browser) watch(event any) {
	fault := ""
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		fault = "exception: " + e.ExceptionDetails.Error()
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning {
			fault = fmt.Sprintf("console: %s", e.Args[0].Value)
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.LevelError {
			fault = "log: " + e.Entry.Text
		}
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, b.root) && !strings.HasPrefix(u, "data:") {
			fault = "request to " + u
		}
	}
	if fault != "" {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.faults = append(b.faults, fault)
	}
}

func (b *browser) do(actions ...chromedp.Action) {
	b.Helper()
	if err := chromedp.Run(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// eval runs JavaScript and returns its value as text.
func (b *browser) eval(js string) string {
	b.Helper()
	var v any
	b.do(chromedp.Evaluate(js, &v))
	return fmt.Sprint(v)
}

// settles waits until JavaScript gives a value.
func (b *browser) settles(js, want string) {
	b.Helper()
	got := ""
	for start := time.Now(); time.Since(start) < patience; {
		if got = b.eval(js); got == want {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	b.Errorf("%s is %q, want %q", js, got, want)
}

var widths = []struct {
	name          string
	width, height int64
}{{"desktop", 1280, 900}, {"phone", 390, 844}}

func TestBrowserPagesFitTheScreen(t *testing.T) {
	in, _ := open(t, 3, hostile, true)
	b := browse(t, write(t, in))
	for _, w := range widths {
		b.do(chromedp.EmulateViewport(w.width, w.height))
		for _, name := range []string{"index.html", "figures.html", "matrix.html", "reading.html", "institutions/body_001.html"} {
			b.do(chromedp.Navigate(b.root+name), chromedp.WaitReady("footer"))
			if got := b.eval("document.documentElement.scrollWidth <= document.documentElement.clientWidth"); got != "true" {
				t.Errorf("%s on a %s is wider than the screen: %s", name, w.name, b.eval("document.documentElement.scrollWidth"))
			}
			if title := b.eval("document.title"); strings.Contains(title, "owned") {
				t.Errorf("%s ran a script out of a reply", name)
			}
		}
	}
}

// TestBrowserMarksEveryPrintedPage: a fixed mark stands on each page of a print.
func TestBrowserMarksEveryPrintedPage(t *testing.T) {
	in, _ := open(t, 1, replyLines, true)
	b := browse(t, write(t, in))
	b.do(emulation.SetEmulatedMedia().WithMedia("print"))
	for _, name := range []string{"index.html", "matrix.html", "institutions/body_000.html"} {
		b.do(chromedp.Navigate(b.root+name), chromedp.WaitReady("footer"))
		mark := b.eval(`(s => s.content + s.position)(getComputedStyle(document.querySelector(".sample"), "::after"))`)
		if mark != `"Invented sample data"fixed` {
			t.Errorf("%s is printed with the mark %s", name, mark)
		}
	}
}

// shownRows are the rows of the matrix that are not filtered away.
const shownRows = `[...document.querySelectorAll("#matrix tbody tr")].filter(r => !r.hidden)`

func TestBrowserSortsAndFilters(t *testing.T) {
	in, _ := open(t, 12, replyLines, true)
	b := browse(t, write(t, in))
	for _, w := range widths {
		b.do(chromedp.EmulateViewport(w.width, w.height), chromedp.Navigate(b.root+"matrix.html"), chromedp.WaitVisible("#filter"))
		b.settles(shownRows+".length", "12")
		b.do(chromedp.Click("#matrix thead th:first-child button"), chromedp.Click("#matrix thead th:first-child button"))
		b.settles(shownRows+`[0].cells[0].textContent`, "Body 011 <i>of</i> Learning")
		b.settles(`document.querySelector("#matrix th").ariaSort`, "descending")
		b.do(chromedp.Click("#matrix thead th:nth-child(4) button"))
		b.settles(`(rows => rows.findIndex(r => r.cells[3].className.startsWith("s")) > rows.findLastIndex(r => r.cells[3].className.startsWith("v")))(`+shownRows+")", "true")
		b.do(chromedp.SendKeys("#filter [name=text]", "body 00"))
		b.settles(shownRows+".length", "10")
		b.do(chromedp.SetValue("#filter [name=variable]", "4"), chromedp.Evaluate(`document.querySelector("#filter [name=variable]").dispatchEvent(new Event("change"))`, nil))
		b.do(chromedp.SetValue("#filter [name=value]", "refused"), chromedp.Evaluate(`document.querySelector("#filter [name=value]").dispatchEvent(new Event("change"))`, nil))
		b.settles(shownRows+`.every(r => r.cells[4].textContent === "refused") && `+shownRows+".length > 0", "true")
		b.do(chromedp.Click("#filter [type=reset]"))
		b.settles(shownRows+".length", "12")
	}
}

func TestBrowserFollowsACellToItsQuote(t *testing.T) {
	in, _ := open(t, 3, replyLines, true)
	b := browse(t, write(t, in))
	for _, w := range widths {
		b.do(chromedp.EmulateViewport(w.width, w.height), chromedp.Navigate(b.root+"matrix.html"), chromedp.WaitVisible("#filter"),
			chromedp.Click("#matrix tbody tr:nth-child(2) td.v a"), chromedp.WaitVisible("figure p:has(a:target) q"))
		b.settles(`(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector("figure p:has(a:target) q").getBoundingClientRect())`, "true")
		quote := b.eval(`document.querySelector("figure p:has(a:target) q").textContent`)
		if !strings.Contains(strings.Join(replyLines, "\n"), quote) {
			t.Errorf("the cell leads to %q", quote)
		}
		b.eval(`navigator.clipboard.writeText = async text => { window.copied = text }`)
		b.do(chromedp.Click("figure p:has(a:target) button.copy"))
		b.settles(`typeof window.copied`, "string")
		got := b.eval("window.copied")
		for _, want := range []string{"Body 001 <i>of</i> Learning, ", "2020-06-20", "“" + quote + "”", "(message 2 (response), 2020-06-20, characters ", "probe 1", b.root + "institutions/body_001.html#e-", "[invented sample data]"} {
			if !strings.Contains(got, want) {
				t.Errorf("the citation lacks %q: %s", want, got)
			}
		}
	}
}

// wholeReport lists a page of every kind of a report on all the bodies asked.
var wholeReport = []string{"index.html", "matrix.html", "figures.html", "institutions/body_099.html"}

func TestBrowserOpensAWholeReport(t *testing.T) {
	in, _ := open(t, bodiesAsked, replyLines, true)
	b := browse(t, write(t, in))
	for _, name := range wholeReport {
		b.load(name)
		if title := b.eval("document.title"); title == "" {
			t.Errorf("%s has no title", name)
		}
	}
}

// BenchmarkWholeReport makes a report on all the bodies asked, and opens it.
func BenchmarkWholeReport(b *testing.B) {
	in, _ := open(b, bodiesAsked, replyLines, true)
	b.Run("write", func(b *testing.B) {
		bytes := 0
		for b.Loop() {
			bytes = 0
			for _, data := range files(b, write(b, in)) {
				bytes += len(data)
			}
		}
		b.ReportMetric(float64(bytes), "bytes")
	})
	page := browse(b, write(b, in))
	for _, name := range wholeReport {
		b.Run(name, func(b *testing.B) {
			var total time.Duration
			for b.Loop() {
				total += page.load(name)
			}
			b.ReportMetric(float64(total.Milliseconds())/float64(b.N), "load-ms/op")
		})
	}
}

// load opens a page, which must come within patience, and returns the time to
// its load event.
func (b *browser) load(name string) time.Duration {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Run(ctx, chromedp.Navigate(b.root+name), chromedp.WaitReady("footer")); err != nil {
		b.Fatalf("open %s: %v", name, err)
	}
	b.settles(`performance.getEntriesByType("navigation")[0].loadEventEnd > 0`, "true")
	ms, err := strconv.ParseFloat(b.eval(`performance.getEntriesByType("navigation")[0].loadEventEnd`), 64)
	if err != nil {
		b.Fatal(err)
	}
	return time.Duration(ms * float64(time.Millisecond))
}
