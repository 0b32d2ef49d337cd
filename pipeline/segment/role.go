package segment

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// The shapes by which a paragraph's role is told, over its lower-case reading
// form. Each lists what officers' letters have in common, not what one says.
var (
	salutation = regexp.MustCompile(`^(?:dear|annwyl|hello|hi|good (?:morning|afternoon|evening|day)|to whom it may concern)\b`)
	signOff    = regexp.MustCompile(`^(?:yours?(?: very)? (?:sincerely|faithfully|truly)|(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many) (?:regards|wishes|thanks)|regards|(?:with )?(?:all )?(?:good|best) wishes|sincerely|yn gywir|cofion|thank you,?$|many thanks|thanks,?$|yours,?$|(?:all )?(?:the )?best,?$|cheers,?$)(?:[,. /]|$)`)
	footnotes  = regexp.MustCompile(`^(?:references(?: visible links)?|visible links|hidden links|links):?(?:$| )`)
	footnote   = regexp.MustCompile(`^\[?[0-9]{1,3}[.\]] ?(?:https?://|www\.|mailto:|file:|cid:)`)
	quoteHead  = regexp.MustCompile(`^(?:-{2,} ?(?:original message|forwarded message)|on .{5,80} wrote:$|from: .*(?:sent|to|date|subject):|_{8,} from:)`)
	notice     = regexp.MustCompile(`\b(?:internal review|right (?:of|to) (?:appeal|review|seek|complain)|information commissioner|ico\.org\.uk|itspublicknowledge|review procedure|complaints? (?:procedure|about (?:the|our|this))|(?:un ?happy|dis ?satisfied|not (?:satisfied|content|happy)) with (?:the|this|our|how|any)|(?:request|ask for|seek) (?:a|an|us to) (?:internal )?review|ask us to (?:review|reconsider|think again)|court of session|re-use (?:of|needs)|public sector information regulations|copyright|applied to (?:my|our) decision)\b`)
	noticeHead = regexp.MustCompile(`^(?:your |the )?(?:rights?(?: (?:of|to) (?:review|appeal|complain|complaint).*)?|right to seek a review|right of (?:review|appeal)|next steps|complaints?(?: procedure)?|internal review|appeals?|application of (?:the )?exemptions?|explanation of (?:the )?exemptions?|exemptions? (?:applied|relied)|public interest test|refusal notice)[:.]?$`)
	reasoning  = regexp.MustCompile(`^(?:(?:the )?(?:section|s\.?|exemption (?:at|in|under) section|exemption in|regulation) ?[0-9]+ ?(?:\([0-9a-z]+\) ?)*(?:of (?:the (?:act|freedom|foi|regulations|eir)|foi|eir)[^.]{0,60}?)?,? (?:exempts|provides|states|allows|sets out|permits|is an? (?:absolute|qualified|class|prejudice)|is (?:absolute|qualified)|(?:applies|relates) to (?:personal|information|data|any))\b|(?:the )?public interest (?:test|arguments?|factors?|in)\b|(?:arguments|factors|considerations) (?:for|in favour|against|favouring)|we (?:recognise|accept|acknowledge) that (?:there|it) is (?:a |in the )public interest|in our view the balance|on balance\b)`)
	disclaimer = regexp.MustCompile(`\b(?:confidential(?:ity)?|intended (?:recipient|for|only)|addressee|(?:for )?viruses|registered (?:charity|office|in|company)|charitable body|exempt charity|before printing|printing this|(?:views|opinions?|statements?) (?:expressed|that are|of the author|stated)|limited by guarantee|liab(?:le|ility)|legal(?:ly)? privilege|athena swan|stonewall|disability confident|follow us on|(?:may be|is|are|are|to) (?:monitored|recorded) (?:for|to)|e-?mails? (?:sent to|may be|traffic|and any)|monitors? e-?mail|mailbox is (?:not )?monitored|in error|delete it|part-time|working (?:days|hours|pattern)|gohebiaeth|correspondence in welsh|neges hon|charity (?:number|no))\b`)
	opening    = regexp.MustCompile(`^(?:(?:[a-z' ]{0,40}, )?(?:thank you|many thanks|thanks) (?:for|very much)|(?:further )?(?:i|we) (?:refer|write|am writing|are writing|have been asked|have now|can (?:now )?confirm that (?:the |this )?[a-z ]{0,40}(?:does )?holds?|acknowledge|apologise)|(?:please )?(?:find|see) (?:attached|enclosed|below)|(?:in response to|further to|with (?:reference|regard|apologies)|following|pursuant to) (?:to )?(?:your|the above|my|our|for)|(?:our|your|my) ref|ref(?:erence)?\b|re:|date:|freedom of information|(?:by|via) e-?mail|for ease of reference|(?:the|our) (?:university'?s? )?(?:response|reply|answers?|position)s? (?:is|are|follows?|to)|name:|subject:|request (?:reference|for information|ref)|foi\b|your request\b|to:|amgaeaf)`)
)

