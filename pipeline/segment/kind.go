package segment

import (
	"regexp"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// What the kinds of message have in common, over lower-case reading form.
var (
	automatic    = regexp.MustCompile(`\b(?:automat(?:ic|ed) (?:reply|response|message|acknowledgement|e-?mail)|auto-?reply|do not reply to this)\b`)
	outOfOffice  = regexp.MustCompile(`\b(?:out of (?:the )?office|annual leave|on leave until|away from (?:my|the) (?:desk|office)|currently away|maternity leave)\b`)
	acknowledges = regexp.MustCompile(`\b(?:acknowledg\w+|(?:has|have) (?:been )?(?:received|registered|logged|recorded|entered)|(?:has|have) reached (?:us|the)|we (?:have )?received|reached us on|receipt of|will (?:respond|reply|be answered|be issued|be sent|receive|be dealt|aim)|aim(?:ing)? (?:to respond|to reply|for)|(?:you )?(?:will|should|can) (?:hear|expect|receive)|twenty working days|20 working days|is being (?:looked into|handled|dealt with|processed)|will be in touch)\b`)
	receipt      = regexp.MustCompile(`\backnowledg\w+ (?:receipt|your|the above|that)|\backnowledgement\b|\b(?:in|confirm) receipt of\b|\byour (?:[\w-]+ ){0,3}(?:request|application|message|e-?mail|enquiry|letter)\b[^.]{0,60}\b(?:(?:has|have) been|was|is) (?:received|registered|logged|recorded|referred|assigned|allocated|entered|passed)\b|\byour (?:request|message|e-?mail|enquiry|letter) (?:arrived|reached)\b|^[^.]{0,40}\blogged (?:on )?\d`)
	delays       = regexp.MustCompile(`\b(?:not (?:yet )?(?:in a position|able|been able) to|unable to (?:respond|reply|answer|provide|meet)|(?:will|is going to) be late|(?:a |the |further |any )?delay(?:ed)?\b|(?:need|require|needs|take) (?:a little |some |more |rather )?(?:longer|more time)|ex(?:tend|tension)|still (?:considering|waiting|awaiting|collating|working|chasing)|(?:do|does) not (?:yet )?have (?:an |a |the |your )?(?:full )?(?:answer|reply|response)|the last day for\b|(?:hope|expect|aim) to (?:send|respond|reply|be able|let you|have))\b`)
	clarifies    = regexp.MustCompile(`\b(?:clarif\w+|what (?:you|is) (?:mean|meant)|(?:do|did|would|could|can|are) you (?:please )?(?:wish|want|mean|confirm|specify|let (?:me|us) know|explain|tell|able|seeking|looking|asking)|section 1\(3\)|further information (?:from you|in order))\b`)
	// asksFor is a request for clarification that need not be put as a question
	// (FOIA and FOISA s.1(3)).
	asksFor = regexp.MustCompile(`\bsection 1\(3\)|\bclarification (?:is )?(?:needed|required|sought|requested|necessary)\b|\b(?:requires?|needs?|request(?:s|ing)? (?:for )?) ?(?:your |some )?(?:further information|clarification)\b|\b(?:clock|period|time limit|twenty working days|20 working days)\b[^.]{0,80}\b(?:begins?|starts?|run) (?:again|afresh|anew)`)
	// ifNeedBe matches what will be asked only if it has to be: "You will be
	// contacted if clarification is needed."
	ifNeedBe = regexp.MustCompile(`\b(?:if|should|in case|in the event|unless|where)\b`)
	// correspondence and received match, in one sentence, that the request has
	// come in and what became of it: "Your letter was passed to this office."
	correspondence = regexp.MustCompile(`\b(?:request|application|message|e-?mail|enquiry|letter|correspondence|communication)\b`)
	received       = regexp.MustCompile(`\b(?:acknowledg\w+|receipt|receiv(?:e|ed|ing)|registered|recorded|logged|allocated|assigned|entered|passed to|referred to|forwarded to|handed to|arriv(?:ed|es)|reached|came in|got|opened|given (?:it )?(?:the |our )?(?:number|ref\w*)|(?:we|i) (?:now )?have your)\b`)
	// nothingMore matches a message that leaves an answer as it is.
	nothingMore = regexp.MustCompile(`\b(?:nothing (?:further |more )?to add|not (?:wish|propose|intend|able) to add)\b`)
	refuses     = regexp.MustCompile(`\b(?:refus(?:e|ed|ing|al notice)|exempt(?:ion|ions)?\b|withh(?:eld|old|olding)|vexatious|appropriate limit|cost limit|neither confirm nor deny|(?:does not|do not) hold)\b`)
	offers      = regexp.MustCompile(`\b(?:(?:please )?find (?:attached|enclosed|below)|(?:is|are) (?:attached|enclosed|given below|set out below|as follows|below|provided below)|amgaeaf|attached (?:is|are)|i (?:attach|enclose)|we (?:attach|enclose)|put the university's answers|answers? (?:below|between)|(?:response|reply|answer)s?\b.{0,60}\b(?:attached|enclosed|below|as follows)|follows? below|information requested)\b`)
	reviews     = regexp.MustCompile(`\b(?:(?:outcome|result|conclusion)s? of (?:the|your|an|our|my|this) (?:request for (?:an )?)?(?:internal )?review|(?:i|we) have (?:now )?(?:carried out|conducted|completed|concluded|undertaken|reviewed)[^.]{0,60}\b(?:review|request|response|decision|handling)|internal review (?:decision|outcome|response)|having reviewed|(?:your|the) request for (?:an )?(?:internal )?review (?:of|has|was|dated|which)|review (?:panel|officer) (?:has|have|finds|concluded|upholds?)|uph(?:o|e)ld|overturn)\b`)
	withdraws   = regexp.MustCompile(`\b(?:withdraw\w*|consider (?:it|this|the matter|my request) closed|(?:need|take) no further|(?:no longer|do not) (?:wish|need|want|require)[^.]{0,40}(?:request|information|pursue|proceed)|please (?:cancel|close))\b`)
	asksReview  = regexp.MustCompile(`\b(?:internal reviews?|like to have reviewed|review (?:of )?(?:the|your|this) (?:handling|decision|response)|ask you to review)\b`)
	corrects    = regexp.MustCompile(`\b(?:correct(?:ion|ed|ing)?|(?:an )?error|mistake|supersede\w*|amend(?:ed|ment)?|revised|further to (?:my|our) (?:response|reply|letter|e-?mail|answer)|supplementary|follow-?up)\b`)
)

// kind recognises what a message is from its own words; what a user or a site
// says of it is not looked at.
func kind(t *thread.Thread, i int, ps []thread.Passage, cb *schema.Codebook) string {
	m := &t.Messages[i]
	if m.Direction == thread.Sent {
		return sentKind(t, i)
	}
	s := sum(t, m, ps, cb)
	switch {
	case lastSent(t, i) == thread.KindWithdrawal && s.restated < 2 && !s.letter:
		return thread.KindOther
	case s.automatic && s.answers < 3 && s.restated == 0:
		if outOfOffice.MatchString(s.text) && !acknowledges.MatchString(s.text) {
			return thread.KindOther
		}
		return thread.KindAcknowledgement
	case s.asksFor && !answeredBefore(t, i, thread.KindResponse) && s.restated < 2 && s.labelled < 2 && !s.decides && !s.letter:
		return thread.KindClarificationRequest
	case (receipt.MatchString(s.text) || s.receives && s.activity == 0) && s.restated == 0 && !s.letter && len(m.Attachments) == 0 && !s.decides && s.answers < 3:
		return thread.KindAcknowledgement
	case answeredBefore(t, i, thread.KindResponse) && nothingMore.MatchString(s.text) && s.labelled == 0:
		return thread.KindOther
	case answeredBefore(t, i, thread.KindResponse) && (s.labelled >= 2 || s.labelled > 0 && corrects.MatchString(s.text)) && !s.promises:
		return s.substantive(t, i)
	case s.restated >= 2 || s.labelled >= 3 && (s.answers+s.activity > 0 || !acknowledges.MatchString(s.text)):
		return s.substantive(t, i)
	case s.letter && (s.decides || s.answers >= 4 || !s.promises && !delays.MatchString(s.text)):
		return s.substantive(t, i)
	case clarifies.MatchString(s.text) && strings.Contains(s.text, "?") && s.labelled < 2 && s.answers < 4 && !(refuses.MatchString(s.text) && s.activity > 2):
		return thread.KindClarificationRequest
	case outOfOffice.MatchString(s.text) && s.answers < 2 && !delays.MatchString(s.text):
		return thread.KindOther
	case (s.promises || delays.MatchString(s.text)) && !s.decides && s.answers < 4 && (s.letter || len(m.Attachments) == 0):
		if (acknowledges.MatchString(s.text) || !delays.MatchString(s.text)) && !answeredBefore(t, i, thread.KindAcknowledgement) && !late.MatchString(s.text) {
			return thread.KindAcknowledgement
		}
		return thread.KindDelay
	case s.decides, s.activity >= 1 && s.answers >= 2, offers.MatchString(s.text) && len(m.Attachments) > 0:
		return s.substantive(t, i)
	case acknowledges.MatchString(s.text) && s.answers < 2 && !answeredBefore(t, i, thread.KindAcknowledgement):
		return thread.KindAcknowledgement
	case s.answers >= 2 || s.activity >= 1 || (s.told > s.aside || s.told > 0 && s.labelled > 1) && !acknowledges.MatchString(s.text) && !delays.MatchString(s.text) || answeredBefore(t, i, thread.KindResponse) && corrects.MatchString(s.text):
		return s.substantive(t, i)
	}
	return progress(t, i)
}

// progress is the kind of a message that says nothing of substance: before the
// reply the first one acknowledges, the next ones delay.
func progress(t *thread.Thread, i int) string {
	switch {
	case answeredBefore(t, i, thread.KindResponse):
		return thread.KindOther
	case answeredBefore(t, i, thread.KindAcknowledgement):
		return thread.KindDelay
	}
	return thread.KindAcknowledgement
}

// summary is what a received message shows.
type summary struct {
	text               string // body and letters, lower case, without notices and boilerplate
	restated, labelled int
	answers, activity  int // sentences that look like answers; that speak of the activity
	told, aside        int // sentences whose words are those of answers; those of the rest of letters
	automatic, letter  bool
	promises           bool // an answer is to come
	asksFor            bool // for clarification, and not merely if need be
	receives           bool // tells that the request has come in
	decides            bool // information is refused or denied for good
}

func sum(t *thread.Thread, m *thread.Message, ps []thread.Passage, cb *schema.Codebook) summary {
	var s summary
	var text strings.Builder
	for _, p := range ps {
		switch p.Role {
		case thread.RoleRestatedQuestion:
			s.restated++
		case thread.RolePreamble, thread.RoleAnswer, thread.RoleSalutation:
			v := t.View(p)
			text.WriteString(v.Low + " \n ")
			if l := thread.LeadingLabel(v.Low); l.Len > 0 && p.Role == thread.RoleAnswer {
				s.labelled++
			}
			s.sentences(v, cb)
		case thread.RoleBoilerplate:
			if automatic.MatchString(t.View(p).Low) {
				s.automatic = true
			}
		}
	}
	for _, a := range m.Attachments {
		s.letter = s.letter || a.Content == thread.ContentLetter
	}
	s.text = text.String()
	s.automatic = s.automatic || automatic.MatchString(s.text)
	s.promises = promise.MatchString(s.text)
	return s
}

var (
	// decides matches the words of a decision, as against its consideration.
	decides = regexp.MustCompile(`\b(?:refusal notice|(?:is|are|hereby|therefore|must|to) (?:\w+ )?refus\w+|not (?:obliged|required|going) to comply|(?:is|are|been) (?:\w+ )?(?:withheld|exempt from)|(?:does|do) not hold(?: (?:any|the|this|such|that|it|information|recorded|relevant|requested|data|records?|figures|an?|copies|what|these|all|some)\b|[.,;:])|not held|(?:no|nothing|none)\b[^.;]{0,60}\b(?:is|are) held|holds? no|neither confirm)\b`)
	// late matches a message about time that has run out or will not do.
	late = regexp.MustCompile(`\b(?:(?:was|is|were|fell|falls) due|will be late|extend|extension|unable to (?:respond|reply|answer|meet)|not (?:be )?(?:able|in a position) to)\b`)
)

// promise matches the word that the answer itself is still to come.
var promise = regexp.MustCompile(`\b(?:(?:full|final|substantive|complete|our|an?|the|your) (?:answer|response|reply)s? (?:\w+ ){0,3}(?:will|shall|should|to) (?:\w+ )?(?:be (?:sent|with you|issued|provided|ready)|follow|reach)|(?:will|shall|hope to|expect to|aim to|intend to|should) (?:\w+ ){0,3}(?:send|respond|reply|answer|write|provide|issue|let you have|be in touch)|you (?:\w+ )?(?:will|should|can expect to) (?:have|receive|hear|get)|(?:will|should) (?:receive|hear)|new (?:target )?date|by the end of|as soon as)\b`)

// sureAnswer is how much likelier the words of a sentence must be in an answer, in
// the unit of the lexicon.
const sureAnswer = 1500

// future marks sentences that promise or ask rather than answer, or tell how
// the office works meanwhile.
var future = regexp.MustCompile(`\b(?:we will|i will|you will|will be|would be treated|hope to|your request|\?|working days|if you|working (?:remotely|from home)|(?:this|our|the) mailbox|electronic mail|e-?mail is|(?:post|mail) (?:sent|is)|bank holidays?|period expires|office (?:is|hours))`)

func (s *summary) sentences(v thread.View, cb *schema.Codebook) {
	for _, sentence := range v.Sentences() {
		low := sentence.Low
		s.decides = s.decides || decides.MatchString(low)
		s.asksFor = s.asksFor || asksFor.MatchString(low) && !ifNeedBe.MatchString(low)
		s.receives = s.receives || correspondence.MatchString(low) && received.MatchString(low)
		switch w := cb.Lexicon.Answers(low); {
		case w > sureAnswer:
			s.told++
		case w < -sureAnswer && len(strings.Fields(low)) > 3: // no greeting, no name
			s.aside++
		}
		if future.MatchString(low) {
			continue
		}
		if cb.Speaks(low) {
			s.activity++
		}
		for _, q := range cb.Leaves() {
			if schema.Matches(q.Cues, low) {
				s.answers++
				break
			}
		}
	}
}

func (s summary) substantive(t *thread.Thread, i int) string {
	if answeredBefore(t, i, thread.KindResponse) && (reviews.MatchString(s.text) || lastSent(t, i) == thread.KindReviewRequest) {
		return thread.KindReview
	}
	return thread.KindResponse
}

// answeredBefore tells whether an earlier message of the body is of a kind.
func answeredBefore(t *thread.Thread, i int, kind string) bool {
	for _, m := range t.Messages[:i] {
		if m.Direction == thread.Received && m.Kind == kind {
			return true
		}
	}
	return false
}

func sentKind(t *thread.Thread, i int) string {
	low := t.NewView(thread.Span{Ref: thread.Body(i), End: len(t.Messages[i].Text)}).Low
	first := true
	for _, m := range t.Messages[:i] {
		first = first && m.Direction != thread.Sent
	}
	switch {
	case first:
		return thread.KindRequest
	case withdraws.MatchString(low):
		return thread.KindWithdrawal
	case asksReview.MatchString(low) && answeredBefore(t, i, thread.KindResponse):
		return thread.KindReviewRequest
	case i > 0 && lastReceived(t, i) == thread.KindClarificationRequest:
		return thread.KindClarification
	}
	return thread.KindOther
}

func lastReceived(t *thread.Thread, i int) string { return lastOf(t, i, thread.Received) }

func lastSent(t *thread.Thread, i int) string { return lastOf(t, i, thread.Sent) }

// lastOf is the kind of the last message before i in a direction.
func lastOf(t *thread.Thread, i int, direction string) string {
	for j := i - 1; j >= 0; j-- {
		if t.Messages[j].Direction == direction {
			return t.Messages[j].Kind
		}
	}
	return ""
}
