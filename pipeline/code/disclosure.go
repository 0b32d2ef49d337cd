package code

import (
	"regexp"
	"slices"
	"strings"

	"roundrobin/pipeline/thread"
)

// disclosureHit is one recipient with a count, at bytes [Start, End) of the
// text: the words of the recipient, or of the denial.
type disclosureHit struct {
	thread.Disclosure
	Start, End int
	Rule       string

	at thread.Span // in the thread, set where the hit is kept
}

// stayedIn says that information was passed to nobody, without a denial or with
// one of going further.
const stayedIn = `\b(?:(?:stay(?:s|ed)?|remain(?:s|ed)?|kept) (?:entirely |wholly |strictly )?(?:within|inside|in[- ]house|internal)|(?:g(?:o|oes|one)|went) (?:no|any) further)\b`

const changedHands = `\b(?:passed|pass|given|give|sent|shared?|disclosed?|handed|provided?|supplied|forwarded|referred|reported|released|transferred|shown|received|gone|communicated|left|told|informed|notified|seen|occasion to share)\b`

var (
	// mayChange is what may or would be passed on, which is not what was.
	mayChange = regexp.MustCompile(`(?i)\b(?:may|might|would|could|can|will)(?: (?:also|then|be|only|have to))* ` + changedHands)
	// passedOn is information changing hands.
	passedOn = regexp.MustCompile(`(?i)\b(?:pass(?:ed|es|ing)?(?: on)?|g(?:ive|ives|iven|ave)|sent|send|sends|shared?|shares|sharing|disclos(?:ed?|es|ures?|ing)|hand(?:ed|s)|provided|supplied|forwarded|referr(?:ed|als?)|refers?|reported|reports|released|transferred|told|informed|notified|alerted|warned|r[au]ng|(?:tele)?phoned|furnished|conveyed|relayed|copied to|tabled|shown|received|gets? (?:a|an|to|any|copies|sight)|made to|(?:featured|relied on|produced|cited|used) (?:in|at|before)|(?:taken|proceed(?:s|ed)?|progressed|escalated) (?:on )?to|considered (?:evidence|material|posts|screenshots|copies)|end(?:ed)? up (?:before|with)|c[ao]me before|(?:appear(?:ed|s)?|stood|found \w+) before|laid before|(?:heard|considered) by|left the (?:` + ourNouns + `|institution|school|office|department|team|unit|building)|communicated|placed before|put before|brought before|been before|(?:went|gone|goes|go) (?:on )?(?:to|before)|(?:had|has|have) [^.;,:]{2,60} before (?:it|them)|seen (?:only )?by|(?:sees?|saw|reads?|views?|consider(?:s|ed)?|weigh(?:s|ed)?) (?:(?:the|any|such|those|these|all|copies|copy|a|of|our) )*(?:screen-?shots?|posts?|evidence|material|copies|prints?|images?|captures?|them|it|what)|third part(?:y|ies)|(?:had|has|have) (?:had |received )?(?:anything|nothing|none|(?:\w+ ){0,2}(?:copy|copies|reports?|notes?|prints?|screenshots?)))\b`)
	// casesBefore is a body that had cases with such material to deal with: "the panel
	// has had about 20 cases which included screenshots".
	casesBefore = regexp.MustCompile(`(?i)\b(?:panels?|boards?|committees?|tribunals?|courts?) (?:\w+ )?(?:has|have|had|saw|sees|dealt|heard|considered|decided|took)\b[^.;]{0,40}\b(?:cases?|matters|hearings|files|appeals)\b[^.;]{0,40}\b(?:includ\w+|with|contain\w*|involv\w+|featur\w+|rest(?:ed|ing)? on|relied on|in which|turn(?:ed|ing) on)\b[^.;]*\b(?:posts?|screen-?shots?|evidence|material|content|social media|prints?|images?|captures?|descriptions?|kind|sort)\b`)
	// talkedOver is information passed on by word of mouth.
	talkedOver = regexp.MustCompile(`(?i)\b(?:what|findings?|results?|posts?|screen-?shots?|material|information|intelligence|summar(?:y|ies)|concerns?|cases?|matters?|names?|details|they|it|them|these|those)\b[^.;]{0,60}\b(?:discuss(?:ed|es)?|talk(?:s|ed)? (?:over|through|about)|raised?|mention(?:s|ed)?|spoken about|brought up)(?: [\w-]+){0,3}? (?:with|to)\b`)
	denialWord = regexp.MustCompile(`(?i)\b(?:nothing|none|nil|zero|never|not|nobody|no one|no|neither|nor)\b|n't\b`)
	// elseWord marks the rest after named recipients: it adds no row.
	elseWord = regexp.MustCompile(`(?i)\b(?:apart from|other than|except(?: for)?|else|any others?|no others?|any of the others?|otherwise|besides|anywhere else|the others)\b`)
	// nobodyGot is a denial that governs the passing on, before or behind it.
	nobodyGot     = regexp.MustCompile(`(?i)(?:\b(?:nothing|none|never|nobody|no one|nor|not|at no time|on no occasion|no (?:[\w'-]+ ){0,3}?(?:information|data|material|details|posts?|evidence|disclosures?|referrals?|reports?|screenshots|intelligence|occasions?|instances?|need|third part(?:y|ies)|bod(?:y|ies)|organisations?|authorit(?:y|ies)|anything))|n't)\b(?: [\w'-]+){0,9}? ` + changedHands + `|` + changedHands + `(?: [\w'-]+){0,4}? (?:nothing|none|nobody|no one|no (?:[\w-]+ )?(?:third part(?:y|ies)|bod(?:y|ies)|organisations?|authorit(?:y|ies)|information|data))\b|\bno (?:\w+ )?(?:disclosures?|referrals?|third part(?:y|ies))\b|` + stayedIn)
	anyBodyWord   = regexp.MustCompile(`(?i)\b(?:third part(?:y|ies)|any(?:one|body)|nobody|no one|nothing|outside|external\w*|bod(?:y|ies)|organisations?|authorit(?:y|ies)|passed on|left the|disclosures?|referrals?|information|data|material|further|within|inside|in[- ]house|internal|seen|told)\b`)
	doubleNot     = regexp.MustCompile(`(?i)\b(?:cannot|can't|could not|would not be (?:true|right) to|not (?:true|right|correct|the case)) (?:\w+ ){0,3}that (?:nothing|no|none|never)\b`)
	mightPass     = regexp.MustCompile(`(?i)\b(?:may|might|could|can|would)\b`)
	dataWord      = regexp.MustCompile(`(?i)\b(?:posts?|screen-?shots?|information|data|material|evidence|copies|copy|details|names?|prints?|reports?|results|images?|findings|they|it|papers|entries)\b`)
	unrelatedTalk = regexp.MustCompile(`(?i)\b(?:(?:nothing|not(?: \w+){0,3}|n't(?: \w+){0,3}) to do with|not on the strength of|not (?:as a result of|based on|because of) (?:social media|monitoring)|by (?:its|their) own means|on their own account|comes? to us)\b|^[^;]*\b(?:withheld|exempt\w*)\b`)
	notAbout      = regexp.MustCompile(`(?i)\b(?:involv\w+|based on|aris\w+ from|result\w* from|relat\w+ to)\b[^.]{0,40}\b(?:social media|monitoring)\b`)
	aloneNone     = regexp.MustCompile(`(?i)^(?:[a-z][a-z ]{2,30}: )?(?:(?:Q(?:uestions?)?\.? ?)?(?:\d,? (?:and|&|to|-) )?8[.):]* ?)?(?:there (?:has|have|had) been |there (?:was|were) )?(?:to )?(?:none|nil(?: return)?|(?:no|zero|nil) (?:such )?(?:referrals|disclosures|reports)|no one|nobody|no third part(?:y|ies)(?: involved)?|nothing|zero|0|never|none of (?:the|these|those|them)\b.*)(?:,? (?:at all|whatsoever|whatever|to date|so far|as yet|yet|ever|at any (?:time|stage|point)|since [^.;]{3,30}|(?:has been|was|is) (?:passed on|shared|disclosed)))?(?:\.|,? (?:nothing|none|no \w+) .*|,? (?:as|since|because) .*| to (?:any|all|anyone|anybody|third) ?.*)?$`)
)

