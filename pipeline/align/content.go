package align

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// contentScore is how far a sentence's content alone can be trusted to name
// its question.
const contentScore = 0.6

// byContent aligns a reply without labels: each sentence answers the leaf that
// the lexicon reads from its words and its place, and those whose cues it holds.
func byContent(cb *schema.Codebook, units []unit, message int) []thread.Aligned {
	var said []thread.View
	for _, u := range units {
		if !u.divider && u.restated == nil && u.text.Text != "" {
			said = append(said, statements(u.view)...)
		}
	}
	cued := make([][]*schema.Question, len(said))
	for i, v := range said {
		cued[i] = cuedLeaves(cb, v.Low)
	}
	var out []thread.Aligned
	for i, leaf := range likeliest(cb, said, cued) {
		leaves := cued[i]
		if leaf != nil && !slices.Contains(leaves, leaf) {
			leaves = append(leaves, leaf)
		}
		for _, q := range leaves {
			out = append(out, thread.Aligned{QuestionID: q.ID, Message: message, Method: thread.ByContent,
				Paragraphs: [][]thread.Span{said[i].Pieces()}, Score: contentScore})
		}
	}
	return merge(out)
}

// statements are the sentences of a passage, cut where a semicolon joins two. What
// goes on with "nor" belongs to what it adds to.
func statements(v thread.View) []thread.View {
	var out []thread.View
	for _, s := range v.Sentences() {
		start := 0
		for _, m := range semicolon.FindAllStringIndex(s.Low, -1) {
			if !strings.HasPrefix(s.Low[m[1]:], "nor ") {
				out = append(out, s.Slice(start, m[0]+1).Trim())
				start = m[1]
			}
		}
		out = append(out, s.Slice(start, len(s.Text)).Trim())
	}
	return out
}

var semicolon = regexp.MustCompile(`; (?:and |but )?`)

func cuedLeaves(cb *schema.Codebook, low string) []*schema.Question {
	var out []*schema.Question
	for _, q := range cb.Leaves() {
		if schema.Matches(q.Cues, low) {
			out = append(out, q)
		}
	}
	return out
}

// fromParents lets a parent's answer cover a sub-question that has no label of
// its own: the sentences of it that hold the sub-question's cues.
func fromParents(t *thread.Thread, cb *schema.Codebook, aligned []thread.Aligned) []thread.Aligned {
	for _, q := range cb.Leaves() {
		if q.Parent == nil || q.Parent.Heading || has(aligned, q.ID) {
			continue
		}
		i := slices.IndexFunc(aligned, func(a thread.Aligned) bool { return a.QuestionID == q.Parent.ID })
		if i < 0 {
			continue
		}
		var found [][]thread.Span
		for _, s := range sentencesOf(t, aligned[i].Paragraphs) {
			if schema.Matches(q.Cues, s.Low) {
				found = append(found, s.Pieces())
			}
		}
		if len(found) > 0 {
			aligned = append(aligned, thread.Aligned{QuestionID: q.ID, Message: aligned[i].Message,
				Method: thread.ByParent, Paragraphs: found, Score: contentScore})
		}
	}
	return aligned
}

func has(as []thread.Aligned, id string) bool {
	return slices.ContainsFunc(as, func(a thread.Aligned) bool { return a.QuestionID == id })
}

func sentencesOf(t *thread.Thread, paragraphs [][]thread.Span) []thread.View {
	var out []thread.View
	for _, p := range paragraphs {
		out = append(out, t.NewView(p...).Sentences()...)
	}
	return out
}
