package review

import (
	"maps"
	"slices"
)

// Agreement is how often the rules said what a person then decided. Where
// people look mainly at what the rules doubt, it is lower than in the whole.
type Agreement struct {
	Column string `json:"column"`
	N      int    `json:"n"`
	Agreed int    `json:"agreed"`
	Share  Ratio  `json:"share"`
	Kappa  Ratio  `json:"kappa"`
}

// Agree sums up decisions, by column in order of the names.
func Agree(applied []Applied) []Agreement {
	labels := map[string][][2]string{}
	for _, a := range applied {
		labels[a.Column] = append(labels[a.Column], [2]string{a.Person, a.Rules})
	}
	var out []Agreement
	for _, column := range slices.Sorted(maps.Keys(labels)) {
		a := Agreement{Column: column, N: len(labels[column]), Kappa: kappa(labels[column])}
		for _, l := range labels[column] {
			if l[0] == l[1] {
				a.Agreed++
			}
		}
		a.Share = ratio(a.Agreed, a.N)
		out = append(out, a)
	}
	return out
}
