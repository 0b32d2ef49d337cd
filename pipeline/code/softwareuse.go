package code

import (
	"cmp"
	"regexp"
	"slices"

	"roundrobin/pipeline/thread"
)

var (
	softwareNoun = regexp.MustCompile(`\b(?:software|hardware|tools?|products?|technolog(?:y|ies)|platform|application|sentiment(?: analysis)?|third[- ]party (?:provider|supplier)|nothing of the (?:sort|kind))\b`)
	usesSoftware = regexp.MustCompile(`\b(?:us(?:e|es|ed|ing)|bought|buy|purchas\w+|licen[cs]\w+|subscri\w+|deploy\w*|employ\w*|procur\w+|ha(?:s|ve)|operat\w+|runs?|acquired|there (?:is|are)|pay)\b`)
	// notStudents matches a denial that keeps to students: "Not where students
	// are concerned", "In respect of students, no".
	notStudents = regexp.MustCompile(`\b(?:not|no|none|nothing|never|neither)\b[^.;]{0,60}\b(?:students?'?s?|student body)\b|\b(?:for|on|of|to|by|regards?|respects?|concerning|where|far as) (?:(?:monitoring|watching|keeping (?:a )?(?:watch|an eye|track) (?:on|of)|looking at|following|tracking|the|our|its|individual) )*students?'?s?\b[^.;]{0,40}\b(?:no|not|none|nothing|never)\b`)
	// answerIs matches an answer that is spelt out behind its explanation: "On
	// that footing the answer is yes."
	answerIs = regexp.MustCompile(`\b(?:answer|response|reply)(?: to [\w' ]{1,40}?)? (?:is|would be|must be|has to be) (?:therefore |thus |again |a (?:qualified )?)?"?yes\b`)
)

// softwareRows lists the products in use that the reply names.
func (c *coder) softwareRows() {
	provider := c.under("software")
	var hits []placedProduct
	visit := func(before, ss []sentence, leaf string, inUse bool) []placedProduct {
		var out []placedProduct
		for _, h := range c.products().findBehind(textsOf(before), textsOf(ss), inUse) {
			if h.Known || !c.isActor(h.Product) {
				out = append(out, placedProduct{h, leaf, ss[h.Sentence].Span(h.Start, h.End)})
			}
		}
		return out
	}
	seen := map[thread.TextRef]map[int]bool{}
	c.each(func(a *answer) {
		if len(a.parts) == 0 || a.Disposition == refused || a.Disposition == ncnd || c.repeated(a, seen) {
			return
		}
		var before []sentence
		if provider == a && a.leaf.Parent != nil && c.answers[a.leaf.Parent.ID] != nil {
			before = c.answers[a.leaf.Parent.ID].parts
		} else {
			before = c.leadIn(a)
		}
		if added := c.addedTo(a); len(added) > 0 {
			hits = append(hits, visit(before, added, a.QuestionID, provider == a)...)
		}
		told := visit(before, a.parts, a.QuestionID, provider == a || c.under("software_used") == a && saysYes(a.parts[0].Low))
		tabled, rows := c.tabledProducts(a)
		hits = slices.Concat(hits, besideTables(told, tabled, rows), tabled)
	})
	c.keepSoftware(append(hits, visit(nil, c.unseen(seen), "", false)...))
}

// leadIn is what an answer picked out of running prose goes on from where it begins
// with a pointer ("The tool is …"): the sentences ahead of it in its paragraph.
func (c *coder) leadIn(a *answer) []sentence {
	if a.aligned == nil || a.aligned.Labelled || !aboutIt.MatchString(a.parts[0].Low) {
		return nil
	}
	first := a.parts[0].All()
	return slices.DeleteFunc(slices.Clone(c.reply), func(s sentence) bool {
		at := s.All()
		return at.Ref != first.Ref || at.End > first.Start || blankLine.MatchString(c.t.Text(at.Ref)[at.End:first.Start])
	})
}

// products is the index of products for this thread, in which the body goes by
// its own name.
func (c *coder) products() *productIndex {
	x := *c.ref.products
	x.ownName = c.ownName
	return &x
}

