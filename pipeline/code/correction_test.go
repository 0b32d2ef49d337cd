package code

import (
	"fmt"
	"testing"
	"time"
)

// TestReadCorrection reads testdata/corrections.tsv: the wrong figure, the right
// one and the start of the period that is named, then the sentence.
func TestReadCorrection(t *testing.T) {
	s := readSessions("The academic year runs from 1 August to 31 July.", time.Date(2021, 6, 1, 0, 0, 0, 0, time.UTC))
	for _, row := range readTSV(t, "testdata/corrections.tsv") {
		got := "-"
		if x, ok := readCorrection(row[1], s); ok {
			got = fmt.Sprintf("%d -> %d", x.was.N, x.is.N)
			if !x.period.Start.IsZero() {
				got += " " + isoDate(x.period.Start)
			}
		}
		if got != row[0] {
			t.Errorf("%s\n got %s\nwant %s", row[1], got, row[0])
		}
	}
}
