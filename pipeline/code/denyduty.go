package code

import (
	"slices"
	"strings"
)

// denyDuty are the subsections that lift the duty to confirm or deny (FOIA
// Part II; s.18 of FOISA): a body that relies on nothing else neither confirms
// nor denies.
var denyDuty = map[string][]string{
	"FOIA22": {"(2)"}, "FOIA23": {"(5)"}, "FOIA24": {"(2)"}, "FOIA26": {"(3)"}, "FOIA27": {"(4)"}, "FOIA28": {"(3)"},
	"FOIA29": {"(2)"}, "FOIA30": {"(3)"}, "FOIA31": {"(3)"}, "FOIA33": {"(3)"}, "FOIA34": {"(2)"}, "FOIA35": {"(3)"},
	"FOIA36": {"(3)"}, "FOIA37": {"(2)"}, "FOIA38": {"(2)"}, "FOIA39": {"(2)"}, "FOIA40": {"(5)", "(5A)", "(5B)"},
	"FOIA41": {"(2)"}, "FOIA42": {"(2)"}, "FOIA43": {"(3)"}, "FOIA44": {"(2)"}, "FOISA18": {""},
}

// liftsDuty tells whether a provision lifts the duty to confirm or deny.
func liftsDuty(h exemptionHit) bool {
	return slices.ContainsFunc(denyDuty[h.Law+h.Section], func(sub string) bool { return strings.HasPrefix(h.Subsection, sub) })
}

// onlyLiftsDuty tells whether provisions, one at least, do nothing else.
func onlyLiftsDuty(hits []exemptionHit) bool {
	return len(hits) > 0 && !slices.ContainsFunc(hits, func(h exemptionHit) bool { return !liftsDuty(h) })
}
