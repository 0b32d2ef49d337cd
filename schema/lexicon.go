package schema

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Elsewhere stands in a lexicon for what answers no question: openings,
// notices, the rest of a letter.
const Elsewhere = "-"

// Counts are how often features (words, pairs of words) stood in sentences that
// answer a question, by feature and by the id of the leaf or Elsewhere.
type Counts map[string]map[string]int

// Lexicon holds the counts of a codebook as weights: a multinomial naive Bayes
// model of which question a sentence answers (McCallum and Nigam 1998, "A
// comparison of event models for naive Bayes text classification").
type Lexicon struct {
	weights map[string][]int // by feature: by Order of the leaf, Elsewhere last
	leaves  int
}

// smoothing is what is added to every count (Lidstone).
const smoothing = 0.05

// millinats is the unit of weights: thousandths of a natural logarithm, whole
// numbers, so that sums are the same on every machine.
const millinats = 1000

// Weigh scores a sentence in lower case against each leaf, by Order, and as said
// elsewhere (last), in thousandths of a natural logarithm; the best has 0. All are 0
// where no word of it was ever counted. Without a lexicon it is nil.
func (l *Lexicon) Weigh(low string) []int {
	if l == nil {
		return nil
	}
	out := make([]int, l.leaves+1)
	for _, f := range Features(low) {
		for i, w := range l.weights[f] {
			out[i] += w
		}
	}
	best := slices.Max(out)
	for i := range out {
		out[i] -= best
	}
	return out
}

// Answers is how much likelier it is that a sentence answers some question than
// that it stands elsewhere in a letter, in the unit of Weigh; 0 without a lexicon.
func (l *Lexicon) Answers(low string) int {
	if l == nil {
		return 0
	}
	w := l.Weigh(low)
	return slices.Max(w[:l.leaves]) - w[l.leaves]
}

// Features are what of a sentence in lower case a lexicon counts, each once: its
// words and the pairs of words beside each other. A number counts as 0 and a web
// address as url, whatever they are.
func Features(low string) []string {
	low = digits.ReplaceAllString(address.ReplaceAllString(low, " url "), "0")
	before := "^"
	var out []string
	seen := map[string]bool{}
	for _, w := range words.FindAllString(low, -1) {
		for _, f := range []string{w, before + " " + w} {
			if !seen[f] {
				seen[f] = true
				out = append(out, f)
			}
		}
		before = w
	}
	return out
}

var (
	address = regexp.MustCompile(`https?://\S+|\bwww\.\S+`)
	digits  = regexp.MustCompile(`[0-9]+`)
	words   = regexp.MustCompile(`[a-z0-9'&-]+`)
)

// newLexicon weighs counts against one another.
func (cb *Codebook) newLexicon(counts Counts) (*Lexicon, error) {
	l := &Lexicon{weights: make(map[string][]int, len(counts)), leaves: len(cb.leaves)}
	place := map[string]int{Elsewhere: l.leaves}
	for _, q := range cb.leaves {
		place[q.ID] = q.Order
	}
	totals := make([]int, l.leaves+1)
	for _, byLeaf := range counts {
		for id, n := range byLeaf {
			at, ok := place[id]
			if !ok {
				return nil, fmt.Errorf("lexicon counts for %q, which is no leaf", id)
			}
			totals[at] += n
		}
	}
	unseen := make([]int, len(totals)) // the weights of a feature that never stood there
	for at := range unseen {
		unseen[at] = logShare(0, totals[at], len(counts))
	}
	for feature, byLeaf := range counts {
		row := slices.Clone(unseen)
		for id, n := range byLeaf {
			row[place[id]] = logShare(n, totals[place[id]], len(counts))
		}
		l.weights[feature] = row
	}
	return l, nil
}

func logShare(n, total, features int) int {
	return int(math.Round(millinats * math.Log((float64(n)+smoothing)/(float64(total)+smoothing*float64(features)))))
}

// WriteLexicon writes counts as tab-separated lines, sorted: the feature, then
// leaf:count pairs.
func WriteLexicon(w io.Writer, counts Counts) error {
	b := bufio.NewWriter(w)
	for _, feature := range slices.Sorted(maps.Keys(counts)) {
		b.WriteString(feature)
		for _, id := range slices.Sorted(maps.Keys(counts[feature])) {
			fmt.Fprintf(b, "\t%s:%d", id, counts[feature][id])
		}
		b.WriteByte('\n')
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write lexicon: %w", err)
	}
	return nil
}

// parseLexicon reads what WriteLexicon wrote; name is for errors.
func parseLexicon(name string, data []byte) (Counts, error) {
	out := Counts{}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		cells := strings.Split(lines.Text(), "\t")
		if len(cells) < 2 || cells[0] == "" || out[cells[0]] != nil {
			return nil, fmt.Errorf("%s:%d: a feature without counts, without a name, or given twice", name, n)
		}
		row := map[string]int{}
		for _, c := range cells[1:] {
			id, count, _ := strings.Cut(c, ":")
			k, err := strconv.Atoi(count)
			if err != nil || k < 1 {
				return nil, fmt.Errorf("%s:%d: %q is no leaf with a count", name, n, c)
			}
			row[id] = k
		}
		out[cells[0]] = row
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read lexicon %s: %w", name, err)
	}
	return out, nil
}
