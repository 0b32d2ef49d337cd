package align

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// section is an anchor with the text that follows it up to the next one.
type section struct {
	anchor
	texts []thread.View
}

// sections cuts a reply at its anchors. A divider ends an answer.
func sections(words fit, units []unit, anchors []anchor) []section {
	out := make([]section, len(anchors))
	for i, a := range anchors {
		end := len(units)
		if i+1 < len(anchors) {
			end = anchors[i+1].unit
		}
		out[i].anchor = a
		for j := a.unit; j < end; j++ {
			u := units[j]
			if j > a.unit && u.own && says(units[a.unit].text) { // below a label that stands alone they are its answer
				break
			}
			if j > a.unit && (u.divider && !(u.notice && len(out[i].texts) == 0) || len(out[i].texts) > 0 && closing.MatchString(u.view.Low)) {
				break
			}
			if i == len(anchors)-1 && len(out[i].texts) > 0 && (afterwords.MatchString(u.view.Low) || words.strays(u.view, a.nodes)) {
				break
			}
			text := u.view
			if j == a.unit {
				text = u.text
			}
			if says(text) && u.restated == nil {
				out[i].texts = append(out[i].texts, text)
			}
			if closesQuote(u.view.Text) {
				break
			}
		}
	}
	dropNames(out)
	return out
}

// minNames is how many headings make a letter that puts a short name over each
// answer.
const minNames = 4

// dropNames takes the short names, or the shortened questions, that a letter of
// such headings puts over its answers, in whatever language, off the answers.
func dropNames(ss []section) {
	var named []int
	headed, could := 0, 0
	for i, s := range ss {
		long := len(s.texts) > 1
		if s.titled || long {
			could++
		}
		if s.titled || long && isHeading(s.texts[0].Text) {
			headed++
		}
		if long && isName(s.texts[0].Text) && len(figures.FindAllString(s.texts[1].Text, 2)) < 2 { // not over a table
			named = append(named, i)
		}
	}
	if headed < minNames || 2*headed < could {
		return
	}
	for _, i := range named {
		ss[i].texts = ss[i].texts[1:]
	}
}

// isName tells whether a line names what was asked, and says nothing of it: it
// opens like a heading and no mark ends it.
func isName(s string) bool {
	const longest = 40 // words
	last, _ := utf8.DecodeLastRuneInString(s)
	return isHeading(s) || len(strings.Fields(s)) <= longest && !plainReply.MatchString(s) && !strings.Contains(s, ". ") &&
		(unicode.IsLetter(last) || last == ')' || last == '?')
}

// closing matches paragraphs with which a letter turns away from the answers.
var closing = regexp.MustCompile(`^(?:notes? \d|(?:internal )?(?:reviews?|complaints?|appeals?) ?[:.–-]|it is hoped|in the course of (?:the|this|my) review|you have not asked|by way of background|(?:i|we) (?:hope|trust|am sorry|apologise|would be)|please (?:get|do|contact|note|let|feel)|if (?:you|the requester)|should you|for (?:your )?information|finally|may i add|under section|(?:the )?(?:section|exemption)|you (?:may|are|can|have)|outside the terms|that (?:completes|concludes)|this (?:completes|concludes|letter|response|email|e-mail|reply)|the (?:answers?|remaining|rest of)|thank you|yours|in (?:summary|conclusion)|explanation|public interest|the public interest)\b`)

// closesQuote tells whether a text ends a quotation that began before it: what
// follows is the writer's again, not the quoted answer's.
func closesQuote(s string) bool {
	return strings.HasSuffix(s, `"`) && strings.Count(s, `"`)%2 == 1
}

// afterwords matches what stands behind the last answer on grounds for
// withholding, which need not be that answer's: "Small numbers (7, 8) are
// suppressed under s.40(2)".
var afterwords = regexp.MustCompile(`\b(?:exempt\w*|withheld|withholding|suppressed|refusal notice|public interest|prejudice|(?:section|sec\.?|s\.?) ?\d+ ?\()`)

