package code

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"
)

// goldThread is one labelled thread with the figures coded from it.
type goldThread struct {
	name    string
	replies []string // answers in reading form: paragraphs of the replies, no restated questions
	raw     string   // everything the body sent, as stored
	files   []string // attachment texts
	letter  time.Time
	figures goldFigures
}

type goldFigures struct {
	Retention []struct {
		Period, Trigger, Scope string
		PeriodMin              *string `yaml:"period_min"`
		Basis                  *string
	}
	Disclosures []struct {
		Recipient string
		Count     *int64
		Qualifier *string
		Start     string `yaml:"period_start"`
		End       string `yaml:"period_end"`
	}
	Usage []struct {
		Count           *int64
		Qualifier, Unit string
		Start           string `yaml:"period_start"`
		End             string `yaml:"period_end"`
	}
}

type goldMessage struct {
	Date                  string
	Direction, Kind, Body string
	Attachments           []struct{ Filename, Text string }
}

// readGoldThreads reads the labelled threads of the folders that exist.
func readGoldThreads(t *testing.T) []goldThread {
	t.Helper()
	var files []string
	for _, dir := range []string{"../../../shared/corpus", "../../data/evaluation/dev"} {
		found, _ := filepath.Glob(filepath.Join(dir, "*.gold.yaml"))
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Skip("no labelled threads at ../shared/corpus")
	}
	keptAside := []string{"marrowby", "oxmere", "tarnwick"}
	var out []goldThread
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".gold.yaml")
		if slices.Contains(keptAside, name) {
			continue
		}
		g := goldThread{name: name}
		readGoldYAML(t, f, &g.figures)
		var th struct{ Messages []goldMessage }
		readGoldYAML(t, strings.TrimSuffix(f, ".gold.yaml")+".thread.yaml", &th)
		for _, m := range th.Messages {
			if m.Direction == "received" && (m.Kind == "response" || strings.HasPrefix(m.Kind, "review")) {
				g.add(m)
			}
		}
		out = append(out, g)
	}
	return out
}

func readGoldYAML(t *testing.T, file string, v any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err == nil {
		err = yaml.Unmarshal(data, v)
	}
	if err != nil {
		t.Fatalf("read %s: %v", file, err)
	}
}

var (
	goldPaper    = regexp.MustCompile(`(?i)\.csv$|\.xlsx$|policy|procedure|dpia|protocol|appendix|document|extract|guideline|enclosure|annex`)
	goldLabel    = regexp.MustCompile(`(?m)^ *(?:Q(?:uestion )?\d|\d\.? |\(?[ivx]+\) |Part \d|[1-9][.)] )`)
	goldSpaces   = regexp.MustCompile(`[ \n\r]+`)
	goldQuote    = regexp.MustCompile(`(?m)^>.*\n?`)
	goldFooter   = regexp.MustCompile(`(?m)\n*^.*(?:Page \d|p?\d/\d).*\n*(?:\f|\\f)\n(?:.*(?:UNIVERSITY|  ).*\n)?`)
	goldQuestion = regexp.MustCompile(`(?ms)(?:^|\t)[\s>]*(?:(?:Question \d|[a-f]|Q?\d)\w?[.:)] )?(?:Please name every.*?Home|Please send me|Does the University|If (?:the answer|it does|social media)|Is the University|Where intelligence|Unless (?:an earlier|the documents)|How often is|the (?:length|areas|criteria|steps|data protection|privacy|equality)\b|who(?:ever| has)|whether the person|whatever is).*?(?:\?|;|\.\)|Home Office\.\)|kept;|deletion\.|not exist:|surveillance\.)`)
)

func (g *goldThread) add(m goldMessage) {
	g.letter, _ = time.Parse(time.DateOnly, m.Date)
	texts := []string{goldQuote.ReplaceAllString(m.Body, "\n")}
	for _, a := range m.Attachments {
		g.raw += a.Text + "\n"
		g.files = append(g.files, a.Text)
		if !strings.Contains(a.Text, "Sheet:") && !goldPaper.MatchString(a.Filename) {
			texts = append(texts, a.Text)
		}
	}
	g.raw += m.Body
	for _, text := range texts {
		text = goldFooter.ReplaceAllString(text, "")
		for p := range strings.SplitSeq(goldLabel.ReplaceAllString(text, "\n\n$0"), "\n\n") {
			p = strings.TrimSpace(goldSpaces.ReplaceAllString(goldQuestion.ReplaceAllString(p, " "), " "))
			if p != "" {
				g.replies = append(g.replies, p)
			}
		}
	}
}

// f1 compares codes as multisets and logs what differs.
func f1(t *testing.T, name string, got, want []string) (hit int) {
	left := slices.Clone(want)
	for _, g := range got {
		if i := slices.Index(left, g); i >= 0 {
			left = slices.Delete(left, i, i+1)
			hit++
		} else {
			t.Logf("%s: not in gold: %s", name, g)
		}
	}
	for _, w := range left {
		t.Logf("%s: missed: %s", name, w)
	}
	return hit
}

