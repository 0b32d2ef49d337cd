package code

import "regexp"

// recordKind is a kind of record with the noun phrases that name it.
type recordKind struct {
	code    string
	pattern *regexp.Regexp
}

const (
	// fileNoun is a thing in which records are kept together.
	fileNoun = `(?:records?|files?|folders?|papers|notes?|logs?|reports?|cases?|forms?|plans?|assessments?|correspondence|concerns?|documents|documentation|dossiers?|entry|entries)`
	// complaintFails is a complaint that nothing comes of, whose papers are its own.
	complaintFails = `complaints? (?:(?:that|which) )?(?:(?:is|are|was|were|has|have|had|does|do|did|goes?|comes?|came|went|been|not|never|simply|then|\w+n't) ){0,4}(?:dismissed|rejected|not upheld|unfounded|unsubstantiated|withdrawn|proceeded with|taken (?:forward|further|up)|pursued|lead to|go (?:any )?further|no further|nowhere|(?:come )?to (?:nothing|anything)|abandoned|dropped)`
	// supportWord is a service for students, or a side of running a university,
	// whose files are of no kind that the guide names.
	supportWord = `(?:safeguarding|well-?being|welfare|counselling|chaplaincy|disability|health|medical|mental health|support|security|incident|risk|threat|sponsor(?:ship)?|immigration|visa|compliance|admissions?|applicants?|residential|residence|accommodation|hall|housing|attendance|library|network|staff|personnel|HR)`
)

// recordKinds are the kinds in order of weight: where two are named in one
// phrase an earlier tier wins, and within a tier the kind named first, so that
// "complaints about student conduct" are complaints. What was only seen on social
// media is so where nothing else is named.
var recordKinds = [][]recordKind{
	{
		{"prevent_record", regexp.MustCompile(`\bPrevent\b|(?i:\bprevent (?:\w+ )?(?:record|case|note|referral|file|concern|log|matter|lead|register|data|information|team)s?\b|\bprevent[:,]|^\W*prevent\b|\bfor prevent\b|\bchannel (?:panel|case|record|file|referral)s?\b|\bChannel\b)`)},
		{"disciplinary_record", regexp.MustCompile(`(?i)\b(?:(?:non-)?disciplin\w+|(?:student )?conduct|misconduct|proctors?'?|penalt(?:y|ies)|warnings?|hearings?|tribunals?|(?:appeal|panel) (?:determinations?|decisions?|papers)|panel (?:papers|file)|at a panel|sanction\w*|expulsions?|(?:case|breach(?:es)?|proceedings|charges?|allegations?|offences?) under (?:the |our )?(?:bye-?law|ordinance|regulation|rule|code|statute|student))\b|\b(?:case|proceedings|charge|allegation)s? under (?:the |our )?\s`)},
		{"complaint_record", regexp.MustCompile(`(?i)\b(?:complaints? (?:\w+ )?(?:e-?mail|letter|record|file|folder|paper|case|correspondence|documentation|material|log|register|form)s?|(?:papers|files?|records?|documents|correspondence|material)\b[^.;,]{0,30}\bcomplaints?|complaints?\b[^.;]{0,30}\b(?:files?|papers|folder|correspondence)|with (?:the|each|that|any|a|his|her|their) (?:student |formal )?complaint|(?:handed|given|sent) back to the complainant|reports? of concern|(?:if|where|when) (?:it|they|that|this)(?:'s| is| are| was| were)? (?:dismissed|rejected|not upheld|unfounded|unsubstantiated)|` + complaintFails + `)\b|^(?:\W*\w{1,2}[.)] )?(?:\w+ )?complaints?(?: \([^)]*\)| (?:about|by|from|against|of|that|which|in) [^.;:,]{3,60})?(?: are| is| *:|,|$|\t)`)},
	},
	{
		{"social_media_data", regexp.MustCompile(`(?i)\bsocial media(?: \w+)? (?:reports?|reviews?|summar(?:y|ies)|digests?)\b`)},
		{"student_record", regexp.MustCompile(`(?i)\bstudents?'s? (?:` + supportWord + ` )?(?:records?|files?|papers|folders?)\b|\b(?:core |central |main )?student records?\b`)},
		{"marketing_data", regexp.MustCompile(`(?i)\b(?:campaign\w*|marketing (?:\w+ )?(?:data|materials?|analytics|records?|reports?|lists?|evaluations?|statistics|insights?)|press cuttings|media coverage|(?:media|news|press) monitoring:? (?:\w+ )?(?:reports?|digests?)|analytics|(?:communications?|press|media(?: monitoring)?|insight|brand|annual|yearly|quarterly|marketing|publicity|recruitment)(?:'s)?(?: \w+){0,2} (?:reports?|reviews?|evaluations?|summar(?:y|ies))|reports? (?:by|of|from|for) (?:the |our )?(?:press|media|marketing|communications?|publicity)(?: office| team| unit)?)\b`)},
		{"other", regexp.MustCompile(`(?i)\b` + supportWord + `(?: \w+)? ?` + fileNoun + `\b|\b(?:records?|files?|notes|logs?|reports?) (?:of|on|about|held by|kept by) (?:the |our |a )?(?:student )?` + supportWord + `\b|\b(?:closing|closure|end) of (?:the|that) incident\b|\b(?:register|occurrence book|day ?book|log ?book|the log itself)\b|(?:'s |^\W*(?:(?:all|the|its|our|any) )*)other (?:records|files)\b|\b(?:statistics|statistical (?:data|returns?|reports?))\b`)},
	},
	{
		{"student_record", regexp.MustCompile(`(?i)\bstudents?'?s? (?:\w+ )?(?:records?|files?|papers|folders?)\b`)},
		{"social_media_data", regexp.MustCompile(`(?i)\b(?:screen-?shots?|screen[- ]?grabs?|screen[- ]?captures?|grabs|posts?|tweets?|mentions?|references? to|search(?:es)?(?: results)?|results|captures?|captured|alerts?|digests?|items?|messages|hits|social (?:media|network\w*)|observation log|listening|streams?|feeds?|prints?|print-?outs?|pictures|whatever (?:we|was) saved)\b`)},
	},
}

// kindIn is the kind of record that a phrase names, "" for none.
func kindIn(text string) string {
	for _, tier := range recordKinds {
		best, at := "", len(text)
		for _, k := range tier {
			if m := k.pattern.FindStringIndex(text); m != nil && m[0] < at {
				best, at = k.code, m[0]
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}

// filedKind is a kind that has files of its own: any but social media data.
func filedKind(text string) string {
	if code := kindIn(text); code != "social_media_data" {
		return code
	}
	return ""
}
