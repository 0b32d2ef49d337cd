package align

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// A reply in parts may begin to count again in each: behind "4(b)" comes
// "PART TWO" and "1.", which answers question 5.

// partHead matches the heading of a part of a letter.
var partHead = regexp.MustCompile(`^(?:part|section) (?:\d|one|two|three|four|[a-d]|i{1,3}|iv)\b[\s:.)-]*[^.;?!]{0,90}$`)

// partHeads takes the headings of a letter's parts for no labels, where numbers
// begin at 1 below them.
func partHeads(units []unit) {
	for i := range units {
		u := &units[i]
		if !u.label.Explicit || u.restated != nil || !partHead.MatchString(strings.Trim(u.view.Low, "=-_*# ")) || i+1 >= len(units) {
			continue
		}
		if below := units[i+1]; bare(below) && below.label.Ranges[0].From == (thread.Point{Num: 1}) {
			u.label, u.titles, u.text, u.divider = thread.Label{}, nil, u.view, true
		}
	}
}

// shiftRestarts reads bare numbers that begin again at 1 as going on behind the
// last question reached. It returns nil where none do, or where together they
// count more than the questions.
func shiftRestarts(cb *schema.Codebook, units []unit) []unit {
	var out []unit
	offset, highest := 0, 0
	var text *thread.TextRef // the text that counts: what is enclosed has numbers of its own
	for i, u := range units {
		if !bare(u) {
			continue
		}
		if ref := u.view.Ref; text == nil {
			text = &ref
		} else if *text != ref {
			break
		}
		n := u.label.Ranges[0].From.Num
		if n == 1 && u.label.Ranges[0].From.Sub == 0 && highest > 1 {
			offset += highest
			highest = 0
		}
		highest = max(highest, n)
		if offset == 0 {
			continue
		}
		if offset+highest > len(cb.Questions) {
			return nil
		}
		if out == nil {
			out = slices.Clone(units)
		}
		out[i].renumber(offset)
	}
	if offset == 0 || offset+highest < len(cb.Questions)-1 {
		return nil
	}
	return out
}

// slips reads numbers that run one beyond the questions, or stop one short of them,
// as having slipped by one somewhere: each reading takes another place for it.
func slips(cb *schema.Codebook, units []unit) [][]unit {
	highest := 0
	for _, u := range units {
		if bare(u) {
			highest = max(highest, u.label.Ranges[0].From.Num)
		}
	}
	by := len(cb.Questions) - highest
	if by != 1 && by != -1 {
		return nil
	}
	var out [][]unit
	for k := 1; k < highest; k++ {
		us := slices.Clone(units)
		for i, u := range us {
			if bare(u) && u.label.Ranges[0].From.Num > k {
				us[i].renumber(by)
			}
		}
		out = append(out, us)
	}
	return out
}

// renumber shifts the numbers of a unit's label. The ranges become its own: those
// of the unit it was copied from stay as they are.
func (u *unit) renumber(offset int) {
	u.label.Ranges = slices.Clone(u.label.Ranges)
	for j := range u.label.Ranges {
		r := &u.label.Ranges[j]
		r.From, r.To = shifted(r.From, offset), shifted(r.To, offset)
	}
}

func shifted(p thread.Point, offset int) thread.Point {
	if p.Num > 0 {
		p.Num += offset
	}
	return p
}

// bare tells whether a unit has a number that no word calls a question.
func bare(u unit) bool {
	return u.restated == nil && u.label.Len > 0 && !u.label.Explicit && !u.label.Led && u.label.Ranges[0].From.Num > 0
}
