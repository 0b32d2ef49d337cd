package code

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"roundrobin/pipeline/thread"
)

// paragraphPointer matches a pointer to numbered paragraphs of the letter
// itself: "paragraph 9 above", "paras 5 to 7", "for the reason at note 2".
// Letters stand for numbers in capitals: "paragraph C".
var paragraphPointer = regexp.MustCompile(`\b(?i:para(?:graph)?s?|notes?|reasons?|grounds?)\.? ` + paragraphMark + `(?: ?(to|-|and|&) ?` + paragraphMark + `)?`)

// paragraphMark is the figure or the letter of a paragraph; "I" is a pronoun.
const paragraphMark = `\(?(\d{1,2}|[A-HJ-Z])\b\)?`

// paragraphElsewhere matches what follows the number of a paragraph of another
// document: "paragraph 9.14", "paragraph 3 of the Code".
var paragraphElsewhere = regexp.MustCompile(`(?i)^(?:[.(]\w| (?:of|in|to|under) (?:the|our|its|that|schedule|annex) ?(?:\w+ ){0,5}(?:polic|code|regulation|act|schedule|procedure|statement|guid|charter|handbook|assessment|ordinance|notice at))`)

// paragraphHead matches the number at the head of a paragraph, or the word that
// calls it a note or a reason.
var paragraphHead = regexp.MustCompile(`(?im)^[ \t>]*(?:(?:para(?:graph)?|note|reason|ground)\.? (\d{1,2}|(?-i:[A-Z]))\b|[(\[]?(\d{1,2}|(?-i:[A-Z]))[.)\]:]{1,2}(?:\s|$))`)

// pointedParagraphs reads the numbers of the paragraphs that a text in reading
// form points to, and whether they stand below.
func pointedParagraphs(text string) (numbers []int, below bool) {
	for _, m := range paragraphPointer.FindAllStringSubmatchIndex(text, -1) {
		if paragraphElsewhere.MatchString(text[m[1]:]) {
			continue
		}
		below = below || strings.HasPrefix(text[m[1]:], " below")
		from := paragraphNumber(group(text, m, 1))
		to := max(from, paragraphNumber(group(text, m, 3)))
		if joint := group(text, m, 2); joint == "and" || joint == "&" {
			numbers = append(numbers, from, to)
			continue
		}
		for n := from; n <= to; n++ {
			numbers = append(numbers, n)
		}
	}
	return numbers, below
}

// firstLetter is the number of paragraph A; figures have two digits at most.
const firstLetter = 101

// paragraphNumber reads the figure or the capital letter of a paragraph; 0 for
// none.
func paragraphNumber(mark string) int {
	if len(mark) == 1 && mark[0] >= 'A' && mark[0] <= 'Z' {
		return firstLetter + int(mark[0]-'A')
	}
	n, _ := strconv.Atoi(mark)
	return n
}

// numberedParagraphs are the spans of the paragraphs with a number in one text,
// in order. A paragraph runs to the next one, whatever its number.
func numberedParagraphs(text string, ref thread.TextRef, number int) []thread.Span {
	var out []thread.Span
	heads := paragraphHead.FindAllStringSubmatchIndex(text, -1)
	for i, m := range heads {
		if paragraphNumber(group(text, m, 1)+group(text, m, 2)) != number {
			continue
		}
		end := len(text)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		out = append(out, thread.Span{Ref: ref, Start: m[0], End: end})
	}
	return out
}

// citePointed gives an answer that points to paragraphs of its letter their
// grounds: "Withheld: paragraph 9 above", "Not held (paragraph C)".
func (c *coder) citePointed(a *answer) {
	for _, s := range a.parts {
		fits := pointedKind(a, s)
		if fits == nil {
			continue
		}
		numbers, below := pointedParagraphs(s.Text)
		for _, n := range numbers {
			for _, g := range c.pointedGrounds(s, n, below, fits) {
				c.citeAt(a, g.exemptionHit, g.span)
			}
		}
	}
}

// pointedKind tells what grounds fit what a sentence says, of those in the
// paragraph that it points to; nil where none do.
func pointedKind(a *answer, s sentence) func(exemptionHit) bool {
	switch {
	case withholds(a), refusingWord.MatchString(s.Text), partShape.MatchString(s.Low):
		return withholdingGround
	case a.Disposition == notHeld:
		return notHeldNotice
	case a.Disposition == referred, link.MatchString(a.low()), publishShape.MatchString(a.low()):
		return accessibleNotice
	}
	return nil
}

