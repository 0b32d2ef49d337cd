package code

import (
	"regexp"
	"slices"
	"strings"
)

// platformHit is a social medium named at bytes [Start, End) of a sentence.
type platformHit struct {
	Code       string // of the vocabulary of CODING_GUIDE.md; other for the rest
	Start, End int
	Assertion  assertion
}

// onlyProposed matches what stands behind a platform that may be added.
var onlyProposed = regexp.MustCompile(`^[\w ,]{0,40}? (?:has been|have been|is being|are being|was|were|is|are) (?:also |only |merely )?(?:proposed|suggested|considered|discussed|looked into|under consideration|under review)\b|^[\w ]{0,20}? (?:may|might|could|will|is to|are to) (?:\w+ )?be (?:added|adopted|introduced)\b`)

// proposal matches the cue of what is only thought of.
var proposal = regexp.MustCompile(`\b(?:consider\w*|consideration|thought|propos\w+|suggest\w+|plan\w*|intend\w*|hope\w*|future|looking|would)\b`)

// inScope tells whether a hit in a sentence puts the platform in scope.
// Permission does ("may be looked at"); denial, proposal, the past and a place
// where the body only posts do not.
func (h platformHit) inScope(low string) bool {
	is := h.Assertion
	if is.Hypothetical && proposal.MatchString(is.Trigger) {
		return false
	}
	return !is.Negated && !is.Other && !is.Historical && !onlyProposed.MatchString(low[h.End:]) && !strings.HasPrefix(low[h.End:], " ai") &&
		!ofQuestion.MatchString(low) && !h.excepted(low) && !h.disowned(low) && !h.onlyPostedTo(low)
}

// excepting ends where what a whole is said to leave out follows; the words between
// the two are captured.
var excepting = regexp.MustCompile(`\b(?:all|any|every|each|everything|whatever|most)\b[^;]*\b(?:apart from|aside from|except(?:ing)?(?: for)?|other than|save(?: for)?|but for|but|bar|with the exception of) ((?:(?:the|private|closed) )*(?:[\w ]+(?:,| and| or) )*)$`)

// excepted tells whether a platform is what a whole is said to leave out: "all of
// them apart from Snapchat". A "but" with a verb behind it opens a clause instead:
// "complaints come from all of them, but so far it has been Facebook or Twitter".
func (h platformHit) excepted(low string) bool {
	m := excepting.FindStringSubmatch(low[:h.Start])
	return m != nil && !hasVerb(m[1])
}

// pronounDenied matches a later clause that denies by a pronoun what was named:
// "TikTok cannot be searched, so it is not in scope".
var (
	pronounDenied = regexp.MustCompile(`^[^;:]*(?:,| and| but| so| which) (?:\w+ )?(?:(?:it|they|these|those|that|which) (?:\w+ )?(?:(?:is|are|was|were|has|have|ca|can|could|do|does)(?: not|n't)|cannot|never)|(?:we|it|they|staff|nobody|the (?:tool|software|product|` + ourNouns + `)) (?:\w+ )?(?:(?:do|does|ca|can|could|did|have)(?: not|n't)|cannot|never) (?:\w+ )?(?:see|look at|search|view|read|follow|monitor|cover|use|go (?:in|into)|enter)(?: (?:it|them|these|those|that|there))\b)([^;]*)`)
	// frontedDenied matches a denial whose object stands in front: "Snapchat we
	// cannot see".
	frontedDenied = regexp.MustCompile(`^,? (?:we|they|staff|nobody|no one) (?:\w+ )?(?:(?:ca|can|do|could|have|did|would|will)(?: not|n't)|cannot|never|leave|avoid)\b`)
	// shutOut matches platforms that keep whoever looks out: "LinkedIn and Snapchat
	// do not let it in".
	shutOut   = regexp.MustCompile(`^(?:(?:,| and| or|, and) [\w ]{2,20}?)* (?:do|does|will|did)(?: not|n't) (?:let|allow|permit|admit|offer|open)\b`)
	scopeVerb = regexp.MustCompile(`^ (?:\w+ )?(?:in scope|part of|included?|covered?|search\w*|look\w*|monitor\w*|follow\w*|view\w*|read\b|seen|us(?:e|ed)\b|watch\w*|track\w*|be (?:search|look|monitor|follow|view|seen|us)\w*)|^[.,]?$`)
)

// disowned tells whether a pronoun behind a platform takes it out of scope.
func (h platformHit) disowned(low string) bool {
	if frontedDenied.MatchString(low[h.End:]) || shutOut.MatchString(low[h.End:]) {
		return true
	}
	m := pronounDenied.FindStringSubmatchIndex(low[h.End:])
	return m != nil && scopeVerb.MatchString(low[h.End+m[2]:])
}

// onlyPostedTo tells whether a platform stands in a clause on where the body
// posts, and on nothing that is looked at there: "posts on our Facebook page are
// planned ahead".
func (h platformHit) onlyPostedTo(low string) bool {
	from, to := 0, len(low)
	for _, m := range platformClause.FindAllStringIndex(low, -1) {
		if m[1] <= h.Start {
			from = m[1]
		}
		if m[0] >= h.End {
			to = min(to, m[0])
		}
	}
	clause := low[from:to]
	return postsThere.MatchString(clause) && !looksThere.MatchString(clause)
}

