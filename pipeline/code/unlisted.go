package code

import (
	"regexp"
	"slices"
	"strings"
)

// properName is a name in running text: capitals, digits, an inner dot.
const properName = `((?:[A-Z][A-Za-z0-9]*|[a-z]+[A-Z]\w*)(?:[.&'-]\w+)*(?: (?:[A-Z0-9][\w.&-]*\w|[A-Z]\b)){0,3})`

const companyForm = `(?:,? (?:Ltd|Limited|Inc|plc|PLC|LLC|GmbH|LLP)\b\.?)`

// unlistedForms are phrases that name a product. The first group is the product
// and the vendor too, unless the second names the vendor.
var unlistedForms = []*regexp.Regexp{
	regexp.MustCompile(`\b(?i:tool|product|package|software|platform|system|service|application|app|solution|suite|programme)s?(?: (?:that|which)? ?(?:we|it|they|the [\w' ]{2,30}|[A-Z][\w' ]{2,30}) (?:\w+ly )?(?:uses?|has|have|employs?|runs?))?,? (?:(?i:which is|that is|known as|called|named|branded|entitled|from|is)) (?:(?i:known as|called|named) )?["']?` + properName + `["']?(?: \((?i:supplied by |from |by )?([A-Z][\w&. ]*?)` + companyForm + `?\))?`),
	regexp.MustCompile(`\b(?i:tool|product|package|software|platform|system|service|solution) \(["']?` + properName + `["']?` + companyForm + `?\)`),
	regexp.MustCompile(`\b(?i:supplied|provided|developed|licensed|sold|hosted|operated) (?:to us )?by (?:a company called |the company )?` + properName + companyForm),
	regexp.MustCompile(`\b(?i:supplier|provider|vendor|company|product|tool|software)(?: (?i:of|for|behind) (?:\w+ ){0,2}(?i:software|tool|product|platform|service|system|licence|package))?(?: (?i:used|concerned|we use|in use|in question|here|itself))* (?i:is|was) (?:called |named )?["']?` + properName + companyForm + `?["']?`),
	regexp.MustCompile(properName + `,? (?:which is |that is |this being |being )?(?:an?|the|our) (?:[\w-]+ ){0,3}(?:listening|monitoring|analytics|scheduling|publishing|management|sentiment|reporting|posting) (?:tool|platform|product|package|service|software|system|suite)\b`),
	regexp.MustCompile(`\b(?i:uses?|used|using|utili[sz]es?|utili[sz]ed|has|have|had|bought|takes?|took|employs?|subscribes? to|subscribed to|licen[cs]e for|subscription to|contract with|account with|by means of|runs?) (?:a (?:tool|product) called |the product |the tool )?["']?` + properName + `["']?(?: \(([A-Z][\w&. ]*?)` + companyForm + `?\))? (?:(?i:software )?(?i:for|to)) (?:\w+[ -]){0,3}(?i:listen\w*|monitor\w*|schedul\w*|publish\w*|track\w*|sentiment|mentions|follow\w*|social media|post\w*|analys\w*)\b`),
}

// ownTool matches a sentence on a tool that was made in the house, and calledSo
// the one behind it that gives its name: "It goes by the name of Corbie".
var (
	ownTool  = regexp.MustCompile(`\b(?:tools?|scripts?|programs?|software|systems?|applications?|dashboards?)\b(?: \w+){0,3} of (?:its|our|their|his|her) own\b|\b(?:written|built|developed|made|devised|created|wrote)\b[^.;]*\b(?:tools?|scripts?|programs?|software|systems?|applications?|dashboards?)\b|\b(?:home-?made|home-?grown|in-house)\b`)
	calledSo = regexp.MustCompile(`^(?i:it|this|that|the (?:tool|script|program|software|system|application|dashboard))(?:'s| is| was| has)? (?:(?i:goes|known|called|named|christened|answers|been|internally|here|by|to|under|as|the|name|of|we call it|is) )+["']?` + properName)
)

// bareNames matches an answer that consists of names alone.
var bareNames = regexp.MustCompile(`^(?:(?i:yes)[,.:;-]* )?` + properName + companyForm + `?(?: \(([A-Z][\w&. ]*?)` + companyForm + `?\))?[.,;]?$`)

// noProduct are capitalised words that begin no product: bodies, laws, answers,
// office programs and words that begin sentences.
var noProduct = contextSet(`university college school faculty department office team union students student staff
press communications marketing act policy section article information commissioner prevent data protection
social media yes no none not nothing nobody the this that these our we it its see please as above below n/a
na in for at on freedom foi registrar vice-chancellor microsoft excel word outlook sharepoint powerpoint teams
email e-mail internet january february march april may june july august september october november december
annex appendix question questions monday tuesday wednesday thursday friday home police student's students'
windows chrome firefox safari edge adobe browser further details various several all both individual other website information withheld exempt refused applicable
held unknown google amherthnasol dim ddim nac nage oes ie gweler heb`)

