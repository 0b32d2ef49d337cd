package review

import (
	"maps"
	"math"
	"slices"
	"strconv"
)

// Ratio is a share or coefficient; not a number where it is not defined
// (nothing to divide by), which JSON writes as null.
type Ratio float64

// MarshalJSON writes four decimals.
func (r Ratio) MarshalJSON() ([]byte, error) {
	if math.IsNaN(float64(r)) {
		return []byte("null"), nil
	}
	rounded := math.Round(float64(r)*1e4) / 1e4
	return strconv.AppendFloat(nil, rounded+0, 'f', -1, 64), nil // +0 turns -0 into 0
}

// String writes three decimals, a dash where the ratio is not defined.
func (r Ratio) String() string {
	if math.IsNaN(float64(r)) {
		return "-"
	}
	return strconv.FormatFloat(float64(r), 'f', 3, 64)
}

var undefined = Ratio(math.NaN())

func ratio(a, b int) Ratio {
	if b == 0 {
		return undefined
	}
	return Ratio(a) / Ratio(b)
}

// Score is precision, recall and their harmonic mean.
type Score struct {
	Precision Ratio `json:"precision"`
	Recall    Ratio `json:"recall"`
	F1        Ratio `json:"f1"`
}

// tally counts decisions: right, only in the build, only in the gold.
type tally struct{ hit, surplus, lacking int }

func (t tally) score() Score {
	return Score{
		Precision: ratio(t.hit, t.hit+t.surplus),
		Recall:    ratio(t.hit, t.hit+t.lacking),
		F1:        ratio(2*t.hit, 2*t.hit+t.surplus+t.lacking),
	}
}

// micro pools all values of all cells: a null, or an empty set, is no value.
func micro(pairs []pair) Score {
	var t tally
	for _, p := range pairs {
		lacking := len(p.lacking())
		t.hit += len(p.gold) - lacking
		t.lacking += lacking
		t.surplus += len(p.surplus())
	}
	return t.score()
}

// CodeScore is how well one code is told from all others. In a column with one
// value a cell, the null is a code of its own.
type CodeScore struct {
	Code   string `json:"code"`
	Gold   int    `json:"gold"`   // times in the gold
	Output int    `json:"output"` // times in the build
	Score
}

// perCode scores each code that stands on either side, in order of the codes.
func perCode(f *field, pairs []pair) []CodeScore {
	tallies := map[string]*tally{}
	at := func(code string) *tally {
		if tallies[code] == nil {
			tallies[code] = &tally{}
		}
		return tallies[code]
	}
	for _, p := range pairs {
		gold, out := p.codes(f)
		for _, c := range gold {
			if slices.Contains(out, c) {
				at(c).hit++
			} else {
				at(c).lacking++
			}
		}
		for _, c := range out {
			if !slices.Contains(gold, c) {
				at(c).surplus++
			}
		}
	}
	var scores []CodeScore
	for _, code := range slices.Sorted(maps.Keys(tallies)) {
		t := tallies[code]
		scores = append(scores, CodeScore{code, t.hit + t.lacking, t.hit + t.surplus, t.score()})
	}
	return scores
}

// codes are the codes that a cell takes on each side; a missing cell takes none.
func (p *pair) codes(f *field) (gold, out []string) {
	if f.list {
		return texts(p.gold), texts(p.out)
	}
	labels := p.labels(f)
	if p.missing {
		return labels[:1], nil
	}
	return labels[:1], labels[1:]
}

// macro is the plain mean over the codes that occur. A code that the build
// never gives has precision 0, one that the gold never gives recall 0.
func macro(scores []CodeScore) *Score {
	if len(scores) == 0 {
		return nil
	}
	var m Score
	n := Ratio(len(scores))
	for _, s := range scores {
		m.Precision += orZero(s.Precision) / n
		m.Recall += orZero(s.Recall) / n
		m.F1 += orZero(s.F1) / n
	}
	return &m
}

func orZero(r Ratio) Ratio {
	if math.IsNaN(float64(r)) {
		return 0
	}
	return r
}

// kappa is the agreement of two coders beyond chance, (po-pe)/(1-pe), where
// pe comes from the share of each code on each side (Cohen 1960, "A coefficient
// of agreement for nominal scales", Educational and Psychological Measurement
// 20). It is not defined where both sides use one and the same code throughout.
func kappa(labels [][2]string) Ratio {
	var left, right = map[string]int{}, map[string]int{}
	same := 0
	for _, l := range labels {
		left[l[0]]++
		right[l[1]]++
		if l[0] == l[1] {
			same++
		}
	}
	n := len(labels)
	chance := 0
	for code, k := range left {
		chance += k * right[code]
	}
	// (same/n - chance/n²) / (1 - chance/n²), kept in whole numbers
	return ratio(same*n-chance, n*n-chance)
}

func mean(rs []Ratio) Ratio {
	if len(rs) == 0 {
		return undefined
	}
	var sum Ratio
	for _, r := range rs {
		sum += r
	}
	return sum / Ratio(len(rs))
}
