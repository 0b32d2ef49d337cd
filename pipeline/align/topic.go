package align

import (
	"regexp"
	"strings"

	"roundrobin/schema"
)

// A writer may put a topic in front of each answer in place of a number: "areas:
// Marketing", "- how often - all day", "Training? None."

// minTopics is how many such answers make a reply of that kind.
const minTopics = 4

// topicHead matches a topic of a few words and what follows it.
var topicHead = regexp.MustCompile(`^[\s•*·–-]*([a-z0-9][^:?.;\t]{1,40}?)(?:: | - |\? |:$|\?$)`)

// readTopics takes the topics in front of answers for headings, where the reply
// has more of them than numbers.
func readTopics(cb *schema.Codebook, units []unit) {
	var at []int
	labelled := 0
	for i, u := range units {
		if u.label.Len > 0 {
			labelled++
		} else if len(topicOf(cb, u)) > 0 {
			at = append(at, i)
		}
	}
	if len(at) < minTopics || labelled >= len(at) {
		return
	}
	for _, i := range at {
		u := &units[i]
		u.titles = topicOf(cb, *u)
		end := topicHead.FindStringIndex(u.text.Low)[1]
		u.text, u.topic = u.text.Slice(end, len(u.text.Text)).Trim(), true
	}
}

// topicOf are the leaves that the topic in front of a unit names.
func topicOf(cb *schema.Codebook, u unit) []*schema.Question {
	m := topicHead.FindStringSubmatch(u.text.Low)
	if m == nil || u.restated != nil || u.divider || len(u.titles) > 0 {
		return nil
	}
	var out []*schema.Question
	for part := range strings.SplitSeq(m[1], " / ") {
		out = append(out, titled(cb, strings.TrimSpace(part))...)
	}
	return out
}
