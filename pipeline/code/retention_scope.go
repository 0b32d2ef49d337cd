package code

import (
	"regexp"
	"strings"
)

// retentionTrigger is an event from which a keeping time is counted.
type retentionTrigger struct {
	code    string
	pattern *regexp.Regexp
}

var retentionTriggers = []retentionTrigger{
	{"academic_year_end", regexp.MustCompile(`(?i)\b(?:end of (?:the |that |each |an )?(?:current |relevant )?(?:academic|financial|calendar|school)? ?(?:year|session)|(?:academic|financial|calendar) year(?:'s)? (?:end|ends|in which)|current (?:academic |financial )?year|CAY)\b`)},
	{"end_of_relationship", regexp.MustCompile(`(?i)\b(?:leaves?|left|leaving|leavers?|graduat\w+|withdraw(?:s|n|al|ing)?|departure|departs|ceas\w+ to be|finish(?:es|ed)? (?:(?:their|his|her|the) )?(?:course|studies|degree)|complet\w+ (?:of )?(?:(?:their|his|her|the) )?(?:course|studies|programme|degree)|end of (?:the )?(?:student's? )?(?:student )?(?:relationship|registration|studies|course|enrolment|programme|time at)|last attendance|(?:end|termination) of (?:the )?student relationship|no longer a student|student's (?:registration|studies|course) ends?)\b`)},
	{"case_closed", regexp.MustCompile(`(?i)\b(?:clos(?:e|es|ed|ing|ure)|conclu(?:de|des|ded|sion)|resol(?:ved|ution)|settled|determined|decided|outcome|final decision|(?:end|completion) of (?:the |an? |any )?(?:[\w-]+ ){0,2}(?:case|investigation|process|procedure|proceedings|matter|complaint|appeal|hearing|enquiry|inquiry)|(?:case|investigation|process|procedure|proceedings|matter|complaint|appeal|hearing|enquiry|inquiry) (?:is |has |has been |was |are |have been )?(?:lasts?|ends?|ended|over|finish(?:es|ed)|completed?|complete|heard|dealt with|continues|open|ongoing|under way|in progress)|(?:duration|length|lifetime|life) of (?:the |an? |any )?(?:[\w-]+ ){0,2}(?:case|investigation|process|matter|complaint|enquiry))\b`)},
	{"last_action", regexp.MustCompile(`(?i)\b(?:last|latest|most recent|final) (?:\w+ )?(?:action|entry|contact|activity|correspondence|update|note|use|amendment|step|event|intervention)\b`)},
	{"collection", regexp.MustCompile(`(?i)\b(?:collect\w*|captur\w+|gather\w*|taken|obtained|creat(?:ed|ion)|downloaded|saved|posted|publication|published|made|recorded|acquired|viewed|found|received|fetched|retriev\w+|rolling|(?:of|the) (?:search|post|capture|posting|screenshot))\b`)},
}

// triggerAside ends what can name the event of a length before it.
var triggerAside = regexp.MustCompile(`(?i)[,;(]? (?:unless|except|whereas|depending)\b|\(`)

var triggerMarker = regexp.MustCompile(`(?i)\b(?:once|when|after|following|from|upon|on|as soon as|if)\b`)

// triggerOf names the event of the length at bytes [start, end) of region. The
// first event after the length is it; before it an event counts with a marker
// ("once the case is closed …") or a plus sign ("last action + 6").
func triggerOf(region string, start, end int, yearEnd bool) string {
	if yearEnd {
		return "academic_year_end"
	}
	tail := region[end:]
	if m := triggerAside.FindStringIndex(tail); m != nil {
		tail = tail[:m[0]]
	}
	if code := firstTrigger(tail); code != "" {
		return code
	}
	head := region[:start]
	plus := strings.HasSuffix(strings.TrimSpace(head), "+") || strings.HasSuffix(strings.TrimSpace(head), "plus") || strings.HasPrefix(region[start:], "+")
	if m := triggerMarker.FindAllStringIndex(head, -1); !plus && m != nil {
		head = head[m[0][0]:]
	} else if !plus {
		return "not_stated"
	}
	if code := firstTrigger(head); code != "" && (plus || code != "collection") {
		return code
	}
	return "not_stated"
}

