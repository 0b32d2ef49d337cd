package code

import (
	"regexp"
	"time"

	"roundrobin/pipeline/thread"
)

// statutoryDays is the time limit of FOIA s.10(1), FOISA s.10(1) and EIR
// r.5(2), in working days.
const statutoryDays = 20

// The emergency limit of the Coronavirus (Scotland) Act 2020, schedule 6
// paragraph 3: answers given while it was in force are judged against 60
// working days (reference/deadline_rules.csv).
var (
	emergencyDays = 60
	emergencyFrom = time.Date(2020, 4, 7, 0, 0, 0, 0, time.UTC)
	emergencyTill = time.Date(2020, 5, 27, 0, 0, 0, 0, time.UTC)
)

// codeRequest codes the dates, the time limit and the reference number of a
// request from messages that have a direction, a kind and, where the source
// shows one, a date. Unknown dates are zero and WorkingDays is then -1;
// Outcome is left empty. Evidence is given for what rests on words in a text.
func codeRequest(t *thread.Thread, ref *Reference) (thread.Request, []thread.Evidence) {
	c := requestCoder{t: t, year: yearOf(t)}
	if v, ok := findReference(t); ok {
		c.req.Reference = v.value
		c.note("foi_reference", v.value, v.span, v.rule)
	}
	answer := c.answerMessage()
	if answer >= 0 {
		c.req.RespondedOn = c.stated("responded_on", answer)
	}
	if i := c.first(thread.KindAcknowledgement, isReceipt); i >= 0 {
		c.req.AcknowledgedOn = c.stated("acknowledged_on", i)
	}
	c.req.SentOn = c.sentOn()
	c.time(ref, answer)
	return c.req, c.evidence
}

// requestCoder gathers the request's fields and their evidence.
type requestCoder struct {
	t        *thread.Thread
	year     int // completes dates without one; 0 where the thread shows none
	req      thread.Request
	evidence []thread.Evidence
}

// note adds evidence for a field; a value without words has none.
func (c *requestCoder) note(variable, value string, span thread.Span, rule string) {
	if span.Start < span.End {
		c.evidence = append(c.evidence, thread.Evidence{Table: "requests", Variable: variable, Value: value, Span: span, Rule: rule})
	}
}

// stated is the date of message i, noted where the letter bears it.
func (c *requestCoder) stated(variable string, i int) time.Time {
	d, ok := messageDate(c.t, i, c.year)
	if !ok {
		return time.Time{}
	}
	c.note(variable, d.Time.Format(time.DateOnly), d.Span, d.Rule)
	return d.Time
}

// first is the index of the first message of a kind that ok accepts, or -1.
func (c *requestCoder) first(kind string, ok func(*thread.Message) bool) int {
	for i := range c.t.Messages {
		if m := &c.t.Messages[i]; m.Kind == kind && ok(m) {
			return i
		}
	}
	return -1
}

// answerMessage is the index of the first substantive reply, or -1: a review
// counts only where nothing came before it, and what follows a withdrawal
// answers nothing.
func (c *requestCoder) answerMessage() int {
	for i := range c.t.Messages {
		switch m := &c.t.Messages[i]; {
		case m.Kind == thread.KindWithdrawal:
			return -1
		case m.Direction == thread.Received && (m.Kind == thread.KindResponse || m.Kind == thread.KindReview):
			return i
		}
	}
	return -1
}

var outOfOffice = regexp.MustCompile(`(?i)out of (?:the )?office|on (?:annual|maternity|sick|parental) leave|(?:currently|presently) (?:on leave|away|absent)|(?:i am|i'm|i will be) (?:away|on leave|absent|out of)|allan o'r swyddfa`)

var receiptWords = regexp.MustCompile(`(?i)acknowledg|(?:has|have|been|was) received|\breceipt\b|reached us|thank you for (?:your|contacting)|reference (?:number )?is|logged|registered`)

// isReceipt tells an acknowledgement, automatic or not, from an out-of-office
// message.
func isReceipt(m *thread.Message) bool {
	return m.Direction == thread.Received && (!outOfOffice.MatchString(m.Text) || receiptWords.MatchString(m.Text))
}

