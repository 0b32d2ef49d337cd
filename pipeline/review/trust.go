package review

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// Reliability is how far the confidence of dispositions can be believed.
type Reliability struct {
	N    int   `json:"n"`
	ECE  Ratio `json:"ece"` // expected calibration error: mean gap of confidence and accuracy over the bins, weighted by n
	Bins []Bin `json:"bins"`
}

// Bin is a tenth of the scale of confidence, From inclusive, To exclusive but
// in the last bin. Bins without a cell are left out.
type Bin struct {
	From       Ratio `json:"from"`
	To         Ratio `json:"to"`
	N          int   `json:"n"`
	Confidence Ratio `json:"mean_confidence"`
	Accuracy   Ratio `json:"accuracy"`
}

// FlagReport is how well needs_review finds the cells that are wrong.
type FlagReport struct {
	Scope         string `json:"scope"` // what counts as an error
	Cells         int    `json:"cells"`
	Flagged       int    `json:"flagged"`
	Errors        int    `json:"errors"`
	ErrorsFlagged int    `json:"errors_flagged"`
	FlaggedShare  Ratio  `json:"flagged_share"` // of the cells
	ErrorsCaught  Ratio  `json:"errors_caught"` // share of the errors that lie in flagged cells
}

// RuleReport is the use of one rule.
type RuleReport struct {
	Rule     string `json:"rule"`
	Threads  int    `json:"threads"`  // of the whole build
	Evidence int    `json:"evidence"` // rows of evidence
	Wrong    int    `json:"wrong"`    // disagreements with the gold in which it is cited
}

const bins = 10

// reliability sorts the dispositions that the gold codes into bins.
func (out *output) reliability(gold *codes, wrong map[place]bool) Reliability {
	var n, right [bins]int
	var sum [bins]Ratio
	for _, p := range out.judged(gold) {
		c := out.answers[p].confidence
		b := min(bins-1, max(0, int(c*bins)))
		n[b]++
		sum[b] += Ratio(c)
		if !wrong[p] {
			right[b]++
		}
	}
	r := Reliability{ECE: undefined, Bins: []Bin{}}
	var gaps Ratio
	for b := range bins {
		if n[b] == 0 {
			continue
		}
		bin := Bin{Ratio(b) / bins, Ratio(b+1) / bins, n[b], sum[b] / Ratio(n[b]), ratio(right[b], n[b])}
		r.Bins = append(r.Bins, bin)
		r.N += n[b]
		gaps += Ratio(math.Abs(float64(bin.Confidence-bin.Accuracy))) * Ratio(n[b])
	}
	if r.N > 0 {
		r.ECE = gaps / Ratio(r.N)
	}
	return r
}

// judged are the dispositions of the build that the gold codes too.
func (out *output) judged(gold *codes) []place {
	places := slices.Collect(maps.Keys(out.answers))
	places = slices.DeleteFunc(places, func(p place) bool { _, ok := gold.cells[p]; return !ok })
	slices.SortFunc(places, func(a, b place) int { return cmp.Or(cmp.Compare(a.request, b.request), cmp.Compare(a.key, b.key)) })
	return places
}

// flags counts errors in and out of the cells marked needs_review, for the
// disposition alone and for any code of the answer.
func (out *output) flags(gold *codes, wrong map[place]bool) []FlagReport {
	scopes := []struct {
		name   string
		fields []string
	}{
		{"disposition", []string{"disposition"}},
		{"any code of the answer", []string{"disposition", "basis", "polarity", "exemptions"}},
	}
	reports := []FlagReport{}
	for _, s := range scopes {
		r := FlagReport{Scope: s.name}
		for _, p := range out.judged(gold) {
			bad := slices.ContainsFunc(s.fields, func(name string) bool {
				return wrong[place{p.request, p.group, name, p.key}]
			})
			r.count(out.answers[p].needsReview, bad)
		}
		r.FlaggedShare, r.ErrorsCaught = ratio(r.Flagged, r.Cells), ratio(r.ErrorsFlagged, r.Errors)
		reports = append(reports, r)
	}
	return reports
}

func (r *FlagReport) count(flagged, bad bool) {
	r.Cells++
	if flagged {
		r.Flagged++
	}
	if bad {
		r.Errors++
	}
	if flagged && bad {
		r.ErrorsFlagged++
	}
}

// rules counts the rules of the evidence, the most used first.
func (out *output) rules(fields []FieldReport) []RuleReport {
	use := map[string]*RuleReport{}
	threads := map[[2]string]bool{}
	for ref, rows := range out.evidence {
		for _, e := range rows {
			if e.Rule == "" {
				continue
			}
			r := use[e.Rule]
			if r == nil {
				r = &RuleReport{Rule: e.Rule}
				use[e.Rule] = r
			}
			r.Evidence++
			if seen := [2]string{e.Rule, ref.request}; !threads[seen] {
				threads[seen] = true
				r.Threads++
			}
		}
	}
	for _, f := range fields {
		for _, d := range f.Disagreements {
			for _, rule := range d.rules() {
				use[rule].Wrong++
			}
		}
	}
	reports := []RuleReport{}
	for _, r := range use {
		reports = append(reports, *r)
	}
	slices.SortFunc(reports, func(a, b RuleReport) int {
		return cmp.Or(b.Threads-a.Threads, b.Evidence-a.Evidence, cmp.Compare(a.Rule, b.Rule))
	})
	return reports
}

// rules are the rules cited in a disagreement, each once.
func (d *Disagreement) rules() []string {
	var rules []string
	for _, e := range d.Evidence {
		if e.Rule != "" && !slices.Contains(rules, e.Rule) {
			rules = append(rules, e.Rule)
		}
	}
	return rules
}