// findDisclosures finds who was given information, and how often, in running
// text such as the answer on third parties.
func findDisclosures(text string, recipients recipientIndex, s sessions) []disclosureHit {
	var out []disclosureHit
	told := false
	sentences := sentencesOf(text)
	for i, part := range sentences {
		part = beforeWithheld(part)
		if supposed(part.Text) || restatedAsk.MatchString(part.Text) {
			continue
		}
		if inTable(text, part) || unrelatedTalk.MatchString(part.Text) || strings.HasPrefix(part.Text, "(") && strings.Contains(part.Text, "not on") {
			continue
		}
		named := recipients.find(part.Text)
		if len(named) > 0 && onlyExamples(part.Text, named) {
			named = nil
		}
		passing := changesHands(part.Text)
		if len(named) == 0 {
			if more, ok := furtherCounts(part, out, s); ok && told {
				out = append(out, more...)
				continue
			}
		}
		switch {
		case len(named) > 0 && (passing || told || nothingGiven.MatchString(part.Text) || notHead.MatchString(part.Text[:named[0].Start]) || countsBeside(part.Text, named) || sharedEach(part.Text) || goesUncounted(part.Text[named[0].End:])):
			out = append(out, disclosuresIn(part, named, s)...)
			told = true
			continue
		case len(named) == 0 && refusesAll(part.Text, passing, len(sentences) == 1 || i == 0):
			h := disclosureHit{Start: part.Start, End: part.End, Rule: "nobody"}
			h.Recipient, h.RecipientText, h.Count = "none", part.Text, thread.Count{Known: true, Qualifier: "exact"}
			out = append(out, h)
		}
		told = passing
	}
	return settleDisclosures(out)
}