// sentOn is the date of the first request: its header's, else what a reply
// says of it.
func (c *requestCoder) sentOn() time.Time {
	i := c.first(thread.KindRequest, func(m *thread.Message) bool { return m.Direction == thread.Sent })
	var header time.Time
	if i >= 0 {
		header = c.t.Messages[i].Date
	}
	said, ok := findRequestDate(c.t, c.year)
	if ok && (header.IsZero() || said.Time.Equal(header)) {
		c.note("sent_on", said.Time.Format(time.DateOnly), said.Span, said.Rule)
		return said.Time
	}
	return header
}

// time computes the due date, the working days taken and the timeliness.
func (c *requestCoder) time(ref *Reference, answer int) {
	calendar, law := ref.calendarOf(c.t), statutoryDays
	if calendar.scottish && !c.req.RespondedOn.Before(emergencyFrom) && c.req.RespondedOn.Before(emergencyTill) {
		law = emergencyDays
	}
	start := c.clockStart(answer)
	c.req.WorkingDays = -1
	c.req.Timeliness = "undated"
	if start.IsZero() {
		return
	}
	c.req.DueOn = calendar.Due(start, law)
	switch {
	case !c.req.RespondedOn.IsZero():
		c.req.WorkingDays = calendar.WorkingDays(start, c.req.RespondedOn)
		c.req.Timeliness = "on_time"
		if c.req.RespondedOn.After(c.req.DueOn) {
			c.req.Timeliness = "late"
		}
	case answer < 0 && !c.withdrawnInTime():
		c.req.Timeliness = "overdue"
	}
}

// withdrawnInTime tells whether the request was withdrawn while an answer was
// not yet due.
func (c *requestCoder) withdrawnInTime() bool {
	i := c.first(thread.KindWithdrawal, func(*thread.Message) bool { return true })
	return i >= 0 && !c.t.Messages[i].Date.After(c.req.DueOn)
}

// clockStopped matches the words in which a body says that the time limit
// waits for the clarification (FOIA s.1(3), s.10(6)(b)).
var clockStopped = regexp.MustCompile(`(?i)section 1\(3\)|\bclock\b|(?:20|twenty) working days? (?:\w+ )*?(?:(?:re)?starts?|begins?|runs?|counts?|from)|(?:not|n't) (?:be )?(?:obliged|able|required|have) to (?:\w+ )*(?:continue|proceed|comply|process|answer|deal|take)|on hold|(?:is|be|been|are) (?:paused|suspended|stopped)|(?:re-?starts?|begins? again|start(?:s|ing)? (?:again|afresh)|resum)|(?:time|period|deadline|days) (?:\w+ )*(?:will|does|do|shall) (?:not )?(?:\w+ )*(?:run|start|begin|stop|pause|count)|until (?:we|i) (?:\w+ )*(?:hear|receive|clarif)`)

// clockStart is the day of receipt from which the limit runs: that of the
// request or, where the body asked for a clarification and says that the clock
// waits for it, that of the clarification.
func (c *requestCoder) clockStart(answer int) time.Time {
	start, asked := c.req.SentOn, false
	for i := range c.t.Messages {
		if answer >= 0 && i >= answer {
			break
		}
		switch m := &c.t.Messages[i]; m.Kind {
		case thread.KindClarificationRequest:
			asked = asked || c.says(i, clockStopped)
		case thread.KindClarification:
			if asked { // an unknown date leaves the clock unknown
				d, _ := messageDate(c.t, i, c.year)
				start, asked = d.Time, false
			}
		}
	}
	return start
}

// says tells whether the body or a letter attached to message i matches re.
func (c *requestCoder) says(i int, re *regexp.Regexp) bool {
	for n := -1; n < len(c.t.Messages[i].Attachments); n++ {
		ref := thread.TextRef{Message: i, Attachment: n}
		v := c.t.NewView(thread.Span{Ref: ref, End: len(c.t.Text(ref))})
		if re.MatchString(v.Text) {
			return true
		}
	}
	return false
}
