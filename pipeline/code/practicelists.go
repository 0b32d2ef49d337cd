package code

import (
	"regexp"
	"slices"

	"roundrobin/pipeline/thread"
)

// putPlatforms lists the platforms that the body puts in scope: in the answer
// to the item, and where it tells of what it looks at or follows; listening is what
// it tells of following itself.
func (c *coder) putPlatforms(listening []sentence) {
	var list []string
	read := func(ss []sentence) {
		for _, s := range ss {
			for _, h := range c.ref.platforms.find(s.Text) {
				if !h.inScope(s.Low) {
					continue
				}
				list = append(list, h.Code)
				c.prove("monitoring_practice", "", "platforms", h.Code, "platform in scope", s.Span(h.Start, h.End))
			}
		}
	}
	if a := c.under("platforms"); a != nil && !c.withheld("platforms") {
		read(a.parts)
	}
	if len(list) == 0 {
		read(c.claims.listening)
		if c.monitorsOverall() != no {
			read(c.claims.review)
			read(c.claims.affirmation)
		}
	}
	read(listening) // what the product picks up, and where
	c.putList("platforms", list)
}

func (c *coder) putList(name string, list []string) {
	if len(list) == 0 {
		return
	}
	slices.Sort(list)
	c.out.Practice[name] = thread.Value{List: slices.Compact(list), Status: stated}
}

// putPurposes lists the purposes that the body says it pursues: in the answer
// to the item, else where it tells of its practice, and besides where it says
// to what end it follows what is said of it, which listening tells.
func (c *coder) putPurposes(listening []sentence) {
	var list []string
	read := func(ss []sentence, counts func(sentence, purposeHit) bool) {
		for _, s := range ss {
			for _, h := range findPurposes(s.Text) {
				if !counts(s, h) {
					continue
				}
				list = append(list, h.Code)
				c.prove("monitoring_practice", "", "purposes", h.Code, "purpose told", s.Span(h.Start, h.End))
			}
		}
	}
	if !c.withheld("purposes") {
		c.readPurposes(func(ss []sentence) { read(ss, anyPurpose) }, func() bool { return len(list) > 0 })
		if a := c.under("purposes"); a != nil && a.Disposition == answered && a.aligned != nil && !a.aligned.Labelled {
			read(c.goingOn(c.practised(c.claims.review)), doneInMatters) // each office tells its own, apart from the list
		}
		read(c.purposesOfWork(), besideWork)
	}
	read(listening, isEnd)
	c.putList("purposes", list)
}

// readPurposes reads the answer to the item, and the sources that stand in for
// it until a purpose is known.
func (c *coder) readPurposes(read func([]sentence), known func() bool) {
	a := c.under("purposes")
	given := a != nil && a.Disposition == answered
	if a != nil {
		read(a.parts)
		read(c.purposesNamed(a))
	}
	if known() {
		return
	}
	if !given {
		read(c.goingOn(c.claims.listening))
		read(c.goingOn(c.practised(c.claims.review)))
	}
	if !known() && given {
		read(saidOutright(c.goingOn(c.claims.review)))
	}
	if !known() {
		read(c.goingOn(c.practised(c.claims.affirmation)))
	}
	if !known() {
		read(slices.DeleteFunc(slices.Clone(c.reply), func(s sentence) bool { return !doneFor.MatchString(s.Low) || c.superseded(s) }))
	}
}

// doneFor begins a sentence that says outright to what end something is done.
var doneFor = regexp.MustCompile(`^(?:(?:then|and|usually|mostly),? )?(?:this|that|it|all this|such checks|(?:we|they) do (?:this|it|so))(?:'s| is| was)? (?:\w+ )?(?:done |undertaken |looked at |viewed |opened |read |consulted )?(?:only |solely |mainly )?(?:so that|in order (?:to|that)|for the (?:purposes?|sake) of|with a view to)\b|^(?:we|they) do (?:this|it|so) (?:only |mainly )?to [a-z]+`)

func anyPurpose(sentence, purposeHit) bool { return true }

