package collect

import (
	"archive/zip"
	"encoding/xml"
	"strconv"
	"strings"
)

// numbering gives the labels of numbered paragraphs, which a Word file states
// as formats in word/numbering.xml (ECMA-376 part 1, 17.9).
type numbering struct {
	levels map[string][]numberLevel // by list id
	counts map[string][]int
}

type numberLevel struct {
	format string // decimal, lowerLetter, lowerRoman, bullet …
	text   string // "%1.", "%1.%2"
	start  int
}

type val struct {
	Val string `xml:"val,attr"`
}

func docxNumbering(z *zip.Reader) *numbering {
	n := &numbering{map[string][]numberLevel{}, map[string][]int{}}
	data, err := part(z, "word/numbering.xml")
	if err != nil {
		return n
	}
	var doc struct {
		Abstract []struct {
			ID  string `xml:"abstractNumId,attr"`
			Lvl []struct {
				Start  val `xml:"start"`
				NumFmt val `xml:"numFmt"`
				Text   val `xml:"lvlText"`
			} `xml:"lvl"`
		} `xml:"abstractNum"`
		Num []struct {
			ID       string `xml:"numId,attr"`
			Abstract val    `xml:"abstractNumId"`
		} `xml:"num"`
	}
	if xml.Unmarshal(data, &doc) != nil {
		return n
	}
	abstract := map[string][]numberLevel{}
	for _, a := range doc.Abstract {
		for _, l := range a.Lvl {
			start, err := strconv.Atoi(l.Start.Val)
			if err != nil {
				start = 1
			}
			abstract[a.ID] = append(abstract[a.ID], numberLevel{l.NumFmt.Val, l.Text.Val, start})
		}
	}
	for _, num := range doc.Num {
		n.levels[num.ID] = abstract[num.Abstract.Val]
	}
	return n
}

// next counts a paragraph of a list and returns its label, "" for one that has
// none.
func (n *numbering) next(list, level string) string {
	levels := n.levels[list]
	at, err := strconv.Atoi(level)
	if err != nil {
		at = 0
	}
	if at < 0 || at >= len(levels) {
		return ""
	}
	if n.counts[list] == nil {
		n.counts[list] = make([]int, len(levels))
	}
	counts := n.counts[list]
	counts[at]++
	clear(counts[at+1:])
	if levels[at].format == "bullet" {
		return "•"
	}
	label := levels[at].text
	for i, l := range levels[:at+1] {
		label = strings.ReplaceAll(label, "%"+strconv.Itoa(i+1), l.number(max(counts[i], 1)))
	}
	return label
}

// number writes the count-th number of a level in its format.
func (l numberLevel) number(count int) string {
	n := count - 1 + l.start
	switch l.format {
	case "lowerLetter":
		return strings.ToLower(letters(n))
	case "upperLetter":
		return letters(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

// letters repeats the letter after Z: A … Z, AA, BB.
func letters(n int) string {
	if n < 1 {
		return ""
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	var b strings.Builder
	values := []int{100, 90, 50, 40, 10, 9, 5, 4, 1}
	for i, s := range []string{"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"} {
		for n >= values[i] && n < 4000 {
			b.WriteString(s)
			n -= values[i]
		}
	}
	return b.String()
}