// withholdingGround tells whether a provision is a ground to withhold, and not
// that information is not held or is public.
func withholdingGround(h exemptionHit) bool { return !notHeldNotice(h) && !accessibleNotice(h) }

// pointedGrounds are the grounds in the paragraph n that sentence s points to:
// the nearest one before it that states any, or behind it where below.
func (c *coder) pointedGrounds(s sentence, n int, below bool, fits func(exemptionHit) bool) []citedGround {
	at := s.All()
	paragraphs := numberedParagraphs(c.t.Text(at.Ref), at.Ref, n)
	paragraphs = slices.DeleteFunc(paragraphs, func(p thread.Span) bool { return p.Start <= at.Start && at.Start < p.End })
	slices.SortStableFunc(paragraphs, func(p, q thread.Span) int {
		return paragraphDistance(p, at, below) - paragraphDistance(q, at, below)
	})
	for _, p := range paragraphs {
		if grounds := c.statedGrounds(c.t.NewView(p), fits); len(grounds) > 0 {
			return grounds
		}
	}
	return nil
}

// paragraphDistance orders paragraphs by their distance from a pointer, those
// on the wrong side of it last.
func paragraphDistance(p, from thread.Span, below bool) int {
	const wrongSide = 1 << 24
	switch before := p.Start < from.Start; {
	case before && below:
		return wrongSide + from.Start - p.Start
	case before:
		return from.Start - p.Start
	case below:
		return p.Start - from.Start
	}
	return wrongSide + p.Start - from.Start
}

// statedGrounds are the provisions on which a text rests: those it applies,
// else those of the kind that fits which it sets out and does not deny.
func (c *coder) statedGrounds(v thread.View, fits func(exemptionHit) bool) []citedGround {
	var applied, named []citedGround
	for _, h := range c.ref.findExemptions(v.Text, c.scottish) {
		g := citedGround{h, v.Span(h.Start, h.End)}
		switch {
		case h.Applied:
			applied = append(applied, g)
		case !h.Denied && fits(h):
			g.Applied = true
			named = append(named, g)
		}
	}
	if len(applied) > 0 {
		return applied
	}
	return named
}

// citeExplained gives a refusal the provision that its own words only set out:
// "Section 12 relieves an authority where … We are refusing this on that
// ground."
func (c *coder) citeExplained(a *answer) {
	if !withholds(a) {
		return
	}
	for _, s := range a.parts {
		for _, g := range c.statedGrounds(s.View, withholdingGround) {
			c.citeAt(a, g.exemptionHit, g.span)
		}
	}
}

// repeatsLast matches an answer that is that of the item before it.
var repeatsLast = regexp.MustCompile(`^(?:and )?(?:the |likewise,? )?(?:same|identical) (?:(?:exemption|section|ground|reason|reasoning|consideration|provision|exclusion|position|response)s? )?(?:(?:also|again|equally) )?appl(?:y|ies)\b`)

// sameAsBefore is the answer before a, where a withholds by saying that the same
// applies; nil where it does not.
func (c *coder) sameAsBefore(a *answer) *answer {
	if len(a.parts) == 0 || len(a.parts) > 2 || !repeatsLast.MatchString(a.parts[0].Low) {
		return nil
	}
	leaves := c.cb.Leaves()
	i := slices.Index(leaves, a.leaf)
	if i < 1 {
		return nil
	}
	if b := c.answers[leaves[i-1].ID]; withholds(b) {
		return b
	}
	return nil
}

// sameGround matches a ground that is the one given before, by whatever name.
var sameGround = regexp.MustCompile(`\b(?:(?:the |those |these )?(?:same|identical)|(?:the )?(?:(?:afore)?said|above(?:-mentioned)?|foregoing|earlier)|like|similar) (?:two |three )?(?:exemptions?|sections?|grounds?|reasons?|provisions?|basis|footing|considerations?|reasoning)\b`)

// groundsBefore are the grounds of the nearest answer before a that withholds,
// where a withholds on the same: "relying on the same two provisions".
func (c *coder) groundsBefore(a *answer) []citedGround {
	if !withholds(a) || !sameGround.MatchString(a.low()) {
		return nil
	}
	leaves := c.cb.Leaves()
	for _, q := range slices.Backward(leaves[:slices.Index(leaves, a.leaf)]) {
		if b := c.answers[q.ID]; withholds(b) && len(b.Exemptions) > 0 {
			return b.grounds
		}
	}
	return nil
}

// withholds tells whether an answer gives nothing on a ground of the law.
func withholds(a *answer) bool { return a.Disposition == refused || a.Disposition == ncnd }