// says tells whether a text holds any letter or digit: a dash in a table says
// nothing.
func says(v thread.View) bool {
	return slices.ContainsFunc([]byte(v.Low), func(c byte) bool {
		return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80
	})
}

// answers turns sections into the answers of leaves.
func answers(message int, ss []section) []thread.Aligned {
	shareBlocks(ss)
	own := ownLabels(ss)
	var out []thread.Aligned
	for _, s := range ss {
		for _, q := range s.nodes {
			for _, leaf := range leavesFor(q, s, own) {
				method := s.method
				if leaf != q || len(s.nodes) > 1 {
					method = thread.ByGroup
				}
				out = append(out, thread.Aligned{
					QuestionID: leaf.ID, Message: message, Method: method,
					Labelled: true, Paragraphs: paragraphsOf(s.texts), Score: certainty(s),
				})
			}
		}
	}
	return merge(out)
}

// leavesFor are the leaves that a node's section answers: a leaf itself, and
// for a heading all its sub-questions that have no label of their own.
func leavesFor(q *schema.Question, s section, own map[*schema.Question]bool) []*schema.Question {
	if !q.Heading {
		return []*schema.Question{q}
	}
	if len(s.texts) == 0 || len(s.nodes) > 1 {
		return nil
	}
	var out []*schema.Question
	for _, leaf := range q.Under() {
		if !own[leaf] {
			out = append(out, leaf)
		}
	}
	return out
}

func ownLabels(ss []section) map[*schema.Question]bool {
	own := map[*schema.Question]bool{}
	for _, s := range ss {
		for _, q := range s.nodes {
			own[q] = true
		}
	}
	return own
}

// shareBlocks gives the one answer under a block of questions to each of them:
// a heading and its sub-questions restated line by line and answered at the
// end. An empty label amid answered ones stays empty.
func shareBlocks(ss []section) {
	for end := range ss {
		if len(ss[end].texts) == 0 {
			continue
		}
		start := end
		for start > 0 && len(ss[start-1].texts) == 0 && sameBlock(ss[start-1].nodes[0], ss[end].nodes[0]) {
			start--
		}
		if !wholeBlock(ss[start : end+1]) {
			continue
		}
		for i := start; i < end; i++ {
			ss[i].texts = ss[end].texts
			ss[i].method = thread.ByGroup
		}
	}
}

func sameBlock(a, b *schema.Question) bool {
	p := b.Parent
	return p != nil && p.Heading && (a == p || a.Parent == p)
}

// wholeBlock tells whether sections make up all sub-questions of a heading, or
// three in a row of them.
func wholeBlock(ss []section) bool {
	n := 0
	for _, s := range ss {
		if s.nodes[0].Parent != nil {
			n++
		}
	}
	last := ss[len(ss)-1].nodes[0]
	return n >= 3 && last.Parent != nil && n == last.Number
}

func paragraphsOf(texts []thread.View) [][]thread.Span {
	var out [][]thread.Span
	for _, v := range texts {
		out = append(out, v.Pieces())
	}
	return out
}

// certainty maps the gain of an anchor to 0–1.
func certainty(s section) float64 {
	return min(1, 0.55+s.gain/10)
}

// merge joins several sections on one leaf, as where departments answer in
// turn; an empty label beside an answer elsewhere is no answer of its own.
func merge(in []thread.Aligned) []thread.Aligned {
	var out []thread.Aligned
	at := map[string]int{}
	for _, a := range in {
		i, ok := at[a.QuestionID]
		if !ok {
			at[a.QuestionID] = len(out)
			out = append(out, a)
			continue
		}
		for _, p := range a.Paragraphs {
			if !slices.ContainsFunc(out[i].Paragraphs, func(q []thread.Span) bool { return slices.Equal(p, q) }) {
				out[i].Paragraphs = append(out[i].Paragraphs, p)
			}
		}
		out[i].Score = min(out[i].Score, a.Score)
	}
	return out
}
