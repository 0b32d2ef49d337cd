package code

import (
	"regexp"
	"slices"
	"strings"
)

const (
	theBody   = `(?:we|it|(?:the|this|our) (?:` + ourNouns + `|institution|school|conservatoire|academy))`
	thisKind  = `of (?:this|that|the) (?:sort|kind|nature|description|type)`
	doneVerb  = `(?:undert(?:ake|akes|aken)|engages?(?: in)?|engaged in|carr(?:y|ies|ied) out|conduct(?:s|ed)?|practise[sd]?|do|does|done|goes? in for|gone in for|takes? part in|participates? in)`
	deniedDo  = `\b(?:do|does|did|has|have)(?: not|n't| never) (?:\w+ )?`
	takesHold = `(?:goes on|is (?:being )?(?:done|undertaken|carried (?:on|out))|happens|takes place|occurs|exists)`
)

// disclaimed matches a denial that calls the activity only "this", "it" or "the
// activity you describe": "We do nothing of this sort", "It is not something
// that the College engages in". What it denies is settled by where it stands.
var disclaimed = regexp.MustCompile(strings.Join([]string{
	`\b(?:do|does|did) (?:nothing|none) ` + thisKind + `\b`,
	deniedDo + doneVerb + ` (?:anything|any activity|activity|work|any work) ` + thisKind + `\b`,
	`\b(?:nothing|no activity) ` + thisKind + `\b[^.;]{0,40}\b` + takesHold + `\b`,
	deniedDo + `(?:do|practise) (?:it|this|that|any of (?:it|this|that|these))\b`,
	`(?:\bnot|n't) (?:something|an? (?:activity|practice|thing)|one|things|activities)(?: (?:that|which|in which))? ` + theBody + ` ` + doneVerb + `\b`,
	deniedDo + doneVerb + ` (?:any |such |the |this |that |these |those )*(?:activit(?:y|ies)|practices?|exercises?|(?:kinds?|sorts?|types?) of (?:things?|activit(?:y|ies)))\b`,
	`\b(?:social media|accounts|posts|profiles)\b[^.;]{0,40}\b(?:(?:is|are) left (?:well )?alone|(?:is|are) of no (?:\w+ )?(?:interest|concern) to (?:us|the (?:` + ourNouns + `))|(?:is|are) (?:none of our|not our|no) business|(?:is|are) (?:their|a student's|the student's) own affair)\b`,
}, "|"))

// claimedSo matches an affirmation in the same words: "The University does
// undertake activity of this nature".
var claimedSo = regexp.MustCompile(`\b(?:does|do) (?:\w+ )?(?:undertake|carry out|engage in|conduct|gather|collect|do) (?:some |such )?(?:activit(?:y|ies)|work|information|intelligence|monitoring|things) ` + thisKind + `\b`)

// disclaims tells whether a sentence denies the activity by such words, and in
// the right place: in the answer to the item on it, or in prose that belongs to
// no other item.
func (c *coder) disclaims(s sentence) bool {
	if !disclaimed.MatchString(s.Low) || conditional(s.Low) || exceptWords.MatchString(s.Low) || paperNoun.MatchString(s.Low) {
		return false
	}
	return c.onActivity(s)
}

// onActivity tells whether a sentence stands where "this" is the activity.
func (c *coder) onActivity(s sentence) bool {
	q := c.cb.Feeding("monitors_students")
	return len(s.own) == 0 || q != nil && slices.Contains(s.own, q.ID)
}
