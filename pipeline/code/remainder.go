package code

import (
	"maps"
	"regexp"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// A reply may say of the questions that are left, by number or as such, that they
// fall away: "None of your other questions arises", "there is nothing I can say
// under 3 or 6 to 9". Wherever it stands, such a sentence is on those questions and
// not on the one whose answer it closes.

// otherQuestions matches the questions that are left, as the subject of a sentence.
var otherQuestions = regexp.MustCompile(`\b(?:(?:remaining|remainder|rest|other|others|later|subsequent|following|further|succeeding)(?: (?:of|in|on) (?:the|your|this|that))?(?: (?:sub-?)?(?:questions?|parts?|points?|items?|headings?|requests?|list|letter|queries))?|(?:everything|anything|all|whatever) (?:else|other|that follows|that remains)|sub-?(?:questions?|parts?)|(?:questions?|parts?|points?|items?|qs?|numbers?|nos?\.?)\s?\d[^.;]{0,60}|onwards?)\b`)

// fallsAway matches the ways of saying that a question needs no answer.
var fallsAway = regexp.MustCompile(`\b(?:(?:therefore |accordingly |thus |then |also |simply |likewise )*(?:falls?(?: away)?|lapses?|drops? (?:away|out)|goes? by the board)(?: away)?(?:\s*[,.;]|$| with| for| by| too| as| because| since|, )|(?:does|do|did|can|could|will|would)(?: not|n't) (?:\w+ )?(?:apply|arise|come into play|require|need|call for|fall to be)|(?:can|could)not (?:\w+ )?(?:apply|arise)|(?:requires?|needs?|calls? for) no(?:ne|thing)?\b|(?:is|are) (?:therefore |thus |accordingly |also |consequently |then )*(?:not (?:relevant|applicable|pertinent|needed|engaged)|inapplicable|n/?a|irrelevant|superfluous|redundant|moot|otiose|academic)|n/?a\b|not applicable|not relevant|need not be answered|no (?:answer|reply|response) (?:is|to))`)

// noneArises matches a denial that carries its negation in front: "none of the rest
// arises", "nothing remains to be said under".
var noneArises = regexp.MustCompile(`\b(?:none|neither|nothing|no(?: \w+)?)\b[^.;]{0,80}\b(?:arises?|appl(?:y|ies)|(?:is|are) (?:relevant|applicable|engaged|in point)|calls? for|requires?|needs?)\b|\bnothing (?:\w+ ){0,6}(?:say|said|tell|told|add|report|offer|give|answer|put)\b[^.;]{0,40}\b(?:under|to|on|in (?:answer|reply|response)|for|at|against)\b`)

// leavesRest tells whether a sentence says of other questions that they fall away.
func leavesRest(low string) bool {
	if conditional(low) || ofTopic(low) {
		return false
	}
	if allQuestions.MatchString(low) && inaptShape.MatchString(low) {
		return true
	}
	return (otherQuestions.MatchString(low) || len(thread.References(low)) > 0) && (fallsAway.MatchString(low) || noneArises.MatchString(low))
}

// findRest gathers the sentences that leave questions unanswered into one stand on
// those questions; nil where there are none.
func (c *coder) findRest() *posture {
	p := &posture{disposition: notApplicable, rule: "not applicable as a whole", only: map[string]bool{}}
	for _, s := range c.reply {
		if !leavesRest(s.Low) {
			continue
		}
		rest := c.restLeaves(s)
		if rest == nil && !otherQuestions.MatchString(s.Low) && !allQuestions.MatchString(s.Low) {
			continue
		}
		p.spans = append(p.spans, s.All())
		switch {
		case rest == nil:
			p.only = nil
		case p.only != nil:
			maps.Copy(p.only, rest)
		}
	}
	if len(p.spans) == 0 {
		return nil
	}
	return p
}

// restLeaves are the leaves that such a sentence names, nil for all that are left.
// "The sub-questions" without a number are those of the question it stands under.
func (c *coder) restLeaves(s sentence) map[string]bool {
	out := c.listed(s)
	if out == nil || !strings.Contains(s.Low, "sub-question") && !strings.Contains(s.Low, "sub-part") {
		return out
	}
	for _, id := range s.own {
		for _, q := range c.cb.Leaves() {
			if q.Parent != nil && q.Parent.ID == id {
				out[q.ID] = true
			}
		}
	}
	return out
}

// dropRest takes the sentences on other questions out of an answer.
func (c *coder) dropRest(a *answer) {
	var own []sentence
	for _, s := range a.parts {
		if !c.onRest(a.leaf, s) {
			own = append(own, s)
		}
	}
	if len(own) > 0 || a.aligned != nil && !a.aligned.Labelled {
		a.parts = own
	}
}

// onRest tells whether a sentence of the answer to a leaf leaves other questions
// unanswered, and is no part of this answer.
func (c *coder) onRest(q *schema.Question, s sentence) bool {
	if !leavesRest(s.Low) {
		return false
	}
	rest := c.restLeaves(s)
	return rest == nil && otherQuestions.MatchString(s.Low) || rest != nil && !rest[q.ID]
}