// maxSignatureLine is the longest line, in bytes, that still can be a name, a
// title or an address under a sign-off.
const maxSignatureLine = 90

// zones of a letter, in which the same words play different parts
type zone int

const (
	head zone = iota
	body
	underSignOff
	tail
	links
	quoted
)

// roler gives the paragraphs of one text their roles, one after another.
type roler struct {
	wording   wording
	zone      zone
	answered  bool            // an answer or a restated question has been met
	covered   map[string]bool // questions met in full
	last      *asked          // question restated last, for its broken pieces
	bilingual bool            // Welsh paragraphs repeat the English ones
}

// role decides on one paragraph; for a restated question it also says which
// one and where its words end in the view.
func (r *roler) role(p paragraph) (role string, q *asked, end int) {
	low := p.view.Low
	if p.furniture {
		return thread.RoleBoilerplate, nil, 0
	}
	if q, end := r.find(p); q != nil {
		r.note(q, p)
		r.zone, r.answered = body, true
		return thread.RoleRestatedQuestion, q, end
	}
	switch {
	case r.bilingual && welshness(p.view.Text) > 1:
		return thread.RoleBoilerplate, nil, 0
	case footnotes.MatchString(low) && len(low) < 40, footnote.MatchString(low) && r.answered && (low[0] == '[' || r.zone > body):
		r.zone = links
		return thread.RoleFootnote, nil, 0
	case r.zone == links && footnote.MatchString(low):
		return thread.RoleFootnote, nil, 0
	case p.quoted || r.isRequest(low):
		return thread.RoleQuotedRequest, nil, 0
	case quoteHead.MatchString(low):
		return thread.RoleQuotedRequest, nil, 0
	case salutation.MatchString(low) && len(low) < 90:
		if r.zone == head {
			r.zone = body
		}
		return thread.RoleSalutation, nil, 0
	case signOff.MatchString(low) && len(low) < 60:
		r.zone = underSignOff
		return thread.RoleSignature, nil, 0
	}
	return r.byZone(p, low), nil, 0
}

func (r *roler) byZone(p paragraph, low string) string {
	labelled := p.label.Len > 0 && p.label.Ranges[0].From.Num > 0
	switch {
	case noticeHead.MatchString(low), notice.MatchString(low) && !labelled, reasoning.MatchString(low):
		if r.zone == underSignOff {
			r.zone = tail
		}
		return thread.RoleNotice
	case r.zone == underSignOff && len(low) <= maxSignatureLine && !p.label.Explicit:
		return thread.RoleSignature
	case (r.zone == underSignOff || r.zone == tail || r.zone == links) && !labelled:
		r.zone = tail
		return thread.RoleBoilerplate
	case len(disclaimer.FindAllString(low, 3)) > 1 && !labelled:
		return thread.RoleBoilerplate
	case labelled:
		r.zone, r.answered = body, true
		return thread.RoleAnswer
	case r.zone == head, !r.answered && opening.MatchString(low):
		return thread.RolePreamble
	}
	return thread.RoleAnswer
}

// find finds the question that the head of a paragraph, or of its first cell
// behind a number, restates, and where its words end.
func (r *roler) find(p paragraph) (*asked, int) {
	at := p.label.Len
	if tab := strings.IndexByte(p.view.Low, '\t'); tab >= 0 && tab < 12 {
		at = tab + 1
	}
	v := p.view.Slice(at, len(p.view.Text))
	text := words(v.Low)
	best, m := r.best(text)
	if best == nil {
		if q := r.abridged(p, text); q != nil {
			return q, len(p.view.Text)
		}
		if m := r.piece(p, text); m {
			return r.last, len(p.view.Text)
		}
		return nil, 0
	}
	end := byteAfter(v, m.end)
	if len(best.tokens) < 12 && !closed(v, end) && !r.listed(v, end) {
		return nil, 0
	}
	return best, at + end
}