func TestRetentionAgainstGold(t *testing.T) {
	var hit, got, want int
	for _, g := range readGoldThreads(t) {
		var have, need []string
		for _, p := range g.replies {
			for _, h := range findRetention(p) {
				if code := retentionCode(h); !slices.Contains(have, code) {
					have = append(have, code)
				}
			}
		}
		for _, r := range g.figures.Retention {
			p := r.Period
			if r.PeriodMin != nil {
				p = *r.PeriodMin + "-" + p
			}
			need = append(need, p+" "+r.Trigger+" "+r.Scope)
		}
		hit += f1(t, g.name, have, need)
		got, want = got+len(have), want+len(need)
	}
	score := 2 * float64(hit) / float64(got+want)
	t.Logf("retention: %d right, %d coded, %d in gold: F1 %.3f", hit, got, want, score)
	if score < 0.9 {
		t.Errorf("retention F1 %.3f is under 0.9", score)
	}
}

// goldAnswers are the paragraphs that answer question n, by their label or by
// where the restated question ended.
func (g goldThread) goldAnswers(n string) []string {
	label := regexp.MustCompile(`^(?:(?:Your |FOI )?(?:[Qq]uestions?|Q|Part|No\.?)? ?[(]?` + n + `\b|Questions? \d and ` + n + `\b|Third part)`)
	other := regexp.MustCompile(`^(?:(?:Your |FOI )?(?:[Qq]uestions?|Q|Part|No\.?)? ?[(]?[1-9][a-f]?[.:)]? )`)
	var out []string
	inside := false
	for _, p := range g.replies {
		switch {
		case label.MatchString(p):
			inside = true
		case other.MatchString(p):
			inside = false
		}
		if inside {
			out = append(out, p)
		}
	}
	for _, p := range g.replies[:len(g.replies)*min(1, max(0, 1-len(out)))] {
		if !strings.Contains(p, "Commissioner") && (n == "7" || passedOn.MatchString(p)) {
			out = append(out, p)
		}
	}
	return out
}

func (g goldThread) sessions() sessions { return readSessions(g.raw, g.letter) }

func TestUsageAgainstGold(t *testing.T) {
	var hit, got, want int
	for _, g := range readGoldThreads(t) {
		s := g.sessions()
		hits := []usageHit{}
		for _, p := range g.goldAnswers("7") {
			hits = append(hits, findUsage(p, s)...)
		}
		for _, f := range g.files {
			hits = append(hits, tableUsage(f, s, goldRecipients(t))...)
		}
		var have, need []string
		for _, h := range hits {
			if code := usageCode(h); !slices.Contains(have, code) {
				have = append(have, code)
			}
		}
		for _, u := range g.figures.Usage {
			need = append(need, fmt.Sprintf("%s..%s %d %s %s", u.Start, u.End, *u.Count, u.Qualifier, u.Unit))
		}
		hit += f1(t, g.name, have, need)
		got, want = got+len(have), want+len(need)
	}
	score := 2 * float64(hit) / float64(got+want)
	t.Logf("usage: %d right, %d coded, %d in gold: F1 %.3f", hit, got, want, score)
	if score < 0.9 {
		t.Errorf("usage F1 %.3f is under 0.9", score)
	}
}

func goldRecipients(t *testing.T) recipientIndex {
	ref, err := LoadReference("../../data/reference")
	if err != nil {
		t.Fatal(err)
	}
	return newRecipientIndex(ref.Recipients)
}

func TestDisclosuresAgainstGold(t *testing.T) {
	var hit, got, want int
	x := goldRecipients(t)
	for _, g := range readGoldThreads(t) {
		s := g.sessions()
		hits := []disclosureHit{}
		for _, p := range g.goldAnswers("8") {
			hits = append(hits, findDisclosures(p, x, s)...)
		}
		for _, f := range g.files {
			hits = append(hits, tableDisclosures(f, s, x)...)
		}
		var have, need []string
		for _, h := range settleDisclosures(hits) {
			have = append(have, disclosureCode(h))
		}
		for _, d := range g.figures.Disclosures {
			n, q := "null", ""
			if d.Count != nil {
				n, q = fmt.Sprint(*d.Count), *d.Qualifier
			}
			need = append(need, strings.TrimSpace(d.Recipient+" "+n+" "+q))
		}
		hit += f1(t, g.name, have, need)
		got, want = got+len(have), want+len(need)
	}
	score := 2 * float64(hit) / float64(got+want)
	t.Logf("disclosures: %d right, %d coded, %d in gold: F1 %.3f", hit, got, want, score)
	if score < 0.9 {
		t.Errorf("disclosures F1 %.3f is under 0.9", score)
	}
}
