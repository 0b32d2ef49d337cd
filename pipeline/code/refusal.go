package code

import (
	"regexp"
	"slices"
	"strings"
)

// requestRefusal is a refusal of the request as a whole, at bytes [Start, End)
// of a text.
type requestRefusal struct {
	Why        string         // cost, vexatious, ncnd or entirety
	Grounds    []exemptionHit // the provisions it rests on, all Applied
	Start, End int
	Weak       bool // the words refuse something, if not for certain the whole request
}

// refusalForm is a way of refusing a whole request. A direct form says so by
// itself. A modal form may stand with "would" or "can" ("would exceed the
// limit"). A weak one needs a word of refusal near it.
type refusalForm struct {
	re          *regexp.Regexp
	modal, weak bool
}

const theRequest = `(?:your|the|this) (?:whole |entire |foi |information |freedom of information )?request\b`

// allAskedFor names all that was asked for without the word request.
const allAskedFor = `(?:(?:all|any|every part|the whole|the entirety|each part) (?:of )?(?:the |this |that )?(?:\w+ )?(?:information|material|data|documents?|records)|everything|all) (?:that |which )?(?:(?:you|your request|the request|it) (?:have |has )?(?:\w+ly )?(?:request|ask|seek|sought|covers?|captur|describ)\w*|(?:\w+ )?requested|(?:that )?(?:falls|falling|is|comes) (?:\w+ ){0,2}(?:within|under|in) (?:the )?(?:scope of |terms of )?` + theRequest + `)`

// answerVerb is what a body does with a request that it does not refuse.
const answerVerb = `(?:answer|comply with|respond to|process|deal with|fulfil|take|pursue|progress|action)`

var refusalForms = []refusalForm{
	{re: regexp.MustCompile(`(?i)` + strings.Join([]string{
		`\b(?:refus|declin)(?:e|es|ed|ing) (?:to (?:answer|comply with|respond to|process) )?` + theRequest,
		`\brefusal of ` + theRequest,
		theRequest + ` (?:is|has been|must be|is being|is hereby|is therefore|has therefore been)(?: therefore)? (?:refused|declined)`,
		`\bnot (?:be )?(?:obliged|required|able|going|complying|comply|answering|proposing|propose)(?: to (?:comply|deal|answer))? ?(?:with )?` + theRequest,
		`\b(?:unable|not (?:able|obliged|required|prepared|willing|in a position)) to (?:comply|deal) with it\b`,
		`\bnot propos(?:e|ing) to (?:comply|deal) with it\b`,
		theRequest + ` (?:is|to be|has been|as) (?:deemed |considered |judged )?(?:to be )?vexatious`,
		`\b(?:decided|chosen|elected|resolved|determined|propos(?:e|es|ed|ing)|intend(?:s|ed|ing)?) not to ` + answerVerb + ` ` + theRequest,
		`\b(?:unable|not able|not prepared|not going|not propos\w+|not willing|not in a position) to (?:take|pursue|progress) ` + theRequest + ` (?:any )?further`,
		`\beich cais wedi'i wrthod|\bgwrthod eich cais`,
	}, "|"))},
	{modal: true, re: regexp.MustCompile(`(?i)` + strings.Join([]string{
		`\b(?:considered|read|looked at) ` + theRequest + `[^.?!;]{0,40}\b(?:refus|declin)(?:e|es|ed|ing) (?:to (?:answer|comply with|meet) )?it\b`,
		`\b(?:cost of |to )?(?:comply(?:ing)? with|answer(?:ing)?|respond(?:ing)? to|process(?:ing)?|fulfil(?:ling)?) ` + theRequest + `[^.?!]{0,60}\b(?:exceeds?|more than \d+ hours|above the)`,
		`\b(?:more than \d+ hours|(?:exceeds?|above) the (?:\w+ )?limit) (?:\w+ )?to (?:comply with|answer|respond to|process|fulfil) ` + theRequest,
		`\bneither confirms? n?or den(?:y|ies) (?:whether |that )?(?:it|we|the (?:` + ourNouns + `)) holds? (?:any )?(?:of )?(?:the )?information (?:requested|of the (?:kind|type|description)|in (?:your|the|this) request|(?:which |that )?you (?:have )?(?:request|ask|describ)|(?:within|falling within) the scope)`,
		theRequest + `[^.?!]{0,100}\bneither (?:to )?confirm(?:s|ing)? n?or (?:to )?den(?:y|ies|ying)\b`,
		`\bneither (?:to )?confirm(?:s|ing)? n?or (?:to )?den(?:y|ies|ying)\b[^.?!]{0,60}\b(?:in (?:answer|response|relation|respect) (?:to|of)|as (?:regards|to)|of) ` + theRequest,
	}, "|"))},
	{weak: true, re: regexp.MustCompile(`(?i)` + strings.Join([]string{
		`\b(?:not|n't|cannot|unable|declin\w+|refus\w+)\b[^.?!]{0,40}\bconfirm(?:ing)? n?or (?:to )?deny(?:ing)?\b[^.?!]{0,60}(?:` + allAskedFor + `|` + theRequest + `)`,
		`\b` + allAskedFor + `(?: for)?(?: from (?:us|the \w+))?,? (?:is|are|has been|have been|must be)(?: being)? (?:\w+ )?(?:withheld|refused|exempt)\b`,
		`\binformation (?:that |which )?(?:you (?:have )?(?:request|ask|seek|sought)\w*|requested)\b[^?!]{0,120}\b(?:it is all|all of it is|the whole of it is|none of it (?:is|will be|can be))(?: being)? (?:\w+ly )?(?:exempt|withheld|released|disclosed|supplied|provided)\b`,
		`\bwithhold(?:ing|s)? ` + allAskedFor,
		`\bnothing (?:is|has been|can be|will be|is to be) (?:\w+ly )?(?:being )?(?:therefore )?(?:supplied|disclosed|released|provided|sent)\b`,
	}, "|"))},
	{weak: true, re: regexp.MustCompile(`(?i)\b(?:(?:covers?|appl(?:y|ies|ied)(?: equally)? to|(?:answer|response|reply|relation|respect) (?:to|of)) (?:all|each|every one) (?:\w+ )?(?:of )?(?:your |the )?(?:\w+ )?(?:questions|parts|points)|as a whole|in (?:its|their) entirety|in full|altogether)\b`)},
}

