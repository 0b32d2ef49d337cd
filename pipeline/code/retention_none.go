package code

import "regexp"

// A reply that nothing is kept is a rule too. The denial can stand with the verb
// ("we do not keep copies"), with its object ("we keep no copies"), with its
// subject ("no copies are kept", "nobody keeps them"), or in "neither … nor".

const (
	// keepBase, keepS, keepDone and keepDoing are the verbs of taking and keeping.
	keepBase  = `(?:hold on ?to|hang on to|gather|collect|keep|retain|store|save|obtain|harvest|capture|take|make|download|copy|record|export)`
	keepS     = `(?:gathers|collects|keeps|retains|stores|saves|obtains|harvests|captures|takes|makes|downloads|copies|records|exports)`
	keepDone  = `(?:gathered|collected|kept|retained|stored|saved|obtained|harvested|captured|taken|made|downloaded|copied|recorded|exported)`
	keepDoing = `(?:gathering|collecting|keeping|retaining|storing|saving|obtaining|harvesting|capturing|taking|making|downloading|copying|recording|exporting)`

	// keptThing is data as their object, with the words in front of it.
	keptThing = `(?:(?:any|such|of|the|this|these|personal|social|media|students?'?|student|other|actual|and|or|networking|site|screenshots|copies)(?:,)? ){0,7}(?:data|posts|tweets|material|content|screen-?shots|screen ?grabs|images|copies|pictures|information (?:from|obtained|of)|notes of|what (?:we|they|it|is)|(?:a )?cop(?:y|ies) of what)`
	orKeep    = `(?:,? (?:or|and|nor) (?:otherwise )?` + keepBase + `(?:,)?)*`
	noData    = `no (?:such |other |personal |social media |social networking |student |body of )*(?:data|posts|screen-?shots|images|copies|content|material)`
	nothing   = `(?:nothing|none of (?:it|this|them)|no (?:(?:such|personal|social|media|student|networking) ){0,3}(?:data|posts|tweets|material|content|screen-?shots|screen ?grabs|images|copies|pictures|information from))`
)

var (
	nothingPatterns = []*regexp.Regexp{
		// No data is kept.
		regexp.MustCompile(`(?i)\b` + noData + `\b(?:(?: [\w'/-]+){0,9}? (?:is|are|was|were|has been|have been|being|gets)(?: ever| therefore| being)? (?:held|taken|made)|(?: [\w'/-]+){0,9}? (?:collected|gathered|kept|retained|stored|obtained|harvested|captured|downloaded|saved))\b`),
		regexp.MustCompile(`(?i)\bno (?:such |personal )?information(?: [\w'/-]+){0,7}? (?:is|has been|was)(?: ever)? (?:taken|collected|gathered|kept|retained|stored|obtained|harvested|captured|downloaded|saved)\b`),
		// We do not keep data; it does not keep them.
		regexp.MustCompile(`(?i)\b(?:(?:do|does|did|has|have)(?: not|n't|es not)|never) (?:currently |routinely |therefore |itself |ever |actively )?(?:` + keepBase + orKeep + `|` + keepDone + `|` + keepS + `) (?:[\w']+ and )?` + keptThing + `\b`),
		regexp.MustCompile(`(?i)\b(?:do|does)(?: not|n't|es not) (?:` + keepBase + `)` + orKeep + ` (?:it|them|any|anything|a copy of (?:it|them|the post)|any of (?:it|them))(?:[.,;]|$| (?:or|and|so|at all|in any form|either|we)\b)`),
		regexp.MustCompile(`(?i)\b(?:do|does)(?: not|n't) (?:hold|have) (?:any )?(?:such data|social media data|data (?:of this|of that|from social|obtained)|personal data (?:from|obtained))`),
		// We keep no data; nobody keeps anything.
		regexp.MustCompile(`(?i)(?:^|[,;:] |\b(?:we|it|they|staff|advisers|and|but|so|that|team|office|` + ourNouns + `) )(?:\w+ly )?(?:` + keepBase + `|` + keepS + `) ` + nothing + `\b(?: (?:from|of|that|at all|whatever|whatsoever)\b|[.,;]|$)`),
		regexp.MustCompile(`(?i)\b[a-z][\w-]* (?:keeps|retains|stores|saves|collects) (?:nothing|no (?:data|posts|copies|content|material))(?: (?:at all|whatever|whatsoever|itself|of its own))?(?:[.,;]|$)`),
		regexp.MustCompile(`(?i)\b(?:nobody|no one|none of (?:us|them|our staff)) (?:\w+ly )?(?:` + keepS + `|` + keepBase + `) (?:anything|a copy|copies|it|them|any|what)\b`),
		// Nothing is kept, none being collected.
		regexp.MustCompile(`(?i)\b(?:nothing|none)(?: is| are)? (?:to (?:be )?(?:delete|deleted|destroy|retain|keep|erase|dispose of)|(?:is|are|gets?|has been|was|being) (?:` + keepDone + `|printed))\b|\bno (?:data|information) to (?:be )?(?:deleted?|destroy(?:ed)?|retain(?:ed)?|keep|kept|erased?|dispose(?:d)? of)\b|\bso none is (?:kept|held|retained)\b|\bnothing being ` + keepDone + `\b|^\W*(?:nothing|none|` + noData + `) ` + keepDone + `(?:$|[.,;]| (?:and|or|at all|so)\b)`),
		// No copies, no notes; there is no such data.
		regexp.MustCompile(`(?i)(?:^\W*|[:;-] ?|, (?:and )?)no (?:copies|screen-?shots|notes|captures|downloads)(?:(?:,| or| and|, and) no (?:copies|screen-?shots|notes|records?|captures|downloads))*(?:[.;,]|$)|\bthere (?:is|are) no such (?:data|material|copies|content)\b`),
		// It is neither collected nor kept.
		regexp.MustCompile(`(?i)\bneither (?:` + keepDone + ` (?:nor|or) ` + keepDone + `|` + keepBase + `s? (?:nor|or) ` + keepBase + `s? (?:it|them|any|such|social|data|copies))\b|\bwithout ` + keepDoing + ` (?:it|them|anything|any|a copy|copies)\b`),
	}
	// narrowed limits a denial to a part of what could be kept.
	narrowed = regexp.MustCompile(`(?i)\b(?:private|closed|locked|longer than|beyond|more than|unless|except|other than|separate|count|figures|backups?)\b`)
	// toDelete speaks of what could be deleted, which is no figure.
	toDelete = regexp.MustCompile(`(?i)\b(?:nothing|none|no data|no information)(?: is| are)? to (?:be )?(?:delete|destroy|erase|dispose)`)
)

// nothingKept tells whether a sentence says that no data is taken or kept.
func nothingKept(s string) bool {
	if figureTalk.MatchString(s) && !toDelete.MatchString(s) {
		return false
	}
	for _, p := range nothingPatterns {
		if m := p.FindStringIndex(s); m != nil && !narrowedAt(s, m[1]) {
			return true
		}
	}
	return false
}

// narrowedAt tells whether the clause of a denial that ends at byte end narrows
// it: "no posts are kept for longer than a year", "nothing is stored by Hootsuite".
func narrowedAt(s string, end int) bool {
	rest := s[end:]
	if m := clauseEnd.FindStringIndex(rest); m != nil {
		rest = rest[:m[0]]
	}
	return narrowed.MatchString(rest) || byName.MatchString(rest)
}

var (
	clauseEnd = regexp.MustCompile(`[,;:.]| (?:and|but|so) `)
	byName    = regexp.MustCompile(`\bby (?:the |our )?[A-Z]`)
)