// toldOfListening are the sentences, wherever they stand, that tell what is
// followed of the body itself, with those that go on about it. A policy or an
// assessment that is enclosed says what is meant to be done, and an answer that is
// withheld nothing.
func (c *coder) toldOfListening() []sentence {
	texts := readProducts(c.products(), textsOf(c.reply), false)
	var out []sentence
	for i, s := range c.reply {
		heard := func(u useAt) bool {
			return u.use == useListening && (s.Low[u.start:u.end] != "reputation" || listeningDone.MatchString(s.Low))
		}
		goesOn := i > 0 && len(out) > 0 && out[len(out)-1].All() == c.inFull(c.reply[i-1]).All() && (aboutIt.MatchString(s.Low) || purposeSaid.MatchString(s.Low) || endCleft.MatchString(s.Low))
		if !c.superseded(s) && !ofScholars.MatchString(s.Low) && (goesOn || slices.ContainsFunc(texts.uses(i), heard)) {
			out = append(out, c.inFull(s))
		}
	}
	return out
}

// ofScholars matches what scholars study, which the body does not follow.
var ofScholars = regexp.MustCompile(`\b(?:researchers?|academics|lecturers?|scholars|members of (?:the|our|its) (?:school|department|faculty)|research (?:project|group|paper)s?|academic research|dissertations?|thes[ie]s)\b[^.;]*\b(?:stud(?:y|ies|ied|ying)|publish\w*|research\w*|analys\w+|wr(?:ite|ote|itten)|work\w* on|use[sd]?)\b`)

// listeningDone matches something that is done for a reputation, which a policy
// can have for its subject, too.
var listeningDone = regexp.MustCompile(`\b(?:is|are) used\b|\buses\b|\b(?:tool|software|product|service|posts|tweets)\b`)

// isEnd tells whether a purpose is said to be the end of what the sentence tells.
func isEnd(s sentence, h purposeHit) bool {
	return endSaid.MatchString(s.Low[:h.Start]) || endCleft.MatchString(s.Low)
}

// endCleft is a sentence that puts an end first: "It's our reputation that the
// exercise is about."
var endCleft = regexp.MustCompile(`^(?:it|that|this)(?: is|'s| was) (?:\w+ )?[^.,;]{3,60}? (?:that|which) (?:(?:the|this|all|such) [\w ]{2,30}?|it|this|we|they) (?:(?:is|are) (?:(?:all|mostly|mainly|really) )?(?:about|for|done for|meant for|concerned with)|serves?|(?:do|does) (?:it|this) for|have in (?:mind|view))\b`)

// doneInMatters tells whether a purpose is the kind of matter in which something
// is done: "looks in disciplinary matters".
func doneInMatters(s sentence, h purposeHit) bool { return inMatters.MatchString(s.Low[:h.Start]) }

var inMatters = regexp.MustCompile(`\b(?:in|for|as part of|in the course of|in connection with|during|on grounds of) (?:(?:the|its|our|an?|any|student|of|purposes?|sake|serious|some) )*$`)

var endSaid = regexp.MustCompile(`\b(?:describes?|regards?|calls?|sees?|treats?|thinks? of|speaks? of) (?:this|it|that) as\b|\b(?:so that|so as (?:not )?to|so (?:we|they|it|staff|officers|the [\w' ]{3,40}?) (?:can|may|will|knows?|sees?|is|are)\b|lest|in case|for fear (?:of|that)|mindful of|to avoid|to prevent|to stop|to deal with|in order (?:to|that)|as part of|for the (?:purposes?|sake) of|with (?:an eye|a view) to|in the interests? of|to (?:see|judge|know|learn|protect|guard|safeguard|manage|defend|look after|help|measure|gauge|evaluate))\b`)

// purposesOfWork are the sentences that name a purpose beside whoever does the
// work, in the answers on how it is done: "Registry, for disciplinary cases only".
func (c *coder) purposesOfWork() []sentence {
	var out []sentence
	c.each(func(a *answer) {
		if r := a.leaf.AppliesIf; r == nil || r.Variable != "monitors_students" || a.Disposition != answered || a.leaf.Document != "" || a.leaf.YesNo || len(a.leaf.Feeds) > 0 {
			return
		}
		for _, s := range a.parts {
			if workFor.MatchString(s.Low) {
				out = append(out, s)
			}
		}
	})
	return out
}

