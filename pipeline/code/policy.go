package code

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

var (
	policyNoun = regexp.MustCompile(`\b(?:polic(?:y|ies)|procedures?|protocols?|codes?(?: of (?:conduct|practice|behaviour))?|regulations?|guidelines?|guidance|ordinances?|rules|framework|handbook|charter|standards?|directives?|instructions?|code of conduct|terms and conditions|instruments?|(?:operating|operational|practice|standing) (?:notes?|orders?)|manual|standard operating procedure)\b`)
	// noOther denies that any other policy applies.
	noOther = regexp.MustCompile(`\b(?:no|nor|neither|not|isn't|aren't)\b[^.;]{0,25}\b(?:other|another|any other|related|others|else)\b[^.;]{0,40}\b(?:polic|applies|apply|deals?|instead)|\bnothing else\b`)
	// nonePlain denies a policy without the word: "There is none.", "We have not got one."
	nonePlain = regexp.MustCompile(`\b(?:there (?:is|are) (?:none|nothing)|(?:has|have) none\b|(?:has|have|do|does|is|exists?)(?: not|n't) (?:have |got )?(?:one|any|such a thing)\b|no such (?:thing|document|polic)|none (?:exists?|is in place|has been)|nothing in writing|no single|(?:is|are)(?: not|n't) (?:any|a single|one|a)\b|no (?:instrument|document)|(?:not|never) (?:yet )?(?:adopted|made|written|produced|drawn up|got|introduced|created|developed) (?:one|any)\b|^not (?:as such|exactly|really|specifically|quite|in so many words)\b|never (?:got round|written|made|adopted|drawn up))`)
	// policySubject makes a noun for a policy the title of one that applies
	// generally, be it written without capitals: "our disciplinary procedure".
	policySubject = regexp.MustCompile(`\b(?:disciplin\w*|conduct|behaviour|acceptable|computing|computer|it|ict|information technology|information security|data protection|prevent|safeguarding|student|students|staff|social media|harassment|bullying|dignity|communications?|media|complaints?|fitness to practise|freedom of speech|equality|whistleblowing|network|internet|e-?safety|privacy|records|general|other|existing|wider|usual|ordinary|various|related|` + ourNouns + `|code of|rules for)\b[^.;,]{0,25}$`)
	titleBehind   = regexp.MustCompile(`^ (?:for|of|on) (?:conduct|practice|behaviour|students|student|staff|the use|use|discipline|it|acceptable|computing|information|data|social media|prevent|\(?[a-z]+ ?[a-z]*\)? discipline)\b|^ \d+\b|^ [ivx]+\b`)
	// dedicatedTitle matches the words of the activity as a title writes them.
	dedicatedTitle = regexp.MustCompile(`\b(?:monitor\w*|listening|investigat\w*|intelligence|surveillance|open[- ]source|osint|viewing|research into|(?:online|web|internet|digital|public source) (?:enquir\w+|research|investigation\w*|checks?|searches|monitoring|surveillance)|social media (?:information|content|checks?|searches|review|evidence|screening|monitoring|intelligence|surveillance|investigations?|access|enquir\w+)|social media (?:\w+ )?(?:protocol|procedures?)|information from social media|use of (?:open|social|online)|accessing social|checking social|social networks? in)\b`)
	// unwritten matches a title that says nothing of the matter.
	unwritten = regexp.MustCompile(`\b(?:says? nothing|(?:does|do|did)(?: not|n't) (?:\w+ )?(?:mention|cover|authori[sz]e|deal|address|refer|extend|apply|contain|include|touch)|(?:contains?|makes?|has|have) (?:no|nothing)|is silent|are silent|no (?:mention|reference))\b`)
	beingMade = regexp.MustCompile(`\b(?:draft|drafting|being (?:written|drafted|developed|prepared|considered)|in preparation|under (?:development|review|consideration)|will be|plans? to|intend)\b`)
)

// policyClaim is what one sentence says of the policy asked for.
type policyClaim uint8

const (
	policyDenied policyClaim = 1 << iota // there is none made for this
	policyOther                          // a policy made for something else applies
	policyOwn                            // there is one made for this
	policyNamed                          // a title that tells neither
	policyYes                            // a yes that names none
	policyLink                           // a link, on which nothing is said
)

