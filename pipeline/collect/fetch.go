package collect

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// FetchOptions say where fetched files go and how the site is treated.
type FetchOptions struct {
	Dir     string        // folder that gets the files; those of an earlier run are kept
	Contact string        // address or page that tells the site who asks; part of the user agent
	Pause   time.Duration // between two requests; a longer crawl delay of the site counts instead
	Log     func(string)  // told of each file; nil for nobody
}

// Fetched counts what became of the files of a run.
type Fetched struct {
	New, Unchanged int
	Failed         []string // what could not be had and why, in order
}

// Limits on what one request of the platform may hold.
const (
	maxPage     = 8 << 20 // bytes of a page or its JSON
	maxAttached = 500     // attachments of one request
)

var requestPath = regexp.MustCompile(`^/request/([\w-]+)$`)

// Fetch downloads request pages of Alaveteli sites, their JSON and their
// attachments. It makes one request at a time and obeys robots.txt. What an
// earlier, interrupted run left is not asked for again, or only whether it
// changed. A request that cannot be had is in Failed and does not end the run;
// an error does.
func Fetch(ctx context.Context, from string, opts FetchOptions) (Fetched, error) {
	pages, err := fetchList(from)
	if err != nil {
		return Fetched{}, err
	}
	return newFetcher(opts, isPublic).run(ctx, pages)
}

// fetchList is the address, or the addresses in a file, one a line; "#" begins
// a comment.
func fetchList(from string) ([]*url.URL, error) {
	lines := []string{from}
	if !strings.Contains(from, "://") {
		f, err := os.Open(from)
		if err != nil {
			return nil, fmt.Errorf("open list: %w", err)
		}
		defer f.Close()
		lines = nil
		scan := bufio.NewScanner(f)
		for scan.Scan() {
			line, _, _ := strings.Cut(scan.Text(), " #")
			lines = append(lines, strings.TrimSpace(line))
		}
		if err := scan.Err(); err != nil {
			return nil, fmt.Errorf("read list: %w", err)
		}
	}
	var out []*url.URL
	for i, line := range lines {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		u, err := requestAddress(line)
		if err != nil {
			return nil, fmt.Errorf("read list line %d: %w", i+1, err)
		}
		out = append(out, u)
	}
	if len(out) == 0 {
		return nil, errors.New("read list: no address in it")
	}
	return out, nil
}

// requestAddress is the address of a request page without query and fragment.
func requestAddress(s string) (*url.URL, error) {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return nil, fmt.Errorf("%q is no web address", s)
	}
	if !requestPath.MatchString(u.Path) {
		return nil, fmt.Errorf("%q is not the address of a request (https://SITE/request/NAME)", s)
	}
	return &url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}, nil
}

// fetcher is one run.
type fetcher struct {
	opts   FetchOptions
	client *client
	robots map[string]*robots // by host
	result Fetched
}

// newFetcher makes a run that connects only to addresses that allowed names.
func newFetcher(opts FetchOptions, allowed func(netip.Addr) bool) *fetcher {
	return &fetcher{opts: opts, client: newClient(opts.Contact, opts.Pause, allowed), robots: map[string]*robots{}}
}

func (f *fetcher) run(ctx context.Context, pages []*url.URL) (Fetched, error) {
	if err := os.MkdirAll(f.opts.Dir, 0o755); err != nil {
		return f.result, fmt.Errorf("make folder: %w", err)
	}
	for _, page := range pages {
		if err := f.request(ctx, page); err != nil {
			return f.result, err
		}
	}
	return f.result, nil
}

// request fetches the page of a request, its JSON and its attachments.
func (f *fetcher) request(ctx context.Context, page *url.URL) error {
	slug := requestPath.FindStringSubmatch(page.Path)[1]
	unfolded := *page
	unfolded.RawQuery = "unfold=1"
	address := &unfolded
	if ok, err := f.mayFetch(ctx, address); err != nil {
		return err
	} else if !ok {
		address = page
	}
	file := filepath.Join(f.opts.Dir, slug+".html")
	if ok, err := f.file(ctx, address, file, maxPage, isRequestPage); err != nil || !ok {
		return err
	}
	sidecar := *page
	sidecar.Path += ".json"
	if _, err := f.file(ctx, &sidecar, filepath.Join(f.opts.Dir, slug+".json"), maxPage, nil); err != nil {
		return err
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("read page: %w", err)
	}
	links := attachmentLinks(page, data)
	if len(links) > maxAttached {
		f.fail(page, fmt.Errorf("%d attachments, the limit is %d", len(links), maxAttached))
		links = links[:maxAttached]
	}
	for _, l := range links {
		if err := f.attachment(ctx, l, filepath.Join(f.opts.Dir, slug+"_files", l.folder, l.name)); err != nil {
			return err
		}
	}
	return nil
}

// attachment fetches a file that never changes, unless it is there.
func (f *fetcher) attachment(ctx context.Context, l attachmentLink, file string) error {
	if o, ok := readOrigin(file); ok && o.URL == l.url.String() {
		f.result.Unchanged++
		return nil
	}
	_, err := f.file(ctx, l.url, file, maxDocument, nil)
	return err
}

// file fetches one file, unless the site says that it is as it was. It reports
// whether the file is there; only an end of the run and a failure to write are
// errors.
func (f *fetcher) file(ctx context.Context, u *url.URL, file string, limit int64, accept func([]byte) error) (bool, error) {
	allowed, err := f.mayFetch(ctx, u)
	if err != nil {
		return false, err
	}
	if !allowed {
		f.fail(u, errors.New("robots.txt of the site disallows it"))
		return false, nil
	}
	old, _ := readOrigin(file)
	got, err := f.client.get(ctx, u, old, limit)
	if err == nil && !got.unchanged && accept != nil {
		err = accept(got.data)
	}
	switch {
	case ctx.Err() != nil:
		return false, fmt.Errorf("fetch %s: %w", u, ctx.Err())
	case err != nil:
		f.fail(u, err)
		return false, nil
	case got.unchanged:
		f.result.Unchanged++
		return true, nil
	}
	if err := writeFetched(file, got.data, got.origin); err != nil {
		return false, err
	}
	f.result.New++
	f.log(file)
	return true, nil
}

func (f *fetcher) fail(u *url.URL, err error) {
	f.result.Failed = append(f.result.Failed, u.String()+": "+err.Error())
	f.log(f.result.Failed[len(f.result.Failed)-1])
}

func (f *fetcher) log(s string) {
	if f.opts.Log != nil {
		f.opts.Log(s)
	}
}