var (
	refusingWord = regexp.MustCompile(`(?i)\brefus|\bwithh(?:e|o)ld|\bexempt|declin|not (?:be )?(?:able to )?(?:comply|disclos|provid|releas)|neither confirm|confirm(?:ing)? n?or (?:to )?deny|\bnothing (?:is|will|can|has)\b[^.?!]{0,30}\b(?:supplied|disclosed|released|provided|sent)`)
	costWords    = regexp.MustCompile(`(?i)appropriate limit|cost limit|cost of compl|fees? (?:limit|regulations)|18 hours|exceeds? the (?:cost|limit|appropriate)|£450`)
)

// What rules a refusal out: it is of a part; it is general, possible only or
// denied.
var (
	refusedPart  = regexp.MustCompile(`(?i)\b(?:questions? \(?\d|q\d|parts? \(?\d|parts? of (?:your|the|this|it|that|q|what)|in part\b|part(?:ly|ially)|points? \d|items? \(?[\da-h]\b|element|this question|that question|any (?:other|further) information)`)
	refusalModal = regexp.MustCompile(`(?i)\b(?:may|might|could|would)\b|\bcan (?:[a-mo-z]|n[^e])`) // not "can neither"
	notRefused   = regexp.MustCompile(`(?i)\bif\b|\bnot (?:\w+ )?refus|public authorit|\bdecided not to (?:\w+ )?(?:refus|withh|rely|apply|claim)`)
)

// refusalDecided takes up a general sentence for the case in hand.
var refusalDecided = regexp.MustCompile(`(?i)(?:this is what|which is what|as) (?:we|the (?:` + ourNouns + `)|i) (?:have|has|hereby) (?:decided|done|doing)|(?:we|the (?:` + ourNouns + `)|i) (?:have|has) (?:therefore )?(?:decided|chosen) to do so`)

// findRequestRefusal looks for a refusal of the whole request in a text in
// reading form. Its grounds are the provisions applied in the text or, where
// the letter only explains one, the cost limit or the rule on vexatious
// requests.
func (r *Reference) findRequestRefusal(text string, scottish bool) (requestRefusal, bool) {
	for _, form := range refusalForms {
		for _, m := range form.re.FindAllStringIndex(text, -1) {
			if !form.holds(text, m) {
				continue
			}
			grounds := r.refusalGrounds(text, scottish)
			if why := refusalReason(text, grounds); why != "" {
				return requestRefusal{why, grounds, m[0], m[1], form.weak}, true
			}
		}
	}
	return r.proceduralRefusal(text, scottish)
}

