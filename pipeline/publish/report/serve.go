package report

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// What a page may load, from its own folder alone. The page that runs SQL may
// also compile its engine, start it in a worker and read the dataset.
const (
	common     = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
	pagePolicy = common + "script-src 'self'"
	askPolicy  = common + "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'"
)

// Handler serves a folder of pages to this machine, with headers that keep each
// page to the folder and let no cache show an older build.
func Handler(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !loopback(r.Host) {
			http.Error(w, "this server is for its own machine", http.StatusForbidden)
			return
		}
		h := w.Header()
		h.Set("Content-Security-Policy", pagePolicy)
		if strings.HasPrefix(r.URL.Path, "/ask/") {
			h.Set("Content-Security-Policy", askPolicy)
		}
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-cache")
		files.ServeHTTP(w, r)
	})
}

// loopback tells whether a request names this machine. A page of another site
// can have a name of its own lead here, and would then read the answers.
func loopback(hostport string) bool {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = hostport
	}
	address, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return host == "localhost" || err == nil && address.IsLoopback()
}
