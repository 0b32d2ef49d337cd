package collect

import (
	"encoding/csv"
	"strings"
)

// proseCell is the length, in words, from which a cell holds prose.
const proseCell = 8

// csvText is the text that is stored of a CSV file (RFC 4180). One of figures is
// stored as it is; one whose cells hold sentences, with commas and line breaks
// of their own, as rows of cells parted by tabs, the form in which every other
// table is stored.
func csvText(text string) string {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	rows, err := r.ReadAll()
	if err != nil {
		return text
	}
	var out strings.Builder
	prose := false
	for _, row := range rows {
		for i, cell := range row {
			words := strings.Fields(cell)
			prose = prose || len(row) > 1 && len(words) >= proseCell
			row[i] = strings.Join(words, " ")
		}
		out.WriteString(strings.TrimRight(strings.Join(row, "\t"), "\t") + "\n")
	}
	if !prose {
		return text
	}
	return out.String()
}
