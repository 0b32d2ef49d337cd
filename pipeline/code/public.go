package code

import "regexp"

var (
	// openToAll matches content that everybody can see, in the words of those
	// who look at it: "public posts", "what anyone could see", "without logging in".
	openToAll = regexp.MustCompile(`\bpublic(?:ly)?[- ](?:(?:social media|twitter|facebook|instagram|and open|or open) )?(?:posts?|posted|posting|tweets?|content|pages?|profiles?|accounts?|information|material|social media|data|comments?|events?|groups?|feeds?|sources?|domain|settings?|available|accessible|visible|viewable|open|shared|published|sites?|side|timelines?|mentions|part)\b` +
		`|\b(?:is|are|was|were|been|made|be|remain|stay|set to|make|makes|already|itself|themselves|yourself) (?:\w+ )?public\b` +
		`|\bopen (?:to|for) (?:the (?:general )?public|all|anyone|anybody|everyone|everybody|any member|viewing|view)\b` +
		`|\b(?:accessible|visible|available|viewable) (?:to|by) (?:the (?:general )?public|all|anyone|anybody|everyone|everybody|any member)\b` +
		`|\b(?:any ?one|any ?body|every ?one|every ?body|any (?:other )?(?:member of the public|person|user)|members of the public|the (?:general )?public|all the world|the (?:whole )?world|a stranger|any stranger)(?: else| at all)? (?:who )?(?:can|could|may|might|would|is able|are able|to)\b[^.;]{0,25}\b(?:see|read|view|find|look|access|open)\b` +
		`|\b(?:seen|viewed|read|accessed|found|opened) by (?:any ?one|any ?body|every ?one|every ?body|the (?:general )?public|all|any member)\b` +
		`|\bwithout (?:(?:having|needing) )?(?:to )?(?:an account|(?:a )?log(?:ging|ged)?[ -]?in|sign(?:ing)? ?in|being (?:a )?(?:friend|follower|accepted|connected)\w*|a (?:login|password)|follow(?:ing)?|befriending|an account being followed)` +
		`|\b(?:not|never|nor|no|nobody|none|no-one)\b[^.;]{0,40}(?:\bprivate\b|\bprivacy settings?|\bclosed groups?|\bfriend requests?|\bpassword|\blocked\b|\bprotected\b)` +
		`|\b(?:not|never|nor|no) (?:\w+ ){0,2}(?:log(?:ging)? in|befriend|follow (?:anyone|anybody|them|the student)|send(?:ing)? (?:a )?friend requests?)\b` +
		`|\b(?:private|locked|closed|protected)\b[^.;]{0,40}\b(?:not|never|left alone|ignored|excluded|out of bounds|off limits|disregarded)\b` +
		`|\b(?:post(?:s|ed)?|writes?|wr(?:ote|itten)|sa(?:y|id|ys)|shares?|put(?:s)?) (?:\w+ ){0,2}(?:in|to the) public\b|\b(?:cannot|can't|can not|not able to|unable to) see\b[^.;]{0,60}\b(?:locked|private|closed|restricted)\b` +
		`|\bopen[- ]source (?:enquir\w+|research|information|intelligence|social media|material|content|data|search\w*|checks?)\b|\bopen (?:profiles?|pages?|accounts?|posts?)\b`)
	// notOnlyPublic matches what is looked at besides.
	notOnlyPublic = regexp.MustCompile(`\bpublic(?:ly)?(?: \w+)? (?:or|and) (?:private|closed|restricted)\b|\bwhether (?:\w+ )?(?:public|private)\b|\bnot (?:only|just|merely) (?:what is |the )?public`)
	contentNoun   = regexp.MustCompile(`\b(?:posts?|posted|profiles?|accounts?|pages?|content|material|tweets?|comments?|social media|screen ?shots?|what|link|groups?|events?|enquir\w+|mentions?|student|nothing|anything|it)\b`)
)

// isPublic tells whether a sentence limits what is looked at to what is open to
// everybody. A body that does not look at what is private says the same.
func (r *claimReader) isPublic() bool {
	at := openToAll.FindStringIndex(r.low)
	if at == nil || notOnlyPublic.MatchString(r.low) {
		return false
	}
	if as := r.assert(at[0], at[1]); as.Other {
		return false
	}
	return contentNoun.MatchString(r.low) && (lookVerb.MatchString(r.low) || follow.MatchString(r.low) || postNoun.MatchString(r.low) || mention.MatchString(r.low))
}
