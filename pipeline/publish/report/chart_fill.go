package report

import "fmt"

// strokes are the patterns of bars by fill, on a tile of 6 by 6. They differ
// without colour; a status without a reply is empty.
var strokes = map[string]string{
	"solid":          "",
	"open":           "M0 6L6 0",
	"referred":       "M0 0L6 6",
	"partly_refused": "M0 1h6M0 3h6M0 5h6",
	"refused":        "M0 0L6 6M6 0L0 6",
	"ncnd":           "M1 1.5h1.5M4 4.5h1.5",
	"not_held":       "M0 3h6",
	"not_addressed":  "M0 6L6 0",
	"not_stated":     "M0 6L6 0",
	"no_response":    "",
	"withdrawn":      "M3 0v6",
	"not_applicable": "M2.5 3h1",
}

// pattern is a fill of one chart.
type pattern struct {
	ID, Path string
	Solid    bool
}

func patternOf(chart, fill string) (pattern, error) {
	path, ok := strokes[fill]
	if !ok {
		return pattern{}, fmt.Errorf("no pattern for %q", fill)
	}
	return pattern{ID: chart + "-" + fill, Path: path, Solid: fill == "solid"}, nil
}
