package report

import (
	"math"
	"strings"
	"unicode/utf8"
)

// The measures of a chart, in units of its view box. It is drawn narrow, with
// each label above its bar, so that it can be read on a telephone.
const (
	chartWidth  = 380.0
	rowHeight   = 38.0
	headHeight  = 24.0
	letterWidth = 6.7 // width of a character of a wide font
	labelLength = 54  // characters that fit over a bar, its figures among them
	headLength  = 50
	maxRows     = 60 // a longer chart is left to its table
)

// chart is laid out for the template chart.svg. Bars are told apart by pattern
// as well as by shade.
type chart struct {
	ID, Title, Desc string
	Width, Height   float64
	Legend          []legendItem
	Bars            []bar
	Ticks           []tick
	PlotTop         float64
	Fills           []string // patterns in use
}

type bar struct {
	Y                     float64 // top of the label
	Heading, Label, Value string
	Segments              []segment
	Marker                float64 // position of the tick, negative for none
}

// Where the parts of the bar are set.
func (b bar) HeadingY() float64 { return b.Y - 6 }
func (b bar) Text() float64     { return b.Y + 12 }
func (b bar) Top() float64      { return b.Y + 17.5 }
func (b bar) In() float64       { return b.Y + 28 }
func (b bar) MarkTop() float64  { return b.Y + 14.5 }

// Marked tells whether there is a tick.
func (b bar) Marked() bool { return b.Marker >= 0 }

type segment struct {
	X, W              float64
	Fill, Text, Title string
}

// Middle is where the segment's text is set.
func (s segment) Middle() float64 { return round(s.X + s.W/2) }

// Wide tells whether its text fits into it.
func (s segment) Wide() bool { return s.Text != "" && s.W >= 4+8*float64(len(s.Text)) }

// legendItem is a patch of a fill with what it stands for; without a fill, the
// upright line.
type legendItem struct {
	X, Y       float64
	Fill, Text string
}

// Mark is where the upright line stands.
func (l legendItem) Mark() float64 { return l.X + 11 }

type tick struct {
	X    float64
	Text string
}

// Anchor keeps the text of the outer ticks within the chart.
func (t tick) Anchor() string {
	switch t.X {
	case 0:
		return "start"
	case chartWidth:
		return "end"
	}
	return ""
}

func round(x float64) float64 { return math.Round(x*10) / 10 }

// across is a share of the width from a part of a whole.
func across(part, whole float64) float64 {
	if whole <= 0 {
		return 0
	}
	return round(part / whole * chartWidth)
}

// place stacks the bars below the legend and sets the height and the patterns.
func (c *chart) place() *chart {
	c.Width = chartWidth
	y := c.placeLegend()
	c.PlotTop = y
	for i := range c.Bars {
		if c.Bars[i].Heading != "" {
			y += headHeight
		}
		c.Bars[i].Y = y
		y += rowHeight
		for _, s := range c.Bars[i].Segments {
			c.use(s.Fill)
		}
	}
	c.Height = y + 22
	return c
}

// placeLegend sets the legend in two columns where its texts leave room for
// them, and returns where it ends.
func (c *chart) placeLegend() float64 {
	var width [2]float64
	for i, item := range c.Legend {
		width[i%2] = max(width[i%2], 40+letterWidth*float64(utf8.RuneCountInString(item.Text)))
	}
	columns := 2
	if width[0]+width[1] > chartWidth+12 { // the gap behind the last text is no text
		columns = 1
	}
	for i := range c.Legend {
		item := &c.Legend[i]
		item.X, item.Y = round(float64(i%columns)*width[0]), 2+20*float64(i/columns)
		if item.Fill != "" {
			c.use(item.Fill)
		}
	}
	return 6 + 20*math.Ceil(float64(len(c.Legend))/float64(columns))
}

func (c *chart) use(fill string) {
	for _, f := range c.Fills {
		if f == fill {
			return
		}
	}
	c.Fills = append(c.Fills, fill)
}

// Foot is the height of the axis.
func (c *chart) Foot() float64 { return c.Height - 20 }

func percentTicks() []tick {
	var ts []tick
	for _, p := range []string{"0", "25", "50", "75", "100"} {
		ts = append(ts, tick{across(float64(len(ts)), 4), p + " %"})
	}
	return ts
}

// cut shortens a label; the whole one stands in the table.
func cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:n-1])) + "…"
}