var (
	// platformClause parts clauses, and not the items of a list.
	platformClause = regexp.MustCompile(`[;:]|, (?:while|whereas|but|having|which|where|and (?:that|the|we|our|its|it|they|an?|in|then))\b| but (?:what|where|the|we|our|its|it|they)\b`)
	postsThere     = regexp.MustCompile(`\b(?:(?:to|we|they|it|team|office|who|which|and|marketing|communications|staff) (?:\w+ly |also |only )?posts?|posted by us|posting|(?:our|own) posts|publish\w*|schedul\w*|queu\w*|plan|plans|planned|planning|advertis\w*|promot\w*|put out|puts out|appears?) (?:\w+ ){0,6}?(?:to|on|in|for|from|via|through) (?:(?:our|its|the|own|official|corporate|institutional|` + ourNouns + `'s) )*(?:[\w ]+(?:,| and| or) )*(?:facebook|twitter|instagram|linkedin|youtube|tiktok|snapchat|pinterest|flickr|tumblr)\b|\b(?:follow|find|like|join|contact) us (?:on|at)\b|\b(?:ha(?:ve|s)|runs?|operates?|maintains?|manages?) (?:\w+ ){0,4}?(?:accounts?|pages?|channels?|presence)\b|\bwe are on\b`)
	looksThere     = regexp.MustCompile(`\b(?:look\w*|monitor\w*|search\w*|reads?|reading|follow(?:s|ed|ing)|mention(?:s|ed|ing)|view\w*|check\w*|listen\w*|watch\w*|see|sees|seen|pick\w*|track\w*|scan\w*|said|says|saying|written|comments?|complain\w*|alert\w*|inspect\w*|examin\w*|consult\w*|captur\w*|found|opens?|opened|students?|scope|cover\w*|refer(?:s|red|ring)? to)\b`)
)

// platformIndex finds the platforms of platforms.csv.
type platformIndex struct{ root *productNode }

// platformCodes maps names of platforms.csv to codes that are not simply the
// name in lower case.
var platformCodes = map[string]string{
	"The Student Room": "student_room", "Facebook Messenger": "facebook", "Facebook confessions pages": "facebook",
	"Periscope": "twitter",
}

// platformOwn are the codes that are the platform's own name.
var platformOwn = contextSet("facebook twitter instagram youtube tiktok whatsapp tumblr pinterest flickr medium linkedin snapchat reddit")

// ordinaryPlatforms are names that are also words; they need a capital inside a
// sentence or another platform beside them.
var ordinaryPlatforms = contextSet(`x meta workplace messenger ig snap medium signal line threads whisper vine
gab discord meetup swarm red blogger confessions tab comments reels stories academia clubhouse
vk qq flicker periscope r/`)

// noPlatformKind are kinds of row that are no social medium of a name.
var noPlatformKind = contextSet("generic reference")

// platformTool are words that make a platform's name that of a tool or a place
// of one's own pages.
var platformTool = contextSet("insights analytics ads ad advertising creator business manager lists")

func newPlatformIndex(r *Reference) *platformIndex {
	x := &platformIndex{root: &productNode{}}
	for _, row := range r.Platforms {
		if noPlatformKind[row.Kind] || row.Kind == "video meeting" {
			continue
		}
		for _, alias := range append([]string{row.Name}, row.Aliases...) {
			low, _, _ := strings.Cut(strings.ToLower(alias), " (")
			if low == "x" || low == "meta" || low == "tab" || low == "comments" {
				continue // later names, and words no capital tells apart
			}
			x.root.addSpellings(low, &productName{product: platformCode(row.Name), ordinary: ordinaryPlatforms[low]})
		}
	}
	return x
}

func platformCode(name string) string {
	if code := platformCodes[name]; code != "" {
		return code
	}
	if low := strings.ToLower(name); platformOwn[low] {
		return low
	}
	return "other"
}

// find returns the platforms named in one sentence, its case kept, with the way
// each is put. Names of tools ("Facebook Insights") are none.
func (x *platformIndex) find(text string) []platformHit {
	s := readContext(lowerSame(text))
	type found struct {
		name     *productName
		from, to int
	}
	var all []found
	for i := 0; i < len(s.words); i++ {
		name, j := x.root.longest(s.words, i)
		if name == nil {
			continue
		}
		if j >= len(s.words) || !platformTool[s.words[j].text] {
			all = append(all, found{name, i, j})
		}
		i = j - 1
	}
	plain := slices.ContainsFunc(all, func(f found) bool { return !f.name.ordinary })
	var out []platformHit
	for _, f := range all {
		start, end := s.words[f.from].start, s.words[f.to-1].end
		if f.name.ordinary && !(capitalised(text, start) && s.namesPlatform(f.from, f.to, plain)) {
			continue
		}
		out = append(out, platformHit{f.name.product, start, end, s.assert(start, end)})
	}
	return out
}

// namesPlatform tells whether a capitalised word at [from, to) that can be a
// platform or an ordinary word is one: beside another platform, or in a sentence
// on services. At the beginning of a sentence it must stand in a list.
func (s *contextSentence) namesPlatform(from, to int, beside bool) bool {
	if from == 0 {
		return beside && to < len(s.words) && (s.words[to].text == "," || s.words[to].text == "and")
	}
	return beside || s.onServices()
}

// onServices tells whether a sentence is on social media services.
func (s *contextSentence) onServices() bool {
	return slices.ContainsFunc(s.words, func(w contextWord) bool {
		switch w.text {
		case "platform", "platforms", "social", "app", "apps", "network", "networks", "accounts", "posts", "pages":
			return true
		}
		return false
	})
}