// changesHands tells whether a sentence speaks of information passed on, in
// writing or by word of mouth.
func changesHands(text string) bool {
	return passedOn.MatchString(text) || talkedOver.MatchString(text) || casesBefore.MatchString(text)
}

// onlyExamples tells whether the recipients that named begins with are examples of
// whom a denial takes in: "nothing to third parties, such as the police", "nobody
// outside has had anything, and that includes the police".
func onlyExamples(text string, named []recipientHit) bool {
	head, tail := text[:named[0].Start], text[named[len(named)-1].End:]
	listed := exampleOf.MatchString(head) || blanketWord.MatchString(head) && includedTail.MatchString(tail)
	return listed && denialWord.MatchString(head) && (!elseWord.MatchString(text) || otherwiseOpen.MatchString(text))
}

// outsiders are whoever may be outside, in the words of a blanket denial.
const outsiders = `(?:third part(?:y|ies)|any(?:one|body)|nobody|no[- ]?one|(?:any|no) (?:\w+ )?(?:bod(?:y|ies)|organi[sz]ations?|authorit(?:y|ies)|recipients?)|outside|outwith|beyond|external\w*|elsewhere)`

var (
	blanketWord = regexp.MustCompile(`(?i)\b` + outsiders + `\b`)
	// exampleOf leads from a blanket denial to the bodies that it names as examples.
	exampleOf = regexp.MustCompile(`(?i)\b` + outsiders + `\b[^.;:]{0,60}?,? \(?(?:such as|including|like|for example|for instance|e\.?g\.?|among them|whether|be (?:it|they)|say|(?:and )?(?:I|we) (?:would )?(?:include|count|mean)(?: in (?:that|this))?|(?:and )?(?:which|that|this) (?:includes?|goes for|covers|means|applies to|holds for)(?: also)?)(?: to| with)?,? (?:both |either )?(?:the |a |an |our )?$`)
	// includedTail closes a list of examples.
	includedTail = regexp.MustCompile(`(?i)^[^.;:]{0,60}\b(?:included|among them|not excepted)\b`)
	// otherwiseOpen opens the denial of all else: "Otherwise nothing has gone …".
	otherwiseOpen = regexp.MustCompile(`(?i)^\W*(?:otherwise|beyond that|apart from that)\b`)
)

// supposed tells whether a sentence only says what would be done if somebody asked:
// "Were the police to ask, we would have nothing to give."
func supposed(text string) bool {
	return supposition.MatchString(text) && wouldDo.MatchString(text) && len(findCounts(text)) == 0
}

var wouldDo = regexp.MustCompile(`(?i)\b(?:may|might|could|can|would|will|shall)\b`)

