package report_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"roundrobin/queries"
)

// bundled is where make ask puts what npm brings.
const bundled = "../../../bin/.ask"

// fromNPM is a file of the bundle. Only a run of CI must have one.
func fromNPM(t *testing.T, name string) string {
	t.Helper()
	file, err := filepath.Abs(filepath.Join(bundled, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file); err == nil {
		return file
	}
	if os.Getenv("CI") == "true" && os.Getenv("RR_NO_BROWSER") == "" {
		t.Fatal("nothing bundled: make ask comes before the tests; RR_NO_BROWSER=1 leaves the browser tests out")
	}
	t.Skip("browser test left out: make ask has bundled nothing from npm")
	return ""
}

// browseAsk opens a report that has the page for one's own questions.
func browseAsk(t *testing.T) *browser {
	t.Helper()
	engine := filepath.Dir(fromNPM(t, "out/ask.js"))
	in, out := open(t, 3, hostile, true)
	if err := queries.WriteDatabase(context.Background(), out, in.Codebook); err != nil {
		t.Fatal(err)
	}
	in.Engine, in.Database = engine, filepath.Join(out, "dataset.duckdb")
	return browse(t, write(t, in))
}

// TestBrowserAsk goes through the page with one browser: the engine is large.
func TestBrowserAsk(t *testing.T) {
	b := browseAsk(t)
	b.runsSQL()
	b.sharesAQueryByItsAddress()
	b.runsAnExampleByItsName()
	b.runsEveryExample()
	b.showsAnSQLError()
}

func (b *browser) runsSQL() {
	for _, w := range widths {
		b.do(chromedp.EmulateViewport(w.width, w.height), chromedp.Navigate(b.root+"ask/"), chromedp.WaitVisible("#ask"),
			chromedp.Click("#ask button"), chromedp.WaitVisible("#result table"))
		if got := b.eval(`[...document.querySelectorAll("#result thead th")].map(c => c.textContent).join()`); got != "disposition,answers" {
			b.Errorf("columns %s", got)
		}
		if got := b.eval(`[...document.querySelectorAll("#result td.n")].reduce((n, c) => n + Number(c.textContent), 0)`); got != "72" {
			b.Errorf("%s answers, want 72", got)
		}
		if got := b.eval(`document.querySelectorAll("#result svg rect").length > 2`); got != "true" {
			b.Error("no chart of the result")
		}
		if got := b.eval(`document.documentElement.scrollWidth <= document.documentElement.clientWidth`); got != "true" {
			b.Errorf("the page is wider than a %s", w.name)
		}
		if got := b.eval(`[...document.querySelectorAll(".dict")].filter(d => /^(answers|practice|questions|decisions) /.test(d.textContent) && d.querySelectorAll("tbody tr").length > 4).length`); got != "4" {
			b.Errorf("%s of 4 tables are listed with their columns", got)
		}
		if csv := b.download("#csv", "answer-invented-sample.csv"); !strings.HasPrefix(csv, "disposition,answers\nanswered,") {
			b.Errorf("the CSV file begins %.60q", csv)
		}
	}
}

// download clicks a link and returns the file that the browser stores.
func (b *browser) download(link, name string) string {
	b.Helper()
	dir := b.TempDir()
	b.do(cdpbrowser.SetDownloadBehavior(cdpbrowser.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(dir), chromedp.Click(link))
	for range 100 {
		if data, err := os.ReadFile(filepath.Join(dir, name)); err == nil && len(data) > 0 {
			return string(data)
		}
		time.Sleep(20 * time.Millisecond)
	}
	b.Errorf("no file %s came", name)
	return ""
}

func (b *browser) sharesAQueryByItsAddress() {
	b.do(chromedp.Navigate(b.root+"ask/#sql=SELECT+institution_id%2C+name+FROM+institutions+ORDER+BY+1"), chromedp.WaitVisible("#result table"))
	b.settles(`document.querySelectorAll("#result tbody tr").length`, "3")
	b.settles(`document.querySelector("#result td:nth-child(2)").textContent`, "Body 000 <i>of</i> Learning")
}

func (b *browser) runsAnExampleByItsName() {
	b.do(chromedp.Navigate("about:blank"), chromedp.Navigate(b.root+"figures.html"), chromedp.Evaluate(`document.querySelector("#dispositions details").open = true`, nil),
		chromedp.Click("#dispositions details a"), chromedp.WaitVisible("#result table"))
	b.settles(`document.querySelectorAll("#result tbody tr").length`, "24")
	b.settles(`new URLSearchParams(location.hash.slice(1)).get("sql").includes("FROM")`, "true")
}

func (b *browser) runsEveryExample() {
	b.do(chromedp.Navigate(b.root+"ask/"), chromedp.WaitVisible("#ask"))
	scripts, err := queries.Summaries()
	if err != nil {
		b.Fatal(err)
	}
	for _, s := range scripts {
		b.eval(`(() => { const e = document.querySelector("#ask [name=example]"); e.value = "` + s.Name + `"; e.dispatchEvent(new Event("change")); document.querySelector("#ask button").click(); return "" })()`)
		b.do(chromedp.WaitVisible("#result > *"))
		if got := b.eval(`document.querySelector("#result [role=alert]")?.textContent ?? ""`); got != "" {
			b.Errorf("%s: %s", s.Name, got)
		}
	}
}

func (b *browser) showsAnSQLError() {
	b.do(chromedp.Navigate(b.root+"ask/#sql=FROM+answrs"), chromedp.WaitVisible("#result [role=alert]"))
	if got := b.eval(`document.querySelector("#result [role=alert]").textContent`); !strings.Contains(got, "LINE 1") {
		b.Errorf("the message is %q", got)
	}
}

// serious lists what axe finds of grave faults, one a line.
const serious = `axe.run().then(r => r.violations.filter(v => v.impact === "serious" || v.impact === "critical")
	.map(v => v.id + " " + v.nodes.slice(0, 3).map(n => n.target.join(" ") + " " + n.failureSummary).join("; ")).join("\n"))`

func TestBrowserAccessibility(t *testing.T) {
	axe, err := os.ReadFile(fromNPM(t, "node_modules/axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	b := browseAsk(t)
	for i, scheme := range []string{"light", "dark"} {
		w := widths[i]
		b.do(emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}),
			chromedp.EmulateViewport(w.width, w.height))
		for _, name := range []string{"index.html", "figures.html", "matrix.html", "reading.html", "institutions/body_001.html", "ask/"} {
			b.do(chromedp.Navigate(b.root+name), chromedp.WaitReady("footer"), chromedp.Evaluate(string(axe), nil))
			if faults := b.await(serious); faults != "" {
				t.Errorf("%s on a %s, %s:\n%s", name, w.name, scheme, faults)
			}
		}
	}
}

// await runs JavaScript and returns the text that its promise comes to.
func (b *browser) await(js string) string {
	b.Helper()
	var text string
	b.do(chromedp.Evaluate(js, &text, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	return text
}
