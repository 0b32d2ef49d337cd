package code

import (
	"regexp"
	"slices"
)

// A schedule of decisions has a cell for whether something is held and one for
// what has been decided, and then the detail: "Y | Withhold | s.31(1)(a)". The
// cells come as sentences of a word or two, or with their headings ("Held: no").

var (
	cellHeld     = regexp.MustCompile(`^(?:(?:information )?held[?:]* ?(?:y|yes)?|y|yes)[.;]?$`)
	cellNotHeld  = regexp.MustCompile(`^(?:information )?held[?:]+ ?(?:n|no|none|not)\b[.;]?$`)
	cellWithhold = regexp.MustCompile(`^(?:decision[:?]? ?)?(?:withhold|refuse|do not (?:release|disclose)|not (?:for release|(?:to be )?(?:released|disclosed)))\b[ \w]{0,12}[.;:]?$`)
	cellRelease  = regexp.MustCompile(`^(?:decision[:?]? ?)?(?:release|disclose|provide|supply)(?: (?:in (?:full|part)|all|with redactions))?[.;:]?$`)
	cellLack     = regexp.MustCompile(`^(?:n|no|nil|none)[.;]?$`)
	cellEmpty    = regexp.MustCompile(`^(?:-|–|—)$`)
)

// cellClass is the class of a cell of a schedule of decisions; ok is false
// where a sentence is none.
func cellClass(low string) (k class, ok bool) {
	switch {
	case cellNotHeld.MatchString(low):
		return absent, true
	case cellWithhold.MatchString(low):
		return refusal, true
	case cellRelease.MatchString(low):
		return neutral, true
	}
	return neutral, false
}

// dropCells leaves out of an answer to an item that asks for more than yes or no
// the cells on whether it is held, where another sentence says what becomes of
// it: "N", "Not held."
func dropCells(a *answer) {
	if a.leaf.YesNo {
		return
	}
	lacks := slices.Contains(a.classes, absent)
	settled := lacks || slices.ContainsFunc(a.classes, func(k class) bool { return k == refusal || k == pointer || k == deniesAll })
	for i, s := range a.parts {
		if a.classes[i] == substance && (settled && (cellHeld.MatchString(s.Low) || cellEmpty.MatchString(s.Low)) || lacks && cellLack.MatchString(s.Low)) {
			a.classes[i] = neutral
		}
	}
}