var supposition = regexp.MustCompile(`(?i)^\W*(?:and |but )?(?:were|had|should|if|supposing)\b[^,]*\b(?:ask|request|requir|want|need|seek|sought|approach|demand|compel)\w*\b`)

// restatedAsk opens what the requester asked.
var restatedAsk = regexp.MustCompile(`(?i)^\W*(?:(?:and|finally|lastly|next|then),? )?you(?:r (?:\w+ )?question)? (?:also |then |further )?(?:ask(?:s|ed)?|want(?:s|ed)?|wish(?:es|ed)?|enquired?) `)

// nothingGiven is a denial without its verb: "Nothing to the police", "None: not the
// police, not HESA".
var nothingGiven = regexp.MustCompile(`(?i)^\W*(?:and |but )?(?:(?:nothing|none|never|nil)(?: [a-z]+){0,2} to\b|(?:none|no|no one|nobody|nil|never)[:,;-]+ ?(?:not|neither|nor)\b)`)

// notHead is all that a fragment of denial has ahead of its first recipient: "Not the
// police, not HESA."
var notHead = regexp.MustCompile(`(?i)^\W*(?:(?:no|none|nobody)\W+)?(?:not|neither|nor)(?: to| with)?(?: the| our| an?| any)? $`)

// inTable tells whether part is a short cell beside a tab: tables are read from
// the stored lines.
func inTable(text string, part textPart) bool {
	tab := part.Start > 0 && text[part.Start-1] == '\t' || part.End < len(text) && text[part.End] == '\t'
	return tab && len(strings.Fields(part.Text)) <= 6
}

// refusesAll tells whether a sentence says that nobody was given anything.
func refusesAll(s string, passing, first bool) bool {
	if toAsker.MatchString(s) {
		return false
	}
	if first && aloneNone.MatchString(s) {
		return true
	}
	passing = passing || inwardTalk.MatchString(s)
	s = norOther.ReplaceAllString(s, "")
	if first {
		s = thanOurselves.ReplaceAllString(s, "to anybody")
	}
	return !elseWord.MatchString(s) && passing && nobodyGot.MatchString(s) && (first || anyBodyWord.MatchString(s)) && !mightPass.MatchString(s) && !notCounted.MatchString(s)
}

// toAsker speaks of what the requester is given, who is no third party.
var toAsker = regexp.MustCompile(`(?i)\b(?:give|given|gave|send|sent|provide|supply|supplied|offer|tell|told|show|shown|add|report|disclose)(?: to)? you\b`)

// notCounted denies that a count is kept, and not that things are passed on.
var notCounted = regexp.MustCompile(`(?i)(?:\b(?:not|never|no|nor)\b|n't\b)[^.;,]{0,40}\b(?:how (?:often|many)|whether|(?:number|count|tally) (?:of|is|was|has)|(?:record|log) (?:is|was|has))\b|\b(?:holds?|held|haves?|has|keeps?|kept) no (?:\w+ )?(?:records?|notes?|figures|counts?|logs?|lists?|tally|details|statistics) (?:of|on|about|for) (?:the |these |such )?(?:third part(?:y|ies)|recipients?|bodies|who|whom|which|what|when)\b`)

// thanOurselves is any other body than this one, where none has been named yet.
var thanOurselves = regexp.MustCompile(`(?i)\b(?:to|with|by) any other (?:organi[sz]ations?|bod(?:y|ies)|institutions?|compan(?:y|ies)|part(?:y|ies)|persons?|agenc(?:y|ies)|authorit(?:y|ies))\b`)

// norOther takes in whoever is not on a list that is denied: it leaves nobody out.
var norOther = regexp.MustCompile(`(?i),? (?:n?or) (?:to )?any others?\b,?`)

// inwardTalk speaks of passing on by what has stayed, or was seen.
var inwardTalk = regexp.MustCompile(`(?i)` + stayedIn + `|\b(?:seen|disclosures?)\b`)

