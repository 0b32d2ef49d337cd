package collect

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// robots is the part of a robots.txt that speaks to this program (RFC 9309).
type robots struct {
	rules []robotsRule
	delay time.Duration // of the widely known line Crawl-delay
	none  bool          // the site could not say: nothing may be fetched
}

type robotsRule struct {
	pattern *regexp.Regexp
	length  int // of the path in the rule: the longest match decides
	allow   bool
}

const (
	robotsName = "roundrobin"
	maxRobots  = 512 << 10 // bytes
)

// mayFetch tells whether the site lets the address be fetched. Its robots.txt
// is asked for once a run.
func (f *fetcher) mayFetch(ctx context.Context, u *url.URL) (bool, error) {
	r := f.robots[u.Host]
	if r == nil {
		var err error
		if r, err = f.fetchRobots(ctx, u); err != nil {
			return false, err
		}
		f.robots[u.Host] = r
		f.client.pause = max(f.client.pause, r.delay)
	}
	return r.allows(u.RequestURI()), nil
}

// fetchRobots reads an answer of the site as RFC 9309, 2.3.1 says: none is
// leave, a failure is not.
func (f *fetcher) fetchRobots(ctx context.Context, u *url.URL) (*robots, error) {
	got, err := f.client.get(ctx, &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}, origin{}, maxRobots)
	var status statusError
	switch {
	case ctx.Err() != nil:
		return nil, fmt.Errorf("fetch robots.txt of %s: %w", u.Host, ctx.Err())
	case errors.As(err, &status) && status.code >= 400 && status.code < 500 && status.code != 429:
		return &robots{}, nil
	case err != nil:
		f.fail(u, fmt.Errorf("fetch robots.txt: %w", err))
		return &robots{none: true}, nil
	}
	return parseRobots(string(got.data)), nil
}

// parseRobots takes the group for this program, else the one for all.
func parseRobots(text string) *robots {
	groups := map[string]*robots{}
	var agents []string
	inRules := false
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		if key == "user-agent" {
			if inRules {
				agents, inRules = nil, false
			}
			agents = append(agents, strings.ToLower(value))
			continue
		}
		inRules = true
		for _, a := range agents {
			if groups[a] == nil {
				groups[a] = &robots{}
			}
			groups[a].add(key, value)
		}
	}
	for _, name := range []string{robotsName, "*"} {
		if g := groups[name]; g != nil {
			return g
		}
	}
	return &robots{}
}

func (r *robots) add(key, value string) {
	value = strings.ToValidUTF8(value, "")
	switch key {
	case "crawl-delay":
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 {
			r.delay = min(time.Duration(s*float64(time.Second)), maxWait)
		}
	case "allow", "disallow":
		if value == "" {
			return
		}
		body, end := strings.CutSuffix(value, "$")
		pattern := "^" + strings.ReplaceAll(regexp.QuoteMeta(body), `\*`, ".*")
		if end {
			pattern += "$"
		}
		r.rules = append(r.rules, robotsRule{regexp.MustCompile(pattern), len(value), key == "allow"})
	}
}

// allows decides by the longest rule that matches a path with its query; of
// two as long the one that allows.
func (r *robots) allows(path string) bool {
	if r.none {
		return false
	}
	longest, allow := 0, true
	for _, rule := range r.rules {
		if rule.pattern.MatchString(path) && (rule.length > longest || rule.length == longest && rule.allow) {
			longest, allow = rule.length, rule.allow
		}
	}
	return allow
}
