package code

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// purposeHit is a purpose that the body says it follows, at bytes [Start, End)
// of the text.
type purposeHit struct {
	Code       string // of the vocabulary of CODING_GUIDE.md
	Start, End int
}

// purposeRule recognises one purpose in a lower-cased sentence. The first group,
// where there is one, is the concept that has to be affirmed; monitored says
// that the concept is a target and needs monitoring, or a list, around it.
type purposeRule struct {
	code      string
	re        *regexp.Regexp
	monitored bool
}

// purposeRules is the vocabulary. "prevent" is not in it: only its capital tells
// the programme from the verb.
var purposeRules = []purposeRule{
	{"profiling", regexp.MustCompile(`\bprofiling\b|\bprofiled\b|\bprofiles? (?:of )?(?:students|individuals|applicants|people|persons)\b`), false},
	{"investigations", regexp.MustCompile(`\binvestigat(?:ions?|es?|ed|ing)\b|\bto look into (?:a |an |the )?(?:complaints?|allegations?|incidents?|reports?)\b`), false},
	{"monitoring_individuals", regexp.MustCompile(`\b(individuals?|persons?|people|individual students|particular students|named students|students)\b`), true},
	{"monitoring_groups", regexp.MustCompile(`\b(groups?|societies)\b`), true},
	{"monitoring_locations", regexp.MustCompile(`\b(locations?|places|areas|venues|gatherings)\b`), true},
	{"intelligence", regexp.MustCompile(`\bintelligence\b`), false},
	{"recruitment", regexp.MustCompile(`\b(?:recruitment|recruiting|recruit)\b`), false},
	{"reputation", regexp.MustCompile(`\breputation(?:al|s)?\b|\bbrand (?:protection|management|monitoring)\b|\bpublic relations\b|\bstanding (?:with|of|among)\b|\bgood name\b|\b(?:look(?:ing)? after|protect(?:ing)?|safeguard(?:ing)?|defend(?:ing)?|guard(?:ing)?) (?:the |our |its )(?:public )?(?:name|image|standing|brand)\b|\b(?:react|respond|responding|reacting) to (?:a |any )?(?:press |news |media )?(?:story|stories|coverage)\b|\b(?:our|its|'s|'|institutional) (?:public |good )?standing\b|\bcrisis (?:communications?|management)\b|\bpublic image\b`), false},
	{"welfare", regexp.MustCompile(`\bwelfare\b|\bwell-?being\b|\bsafeguard(?:ing)?\b|\b(?:student|personal|somebody's|someone's|person's|people's|individual's|student's|their|own) safety\b|\bsafety of (?:\w+ ){0,2}(?:students?|person|people|individuals?|others)\b|\bin danger\b|\bat risk\b|\bmental health\b|\bself-harm\b|\bsuicid\w+|\bduty of care\b|\bpastoral\b|\bvulnerable\b|\bmissing (?:student|person)s?\b|\bharm to (?:themselves|self|others)\b|\bsafe and well\b|\bprotect(?:ing|ion of)? (?:\w+ ){0,2}(?:students|people)\b|\bhate crimes?\b|\bkept safe\b|\bkeep(?:ing)? (?:\w+ )?(?:students?|people|them|somebody|someone) safe\b|\bcom(?:e|es|ing) to (?:\w+ )?harm\b|\bin (?:distress|crisis)\b|\b(?:frightened|worried|worry|worries|afraid|anxious|fears?|alarmed) (?:for|about) (?:(?:a|an|the|their|his|her|another|fellow|some) )*(?:somebody|someone|friends?|students?|persons?|(?:house|flat|room|class)mates?|them|him|her)\b|\b(?:person|student|somebody|someone|they|he|she|everybody|everyone) (?:is|are) (?:all right|alright|ok|okay|safe|well)\b|\b(?:see|check|make sure|know|judge|find out|establish)\b[^.;]{3,50} (?:is|are) (?:all right|alright|ok|okay|safe|well)\b`), false},
	{"discipline", regexp.MustCompile(`\bdisciplin(?:e|ary)\b|\bmisconduct\b|\bstudent conduct\b|\bconduct cases?\b|\bharassment\b|\bbullying\b|\bbreach(?:es|ed|ing)?(?: of)? (?:the |our |its |an? |any )?(?:student |students' |university |university's |general |disciplinary |conduct |residence |hall )*(?:codes?|regulations?|rules?|conduct|bye-?laws?|charter|ordinances?|statutes?)\b`), false},
	{"prevent", regexp.MustCompile(`\bcounter-?terrorism\b|\bradicalisation\b|\bextremis[mt]\b|\bbeing drawn into terrorism\b`), false},
	{"discipline", regexp.MustCompile(`\bconduct\b`), true},
	{"security", regexp.MustCompile(`\bcampus (?:safety|security)\b|\bsafety (?:on|at|around) (?:the |our )?(?:campus(?:es)?|events?|site|halls)\b|\b(?:campus(?:es)?|site|halls) safe\b|\bsecurity\b|\bpublic (?:safety|order)\b|\bcrime (?:prevention|detection)\b|\b(?:prevention|detection) of crime\b`), false},
	{"marketing", regexp.MustCompile(`\bmarketing\b|\bcampaigns?\b|(?:^|[,;:(] ?|\b(?:for|and|or|our|of|in) )advertising\b|\bmarket research\b|\bpromotion(?:al)?\b|\baudience (?:research|insight)\b`), false},
	{"other", regexp.MustCompile(`\bcustomer (?:service|care)\b|\bstudent (?:experience|satisfaction)\b|\bacademic research\b|\bfraud\b|\bvisas?\b|\bimmigration\b|\bukvi\b|\bsponsor(?:ship|ed students?| licence| duties)?\b|\bcontract cheating\b|\bessay mills?\b|\bfor admissions\b|\badmissions (?:purposes|decisions|fraud|checks)\b|\bstudent finance\b|\btrade ?marks?\b|\bcopyright\b|\bplagiarism\b|\bfundraising\b|\balumni (?:relations|engagement)\b|\bfeedback\b|\b(?:answer|handl|deal)(?:e|ing)?(?: with)? (?:enquiries|questions|queries)\b|\bexam(?:ination)? malpractice\b`), false},
}

