package code

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// recipientHit is a recipient named at bytes [Start, End) of a text.
type recipientHit struct {
	Code       string // police, home_office, …
	Start, End int
}

// recipientIndex finds recipients by the names of recipients.csv and by the
// general words for each kind.
type recipientIndex struct{ names []recipientName }

type recipientName struct {
	code    string
	pattern *regexp.Regexp
	but     *regexp.Regexp // what else the pattern can match, nil for nothing
}

// recipientCodes maps the types of recipients.csv to the guide's codes. What is
// inside the body itself, beside its disciplinary board, is no recipient.
var recipientCodes = map[string]string{
	"police": "police", "central government": "other", "foreign government": "other", "security": "other",
	"student finance": "slc", "sector statistics": "hesa", "admissions": "other", "sector IT": "other",
	"regulator (England)": "ofs", "regulator (Wales)": "other", "regulator (Scotland)": "other", "regulator (NI)": "other",
	"regulator": "other", "ombudsman": "other", "Prevent": "prevent_partners", "local government": "local_authority",
	"education": "other_university", "student body": "other", "professional regulator": "professional_body",
}

// homeOfficePattern tells the parts of central government that are the Home
// Office's.
var homeOfficePattern = regexp.MustCompile(`(?i)home (?:office|department)|UKVI|visas|border|immigration`)

// recipientKinds are the general words, in any reply, for kinds of recipient.
var recipientKinds = []recipientName{
	{"disciplinary_board", regexp.MustCompile(`(?i)\b(?:students?'? )?(?:disciplin\w+|conduct|misconduct|behaviour)(?: \w+)? (?:panels?|boards?|committees?|hearings?|tribunals?|courts?)\b|\b(?:court|tribunal|panel|board|committee)s? of (?:student )?(?:discipline|conduct)\b`), nil},
	{"police", regexp.MustCompile(`\b(?:[A-Z][\w-]+ ){0,3}(?:[Pp]olice [Ss]ervice(?: of [A-Z]\w+(?: [A-Z]\w+)?)?|[Pp]olice(?: [Ff]orces?)?|[Cc]onstabulary|local force)\b`), nil},
	{"prevent_partners", regexp.MustCompile(`(?i)\b(?:prevent (?:partners?|agencies|co-?ordinators?|team)|channel(?: panel| programme)?)\b`), nil},
	{"local_authority", regexp.MustCompile(`(?i)\b(?:(?:city|county|borough|district|town|local|metropolitan) council|council's \w+|local authorit(?:y|ies)|environmental health(?: officers?| team)?)`), nil},
	{"local_authority", regexp.MustCompile(`\b(?:[A-Z][\w'-]+ (?:(?:and|upon|on|of|under) )?){1,4}Council\b`), otherCouncil},
	{"other_university", regexp.MustCompile(`(?i)\b(?:an)?other (?:universit(?:y|ies)|HE (?:providers?|institutions?)|(?:higher education )?(?:providers|institutions?))\b|\bthe (?:universit(?:y|ies)|institutions?|college) (?:(?:to|at|from|in) which|where|that|which) (?:the |a |an |that |our )?(?:former )?(?:students?|person|individual|applicant|he|she|they)\b`), nil},
	{"professional_body", regexp.MustCompile(`(?i)\b(?:professional (?:bod(?:y|ies)|regulators?)|solicitors regulation authority|bar standards board|law society|(?:royal (?:college|institut(?:e|ion)|society)|(?:chartered )?institut(?:e|ion)) of [a-z]+(?: [a-z]+)?|(?:nursing and midwifery|general (?:medical|dental|pharmaceutical|osteopathic)) council)\b`), nil},
	{"other", regexp.MustCompile(`(?i)\b(?:(?:local )?health (?:and social care )?(?:trusts?|boards?|services?|authorit(?:y|ies))|NHS(?: [a-z]+){0,3}|hospitals?|landlords?|letting agents?|solicitors?|courts?|coroner|crown prosecution service|social services|embass(?:y|ies)|high commissions?|sponsors?|employers?|placement providers?|GPs?|general practitioners?|student awards agency(?: (?:for )?scotland)?|parents?|next of kin|fire (?:and rescue )?service|ombuds(?:man|person)|adjudicator|students'? (?:unions?|associations?|guilds?)|guild of students)\b`), nil},
	{"slc", regexp.MustCompile(`(?i)\b(?:student loans? (?:company|administration)|student finance(?: \w+)?)\b`), nil},
}

