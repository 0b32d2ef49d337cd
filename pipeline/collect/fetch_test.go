package collect

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// site is a small Alaveteli: three requests with their JSON and attachments.
// trouble may answer in its stead.
type site struct {
	*httptest.Server
	mu      sync.Mutex
	asked   []string
	agents  map[string]bool
	busy    int // requests being answered
	mostNow int
	trouble func(w http.ResponseWriter, r *http.Request) bool
}

const siteRobots = "User-agent: *\nDisallow: */feed/\nDisallow: */search/\nDisallow: */request/*/download\nDisallow: /request/hidden\nCrawl-delay: 0.001\n"

func sitePage(slug string, messages int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<html><body><div class="request-header"><h1>Parking</h1><p class="request-header__subtitle">to <a href="/body/wexley_college">Wexley College</a></p></div>
<div class="outgoing correspondence" id="outgoing-1"><div class="correspondence_text"><p>Dear Wexley College,</p><p>How many?</p><p>Yours,</p><p>Ida Quill</p></div></div>`)
	for i := range messages {
		fmt.Fprintf(&b, `<div class="incoming correspondence" id="incoming-%d"><div class="correspondence_text"><p>Dear Ida,</p><p>See the letter.</p></div>
<ul class="list-of-attachments"><li class="attachment" id="attachment-%[1]d"><a href="/request/%s/response/%[1]d/attach/3/Reply%%20one.txt?cookie_passthrough=1"><p class="attachment__name">Reply one.txt</p></a>
<a href="/request/%[2]s/response/%[1]d/attach/html/3/Reply.txt.html">View as HTML</a><a href="https://elsewhere.example/request/%[2]s/response/%[1]d/attach/9/x.txt">x</a></li></ul></div>`, 10+i, slug)
	}
	return b.String() + "</body></html>"
}

func newSite(t *testing.T) *site {
	s := &site{agents: map[string]bool{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /robots.txt", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, siteRobots) })
	for i, slug := range []string{"parking_1", "parking_2", "parking_3"} {
		page := sitePage(slug, i+2)
		mux.HandleFunc("GET /request/"+slug, tagged("text/html; charset=utf-8", page))
		mux.HandleFunc("GET /request/"+slug+".json", tagged("application/json", `{"url_title":"`+slug+`","described_state":"successful"}`))
		mux.HandleFunc("GET /request/"+slug+"/response/{message}/attach/{part}/{file}", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Last-Modified", "Tue, 02 Jun 2020 09:00:00 GMT")
			fmt.Fprintf(w, "Reply %s: twelve.\n%s", r.PathValue("message"), strings.Repeat("x", 5000))
		})
	}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.Path)
		s.agents[r.UserAgent()] = true
		s.busy++
		s.mostNow = max(s.mostNow, s.busy)
		trouble := s.trouble
		s.mu.Unlock()
		defer func() { s.mu.Lock(); s.busy--; s.mu.Unlock() }()
		if trouble == nil || !trouble(w, r) {
			mux.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return s
}

// tagged serves a text with an ETag.
func tagged(kind, text string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		tag := `"` + hash([]byte(text))[:8] + `"`
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("Content-Type", kind)
		fmt.Fprint(w, text)
	}
}

func anywhere(netip.Addr) bool { return true }

// fetch runs a fetcher without pauses worth the name.
func (s *site) fetch(ctx context.Context, t *testing.T, dir string, paths ...string) (Fetched, error) {
	t.Helper()
	f := newFetcher(FetchOptions{Dir: dir, Contact: "foi@wexley.example", Pause: time.Microsecond}, anywhere)
	f.client.backOff = time.Microsecond
	var pages []*url.URL
	for _, p := range paths {
		u, err := requestAddress(s.URL + p)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, u)
	}
	return f.run(ctx, pages)
}

var allRequests = []string{"/request/parking_1", "/request/parking_2", "/request/parking_3"}

// tree is the content of a folder by path; of an origin what does not change.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, file)
		if err != nil {
			return err
		}
		if target, ok := strings.CutSuffix(file, originSuffix); ok {
			o, ok := readOrigin(target)
			if !ok {
				t.Errorf("%s: the origin is not that of the file", rel)
			}
			o.FetchedAt = time.Time{}
			_, path, _ := strings.Cut(strings.TrimPrefix(o.URL, "http://"), "/")
			out[rel] = fmt.Sprint(path, o.SHA256, o.Bytes, o.ETag, o.LastModified)
			return nil
		}
		data, err := os.ReadFile(file)
		out[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestFetch(t *testing.T) {
	s, dir := newSite(t), t.TempDir()
	got, err := s.fetch(t.Context(), t, dir, append(allRequests, "/request/hidden_4", "/request/gone_5")...)
	if err != nil {
		t.Fatal(err)
	}
	if got.New != 3+3+2+3+4 || len(got.Failed) != 2 || !strings.Contains(got.Failed[0], "robots.txt") || !strings.Contains(got.Failed[1], "404") {
		t.Errorf("got %+v", got)
	}
	if s.mostNow != 1 || len(s.agents) != 1 || !s.agents["roundrobin/1 (research on freedom of information; foi@wexley.example)"] {
		t.Errorf("%d at a time, as %v", s.mostNow, s.agents)
	}
	if strings.Contains(strings.Join(s.asked, " "), "hidden") {
		t.Error("asked for what robots.txt disallows")
	}
	asked := len(s.asked)
	again, err := s.fetch(t.Context(), t, dir, allRequests...)
	if err != nil || again.New != 0 || again.Unchanged != got.New {
		t.Errorf("the second time %+v, %v", again, err)
	}
	if n := len(s.asked) - asked; n != 1+3+3 {
		t.Errorf("asked %d times for what was there", n)
	}
}

// TestFetchedFilesAreInput reads what was fetched: each reply has its own of
// two files with one name, and origins are no input.
func TestFetchedFilesAreInput(t *testing.T) {
	s, dir := newSite(t), t.TempDir()
	if _, err := s.fetch(t.Context(), t, dir, allRequests[0]); err != nil {
		t.Fatal(err)
	}
	threads, found := collectFolder(t, Options{Root: dir, Reference: "../../data/reference", Sample: true, CacheDir: testCache})
	if len(threads) != 1 || len(found) != 0 {
		t.Fatalf("%d threads, %v", len(threads), found)
	}
	for i, want := range []string{"Reply 10", "Reply 11"} {
		if a := threads[0].Messages[i+1].Attachments; len(a) != 1 || !strings.HasPrefix(a[0].Text, want) {
			t.Errorf("message %d: %+v", i+1, a)
		}
	}
}

// TestFetchResumes interrupts a run at random ten times, on a site that cuts
// connections and is busy: in the end the files are those of a quiet run.
func TestFetchResumes(t *testing.T) {
	s, quiet, dir := newSite(t), t.TempDir(), t.TempDir()
	if _, err := s.fetch(t.Context(), t, quiet, allRequests...); err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(7, 11))
	interrupted := 0
	for interrupted < 10 {
		ctx, cancel := context.WithCancel(t.Context())
		left := 1 + rnd.IntN(7)
		s.trouble = func(w http.ResponseWriter, r *http.Request) bool {
			if left--; left == 0 {
				cutShort(w)
				cancel()
				return true
			}
			return troubled(rnd, w)
		}
		_, err := s.fetch(ctx, t, dir, allRequests...)
		cancel()
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("not interrupted: %v", err)
		}
		interrupted++
	}
	s.trouble = func(w http.ResponseWriter, _ *http.Request) bool { return rnd.IntN(4) == 0 && troubled(rnd, w) }
	got, err := s.fetch(t.Context(), t, dir, allRequests...)
	if err != nil || len(got.Failed) > 0 {
		t.Fatalf("%+v, %v", got, err)
	}
	if d := cmp.Diff(tree(t, quiet), tree(t, dir)); d != "" {
		t.Error(d)
	}
}

// troubled gives now and then what a busy site gives.
func troubled(rnd *rand.Rand, w http.ResponseWriter) bool {
	switch rnd.IntN(6) {
	case 0:
		w.Header().Set("Retry-After", "0")
		w.WriteHeader(http.StatusTooManyRequests)
	case 1:
		w.WriteHeader(http.StatusBadGateway)
	case 2:
		cutShort(w)
	default:
		return false
	}
	return true
}

// cutShort sends less than it says and drops the connection.
func cutShort(w http.ResponseWriter) {
	conn, rw, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	fmt.Fprint(rw, "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n<p class=correspondence>")
	rw.Flush()
	conn.Close()
}

func TestFetchRefuses(t *testing.T) {
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("another host was asked") }))
	defer other.Close()
	s := newSite(t)
	tests := map[string]struct {
		answer func(w http.ResponseWriter, r *http.Request)
		want   string
	}{
		"another host": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, other.URL+"/request/parking_1", http.StatusFound)
		}, "another host"},
		"in a circle": {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }, "too many redirects"},
		"forbidden":   {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) }, "403"},
		"a robot check": {func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprint(w, "<html>Are you a human?</html>")
		}, "no request page"},
		"without end": {func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := w.Write(make([]byte, 1<<20)); err != nil {
					return
				}
			}
		}, "limit on size"},
		"busy for ever": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) }, "503"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s.trouble = func(w http.ResponseWriter, r *http.Request) bool {
				if r.URL.Path == "/robots.txt" {
					return false
				}
				tt.answer(w, r)
				return true
			}
			dir := t.TempDir()
			got, err := s.fetch(t.Context(), t, dir, "/request/parking_1")
			if err != nil || len(got.Failed) != 1 || !strings.Contains(got.Failed[0], tt.want) {
				t.Errorf("got %+v, %v", got, err)
			}
			if len(tree(t, dir)) != 0 {
				t.Error("a file was written")
			}
		})
	}
}

func TestFetchRefusesPrivateAddresses(t *testing.T) {
	s := newSite(t)
	s.trouble = func(http.ResponseWriter, *http.Request) bool { t.Error("the site was asked"); return false }
	got, err := Fetch(t.Context(), s.URL+"/request/parking_1", FetchOptions{Dir: t.TempDir(), Contact: "x"})
	if err != nil || len(got.Failed) == 0 || !strings.Contains(got.Failed[0], "private address") {
		t.Errorf("got %+v, %v", got, err)
	}
	for address, want := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1::1": true, "127.0.0.1": false, "10.1.2.3": false, "192.168.0.1": false, "172.16.9.9": false,
		"169.254.169.254": false, "100.64.1.1": false, "0.0.0.0": false, "::1": false, "fe80::1": false, "fd00::1": false,
		"::ffff:127.0.0.1": false, "224.0.0.1": false,
	} {
		if got := isPublic(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s: %v", address, got)
		}
	}
}

func TestFetchList(t *testing.T) {
	file := filepath.Join(t.TempDir(), "list.txt")
	tests := map[string]struct {
		from, list, want string // want: the addresses, or the error
	}{
		"address":    {"https://site.example/request/a_1?unfold=1#x", "", "https://site.example/request/a_1"},
		"list":       {file, "# of May\nhttps://site.example/request/a_1\n\nhttp://site.example/request/b # second\n", "https://site.example/request/a_1 http://site.example/request/b"},
		"no request": {"https://site.example/body/a", "", "is not the address of a request"},
		"climbs":     {"https://site.example/request/../etc", "", "is not the address of a request"},
		"no scheme":  {file, "ftp://site.example/request/a", "line 1"},
		"password":   {"https://me:secret@site.example/request/a", "", "no web address"},
		"empty list": {file, "\n", "no address"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile(file, []byte(tt.list), 0o600); err != nil {
				t.Fatal(err)
			}
			pages, err := fetchList(tt.from)
			var got []string
			for _, p := range pages {
				got = append(got, p.String())
			}
			if err != nil && strings.Contains(err.Error(), tt.want) {
				return
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got %v, %v", got, err)
			}
		})
	}
}

func TestRobots(t *testing.T) {
	const text = "User-agent: other\nUser-agent: third\nDisallow: /\n\nUser-agent: *\nDisallow: /feed/\nDisallow: */download\nAllow: /feed/open # so far\nDisallow: /*.pdf$\nDisallow: /request/*/x\n"
	r := parseRobots(text)
	for path, want := range map[string]bool{
		"/request/a": true, "/feed/a": false, "/feed/open/a": true, "/request/a/download": false, "/a.pdf": false, "/a.pdf?x=1": true, "/request/b/x": false, "/": true,
	} {
		if got := r.allows(path); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
	if parseRobots("User-agent: roundrobin\nDisallow: /\nUser-agent: *\nAllow: /\n").allows("/request/a") {
		t.Error("the group for this program does not come first")
	}
	if r := parseRobots("User-agent: *\nCrawl-delay: 2.5\n"); r.delay != 2500*time.Millisecond {
		t.Errorf("delay %v", r.delay)
	}
}

func TestFileName(t *testing.T) {
	for name, want := range map[string]string{
		"Reply (1).pdf": "Reply (1).pdf", `..\..\x`: "_.._x", "../x": "_x", "": "unnamed", "a\x00b": "a_b", ".hidden": "hidden",
		strings.Repeat("é", 100) + ".pdf": strings.Repeat("é", 58) + ".pdf",
	} {
		if got := fileName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
