package align

import (
	"regexp"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// A writer may put a topic in front of each answer in place of a number: "areas:
// Marketing", "- how often - all day", "Training? None."

// minTopics is how many such answers make a reply of that kind.
const minTopics = 4

// topicHead matches a topic of a few words and what follows it.
var topicHead = regexp.MustCompile(`^[\s•*·–-]*([a-z0-9][^:?.;\t]{1,40}?)(?:: | - |\? |:$|\?$|\t)`)

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

// minPairs is how many of each make a reply of questions and answers.
const minPairs = 3

// pairMark matches the letter or word that calls a paragraph a question or an
// answer and gives no number: "Q. Purposes?", "Answer: none".
var pairMark = regexp.MustCompile(`^[*_ ]*(?:(q|question)|(a|answer|r|reply|response))[*_ ]*(?:[.:)]| -)[*_]*\s`)

// readPairs takes such marks off, where a reply has as many of both: the "A." in
// front of an answer is no part of a question.
func readPairs(cb *schema.Codebook, units []unit) {
	asked, told := 0, 0
	for _, u := range units {
		if u.restated != nil {
			asked++
			continue
		}
		if m := pairMark.FindStringSubmatchIndex(u.view.Low); m != nil && m[2] >= 0 {
			asked++
		} else if m != nil {
			told++
		}
	}
	if asked < minPairs || told < minPairs {
		return
	}
	for i := range units {
		u := &units[i]
		m := pairMark.FindStringSubmatchIndex(u.view.Low)
		if m == nil || u.restated != nil {
			continue
		}
		u.text = u.view.Slice(m[1], len(u.view.Text)).Trim()
		u.label = thread.LeadingLabel(u.text.Low)
		if u.label.Len > 0 {
			u.text = u.text.Slice(u.label.Len, len(u.text.Text)).Trim()
		}
		u.titles, u.divider = nil, false
		if m[2] >= 0 {
			if u.titles = titled(cb, strings.TrimRight(u.text.Low, "?:. ")); len(u.titles) > 0 || u.label.Len > 0 {
				u.text = u.view.Slice(len(u.view.Text), len(u.view.Text))
			}
		}
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
