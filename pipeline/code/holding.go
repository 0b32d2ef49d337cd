package code

import (
	"regexp"
	"strings"
)

// What a body does not hold it says of its holdings ("not held", absentShape),
// or of its files and its search of them.

const (
	// negRaised are the verbs through which a denial reaches what they govern: "we
	// do not appear to hold" says that none is held.
	negRaised = `(?:(?:appear|seem|happen|purport|claim) to|(?:believe|think|consider|understand) (?:that )?(?:we|it|the (?:` + ourNouns + `)))`
	// ownFiles is where a body keeps what it holds.
	ownFiles = `(?:(?:in|among|within|on) (?:our|its|the (?:` + ourNouns + `)'s?) (?:\w+ )?(?:holdings|files?|records|possession|archives?|books|systems?)|on (?:file|record)\b|to hand\b)`
	noThing  = `(?:nothing|none|no (?:\w+ ){0,3}?(?:records?|information|documents?|data|papers?|trace))`
)

// notOnFile matches a lack told of the files or of a search.
var notOnFile = regexp.MustCompile(strings.Join([]string{
	`(?:\bnot|n't) ` + negRaised + ` (?:\w+ly )?(?:hold|possess|have (?:any|that|this|such) (?:information|data|records?))\b`,
	`(?:^not|\bnot|n't|\bnothing|\bnone|\bno \w+)\b[^.;]{0,40}\b` + ownFiles,
	`\bnot (?:one|a single|any)\b[^.;]{0,60}\bheld\b`,
	`\b(?:search\w*|looked|looking|checked|trawl\w*)\b[^.;]{0,60}\b(?:found|located|traced|turned up|yielded|produced|revealed|brought up|threw up) ` + noThing + `\b`,
	`\b` + noThing + ` (?:\w+ ){0,6}?(?:was|were|has been|have been|could be|can be) (?:located|traced|found)\b`,
}, "|"))

// notHeldSaid tells whether a sentence says that information is not held.
func notHeldSaid(low string) bool {
	return absentShape.MatchString(low) || notOnFile.MatchString(low)
}