// firstTrigger is the event named first in text; where two start at one place
// the order of retentionTriggers decides.
func firstTrigger(text string) string {
	best, at := "", len(text)
	for _, t := range retentionTriggers {
		if m := t.pattern.FindStringIndex(text); m != nil && m[0] < at {
			best, at = t.code, m[0]
		}
	}
	return best
}

// retentionScope is a kind of record; the first whose words stand in the rule
// has it, so the narrower come first.
type retentionScope struct {
	code    string
	pattern *regexp.Regexp
}

var retentionScopes = []retentionScope{
	{"prevent_record", regexp.MustCompile(`(?i)\b(?:prevent (?:\w+ )?(?:record|case|note|referral|file|concern|log|matter|lead|register|data|information|team)s?|prevent:|prevent,|channel|^prevent\b)|\bfor prevent\b|\bPrevent\b`)},
	{"disciplinary_record", regexp.MustCompile(`(?i)\b(?:disciplin\w+|(?:student )?conduct|misconduct|proctors?'?|penalt(?:y|ies)|hearing|sanction\w*)\b`)},
	{"complaint_record", regexp.MustCompile(`(?i)\b(?:complaints? (?:\w+ )?(?:record|file|paper|case|correspondence|documentation|material|log|register|form)s?|(?:papers|files?|records?|documents|correspondence|material)\b[^.;,]{0,30}\bcomplaints?|^complaints?(?: are| is|:|$|\t))`)},
	{"marketing_data", regexp.MustCompile(`(?i)\b(?:marketing|campaign\w*|communications? reports?|press (?:reports?|cuttings)|media reports?|analytics|insight reports?|digests?)\b`)},
	{"other", regexp.MustCompile(`(?i)\b(?:safeguarding|well-?being|welfare|security incident|incident)(?: \w+)? ?(?:records?|concerns?|files?|logs?|reports?|notes?|cases?)\b|\b(?:register|occurrence book|day ?book|log ?book)\b`)},
	{"student_record", regexp.MustCompile(`(?i)\bstudents?'?s? (?:\w+ )?(?:records?|files?)\b`)},
	{"social_media_data", regexp.MustCompile(`(?i)\b(?:screen-?shots?|screen ?captures?|posts?|tweets?|mentions?|search(?:es)?(?: results)?|results|captures?|social (?:media|network\w*)|observation log|listening|streams?|feeds?|whatever we saved)\b`)},
}

var (
	caseFile     = regexp.MustCompile(`(?i)\b(?:case(?:work)? (?:file|record|paper|note|material)s?|(?:the|that|this|whole|entire) (?:file|case|record|report)s?|investigation (?:file|record|paper|report)s?|(?:those|these|they|it|them) (?:is|are)|evidence)\b`)
	namedFile    = regexp.MustCompile(`(?i)\b(?:case(?:work)? (?:file|record|paper|note|material)s?|(?:the|that|this|whole|entire) (?:file|case|record|report)s?|investigation (?:file|record|paper|report)s?|evidence)\b`)
	bareCaseFile = regexp.MustCompile(`(?i)\b(?:case(?:work)?|investigation) (?:file|record|paper)s?\b`)
	exceptTail   = regexp.MustCompile(`(?i),? (?:unless|except|save) .*$`)
)

// notPartOf is what the data is said not to be: "screenshots not used in a
// disciplinary case are …".
var notPartOf = regexp.MustCompile(`(?i)\b(?:not|never)\b[^,;:]*?(?: (?:is|are|will be|would be) |[:,]|$)`)

// scope names the kind of record that region speaks of. A region that says only
// "the file" or "it" takes the kind from the nearest sentence before it.
func (c retentionContext) scope(region string) string {
	own := exceptTail.ReplaceAllString(strings.TrimSpace(titleCitation.ReplaceAllString(region, " ")), "")
	own = notPartOf.ReplaceAllString(own, " ")
	code := scopeIn(own)
	if code != "" && !(code == "social_media_data" && namedFile.MatchString(own)) {
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
		if bareCaseFile.MatchString(own) {
			return "disciplinary_record" // a case file without a name is a conduct file here
		}
	}
	return "social_media_data"
}

func scopeIn(text string) string {
	for _, s := range retentionScopes {
		if s.pattern.MatchString(text) {
			return s.code
		}
	}
	return ""
}