func textsOf(ss []sentence) []string {
	out := make([]string, len(ss))
	for i, s := range ss {
		out[i] = s.Text
	}
	return out
}

// placedProduct is a product found, the leaf it was found under and its place.
type placedProduct struct {
	productHit
	leaf string
	span thread.Span
}

// repeated tells whether the whole text of an answer was read under other leaves,
// as for answers of a group, and notes it as read.
func (c *coder) repeated(a *answer, seen map[thread.TextRef]map[int]bool) bool {
	all := true
	for _, p := range a.parts {
		s := p.All()
		if seen[s.Ref] == nil {
			seen[s.Ref] = map[int]bool{}
		}
		all = all && seen[s.Ref][s.Start]
		seen[s.Ref][s.Start] = true
	}
	return all
}

// unseen are the sentences of the reply that belong to no leaf, those beside the
// answer that was picked out of a passage on several questions, and those of a
// later reply that corrects an answer without taking its place.
func (c *coder) unseen(seen map[thread.TextRef]map[int]bool) []sentence {
	var out []sentence
	for _, s := range c.reply {
		at := s.All()
		withheld := func(leaf string) bool {
			a := c.answers[leaf]
			return a == nil || (a.Disposition == refused || a.Disposition == ncnd) && (a.aligned == nil || a.aligned.Message >= s.message)
		}
		later := func(leaf string) bool {
			a := c.answers[leaf]
			return a != nil && a.aligned != nil && a.aligned.Message < s.message
		}
		beside := (len(s.own) > 1 || slices.ContainsFunc(s.own, later)) && !seen[at.Ref][at.Start] && !slices.ContainsFunc(s.own, withheld) && !c.superseded(s)
		if len(s.own) == 0 || beside {
			out = append(out, s)
		}
	}
	return out
}

// addition matches a later answer that adds something to the earlier one, which
// it leaves standing.
var addition = regexp.MustCompile(`\b(?:should|ought to|could|might) (?:also )?have (?:also )?(?:told|said|mentioned|added|included|listed|named|been (?:mentioned|added|included|listed|named|told))\b|\b(?:in addition|(?:left|missed) (?:\w+ )?out|omitted|forgot\w*|overlooked|to (?:this|that|the list) (?:should|must|may|can|needs? to) be added|please add)\b`)

// addedTo are the sentences of the earlier answers to a leaf where its present one
// is an addition to them.
func (c *coder) addedTo(a *answer) []sentence {
	if !addition.MatchString(a.low()) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(c.reply), func(s sentence) bool {
		return s.message >= a.aligned.Message || !slices.Contains(s.own, a.QuestionID)
	})
}

// keepSoftware makes a row a product; of two uses the more intrusive counts,
// of two states the present, unless only the end is told of today.
func (c *coder) keepSoftware(hits []placedProduct) {
	status := map[string]placedProduct{} // the mention of each product whose status counts
	for _, h := range withoutCompanies(hits) {
		if o, ok := status[h.Product]; ok {
			h = laterPlaced(o, h)
		}
		status[h.Product] = h
		i := slices.IndexFunc(c.out.Software, func(s thread.Software) bool { return s.Product == h.Product })
		if i < 0 {
			c.out.Software = append(c.out.Software, thread.Software{Product: h.Product, Vendor: h.Vendor, Category: h.Category, Use: h.Use, Status: h.Status, QuestionID: h.leaf})
			i = len(c.out.Software) - 1
		}
		s := &c.out.Software[i]
		if intrusion(h.Use) > intrusion(s.Use) {
			s.Use = h.Use
		}
	}
	for i := range c.out.Software {
		c.out.Software[i].Status = status[c.out.Software[i].Product].Status
		c.useByKind(&c.out.Software[i])
	}
	for _, h := range withoutCompanies(hits) {
		i := slices.IndexFunc(c.out.Software, func(s thread.Software) bool { return s.Product == h.Product })
		s := c.out.Software[i]
		c.prove("software_used", s.Product+"/"+s.Use, "product", s.Product, "product named as in use", h.span)
	}
	slices.SortFunc(c.out.Software, func(a, b thread.Software) int {
		return cmp.Or(cmp.Compare(a.Product, b.Product), cmp.Compare(a.Use, b.Use))
	})
}

