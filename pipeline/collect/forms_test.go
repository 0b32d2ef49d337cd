package collect

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roundrobin/pipeline/thread"
)

// brief is a message in short.
type brief struct {
	Direction, Date, From, Text string
	Files                       []string // name: status
}

func briefs(th *thread.Thread) []brief {
	var out []brief
	for _, m := range th.Messages {
		b := brief{Direction: m.Direction, From: m.From, Text: strings.TrimSpace(m.Text)}
		if m.DateBasis == dateHeader {
			b.Date = m.Date.Format("2006-01-02")
		}
		for _, a := range m.Attachments {
			b.Files = append(b.Files, a.Filename+": "+a.TextStatus)
		}
		out = append(out, b)
	}
	return out
}

func kinds(found []thread.Problem) []string {
	var out []string
	for _, p := range found {
		out = append(out, p.Kind+" "+p.Severity)
	}
	return out
}

func check(t *testing.T, th *thread.Thread, want []brief) {
	t.Helper()
	if d := cmp.Diff(want, briefs(th)); d != "" {
		t.Error(d)
	}
}