// preventProgramme matches the programme by its capital.
var preventProgramme = regexp.MustCompile(`\bPrevent\b|\bPREVENT\b`)

// bodyBehind matches what turns the word before it into the name of an office,
// a person, a record or a document.
var bodyBehind = regexp.MustCompile(`^(?:[ -](?:duty|student|conduct|security|and [a-z]+))?[ -](?:teams?|officers?|office|staff|departments?|services?|managers?|directors?|committees?|panels?|boards?|leads?|coordinators?|partners?|unit|files?|records?|reports?|sanctions?|penalt\w+|findings?|outcomes?|settings?|hearings?|division|directorate|advisers?|hashtags?|slogans?)\b`)

// documentBehind matches a document; it counts as a purpose only behind
// "under" ("under the Disciplinary Procedure").
var (
	documentBehind = regexp.MustCompile(`^(?:[ -](?:duty|and [a-z]+|management|conduct))?[ -](?:policy|policies|codes?|procedures?|regulations?|guidance|guidelines?|statement|notice|protocol|training|ordinances?|statutes?|rules|bye-?laws?)\b`)
	underDocument  = regexp.MustCompile(`\b(?:under|in|within|following|for)(?: \w+){0,4}? $`)
	// otherSecurity matches security of another sort.
	otherSecurity = regexp.MustCompile(`\b(?:data|information|cyber|it|national|computer|network) $`)
	// safeguarded is what is kept safe where it is no person.
	safeguarded = regexp.MustCompile(`^safeguard(?:ing|s|ed)? (?:of )?(?:(?:the|our|its|this|that|any|such) )*(?:national|public interest|data\b|information|personal|reputation|name|privacy|confidential|systems?|network|property|rights|freedoms?)`)
	// ofActivity leads to intelligence that names the activity, or a company.
	ofActivity = regexp.MustCompile(`\b(?:social media|access) $|\b(?:word|term) ["'“]?$`)
	// inYourList leads to what brackets quote from the question: "the rest of your list
	// (profiling, locations and so forth)".
	inYourList = regexp.MustCompile(`\b(?:your|the) (?:list|question|examples?|categories|suggestions)\b[^().;]{0,20}\([^)]*$`)
	// noneOfThem disowns a list put before it, and officeTag is an office in
	// brackets behind what it says.
	noneOfThem = regexp.MustCompile(`^[^;]*\b(?:none|neither|not one|not any) of (?:them|these|those|which)\b|^[^;]*\bthey recognised none\b`)
	officeTag  = regexp.MustCompile(`\[(?:the )?[\w &,']*$`)
	// officerAhead matches an office whose name ends in the word.
	officerAhead = regexp.MustCompile(`\b(?:head|director|communications|admissions|team|department|manager|office) (?:of|and|for) (?:\w+ and )?$`)
	monitoring   = regexp.MustCompile(`\bmonitor\w*|\bfollow\w* (?:of )?|\bsurveillance\b|\bwatch\w*`)
	listAhead    = regexp.MustCompile(`(?:^|[,;:(] ?|\b(?:and|or)\b )(?:and )?(?:of )?(?:the )?$`)
	// alsoOf takes up the monitoring of something else: "monitoring of locations
	// (the two campuses), and of groups".
	alsoOf     = regexp.MustCompile(`\b(?:monitoring|watching|surveillance|following) of [^;]*(?:,|\)|\band|\bor) of (?:the |student )?$`)
	listBehind = regexp.MustCompile(`^(?:[,;:.)]|$| (?:who|whose|about whom|planning|organi[sz]ing|calling for|of concern|thought to|known to|believed to|suspected of|involved in)\b| and\b| or\b| \(| - | ?(?:i\.e|e\.g|such as|for example)\b)`)
	// subjectOf matches a case that only says which persons are meant.
	subjectOf = regexp.MustCompile(`\b(?:subjects? of|involved in|party to|parties to|under) (?:an? |the |any )?(?:\w+ ){0,2}$`)
	// besideGroups and ofGroups stand around campaigns that others run: "societies,
	// campaigns and outside groups", "campaigns which have called a protest".
	besideGroups = regexp.MustCompile(`\b(?:societ(?:y|ies)|clubs?|groups?|unions?|protests|protesters|activists|movements|organisers|demonstrations|occupations)(?:,| and| or|, and) (?:\w+ )?$`)
	ofGroups     = regexp.MustCompile(`^(?:,| and| or|, and) (?:\w+ )?(?:societies|clubs|groups|unions|protests|protesters|activists|movements|organisers|demonstrations|occupations)\b|^ (?:which|that|who) (?:have |has |may |are )?(?:call\w*|organi\w+|plan\w*|occup\w+|protest\w*)\b|^ (?:against|by students|of students)\b`)
	// notConfined stands before what is one of several, without saying that it is
	// one: "it is not confined to Prevent".
	notConfined  = regexp.MustCompile(`\bnot (?:\w+ )?(?:confined|limited|restricted|peculiar) to (?:the )?$`)
	caseWord     = regexp.MustCompile(`^\w+ (?:case|investigation|proceedings)`)
	deniedBehind = regexp.MustCompile(`^(?:,? (?:and|or|nor) [\w ]{2,30}?)?["']?(?: purposes?)? (?:(?:has|have|had|is|are|was|were|does|did|do)(?: (?:never|not|no)\b|n't\b)|never\b|plays? no\b)|^(?: - |[:,] ?)no\b ?(?:[;,.]|$)`)
)

