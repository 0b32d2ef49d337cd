package code

import (
	"regexp"
	"strings"
	"time"

	"roundrobin/pipeline/thread"
)

// datedSpan is a date with the words it was read from.
type datedSpan struct {
	Time time.Time
	Span thread.Span
	Rule string
}

// headLines bounds the head of a letter: what stands before the salutation, or
// a block of references below it.
const headLines = 25

var (
	letterName  = regexp.MustCompile(`(?i)respon[sd]|reply|letter|refusal|decision|answer|ymateb|llythyr|acknowledg`)
	salutation  = regexp.MustCompile(`(?im)^[ \t>|]*(?:dear|annwyl)\b`)
	cellBorder  = regexp.MustCompile(` {2,}|\t|\|`)
	dateLabel   = regexp.MustCompile(`(?i)^(?:(?:our |letter |issue |reply |response )?date(?: of (?:(?:this |the )?(?:letter|response|reply|issue))| issued| sent)?|(?:date )?issued(?: on)?|dated|dyddiad)(?: ?/ ?(?:date|dyddiad))?(?: ?:| -)? ?$`)
	ownSent     = regexp.MustCompile(`(?i)^(?:sent|anfonwyd): ?$`)
	placeOrDay  = regexp.MustCompile(`^(?:(?:[A-Z][a-z]+,? ){0,2})(?:(?i:the) )?$`)
	clockTime   = regexp.MustCompile(`^(?: at)?,? ?(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?)?(?: ?(?:GMT|BST))?\.?$`)
	foreignCell = regexp.MustCompile(`(?i)\b(?:received|receipt|due|deadline|review|approved|version|request|reply by|respond by|effective|completed|published|enquiry|derbyn)`)
)

// letterDate reads the date that a letter bears in its head: "8 July 2020" on
// a line or in a cell of its own, "Date: 7 July 2020", "Dyddiad: …". Dates
// beside a label of their own ("Date received", "Due") are of something else.
func letterDate(t *thread.Thread, ref thread.TextRef, year int) (datedSpan, bool) {
	text := t.Text(ref)
	offset, label, above := 0, "", ""
	for n, line := range strings.Split(text, "\n") {
		if n >= headLines {
			break
		}
		wrapped := len(above) > 50 && !cellBorder.MatchString(above) // a line of running text
		above = line
		for _, cell := range lineCells(line) {
			body := strings.TrimSpace(line[cell[0]:cell[1]])
			if d, ok := soleDate(body, label, n < 4, year); ok && !wrapped {
				at := offset + cell[0] + strings.Index(line[cell[0]:cell[1]], body)
				return datedSpan{d.Time, thread.Span{Ref: ref, Start: at + d.Start, End: at + d.End}, "letter_head_date"}, true
			}
			if body != "" {
				label = body
			}
		}
		offset += len(line) + 1
	}
	return datedSpan{}, false
}

// lineCells splits a line at wide gaps, tabs and bars.
func lineCells(line string) [][2]int {
	var out [][2]int
	start := 0
	for _, m := range cellBorder.FindAllStringIndex(line, -1) {
		out = append(out, [2]int{start, m[0]})
		start = m[1]
	}
	return append(out, [2]int{start, len(line)})
}

// soleDate reads a cell that holds a date and at most a label, a weekday, a
// place or a time. before is the cell in front of it; top is true for the
// first lines, where "Sent:" is the letter's own and no quoted header.
func soleDate(cell, before string, top bool, year int) (dateHit, bool) {
	dates := findDates(cell, year)
	if len(dates) != 1 {
		return dateHit{}, false
	}
	d := dates[0]
	head, tail := cell[:d.Start], cell[d.End:]
	if !clockTime.MatchString(tail) {
		return dateHit{}, false
	}
	switch {
	case head == "" && isLabel(before) && foreignCell.MatchString(before):
		return dateHit{}, false
	case top && ownSent.MatchString(head), placeOrDay.MatchString(head):
		return d, true
	}
	label := strings.TrimSpace(weekdayEnd.ReplaceAllString(head, ""))
	return d, dateLabel.MatchString(label)
}

var weekdayEnd = regexp.MustCompile(`(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day,? $`)

// isLabel tells whether a cell is the name of a field.
func isLabel(cell string) bool {
	return strings.HasSuffix(cell, ":") || len(strings.Fields(cell)) <= 4
}

// isLetter tells whether an attachment is a letter of the body and not one of
// the documents sent with it.
func isReplyLetter(a *thread.Attachment) bool {
	return salutation.MatchString(a.Text[:min(len(a.Text), 4000)]) || letterName.MatchString(a.Filename)
}

// messageDate is the date of a message: that of its header, else the one its
// letter bears, in the body or in an attached letter. year completes dates
// without one.
func messageDate(t *thread.Thread, i, year int) (datedSpan, bool) {
	m := &t.Messages[i]
	found, ok := letterDate(t, thread.Body(i), year)
	for n := 0; n < len(m.Attachments) && !ok; n++ {
		if isReplyLetter(&m.Attachments[n]) {
			found, ok = letterDate(t, thread.TextRef{Message: i, Attachment: n}, year)
		}
	}
	switch {
	case m.Date.IsZero():
		return found, ok
	case ok && found.Time.Equal(m.Date):
		return found, true
	}
	return datedSpan{Time: m.Date}, true
}
