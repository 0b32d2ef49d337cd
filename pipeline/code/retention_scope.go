package code

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// What a rule is about is found as a reader finds it. The place where a thing is
// filed says more than what the thing was ("a screenshot goes on the conduct
// file"), the thing more than the condition ("where there is a hearing, …"), and
// that more than the event which the time runs from. A pronoun, "the file" or
// "those papers" point to what the clause before left as its topic.

const (
	ifWord   = `(?:if|where|should|in (?:the event|cases?)|when(?:ever)?|once|unless|otherwise|failing that)`
	thenVerb = `(?:\w+ly )?(?:is|are|was|were|will|would|goes?|stays?|remains?|keeps?|deletes?|destroys?|disposes?|removes?|gets?)\b`
)

// ruleParts are the parts of a rule that can name the records.
type ruleParts struct {
	label  string // heading in front: "Casework: screenshots are …"
	when   string // condition
	denied bool   // the condition says that nothing came of it
	theme  string // what is kept, with its verb
	agent  string // by whom it was made: "by the Prevent Lead"
	event  string // what the time runs from
}

var (
	// filing puts a thing into what is then kept; the words behind it name it.
	filing = regexp.MustCompile(`(?i)\b(?:(?:go(?:es|ne)?|put|puts|placed?|places|file[sd]?|kept|keeps?|held|holds?|stored?|stays?|remains?|live[sd]?|lives|sits?|sat|added|adds?|attach(?:ed|es)?|transferred|moved|copied|saved|appended|pinned|entered|retained|preserved|logged|noted|write[s]?|written|made|makes?|ends?)\b(?: (?:[\w-]+)){0,4}? (?:on to|onto|on|in to|into|in|to|with|within) |(?:becom(?:es?|ing)|form(?:s|ing)?|(?:is|are|being|made)) (?:a )?part of |join(?:s|ed|ing)? |turn(?:s|ed|ing)? into |becom(?:es?|ing) )(?:(?:the|a|an|any|that|our|his|her|their|its|such|each) )?([^,;:.]{3,60})`)
	// fileHead tells a file, by any name, from other places: "in the tool".
	fileHead = regexp.MustCompile(`(?i)^((?:[\w'-]+ ){0,4}?(?:files?|records?|papers|paperwork|folders?|dossiers?|case|evidence|complaint|bundle|register|incident report)\b(?: (?:of|on|about|before|for|in) [^,;:.]*)?)`)
	// bareCase is a case file without a name, which is a conduct file here.
	bareCase = regexp.MustCompile(`(?i)\b(?:proven|proved|unproven|closed|concluded|upheld|minor|serious|major) cases\b|\b(?:case(?:work)?|investigation|investigator's|investigating officer's) (?:file|record|paper|note|material|report)s?\b|\bpapers (?:of|in) (?:the|that|a) case\b`)
	// logPlace is where an observation is noted: what is noted stays what it is.
	logPlace = regexp.MustCompile(`(?i)\b(?:log|log ?book|register|spreadsheet|database),? (?:in|on|into) which [^;.]{3,60} (?:entered|noted|recorded|logged|written|put)\b|\b(?:entered|noted|recorded|logged|written) (?:up )?(?:on|in|into) (?:the |our |a )?(?:[\w-]+ ){0,2}?(?:log|log ?book|register|spreadsheet|database)\b`)

	plainPointer = regexp.MustCompile(`(?i)\b(?:it|they|them|this|these|those|that|both|one|ones|the (?:latter|former|rest|others|whole|same))\b`)
	filePointer  = regexp.MustCompile(`(?i)^\W*(?:and |both of |all of |some of )?which\b|\b(?:(?:the|that|this|those|these|such|whole|entire|all) (?:\w+ )?(?:files?|papers|paperwork|records?|folders?|notes?|forms?|reports?|documents?|cases?|entr(?:y|ies)|material|evidence)|(?:records?|files?|papers|notes|reports) of (?:that|this) (?:kind|sort|type))\b|^\W*(?:files?|papers|records|folders|reports|forms|evidence|cases)\b`)

	// besidePointer is a pronoun behind a preposition, which points to a place or
	// a companion and not to what is kept: "drop out of it", "with the date on it".
	besidePointer = regexp.MustCompile(`(?i)\b(?:out of|off|from|with|in|on|about|into|onto|to|by|at|within|through|under|behind|beside|against) (?:it|them|this|that|these|those|one)\b`)

	// openingIfs are conditions in front, closed by a comma, by a pronoun with its
	// verb, or, once they have a verb themselves, by a noun with its verb.
	openingIfs = []*regexp.Regexp{
		regexp.MustCompile(`(?i)^(\W*(?:and |but )?` + ifWord + `\b[^,;]*),`),
		regexp.MustCompile(`(?i)^(\W*(?:and |but )?` + ifWord + `(?: [^\s,;]+)+?) (?:it|they|this|these|those|we|staff) ` + thenVerb),
		regexp.MustCompile(`(?i)^(\W*(?:and |but )?` + ifWord + `\b[^,;]*?\b(?:is|are|was|were|do|\w{3,}(?:ed|s))\b[^,;]*?) (?:the|any|its|an?|such) (?:[\w-]+ ){1,4}?` + thenVerb),
	}
	laterIf = regexp.MustCompile(`(?i)[ ,](?:if|where|provided)\b[^,;]*$`)
	// deniedIf marks a condition under which nothing came of the matter.
	deniedIf = regexp.MustCompile(`(?i)\b(?:not|never|no|none|nothing|nobody|without|irrelevant|otherwise|failing that|dismiss(?:es|ed)|unfounded)\b|n't\b`)
	// unlessOpen opens the case in which the rule does not hold, if thenInstead does
	// not say what holds then: "unless needed for a case, when it is kept for …".
	unlessOpen  = regexp.MustCompile(`(?i)^\W*(?:and |but )?unless\b`)
	thenInstead = regexp.MustCompile(`(?i)^\W*(?:when|where|whereupon|then|in (?:which|that) (?:case|event))\b`)
	// notPartOf is what the data is said not to be: "screenshots not used in a
	// disciplinary case are …".
	notPartOf  = regexp.MustCompile(`(?i)(?:\b(?:(?:on|in|to|of|about|for) )?(?:which|that|whom) (?:[\w'-]+ ){0,6}?)?\b(?:(?:not|never|no|none|nothing|irrelevant|without)\b|\w+n't\b)(?: [\w'-]+)?[^,;:]*?(?: (?:is|are|will be|would be|go(?:es)?|stays?) |[:,]|$)`)
	exceptTail = regexp.MustCompile(`(?i),? (?:unless|except|save|bar|other than|apart from) .*$`)
	// doneBy is who acts, which is not what is kept: "screenshots taken by the
	// Conduct Office".
	doneBy = regexp.MustCompile(`(?i)\bby (?:the |our |its |a )?(?:[\w-]+ ){0,3}?(?:proctors?|panel|committee|office|team|board|staff|officers?|lead|unit|service)\b`)
	// notBound is a limit in the form of a denial: "not less than".
	notBound = regexp.MustCompile(`(?i)\b(?:not|no) (?:less|more|fewer|later|longer|earlier) than\b`)
	// leadConjunction joins a rule to the one before it; "while" dates nothing there.
	leadConjunction = regexp.MustCompile(`(?i)^\W*(?:while|whilst|whereas|although|though) `)
	// supportTeam has files of its own, which it may call its notes.
	supportTeam = regexp.MustCompile(`(?i)\b` + supportWord + ` (?:team|service|office|unit|department|staff|advisers?|lead|officers?)\b`)
	// companion is what hangs on the thing that is kept: "with the notes on them".
	companion = regexp.MustCompile(`(?i),? (?:along |together )?(?:with|and|including) (?:the|any|all|its|their) (?:\w+ ){1,2}(?:on|about|of|in|to|attached to) (?:it|them|these|those)\b,?`)
	// quotedSpeaker is who is quoted, who need not keep what is spoken of: "From
	// Marketing: \"Results are deleted …".
	quotedSpeaker = regexp.MustCompile(`^\W*(?:From )?(?:[Tt]he )?[A-Z][\w&' -]{2,50}(?: (?:writes?|says?|adds?|states?|repl(?:y|ies)|tells? (?:us|me)))?: ?"`)
	// frontedTopic is what a sentence is about, put in front of it: "For complaints the
	// time is two years".
	frontedTopic = regexp.MustCompile(`(?i)^\W*(?:for|as (?:for|to|regards)|in respect of|in the case of|with) ([^,;:]{3,50}?)(?:,| (?:the|it|this|that|a|we|they|\d)\b)`)
	headLabel    = regexp.MustCompile(`^\W*([A-Z][\w&' -]{1,40}): `)
	// eventOpens opens the event that a deletion waits for.
	eventOpens = regexp.MustCompile(`(?i)\b(?:once|when|after|following|upon|as soon as|(?:from|on|at) (?:the )?(?:date|day|time|moment|completion|conclusion|close|closure|end|expiry|graduation|leaving|receipt|capture|collection))\b`)
	elseThings = regexp.MustCompile(`(?i)\b(?:(?:any|every)thing else|all else|(?:any|all) other (?:material|data|images|copies|content))\b`)
	// maker says who makes a thing, which is not who keeps it: "the spreadsheets which
	// Marketing exports".
	maker         = regexp.MustCompile(`\b(?:which|that) (?:[\w'-]+ ){1,3}?\w+s\b`)
	pressTeam     = regexp.MustCompile(`(?i)\b(?:press|marketing|communications?|media|publicity)\b`)
	marketingWord = regexp.MustCompile(`\b[Mm]arketing\b`)
	// wholeFile is a file that is there even where nothing came of the matter.
	wholeFile = regexp.MustCompile(`(?i)\b(?:the|that|this|those|these|such|whole) (?:\w+ )?(?:files?|records?|folders?|dossiers?)\b`)
	// madeFile is a file or note, which is of the kind of who made it; a capture is not.
	madeFile = regexp.MustCompile(`(?i)\b(?:notes?|records?|files?|papers|reports?|logs?|forms?|folders?|minutes)\b`)
	// forRecords names the records behind their length.
	forRecords = regexp.MustCompile(`(?i)\b(?:for|in respect of|in the case of) [^,;]*`)
	// reportShut is the end of what somebody reported, ahead of any case.
	reportShut = regexp.MustCompile(`(?i)\bclos\w+ (?:of )?(?:the|that|a) (?:report|complaint)\b|\b(?:report|complaint) (?:is|has been|was) closed\b`)
)