// laterPlaced is the mention whose status counts of two of one product: what a later
// letter tells of its end is news.
func laterPlaced(a, b placedProduct) placedProduct {
	if a.span.Ref.Message > b.span.Ref.Message {
		a, b = b, a
	}
	if a.span.Ref.Message == b.span.Ref.Message || b.Status == softwareUsed {
		b.Status, b.Past = laterStatus(a.productHit, b.productHit)
	}
	return b
}

// withoutCompanies leaves out a name that is the company of another product found,
// where nothing is told of a use or a term of its own: "Falcon.io" and, to the question who
// the provider is, "Cision".
func withoutCompanies(hits []placedProduct) []placedProduct {
	return slices.DeleteFunc(slices.Clone(hits), func(h placedProduct) bool {
		return !h.Own && !slices.ContainsFunc(hits, func(o placedProduct) bool { return o.Product == h.Product && o.Told }) &&
			slices.ContainsFunc(hits, func(o placedProduct) bool { return o.Product != h.Product && o.Vendor == h.Product })
	})
}

// useByKind gives a product whose use no sentence tells the one it is made for,
// a listening product is for listening; an alert, which can be set on anything,
// only in a body that says it follows what is said of it, and what is made to
// look for threats in one that does not deny all monitoring.
func (c *coder) useByKind(s *thread.Software) {
	listens := len(c.claims.listening) > 0
	switch {
	case s.Use != useUnspecified:
	case s.Category == "listening" || s.Category == "alerts" && listens:
		s.Use = useListening
	case s.Category == "threat-monitoring" && c.monitorsOverall() != no:
		s.Use = useStudents
	}
}

// software reads the item on software from its own answer: yes where a product
// monitors or listens, qualified where it is denied for students and used for
// mentions, no where there is none or it only publishes.
func (c *coder) software(a *answer) string {
	first := a.parts[0].Low
	denied := wrongToSay.MatchString(first) || kindDenied.MatchString(a.low()) || plainNo(first) || notDone.MatchString(first) || leadNo.MatchString(first) || len(denials(a.parts)) > 0
	onlyPosts := c.productUnder(a, usePublishing) && !c.productUnder(a, useUnspecified)
	elsewhere := sparesStudents(a) && !c.productUnder(a, useStudents) && (!leadYes.MatchString(first) || limited(first))
	used := c.productUnder(a, useListening) || c.productUnder(a, useStudents) || c.listensWithTool(a, denied && !elsewhere)
	switch {
	case !elsewhere && slices.ContainsFunc(a.parts, func(s sentence) bool { return saysYes(s.Low) || c.usesSoftware(s) }):
		return yes
	case c.productUnder(a, useStudents):
		return yes
	case elsewhere && leadYes.MatchString(first), used && (denied || elsewhere):
		return qualified
	case used:
		return yes
	case denied, doNeither.MatchString(a.low()), onlyPosts:
		return no
	case c.productUnder(a, useUnspecified):
		return yes
	}
	for _, s := range a.parts {
		at := softwareNoun.FindStringIndex(s.Low)
		if at != nil && usesSoftware.MatchString(s.Low) && readContext(s.Low).assert(at[0], at[1]).affirmed() {
			return yes
		}
	}
	return ""
}

// sparesStudents tells whether an answer denies the use of software on students,
// in its first sentences or, of what it has told, by a pronoun: "It isn't pointed
// at students."
func sparesStudents(a *answer) bool {
	for i, s := range a.parts {
		if notStudents.MatchString(s.Low) && (i < 2 || notOnStudents.MatchString(s.Low)) {
			return true
		}
	}
	return false
}

// notOnStudents matches a sentence that keeps the tools of an answer, or tools at
// all, from students.
var notOnStudents = regexp.MustCompile(`^(?:(?:but|and|however),? )?(?:it|this|that|neither|none|nothing|no|they|these|we|nobody|the (?:tool|product|software|service|subscription|system|package|` + ourNouns + `))\b`)

