package code

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// leafName matches one name of a question or of its part, or the word "above".
var leafName = regexp.MustCompile(`^(?:q(?:u(?:estion)?)?s?\.?)?\(?(?:\d{1,2}(?:\.\d)?\)?\(?(?:[a-h]|[ivx]{1,4})?|[a-h]|[ivx]{1,4})\)?$`)

// placeWord matches the words that point without a name.
var placeWord = map[string]bool{
	"above": true, "below": true, "previous": true, "previously": true, "preceding": true, "earlier": true, "before": true, "last": true,
	"uchod": true, "isod": true, "blaenorol": true,
}

// pointerWord matches the words of which a sentence that does no more than
// point consists, besides the names of questions, in English and Welsh.
var pointerWord = wordSet(`see please kindly refer refers referred reference to as in at under for the an my our your this that it is are was be has have
	been i we you would should must may applicant requester enquirer is answer answers answered response responses reply replies replied question questions q qu qs part parts
	point points item number section sub given made stated set out said provided already also again same ditto likewise idem ibid per so hence
	therefore thus and or of on with regard regards respect directed pointed response's covered by dealt addressed thing period periods rule rules apply applies information details explained described there here
	gweler yr y ateb atebion cwestiwn fel o'r un peth i ac a chwestiwn`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// pointsOnly tells whether a sentence consists of nothing but words that point
// and the name of what they point to: "As in Q2.", "The applicant is referred to
// the response to question 5.", "Gweler 2 uchod".
func pointsOnly(low string) bool {
	named, pointed, only := pointing(low)
	return only && named && pointed
}

// leadsOn tells whether a sentence consists of words that point and ends with a
// colon: what it points to stands behind it.
func leadsOn(low string) bool {
	named, pointed, only := pointing(low)
	return only && pointed && !named && strings.HasSuffix(low, ":")
}

// pointing tells whether a sentence names a question, whether it points, and
// whether it does nothing else.
func pointing(low string) (named, pointed, only bool) {
	words := strings.FieldsFunc(low, func(r rune) bool { return strings.ContainsRune(" ,;:/-", r) })
	for i, w := range words {
		w = strings.Trim(w, `.!"'`)
		switch {
		case w == "":
		case placeWord[w]:
			named, pointed = true, true
		case i > 0 && leafName.MatchString(w) && w != "a" && w != "i":
			named = true
		case i > 0 && w == "a" && len(words) == 2:
			named = true // "As a."
		case pointerWord[w]:
			pointed = true
		default:
			return named, pointed, false
		}
	}
	return named, pointed, true
}

// sameThere tells whether a sentence says that a matter is the same as another
// and ends by pointing to that: "the same animal here, so see 3(b)".
func sameThere(low string) bool {
	if !strings.Contains(low, "same") || saysYes(low) || leadNo.MatchString(low) {
		return false
	}
	clauses := statementBorder.Split(low, -1)
	last := clauses[len(clauses)-1]
	named, pointed, only := pointing(last)
	return only && pointed && (named || strings.Contains(last, " there"))
}

// pointsAway tells whether a sentence does no more than point.
func (c *coder) pointsAway(q *schema.Question, s sentence) bool {
	low := s.Low
	if slices.Contains(q.Feeds, "covid_unchanged") && (asEver.MatchString(low) || strings.Contains(low, "same") && len(thread.References(low)) == 0) {
		return false // "same as before" is the answer here
	}
	if spelt.MatchString(low) {
		return false
	}
	if pointsOnly(low) || sameThere(low) || dealtWithAt(low) || q.Document != "" && !q.YesNo && locates(low) || inPaper.MatchString(low) {
		return true
	}
	if toEnclosed.MatchString(low) && !link.MatchString(low) && len(thread.References(low)) == 0 && !strings.Contains(low, " above") || tellsBehind(low) {
		return false
	}
	if handedOver.MatchString(low) && !link.MatchString(low) && !refersShape.MatchString(low) {
		return false
	}
	if refersShape.MatchString(low) && !tells.MatchString(low) && !(q.Document != "" && deniedBeside(low)) {
		return true
	}
	if q.Document == "" {
		return link.MatchString(low) && (len(strings.Fields(low)) < 4 || published.MatchString(low) && !tells.MatchString(low))
	}
	return (link.MatchString(low) || publishShape.MatchString(low)) && !tells.MatchString(low) && !noDocument.MatchString(low)
}

// spelt matches a pointer that goes on to say what it points to: "as above,
// i.e. Sprout Social".
var spelt = regexp.MustCompile(`^(?:see|as|same)\b[^,;:]{0,40}[,;:(] ?(?:i\.e\.?|that is|namely|viz\.?),? \w`)

// inPaper matches an answer that lies in a part of a document: "These are in
// section 6 of the Ordinance."
var inPaper = regexp.MustCompile(`^(?:these|this|it|they|that|those|the (?:process|procedure|steps|criteria|details?|rules?)) (?:(?:is|are)|(?:will|can|may|is to|are to) be) (?:those |that |the ones? |as )?(?:set out |described |contained |given |found |explained |listed |laid down )?(?:in|at|under|by) (?:the |our )?(?:sections?|protocol|paragraphs?|paras?\.?|clauses?|parts?|chapters?|annex|appendix|pages?) [\w,.() ]{1,60}\.?$|\bfor which (?:please )?(?:see|refer to)\b`)

var (
	// partOfPaper matches a place in a document.
	partOfPaper = regexp.MustCompile(`\b(?:sections?|paragraphs?|paras?\.?|parts?|pages?|chapters?|clauses?|headings?|entry|number|numbered) (?:\d+|[a-h]\b|[ivx]+\b|one|two|three|four|five|six|seven|eight|nine|ten|")|\b(?:is|are) (?:numbered|headed|the (?:relevant|right) (?:one|part|section|paragraph|passage))\b|\b(?:relevant|the (?:part|bit|section|paragraph|passage)) (?:\w+ ){0,3}you (?:\w+ )?(?:want|need|ask)`)
	// paperMade matches what tells of a document more than where it is.
	paperMade = regexp.MustCompile(`\b(?:carried out|completed|made|done|approved|undertaken|produced|written|drafted|prepared|reviewed|redrafted|being|removed|redacted|blacked|taken out|withheld|exempt|cop(?:y|ies)|held|exists?|none|because|since)\b`)
)

// locates tells whether a sentence says of a document no more than where in it
// the matter stands: "The relevant section of the notice is numbered 14."
func locates(low string) bool {
	return partOfPaper.MatchString(low) && !paperMade.MatchString(low) && !deniedWords.MatchString(low) && !provided.MatchString(low) && !handedOver.MatchString(low) && len(strings.Fields(low)) < 40
}

// asEver matches an answer that nothing has changed.
var asEver = regexp.MustCompile(`^\W*(?:the )?same as (?:before|ever|always)\b|^\W*as (?:before|ever|always)\W*$`)

// toEnclosed matches a pointer to what comes with the reply: that is the answer.
var toEnclosed = regexp.MustCompile(`\bsee (?:the )?(?:\w+ ){0,2}(?:tables?|annex\w*|appendix|appendices|attachments?|attached|enclos\w+|spreadsheets?|workbook)\b`)

// tellsBehind tells whether a sentence that points goes on to answer behind a
// colon: "As described above: view, screenshot, save to the case."
func tellsBehind(low string) bool {
	head, rest, found := strings.Cut(low, ": ")
	return found && pointsOnly(head) && len(strings.Fields(rest)) > 3 && !pointsOnly(rest) && !link.MatchString(rest)
}

// deniedBeside tells whether a clause beside a pointer denies a document: "see
// the Charter; no policy exists".
func deniedBeside(low string) bool {
	clauses := statementBorder.Split(low, -1)
	return slices.ContainsFunc(clauses[1:], noDocument.MatchString)
}

// published matches a sentence that says of a document no more than where it is.
var published = regexp.MustCompile(`^(?:the |our |this |these |its |further |full )?(?:[\w'-]+ ){0,4}?(?:polic(?:y|ies)|procedures?|schedule|notice|statement|guidance|code|regulations|details?|information) (?:is|are|can be|may be) (?:\w+ly )?(?:published|available|accessible|found|viewed|online|set out)\b`)

// tells matches verbs by which a sentence that also points says something of
// its own.
var tells = regexp.MustCompile(`\b(?:says? nothing|nothing to say|makes? no mention|appl(?:y|ies|ied)|govern(?:s|ed)?|would be (?:used|applied|relied)|relied on|(?:is|are) (?:expected|required|kept|deleted|retained|destroyed|dealt with in)|must|does not|do not|may (?:look|view)|no (?:such|separate|specific|dedicated|stand-?alone) )\b`)
