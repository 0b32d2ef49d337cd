package code

import "regexp"

// putClass states the most intrusive practice that is told of.
func (c *coder) putClass() {
	monitors := c.monitorsOverall()
	if c.withheld("monitors_students") {
		monitors = ""
	}
	k := c.claims
	switch {
	case monitors == yes && len(k.routine) > 0:
		c.put("practice_class", "routine", "systematic", k.routine[0].All())
	case monitors == yes && len(c.coversAll()) > 0:
		c.put("practice_class", "routine", "all students covered", c.coversAll()[0].All())
	case monitors == yes:
		c.put("practice_class", "targeted", "monitors on its own initiative", c.evidenceOf("monitors_students")...)
	case len(k.review) > 0:
		c.put("practice_class", "reactive", "looks when a concern arises", k.review[0].All())
	case len(k.listening) > 0:
		c.put("practice_class", "listening", "follows mentions", k.listening[0].All())
	case c.out.Practice["listens_to_mentions"].Code == yes:
		c.put("practice_class", "listening", "follows mentions", c.evidenceOf("listens_to_mentions")...)
	case monitors == no:
		c.put("practice_class", "none", "nothing of the kind", c.evidenceOf("monitors_students")...)
	}
}

// everybody matches a scope that takes in all students.
var everybody = regexp.MustCompile(`\b(?:all|every|each|any) (?:\w+ )?(?:of (?:our|its|the) )?students?\b|\bwhole student (?:body|population)\b|\bnobody is (?:left out|excluded|exempt)\b`)

// coversAll are the sentences, in the answers on how and how often, that say of
// a body that monitors that nobody is left out.
func (c *coder) coversAll() []sentence {
	var out []sentence
	c.each(func(a *answer) {
		if r := a.leaf.AppliesIf; r == nil || r.Variable != "monitors_students" || a.Disposition != answered || a.leaf.Document != "" || a.leaf.YesNo {
			return
		}
		for _, s := range a.told().parts {
			at := everybody.FindStringIndex(s.Low)
			if at != nil && covered.MatchString(s.Low) && readContext(s.Low).assert(at[0], at[1]) == (assertion{}) && !deniedWords.MatchString(s.Low[:at[0]]) {
				out = append(out, s)
			}
		}
	})
	return out
}

// covered matches what makes a mention of all students the scope of a practice.
var covered = regexp.MustCompile(`\b(?:cover(?:s|ed|ing)?|in scope|within (?:its |the )?scope|includ(?:es?|ed|ing)|monitor\w*|concern(?:s|ed)?|affect(?:s|ed)?|appl(?:y|ies)|takes? in|embraces?|extends?|scans?|scanned|watched|searched|checked|looked at)\b|^\W*(?:all|every|each)\b`)
