package collect

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"syscall"
	"time"
)

const (
	fetchTries   = 6
	fetchBackOff = 2 * time.Second // before the second try; twice as long before each further one
	fetchTimeout = 2 * time.Minute // for one answer
	maxWait      = 5 * time.Minute // that a site may ask for
	maxRedirects = 5
)

// client asks one thing at a time.
type client struct {
	http    *http.Client
	agent   string
	pause   time.Duration
	backOff time.Duration
	next    time.Time // when the next request may be made
}

// newClient makes a client that connects only to addresses that allowed names
// and follows redirects only on the same host.
func newClient(contact string, pause time.Duration, allowed func(netip.Addr) bool) *client {
	dialer := &net.Dialer{Timeout: 30 * time.Second, Control: func(_, address string, _ syscall.RawConn) error {
		at, err := netip.ParseAddrPort(address)
		if err != nil {
			return fmt.Errorf("connect to %s: %w", address, err)
		}
		if !allowed(at.Addr()) {
			return fmt.Errorf("connect to %s: %w", address, errPrivate)
		}
		return nil
	}}
	return &client{
		http: &http.Client{
			Timeout:       fetchTimeout,
			Transport:     &http.Transport{DialContext: dialer.DialContext, ForceAttemptHTTP2: true, MaxIdleConns: 1, TLSHandshakeTimeout: 30 * time.Second},
			CheckRedirect: sameHost,
		},
		agent: "roundrobin/1 (research on freedom of information; " + contact + ")",
		pause: pause, backOff: fetchBackOff,
	}
}

var (
	errPrivate  = errors.New("a private address")
	errRedirect = errors.New("a redirect to another host")
)

// sharedAddresses are those of carriers (RFC 6598), which no site has.
var sharedAddresses = netip.MustParsePrefix("100.64.0.0/10")

// isPublic tells addresses on the open net.
func isPublic(a netip.Addr) bool {
	a = a.Unmap()
	return a.IsGlobalUnicast() && !a.IsPrivate() && !a.IsLoopback() && !a.IsLinkLocalUnicast() && !sharedAddresses.Contains(a)
}

func sameHost(req *http.Request, via []*http.Request) error {
	first := via[0].URL
	switch {
	case len(via) > maxRedirects:
		return errors.New("too many redirects")
	case req.URL.Host != first.Host, first.Scheme == "https" && req.URL.Scheme != "https":
		return errRedirect
	}
	return nil
}

// answer is what a site gave.
type answer struct {
	data      []byte
	origin    origin
	unchanged bool // the file of the old origin is still the one
}

// statusError is an answer that is no file.
type statusError struct {
	code int
	wait time.Duration // that the site asks for
}

func (e statusError) Error() string {
	return fmt.Sprintf("the site answers %d %s", e.code, http.StatusText(e.code))
}

// get asks for a file, again where another try may help.
func (c *client) get(ctx context.Context, u *url.URL, old origin, limit int64) (answer, error) {
	for try := 1; ; try++ {
		if err := c.wait(ctx, time.Until(c.next)); err != nil {
			return answer{}, err
		}
		got, err := c.once(ctx, u, old, limit)
		c.next = time.Now().Add(c.pause)
		if err == nil || try == fetchTries || !helps(err) || ctx.Err() != nil {
			return got, err
		}
		wait := c.backOff << (try - 1)
		var status statusError
		if errors.As(err, &status) {
			wait = max(wait, min(status.wait, maxWait))
		}
		if err := c.wait(ctx, wait); err != nil {
			return answer{}, err
		}
	}
}

// helps tells whether another try may help: not where the site refuses.
func helps(err error) bool {
	var status statusError
	if errors.As(err, &status) {
		return status.code == http.StatusTooManyRequests || status.code >= 500
	}
	return !errors.Is(err, errPrivate) && !errors.Is(err, errRedirect) && !errors.Is(err, errTooLarge)
}

func (c *client) wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(max(d, 0))
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return ctx.Err()
	}
}

func (c *client) once(ctx context.Context, u *url.URL, old origin, limit int64) (answer, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return answer{}, err
	}
	req.Header.Set("User-Agent", c.agent)
	if old.URL == u.String() {
		setIf(req.Header, "If-None-Match", old.ETag)
		setIf(req.Header, "If-Modified-Since", old.LastModified)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return answer{}, err
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode == http.StatusNotModified && old.SHA256 != "":
		return answer{unchanged: true}, nil
	case resp.StatusCode != http.StatusOK:
		seconds, _ := strconv.Atoi(resp.Header.Get("Retry-After")) // a date or none: the usual wait
		return answer{}, statusError{resp.StatusCode, time.Duration(seconds) * time.Second}
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	switch {
	case err != nil:
		return answer{}, err
	case int64(len(data)) > limit:
		return answer{}, errTooLarge
	}
	return answer{data: data, origin: origin{
		URL: u.String(), FetchedAt: time.Now().UTC().Truncate(time.Second), SHA256: hash(data), Bytes: len(data),
		ContentType: resp.Header.Get("Content-Type"), ETag: resp.Header.Get("ETag"), LastModified: resp.Header.Get("Last-Modified"),
	}}, nil
}

func setIf(h http.Header, key, value string) {
	if value != "" {
		h.Set(key, value)
	}
}