// notAnswering matches a denial that a request is answered, in words that need
// not name it.
var notAnswering = regexp.MustCompile(`(?i)\b(?:not|n't|cannot|unable|declin\w+|no|nor)\b[^.?!]{0,40}\b(?:compl(?:y|ying)|answer(?:ing|ed)?|process(?:ed|ing)?|respon(?:d|ding|se)|repl(?:y|ying)|do(?:ing)? so|proceed(?:ing|ed)?|tak(?:e|en|ing) (?:it |this |the matter )?(?:any )?further)\b`)

// proceduralRefusal finds a refusal by its ground: the cost limit and the rule on
// vexatious requests bear on the request as such, so that to apply one of them
// and not to answer is to refuse the whole, unless a part is named.
func (r *Reference) proceduralRefusal(text string, scottish bool) (requestRefusal, bool) {
	for _, h := range r.findExemptions(text, scottish) {
		why := requestGround(h)
		if !h.Applied || why != "cost" && why != "vexatious" {
			continue
		}
		start, end := sentenceBounds(text, h.Start, h.End)
		around := text[max(0, start-220):min(len(text), end+120)]
		if aRequest.MatchString(around) && notAnswering.MatchString(around) && !refusedPart.MatchString(around) && !ofPart.MatchString(lowerSame(around)) && !notRefused.MatchString(text[start:end]) {
			return requestRefusal{why, r.refusalGrounds(text, scottish), h.Start, h.End, true}, true
		}
	}
	return requestRefusal{}, false
}

var aRequest = regexp.MustCompile(`(?i)\b(?:your|the|this|a|an|such|vexatious|repeated) (?:\w+ )?request\b|\brequests of (?:this|that)\b`)

// holds tells whether the words at m refuse the whole request, by the sentence
// around them and, for a part, by the label in front of it.
func (f refusalForm) holds(text string, m []int) bool {
	start, end := sentenceBounds(text, m[0], m[1])
	sentence := text[start:end]
	if f.weak && !refusingWord.MatchString(text[max(0, start-250):end]) {
		return false
	}
	if refusalDecided.MatchString(sentence) {
		return true
	}
	from, to := clauseBounds(text, m[0], m[1])
	return !refusedPart.MatchString(text[max(0, start-20):end]) && !notRefused.MatchString(sentence) &&
		(f.modal || !refusalModal.MatchString(text[from:to]))
}

// refusalGrounds are the provisions applied in the text, else those on cost
// and vexatious requests that it explains.
func (r *Reference) refusalGrounds(text string, scottish bool) []exemptionHit {
	var applied, explained []exemptionHit
	for _, h := range r.findExemptions(text, scottish) {
		switch {
		case h.Applied:
			applied = append(applied, h)
		case requestGround(h) != "":
			h.Applied = true
			explained = append(explained, h)
		}
	}
	if len(applied) > 0 {
		return firstCitations(applied)
	}
	return firstCitations(explained)
}

// firstCitations keeps the first citation of each provision.
func firstCitations(hits []exemptionHit) []exemptionHit {
	seen := map[string]bool{}
	return slices.DeleteFunc(hits, func(h exemptionHit) bool {
		again := seen[h.String()]
		seen[h.String()] = true
		return again
	})
}

// requestGround names the reason behind a provision that bears on a request as
// such and not on single pieces of information; "" for the others.
func requestGround(h exemptionHit) string {
	switch h.Law + h.Section {
	case "FOIA12", "FOISA12":
		return "cost"
	case "FOIA14", "FOISA14":
		return "vexatious"
	case "FOISA18":
		return "ncnd"
	}
	return ""
}

var neitherConfirm = regexp.MustCompile(`(?i)neither (?:to )?confirm(?:s|ing)? (?:n?or )(?:to )?den(?:y|ies|ying)|refus\w+ to confirm or deny|(?:not|n't|cannot|unable|declin\w+)\b[^.?!]{0,30}\bconfirm(?:ing)? n?or (?:to )?deny`)

// refusalReason settles why a whole request is refused; "" where nothing in
// the text gives a reason.
func refusalReason(text string, grounds []exemptionHit) string {
	for _, h := range grounds {
		if why := requestGround(h); why != "" {
			return why
		}
	}
	switch {
	case neitherConfirm.MatchString(text), onlyLiftsDuty(grounds):
		return "ncnd"
	case costWords.MatchString(text):
		return "cost"
	case strings.Contains(strings.ToLower(text), "vexatious"):
		return "vexatious"
	case len(grounds) > 0:
		return "entirety"
	}
	return ""
}
