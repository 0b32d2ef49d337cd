package code

import (
	"cmp"
	"regexp"
	"strings"
)

// retentionTrigger is an event from which a keeping time is counted.
type retentionTrigger struct {
	code    string
	pattern *regexp.Regexp
}

const (
	ofWhom   = `(?:(?:of |from )?(?:their|his|her|the|a|any|all|that|this|an|our|such) )?`
	caseNoun = `(?:cases?|investigations?|process|procedures?|proceedings|matters?|complaints?|appeals?|hearings?|enquir(?:y|ies)|inquir(?:y|ies)|allegations?|incidents?|concerns?|referrals?|charges?|reviews?|disputes?|action)`
	study    = `(?:courses?|studies|degrees?|programmes?|registration|enrolment|award|student(?:'s)? (?:relationship|career|life|journey)|relationship|sponsorship|time (?:at|with|here)|membership)`
	recent   = `(?:last|latest|most recent|final)`
)

// retentionTriggers are the wordings of each event. Where two begin at one
// place the earlier line has it: "completes the course" is no case. Collection
// stays last (eventIn).
var retentionTriggers = []retentionTrigger{
	{"academic_year_end", regexp.MustCompile(`(?i)\b(?:end of academic\b|(?:remainder|rest) of (?:the|that) (?:current |relevant |academic )?(?:year|session)\b|end of (?:the |that |each |every |an )?(?:current |relevant |same )?(?:academic|financial|calendar|school|study)? ?(?:year|session|AY|FY)|(?:academic|financial|calendar) (?:year|session)(?:'s)? (?:end|ends|closes|in which)|(?:academic|financial|calendar) (?:year|session)\b[^,;.]{0,30}? (?:(?:has|have|had|is|was|comes? to an|came to an) )?(?:end(?:s|ed)?|over|closed|finish(?:es|ed))|current (?:academic |financial )?(?:year|session)|(?:the|that) (?:academic |financial )?year plus|year[- ]end|CAY|AY ?\+)\b`)},
	{"end_of_relationship", regexp.MustCompile(`(?i)\b(?:leaves?|left|leaving|leavers?|graduat\w+|withdraw(?:s|n|al|ing)?|departure|departs?|departed|ceas\w+ (?:to be|their|his|her|studying|registration)|(?:student|person|they|individual|he or she) (?:has|have) (?:been )?gone` +
		`|(?:finish|complet|conclud|end|ceas|terminat)\w*(?: with)? ` + ofWhom + `(?:student'?s? )?` + study +
		`|` + study + `(?: with (?:the )?(?:student|` + ourNouns + `))?(?: (?:is|has|has been|are|have|comes? to an))* (?:end(?:s|ed)?|finish(?:es|ed)|complet\w+|over|terminat\w+|ceas\w+)` +
		`|(?:end|termination|duration|length|completion|cessation|conclusion|remainder|rest|whole) (?:of|in) ` + ofWhom + `(?:student'?s? )?(?:student )?` + study +
		`|` + recent + ` (?:recorded )?(?:(?:(?:date|day) of )?(?:attendance|registration|enrolment|study)|day (?:with us|here|at the (?:` + ourNouns + `)))|(?:degree|award|qualification) (?:is|was|has been) (?:awarded|conferred)|award of (?:the|their|a|his|her) (?:degree|award)|no longer (?:a |an |enrolled|registered|at the)(?: ?student)?|(?:is|are|remains?|still) (?:a |an )?(?:current |registered |enrolled )?(?:student|registered|enrolled)|(?:student|person|they|individual) (?:is|are|remains?) (?:with us|here|at the (?:` + ourNouns + `)|on the (?:books|course))|period of (?:study|registration|enrolment)|throughout ` + ofWhom + `(?:student'?s? )?` + study + `|(?:student's|their|his|her) (?:final|last) (?:year|term)|year of graduation|(?:leaving|leave|exit|withdrawal|completion|graduation) date|(?:gone|went|goes|go) down|(?:student'?s?|their|his|her) time (?:here|with us|at the (?:` + ourNouns + `)|as a student)|date of (?:leaving|award|graduation|exit)|(?:student|user|` + ourNouns + `|IT|network) account (?:is |has been )?(?:closed|deleted|disabled|expires))\b`)},
	{"case_closed", regexp.MustCompile(`(?i)\b(?:clos(?:e|es|ed|ing|ure)|conclu(?:de|des|ded|ding|sion)|resol(?:ve|ves|ved|ution)|settle(?:s|d|ment)|determin(?:ed|ation|es)|(?:was |is |been )decided|outcome|(?:the|a|its|their) (?:final )?result|(?:written|replied) to the (?:complainant|student|parties)|(?:student|parties|complainant|person)(?: \w+)? (?:has|have|is|are|was|were)(?: been)? (?:told|informed|notified|written to)|decision|verdict|judgment|ruling|disposal of the case|completion(?: of procedures| letter|s)?|finali[sz]ed|(?:the|a|any|that) findings?|sign(?:ed|ing)?[- ]off|(?:report|letter) (?:is |has been |was )?(?:signed|issued|submitted|sent)|(?:penalty|sanction|suspension|warning|fine) (?:has been |is |was )?(?:served|imposed|paid|spent|expired|expires|lapses|ends)|final (?:reply|response|letter)|issue of (?:the|a) (?:outcome|completion|decision|final)` +
		`|(?:end|completion|finish|expiry) of ` + ofWhom + `(?:[\w-]+ ){0,2}` + caseNoun +
		`|(?:after|following|from|since|date of) (?:the |a |any |each )?(?:[\w-]+ ){0,2}(?:hearing|appeal|panel|tribunal|meeting)` +
		`|` + caseNoun + ` (?:(?:is|has|was|are|were|have|had|been|finally|formally|fully|eventually|came to an|comes? to an) ){0,4}(?:lasts?|ends?|ended|over|finish(?:es|ed)|completed?|completes|heard|dealt with|continues|open|ongoing|under way|in progress|withdrawn|dropped|dismissed|disposed of)` +
		`|(?:duration|length|lifetime|life) of ` + ofWhom + `(?:[\w-]+ ){0,2}` + caseNoun + `)\b`)},
	{"last_action", regexp.MustCompile(`(?i)\b(?:` + recent + ` (?:[\w-]+ ){0,2}?(?:action|entry|entries|contacts?|activity|correspondence|updates?|notes?|use|amendment|step|events?|intervention|appointment|paper|letter|document|item|message|time|visit|involvement|meeting|communication|login|access|review|addition|modification)|(?:nothing|no \w+) (?:(?:has|have|had|is|was|been|more|further) ){0,3}(?:added|done|entered|recorded|written|happened|happens)|last (?:did|made|wrote|saw|spoke|heard|met|rang|had|looked|used|accessed|updated|viewed|amended|touched|opened|active|modified|added|edited|consulted|contacted|acted|dealt|engaged|worked)|not (?:been )?(?:used|accessed|opened|touched|updated|added to|viewed)|inactiv\w+|untouched|unused|unopened|unread|idle|without (?:any )?(?:further |new |more )?(?:activity|use|contact|concern|entry|action)|dormant)\b`)},
	{"collection", regexp.MustCompile(`(?i)\b(?:collect\w*|captur\w+|gather\w*|tak(?:en|ing)|obtain\w*|creat(?:ed|ion)|download\w*|saved|saving|post(?:ed|ing)|publication|published|made|making|record(?:ed|ing)|acquir\w+|acquisition|view(?:ed|ing)|found|finding|seen|receiv\w+|receipt|fetched|retriev\w+|pick(?:s|ed)? (?:\w+ )?up|arriv\w+|written|drawn up|compil\w+|produc(?:ed|tion)|appear(?:s|ed|ance)?|ingest\w+|harvest\w+|indexed|logged|stored|print(?:ed|ing)|tweeted|upload\w*|(?:came|come|comes|coming) in|date of (?:issue|referral|(?:(?:the|each|that|its|their) )?entry)|issued|(?:of|the|after|from|each|a) (?:search|check|post|tweet|mention|alert|posting|screen-?shot|print|image|download))\b`)},
}