// findPurposes returns the purposes a text affirms, in order of place, one hit a
// code. text is in reading form with its case kept: an answer to "for which
// purposes", or an account of what is done. A purpose that would be followed, is
// denied, was given up or belongs to somebody else gives none; permission and
// condition ("may view it in a disciplinary case") do give one.
func findPurposes(text string) []purposeHit {
	var out []purposeHit
	for at := 0; at < len(text); {
		end := at + sentenceLength(text[at:])
		for _, h := range purposesInSentence(text[at:end]) {
			if !slices.ContainsFunc(out, func(o purposeHit) bool { return o.Code == h.Code }) {
				out = append(out, purposeHit{h.Code, h.Start + at, h.End + at})
			}
		}
		at = end
	}
	return out
}

var sentenceStop = regexp.MustCompile(`[.!?]["')]?\s+[A-Z"'(]`)

// sentenceLength is the length of the first sentence of a text.
func sentenceLength(text string) int {
	if m := sentenceStop.FindStringIndex(text); m != nil {
		return m[1] - 1
	}
	return len(text)
}

func purposesInSentence(text string) []purposeHit {
	s := readContext(lowerSame(text))
	if ofQuestion.MatchString(s.low) || disownsRest(s.low) {
		return nil
	}
	var out []purposeHit
	keep := func(code string, start, end int) {
		if s.followsPurpose(start, end) && s.isPurpose(start, end) && !s.isActor(text, start, end) {
			out = append(out, purposeHit{code, start, end})
		}
	}
	for _, r := range purposeRules {
		for _, m := range r.re.FindAllStringIndex(s.low, -1) {
			if !r.monitored || s.isTarget(m[0], m[1]) {
				keep(r.code, m[0], m[1])
			}
		}
	}
	for _, m := range preventProgramme.FindAllStringIndex(text, -1) {
		keep("prevent", m[0], m[1])
	}
	slices.SortStableFunc(out, func(a, b purposeHit) int { return cmp.Compare(a.Start, b.Start) })
	return withoutLabel(s.low, out)
}

