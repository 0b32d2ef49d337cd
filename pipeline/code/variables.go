package code

import (
	"slices"

	"roundrobin/pipeline/thread"
)

// notStated is the status of a variable on which the reply says nothing.
const notStated = "not_stated"

// practice fills the variables of monitoring_practice from the whole reply.
func (c *coder) practice() {
	c.out.Practice = map[string]thread.Value{}
	for _, v := range c.cb.Variables {
		c.out.Practice[v.Name] = thread.Value{Status: c.missing(v.From)}
	}
	if !c.replied {
		return
	}
	k := &c.claims
	if len(k.review) == 0 {
		k.review = c.reviewGrounds()
	}
	c.putMonitors()
	c.putManner("overt", k.overt, k.noOvert)
	c.putManner("covert", k.covert, k.noCovert)
	c.putYesNo("listens_to_mentions", k.listening, k.noListen, "mentions of the institution followed")
	c.listensWithProduct()
	c.putYesNo("reviews_on_complaint", k.review, k.noReview, "posts looked at when a concern arises")
	c.putPublic()
	c.putFromItem("prevent_exclusive", false)
	c.putPolicy()
	c.putSoftware()
	c.putInternal()
	c.putFromItem("deletion_on_request", true)
	c.putFromItem("covid_unchanged", true)
	c.putWarrants()
	listening := c.toldOfListening()
	c.putPlatforms(listening)
	c.putPurposes(listening)
	c.putClass()
}

// missing says why a variable has no value: by the disposition of the leaf it
// comes from.
func (c *coder) missing(leaf string) string {
	a := c.answers[leaf]
	if a == nil {
		return notStated
	}
	switch a.Disposition {
	case noResponse, ncnd, refused, notHeld, referred, notApplicable:
		return a.Disposition
	}
	return notStated
}

// put states a variable with its evidence.
func (c *coder) put(name, code, rule string, spans ...thread.Span) {
	c.out.Practice[name] = thread.Value{Code: code, Status: stated}
	c.prove("monitoring_practice", "", name, code, rule, spans...)
}

func (c *coder) putMonitors() {
	code := c.monitorsOverall()
	if code == "" || c.withheld("monitors_students") {
		return
	}
	k := c.claims
	spans := c.under("monitors_students").evidence
	if len(spans) == 0 || c.under("monitors_students").Polarity == "" {
		spans = spansOf(slices.Concat(firstOf(k.denial), firstOf(k.affirmation), firstOf(k.review), firstOf(k.listening))...)
	}
	c.put("monitors_students", code, "monitoring", spans...)
}

// withheld tells whether the leaf that feeds a variable is refused, or neither
// confirmed nor denied: nothing elsewhere makes up for that.
func (c *coder) withheld(variable string) bool {
	a := c.under(variable)
	return a != nil && (a.Disposition == ncnd || a.Disposition == refused)
}

func firstOf(ss []sentence) []sentence { return ss[:min(1, len(ss))] }

// putManner states overt or covert: by what is said of it, else by a plain
// denial of all monitoring, which denies both.
func (c *coder) putManner(name string, said, denied []sentence) {
	a := c.under(name)
	if a == nil {
		return
	}
	both := a.Polarity == yes && len(a.parts) > 0 && bothDone.MatchString(a.low())
	switch {
	case both:
		c.put(name, yes, "both forms", a.parts[0].All())
	case len(said) > 0:
		c.put(name, yes, name+" affirmed", said[0].All())
	case len(denied) > 0:
		c.put(name, no, name+" denied", denied[0].All())
	case c.withheld(name):
	case c.plainDenial() != nil:
		c.put(name, no, "all monitoring denied", c.plainDenial().All())
	}
}

// plainDenial is the sentence that denies all monitoring without reserve, nil
// where there is none.
func (c *coder) plainDenial() *sentence {
	a := c.under("monitors_students")
	if a == nil || a.Polarity == yes || a.Polarity == qualified {
		return nil
	}
	if d := of(a, c.claims.denial); len(d) > 0 {
		return &d[0]
	}
	if a.Polarity == no && len(a.parts) > 0 {
		return &a.parts[0]
	}
	if a.Polarity == "" && len(c.claims.denial) > 0 && c.monitorsOverall() == no {
		return &c.claims.denial[0]
	}
	return nil
}

// listensWithProduct states listening of a body that has a product in use for
// it, where no sentence tells it.
func (c *coder) listensWithProduct() {
	if len(c.claims.listening) > 0 {
		return
	}
	for _, s := range c.out.Software {
		if s.Use != useListening || s.Status != softwareUsed {
			continue
		}
		for _, e := range c.out.Evidence {
			if e.Table == "software_used" && e.Value == s.Product {
				c.put("listens_to_mentions", yes, "listening product in use", e.Span)
				return
			}
		}
	}
}

func (c *coder) putYesNo(name string, said, denied []sentence, rule string) {
	switch {
	case len(said) > 0:
		c.put(name, yes, rule, said[0].All())
	case len(denied) > 0:
		c.put(name, no, rule+" (denied)", denied[0].All())
	}
}

// putPublic states public_content_only where what is looked at is public. Of a
// body that does not say whether it looks at students nobody knows that, and
// that mentions are public says nothing of posts looked at after a complaint.
func (c *coder) putPublic() {
	found := c.claims.public
	if len(c.claims.review) > 0 {
		found = slices.DeleteFunc(slices.Clone(found), func(s sentence) bool {
			same := func(o sentence) bool { return o.All() == s.All() }
			return slices.ContainsFunc(c.claims.listening, same) && !slices.ContainsFunc(c.claims.review, same)
		})
	}
	if len(found) > 0 && (len(c.claims.review) > 0 || !c.withheld("public_content_only")) {
		c.put("public_content_only", yes, "public content only", found[0].All())
	}
}

// putFromItem states a yes/no variable from the polarity of its own item. A
// qualified yes is a yes where the guide says so.
func (c *coder) putFromItem(name string, qualifiedIsYes bool) {
	a := c.under(name)
	if a == nil || a.Polarity == "" || a.Polarity == qualified && !qualifiedIsYes {
		return
	}
	code := a.Polarity
	if code == qualified {
		code = yes
	}
	c.put(name, code, "answer to "+a.QuestionID, a.evidence...)
}

func (c *coder) putPolicy() {
	a := c.under("policy_status")
	if a == nil || a.Polarity == "" {
		return
	}
	code := map[string]string{yes: "dedicated", qualified: "other_policies", no: "none"}[a.Polarity]
	c.put("policy_status", code, "answer to "+a.QuestionID, a.evidence...)
}

// evidenceOf are the spans that a variable rests on.
func (c *coder) evidenceOf(variable string) []thread.Span {
	var out []thread.Span
	for _, e := range c.out.Evidence {
		if e.Table == "monitoring_practice" && e.Variable == variable {
			out = append(out, e.Span)
		}
	}
	return out
}