// countsBeside tells whether a sentence without a verb lists recipients with
// their counts: "Conduct Panel roughly 10 times, police twice".
func countsBeside(s string, named []recipientHit) bool {
	counts := slices.DeleteFunc(findCounts(s), func(c countHit) bool { return dailyRate.MatchString(s[c.Start:]) })
	return countRightBehind(s, named, counts) || len(counts) >= len(named) && slices.ContainsFunc(counts, func(c countHit) bool { return c.Times || c.N == 0 }) ||
		slices.ContainsFunc(named, func(n recipientHit) bool { return neverLabel.MatchString(s[n.End:]) }) ||
		len(counts) > 0 && (recipientLabel.MatchString(s[named[0].End:]) || counts[0].Start > named[0].End && recipientBracket.MatchString(s[named[0].End:counts[0].Start]))
}

// countRightBehind tells whether every recipient has its count right behind it, as
// in a list: "Student Disciplinary Panel 14; police fewer than 5".
func countRightBehind(s string, named []recipientHit, counts []countHit) bool {
	return !slices.ContainsFunc(named, func(n recipientHit) bool {
		return !slices.ContainsFunc(counts, func(c countHit) bool {
			return c.Start >= n.End && strings.Trim(s[n.End:c.Start], " :=-,x") == ""
		})
	})
}

// neverLabel gives a recipient its zero in a list without a verb.
var neverLabel = regexp.MustCompile(`(?i)^(?: ?[:,=]| -) (?:never|none|nil|not once)\b`)

// recipientBracket stands between a recipient and its count in brackets.
var recipientBracket = regexp.MustCompile(`^ \($`)

var recipientLabel = regexp.MustCompile(`^(?: \([^)]*\))?(?: ?[:=]| ?- | x ?|, ?(?:(?:fewer|less|more) than |about |some |at least )?\d+[;.,]?(?: |$))`)

// settleDisclosures drops a general "none" beside real recipients, repeats, and
// a recipient without a number that has one elsewhere.
func settleDisclosures(hits []disclosureHit) []disclosureHit {
	var out []disclosureHit
	for i, h := range hits {
		drop := slices.ContainsFunc(hits, func(g disclosureHit) bool {
			return h.Recipient == "none" && g.Recipient != "none" ||
				g.Recipient == h.Recipient && !h.Count.Known && g.Count.Known
		})
		repeat := slices.ContainsFunc(hits[:i], func(g disclosureHit) bool {
			return g.Recipient == h.Recipient && g.Count == h.Count && samePeriod(g.Period, h.Period) && sameBody(g.Disclosure, h.Disclosure)
		})
		if !drop && !repeat {
			out = append(out, h)
		}
	}
	return out
}

// sameBody tells whether two rows of one code can be of one recipient. The codes
// that gather many bodies are told apart by the words.
func sameBody(a, b thread.Disclosure) bool {
	return a.Recipient != "other" && a.Recipient != "professional_body" || strings.EqualFold(a.RecipientText, b.RecipientText)
}

// samePeriod compares periods by their dates, or by their words where a label
// has no dates.
func samePeriod(a, b thread.Period) bool {
	undated := a.Start.IsZero() && a.End.IsZero() && b.Start.IsZero() && b.End.IsZero()
	return a.Start.Equal(b.Start) && a.End.Equal(b.End) && (!undated || a.Text == b.Text)
}

// headPeriod is the one period of a sentence that heads its list of recipients:
// "In 2018 and 2019 …" does not, "2018 to 2019: police, 2; HESA, 1" does.
func headPeriod(text string, named []recipientHit, periods []periodHit) (thread.Period, bool) {
	if len(periods) != 1 || periods[0].End > named[0].Start || !strings.HasPrefix(text[periods[0].End:], ":") {
		return thread.Period{}, false
	}
	return periods[0].Period, true
}

