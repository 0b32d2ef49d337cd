package collect

import (
	"regexp"
	"strings"
)

const (
	maxHead   = 14 // lines between the top of a letter and its salutation
	proseLine = 45 // a line of running text is at least this long
)

var (
	machine   = regexp.MustCompile(`(?i)^[*\s]*this (?:is an|e-?mail was|message (?:is|was)) auto`)
	quoteHead = regexp.MustCompile(`^(?:From:\s|-{2,}\s*(?:Original|Forwarded) [Mm]essage|On .{6,120} wrote:$)`)
	autoReply = regexp.MustCompile(`(?i)^[*\s]*(?:auto(?:matic|mated)?[ -]?(?:reply|response)|out of office|thank you for (?:contacting|your (?:e-?mail|message|enquiry) to))`)
)

// pageScan walks over the lines of a page and keeps what decides whether the
// next salutation opens a message.
type pageScan struct {
	lines     []string
	requester string
	out       []pageMessage
	cur       pageState
}

// pageState is what is known of the message being read.
type pageState struct {
	start     int
	addressee string
	greeted   bool
	welsh     bool // greeted in Welsh only, so that an English salutation may follow
	closing   bool // the last line with text was a valediction
	closed    bool // a valediction was met
	ownEnd    int  // line after the requester's signature, 0 while open
	quoted    bool // the next salutation belongs to a quoted message
}

// splitPage finds the messages of a page. A message begins at the head of a
// salutation; a text without salutation that follows the requester's own
// signature is one, too: an automatic reply.
func splitPage(lines []string) []pageMessage {
	s := &pageScan{lines: lines, requester: pageRequester(lines)}
	for i, line := range lines {
		s.read(i, strings.TrimSpace(line))
	}
	s.cutAfterOwn(len(lines))
	s.cut(len(lines))
	if len(s.out) == 1 && s.out[0].addressee == "" {
		return nil
	}
	return s.out
}

// pageRequester is the name under the first close of the page, which is the
// close of the request.
func pageRequester(lines []string) string {
	closing := false
	for _, line := range lines {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case isValediction(line):
			closing = true
		case closing:
			return leadingName(line)
		}
	}
	return ""
}

func (s *pageScan) read(i int, line string) {
	addressee, greets := greeting(line)
	switch {
	case line == "":
	case quoteHead.MatchString(line):
		s.cur.quoted = true
	case greets && s.cur.quoted:
		s.cur.quoted = false
	case greets:
		s.greet(i, addressee, isWelshGreeting(line))
	case isValediction(line):
		s.cur.closing, s.cur.closed = true, true
	case s.signedByRequester(line):
		s.cur.ownEnd, s.cur.closing = i+1, false
	case s.opensAutoReply(i, line):
		s.cut(i)
	default:
		s.cur.closing = false
	}
}

// opensAutoReply tells the first line of an automatic reply that has no
// salutation: after a close, or at any place where it says so itself.
func (s *pageScan) opensAutoReply(i int, line string) bool {
	if s.cur.ownEnd > 0 {
		return false
	}
	return s.cur.closed && autoReply.MatchString(line) || s.hasProse(s.cur.start, i) && machine.MatchString(line)
}

// signedByRequester tells the line that ends a message of the requester.
func (s *pageScan) signedByRequester(line string) bool {
	return s.cur.closing && s.requester != "" && leadingName(line) == s.requester &&
		!sharesName(s.cur.addressee, s.requester)
}

// greet handles a salutation: it belongs to the message being read, or opens
// the next one at the top of its head.
func (s *pageScan) greet(i int, addressee string, welsh bool) {
	head := s.headOf(i)
	s.cutAfterOwn(head)
	opens := s.cur.greeted && !(s.cur.welsh && !welsh && !s.cur.closed) ||
		!s.cur.greeted && s.hasProse(s.cur.start, head)
	if opens && head > s.cur.start {
		s.cut(head)
	}
	if !s.cur.greeted {
		s.cur.addressee = addressee
	}
	s.cur.greeted, s.cur.welsh, s.cur.closed, s.cur.closing = true, welsh, false, false
}

// cutAfterOwn ends a message of the requester at its signature when running
// text follows before line end.
func (s *pageScan) cutAfterOwn(end int) {
	if s.cur.ownEnd == 0 || !s.hasProse(s.cur.ownEnd, end) {
		return
	}
	s.cut(s.cur.ownEnd)
}

// headOf is the first line of the head that stands above the salutation at i.
func (s *pageScan) headOf(i int) int {
	head := i
	for k := i - 1; k > s.cur.start && i-k <= maxHead && isHead(s.lines[k]); k-- {
		if strings.TrimSpace(s.lines[k]) != "" {
			head = k
		}
	}
	return head
}

func (s *pageScan) hasProse(from, to int) bool {
	for i := from; i < to; i++ {
		line := strings.TrimSpace(s.lines[i])
		if len(line) >= proseLine && !isHead(line) {
			return true
		}
	}
	return false
}

// cut ends the message being read before line end and begins the next there.
func (s *pageScan) cut(end int) {
	text := strings.Trim(strings.Join(s.lines[s.cur.start:end], "\n"), "\n")
	if strings.TrimSpace(text) != "" {
		s.out = append(s.out, pageMessage{
			text: text + "\n", addressee: s.cur.addressee, requester: s.requester,
			ownName: s.cur.ownEnd > 0, first: len(s.out) == 0,
		})
	}
	s.cur = pageState{start: end}
}
