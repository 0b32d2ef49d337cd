package code

import (
	"regexp"
	"strings"

	"roundrobin/pipeline/thread"
)

// requestDateCue matches what stands in front of a date that is the request's:
// "your request of", "received on", "your e-mail dated", "you wrote to us on",
// "Sent:" in a quoted header. The groups name what is dated.
var requestDateCue = regexp.MustCompile(`(?i)(?:` + strings.Join([]string{
	`\b(request|enquiry|application)\b(?:(?: for information| under [\w ()]{3,60}?|, which [\w ]{0,25}|, dated|, sent|, received| which [\w ]{0,25}| that [\w ]{0,25}|[\w ]{0,30})?) ?\b(?:of|dated|on|from|received)`,
	`\byour (e-?mail|message|letter|correspondence|communication)(?: to (?:us|the (?:` + ourNouns + `)))?,? (?:(?:which )?(?:was |we )?(?:sent|received|dated)(?: to us| by us)? (?:on )?|of|dated|on)`,
	`\b(?:receipt|receiving|received|reached us|reached the (?:` + ourNouns + `)|submitted|arrived|sent (?:to|by) (?:us|you)|came in)(?: on| of(?: your [\w ]{0,30}? (?:of|on|dated))?)?`,
	`\b(you wrote)(?: to (?:us|the (?:` + ourNouns + `)))? on`,
	`\bdate (?:of )?(?:request|receipt|received)(?: received)? ?:?`,
	`\bcais(?: [\w']+){0,4},? (?:dyddiedig|dyddiad|ar|o)`,
	`\ba ddaeth i law ar|\bderbyniwyd (?:[\w']+ ){0,5}ar`,
}, "|") + `) (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?$`)

// otherDated matches a clause whose date is a deadline or belongs to another
// letter.
var otherDated = regexp.MustCompile(`(?i)\b(?:review|acknowledgements?|clarif\w*|appeal|complain\w*|will|by|due|until|before|deadline|expir\w*|end(?:s|ed)?|answer(?:ed)?|repl(?:y|ied)|response|passed|forwarded|our (?:e-?mail|letter|message)|my (?:e-?mail|letter|message))\b[^.]*$`)

// replyTo matches the words of a reply that say what it replies to.
var replyTo = regexp.MustCompile(`(?i)\b(?:answer|repl(?:y|ying)|respon(?:se|d|ding)) to (?:your|the|a) `)

// findRequestDate reads the day on which the request was made from the replies
// that say so: "your request of 2 June", "received on 2 June 2020". What names
// a request goes before what names a message, which may be a later one; after
// a clarification only the former counts.
func findRequestDate(t *thread.Thread, year int) (datedSpan, bool) {
	var fallback datedSpan
	found, clarified := false, false
	for i := range t.Messages {
		m := &t.Messages[i]
		clarified = clarified || m.Kind == thread.KindClarification
		if m.Direction != thread.Received || m.Kind == thread.KindReview {
			continue
		}
		for _, d := range saidDates(t, i, year) {
			if d.Rule == "request_date_said" {
				return d, true
			}
			if !found && !clarified || found && d.Rule == "quoted_header" && d.Time.Before(fallback.Time) {
				fallback, found = d, true
			}
		}
	}
	return fallback, found
}

// saidDates returns the dates that message i and its letters give for what the
// requester sent, in order.
func saidDates(t *thread.Thread, i, year int) []datedSpan {
	var out []datedSpan
	if d, ok := messageDate(t, i, year); ok {
		year = d.Time.Year()
	}
	for n := -1; n < len(t.Messages[i].Attachments); n++ {
		ref := thread.TextRef{Message: i, Attachment: n}
		if n >= 0 && !isReplyLetter(&t.Messages[i].Attachments[n]) {
			continue
		}
		v := t.NewView(thread.Span{Ref: ref, End: len(t.Text(ref))})
		for _, d := range findDates(v.Text, year) {
			rule := requestDateRule(v.Text, d.Start)
			if rule == "" && inQuotedHeader(v.Text, d) {
				rule = "quoted_header"
			}
			if rule != "" {
				out = append(out, datedSpan{d.Time, v.Span(d.Start, d.End), rule})
			}
		}
	}
	return out
}

// requestDateRule names the rule by which the date at byte i is that of the
// request, or "".
func requestDateRule(text string, i int) string {
	start, _ := sentenceBounds(text, i, i+1)
	before := text[max(start, i-110):i]
	m := requestDateCue.FindStringSubmatchIndex(before)
	if m == nil || otherDated.MatchString(replyTo.ReplaceAllString(before[dateClauseStart(before, m[0]):], " ")) {
		return ""
	}
	if m[4] >= 0 || m[6] >= 0 {
		return "message_date_said"
	}
	return "request_date_said"
}

// Where a reply quotes the message that it answers: "From: … Sent: …" of
// Outlook below the reply's own words, "On 2 June 2020 at 10:17, … wrote:".
var (
	quotedSent  = regexp.MustCompile(`(?i)\bfrom: .{3,120}\b(?:sent|date): (?:[a-z]+day,? )?$`)
	quotedOn    = regexp.MustCompile(`\bOn (?:[A-Z][a-z]+,? )?$`)
	quotedWrote = regexp.MustCompile(`^[^?!]{0,120}\bwrote:`)
)

// inQuotedHeader tells whether a date is that of a quoted message.
func inQuotedHeader(text string, d dateHit) bool {
	before, after := text[max(0, d.Start-180):d.Start], text[d.End:min(len(text), d.End+140)]
	if d.Start > 180 && quotedSent.MatchString(before) {
		return true
	}
	return quotedOn.MatchString(before) && quotedWrote.MatchString(after)
}

// dateClauseStart goes back from byte i to the border of the clause, so that "our
// acknowledgement of your request of" is seen whole.
func dateClauseStart(text string, i int) int {
	if at := strings.LastIndexAny(text[:i], ".,;:"); at >= 0 {
		return at + 1
	}
	return 0
}

// yearOf is the year of the first date that a thread shows: in the headers,
// else in the head of a letter, else anywhere in a text; 0 for none.
func yearOf(t *thread.Thread) int {
	for _, m := range t.Messages {
		if !m.Date.IsZero() {
			return m.Date.Year()
		}
	}
	for i := range t.Messages {
		if d, ok := messageDate(t, i, 0); ok {
			return d.Time.Year()
		}
	}
	for i := range t.Messages {
		if dates := findDates(t.Messages[i].Text, 0); len(dates) > 0 && t.Messages[i].Direction == thread.Received {
			return dates[0].Time.Year()
		}
	}
	return 0
}