// disclosuresIn reads one sentence that names recipients.
func disclosuresIn(part textPart, named []recipientHit, s sessions) []disclosureHit {
	text := part.Text
	periods := findPeriods(text, s)
	counts := countsOfPassing(text, named, periods)
	var out []disclosureHit
	for _, rc := range shareCounts(text, named, counts) {
		n := named[rc.recipient]
		if (actsItself.MatchString(text[n.End:]) || givesItself.MatchString(text[n.End:]) && !backToThem.MatchString(text[n.End:]) && subjectHead.MatchString(text[:n.Start])) && !thenGiven.MatchString(text[n.End:]) {
			continue
		}
		h := disclosureHit{Start: part.Start + n.Start, End: part.Start + n.End, Rule: "recipient_in_prose"}
		h.Recipient, h.RecipientText = n.Code, text[n.Start:n.End]
		denied := deniedAt(text, n.Start, listEnd(text, named, rc.recipient))
		at := n.Start
		switch {
		case denied && (rc.count < 0 || counts[rc.count].N == 0 || counts[rc.count].Start > n.End):
			if notAbout.MatchString(text) || elseWord.MatchString(ownDenial(text[:n.Start])) && !dataWord.MatchString(text[:n.Start]) {
				continue
			}
			h.Count = thread.Count{Known: true, Qualifier: "exact"}
			h.Rule = "recipient_denied"
		case rc.count >= 0:
			h.Count, at = counts[rc.count].Count, counts[rc.count].Start
		case goesUncounted(text[n.End:]):
		case mightPass.MatchString(text) && !dataWord.MatchString(text), mayChange.MatchString(text):
			continue
		case !changesHands(text):
			continue
		}
		h.Period = nearPeriod(text, at, periods, counts)
		if p, ok := headPeriod(text, named, periods); ok {
			h.Period = p
		}
		if h.Count.Known && h.Count.N == 0 && h.Period.Start.IsZero() && !h.Period.End.IsZero() {
			continue // "none before 2019" only bounds the figure beside it
		}
		if each := eachPeriod(text, h, periods); each != nil {
			out = append(out, each...)
			continue
		}
		if each := eachOccasion(text, h, rc, counts, periods); each != nil {
			out = append(out, each...)
			continue
		}
		out = append(out, h)
	}
	given := func(h disclosureHit) bool { return h.Rule != "recipient_denied" }
	if len(out) > 0 && !slices.ContainsFunc(out, given) && anyElse.MatchString(text[named[0].End:]) {
		h := disclosureHit{Start: part.Start, End: part.End, Rule: "nobody"}
		h.Recipient, h.RecipientText, h.Count = "none", text, out[0].Count
		return []disclosureHit{h}
	}
	return out
}

// anyElse closes a denied list with all others: the names before it are examples.
var anyElse = regexp.MustCompile(`(?i)` + allOthers)

const allOthers = `\bn?or,? (?:indeed )?(?:(?:to|with|by) )?(?:any(?:one|body) else|any other (?:\w+ )?(?:third part(?:y|ies)|bod(?:y|ies)|organi[sz]ations?|authorit(?:y|ies)|recipients?|agenc(?:y|ies)|outsiders?|persons?|part(?:y|ies)))\b`

// countsOfPassing are the numbers in a sentence that can say how often the named
// recipients were given something.
func countsOfPassing(text string, named []recipientHit, periods []periodHit) []countHit {
	lengths := findDurations(text)
	counts := slices.DeleteFunc(outsidePeriods(findCounts(text), periods), func(c countHit) bool {
		before, after := text[:c.Start], text[c.End:]
		inName := slices.ContainsFunc(named, func(n recipientHit) bool { return c.Start < n.End && n.Start < c.End })
		item := itemBracket.MatchString(before) && strings.HasPrefix(after, ")")
		loose := strings.EqualFold(text[c.Start:c.End], "one") && looseOne.MatchString(after)
		return inName || item || loose || noneOfWhich.MatchString(text[c.Start:]) || dailyRate.MatchString(text[c.Start:]) || partBracket.MatchString(before) || insteadOf.MatchString(before) || partTalk.MatchString(before) && !inAllCases.MatchString(before) || overlapsDuration(lengths, c.Start, c.End)
	})
	counts = preferTimes(text, append(counts, wordedTimes(text)...))
	slices.SortFunc(counts, func(a, b countHit) int { return a.Start - b.Start })
	return counts
}