// restOfList matches a subject that is what is left of a list, with what of it is
// named: "The rest of your list, reputation included,".
var restOfList = regexp.MustCompile(`^(?:but |and )?(?:the )?(?:rest|remainder|remaining|others?|balance)\b[^.;]*?\b(?:is|are|was|were|does|do|did|has|have|plays?|forms?|comes?|describes?)(?: (?:not|no|none|nothing|never)\b|n't\b)`)

// disownsRest tells whether a sentence says of what is left of a list that it
// is not done.
func disownsRest(low string) bool { return restOfList.MatchString(low) }

// betweenTwo leads to two things that are told apart, neither of which is done:
// "the difference between noticing a mention and watching students".
var betweenTwo = regexp.MustCompile(`\b(?:differences?|distinctions?|line|boundary|distinguish\w*) (?:\w+ )?between\b[^.;]*$`)

// followsPurpose tells whether the sentence affirms the purpose at [start, end).
func (s *contextSentence) followsPurpose(start, end int) bool {
	if betweenTwo.MatchString(s.low[:start]) {
		return false
	}
	is := s.assert(start, end)
	spared := s.avoided(start) || unharmed.MatchString(s.low[end:]) && s.withinPurpose(start)
	if is.Negated && !spared || is.Other || is.Historical && !purposeNamed.MatchString(s.low) {
		return false
	}
	return !is.Hypothetical || is.Conditional || saidPolitely.MatchString(s.low[:start]) || is.permitted() || s.withinPurpose(start) || s.inquired(is, start)
}

// saidPolitely leads from what somebody "would say" to what he says with it: "I
// would add the security of the campus", "the press desk would add reputation".
var saidPolitely = regexp.MustCompile(`\w (?:would|should|might|may|can)(?: \w+ly| also| perhaps| only| simply)* (?:add|say|mention|describe|call|name|characterise|summarise|put|note|stress|emphasise)\b(?: [\w'-]+){0,6} $`)

// purposeClause opens the end for which something is done; what might happen is
// part of it: "so that we know of stories which might harm our reputation".
var purposeClause = regexp.MustCompile(`\b(?:so that|so as (?:not )?to|lest|for fear|in order (?:to|that)|in case)\b|(?:^|[,;:-] |\b(?:is|are|was|used|serves|helps?|it|only|mainly|chiefly|partly|mostly) )to [a-z]+\b`)