// scope names the kind of record that region, a part of the sentence, sets the
// rule for.
func (c retentionContext) scope(region string) string {
	p := readRule(region)
	if file := filedIn(p.theme); file != "" && !logPlace.MatchString(p.theme) {
		if code := cmp.Or(filedKind(file), filedKind(p.theme), c.fileKind(p, region)); code != "" {
			return code
		}
	}
	code := kindIn(p.theme)
	switch {
	case code != "" && logPlace.MatchString(p.theme):
		return "social_media_data"
	case code == "social_media_data" && !p.denied && filedKind(p.when) != "":
		return filedKind(p.when)
	case code == "social_media_data" && filePointer.MatchString(p.theme):
		if found := c.fileKind(p, region); found != "" {
			return found
		}
		return code
	case code != "":
		return code
	case p.denied && ownVerb(p.theme) && !wholeFile.MatchString(p.theme):
		if reportShut.MatchString(p.event) || filedKind(p.when) == "complaint_record" {
			return "complaint_record"
		}
		return "social_media_data"
	}
	return c.unnamedKind(p, region)
}

// unnamedKind is the kind of a rule that names no record where the record
// stands.
func (c retentionContext) unnamedKind(p ruleParts, region string) string {
	if elseThings.MatchString(region) {
		return "social_media_data" // beside what goes on a file
	}
	if code := cmp.Or(kindIn(forRecords.FindString(p.event)), c.fileKind(p, region)); code != "" {
		return code
	}
	if madeFile.MatchString(p.theme) && supportTeam.MatchString(p.theme+p.agent) {
		return "other"
	}
	if code := filedKind(p.agent); code != "" && madeFile.MatchString(p.theme) {
		return code // "notes made by the Prevent Lead"
	}
	if code := filedKind(p.event); code != "" && !deleteWord.MatchString(p.theme) {
		return code
	}
	if madeFile.MatchString(p.theme) && pressTeam.MatchString(p.agent) || marketingWord.MatchString(maker.ReplaceAllString(p.theme+p.event, " ")) {
		return "marketing_data" // kept by Marketing, of whatever kind
	}
	return "social_media_data"
}

