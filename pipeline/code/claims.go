package code

import (
	"regexp"
	"slices"
	"strings"
)

// claimKind is what one sentence claims of the practice; a sentence can make
// several claims.
type claimKind uint16

const (
	claimsDenial      claimKind = 1 << iota // the activity as such is denied
	claimsHedged                            // denied as a routine, or with an exception
	claimsActivity                          // the activity is affirmed
	claimsRoutine                           // and said to take in everybody, or all the time
	claimsListening                         // mentions of the institution are followed
	claimsNoListening                       // they are not
	claimsReview                            // posts are looked at once something has happened
	claimsNoReview                          // they are not even then
	claimsOvert
	claimsNotOvert
	claimsCovert
	claimsNotCovert
	claimsPublic // what is looked at is open to everybody
)

// claims is what a reply says of its practice, gathered sentence by sentence
// from the whole of it.
type claims struct {
	denial, affirmation []sentence // of the activity as such
	hedged, routine     []sentence
	listening, noListen []sentence
	review, noReview    []sentence
	overt, noOvert      []sentence
	covert, noCovert    []sentence
	public              []sentence
}

// list is where the sentences that make one kind of claim are kept.
func (k *claims) list(kind claimKind) *[]sentence {
	return map[claimKind]*[]sentence{
		claimsDenial: &k.denial, claimsHedged: &k.hedged, claimsActivity: &k.affirmation, claimsRoutine: &k.routine,
		claimsListening: &k.listening, claimsNoListening: &k.noListen,
		claimsReview: &k.review, claimsNoReview: &k.noReview,
		claimsOvert: &k.overt, claimsNotOvert: &k.noOvert, claimsCovert: &k.covert, claimsNotCovert: &k.noCovert,
		claimsPublic: &k.public,
	}[kind]
}

// monitoring gathers the claims from all that the body says in substance.
func (c *coder) monitoring() {
	c.said = make([]claimKind, len(c.reply))
	for i, s := range c.reply {
		if c.superseded(s) {
			continue
		}
		before := ""
		if i > 0 && c.reply[i-1].message == s.message {
			before = c.reply[i-1].Low
		}
		c.said[i] = c.claimsIn(s, before)
		c.claims.add(c.said[i], s)
	}
}

// claimsIn reads the claims of a sentence in its place.
func (c *coder) claimsIn(s sentence, before string) claimKind {
	found := readClaims(c.asBody(s.Low), c.asBody(before), c.cb.Activity.Regexp)
	switch {
	case found&(claimsDenial|claimsActivity) != 0:
	case c.disclaims(s):
		found |= claimsDenial
	case claimedSo.MatchString(s.Low) && c.onActivity(s):
		found |= claimsActivity
	}
	return found
}

func (k *claims) add(found claimKind, s sentence) {
	for kind := claimsDenial; kind <= claimsPublic; kind <<= 1 {
		if found&kind != 0 {
			at := k.list(kind)
			*at = append(*at, s)
		}
	}
}

// claimsOf is all that the sentences of one answer claim.
func (c *coder) claimsOf(a *answer) claimKind {
	var found claimKind
	before := ""
	for _, s := range a.parts {
		found |= c.claimsIn(s, before)
		before = s.Low
	}
	return found
}

// superseded tells whether a sentence belongs to answers that a later reply
// has replaced.
func (c *coder) superseded(s sentence) bool {
	if len(s.own) == 0 {
		return false
	}
	return !slices.ContainsFunc(s.own, func(id string) bool {
		a := c.answers[id]
		return a.aligned == nil || a.aligned.Message <= s.message
	})
}

// claimReader reads the claims of one sentence. seen is the sentence with the
// body's own channels and other things that are nobody's posts struck out.
type claimReader struct {
	*contextSentence
	before   string // the sentence before it, lower case
	seen     string
	activity *regexp.Regexp // the codebook's words for what the questionnaire is about
}

