package code

import (
	"regexp"
	"strings"
)

// retentionScope is a kind of record; the first whose words stand in the rule
// has it, so the narrower come first.
type retentionScope struct {
	code    string
	pattern *regexp.Regexp
}

var retentionScopes = []retentionScope{
	{"prevent_record", regexp.MustCompile(`(?i)\b(?:prevent (?:\w+ )?(?:record|case|note|referral|file|concern|log|matter|lead|register|data|information|team)s?|prevent:|prevent,|channel|^prevent\b)|\bfor prevent\b|\bPrevent\b`)},
	{"disciplinary_record", regexp.MustCompile(`(?i)\b(?:disciplin\w+|(?:student )?conduct|misconduct|proctors?'?|penalt(?:y|ies)|hearings?|tribunals?|(?:appeal|panel) (?:determinations?|decisions?)|sanction\w*|expulsions?)\b`)},
	{"complaint_record", regexp.MustCompile(`(?i)\b(?:complaints? (?:\w+ )?(?:e-?mail|letter|record|file|paper|case|correspondence|documentation|material|log|register|form)s?|(?:papers|files?|records?|documents|correspondence|material)\b[^.;,]{0,30}\bcomplaints?|\bcomplaints?\b[^.;]{0,30}\b(?:files?|papers|folder|correspondence)|\bwith (?:the|each|that|any) (?:student )?complaint\b|\breports? of concern\b|\b(?:if|where|when) (?:it|they|that|this|(?:the|a) complaint)(?:'s| is| are| was| were)? (?:dismissed|rejected|not upheld|unfounded|unsubstantiated)\b|^(?:\W*\w{1,2}[.)] )?(?:\w+ )?complaints?(?: \([^)]*\)| (?:about|by|from|against|of) [^.;:]{3,40})?(?: are| is|:|,|$|\t))`)},
	{"marketing_data", regexp.MustCompile(`(?i)\b(?:marketing|campaign\w*|communications? reports?|press (?:reports?|cuttings)|media (?:monitoring )?reports?|media coverage|analytics|(?:insight|brand|monthly|weekly|social media) reports?|digests?)\b`)},
	{"other", regexp.MustCompile(`(?i)\b(?:safeguarding|well-?being|welfare|security incident|incident)(?: \w+)? ?(?:records?|concerns?|files?|logs?|reports?|notes?|cases?)\b|\b(?:records?|files?|notes|logs?|reports?) (?:of|on|about|held by|kept by) (?:the |our |a )?(?:student )?(?:safeguarding|well-?being|welfare|security|counselling|support)\b|\b(?:register|occurrence book|day ?book|log ?book)\b|\b(?:statistics|statistical (?:data|returns?|reports?))\b`)},
	{"student_record", regexp.MustCompile(`(?i)\bstudents?'?s? (?:\w+ )?(?:records?|files?)\b`)},
	{"social_media_data", regexp.MustCompile(`(?i)\b(?:screen-?shots?|screen ?captures?|posts?|tweets?|mentions?|search(?:es)?(?: results)?|results|captures?|social (?:media|network\w*)|observation log|listening|streams?|feeds?|whatever we saved)\b`)},
}

var (
	caseFile     = regexp.MustCompile(`(?i)\b(?:case(?:work)? (?:file|record|paper|note|material)s?|(?:the|that|this|whole|entire) (?:file|case|record|report|form|note|paper|document|folder)s?|investigation (?:file|record|paper|report)s?|(?:those|these|they|it|them) (?:is|are)|(?:such|these|those) (?:notes?|papers?|files?|records?|cases?|materials?|documents?)|evidence)\b`)
	namedFile    = regexp.MustCompile(`(?i)\b(?:case(?:work)? (?:file|record|paper|note|material)s?|(?:the|that|this|whole|entire) (?:file|case|record|report)s?|investigation (?:file|record|paper|report)s?|evidence)\b`)
	bareCaseFile = regexp.MustCompile(`(?i)\b(?:case(?:work)?|investigation) (?:file|record|paper)s?\b`)
	exceptTail   = regexp.MustCompile(`(?i),? (?:unless|except|save) .*$`)
)

// doneBy is who acts, which is not what is kept: "screenshots taken by the
// Conduct Office".
var doneBy = regexp.MustCompile(`(?i)\bby (?:the |our |its |a )?(?:[\w-]+ ){0,3}?(?:proctors?|panel|committee|office|team|board|staff|officers?|lead|unit)\b`)

// quotedSpeaker is who is quoted, who need not keep what is spoken of: "From
// Marketing: \"Results are deleted …".
var quotedSpeaker = regexp.MustCompile(`^\W*(?:From )?(?:[Tt]he )?[A-Z][\w&' -]{2,50}(?: (?:writes?|says?|adds?|states?|repl(?:y|ies)|tells? (?:us|me)))?: ?"`)

// notPartOf is what the data is said not to be: "screenshots not used in a
// disciplinary case are …".
var notPartOf = regexp.MustCompile(`(?i)\b(?:not|never|irrelevant|without)\b[^,;:]*?(?: (?:is|are|will be|would be) |[:,]|$)`)

// scope names the kind of record that region speaks of. A region that says only
// "the file" or "it" takes the kind from the nearest sentence before it.
func (c retentionContext) scope(region string) string {
	own := exceptTail.ReplaceAllString(strings.TrimSpace(titleCitation.ReplaceAllString(region, " ")), "")
	own = doneBy.ReplaceAllString(own, " ")
	own = quotedSpeaker.ReplaceAllString(notPartOf.ReplaceAllString(own, " "), "")
	code := scopeIn(own)
	if code != "" && !(code == "social_media_data" && namedFile.MatchString(beforeEvent(own))) {
		return code
	}
	if caseFile.MatchString(own) || len(strings.Fields(own)) < 9 && !deleteWord.MatchString(own) {
		for i := c.at; i >= 0; i-- {
			before := titleCitation.ReplaceAllString(c.all[i].Text, " ")
			if i == c.at {
				before = titleCitation.ReplaceAllString(before[:max(0, strings.Index(before, region))], " ")
			}
			if found := scopeIn(before); found != "" && found != "social_media_data" {
				return found
			}
		}
		if bareCaseFile.MatchString(own) || c.at > 0 && scopeIn(region) == "" && namedFile.MatchString(own) && bareCaseFile.MatchString(c.all[c.at-1].Text) {
			return "disciplinary_record" // a case file without a name is a conduct file here
		}
	}
	return "social_media_data"
}

// beforeEvent cuts off the event that a keeping is counted from: "deleted when
// the case is closed" does not say that the case file is deleted.
func beforeEvent(region string) string {
	if m := deleteWord.FindStringIndex(region); m != nil {
		if e := triggerMarker.FindStringIndex(region[m[1]:]); e != nil {
			return region[:m[1]+e[0]]
		}
	}
	return region
}

func scopeIn(text string) string {
	for _, s := range retentionScopes {
		if s.pattern.MatchString(text) {
			return s.code
		}
	}
	return ""
}
