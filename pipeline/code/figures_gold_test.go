package code

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// goldThread is one labelled thread with the figures coded from it.
type goldThread struct {
	name    string
	replies []string // answers in reading form: paragraphs of the replies, no restated questions
	raw     string   // everything the body sent, as stored
	files   []string // attachment texts
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
	goldQuote    = regexp.MustCompile(`(?m)^>.*\n?`)
	goldFooter   = regexp.MustCompile(`(?m)\n*^.*(?:Page \d|p?\d/\d).*\n*(?:\f|\\f)\n(?:.*(?:UNIVERSITY|  ).*\n)?`)
	goldQuestion = regexp.MustCompile(`(?ms)^[\s>]*(?:(?:Question \d|[a-f]|Q\d)\w?[.:)] )?(?:Please (?:send me|name every)|Does the University|If (?:the answer|it does|social media)|Is the University|Where intelligence|Unless (?:an earlier|the documents)|How often is|the (?:length|areas|criteria|steps|data protection|privacy|equality)\b|who(?:ever| has)|whether the person|whatever is).*?(?:\?|;|\.\)|Home Office\.\)|kept;|deletion\.|not exist:|surveillance\.)`)
)

func (g *goldThread) add(m goldMessage) {
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
		for p := range strings.SplitSeq(text, "\n\n") {
			p = strings.Join(strings.Fields(goldQuestion.ReplaceAllString(strings.ReplaceAll(p, "'", "'"), " ")), " ")
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
					t.Logf("%s: %s: %.160s [%s]", g.name, code, h.Text, h.Rule)
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
