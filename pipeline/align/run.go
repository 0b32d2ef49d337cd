package align

import (
	"regexp"

	"roundrobin/schema"
)

// A legal letter numbers its own paragraphs, and a schedule or an annex behind
// it starts again at 1. Of several runs of bare numbers only those that read
// like answers count.

// minRunShare is how far a run may fall behind the best one, by the share of
// its numbers that read like answers, before its numbers are taken for the
// letter's own.
const minRunShare = 0.5

// run is a stretch of units whose numbers rise.
type run struct {
	units    []int // those with a number
	answers  int   // of these, how many read like an answer to their question
	explicit bool  // some say "question", restate one, or have sub-labels
}

// dropOwnNumbers takes the labels off the runs of numbers that are the
// letter's own.
func dropOwnNumbers(cb *schema.Codebook, units []unit) {
	runs := numberRuns(cb, units)
	best := 0.0
	for _, r := range runs {
		best = max(best, r.share())
	}
	if len(runs) < 2 {
		return
	}
	for _, r := range runs {
		if r.explicit || len(r.units) < 2 || r.share() >= best*minRunShare {
			continue
		}
		for _, i := range r.units {
			units[i].text, units[i].label.Len, units[i].label.Ranges = units[i].view, 0, nil
		}
	}
}

func (r run) share() float64 { return float64(r.answers) / float64(len(r.units)) }

func numberRuns(cb *schema.Codebook, units []unit) []run {
	var out []run
	last := 0
	for i, u := range units {
		if u.restated != nil || u.label.Len > 0 && u.label.Ranges[0].From.Num == 0 {
			if len(out) > 0 {
				out[len(out)-1].explicit = true
			}
			continue
		}
		if u.label.Len == 0 {
			continue
		}
		at := u.label.Ranges[0].From
		if len(out) == 0 || at.Num < last && at.Num == 1 {
			out = append(out, run{})
		}
		r := &out[len(out)-1]
		last = at.Num
		r.units = append(r.units, i)
		r.explicit = r.explicit || u.label.Explicit || at.Sub > 0
		if at.Num <= len(cb.Questions) && readsLikeAnswer(&cb.Questions[at.Num-1], u.text.Low) {
			r.answers++
		}
	}
	return out
}

// shortReply matches the replies that could answer any question.
var shortReply = regexp.MustCompile(`^(?:yes|no|none|nil|n/?a|not |see |as |please see|unchanged|nothing|$)`)

func readsLikeAnswer(q *schema.Question, low string) bool {
	return shortReply.MatchString(low) || schema.Matches(q.Cues, low)
}
