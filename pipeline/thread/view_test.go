package thread

import (
	"math/rand/v2"
	"strings"
	"testing"
	"testing/quick"
	"unicode/utf8"
)

// scraps are what stored texts are made of, the awkward parts among them.
var scraps = []string{
	"the ", "University ", "does not ", "moni-\ntor", "self-\ncontained ", "social media. ", "No.\n", "s.31(1) ", "e.g. ",
	"\n\n", "\n> ", "> > ", "[3]", "[12] ", "\t", "  ", "\u00a0", "so\u00adcial ", "“quoted” ", "it’s ", "2016–2020 ", "ﬁle ", "…", "\r\n",
	"\f", "\u0002", "\u200b", "Ŵylan ", "İ", "ẞ", "!? ", "(a) ", "Q3. ", "\xff", "- ", "• ",
}

// randomText is a text of n scraps.
func randomText(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(scraps[r.IntN(len(scraps))])
	}
	return b.String()
}

// forRandomViews calls check with views of random texts: of a whole text, and
// of two pieces of it.
func forRandomViews(t *testing.T, check func(th *Thread, v View) bool) {
	t.Helper()
	property := func(seed uint64, n uint8) bool {
		r := rand.New(rand.NewPCG(seed, 1))
		th := &Thread{Messages: []Message{{Text: randomText(r, int(n)%60)}}}
		end := len(th.Messages[0].Text)
		whole := Span{Body(0), 0, end}
		a, b := runeStart(th.Messages[0].Text, end/3), runeStart(th.Messages[0].Text, end/2)
		return check(th, th.NewView(whole)) && check(th, th.NewView(Span{Body(0), 0, a}, Span{Body(0), b, end}))
	}
	if err := quick.Check(property, &quick.Config{MaxCount: 2000}); err != nil {
		t.Error(err)
	}
}

func runeStart(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// TestViewMapsBack holds each word of a view to the stored text: reading the
// word's own span again gives the word.
func TestViewMapsBack(t *testing.T) {
	forRandomViews(t, func(th *Thread, v View) bool {
		if len(v.Text) != len(v.Low) {
			t.Logf("%q is longer or shorter in lower case", v.Text)
			return false
		}
		for i := 0; i < len(v.Text); {
			j := i + 1
			for j < len(v.Text) && (v.Text[j] != ' ' || v.Text[i] == ' ') && utf8.RuneStart(v.Text[i]) && j-i < 12 {
				j++
			}
			if !mapsBack(t, th, v, i, j) {
				return false
			}
			i = j
		}
		return true
	})
}

// mapsBack tells whether the span of bytes [i, j) of a view lies in the text
// and in order, and holds the letters that the view shows there.
func mapsBack(t *testing.T, th *Thread, v View, i, j int) bool {
	t.Helper()
	s := v.Span(i, j)
	text := th.Text(v.Ref)
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		t.Logf("bytes %d to %d of %q map to %v of %d", i, j, v.Text, s, len(text))
		return false
	}
	for _, w := range strings.FieldsFunc(v.Text[i:j], notASCIILetter) {
		if !strings.Contains(letters(th.Quote(s)), w) {
			t.Logf("%q of %q is not in %q", w, v.Text, th.Quote(s))
			return false
		}
	}
	return true
}

func notASCIILetter(r rune) bool { return r >= utf8.RuneSelf || !isLetter(byte(r)) }

// letters are the ASCII letters of a stored text, ligatures spelled out.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if notASCIILetter(r) {
			return -1
		}
		return r
	}, strings.ReplaceAll(s, "ﬁ", "fi"))
}

// TestSentencesAreApart holds the sentences of a view to lie in it, in order
// and without overlap, and to leave out no letter.
func TestSentencesAreApart(t *testing.T) {
	forRandomViews(t, func(th *Thread, v View) bool {
		all, end := v.All(), 0
		kept := ""
		for _, s := range v.Sentences() {
			span := s.All()
			if span.Start < all.Start || span.End > all.End || span.Start < end || s.Text == "" {
				t.Logf("sentence %q at %v lies wrong in %q at %v", s.Text, span, v.Text, all)
				return false
			}
			end = span.End
			kept += letters(s.Text)
		}
		if kept != letters(v.Text) {
			t.Logf("sentences of %q hold %q", v.Text, kept)
			return false
		}
		return true
	})
}

// TestPiecesReadTheSame reads the pieces of a view anew: the words are those of
// the view.
func TestPiecesReadTheSame(t *testing.T) {
	forRandomViews(t, func(th *Thread, v View) bool {
		again := th.NewView(v.Pieces()...)
		if letters(again.Text) != letters(v.Text) {
			t.Logf("pieces of %q read %q", v.Text, again.Text)
			return false
		}
		return true
	})
}

// FuzzLabel looks for text on which reading labels panics or leaves its bounds.
func FuzzLabel(f *testing.F) {
	for _, s := range []string{"3. a) no", "questions 2(a) to 2(d): n/a", "see q5 and 6(b)", "(iv)", "2.4 if", "q", "1,", "9 to", "6a-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		low := strings.ToLower(s)
		l := LeadingLabel(low)
		if l.Len < 0 || l.Len > len(low) || (l.Len == 0) != (len(l.Ranges) == 0) {
			t.Errorf("label of %q: %+v", low, l)
		}
		for _, r := range append(l.Ranges, References(low)...) {
			if max(r.From.Num, r.To.Num) > maxNumber || min(r.From.Num, r.From.Sub, r.To.Num, r.To.Sub) < 0 || r.From == (Point{}) {
				t.Errorf("range in %q: %+v", low, r)
			}
		}
	})
}