var (
	// actsItself is what a body does of its own accord, behind its name.
	actsItself = regexp.MustCompile(`(?i)^(?: (?:themselves|itself|has|have|had|also|ever|once|twice|themselves))* (?:themselves|itself|ask(?:s|ed)? (?:us|me|the|for|about|on|in|\w+ times)|asked$|makes? (?:a |any |such )?requests?|requested|approached|came to us|told (?:us|me)|informed us|wrote to us|rang us|sent us|gave us)\b`)
	// givesItself is a body as the giver: "the police gave a talk".
	givesItself = regexp.MustCompile(`(?i)^(?: liaison\b|(?: (?:has|have|had|also|then|\w+ly))* (?:gave|gives?|given|sends?|sent|passed|passes|provided?|provides|supplied|handed|shared?|shares|reported|told|offered|visit(?:ed|s)?|attend(?:ed|s)?|call(?:ed|s)|made|makes)\b)`)
	// backToThem turns the giver into the recipient after all.
	backToThem = regexp.MustCompile(`(?i)\b(?:to|with) (?:them|it)\b|\b(?:they|it) (?:was|were|had|got|received)\b`)
	thenGiven  = regexp.MustCompile(`(?i)^[^,;]*\b(?:and|who) (?:was|were|has been|have been)\b`)
	// uncounted is a recipient at the head of an item that has no number.
	uncounted = regexp.MustCompile(`(?i)^(?: \([^)]*\))?(?:: | - |, (?:but |though |the )?(?:exact )?)[^;]*\b(?:number|count(?:ed)?|tally|record(?:ed)?|how (?:many|often)|known|time to time|figures?)\b`)
	// withheldClause says that a number is kept back, behind what is given.
	withheldClause = regexp.MustCompile(`(?i)[,;] (?:but|and|though|although|while) [^;]*\b(?:withheld|exempt\w*)\b.*$`)
)

// goesUncounted tells whether tail, the words behind a recipient, says that nobody
// counted what it was given, and so that it was given something.
func goesUncounted(tail string) bool {
	return uncounted.MatchString(tail) || uncountedAside.MatchString(tail)
}

// uncountedAside says so in brackets: "(number of times not recorded)".
var uncountedAside = regexp.MustCompile(`(?i)^[^.;:]*\((?:the |but )?(?:exact )?(?:numbers?|how (?:many|often)|frequency|times|count) [^()]*\b(?:not|never|no|un\w+)\b[^()]*\)`)

// beforeWithheld is a sentence without the clause that keeps its number back.
func beforeWithheld(part textPart) textPart {
	if m := withheldClause.FindStringIndex(part.Text); m != nil {
		return textPart{part.Text[:m[0]], part.Start, part.Start + m[0]}
	}
	return part
}

// wordedTimes finds "not at all" and "not once", which count zero times, and "on
// another", which counts once.
func wordedTimes(text string) []countHit {
	var out []countHit
	for _, m := range zeroTimes.FindAllStringIndex(text, -1) {
		out = append(out, countHit{Count: thread.Count{Known: true, Qualifier: "exact"}, Start: m[0], End: m[1], Times: true})
	}
	for _, m := range anotherTime.FindAllStringIndex(text, -1) {
		out = append(out, countHit{Count: thread.Count{N: 1, Known: true, Qualifier: "exact"}, Start: m[0], End: m[1], Times: true})
	}
	return out
}

// anotherTime counts once beside another count: "with the police on one occasion and
// with a GP on another".
var anotherTime = regexp.MustCompile(`(?i)\bon another(?: occasion)?(?:[,.;]|$)|\banother time\b`)

var zeroTimes = regexp.MustCompile(`(?i)\bnot (?:at all|once)\b`)

// datedOccasions stands between a number of times and their dates.
var datedOccasions = regexp.MustCompile(`(?i)^(?: (?:occasions|times|instances))?(?: ?\(|[:,] |, namely )(?:in |on )?$`)

// oneIn and otherIn date two occasions one by one: "one of them in 2017 and the
// other in 2019".
var (
	oneIn   = regexp.MustCompile(`(?i)\b(?:one|once|the first)(?: of (?:them|these|those|which))?(?: was)? (?:in|during|on) (?:the )?$`)
	otherIn = regexp.MustCompile(`(?i)^,? and (?:the other|one|once|another|the second|again)(?: was)? (?:in|during|on) (?:the )?$`)
)

// eachOf heads the periods that a count holds for one by one.
var eachOf = regexp.MustCompile(`(?i)\b(?:(?:in|for) (?:each of|both)|each(?: time)? (?:in|for|during)) $`)

