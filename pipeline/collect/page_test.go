package collect

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roundrobin/pipeline/thread"
)

const corpus = "../../data/sample"

// flatten writes a thread as a request page copied as text.
func flatten(t *thread.Thread, site ...string) string {
	lines := []string{t.Title}
	for _, m := range t.Messages {
		lines = append(lines, bodyLines(m.Text)...)
	}
	return strings.Join(append(lines, site...), "\n") + "\n"
}

// bodyLines are the lines of a text without the blank ones, which pages lose.
func bodyLines(text string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

type shape struct {
	Direction, First, Last string
	Lines                  int
}

func shapes(msgs []thread.Message) []shape {
	var out []shape
	for _, m := range msgs {
		lines := bodyLines(m.Text)
		out = append(out, shape{m.Direction, lines[0], lines[len(lines)-1], len(lines)})
	}
	return out
}

func parsePage(t *testing.T, text string) *thread.Thread {
	t.Helper()
	p := &problems{path: "some_request.txt"}
	threads := readPage(nil, source{Item{Path: "some_request.txt", Kind: KindText}, []byte(text)}, p)
	if len(threads) != 1 {
		t.Fatalf("got %d threads, problems %v", len(threads), p.list)
	}
	return threads[0]
}

func TestPageBordersOfFlattenedThreads(t *testing.T) {
	for _, name := range []string{
		"harrowmere", "thornleyvale", "ardenmoor", "brackenholt", "elverdale", "fennbridge",
		"kestrelford", "penhallick", "saltcombe", "strathellan", "vellacott", "lindisholme",
	} {
		t.Run(name, func(t *testing.T) {
			p := &problems{}
			src := source{Item: Item{Path: name}, data: readFile(t, filepath.Join(corpus, name+".thread.yaml"))}
			want := readYAML(nil, src, p)[0]
			got := parsePage(t, flatten(want, "We work to defend the right to FOI for everyone", "Donate Now"))
			if d := cmp.Diff(shapes(want.Messages), shapes(got.Messages)); d != "" {
				t.Error(d)
			}
			if got.Title != want.Title || nameKey(got.Institution.Name) != nameKey(want.Institution.Name) {
				t.Errorf("title %q, institution %q", got.Title, got.Institution.Name)
			}
		})
	}
}

func TestPageMessages(t *testing.T) {
	const request = "Parking permits\nDear Wexley College,\nPlease tell me how many permits you issued.\nYours faithfully,\nIda Quill\n"
	tests := map[string]struct {
		rest string
		want []string // direction and first line of each message after the request
	}{
		"reply with a reference block": {
			"WX-17/20\n4 May 2020\nName: Ida Quill\nDear Ms Quill\nWe issued twelve permits in all, as the table below shows in full.\nRegards\nTom Brill\nEstates Officer\n",
			[]string{"received WX-17/20"},
		},
		"automatic reply without salutation": {
			"Your message was received and will be answered within twenty working days.\nDear Ms Quill,\nWe hold nothing.\nKind regards\nTom Brill\n",
			[]string{"received Your message was received and will be answered within twenty working days.", "received Dear Ms Quill,"},
		},
		"chaser to an officer by name": {
			"Dear Ida,\nWe need more time.\nBest wishes,\nTom\nDear Tom,\nWhen can I expect the answer?\nThanks\nIda Quill\nDear Ida,\nTomorrow.\nTom\n",
			[]string{"received Dear Ida,", "sent Dear Tom,", "received Dear Ida,"},
		},
		"request quoted below the reply": {
			"Dear Ida,\nSee below.\nRegards\nTom\nFrom: Ida Quill [mailto:x]\nDear Wexley College,\nPlease tell me how many permits you issued.\nYours faithfully,\nIda Quill\n",
			[]string{"received Dear Ida,"},
		},
		"two languages in one letter": {
			"Annwyl Ms Quill,\nNid oes gennym y wybodaeth hon.\nDear Ms Quill,\nWe do not hold this information.\nYn gywir / Yours sincerely,\nTom Brill\n",
			[]string{"received Annwyl Ms Quill,"},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := parsePage(t, request+tt.rest)
			var have []string
			for _, m := range got.Messages[1:] {
				have = append(have, m.Direction+" "+bodyLines(m.Text)[0])
			}
			if d := cmp.Diff(tt.want, have); d != "" {
				t.Error(d)
			}
			if got.Messages[0].Direction != thread.Sent || got.Institution.Name != "Wexley College" {
				t.Errorf("request is %s, to %q", got.Messages[0].Direction, got.Institution.Name)
			}
		})
	}
}

func TestPageOfTheSite(t *testing.T) {
	file := "../../../shared/collected/liverpool.txt"
	text := optionalFile(t, file)
	got := parsePage(t, string(text))
	var directions []string
	for _, m := range got.Messages {
		directions = append(directions, m.Direction)
		if strings.Contains(m.Text, "Donate") {
			t.Error("a line of the site is left in a message")
		}
	}
	if d := cmp.Diff([]string{thread.Sent, thread.Received, thread.Received}, directions); d != "" {
		t.Error(d)
	}
}