// listed tells whether another question is restated in full right behind a
// place: the items of a list whose line breaks were lost.
func (r *roler) listed(v thread.View, at int) bool {
	next, m := r.best(words(v.Low[at:]))
	return next != nil && m.precision == 1 && m.coverage > 0.8
}

// best is the question that the words restate best, nil for none.
func (r *roler) best(text []string) (*asked, match) {
	var best *asked
	var bestMatch match
	for i := range r.wording.questions {
		q := &r.wording.questions[i]
		m := restates(text, q.tokens)
		if states(text, q.tokens, m.end) || r.covered[q.node.ID] && m.score() < 0.9 {
			continue
		}
		if m.isRestated(q.tokens) && m.score() > bestMatch.score() {
			best, bestMatch = q, m
		}
	}
	return best, bestMatch
}

// abridged is the question that a paragraph gives cut short: quoted, or ended by
// a question mark or by dots, since an answer can be made of words of the
// question too; or ended by no mark and begun as the question begins.
func (r *roler) abridged(p paragraph, text []string) *asked {
	marked := p.quoted || cutShort.MatchString(p.view.Text)
	if len(text) == 0 || !marked && (len(text) < minAbove || !unended.MatchString(p.view.Text)) {
		return nil
	}
	var best *asked
	common := 0
	for i := range r.wording.questions {
		q := &r.wording.questions[i]
		m := restates(text, q.tokens)
		if !m.isAbridged(text) || states(text, q.tokens, m.end) || r.covered[q.node.ID] || !marked && !slices.Equal(text[:2], q.tokens[:min(2, len(q.tokens))]) {
			continue
		}
		if named := r.labelled(p, q); best == nil || named || m.common > common {
			best, common = q, m.common
			if named {
				break
			}
		}
	}
	return best
}

// unended matches a line that no mark ends.
var unended = regexp.MustCompile(`[a-z0-9)]$`)

// cutShort matches the end of a question, or of one that is cut off.
var cutShort = regexp.MustCompile(`(?:\?|\.\.\.|…)["')\]]*$`)

// labelled tells whether a paragraph bears the label of a question.
func (r *roler) labelled(p paragraph, q *asked) bool {
	if p.label.Len == 0 {
		return false
	}
	at := p.label.Ranges[0].From
	if q.node.Parent == nil {
		return at.Num == q.node.Number && at.Sub == 0
	}
	return at.Sub == q.node.Number && (at.Num == 0 || at.Num == q.node.Parent.Number)
}

// piece tells whether the words are a broken-off piece of the question that was
// restated last.
func (r *roler) piece(p paragraph, text []string) bool {
	if r.last == nil || p.label.Len > 0 {
		return false
	}
	m := restates(text, r.last.tokens)
	return m.isFragment() && m.end >= len(text)-2
}

// note keeps in mind what has been restated.
func (r *roler) note(q *asked, p paragraph) {
	if m := restates(words(p.view.Low), q.tokens); m.coverage > 0.8 {
		r.covered[q.node.ID] = true
	}
	r.last = q
}

// closed tells whether the text is done, or a sentence is, at a place in it. A
// short question that the sentence runs on from is named, not restated: "the
// impact assessment of May 2018 is enclosed".
func closed(v thread.View, at int) bool {
	head := strings.TrimRight(v.Text[:at], ` "')`)
	return strings.Trim(v.Text[at:], " ") == "" || v.Text[at] == '\t' || head != "" && strings.IndexByte(".?!;:", head[len(head)-1]) >= 0
}

// isRequest tells whether a paragraph repeats other words of the request, such
// as its introduction.
func (r *roler) isRequest(low string) bool {
	text := words(low)
	if len(text) < 6 {
		return false
	}
	return slices.ContainsFunc(r.wording.rest, func(t []string) bool {
		m := restates(text, t)
		return m.precision >= 0.8 && m.common >= 6 && m.end >= len(text)*3/4
	})
}
