package code

import (
	"regexp"
	"strconv"
	"strings"

	"roundrobin/pipeline/thread"
)

// countHit is a number as stated, at bytes [Start, End) of the text; the
// qualifier's words ("about", "or more") are inside.
type countHit struct {
	thread.Count
	Start, End int
	Times      bool // says how often: "twice", "on six occasions"
}

var smallNumbers = map[string]int64{
	"zero": 0, "nil": 0, "none": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
	"six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
	"once": 1, "twice": 2, "thrice": 3, "single": 1, "couple": 2, "dozen": 12,
}

const (
	unitWords   = `one|two|three|four|five|six|seven|eight|nine`
	teenWords   = `ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen`
	tenWords    = `twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety`
	below100    = `(?:(?:` + tenWords + `)(?:[- ](?:` + unitWords + `)\b)?|` + teenWords + `|` + unitWords + `)`
	wordNumber  = `(?:(?:a|` + below100 + `) hundred(?: and ` + below100 + `)?|` + below100 + `)`
	digitNumber = `(?:\d{1,3}(?:,\d{3})+|\d+)`
	// plainNumber is a cardinal in words, digits, or both: "six", "1,204", "6 (six)".
	plainNumber = `(?:` + digitNumber + `|` + wordNumber + `)(?: \((?:` + digitNumber + `|` + wordNumber + `)\))?`
)

var (
	countPattern = regexp.MustCompile(`(?i)(?:(\bllai na|\bmwy na|\bno more than|\bnot more than|\bat most|\ba maximum of|\bup to|\bfewer than|\blower than|\bless than|\bunder|\bbelow|<|\bat least|\bno fewer than|\bno less than|\bnot less than|\ba minimum of|\bmore than|\bover|\bupwards of|>|\bapproximately|\bapprox\.?|\babout|\baround|\broughly|\bcirca|\bca?\.|\bsome|\bnearly|\balmost|\ban estimated|\bin the region of|\bsomething like|\b(?:of|in|on) the order of|\bperhaps|\bmaybe|\bclose to|\bnot far (?:off|short of)|\bsomewhere (?:around|near)|~) ?)?` +
		`(\b(?:a couple|half a dozen|a dozen|(?:` + below100 + `) dozen|once|twice|thrice|a single|none|nil|zero)\b|` + plainNumber + `)` +
		`( or more\b| or so\b| or thereabouts\b|-odd\b| or fewer\b| or less\b| at least\b| at most\b|\+)?`)
	// notCount tells from the text before a number that it names a place, not an amount.
	notCount   = regexp.MustCompile(`(?i)(?:\b(?:sections?|questions?|q|parts?|lines?|pages?|p|paragraphs?|para|articles?|annex|appendix|sheet|nos?|number|s|r|see|point|version|document|ordinance|chapter|row|schedules?|rules?|regulations?|clauses?|form|form os|tier|level|covid|foi|act|ref|to|at) ?\.?|[£$€/.:#\w-]|\d[,(])$`)
	monthAfter = regexp.MustCompile(`(?i)^(?:st|nd|rd|th)? ?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b`)
	// phoneGroup and phoneGroupBefore are the groups of a telephone number.
	phoneGroup       = regexp.MustCompile(`^(?:0\d|\d{3,} \d{3,})`)
	phoneGroupBefore = regexp.MustCompile(`\d{3,} $`)
	yearBefore       = regexp.MustCompile(`(?i)(?:\b(?:in|for|during|and)|[,;]) (?:19|20)\d\d $`)
	// byTimes is the sign for times, and a rise to a number: "police x3", "rose from
	// 4 to 8".
	byTimes = regexp.MustCompile(`(?i) x$|\b(?:rose|rises|risen|rising|falling|growing|going|increasing|decreasing|dropping|fell|fallen|grew|grown|went|increased?|decreased?|dropped|corrected|amended|revised|altered|changed) [^.;]*\bto $|\b(?:relat(?:ing|ed)|referr(?:ing|ed)|amount(?:ed|ing|s)?|c[ao]mes?|respect|extend(?:ed|s)?) to $`)
	// codeBefore is an abbreviation with its number: "under SOI 14".
	codeBefore = regexp.MustCompile(`\b(?:under|of|in|see|per|by|to) [A-Z]{2,} $`)
	// onceThat is the conjunction, and the "once a week" of a rate.
	onceThat = regexp.MustCompile(`(?i)^once (?:or twice|in a while|again|a|an|the|it|its|they|this|that|these|those|we|he|she|you|every|each|such|some(?:one|body)|there|any)\b`)
	// onceOr makes a vague "once or twice", which is no number.
	onceOr = regexp.MustCompile(`(?i)\bonce or $`)
	// aboutTopic is a word that "about" belongs to.
	aboutTopic = regexp.MustCompile(`(?i)\b(?:told|asked|informed|notified|contacted|concern\w*|complain\w*|reports?|searches|questions?|enquir\w+|information|details|worr\w+|something|posts|intelligence|made) $`)
	timesAfter = regexp.MustCompile(`(?i)^ (?:(?:separate|different|such|known|recorded) )?(?:times?|occasions?)\b`)
)