// fileKind is the kind of a file that is not named in full: what the condition
// or the heading says, or what was spoken of before.
func (c retentionContext) fileKind(p ruleParts, region string) string {
	if code := filedKind(p.when); code != "" && (!p.denied || code == "complaint_record") {
		return code // a complaint has its file though nothing came of it
	}
	if code := kindIn(p.label); code != "" && (code != "social_media_data" || filedIn(p.theme) == "") {
		return code
	}
	if code := c.antecedent(region, p.theme); code != "" {
		return code
	}
	if itsFile.MatchString(p.theme) && complaintHead.MatchString(p.when) {
		return "complaint_record"
	}
	if bareCase.MatchString(p.theme) || itsFile.MatchString(p.theme) && caseHead.MatchString(p.when) {
		return "disciplinary_record"
	}
	return ""
}

// itsFile is the file of what a condition in front speaks of, caseHead a case there and
// complaintHead a complaint:
// "once a case has been closed, its file is …".
var (
	itsFile       = regexp.MustCompile(`(?i)\b(?:its|their|the|that) (?:\w+ )?(?:files?|papers|records?|folders?)\b`)
	complaintHead = regexp.MustCompile(`(?i)\bcomplaints?\b`)
	caseHead      = regexp.MustCompile(`(?i)\b(?:cases?|investigations?)\b`)
)