// eachPeriod gives a count that holds for each of several periods its rows:
// "fewer than five in each of 2018 and 2019"; nil for any other.
func eachPeriod(text string, h disclosureHit, periods []periodHit) []disclosureHit {
	if len(periods) < 2 || !h.Count.Known || !eachOf.MatchString(text[:periods[0].Start]) {
		return nil
	}
	var out []disclosureHit
	for _, p := range periods {
		one := h
		one.Period = p.Period
		out = append(out, one)
	}
	return out
}

// eachOccasion parts a count whose every occasion has its date behind it: "on two
// occasions (May 2018 and June 2019)"; nil for any other.
func eachOccasion(text string, h disclosureHit, rc recipientCount, counts []countHit, periods []periodHit) []disclosureHit {
	if rc.count < 0 || h.Count.N < 2 || h.Count.Qualifier != "exact" {
		return nil
	}
	from, end := len(periods)-int(h.Count.N), counts[rc.count].End
	if from < 0 || periods[from].Start < end {
		return nil
	}
	gap := text[end:periods[from].Start]
	if !datedOccasions.MatchString(gap) && !(h.Count.N == 2 && oneIn.MatchString(gap) && otherIn.MatchString(text[periods[from].End:periods[from+1].Start])) {
		return nil
	}
	var out []disclosureHit
	for _, p := range periods[from:] {
		one := h
		one.Count.N, one.Period = 1, p.Period
		out = append(out, one)
	}
	return out
}

// itemBracket opens the number of a list's item: "(2) The Panel: …".
var itemBracket = regexp.MustCompile(`^\W*\($`)

// noneOfWhich goes on about what was passed to the recipient before it.
var noneOfWhich = regexp.MustCompile(`(?i)^none of (?:which|whom)\b`)

// partBracket opens a bracket that tells of a part of the number before it: "three
// times (twice at their request)".
var partBracket = regexp.MustCompile(`(?i)\b(?:once|twice|thrice|times|occasions|cases|reports|referrals|disclosures) \([^()]*$`)

// looseOne is a "one" that counts nothing passed on.
var looseOne = regexp.MustCompile(`(?i)^ (?:of (?:our|the|its|several|us)|or|and the|another|member|department|way|hand|side|could|can|might|would|may|unit|team|office|person)\b`)

// deniedAt tells whether the recipient at [start, end) stands under a denial of
// its own clause: "nothing was passed to the police, to HESA or to the OfS".
func deniedAt(text string, start, end int) bool {
	head := text[:start]
	if doubleNot.MatchString(text) {
		return false
	}
	if i := strings.LastIndexAny(head, ";:"); i >= 0 && !denialWord.MatchString(head[i:]) {
		head = head[i:]
	}
	if m := contrastWord.FindAllStringIndex(head, -1); m != nil {
		head = head[m[len(m)-1][0]:]
	}
	if exceptedBody.MatchString(head) {
		return false
	}
	return denialWord.MatchString(head) || negatedLater.MatchString(bracketed.ReplaceAllString(text[end:], ""))
}

// ownDenial is head from the clause on that has the last denial: "no other third
// parties, and nothing was sent to".
func ownDenial(head string) string {
	if m := deniesAnew.FindAllStringIndex(head, -1); m != nil {
		return head[m[len(m)-1][0]:]
	}
	return head
}

var deniesAnew = regexp.MustCompile(`(?i)[,;] (?:and )?(?:nothing|none|no|never|nor|not)\b`)

var (
	exceptedBody = regexp.MustCompile(`(?i)\b(?:other than|except(?: for| to)?|apart from|besides|save(?: for| to)?)(?: to)?(?: the| our)? ?$`)
	contrastWord = regexp.MustCompile(`(?i)\b(?:but|although|though|whereas|however|because)\b`)
	negatedLater = regexp.MustCompile(`(?i)^(?: in particular|,? ` + allOthers + `|,? for (?:its|their) part,?| too)?(?: (?:has|have|had|was|were|got|received)(?: (?:had|been|given|sent|received|told|passed|got))* (?:never|not|nothing|none|no)\b|(?: ?[:,=]| -)? ?(?:nil|none|zero|0|never)\b|(?: ?[:=]| -) (?:nothing|no)\b|[^,;.:\d]{0,120}? (?:received|got|seen|had|been (?:given|sent|told|shown|passed|handed)) (?:nothing|none|no(?: such)? (?:information|data|copies|reports?|material))\b)`)
)
