package code

import "regexp"

// Welsh and English stand side by side in the letters of Welsh bodies, and the
// English says the same. A Welsh sentence therefore counts only where it is one
// of the plain replies that need no translation of their matter.
var (
	welshWords   = regexp.MustCompile(`\b(?:yn|yr|mae|nid|nad|nis|ni|ei|dan|neu|bod|gan|eich|cais|hon|oes|ydyw|fod|ac|wedi|cwestiwn|gwybodaeth|wybodaeth|prifysgol|brifysgol|gweler|ddelir|delir|eto|ateb|polisi|unrhyw|dim|hyn|gwestiwn|uchod|os|ydych|gallwch|ofyn|fewn|diwrnod|gwaith|hefyd|sydd|hwn|rhain|chwaith|yma)\b`)
	englishWords = regexp.MustCompile(`\b(?:the|of|and|to|is|for|not|we|you|your|that|this|are|it|question|` + ourNouns + `|information|no|see)\b`)

	welshAbsent  = regexp.MustCompile(`\b(?:ni ddelir|nis delir|ddim yn (?:dal|cael ei d[ae]l)|heb ei (?:dal|chadw)|nid (?:yw|oes)\b.*\b(?:dal|ddal|chadw|gadw))\b`)
	welshInapt   = regexp.MustCompile(`\b(?:yn berthnasol|amherthnasol|codi)\b`)
	welshPointer = regexp.MustCompile(`^(?:eto, )?(?:gweler|fel (?:uchod|y nodwyd))\b`)
)

// welshAlone matches sentences of one Welsh word or two.
var welshAlone = regexp.MustCompile(`^(?:amherthnasol|ddim yn berthnasol|nac (?:ydy\w*|oes)|ydy\w*|oes|ie|na|dim|dim byd|uchod|nis delir|ni ddelir)[.!]?$`)

// welsh tells whether a lower-case sentence is Welsh.
func welsh(low string) bool {
	if welshAlone.MatchString(low) {
		return true
	}
	w := len(welshWords.FindAllStringIndex(low, -1))
	return w > 1 && w > 2*len(englishWords.FindAllStringIndex(low, -1))
}

func welshClass(low string) class {
	switch {
	case welshAbsent.MatchString(low):
		return absent
	case welshInapt.MatchString(low):
		return inapt
	case welshPointer.MatchString(low):
		return pointer
	}
	return neutral
}
