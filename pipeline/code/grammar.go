package code

import (
	"slices"
	"strings"
)

// Closed classes of English words that scope needs. They are lists on purpose:
// a tagger would be more complete and less predictable.

func contextSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

var (
	// subjectAfter are the words and marks a subject can follow.
	subjectAfter = contextSet(", ; : ( - and but that while whilst whereas if when where although though because or what which so whether nor as unless")
	beForms      = contextSet("is are was were be been being")
	// midAdverbs can stand between an auxiliary and its verb.
	midAdverbs = contextSet("also ever yet then now either even itself always often soon")
	// lyNouns end in -ly and are none.
	lyNouns = contextSet("apply supply reply rely only family imply comply assembly july italy monthly weekly daily")
	// irregularParticiples are the irregular ones; regular ones end in -ed.
	irregularParticiples = contextSet("done held made kept taken given seen used known sought bought undertaken passed found chosen shown written drawn put set run built sent shared got felt read begun let told paid brought heard")
	// subordinators begin a clause that a comma closes.
	subordinators = contextSet("if when where once should after before until unless as since although though while whilst were")
	// contrasters begin a phrase without a verb of its own that a comma closes.
	contrasters = contextSet("rather instead without unlike besides order")
	relatives   = contextSet("who which that whose whom")
	// subjectPronouns are subjects by themselves.
	subjectPronouns = contextSet("we it they there he she i you nobody everybody anyone everyone")
	// subjectDeterminers begin a subject.
	subjectDeterminers = contextSet("the our its a an this these those any all such no some each every both another their your one neither")
	// finiteVerbs are verbs that only a subject can take.
	finiteVerbs = contextSet("includes include is are was were has have had do does did will would shall should may might can could must uses monitors looks follows keeps holds relies employs runs takes makes receives remains publishes subscribes covers applies searches responds provides contains records retains deletes checks reads conducts undertakes considers collects gathers acts deals works gives shows came went became")
	// mainVerbs are finite and never follow another auxiliary.
	mainVerbs = contextSet("is are was were has will would can may must does did")
	// pluralSubjects are subjects without a final s, behind which a bare verb is finite.
	pluralSubjects = contextSet("staff we they police people team marketing communications")
	// bareVerbs are finite behind a plural.
	bareVerbs = contextSet("use monitor look follow keep hold rely employ run take make receive remain publish subscribe cover apply search respond provide contain record retain delete check read conduct undertake consider collect gather act deal work give")
	// sayingVerbs are followed by what is said, behind "that".
	sayingVerbs = contextSet("say says said state states stated confirm confirms confirmed add adds added note notes advise advises advised clear tell tells told understand believe aware me us")
	monthWords  = contextSet("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec")
)

func isAdverb(w string) bool {
	return midAdverbs[w] || len(w) > 4 && strings.HasSuffix(w, "ly") && !lyNouns[w] || w == "currently" || w == "presently"
}

func isParticiple(w string) bool {
	return irregularParticiples[w] || len(w) > 4 && strings.HasSuffix(w, "ed") && w != "indeed" && w != "need"
}

// dateClass is "#" for a year or a month, "%" for a day of the month, else "".
func dateClass(w string) string {
	if monthWords[w] {
		return "#"
	}
	digits := strings.TrimRight(w, "stndrh")
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return ""
	}
	switch {
	case len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20"):
		return "#"
	case len(digits) <= 2 && digits <= "31":
		return "%"
	}
	return ""
}