// antecedent is the kind of record that a pronoun or "the file" in theme points
// to, "" where it points to none. A pronoun takes the nearest topic; a file is
// sought further back than the data that went on it.
func (c retentionContext) antecedent(region, theme string) string {
	theme = besidePointer.ReplaceAllString(theme, " ")
	file := filePointer.MatchString(theme) || filedIn(theme) != ""
	if !file && !plainPointer.MatchString(theme) && hasVerb(theme) {
		return ""
	}
	nameless := false
	for i := c.at; i >= 0; i-- {
		before := c.all[i].Text
		if i == c.at {
			before = before[:max(0, strings.Index(before, region))]
		}
		code, bare := topicOf(before)
		if code != "" && (code != "social_media_data" || !file && !bare) {
			return code
		}
		nameless = nameless || bare
	}
	if nameless {
		return "disciplinary_record"
	}
	return ""
}

// ownClause is the last main clause of a theme where that names what is kept: in
// "the Conduct Office uses the tool, and posts in it are deleted" it is posts.
func ownClause(theme string) string {
	m := mainClause.FindAllStringIndex(theme, -1)
	if m == nil {
		return theme
	}
	at := m[len(m)-1]
	rest := theme[at[1]:]
	if hasVerb(theme[:at[0]]) && ownVerb(rest) && kindIn(rest) != "" && filedIn(rest) == "" && !filePointer.MatchString(rest) {
		return rest
	}
	return theme
}

// mainClause opens a main clause behind another.
var mainClause = regexp.MustCompile(`(?i)(?:;|, (?:and|but|so|while|whereas)) `)

// hasVerb tells whether a theme is a clause, and no mere ellipsis: "and for six
// years", "last action + 7".
func hasVerb(theme string) bool {
	return ownVerb(theme) || slices.ContainsFunc(contextWords(strings.ToLower(theme)), func(w contextWord) bool { return finiteVerbs[w.text] })
}

// topicOf is the kind of record that a clause leaves as what is spoken of: where
// things went, or else what it names. bare tells of a case file without a name.
func topicOf(text string) (code string, bare bool) {
	text = exceptTail.ReplaceAllString(titleCitation.ReplaceAllString(text, " "), "")
	bare = bareCase.MatchString(text)
	if code := filedKind(filedIn(text)); code != "" {
		return code, bare
	}
	return kindIn(notPartOf.ReplaceAllString(text, " ")), bare
}

// filedIn is the file that a clause puts things in, "" for none.
func filedIn(text string) string {
	for _, m := range filing.FindAllStringSubmatch(text, -1) {
		if f := fileHead.FindString(m[1]); f != "" {
			return f
		}
	}
	return ""
}

// readRule parts a rule.
func readRule(region string) ruleParts {
	var p ruleParts
	own := exceptTail.ReplaceAllString(strings.Trim(titleCitation.ReplaceAllString(region, " "), " ;,"), "")
	if m := quotedSpeaker.FindString(own); m != "" {
		p.label, own = m, own[len(m):]
	}
	if m := headLabel.FindStringSubmatch(own); m != nil && ownVerb(own[len(m[0]):]) {
		p.label, own = m[1], own[len(m[0]):]
	}
	if m := frontedTopic.FindStringSubmatch(own); m != nil {
		p.label = m[1]
	}
	own = leadConjunction.ReplaceAllString(notBound.ReplaceAllString(own, "up to"), "")
	p.when, own = splitCondition(own)
	instead := thenInstead.MatchString(own)
	own, p.event = splitEvent(own)
	if m := laterIf.FindStringIndex(p.event); m != nil {
		p.when += p.event[m[0]:]
	}
	p.denied = deniedIf.MatchString(p.when) || deniedIf.MatchString(p.label) || unlessOpen.MatchString(p.when) && !instead
	own = bracketed.ReplaceAllString(own, " ")
	p.agent = doneBy.FindString(own)
	p.theme = ownClause(notPartOf.ReplaceAllString(companion.ReplaceAllString(doneBy.ReplaceAllString(own, " "), " "), " "))
	return p
}

// splitCondition parts the condition in front from the rule.
func splitCondition(own string) (when, rest string) {
	end := len(own) + 1
	for _, r := range openingIfs {
		if m := r.FindStringSubmatchIndex(own); m != nil {
			end = min(end, m[3])
		}
	}
	if end > len(own) {
		return "", own
	}
	return own[:end], own[end:]
}

// splitEvent parts what is kept from the time and the event it is counted from:
// "deleted when the case is closed" does not say that the case file is deleted.
func splitEvent(own string) (theme, event string) {
	at := len(own)
	if d := keepingTimes(own); len(d) > 0 {
		at = d[0].Start
	}
	if m := deleteWord.FindStringIndex(own); m != nil && m[1] < at {
		if e := eventOpens.FindStringIndex(own[m[1]:at]); e != nil {
			at = m[1] + e[0]
		}
	}
	if m := keptUntil.FindStringIndex(own[:at]); m != nil {
		at = m[0]
	}
	return own[:at], own[at:]
}
