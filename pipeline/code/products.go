package code

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// productIndex finds the products of software.csv in sentences: one trie over
// words for names and aliases, with two spellings of a compound ("Tweet Deck",
// "Tweet-Deck").
type productIndex struct {
	root      *productNode
	misspelt  map[string]*productName // long names with one letter left out or doubled
	platforms *platformIndex          // platforms are no products
	ownName   *regexp.Regexp          // the body's own name, nil where none is known
}

// productNode is a state of the trie; name is set where a name ends.
type productNode struct {
	next map[string]*productNode
	name *productName
}

// productName is one spelling of one product.
type productName struct {
	product, vendor, category string
	ordinary                  bool // the words mean something else as well
}

// ordinaryNames are names and aliases that are English words: they count only
// where capitals and context show a product.
var ordinaryNames = contextSet(`sprout buffer later mention signal insights falcon heartbeat beware
navigator notified tap gecko precise quid lists ga keyhole tailwind lithium astute mse
google navigate carma`)

// ordinaryPhrases are names of two or more words that can be read as a phrase.
var ordinaryPhrases = map[string]bool{
	"social mention": true, "critical mention": true, "first alert": true, "crowd control": true,
	"access platform": true, "social studio": true, "recorded future": true, "tweet reach": true,
	"creator studio": true, "google search": true, "google news": true, "mass relevance": true,
	"signal media": true, "audience insights": true, "page insights": true, "response source": true,
}

// manualSearch are aliases for looking something up by hand, which is no
// software in use.
var manualSearch = contextSet("lists google")

func newProductIndex(r *Reference) *productIndex {
	x := &productIndex{root: &productNode{}, misspelt: map[string]*productName{}, platforms: newPlatformIndex(r)}
	for _, row := range r.Software {
		x.add(row, row.Product)
	}
	for _, row := range r.Software {
		for _, alias := range row.Aliases {
			if low := strings.ToLower(alias); !manualSearch[low] && !strings.HasSuffix(low, " search") {
				x.add(row, alias)
			}
		}
	}
	return x
}

func (x *productIndex) add(row SoftwareRow, spelling string) {
	low := strings.ToLower(spelling)
	name := productName{product: row.Product, vendor: cmp.Or(bareVendor(row.Vendor), row.Product), ordinary: ordinaryNames[low] || ordinaryPhrases[low]}
	if len(row.Categories) > 0 {
		name.category = row.Categories[0]
	}
	x.root.addSpellings(low, &name)
	if spelling == row.Product && len(low) >= 7 && !name.ordinary && !strings.ContainsAny(low, " .-") {
		x.misspell(low, &name)
	}
}

// misspell adds the commonest slips of the pen in a long name: a letter left
// out, doubled or swapped with the next, and a plural.
func (x *productIndex) misspell(low string, name *productName) {
	slips := []string{low + "s", low + "e"}
	for i := 1; i < len(low); i++ {
		slips = append(slips, low[:i]+low[i+1:], low[:i]+low[i-1:])
		if i+1 < len(low) {
			slips = append(slips, low[:i]+low[i+1:i+2]+low[i:i+1]+low[i+2:])
		}
	}
	for _, s := range slips {
		if x.misspelt[s] == nil {
			x.misspelt[s] = name
		}
	}
}

// addSpellings adds a name as it stands and, a compound, with hyphens.
func (n *productNode) addSpellings(low string, name *productName) {
	var words []string
	for _, w := range contextWords(low) {
		words = append(words, w.text)
	}
	n.put(words, name)
	if len(words) > 1 {
		n.put([]string{strings.Join(words, "-")}, name)
	}
}

// put keeps the first of two names that are spelt alike, which is a product's
// own before another's alias.
func (n *productNode) put(words []string, name *productName) {
	for _, w := range words {
		if n.next == nil {
			n.next = map[string]*productNode{}
		}
		if n.next[w] == nil {
			n.next[w] = &productNode{}
		}
		n = n.next[w]
	}
	if n.name == nil {
		n.name = name
	}
}

// longest returns the longest name that begins at word i and the word behind it.
func (n *productNode) longest(words []contextWord, i int) (*productName, int) {
	var best *productName
	end := i
	for j := i; j < len(words); j++ {
		if n = n.next[words[j].text]; n == nil {
			break
		}
		if n.name != nil {
			best, end = n.name, j+1
		}
	}
	return best, end
}