// readClaims returns the claims of a sentence in lower-case reading form;
// before is the sentence that it goes on from.
func readClaims(low, before string, activity *regexp.Regexp) claimKind {
	if isQuestion(low) || consulted.MatchString(low) && !concludes.MatchString(low) || ncndShape.MatchString(low) || reasoning.MatchString(low) || isHeading(low) {
		return 0
	}
	low = withoutFrame(low)
	r := &claimReader{readContext(low), before, strike(low), activity}
	found := r.listening() | r.review() | r.fragment()
	found |= r.manner() | r.initiative(found)
	found |= r.practised(found)
	if r.isPublic() {
		found |= claimsPublic
	}
	return found
}

// frame matches the officer's own words about saying what he says, whose would
// and not belong to the saying: "It would be wrong not to mention that …".
var frame = regexp.MustCompile(`^(?:[\w' ]{2,30}, )?it (?:would|should|must|may|might|ought to|can)(?: not)? (?:also |perhaps )?be (?:(?:wrong|misleading|remiss|unfair|dishonest|incomplete|disingenuous) (?:of (?:us|me) )?(?:not to (?:say|mention|add|record|note|point out|tell you|state|admit)|to (?:omit|deny|leave out|conceal|hide|pass over))|(?:noted|said|added|mentioned|forgotten|overlooked|pointed out|stressed|recorded))[^.;]{0,40}?\bthat\b`)

// withoutFrame blanks such words in front of a statement and keeps its length.
func withoutFrame(low string) string { return frame.ReplaceAllStringFunc(low, blank) }

var (
	// reasoning matches what disclosure would do, in the reasons of a refusal:
	// "an answer would tell those concerned whether they are looked at".
	reasoning = regexp.MustCompile(`\bwould (?:(?:be|in itself|itself|thereby|also|then) )*(?:likely|prejudice|reveal|undermine|identify|alert|tip|put|compromise|disclose|inform|tell|enable|harm|endanger|weaken|deter|defeat|make it|provide|give|allow|show|betray|lead|assist|help|point|indicate|amount)\b|\bto be able to (?:say|tell|answer|know)\b|\bwould (?:\w+ )?have to (?:be )?(?:read|look|search|open|go through|check|examine|review|inspect)\w*|\b(?:says?|said|ask(?:s|ed)?|mention(?:s|ed)?|suggest(?:s|ed)?|wrote|think|assum\w+) that (?:other|the other|some|certain|most|many) (?:institutions|universities|bodies)\b|^(?:an? |any |the |such an? |to )?(?:\w+ )?(?:statement|disclosure|disclosing|disclose|confirmation|confirm(?:ing)?|denial|deny(?:ing)?|releas(?:e|ing)|nam(?:e|ing)|reveal(?:ing)?)\b.*\bwould\b|\bpublic interest\b|^you (?:say|ask|asked|mention|refer|suggest|wrote|also)\b`)
	// ownChannel matches what the body itself publishes, and the tools and
	// offices that bear the same words.
	ownChannel = regexp.MustCompile(`\b(?:our|its|the university's|the college's|the school's|the academy's|the conservatoire's|the institute's|corporate|official|institutional|departmental)(?: own| main| official| corporate| central| public)? (?:(?:and|or|social|media|facebook|twitter|instagram|youtube|linkedin|tiktok|marketing|news) ){0,4}(?:channels?|accounts?|pages?|feeds?|posts|platforms|presence)\b|\bsocial media (?:team|officer|manager|polic(?:y|ies)|guidelines?|guidance|channels?|assistant|coordinator)\b|\bposts of (?:our|its) own\b`)
	// answerWord begins a fragment that is an answer and no heading.
	answerWord = regexp.MustCompile(`^\W*(?:yes|no|not|none|nil|never|neither|both|only|all|nothing|nobody|mainly|mostly|always|sometimes|rarely|occasionally)\b|^(?:c?overt|open)(?:ly)?(?: only)?[.,;:]|\b(?:only|not|no|none|never|neither|nor)\b`)
	verbForm   = regexp.MustCompile(`\b(?:monitors?|gathers?|gathered|carr(?:y|ies|ied)|looks?|looked|views?|viewed|follows?|followed|reads?|checks?|tracks?|watch(?:es)?|keeps?|kept|sees?|opens?|opened|says|picks?|finds?|listens?|receives?|done|made|came|went|occurs?|happens?|reserves?)\b`)
)

