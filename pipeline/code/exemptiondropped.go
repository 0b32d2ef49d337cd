package code

import (
	"regexp"
	"slices"

	"roundrobin/pipeline/thread"
)

// A review can give up a ground for the whole request: "The University no
// longer relies on section 24(2) in answer to any part of your request", or for
// the question under whose label it says so. The answers it leaves standing then
// rest on the grounds that remain.

var (
	// givesUp matches words that give up a ground.
	givesUp = regexp.MustCompile(`\b(?:no longer (?:\w+ )?(?:reli(?:es|ed)|rely\w*|appl(?:y|ies|ied)|maintain\w*|claim\w*|engaged)|withdr(?:aws?|awn|ew|awing)(?: (?:its|our|the|all|any) (?:reliance|application|claim))?|abandon(?:s|ed)?|(?:do|does|did|should|ought) not (?:have )?(?:rely|relied|be relied|been relied|apply|applied|been applied)|(?:is|was|are|were) (?:not|never) (?:in fact )?engaged|(?:was|were) (?:wrongly|incorrectly) (?:applied|relied|cited|claimed)|falls? away|drops? out|(?:is|are) (?:now |therefore )*(?:not (?:needed|necessary|required|pursued|maintained)|unnecessary|no longer \w+|dropped|superfluous|given up)|(?:need|have) no (?:longer a )?(?:need of|recourse to))\b`)
	// groundNoun matches how a sentence calls a ground named before it.
	groundNoun = regexp.MustCompile(`\b(?:it|this|that|the|these|those|such|either|neither|both)(?: (?:former|latter|same))?(?: (?:exemptions?|sections?|grounds?|provisions?))?\b`)
)

// givenUpGround is a ground that a message gives up, for the leaves named or,
// where none are, for all.
type givenUpGround struct {
	exemptionHit
	message int
	leaves  []string
}

// groundsGivenUp finds the grounds that a later letter gives up.
func (c *coder) groundsGivenUp() []givenUpGround {
	var out []givenUpGround
	for _, ss := range [][]sentence{c.reply, c.notices} {
		var named []exemptionHit // last cited, for a sentence that calls it "it"
		for i, s := range ss {
			if c.t.Messages[s.message].Kind != thread.KindReview {
				continue
			}
			var leaves []string
			if len(s.own) > 0 && c.labelled(s.own[0]) {
				leaves = s.own
			}
			if i > 0 && ss[i-1].message != s.message {
				named = nil
			}
			here := c.ref.findExemptions(s.Text, c.scottish)
			if givesUp.MatchString(s.Low) && (len(here) > 0 || groundNoun.MatchString(s.Low)) {
				if len(here) == 0 {
					here = named
				}
				for _, h := range here {
					if leaves != nil || !c.maintains(s.message, h) {
						out = append(out, givenUpGround{h, s.message, leaves})
					}
				}
				continue
			}
			if len(here) == 0 {
				here = sectionHeading(c, s)
			}
			if len(here) > 0 {
				named = here
			}
		}
	}
	return out
}

// maintains tells whether a message keeps to a ground for some of the request:
// it gives it up for the rest alone.
func (c *coder) maintains(message int, ground exemptionHit) bool {
	return slices.ContainsFunc(slices.Concat(c.reply, c.notices), func(s sentence) bool {
		return s.message == message && upheldWords.MatchString(s.Low) && !givesUp.MatchString(s.Low) &&
			slices.ContainsFunc(c.ref.findExemptions(s.Text, c.scottish), func(h exemptionHit) bool {
				return h.Law == ground.Law && h.Section == ground.Section
			})
	})
}

// sectionHeading reads a heading that consists of a provision, which is no
// citation by itself: "Section 24(2)".
func sectionHeading(c *coder, s sentence) []exemptionHit {
	if !bareSection.MatchString(s.Low) {
		return nil
	}
	return c.ref.findExemptions(s.Text+" (exemption)", c.scottish)
}

var bareSection = regexp.MustCompile(`^(?:the )?(?:exemption (?:at|in|under) )?(?:sections?|sec\.?|ss?\.?|regulation|r\.) ?\d+[a-z]?(?: ?\([\w]+\))*(?: ?\([^()]{4,60}\))?[.:]?$`)

// isGivenUp tells whether a later message gives up a ground that is cited for a
// leaf in a span.
func (c *coder) isGivenUp(leaf string, h exemptionHit, span thread.Span) bool {
	return slices.ContainsFunc(c.givenUp, func(g givenUpGround) bool {
		return g.message > span.Ref.Message && (g.leaves == nil || slices.Contains(g.leaves, leaf)) && g.Law == h.Law && g.Section == h.Section && (g.Subsection == "" || g.Subsection == h.Subsection)
	})
}