// ofTheKind matches software called by what the question asks.
var ofTheKind = regexp.MustCompile(`\b(?:software|hardware|tools?|products?|systems?|technology)\b[^.;]{0,30}\b(?:of (?:the|this|that|such a) (?:kind|sort|type|description)|(?:that |which )?you (?:mention|ask|describe|refer)|for (?:this|that|these|the) purposes?)\b`)

// usesSoftware tells whether a sentence says yes to the item in its own words:
// "The University does use software of the kind you mention."
func (c *coder) usesSoftware(s sentence) bool {
	if answerIs.MatchString(s.Low) {
		return true
	}
	at := ofTheKind.FindStringIndex(s.Low)
	return at != nil && usesSoftware.MatchString(s.Low[:at[1]]) && readContext(s.Low).assert(at[0], at[1]) == assertion{}
}

// productUnder tells whether a product in some present use was found under a
// leaf or its sub-questions.
func (c *coder) productUnder(a *answer, use string) bool {
	return slices.ContainsFunc(c.out.Software, func(s thread.Software) bool {
		return s.QuestionID == a.QuestionID && s.Use == use && s.Status == softwareUsed
	})
}

var (
	// topic matches what a sentence is about, put in front of it, and
	// topicDenied the denial that follows: "As for software, we have none."
	topic = regexp.MustCompile(`^(?:as (?:for|to|regards|far as)|regarding|concerning|with (?:regard|respect) to|turning to|on the (?:matter|subject) of)\b[^,]*,`)
	// noneBehind denies by a pronoun what was named: "Of software I can say that
	// there is none."
	noneBehind = regexp.MustCompile(`^[^;.]*\b(?:there (?:is|are|was|were|has been|have been)|(?:we|they|it|i|the (?:` + ourNouns + `)) (?:\w+ )?(?:has|have|had|uses?|owns?|holds?|employs?)) (?:none|neither|nothing (?:of the (?:kind|sort)|like (?:it|that)|to (?:report|declare)))(?:[,.;]|$)`)
	// registerOf stands before software of which only a list is spoken.
	registerOf  = regexp.MustCompile(`\b(?:register|record|list|inventory|log|catalogue|database|survey)s? of (?:\w+ ){0,4}$`)
	topicDenied = regexp.MustCompile(`^ (?:the (?:` + ourNouns + `) |we |there (?:is|are) |it |i )?(?:\w+ )?(?:neither|no\b|not|none|never|nothing|(?:do|does|has|have|is|are|was|did)(?: not|n't)\b)|^ (?:\w+ ){0,4}(?:none|neither|nothing|never)\b`)
)

// noneOf matches a denial whose matter stands in front of it without a comma: "Of
// software I can say that there is none."
var noneOf = regexp.MustCompile(`^(?:of|on|about|as to) (?:[a-z-]+ ){0,3}(?:software|hardware|tools?|products?)\b[^.;,]*\b(?:there (?:is|are) (?:none|nothing)|(?:we|the (?:` + ourNouns + `)) (?:have|has) (?:none|nothing))\b`)

// denials are the sentences that deny software or hardware.
func denials(ss []sentence) []sentence {
	var out []sentence
	for _, s := range ss {
		at := softwareNoun.FindStringIndex(s.Low)
		if at == nil || registerOf.MatchString(s.Low[:at[0]]) {
			continue
		}
		if noneOf.MatchString(s.Low) {
			out = append(out, s)
			continue
		}
		if m := topic.FindStringIndex(s.Low); m != nil && at[1] <= m[1] && topicDenied.MatchString(s.Low[m[1]:]) {
			out = append(out, s)
			continue
		}
		if noneBehind.MatchString(s.Low[at[1]:]) {
			out = append(out, s)
			continue
		}
		if as := readContext(s.Low).assert(at[0], at[1]); as.Negated && !as.Other && !exceptWords.MatchString(s.Low) {
			out = append(out, s)
		}
	}
	return out
}

// softwareDenials are the denials of software anywhere in the reply.
func (c *coder) softwareDenials() []sentence {
	var out []sentence
	for _, s := range denials(c.reply) {
		if !c.superseded(s) && !absentShape.MatchString(s.Low) {
			out = append(out, s)
		}
	}
	return out
}
