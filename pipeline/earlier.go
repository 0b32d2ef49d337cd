package main

import (
	"slices"

	"roundrobin/pipeline/thread"
)

// earlier codes a thread once more with nothing but what was known when the
// first substantive reply came; no answers where no further one did. A decision
// of a person is on the whole thread and has no part in it.
func (l line) earlier(t *thread.Thread) ([]thread.Answer, []thread.Evidence) {
	first := beforeFurther(t)
	if first == nil {
		return nil, nil
	}
	_, coded := l.rules(first)
	var evidence []thread.Evidence
	for _, e := range coded.Evidence {
		if e.Table == "answers" {
			e.Table = "earlier_answers"
			evidence = append(evidence, e)
		}
	}
	return coded.Answers, evidence
}

// beforeFurther is a copy of a segmented thread that ends with the first
// substantive reply, as it was before any stage; nil where no further one came.
func beforeFurther(t *thread.Thread) *thread.Thread {
	replies := substantive(t)
	if len(replies) < 2 {
		return nil
	}
	first := *t
	first.Messages = slices.Clone(t.Messages[:replies[0]+1])
	for i := range first.Messages {
		m := &first.Messages[i]
		m.Kind = ""
		m.Attachments = slices.Clone(m.Attachments)
		for j := range m.Attachments {
			m.Attachments[j].Content = ""
		}
	}
	return &first
}

// substantive lists the messages that answer, by index.
func substantive(t *thread.Thread) (replies []int) {
	for i, m := range t.Messages {
		if m.Direction == thread.Received && (m.Kind == thread.KindResponse || m.Kind == thread.KindReview) {
			replies = append(replies, i)
		}
	}
	return replies
}
