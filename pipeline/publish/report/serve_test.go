package report_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"roundrobin/pipeline/publish/report"
)

func TestHandlerKeepsPagesToTheirFolder(t *testing.T) {
	in, _ := open(t, 1, replyLines, true)
	server := httptest.NewServer(report.Handler(write(t, in)))
	defer server.Close()
	for path, code := range map[string]int{"/": 200, "/matrix.html": 200, "/report.js": 200, "/ask/": 404, "/../go.mod": 404} {
		res, err := http.Get(server.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != code {
			t.Errorf("%s: status %d, want %d", path, res.StatusCode, code)
		}
		policy := res.Header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "http") || strings.Contains(policy, "'unsafe-") {
			t.Errorf("%s: policy %s", path, policy)
		}
		if compiles := strings.Contains(policy, "wasm-unsafe-eval"); compiles != (path == "/ask/") {
			t.Errorf("%s: may compile %t", path, compiles)
		}
		if res.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: no nosniff", path)
		}
	}
}

func TestHandlerAnswersThisMachineAlone(t *testing.T) {
	in, _ := open(t, 1, replyLines, true)
	handler := report.Handler(write(t, in))
	for host, code := range map[string]int{
		"127.0.0.1:8124": 200, "localhost:8124": 200, "localhost": 200, "[::1]:8124": 200,
		"evil.example:8124": 403, "127.0.0.1.evil.example": 403, "192.168.0.7:8124": 403, "": 403,
	} {
		request := httptest.NewRequest(http.MethodGet, "/index.html", nil)
		request.URL.Path, request.Host = "/", host
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, request)
		if answer.Code != code {
			t.Errorf("%q: status %d, want %d", host, answer.Code, code)
		}
	}
}
