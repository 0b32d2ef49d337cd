package collect

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

const (
	titles  = titleWord + `\.?(?:\s?/\s?` + titleWord + `\.?)*\s+`
	nameGap = `(?:[\s\x{a0}]+(?:>[ ]?)*|[._-]|%20)`
)

// namePattern matches the names of persons: full names first, then titles
// with surnames, then the parts that are distinctive by themselves.
func namePattern(h *harvest, persons []person) *regexp.Regexp {
	var full, titled, alone []string
	for _, p := range persons {
		given, surname := quoteName(p.given), quoteName(p.surname)
		if given != "" && surname != "" {
			full = append(full, fullForms(given, surname, h.common(p.surname))...)
		}
		if surname != "" {
			titled = append(titled, `(?:`+titles+`)(?:\p{Lu}\.?\s+)?(?:`+surname+`|`+strings.ToUpper(surname)+`)`)
		}
		if surname != "" && !h.common(p.surname) {
			alone = append(alone, surname, strings.ToUpper(surname))
		}
		if given != "" && !h.common(p.given) {
			alone = append(alone, `(?:`+titles+`)?`+given)
		}
	}
	all := append(append(full, titled...), alone...)
	if len(all) == 0 {
		return nil
	}
	return regexp.MustCompile(`(?:` + strings.Join(all, `|`) + `)(?:\s*\((?:Mrs?|Ms|Miss|Mx|Dr|Prof)\))?`)
}

// fullForms are the ways to write a name in full. A distinctive surname is
// found in any case and in addresses; one that is a common word only as it was
// written.
func fullForms(given, surname string, common bool) []string {
	middle := `(?:` + nameGap + `(?:\p{Lu}\.?|\p{Lu}[\p{Ll}'’-]+))?`
	initial := firstLetter(given)
	flags, gap := `(?i:`, nameGap+`?`
	if common {
		flags, gap = `(?:`, nameGap
	}
	return []string{
		`(?:` + titles + `)?` + given + middle + nameGap + surname,
		`(?:` + titles + `)?` + strings.ToUpper(given) + nameGap + strings.ToUpper(surname),
		surname + `,\s+(?:` + titles + `)?` + given,
		flags + given + gap + surname + `)`,
		`(?:` + titles + `)?` + initial + `\.?\s+` + surname,
	}
}

func firstLetter(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return s[:size]
}

// quoteName is a name as a pattern: any white space, either apostrophe.
func quoteName(name string) string {
	var words []string
	for _, w := range strings.Fields(name) {
		w = regexp.QuoteMeta(strings.ReplaceAll(w, "’", "'"))
		words = append(words, strings.ReplaceAll(w, "'", "['’]"))
	}
	return strings.Join(words, `\s+`)
}

// givenPattern matches a first name that is a common word, too, where a letter
// opens or ends: after a salutation, or alone in a line or a column.
func givenPattern(h *harvest, persons []person) *regexp.Regexp {
	var given []string
	for _, p := range persons {
		if p.given != "" && h.common(p.given) {
			given = append(given, quoteName(p.given))
		}
	}
	if len(given) == 0 {
		return nil
	}
	return regexp.MustCompile(`(?m)(^(?:Dear|Hi|Hello|Hiya|Annwyl|Helo|Good \w+|Bore da|Prynhawn da|Thanks|Thank you|Many thanks|Cheers|Regards|(?:Best|Kind) (?:wishes|regards)),?\s+|^[ \t>*–—-]*|[|/]\s*|\s{3,})(` +
		strings.Join(given, "|") + `)([ \t]*(?:$|[,|(/:!]|\s{3,}))`)
}

var (
	placeBefore = regexp.MustCompile(`(?:University|College|School|Institute|City|County|Bishop|Borough) of\s+$`)
	placeAfter  = regexp.MustCompile(`^\s+(?:University|College|School|Institute|Academy|House|Hall|Building|Campus|Library|Street|Road|Lane|Way|Park|Avenue|Square|Centre|Court|Tower|Council)\b`)
)

// nameBounds refuses a match inside a longer word and one that is part of the
// name of a place or a body ("University of Vale", "Vale House").
func nameBounds(s string, i, j int) bool {
	if !wordBounds(s, i, j) {
		return false
	}
	single := !strings.ContainsAny(s[i:j], " \n._")
	return !single || !placeBefore.MatchString(s[max(0, i-24):i]) && !placeAfter.MatchString(s[j:min(len(s), j+24)])
}