// inquired tells whether what makes a concept hypothetical is an inquiry into it
// ("queries about whether a sponsored student is here"), which is the purpose
// itself; "whether to" opens a plan.
func (s *contextSentence) inquired(is assertion, start int) bool {
	at := strings.LastIndex(s.low[:start], "whether ")
	return strings.HasSuffix(is.Trigger, "whether") && at >= 0 && !strings.HasPrefix(s.low[at:], "whether to ")
}

// avoidance opens the end of keeping something from happening: "so as not to be
// caught by what might harm our reputation".
var avoidance = regexp.MustCompile(`\b(?:so as not to|in order not to|so that (?:nothing|no \w+|(?:we|it|they|staff|the [\w' ]{3,30}?) (?:(?:is|are|does|do|may|can|should|need)(?: not|n't)|cannot|never))|lest|for fear|to avoid|to prevent|to stop|to guard against)\b[^;]*$`)

// avoided tells whether the concept at start is what such a clause protects, and
// nothing before the clause denies it.
func (s *contextSentence) avoided(start int) bool {
	m := avoidance.FindStringIndex(s.low[:start])
	return m != nil && !slices.ContainsFunc(s.cues, func(c contextMatch) bool {
		return c.cue.kind&negates != 0 && s.words[c.from].start < m[0]
	})
}

// unharmed matches a denial behind a concept of what would do it harm.
var unharmed = regexp.MustCompile(`^[^.;]{0,40}\b(?:not|never|no)\b (?:\w+ ){0,3}(?:un[a-z]+ed|suffer\w*|harm\w*|damag\w*|hurt|injured|affected|at risk|neglect\w*|overlook\w*|missed|tarnish\w*|dented)\b`)

// withinPurpose tells whether the concept at start stands within a clause of
// purpose of something that is done, and not of what would be: "We would look
// in order to protect our reputation".
func (s *contextSentence) withinPurpose(start int) bool {
	m := purposeClause.FindStringIndex(s.low[:start])
	return m != nil && !slices.ContainsFunc(s.cues, func(c contextMatch) bool {
		return c.cue.kind&supposes != 0 && s.words[c.from].start < m[0]
	})
}

// isPurpose tells whether the word is a purpose and not part of the name of an
// office, a record or a document.
func (s *contextSentence) isPurpose(start, end int) bool {
	word, ahead, behind := s.low[start:end], s.low[:start], s.low[end:]
	switch {
	case word == "intelligence" && ofActivity.MatchString(ahead), inYourList.MatchString(ahead), safeguarded.MatchString(s.low[start:]), noneOfThem.MatchString(behind), officeTag.MatchString(ahead):
		return false
	case bodyBehind.MatchString(behind), otherSecurity.MatchString(ahead), officerAhead.MatchString(ahead):
		return false
	case strings.HasPrefix(word, "campaign") && (besideGroups.MatchString(ahead) || ofGroups.MatchString(behind)):
		return false
	case notConfined.MatchString(ahead) && !strings.Contains(ahead, "but not "):
		return false
	case subjectOf.MatchString(ahead) && caseWord.MatchString(s.low[start:]), deniedBehind.MatchString(behind) && !unharmed.MatchString(behind), frontedDenied.MatchString(behind):
		return false
	case documentBehind.MatchString(behind):
		return underDocument.MatchString(ahead)
	}
	return true
}

// isTarget tells whether persons, groups or places are what is monitored: near
// the word "monitor", or a bare item of a list.
func (s *contextSentence) isTarget(start, end int) bool {
	word := s.low[start:end]
	if strings.HasSuffix(word, "students") || word == "people" {
		return s.monitoredNear(start, 4)
	}
	return s.monitoredNear(start, 9) || alsoOf.MatchString(s.low[:start]) || listAhead.MatchString(s.low[:start]) && listBehind.MatchString(s.low[end:])
}

// monitoredNear looks for monitoring at most n words before byte at, in the
// same clause.
func (s *contextSentence) monitoredNear(at, n int) bool {
	for _, m := range monitoring.FindAllStringIndex(s.low[:at], -1) {
		i, j := s.wordAt(m[0]), s.wordAt(at)
		if j-i <= n && !strings.ContainsAny(s.low[m[1]:at], ";:") {
			return true
		}
	}
	return false
}