// policy reads the item on a policy: yes for one made for the activity, no for
// none, qualified where other policies apply.
func (c *coder) policy(a *answer) string {
	var said policyClaim
	for _, s := range a.parts {
		said |= readPolicy(s.Text, s.Low)
	}
	if said&policyNamed != 0 {
		said |= namedPolicy(said, a.low())
	}
	switch {
	case said&policyOwn != 0 && said&policyDenied == 0:
		return yes
	case said&policyOther != 0:
		return qualified
	case said&policyDenied != 0 && said&policyLink == 0:
		return no
	case said&(policyYes|policyOwn) != 0:
		return yes
	case said&policyLink != 0:
		return qualified
	}
	return ""
}

// existsYes matches a yes that says of the very policy asked for that it
// exists: "Yes, we have one."
var existsYes = regexp.MustCompile(leadYes.String() + `[,.;:]? (?:indeed )?(?:there (?:is|exists) (?:one|(?:indeed )?(?:a|such a) (?:\w+ )?(?:policy|protocol|procedure)\b)|(?:we|it|the (?:` + ourNouns + `)) (?:do |does )?(?:ha(?:s|ve)|operates?|maintains?) (?:one|(?:a|such a|a dedicated|a specific) (?:policy|protocol|procedure)\b))`)

// namedPolicy decides what a title stands for that tells neither: the policy
// asked for where it follows a yes or is handed over as it is, else another.
func namedPolicy(said policyClaim, low string) policyClaim {
	if said&(policyDenied|policyOther) == 0 && (said&policyYes != 0 || provided.MatchString(low)) {
		return policyOwn
	}
	return policyOther
}

// addPolicies takes into an answer matched by content the sentences right
// behind it that nobody claims and that name a policy: "We have none. The
// Student Code contains what there is."
func (c *coder) addPolicies(a *answer) {
	if a.aligned == nil || a.aligned.Method != thread.ByContent || len(a.parts) == 0 {
		return
	}
	last := a.parts[len(a.parts)-1].All()
	i := slices.IndexFunc(c.reply, func(s sentence) bool { return s.Ref == last.Ref && s.All().End == last.End })
	for i++; i > 0 && i < len(c.reply); i++ {
		s := c.reply[i]
		if s.Ref != last.Ref || len(s.own) > 0 && !slices.Contains(s.own, a.QuestionID) || readPolicy(s.Text, s.Low)&(policyOther|policyOwn|policyLink) == 0 {
			return
		}
		a.parts = append(a.parts, s)
		a.classes = append(a.classes, substance)
		a.evidence = append(a.evidence, s.All())
	}
}

// readPolicy reads one sentence of the answer on a policy; text keeps the case.
func readPolicy(text, low string) policyClaim {
	ctx := readContext(low)
	var said policyClaim
	if noOther.MatchString(low) || nonePlain.MatchString(low) || plainNo(low) {
		said |= policyDenied
	}
	if leadYes.MatchString(low) {
		said |= policyYes
	}
	if at := policyPronoun.FindStringIndex(low); at != nil && ctx.assert(at[0], at[1]).Negated {
		said |= policyDenied
	}
	for _, at := range policyNoun.FindAllStringIndex(low, -1) {
		said |= policyAt(ctx, text, at)
	}
	if existsYes.MatchString(low) {
		said |= policyOwn
	}
	if said == 0 && link.MatchString(low) {
		said |= policyLink
	}
	return said
}

// policyPronoun matches the policy asked for where a pronoun stands for it: "has
// yet to write one".
var policyPronoun = regexp.MustCompile(`\b(?:have|has|had|write|written|adopt|adopted|make|made|need|needed|produce|produced|draw up|drawn up|issue|issued|introduce|introduced|want|wanted|require|required|develop|developed|draft|drafted) (?:one|any|such a thing)\b`)

// nearest puts a title in the place of the policy asked for: "the nearest thing to
// it is the Event Procedure".
var nearest = regexp.MustCompile(`\b(?:nearest|closest|next best|most relevant|nearest relations?)\b[^.;]{0,40}\b(?:is|are|would be|being|come)\b`)

