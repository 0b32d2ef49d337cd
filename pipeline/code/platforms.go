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
var onlyProposed = regexp.MustCompile(`^[\w ,]{0,40}? (?:has been|have been|is being|are being|was|were|is|are) (?:also |only |merely )?(?:proposed|suggested|considered|discussed|under consideration|under review)\b`)

// inScope tells whether a hit in a sentence puts the platform in scope.
// Permission does ("may be looked at"); denial, proposal and the past do not.
func (h platformHit) inScope(low string) bool {
	is := h.Assertion
	return !is.Negated && !is.Other && !is.Historical && !onlyProposed.MatchString(low[h.End:]) && !strings.HasPrefix(low[h.End:], " ai")
}

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
var ordinaryPlatforms = contextSet(`x meta workplace messenger ig insta snap medium signal line threads whisper vine
gab discord telegram meetup swarm red blogger confessions tab comments reels stories academia clubhouse
fediverse parler patreon twitch kik jodel xing zhihu vk qq flicker periscope kakao r/`)

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