// besideWork tells whether a purpose is what the work is said to be for, and not
// the name of an office in the same list ("Registry, for disciplinary
// investigations; Marketing and Recruitment").
func besideWork(s sentence, h purposeHit) bool {
	return slices.ContainsFunc(workFor.FindAllStringIndex(s.Low, -1), func(m []int) bool {
		return h.End > m[0] && (h.Start <= m[1] || goesOnInList.MatchString(s.Low[m[1]:h.Start]))
	})
}

// goesOnInList matches what stands between two purposes of one list.
var goesOnInList = regexp.MustCompile(`^(?:,? and|,? or|,| &)? (?:the |student )?$`)

var workFor = regexp.MustCompile(`\b(?:in|during|in the course of|as part of) (?:an? |the |student |staff |serious )*(?:disciplin\w+|conduct|misconduct|welfare|safeguarding) (?:cases?|matters?|proceedings|investigations?|enquir(?:y|ies))\b|\b(?:for|for the (?:purposes?|sake) of)(?: the)?(?: student| staff)? (?:disciplin\w+|conduct|misconduct|welfare|well-?being|safeguarding|security|reputation\w*|investigat\w+|prevent|marketing|recruitment)\b`)

// saidOutright are the sentences that give a purpose in so many words, which
// count even beside an answer of its own.
func saidOutright(told []sentence) []sentence {
	return slices.DeleteFunc(told, func(s sentence) bool { return !purposeSaid.MatchString(s.Low) })
}

// practised keeps, under a plain no, what is told as done: what only may be
// done is then no practice with a purpose.
func (c *coder) practised(told []sentence) []sentence {
	if c.monitorsOverall() != no {
		return told
	}
	return slices.DeleteFunc(slices.Clone(told), func(s sentence) bool {
		at := lookVerb.FindStringIndex(s.Low)
		if at == nil {
			return true
		}
		return !assert(s.Low, at[0], at[1]).affirmed()
	})
}

// purposeNamed begins a sentence that names its purpose outright.
var purposeNamed = regexp.MustCompile(`^(?:the|our|its|their)(?: \w+)? (?:purposes?|aims?|reasons?|objects?|objectives?)(?: (?:each|every) time| in each case| throughout)? (?:is|are|was|were|of)\b|^(?:the|all|these|those|such|most|nearly all|almost all)(?: of (?:the|these|them|our))?(?: [a-z]+)? (?:cases|occasions|instances|matters|searches|checks|enquiries)(?: in (?:question|point))? (?:are|were|have been|concern\w*|relate\w* to|turn\w* on)\b`)

// purposesNamed are the sentences of the parent's answer that name a purpose.
func (c *coder) purposesNamed(a *answer) []sentence {
	if a.leaf.Parent == nil || c.answers[a.leaf.Parent.ID] == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(c.answers[a.leaf.Parent.ID].parts), func(s sentence) bool {
		return !purposeNamed.MatchString(s.Low)
	})
}

// purposeSaid matches a sentence that gives the purpose of what the sentence
// before it told.
var purposeSaid = regexp.MustCompile(`^(?:the|our|its|this|that|it)\b(?: \w+){0,3} (?:purposes?|aims?|reasons?|objects?|objectives?)\b|^(?:this|that|it) serves\b|^(?:we|they|it|the [\w' ]{3,40}?) (?:describes?|regards?|calls?|sees?|treats?|thinks? of|speaks? of) (?:this|it|that) as\b|^(?:this|that|it|we do (?:this|it|so)) (?:is |was )?(?:done |used |meant |intended )?(?:to|for|so that|in order to)\b`)

// goingOn are sentences as they stand in full in their answers, where a page
// may break them, each with the one behind it that gives its purpose.
func (c *coder) goingOn(told []sentence) []sentence {
	var out []sentence
	for i, s := range c.reply {
		has := func(s sentence) bool {
			return slices.ContainsFunc(told, func(o sentence) bool { return o.All() == s.All() })
		}
		before := c.reply[max(0, i-3):i]
		if has(s) || purposeSaid.MatchString(s.Low) && slices.ContainsFunc(before, has) {
			out = append(out, c.inFull(s))
		}
	}
	return out
}

// inFull is a sentence of the reply as its answer has it.
func (c *coder) inFull(s sentence) sentence {
	at := s.All()
	for _, id := range s.own {
		for _, p := range c.answers[id].parts {
			if all := p.All(); all.Ref == at.Ref && all.Start <= at.Start && at.Start < all.End {
				return p
			}
		}
	}
	return s
}
