package code

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// speakerTag matches what says who speaks, not what is said: "Response:",
// "From Marketing:", "[IT]".
var speakerTag = regexp.MustCompile(`^(?:(?:(?:our|the|` + ourNouns + `|university's|council|college) )*(?:response|answer|reply|a|ateb)\s?[:.] ?-? ?|from (?:the )?[a-z&,/ ]{2,40}: |\[[a-z/&, ]{2,30}\] |(?:(?:the|our|and|of|for|&|[a-z']+)[ ,]+){0,4}(?:team|office|department|services?|security|marketing|communications|registry|it|itd?|hr|estates|library|conduct|wellbeing|lead|press|admissions|governance|legal|finance|faculty|school|directorate|unit|affairs|relations|casework|proctors|registrar)(?: \([a-z &]+\))?(?::| -) |(?:sent|to|subject|cc): .*$)["']?`)

// withoutSpeaker drops the tag at the head of a sentence and the quotation
// marks around it.
func (c *coder) withoutSpeaker(v thread.View) thread.View {
	for _, tag := range c.speakers {
		if strings.HasPrefix(v.Low, tag) {
			v = v.Slice(len(tag), len(v.Text)).Trim()
		}
	}
	v = v.Slice(len(speakerTag.FindString(v.Low)), len(v.Text)).Trim()
	v = v.Slice(len(v.Text)-len(strings.TrimLeft(v.Text, "-–• ")), len(v.Text))
	if strings.HasPrefix(v.Text, `"`) && strings.Count(v.Text, `"`) == 1 {
		v = v.Slice(1, len(v.Text))
	}
	return v
}

// tagShape matches what can be a tag: an abbreviation or a short name before a
// colon.
var tagShape = regexp.MustCompile(`^(?:[A-Z]{2,6}|[A-Z][\w&/-]+(?: [A-Z&][\w&/-]*){0,3}): `)

// participle is a tag that says what is done with the information: "Supplied:".
var participle = regexp.MustCompile(`^(?:\w+ed|\w+held|not \w+): $`)

// minTagged is how many answers a tag must open to be an office that answers
// in turn with others, and not the first words of one answer.
const minTagged = 3

// recurringTags finds the tags that open the answers to several questions:
// "PL: N/A", "DPO: As 3b." The longest come first.
func recurringTags(ss []sentence) []string {
	leaves := map[string]map[string]bool{}
	for _, s := range ss {
		tag := strings.ToLower(tagShape.FindString(s.Text))
		if tag == "" || len(s.own) == 0 || participle.MatchString(tag) || answerWord.MatchString(tag) {
			continue
		}
		if leaves[tag] == nil {
			leaves[tag] = map[string]bool{}
		}
		for _, leaf := range s.own {
			leaves[tag][leaf] = true
		}
	}
	var out []string
	for tag, of := range leaves {
		if len(of) >= minTagged {
			out = append(out, tag)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	return out
}
