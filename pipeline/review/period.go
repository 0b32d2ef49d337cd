package review

import (
	"fmt"
	"regexp"
	"strconv"
)

var duration = regexp.MustCompile(`^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$`)

// settlePeriod writes a retention rule's period as gold files do: the length in
// one spelling (P12M is P1Y, P4W is P28D), else the kind (indefinite, none …).
func settlePeriod(r record) {
	if len(r["period"]) == 0 {
		r["period"] = r["kind"]
		return
	}
	r["period"] = []string{plainDuration(r["period"][0])}
}

func plainDuration(s string) string {
	m := duration.FindStringSubmatch(s)
	if m == nil {
		return s
	}
	n := func(i int) int {
		v, _ := strconv.Atoi(m[i]) // an absent part is 0
		return v
	}
	months, days := 12*n(1)+n(2), 7*n(3)+n(4)
	out := "P"
	for _, part := range []struct {
		n    int
		unit string
	}{{months / 12, "Y"}, {months % 12, "M"}, {days, "D"}} {
		if part.n > 0 {
			out += fmt.Sprintf("%d%s", part.n, part.unit)
		}
	}
	return out
}