// triggerAside ends what can name the event of a length before it.
var triggerAside = regexp.MustCompile(`(?i)[,;(]? (?:unless|except|whereas|depending)\b|[;(]`)

// lengthAside is what is put in between a length and the event it counts from: "three
// to ten years, depending on category, after the student leaves".
var lengthAside = regexp.MustCompile(`(?i)^(?:, [^,;.]{3,60},| \([^()]*\),?) ((?:after|from|since|following|once|when)\b)`)

var (
	triggerMarker = regexp.MustCompile(`(?i)\b(?:once|when|after|following|from|upon|on|as soon as|if)\b`)
	// thenLater is a length that goes on from the event before it.
	thenLater = regexp.MustCompile(`(?i)^ (?:later|more|longer|thereafter|there-?after|afterwards?|after (?:that|this|which|then|it)|from (?:then|that date|that point|that day)|beyond|further)\b`)
	plusEnd   = regexp.MustCompile(`(?i)(?:\+|\bplus(?: a further)?)\s*$`)
	// thenFor leads from an event to the length that goes on from it: "until the end
	// of the session and then for another".
	thenFor = regexp.MustCompile(`(?i)\b(?:then|thereafter|after(?: that|wards)|and)(?: for)? (?:an?other |a further |some )?$`)
	// stateFor is a state that lasts for the length: "has been closed for".
	stateFor   = regexp.MustCompile(`(?i)\b(?:until|till|if|when|once|where|which|that|after)\b[^,;]*\b(?:been|lain|stood|remained)(?: [\w-]+){1,3} (?:for|in)(?: (?:at least|more than|over|about))? $|\b(?:untouched|unused|unopened|unread|dormant|inactive|idle)(?: \w+)? for (?:\w+ )?$`)
	rollingFor = regexp.MustCompile(`(?i)\b(?:rolling(?: (?:period|window|term) of)?|older than|more than|over)\s(?:a )?$`)
	rollingOn  = regexp.MustCompile(`(?i)^(?: old\b| window\b|'? worth of\b|[^.;]{0,20}\brolling\b|[^.]{0,40}\b(?:overwrit|drop(?:s|ped)? o(?:ff|ut)|roll(?:s|ed)? off)\w*)`)
)

