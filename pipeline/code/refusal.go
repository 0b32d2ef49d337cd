package code

import (
	"regexp"
	"strings"
)

// requestRefusal is a refusal of the request as a whole, at bytes [Start, End)
// of a text.
type requestRefusal struct {
	Why        string         // cost, vexatious, ncnd or entirety
	Grounds    []exemptionHit // the provisions it rests on, all Applied
	Start, End int
}

// wholeRefusal matches the words in which a body refuses a whole request. What
// an authority may do in general is no refusal, and neither is that of a part;
// both are ruled out by the clause.
var wholeRefusal = regexp.MustCompile(`(?i)` + strings.Join([]string{
	`\b(?:covers?|appl(?:y|ies|ied)(?: equally)? to|in (?:answer|response|relation|respect) (?:to|of)) (?:all|each|every one) (?:\w+ )?(?:of )?(?:your |the )?(?:\w+ )?(?:questions|parts|points)`,
	`\brefus(?:e|es|ed|ing) (?:to (?:answer|comply with|respond to) )?(?:your|the|this) (?:foi |information |freedom of information )?request\b`,
	`\brefus(?:al|ing) of (?:your|the|this) (?:whole |entire )?request\b`,
	`\b(?:your|the|this|whole|entire) request (?:is|has been|must be|is being|is hereby|is therefore|has therefore been)(?: therefore)? refused`,
	`\bnot propos(?:e|ing) to (?:comply|deal) with (?:it|your|the|this)\b`,
	`\bdeclin(?:e|es|ed|ing) (?:to (?:answer|comply with|respond to|process) )?(?:your|the|this) (?:foi |whole |entire )?request`,
	`\bnot (?:be )?(?:obliged|required|able|going|complying|comply)(?: to (?:comply|deal))? ?with (?:your|the|this) (?:foi |whole |entire )?request`,
	`\b(?:your|the|this) (?:whole |entire )?request (?:is|to be|has been deemed|as) (?:deemed |considered |judged )?(?:to be )?vexatious`,
	`\bneither confirms? (?:n?or den(?:y|ies)) (?:whether |that )?(?:it|we|the university) holds? (?:any )?(?:of the )?information (?:of the (?:kind|type|description)|in (?:your|the|this) request|you (?:have )?(?:request|ask)|(?:within|falling within) the scope)`,
	`\b(?:as a whole|in (?:its|their) entirety|in full|altogether)\b`,
}, "|"))

// wholeWords is the last, weak form: it needs a word of refusal in its clause.
var (
	wholeWords   = regexp.MustCompile(`(?i)^(?:as a whole|in (?:its|their) entirety|in full|altogether|covers?|appl|in )`)
	refusingWord = regexp.MustCompile(`(?i)\brefus|\bwithh(?:e|o)ld|\bexempt|declin|not (?:be )?(?:able to )?(?:comply|disclos|provid|releas)|neither confirm`)
	costWords    = regexp.MustCompile(`(?i)appropriate limit|cost limit|cost of compl|fees? (?:limit|regulations)|18 hours|exceeds? the (?:cost|limit|appropriate)|£450`)
)

// partialWords rule a refusal out: it is of a part, it is general, it is
// possible only, or it is denied.
var partialWords = regexp.MustCompile(`(?i)\b(?:questions? \(?\d|q\d|parts? \(?\d|parts? of|points? \d|items? \(?[\da-h]\b|element|this question|that question)|\b(?:may|might|can|could|would|if)\b|\bnot (?:\w+ )?refus|public authorit|\bdecided not to`)

// refusalDecided takes up a general sentence for the case in hand.
var refusalDecided = regexp.MustCompile(`(?i)(?:this is what|which is what|as) (?:we|the university|i) (?:have|has|hereby) (?:decided|done|doing)|(?:we|the university|i) (?:have|has) (?:therefore )?(?:decided|chosen) to do so`)

// findRequestRefusal looks for a refusal of the whole request in a text in
// reading form. Its grounds are the provisions applied in the text or, where
// the letter only explains one, the cost limit or the rule on vexatious
// requests.
func (r *Reference) findRequestRefusal(text string, scottish bool) (requestRefusal, bool) {
	for _, m := range wholeRefusal.FindAllStringIndex(text, -1) {
		start, end := sentenceBounds(text, m[0], m[1])
		sentence := text[start:end]
		if partialWords.MatchString(sentence) && !refusalDecided.MatchString(sentence) {
			continue
		}
		if wholeWords.MatchString(text[m[0]:m[1]]) && !refusingWord.MatchString(text[max(0, start-250):end]) {
			continue
		}
		grounds := r.refusalGrounds(text, scottish)
		why := refusalReason(text, grounds)
		if why == "" {
			continue
		}
		return requestRefusal{why, grounds, m[0], m[1]}, true
	}
	return requestRefusal{}, false
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
		return applied
	}
	return explained
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

var neitherConfirm = regexp.MustCompile(`(?i)neither (?:to )?confirms? (?:n?or )(?:to )?den(?:y|ies)|refus\w+ to confirm or deny|not (?:to )?confirm or deny`)

// refusalReason settles why a whole request is refused; "" where nothing in
// the text gives a reason.
func refusalReason(text string, grounds []exemptionHit) string {
	for _, h := range grounds {
		if why := requestGround(h); why != "" {
			return why
		}
	}
	switch {
	case neitherConfirm.MatchString(text):
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