// otherCouncil is a council that governs no place.
var otherCouncil = regexp.MustCompile(`\b(?:General|Medical|Dental|Nursing|Midwifery|Research|Privy|Universit(?:y|ies)|College|Students?'?|Academic|Funding|Governing|Teaching|Health|Care|Arts|Bar|Science|Engineering|Professional|Social|British|International|World|Security|Church|Union|Councils?|Sports?|Chess|Staff|Advisory|Executive|National) (?:[A-Z][\w'-]+ )*Council\b|^(?:The|Our|To|By|In|And|A|Its) Council$`)

// shortName is a name in capitals, which is matched as written.
var shortName = regexp.MustCompile(`^[A-Z][A-Za-z]*[A-Z]\w*$|^[A-Z]{2,}\d*$`)

// newRecipientIndex indexes the rows of recipients.csv.
func newRecipientIndex(rows []RecipientRow) recipientIndex {
	x := recipientIndex{slices.Clone(recipientKinds)}
	for _, r := range rows {
		code := recipientCodes[r.Type]
		for _, name := range append([]string{r.Name}, r.Aliases...) {
			c := code
			if homeOfficePattern.MatchString(name) && r.Type == "central government" {
				c = "home_office"
			}
			name, _, _ = strings.Cut(name, " (")
			if c == "" || len(name) < 3 || watchdog.MatchString(name) || commonWord[strings.ToLower(name)] {
				continue
			}
			flags := "(?i)"
			if shortName.MatchString(name) {
				flags = ""
			}
			x.names = append(x.names, recipientName{c, regexp.MustCompile(flags + `\b` + regexp.QuoteMeta(name) + `\b`), nil})
		}
	}
	return x
}

// watchdog is the body that every letter names for complaints about the reply.
var watchdog = regexp.MustCompile(`Information Commissioner|^(?:ICO|SIC|OSIC)$`)

// actingBody marks a body that asks, sends or acts, and receives nothing.
var actingBody = regexp.MustCompile(`(?i)\b(?:from|by|via|behalf of|office of|requests? from)(?: the| either| our)?(?: local)? $`)

// paperBehind makes a paper of the body that it comes from: "a court order".
var paperBehind = regexp.MustCompile(`(?i)^(?:'s)? (?:orders?|injunctions?|warrants?|summons(?:es)?|proceedings)\b`)

// heardBy is what a panel does with the cases that it is given.
var heardBy = regexp.MustCompile(`(?i)\b(?:heard|considered|seen|read|viewed|examined|weighed|received|relied on) by(?: the| a| our)?(?: [a-z]+)? $`)

// commonWord are aliases that mean something else in most sentences.
var commonWord = map[string]bool{"council": true, "union": true, "channel": true, "the met": true, "prevent lead": true, "fitness to practise": true, "social services": true}

// known tells whether text names a recipient.
func (x recipientIndex) known(text string) bool { return len(x.find(text)) > 0 }

// find returns the recipients that text names, in order, the longest name where
// two share text.
func (x recipientIndex) find(text string) []recipientHit {
	var hits []recipientHit
	for _, n := range x.names {
		for _, m := range n.pattern.FindAllStringIndex(text, -1) {
			if n.but != nil && n.but.MatchString(text[m[0]:m[1]]) || paperBehind.MatchString(text[m[1]:]) {
				continue
			}
			if !actingBody.MatchString(text[:m[0]]) || heardBy.MatchString(text[:m[0]]) {
				hits = append(hits, recipientHit{n.code, m[0], m[1]})
			}
		}
	}
	slices.SortStableFunc(hits, func(a, b recipientHit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	end := -1
	return slices.DeleteFunc(hits, func(h recipientHit) bool {
		if h.Start < end {
			return true
		}
		end = h.End
		return false
	})
}