// triggerOf names the event of the length at bytes [start, end) of region. The
// first event after the length is it; before it an event counts with a marker
// ("once the case is closed …"), a plus sign ("last action + 6"), or where the
// length goes on from it ("… and for a year thereafter").
func triggerOf(region string, start, end int, yearEnd bool) string {
	if yearEnd {
		return "academic_year_end"
	}
	head, tail := region[:start], region[end:]
	plus := plusEnd.MatchString(head) || strings.HasPrefix(region[start:], "+")
	later := plus || thenLater.MatchString(tail) || thenFor.MatchString(head)
	tail = lengthAside.ReplaceAllString(tail, " $1")
	if m := triggerAside.FindStringIndex(tail); m != nil {
		tail = tail[:m[0]]
	}
	if forWhat.MatchString(tail) {
		tail = fromMarker(tail)
	}
	if code := firstTrigger(tail); code != "" && !plus {
		return code
	}
	if rollingFor.MatchString(head) || rollingOn.MatchString(tail) {
		return "collection"
	}
	if m := stateFor.FindStringIndex(head); m != nil {
		head, later = head[m[0]:], true
	} else if m := triggerMarker.FindStringIndex(head); !later && m != nil {
		head = head[m[0]:]
	} else if !later {
		return "not_stated"
	}
	if code := eventIn(head); code != "not_stated" || !later {
		return code
	}
	return cmp.Or(firstTrigger(head), "not_stated")
}

// forWhat opens the records behind their length: "two years for captures".
var forWhat = regexp.MustCompile(`(?i)^ (?:for|in respect of|in the case of) `)

// fromMarker is text from the first word that can open an event.
func fromMarker(text string) string {
	if m := triggerMarker.FindStringIndex(text); m != nil {
		return text[m[0]:]
	}
	return ""
}

// firstTrigger is the event named first in text, "" for none; where two start
// at one place the order of retentionTriggers decides.
func firstTrigger(text string) string { return firstEvent(retentionTriggers, text) }

// eventIn is the event that text tells first, other than the collecting, which
// most sentences name beside it: "data collected …".
func eventIn(text string) string {
	return cmp.Or(firstEvent(retentionTriggers[:len(retentionTriggers)-1], text), "not_stated")
}

func firstEvent(triggers []retentionTrigger, text string) string {
	best, at := "", len(text)
	for _, t := range triggers {
		if m := t.pattern.FindStringIndex(text); m != nil && m[0] < at {
			best, at = t.code, m[0]
		}
	}
	return best
}
