package report

import (
	"regexp"
	"strings"
)

// isoPart is a part of an ISO 8601 duration in whole units.
var isoPart = regexp.MustCompile(`([0-9]+)([YMWD])`)

var isoUnits = map[string]string{"Y": "year", "M": "month", "W": "week", "D": "day"}

// period writes an ISO 8601 duration of days and longer in words; what it does
// not know stays as it is.
func period(iso string) string {
	parts := isoPart.FindAllStringSubmatch(iso, -1)
	if len(parts) == 0 || strings.Contains(iso, "T") {
		return iso
	}
	var out []string
	for _, p := range parts {
		unit := isoUnits[p[2]]
		if p[1] != "1" {
			unit += "s"
		}
		out = append(out, p[1]+" "+unit)
	}
	return strings.Join(out, " ")
}

// rule puts the kind of a rule of retention that has no period into words.
func rule(kind string) string {
	switch kind {
	case "none":
		return "nothing is kept"
	case "unspecified":
		return "no period named"
	case "indefinite":
		return "kept without end"
	}
	return words(kind)
}