// policyAt reads one noun for a policy in a sentence.
func policyAt(ctx *contextSentence, text string, at []int) policyClaim {
	low := ctx.low
	as := ctx.assert(at[0], at[1])
	title := isTitle(text, at)
	switch {
	case as.Other || as.Historical && !as.Negated:
		return 0
	case title && unwritten.MatchString(clauseBehind(low[at[1]:])):
		return 0
	case as.Negated && !(title && contrast.MatchString(low[:at[0]])):
		return policyDenied
	case !title:
		return 0
	case beingMade.MatchString(low):
		return 0
	}
	from, to := max(0, at[0]-60), min(len(low), at[1]+70)
	if madeFor.MatchString(low[at[1]:]) {
		return policyOwn
	}
	if name := titleAround(text, at); dedicatedTitle.MatchString(strings.ToLower(name)) || dedicatedTitle.MatchString(low[from:to]) && strings.ContainsAny(low[from:to], `"'`) {
		return policyOwn
	}
	if nearest.MatchString(low) || generalTitle.MatchString(low[from:to]) || strings.Contains(text[from:to], "IT ") {
		return policyOther
	}
	return policyNamed
}

// generalTitle matches the subjects of the policies that every body has.
var generalTitle = regexp.MustCompile(`\b(?:disciplin\w*|conduct|behaviour|acceptable|computing|computer|ict|information (?:technology|security|governance)|cyber|data protection|gdpr|privacy|prevent|safeguarding|social media|social networking|harassment|bullying|dignity|respect|communications?|media|brand|complaints?|grievance|fitness to (?:practise|study)|freedom of (?:speech|expression)|academic freedom|equality|diversity|whistleblowing|network|internet|email|e-?mail|e-?safety|records|retention|general|terms and conditions|student charter|ordinance)\b`)

// madeFor matches what sets a policy apart as made for the activity.
var madeFor = regexp.MustCompile(`^[^;]{0,60}\b(?:which|that|and)? ?(?:was|is|were|has been) (?:\w+ )?(?:written|made|drawn up|adopted|designed|produced|intended|developed|approved|issued|introduced) (?:\w+ ){0,8}(?:for (?:this|that|just|exactly|precisely|(?:the|such) purpose|such)|to (?:govern|regulate) (?:this|such))\b`)

// contrast matches the turn from a denial to what there is instead in one
// sentence: "not a policy for this but the Student Code".
var contrast = regexp.MustCompile(`\b(?:but|however|although|instead|rather|other than|apart from|beyond|except|it is the|save for|outside)\b`)

// clauseBehind is what follows up to the next mark.
func clauseBehind(rest string) string {
	if i := strings.IndexAny(rest, ";:,"); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

// isTitle tells whether the noun at a place names a policy that exists: with a
// capital, behind a capitalised word or one of the usual subjects of policies.
func isTitle(text string, at []int) bool {
	if c := text[at[0]]; c >= 'A' && c <= 'Z' && at[0] > 0 {
		return true
	}
	words := strings.Fields(text[:at[0]])
	if n := len(words); n > 1 && words[n-1][0] >= 'A' && words[n-1][0] <= 'Z' && !slices.Contains([]string{"The", "A", "Our", "I", "No", "This"}, words[n-1]) {
		return true
	}
	low := strings.ToLower(text)
	if len(low) != len(text) {
		return false
	}
	return policySubject.MatchString(low[:at[0]]) || titleBehind.MatchString(low[at[1]:])
}

// titleAround is the run of capitalised words around a noun, the small words
// between them included.
func titleAround(text string, at []int) string {
	from, to := at[0], at[1]
	for _, w := range slices.Backward(strings.Fields(text[:at[0]])) {
		if !titlePart(w) {
			break
		}
		from -= len(w) + 1
	}
	for _, w := range strings.Fields(text[at[1]:]) {
		if !titlePart(w) || strings.ContainsAny(text[to:min(len(text), to+1)], ".,;:)") {
			break
		}
		to += len(w) + 1
	}
	return text[max(0, from):min(len(text), to)]
}

var smallWords = []string{"of", "and", "on", "for", "the", "in", "to", "by", "from", "concerning", "with", "&"}

func titlePart(w string) bool {
	w = strings.TrimLeft(w, `"'(`)
	return w != "" && (w[0] >= 'A' && w[0] <= 'Z' || slices.Contains(smallWords, w))
}
