package thread

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// View is the reading form of one or more spans of a stored text: white space
// folded to one space, typographic quotes and dashes made plain, soft hyphens
// and line-end hyphenation undone, quote marks ("> ") and link markers ("[3]")
// dropped. Each of its bytes remembers where it stands in the stored text, so
// that what is found in a view is evidence in the original.
type View struct {
	Ref  TextRef
	Text string  // reading form, case kept
	Low  string  // the same length, lower case
	src  string  // the stored text
	from []int32 // byte offset in the stored text of each byte of Text
	to   []int32 // end of the stored rune it came from
}

// NewView reads the spans, which must lie in one text and be in order, as one
// running text.
func (t *Thread) NewView(spans ...Span) View {
	if len(spans) == 0 {
		return View{}
	}
	b := viewBuilder{ref: spans[0].Ref, src: t.Text(spans[0].Ref)}
	for _, s := range spans {
		b.space(s.Start)
		b.read(s.Start, s.End)
	}
	return b.view()
}

// View reads a passage.
func (t *Thread) View(p Passage) View {
	if len(p.Parts) > 0 {
		return t.NewView(p.Parts...)
	}
	return t.NewView(p.Span)
}

// Span maps bytes [i, j) of the view's text back to the stored text.
func (v View) Span(i, j int) Span {
	if len(v.from) == 0 || i >= j {
		return Span{Ref: v.Ref}
	}
	return Span{v.Ref, int(v.from[i]), int(v.to[j-1])}
}

// All is the span of the whole view.
func (v View) All() Span { return v.Span(0, len(v.Text)) }

// Slice returns the view of bytes [i, j).
func (v View) Slice(i, j int) View {
	return View{v.Ref, v.Text[i:j], v.Low[i:j], v.src, v.from[i:j], v.to[i:j]}
}

// Trim drops spaces at both ends.
func (v View) Trim() View {
	i, j := 0, len(v.Text)
	for i < j && v.Text[i] == ' ' {
		i++
	}
	for j > i && v.Text[j-1] == ' ' {
		j--
	}
	return v.Slice(i, j)
}

type viewBuilder struct {
	ref      TextRef
	src      string
	text     []byte
	from, to []int32
}

func (b *viewBuilder) put(s string, from, to int) {
	for i := 0; i < len(s); i++ {
		b.text = append(b.text, s[i])
		b.from = append(b.from, int32(from))
		b.to = append(b.to, int32(to))
	}
}

func (b *viewBuilder) space(at int) {
	if n := len(b.text); n > 0 && b.text[n-1] != ' ' && b.text[n-1] != '\t' {
		b.put(" ", at, at)
	}
}

func (b *viewBuilder) read(i, end int) {
	lineStart := i == 0 || b.src[i-1] == '\n'
	for i < end {
		if lineStart {
			i = skipQuoteMarks(b.src, i, end)
			lineStart = false
			continue
		}
		if n := linkMarker(b.src[i:end]); n > 0 {
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(b.src[i:end])
		switch {
		case r == '\n':
			lineStart = true
			if !b.joinHyphen(i, end) {
				b.space(i)
			}
		case r == '\t':
			b.put("\t", i, i+size)
		case unicode.IsSpace(r) || r == '\u00a0':
			b.space(i)
		default:
			b.put(plain(r), i, i+size)
		}
		i += size
	}
}

// joinHyphen undoes a hyphen at a line's end: "moni-\ntoring". A letter on both
// sides and a lower-case continuation mark it; the hyphen stays where the first
// part is a prefix that is written with one.
func (b *viewBuilder) joinHyphen(i, end int) bool {
	n := len(b.text)
	if n < 3 || b.text[n-1] != '-' || !isLetter(b.text[n-2]) {
		return false
	}
	j := skipQuoteMarks(b.src, i+1, end)
	if j >= end || b.src[j] < 'a' || b.src[j] > 'z' {
		return false
	}
	k := n - 1
	for k > 0 && isLetter(b.text[k-1]) {
		k--
	}
	switch strings.ToLower(string(b.text[k : n-1])) {
	case "self", "non", "e", "co", "pre", "anti", "ex", "sub", "follow", "well", "in", "on", "third", "year", "case", "by", "opt", "day", "two", "one", "three", "six", "long", "short", "full", "part", "time":
		return true // keep the hyphen, drop the break
	}
	b.text, b.from, b.to = b.text[:n-1], b.from[:n-1], b.to[:n-1]
	return true
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// skipQuoteMarks passes the indentation and the ">" marks at the start of a line.
func skipQuoteMarks(s string, i, end int) int {
	for i < end && (s[i] == ' ' || s[i] == '>') {
		i++
	}
	return i
}

// linkMarker returns the length of a text-browser link marker such as "[3]".
func linkMarker(s string) int {
	if len(s) < 3 || s[0] != '[' {
		return 0
	}
	for i := 1; i < len(s) && i < 5; i++ {
		if s[i] == ']' && i > 1 {
			return i + 1
		}
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
	}
	return 0
}

func plain(r rune) string {
	switch r {
	case '‘', '’', 'ʼ', '′', '`':
		return "'"
	case '“', '”', '″', '«', '»':
		return `"`
	case '–', '—', '‐', '‑', '−':
		return "-"
	case '\u00ad', '\u200b', '\ufeff', '\u0002', '\r':
		return ""
	case '\f':
		return " "
	case 'ﬁ':
		return "fi"
	case 'ﬂ':
		return "fl"
	case 'ﬀ':
		return "ff"
	case 'ﬃ':
		return "ffi"
	case 'ﬄ':
		return "ffl"
	case '…':
		return "..."
	}
	return string(r)
}

func (b *viewBuilder) view() View {
	v := View{Ref: b.ref, Text: string(b.text), src: b.src, from: b.from, to: b.to}
	v.Low = lower(v.Text)
	return v.Trim()
}

// lower is strings.ToLower for runes whose lower case is as long as they are.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		l := unicode.ToLower(r)
		if utf8.RuneLen(l) != utf8.RuneLen(r) {
			return r
		}
		return l
	}, s)
}

// CodePoints converts the byte offsets of a span to code points of its text.
func (t *Thread) CodePoints(s Span) (start, end int) {
	text := t.Text(s.Ref)
	start = utf8.RuneCountInString(text[:s.Start])
	return start, start + utf8.RuneCountInString(text[s.Start:s.End])
}

// Quote is the stored text at a span, to the letter.
func (t *Thread) Quote(s Span) string { return t.Text(s.Ref)[s.Start:s.End] }

// Pieces are the stretches of the stored text that a view reads: one, unless
// page furniture or another column stands in between.
func (v View) Pieces() []Span {
	var out []Span
	for i := 0; i < len(v.from); {
		j := i + 1
		for j < len(v.from) && v.runsOn(int(v.to[j-1]), int(v.from[j])) {
			j++
		}
		out = append(out, v.Span(i, j))
		i = j
	}
	return out
}

// runsOn tells whether nothing but white space, quote marks and link markers
// stands between two places of the stored text.
func (v View) runsOn(i, j int) bool {
	return i >= j || strings.Trim(v.src[i:j], " \t\r\n\f>\u00a0\u00ad[]0123456789-") == ""
}

// Runs groups spans by the text they lie in, keeping their order.
func Runs(spans []Span) [][]Span {
	var out [][]Span
	for _, s := range spans {
		if n := len(out); n > 0 && out[n-1][0].Ref == s.Ref && out[n-1][len(out[n-1])-1].End <= s.Start {
			out[n-1] = append(out[n-1], s)
		} else {
			out = append(out, []Span{s})
		}
	}
	return out
}