// consulted matches what was done to answer the request.
var consulted = regexp.MustCompile(`\b(?:in (?:preparing|compiling|drawing up|putting together|answering)|for the purposes? of|to (?:prepare|compile|answer)) (?:this|the|our|my|your) (?:response|reply|answers?|letter|request)\b|^(?:i|we) (?:have )?(?:consulted|asked|spoken (?:to|with)|checked with|put your questions to)\b`)

// concludes matches what came of asking.
var concludes = regexp.MustCompile(`\b(?:satisfied|confirm(?:s|ed)?|can (?:say|tell|state)|found|find|tells? me|told (?:me|us)|assured?|informed?|so far as)\b`)

// isQuestion tells whether a sentence is a question put to the body, restated
// in the reply; it says nothing of the body.
func isQuestion(low string) bool { return strings.HasSuffix(strings.TrimRight(low, ` "')`), "?") }

// recounted matches what a review tells of the answer before it: "the
// University answered \"No\"".
var recounted = regexp.MustCompile(`\b(?:` + ourNouns + `|institution|authority|we|it|you were|(?:first|original|initial|earlier) (?:response|reply|answer|letter)) (?:had )?(?:answered|replied|responded|told|said|stated)\b[^.]{0,30}"(?:no|yes|none|nil|n/?a)\b`)

// told is an answer without what restates its question: a question in full, the
// topic as a heading over the words of the answer ("Overt / covert"), or what
// was answered before a review.
func (a *answer) told() *answer {
	b := *a
	b.parts = nil
	for i, s := range a.parts {
		topic := i == 0 && len(a.parts) > 1 && isTopic(s.Low)
		if !isQuestion(s.Low) && !topic && !recounted.MatchString(s.Low) {
			b.parts = append(b.parts, s)
		}
	}
	return &b
}

// inapt tells whether all that an answer says is that its question does not
// arise.
func (a *answer) inapt() bool {
	if len(a.parts) != 1 {
		return false
	}
	low := a.parts[0].Low
	return inaptShape.MatchString(low) && !saysBefore(a.leaf, low) && !concedes.MatchString(low) && !answersItem(a.leaf, low, inaptShape)
}

// isTopic tells whether a text is a short heading that ends without a full stop.
func isTopic(low string) bool {
	return !strings.HasSuffix(low, ".") && len(strings.Fields(low)) < 8 && !inaptShape.MatchString(low) && isHeading(low)
}

// isHeading tells whether a text is a heading or a bare noun phrase rather than
// a statement: "Overt and covert intelligence".
func isHeading(low string) bool {
	if strings.HasSuffix(low, ".") && strings.Count(low, " ") > 5 || answerWord.MatchString(low) || verbForm.MatchString(low) {
		return false
	}
	return !slices.ContainsFunc(contextWords(low), func(w contextWord) bool {
		return finiteVerbs[w.text] || subjectPronouns[w.text] || bareVerbs[w.text]
	})
}

// strike blanks the body's own channels in a sentence and keeps its length.
func strike(low string) string {
	return ownChannel.ReplaceAllStringFunc(low, blank)
}

// of keeps the sentences that lie in an answer.
func of(a *answer, ss []sentence) []sentence {
	if a == nil || a.aligned == nil {
		return nil
	}
	var out []sentence
	for _, s := range ss {
		for _, p := range a.parts {
			if p.Ref == s.Ref && p.All().Start <= s.All().Start && s.All().End <= p.All().End {
				out = append(out, s)
				break
			}
		}
	}
	return out
}