// bodyNouns end the name of an office, a document, a rule or a body.
var bodyNouns = contextSet(`university college school faculty department office offices team teams union service services
policy act regulations regulation code committee board panel officer manager marketing communications safety relations
affairs conduct wellbeing well-being welfare casework content press security secretariat registry library directorate
division unit centre center estates governance compliance recruitment admissions residences accommodation finance planning
development alumni support life experience engagement procedure procedures schedule statement notice form charter framework
handbook ordinance ordinances register report strategy duty guidance guidelines guild association society clubs lodge lead
head director dean chancellor registrar secretary provost principal president warden advancement outreach journalism
events halls campus resilience conference law safeguarding prevent appeals complaints annex appendix paragraph part page
council government commissioner authority police assessment plan protocol purpose supplier product department provider
vendor status fund scheme award trust building house court library notes use uses user date cost yes no`)

// titles stand before the name of a person.
var titles = contextSet("mr mrs ms miss dr prof professor sir dame head director dean deputy assistant vice pro")

// ofRecords matches a sentence on the systems that hold files and meetings,
// ofMedia one on social media or the press.
var (
	ofRecords = regexp.MustCompile(`\b(?:record(?:s|ed|ing)?|kept|stored|logged|filed|case files?|case management|casework|complaints|document management|meetings?|e-?mails?|calendars?|payroll|tickets?|helpdesk)\b`)
	ofMedia   = regexp.MustCompile(`\b(?:social|media|mentions?|mentioned|posts?|tweets?|monitor\w*|listen\w*|coverage|press|papers|sentiment|schedul\w*|publish\w*|hash-?tags?|reputation)\b`)
)

// unlisted finds products that software.csv does not list, by the phrases that
// introduce them; known are the hits to leave alone.
func (x *productIndex) unlisted(text string, s *contextSentence, known []productHit, inUse bool) []productHit {
	forms := unlistedForms
	if !onSoftware(s.words) || ofRecords.MatchString(s.low) && !ofMedia.MatchString(s.low) {
		forms = nil
	}
	if inUse {
		forms = append(forms[:len(forms):len(forms)], bareNames)
	}
	var out []productHit
	for _, re := range forms {
		for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
			h := productHit{Product: text[m[2]:m[3]], Start: m[2], End: m[3]}
			h.Vendor = bareVendor(h.Product)
			if len(m) > 4 && m[4] >= 0 {
				h.Vendor = bareVendor(text[m[4]:m[5]])
			}
			h.Product = bareVendor(h.Product)
			if x.newProduct(h, append(out, known...)) {
				out = append(out, h)
			}
		}
	}
	return out
}

// ownNamed is the name that sentence i gives to a tool made in the house, on which
// the sentence before was without naming a product.
func (a *productAnswer) ownNamed(i int) []productHit {
	m := calledSo.FindStringSubmatchIndex(a.texts[i])
	if i == 0 || m == nil || !ownTool.MatchString(a.low(i-1)) || deniedWords.MatchString(a.low(i-1)) || a.namesAny(i-1) {
		return nil
	}
	h := productHit{Product: a.texts[i][m[2]:m[3]], Start: m[2], End: m[3]}
	h.Vendor = h.Product
	if !a.index.newProduct(h, nil) {
		return nil
	}
	return []productHit{h}
}

// newProduct tells whether a name may be a product and overlaps none found.
func (x *productIndex) newProduct(h productHit, found []productHit) bool {
	for _, o := range found {
		if h.Start < o.End && o.Start < h.End {
			return false
		}
	}
	low := strings.ToLower(h.Product)
	first, _, _ := strings.Cut(low, " ")
	last := low[strings.LastIndexByte(low, ' ')+1:]
	if len(low) < 3 || noProduct[first] || titles[strings.Trim(first, ".")] || bodyNouns[last] {
		return false
	}
	words := contextWords(low)
	if slices.ContainsFunc(words, func(w contextWord) bool { return dateClass(w.text) == "#" }) {
		return false // "Lapsed March 2018"
	}
	name, _ := x.platforms.root.longest(words, 0)
	return name == nil
}

// An office or a person stands behind words of asking and belonging and before
// verbs of speech, where no product does.
var (
	askedAhead  = regexp.MustCompile(`(?:\b(?:consulted|contacted|asked|approached|circulated to|went to|went round|sent to|sent round|put to|heard from|spoken? (?:to|with)|spoke (?:to|with)|colleagues in|staff (?:in|of|at)|members? of|returns? from|replies from|reply from|confirmed (?:by|with)|checked with)\b[^.;:]*|\b(?:head|director|manager|office|department|school|faculty) of )$`)
	speakBehind = regexp.MustCompile(`^(?: \([^)]*\))?(?:'s? [a-z]|,? (?:has |have |had )?(?:tells?|told|sa(?:y|ys|id)|reports? that|reported that|advises?|advised|confirms?|confirmed|states?|stated|believes?|knows?|recalls?|replied|responded|answered|thinks?|decides?|decided|declined|(?:was|were) (?:asked|approached|consulted|unable|surprised)) )`)
)

// isActor tells whether the reply speaks elsewhere of a name as of an office or a
// person that acts: "the Unit has consulted Campus Safety".
func (c *coder) isActor(name string) bool {
	for _, s := range c.reply {
		for from := 0; ; {
			at := strings.Index(s.Text[from:], name)
			if at < 0 {
				break
			}
			start, end := from+at, from+at+len(name)
			if askedAhead.MatchString(s.Low[:start]) || speakBehind.MatchString(s.Low[end:]) {
				return true
			}
			from = end
		}
	}
	return false
}
