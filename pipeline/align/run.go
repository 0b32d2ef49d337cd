package align

import (
	"regexp"
	"strings"

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
	explicit bool  // one has sub-labels below it, or none but explicit labels beside it
	opens    bool  // its first number heads the opening of the letter
	parts    bool  // some number a part of a question: "2a."
	highest  int   // the highest number
}

// dropOwnNumbers takes the labels off the runs of numbers that are the
// letter's own. A paragraph can name, behind its own number, the question that
// it answers: "3. Question 3(e): section 43(2)."
func dropOwnNumbers(cb *schema.Codebook, units []unit) {
	runs := numberRuns(cb, units)
	best := 0.0
	for _, r := range runs {
		best = max(best, r.share())
	}
	asked := namedQuestions(units)
	for _, r := range runs {
		if r.doubles(units, asked) || len(asked) >= minAnchors && r.highest > len(cb.Questions) {
			r.opens = true
		}
		own := len(runs) > 1 && len(r.units) > 1 && r.share() < best*minRunShare
		if !r.opens && (r.explicit || !own && !r.ofLetter()) {
			continue
		}
		for _, i := range r.units {
			units[i].dropNumber()
		}
	}
}

// namedQuestions are the numbers of the questions that labels name as such.
func namedQuestions(units []unit) map[int]bool {
	out := map[int]bool{}
	for _, u := range units {
		if u.label.Explicit && !u.label.Led {
			out[u.label.Ranges[0].From.Num] = true
		} else if l := thread.LeadingLabel(u.text.Low); bare(u) && heads(l, u.text.Low) {
			out[l.Ranges[0].From.Num] = true
		}
	}
	return out
}

// heads tells whether a label names a question at the head of a paragraph, and
// not in its running text: "Questions 7 and 8:", "As to question 1."
func heads(l thread.Label, low string) bool {
	if !l.Explicit {
		return false
	}
	number := strings.TrimRight(low[:l.Len], " ")
	closed := strings.HasSuffix(number, ".") || strings.HasSuffix(number, ":")
	return l.Led && closed || questionHead.MatchString(low)
}

// doubles tells whether the bare numbers of a run stand beside labels that name
// the same questions as such: then they count the letter's paragraphs.
func (r run) doubles(units []unit, asked map[int]bool) bool {
	n := 0
	if r.parts {
		return false
	}
	for _, i := range r.units {
		if asked[units[i].label.Ranges[0].From.Num] {
			n++
		}
	}
	return len(asked) >= minAnchors && 2*n >= len(r.units)
}

// dropNumber takes a unit's number for the letter's own.
func (u *unit) dropNumber() {
	u.own = true
	part := u.label.Ranges[0].From.Sub > 0
	if n := len(numberMark.FindString(u.view.Low)); n > 0 {
		u.view = u.view.Slice(n, len(u.view.Text)).Trim()
	}
	u.text = u.view
	u.label = thread.LeadingLabel(u.text.Low)
	named := u.label.Led && sure(u.label) || heads(u.label, u.text.Low)
	lettered := part && u.label.Len > 0 && u.label.Ranges[0].From.Num == 0
	if !named && !lettered {
		u.label = thread.Label{}
	}
	u.text = u.text.Slice(u.label.Len, len(u.text.Text)).Trim()
	if u.label.Len == 0 {
		u.label = mattersLabel(u.text.Low)
		if u.label.Len > 1 {
			u.text = u.text.Slice(u.label.Len, len(u.text.Text)).Trim()
		}
	}
	if u.label.Len == 0 && ownMatter.MatchString(u.text.Low) {
		u.divider = true
	}
}

// numberMark matches the number of a letter's paragraph.
var numberMark = regexp.MustCompile(`^[(\[]?\d{1,3}[.):\]]*\s*`)

// questionHead matches a question named at the head of a paragraph, and not in
// its running text: "Questions 7 and 8:".
var questionHead = regexp.MustCompile(`^(?:your )?q(?:uestions?|s)?\.? ?[0-9][^:.]{0,40}[:.-]`)

// ownMatter matches the numbered paragraphs with which a letter turns to itself:
// what it is in law, and how to complain of it.
var ownMatter = regexp.MustCompile(`^this (?:letter|response|notice|e-?mail|decision) (?:is|constitutes|concludes|completes)\b|\b(?:internal review|right (?:to|of) (?:request |ask for |seek )?(?:a )?review|information commissioner|copyright|re-?use)\b`)

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
var opening = regexp.MustCompile(`^(?:(?:i|we) (?:have been asked|write|am writing|are writing|refer|regret|acknowledge)|thank you|further to|with reference|your request|you (?:wrote|asked|requested|have)|(?:a|any) complaint about|in pursuance|the (?:decision|estimate|university has considered))\b`)

func (r run) share() float64 { return float64(r.answers) / float64(len(r.units)) }

func numberRuns(cb *schema.Codebook, units []unit) []run {
	var out []run
	last := 0
	named := false // the label before was a question named as such
	for i, u := range units {
		if len(out) > 0 && u.counted == last+1 {
			out[len(out)-1].letter++
			last++
		}
		switch {
		case u.restated != nil || u.label.Explicit && !u.label.Led:
			named = true
			if len(out) > 0 {
				out[len(out)-1].explicit = true
			}
			continue
		case u.label.Len > 0 && !u.label.Led && u.label.Ranges[0].From.Num == 0:
			if len(out) > 0 && !named {
				out[len(out)-1].explicit, out[len(out)-1].opens = true, false
			}
			continue
		case u.label.Len == 0 || u.label.Led:
			continue
		}
		named = false
		at := u.label.Ranges[0].From
		if len(out) == 0 || at.Num < last && at.Num == 1 {
			out = append(out, run{opens: at.Num == 1 && at.Sub == 0 && opening.MatchString(u.text.Low)})
		}
		r := &out[len(out)-1]
		last = at.Num
		r.units = append(r.units, i)
		r.highest = max(r.highest, at.Num)
		if at.Sub > 0 {
			r.explicit, r.opens, r.parts = true, false, true
		}
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