// legalSuffixes end the name of a company and are no part of it.
var legalSuffixes = contextSet("ltd ltd. limited inc inc. incorporated llc plc sas gmbh ag bv b.v. corp corp. corporation llp aps oy ab as nv pty co co. uk group")

// bareVendor is the name of a company without legal form and remarks:
// "Sprout Social, Inc." → Sprout Social, "X Ltd (Leeds), trading as Y" → Y.
func bareVendor(s string) string {
	if _, as, ok := strings.Cut(s, "trading as "); ok {
		s = as
	}
	s, _, _ = strings.Cut(s, "(")
	s, _, _ = strings.Cut(s, " / ")
	words := strings.Fields(s)
	for len(words) > 1 && legalSuffixes[strings.ToLower(strings.Trim(words[len(words)-1], ","))] {
		words = words[:len(words)-1]
	}
	return strings.TrimRight(strings.Join(words, " "), ", ")
}

// capitalised tells whether the text at byte i begins with a capital.
func capitalised(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsUpper(r)
}

// softwareWords make a sentence one on software.
var softwareWords = contextSet(`use uses used using utilise utilises utilised software employ employs runs solution suite vendor company developed hosted operated sold tool tools product products platform package
provider supplier supplied provided vendor subscribe subscribes subscribed subscription licence license
licences account accounts called named via through system application app service schedule scheduling
dashboard trial pilot contract have has had took taken with help moved switched signed up running in means`)

// nameAside matches what is put in behind a name, and hardly behind an adverb.
var nameAside = regexp.MustCompile(`^, (?:which|whose|from|bought|owned|part of|formerly)\b`)

// behindName are the words that show, behind the first word of a sentence, that
// it is a name.
var behindName = contextSet("is was has had does did since until used gives tells times schedules queues lines publishes plans sends lets finds collects picks drops replaced came")

// productShown tells whether an ordinary word at words [i, j) is the name of a
// product: capitals throughout, and software in the sentence. The first word of
// a sentence needs a verb or a bracket behind it.
func productShown(text string, words []contextWord, i, j int, inUse bool) bool {
	for _, w := range words[i:j] {
		if !capitalised(text, w.start) && w.text != "and" {
			return false
		}
	}
	if i > 0 && titles[strings.Trim(words[i-1].text, ".")] || i > 1 && words[i-1].text == "." && titles[words[i-2].text] {
		return false // "Mr Falcon"
	}
	if i == 0 {
		next := "."
		if j < len(words) {
			next = words[j].text
		}
		bare := inUse && strings.Contains(".,;(/", next) && len(words) <= j+8
		listed := (next == "(" || next == ":" || next == "-") && onSoftware(words)
		return bare || listed || onSoftware(words) && nameAside.MatchString(text[words[j-1].end:]) || behindName[next] && !strings.HasPrefix(text[words[0].end:], " is made")
	}
	return inUse || onSoftware(words)
}

// onSoftware tells whether a sentence speaks of software or of using something.
func onSoftware(words []contextWord) bool {
	return slices.ContainsFunc(words, func(w contextWord) bool { return softwareWords[w.text] })
}

// names finds the known products in one sentence, left to right.
func (x *productIndex) names(text string, s *contextSentence, inUse bool) []productHit {
	var out []productHit
	for i := 0; i < len(s.words); i++ {
		name, j := x.root.longest(s.words, i)
		if name == nil && capitalised(text, s.words[i].start) {
			name, j = x.misspelt[s.words[i].text], i+1
		}
		if name == nil {
			continue
		}
		beside := len(out) > 0 && capitalised(text, s.words[i].start) && productsJoined.MatchString(s.low[out[len(out)-1].End:s.words[i].start])
		if name.ordinary && !beside && !productShown(text, s.words, i, j, inUse) {
			continue
		}
		out = append(out, productHit{
			Product: name.product, Vendor: name.vendor, Category: name.category, Known: true,
			Start: s.words[i].start, End: s.words[j-1].end,
		})
		i = j - 1
	}
	return out
}

// sortHits orders hits by place.
func sortHits(hits []productHit) {
	slices.SortStableFunc(hits, func(a, b productHit) int {
		return cmp.Or(cmp.Compare(a.Sentence, b.Sentence), cmp.Compare(a.Start, b.Start))
	})
}