// addClauseWalls puts a wall before each new clause with a subject or a finite
// verb of its own: ", the University uses", "and we follow", "and is kept". The
// sentence so far must have a verb, or else "and" joins two subjects ("Facebook
// and Twitter are not searched").
func (s *contextSentence) addClauseWalls(taken []bool) {
	verb := false   // a clause has its verb before this word
	opened := false // or a clause or phrase has begun that a comma closes
	aside := false  // in a relative clause or a contrast
	for i, w := range s.words {
		switch {
		case w.text == ";":
			verb, opened, aside = false, false, false
		case w.text == "," || w.text == ":" || w.text == "and" || w.text == "or":
			comma := w.text == "," || w.text == ":"
			if (verb || comma && (opened || aside)) && !taken[i] && s.clauseAt(i, aside) {
				s.walls = append(s.walls, contextWall{at: i, spares: s.spared(i)})
			}
			aside = i+1 < len(s.words) && (relatives[s.words[i+1].text] || s.words[i+1].text == "not")
		case w.text == "that" && i > 0 && sayingVerbs[s.words[i-1].text]:
			verb = false // "I can confirm that profiling, the …": what is said is a clause of its own
		case finiteVerbs[w.text], subjectPronouns[w.text], isParticiple(w.text):
			verb = true
		case subordinators[w.text], contrasters[w.text]:
			opened = true
		}
	}
}

// addRelativeWalls puts a wall where a relative clause without commas gives way
// to the verb of its main clause: "Students who do not agree | are told".
func (s *contextSentence) addRelativeWalls() {
	verbs, start := -1, 0 // finite verbs since the relative pronoun, -1 outside; its place
	for i, w := range s.words {
		switch {
		case relatives[w.text]:
			verbs, start = 0, i
		case verbs < 0:
		case strings.Contains(",;:()", w.text), subjectPronouns[w.text], pluralSubjects[w.text], w.text == "and", w.text == "or":
			verbs = -1
		case verbs == 0 && (finiteVerbs[w.text] || bareVerbs[w.text]):
			verbs = 1
		case verbs > 0 && mainVerbs[w.text] && !relatives[s.words[i-1].text]:
			s.walls = append(s.walls, contextWall{at: i, spares: crossing, since: start})
			verbs = -1
		}
	}
}

// spared are the kinds of cue that cross the wall at word i: a condition, and
// where the subject stays the same ("The Union … and uses") whose doing it is.
func (s *contextSentence) spared(i int) cueKind {
	if i+1 < len(s.words) && finiteVerbs[s.words[i+1].text] {
		return crossing | others
	}
	return crossing
}

// clauseAt tells whether a clause begins behind the comma or conjunction at i.
// Behind a relative clause its verb alone marks it.
func (s *contextSentence) clauseAt(i int, aside bool) bool {
	j := i + 1
	joined := s.words[i].text == "and" || aside
	for j < len(s.words) && (s.words[j].text == "and" || s.words[j].text == "then" || isAdverb(s.words[j].text)) {
		joined = joined || s.words[j].text == "and"
		j++
	}
	if j >= len(s.words) {
		return false
	}
	if joined && s.pastBegins(j) {
		return true
	}
	first := s.words[j].text
	limit := 3
	switch {
	case subjectPronouns[first] && first != "you":
		return true
	case subjectDeterminers[first]:
		limit = 7
	case finiteVerbs[first]:
		return joined && first != "was" && first != "were" && first != "had"
	}
	return s.verbWithin(j, limit)
}

// verbWithin looks for the finite verb of a subject that begins at word j.
func (s *contextSentence) verbWithin(j, limit int) bool {
	for k := j + 1; k < len(s.words) && k <= j+limit; k++ {
		w, before := s.words[k].text, s.words[k-1].text
		switch {
		case strings.Contains(",;:()", w), subordinators[w], relatives[w], w == "to":
			return false
		case finiteVerbs[w]:
			return true
		case bareVerbs[w] && (pluralSubjects[before] || strings.HasSuffix(before, "s")):
			return true
		}
	}
	return false
}

// pastBegins tells whether a time in the past begins at word j: "and until 2018
// …" opens a clause.
func (s *contextSentence) pastBegins(j int) bool {
	return slices.ContainsFunc(s.cues, func(m contextMatch) bool { return m.from == j && m.cue.kind == pastens && m.cue.dir == both })
}
