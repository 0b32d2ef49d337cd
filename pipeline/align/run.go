package align

import (
	"regexp"

	"roundrobin/pipeline/thread"
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
	letter   int   // how many of its numbers head what is plainly the letter's own: a notice, an opening
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
	for _, r := range runs {
		own := len(runs) > 1 && len(r.units) > 1 && r.share() < best*minRunShare
		if r.explicit || !own && !r.ofLetter() {
			continue
		}
		for _, i := range r.units {
			units[i].text, units[i].label.Len, units[i].label.Ranges = units[i].view, 0, nil
		}
	}
}

// ofLetter tells whether the numbers count the paragraphs of a letter: two of
// them head its opening or a notice, and few others read like answers.
func (r run) ofLetter() bool { return r.letter > 1 && r.share() < minRunShare }

// bareNumber is the number of a label that is nothing but one, else 0.
func bareNumber(l thread.Label) int {
	if l.Len == 0 || l.Explicit || len(l.Ranges) != 1 || l.Ranges[0].From != l.Ranges[0].To || l.Ranges[0].From.Sub > 0 {
		return 0
	}
	return l.Ranges[0].From.Num
}

// opening matches how a letter begins, or comes to its decision.
var opening = regexp.MustCompile(`^(?:(?:i|we) (?:write|am writing|are writing|refer|regret|acknowledge)|thank you|further to|with reference|your request|you (?:wrote|asked|requested|have)|(?:a|any) complaint about|in pursuance|the (?:decision|estimate|university has considered))\b`)

func (r run) share() float64 { return float64(r.answers) / float64(len(r.units)) }

func numberRuns(cb *schema.Codebook, units []unit) []run {
	var out []run
	last := 0
	for i, u := range units {
		if len(out) > 0 && u.counted == last+1 {
			out[len(out)-1].letter++
			last++
		}
		if u.restated != nil || u.label.Len > 0 && !u.label.Led && u.label.Ranges[0].From.Num == 0 {
			if len(out) > 0 {
				out[len(out)-1].explicit = true
			}
			continue
		}
		if u.label.Len == 0 || u.label.Led {
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
		if opening.MatchString(u.text.Low) {
			r.letter++
		}
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
