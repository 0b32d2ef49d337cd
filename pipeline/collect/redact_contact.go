package collect

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	email = regexp.MustCompile(`(?i)\b[\w.+'’-]*[\w+]@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)*\.[a-z]{2,}`)

	// UK numbers by their usual groups (Ofcom, National Telephone Numbering
	// Plan), international ones by their plus. Groups of three digits or more
	// keep columns of small figures out.
	telephone = regexp.MustCompile(`(?:` + strings.Join([]string{
		`\+\d{1,3}` + gap + `(?:\(0\)` + gap + `)?\(?\d{2,5}\)?` + gap + `\d{3,4}` + gap + `\d{3,6}`,
		areaCode(`0\d{2,4}`) + gap + `\d{3,4}` + gap + `\d{3,4}`,
		areaCode(`0\d{4}`) + gap + `\d{5,6}`,
		areaCode(`0\d{2,3}`) + gap + `\d{7,8}`,
		`0\d{9,10}`,
		`00\d{2}` + gap + `\d{2,4}` + gap + `\d{3,4}` + gap + `\d{3,4}`,
	}, "|") + `)(?:\s?(?:ext|x|extn|extension)\.?\s?\d{2,6})?`)

	street = regexp.MustCompile(`(?i)^\s*(?:(?:flat|apartment|unit|room)\s+\w{1,4},?\s+)?\d{1,4}[a-z]?,?\s+(?:[\p{L}'’.-]+\s+){1,4}(?:street|st|road|rd|avenue|ave|lane|close|drive|way|place|court|gardens|terrace|crescent|grove|square|hill|mews|row|walk|park|green|view|rise)\b`)
)

// gap is what may stand between two groups of a number; a line may end there.
const gap = `[ \x{a0}-]{0,2}\n?[ \x{a0}]{0,12}`

// areaCode is a code alone or in brackets of its own.
func areaCode(code string) string { return `(?:\(` + code + `\)|` + code + `)` }

// digitBounds refuses a match that is part of a longer number, of a reference
// or of a path.
func digitBounds(s string, i, j int) bool {
	before, after := runesAround(s, i, j)
	return !isWordRune(before) && !strings.ContainsRune("/-.£#_=", before) &&
		!isWordRune(after) && !strings.ContainsRune("/_", after) && countDigits(s[i:j]) >= 9
}

func wordBounds(s string, i, j int) bool {
	before, after := runesAround(s, i, j)
	return !isWordRune(before) && !isWordRune(after)
}

func runesAround(s string, i, j int) (before, after rune) {
	before, after = ' ', ' '
	if i > 0 {
		before, _ = utf8.DecodeLastRuneInString(s[:i])
	}
	if j < len(s) {
		after, _ = utf8.DecodeRuneInString(s[j:])
	}
	return before, after
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return max(n, 1)
}

func countDigits(s string) int {
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

const maxAddress = 5 // lines between a name or a street and the postcode

// redactAddress replaces the streets of individuals: the lines between a
// person's name and a postcode, and a numbered street above a postcode, where
// no word of an institution or of an office stands in the block.
func redactAddress(s string) string {
	if !strings.Contains(s, "[postcode]") {
		return s
	}
	lines := strings.Split(s, "\n")
	for k, line := range lines {
		if strings.Contains(line, "[postcode]") {
			redactBlock(lines, k)
		}
	}
	return strings.Join(lines, "\n")
}

// redactBlock looks at the address that ends in line k.
func redactBlock(lines []string, k int) {
	for i := k; i >= 0 && k-i <= maxAddress; i-- {
		line := strings.TrimSpace(lines[i])
		rest, named := strings.CutPrefix(line, "[name]")
		switch {
		case i < k && line == "", isBodyName(line), len(line) > 80, strings.Contains(line, "[address]"):
			return
		case named:
			if rest != "" && strings.ContainsFunc(rest, unicode.IsDigit) {
				lines[i] = strings.Replace(lines[i], rest, redactStreet(rest), 1)
			}
			for j := i + 1; j < k; j++ {
				lines[j] = "[address]"
			}
			lines[k] = redactStreet(lines[k])
			return
		case street.MatchString(line):
			if i == 0 || !isBodyName(lines[i-1]) {
				lines[i] = redactStreet(lines[i])
			}
			return
		}
	}
}

// redactStreet replaces the part of a line that names house and street.
func redactStreet(line string) string {
	cut := strings.IndexFunc(line, func(r rune) bool { return r != ' ' && r != ',' })
	if cut < 0 {
		return line
	}
	m := street.FindString(line[cut:])
	if m == "" {
		return line
	}
	return line[:cut] + "[address]" + line[cut+len(m):]
}