// orMore qualifies a number behind its noun: "ten cases or more".
var orMore = regexp.MustCompile(`(?i)^(?: [a-z]+){1,2} (or (?:more|fewer|less))\b`)

// findCounts finds the numbers in text that count something. Years, dates,
// money and references to sections or questions are left out.
func findCounts(text string) []countHit {
	var out []countHit
	for _, m := range countPattern.FindAllStringSubmatchIndex(text, -1) {
		if at := strings.Index(text[m[4]:m[5]], " ("); at > 0 && !repeatsNumber(text[m[4]:m[5]], at) {
			m[1], m[5] = m[4]+at, m[4]+at // "8 (2019)" is a number and a year
		}
		before, number, after := text[:m[4]], text[m[4]:m[5]], text[m[1]:]
		qualifier := group(text, m, 1) + group(text, m, 3)
		if !countable(before, number, after, qualifier) {
			continue
		}
		n, ok := parseNumber(number)
		if !ok {
			continue
		}
		if m := orMore.FindStringSubmatch(after); m != nil && qualifier == "" {
			qualifier = m[1]
		}
		c := thread.Count{N: n, Known: true, Qualifier: qualify(qualifier, number)}
		if c.Qualifier == "fewer_than" && strings.Contains(" no more than not more than at most a maximum of up to or fewer or less ", " "+strings.ToLower(strings.TrimSpace(qualifier))+" ") {
			c.N++ // "no more than two" is fewer than three: the row never says more than the letter
		}
		if c.Qualifier == "about" && (c.N == 1 || aboutTopic.MatchString(text[:m[0]]) && strings.EqualFold(group(text, m, 1), "about")) {
			c.Qualifier = "exact" // "told about one post", "searches about nine students"
		}
		w := strings.ToLower(number)
		times := w == "once" || w == "twice" || w == "thrice" || timesAfter.MatchString(after)
		out = append(out, countHit{c, m[0], m[1], times})
	}
	return out
}

// repeatsNumber tells whether the brackets at byte at of number say it again:
// "6 (six)".
func repeatsNumber(number string, at int) bool {
	a, ok := parseNumber(number[:at])
	b, also := parseNumber(strings.Trim(number[at+1:], "()"))
	return ok && also && a == b
}

// countable tells whether number, between before and after, is an amount.
func countable(before, number, after, qualifier string) bool {
	if wordFollows(number, after) || monthAfter.MatchString(after) || phoneGroup.MatchString(number+after) || onceOr.MatchString(before) || phoneGroupBefore.MatchString(before) && !yearBefore.MatchString(before) && digitsOnly(number) || onceThat.MatchString(number+after) {
		return false
	}
	if number[0] < '0' || number[0] > '9' {
		low := strings.ToLower(before)
		return before == "" || !isWordByte(before[len(before)-1]) && !strings.HasSuffix(low, "no ") && !strings.HasSuffix(low, "number ") && !strings.HasSuffix(low, "question ")
	}
	if qualifier == "" && len(number) == 4 && (strings.HasPrefix(number, "19") || strings.HasPrefix(number, "20")) {
		return false // a year
	}
	if qualifier == "" && (notCount.MatchString(before) && !byTimes.MatchString(before) || codeBefore.MatchString(before)) {
		return false
	}
	return qualifier != "" || !strings.HasPrefix(after, "(") || strings.Contains(number, "(")
}

// wordFollows tells whether the number goes on as a longer word or figure:
// "40%", "2.5", "2016/17", "once-only".
func wordFollows(number, after string) bool {
	if after == "" {
		return false
	}
	c := after[0]
	digit := number[0] >= '0' && number[0] <= '9'
	if isWordByte(c) || c == '%' || c == '/' {
		return true
	}
	return digit && len(after) > 1 && (c == '.' || c == ':' || c == '-') && isWordByte(after[1])
}

func isWordByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '_'
}

func qualify(words, number string) string {
	low := strings.ToLower(strings.TrimSpace(number))
	switch strings.ToLower(strings.TrimSpace(words)) {
	case "":
		if low == "a couple" {
			return "about"
		}
		return "exact"
	case "llai na", "fewer than", "lower than", "less than", "under", "below", "<", "no more than", "not more than", "at most", "a maximum of", "up to", "or fewer", "or less":
		return "fewer_than"
	case "mwy na", "at least", "no fewer than", "no less than", "not less than", "a minimum of", "more than", "over", "upwards of", ">", "or more", "+":
		return "at_least"
	}
	return "about"
}

// parseNumber reads a cardinal: digits with thousands commas, words up to 9,999,
// dozens. A second form in brackets repeats the first and is passed over.
func parseNumber(s string) (int64, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if i := strings.Index(s, " ("); i > 0 {
		s = s[:i]
	}
	if n, err := strconv.ParseInt(strings.ReplaceAll(s, ",", ""), 10, 64); err == nil {
		return n, true
	}
	if s == "half a dozen" {
		return 6, true
	}
	var sum, last int64
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		if w == "a" || w == "and" {
			continue
		}
		n, ok := smallNumbers[w]
		switch {
		case !ok:
			return 0, false
		case w == "hundred" || w == "dozen":
			last = max(last, 1) * n
		default:
			sum, last = sum+last, n
		}
	}
	return sum + last, true
}
