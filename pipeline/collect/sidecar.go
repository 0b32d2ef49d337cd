package collect

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"

	"roundrobin/pipeline/thread"
)

// sidecar is /request/<slug>.json of the platform, which has no text. Keys not
// named here are of no use; the platform adds new ones at will.
type sidecar struct {
	Slug       string `json:"url_title"`
	Title      string `json:"title"`
	State      string `json:"described_state"`
	PublicBody struct {
		Slug string     `json:"url_name"`
		Name string     `json:"name"`
		Tags [][]string `json:"tags"`
	} `json:"public_body"`
	Events []sidecarEvent `json:"info_request_events"`
}

type sidecarEvent struct {
	Type     string    `json:"event_type"`
	Created  time.Time `json:"created_at"`
	Incoming *int      `json:"incoming_message_id"`
	Outgoing *int      `json:"outgoing_message_id"`
}

// message is the id of the event's message in the form of a page's anchors,
// "" for an event without a message.
func (e sidecarEvent) message() string {
	switch {
	case e.Incoming != nil && e.Type == "response":
		return fmt.Sprintf("incoming-%d", *e.Incoming)
	case e.Outgoing != nil && (e.Type == "sent" || e.Type == "followup_sent"):
		return fmt.Sprintf("outgoing-%d", *e.Outgoing)
	}
	return ""
}

func (e sidecarEvent) direction() string {
	if e.Incoming != nil {
		return thread.Received
	}
	return thread.Sent
}

// applySidecar completes the thread of a page. anchors holds the ids of its
// messages; where a form has none, and the sidecar knows of as many messages
// in the same directions, they go by their order.
func applySidecar(it Item, t *thread.Thread, anchors []string, p *problems) {
	if it.Sidecar == "" {
		return
	}
	var s sidecar
	data, err := os.ReadFile(it.file(it.Sidecar))
	if err == nil {
		err = json.Unmarshal(data, &s)
	}
	if err != nil {
		p.fail(ProblemMalformedJSON, it.Sidecar, "the sidecar is no JSON of a request")
		return
	}
	s.complete(t)
	s.date(t, anchors)
}

func (s *sidecar) complete(t *thread.Thread) {
	if s.Slug != "" {
		t.RequestID = s.Slug
	}
	if s.Title != "" {
		t.Title = s.Title
	}
	t.PlatformStatus = s.State
	if s.PublicBody.Name != "" {
		t.Institution.Name, t.Institution.WDTKBody = s.PublicBody.Name, s.PublicBody.Slug
	}
	for _, tag := range s.PublicBody.Tags {
		if nation := nations[strings.ToLower(strings.Join(tag, " "))]; nation != "" {
			t.Institution.Nation = nation
		}
	}
}

// date gives the messages the days of their events.
func (s *sidecar) date(t *thread.Thread, anchors []string) {
	var events []sidecarEvent
	byID := map[string]sidecarEvent{}
	for _, e := range s.Events {
		if id := e.message(); id != "" {
			events = append(events, e)
			byID[id] = e
		}
	}
	for i := range t.Messages {
		var e sidecarEvent
		if i < len(anchors) {
			e = byID[anchors[i]]
		} else if sameOrder(t, events) {
			e = events[i]
		}
		if !e.Created.IsZero() {
			t.Messages[i].Date, t.Messages[i].DateBasis = day(e.Created), dateHeader
		}
	}
}

func sameOrder(t *thread.Thread, events []sidecarEvent) bool {
	if len(events) != len(t.Messages) {
		return false
	}
	for i, e := range events {
		if e.direction() != t.Messages[i].Direction {
			return false
		}
	}
	return true
}
