package code

import "regexp"

// A company is told beside its product: behind it ("Pulsar, supplied by Access
// Intelligence", "Falcon.io (Cision)"), before it ("Access Intelligence do
// Pulsar", "Salesforce, whose Radian6 we had") or of it ("the company is …").
var (
	madeBy  = regexp.MustCompile(`\b(?:suppl(?:ied|ier)|provided|provider|developed|developer|made|maker|sold|seller|operated|owned|owner|run|licensed|hosted|offered|marketed|product|tool|software|part|company|vendor|firm|people|business|behind [a-z]\w+)s?(?: \w+){0,3}? (?:by|from|of|is|are|was|being|called|named)(?: (?:the|a|an|company|firm|called|named|it))* $|\b(?:company|supplier|provider|vendor|maker|firm|owner): ?$|\bfrom (?:the company |the firm )?$`)
	inRound = regexp.MustCompile(`^[^()]*\((?:(?:supplied|provided|made|sold|owned|run|operated|offered|a product|part) )?(?:(?:by|from|of|the|company|is|vendor|supplier|provider|now|owner|maker)[: ]+)*$`)
	makes   = regexp.MustCompile(`^(?:(?:,? (?:who|which))? (?:do|does|makes?|suppl(?:y|ies)|provides?|sells?|owns?|runs?|offers?|develops?|operates?|are behind|is behind|are the people behind)(?: (?:it|the|a|product|tool|software|called|named))*|,? whose (?:(?:products?|tools?|software|package|service|platform|old|former|new|own|listening|scheduling|monitoring) ){0,2}|'s?(?: (?:\w+ ){0,2})?) ?$`)
	// soldBy and sells stand on both sides of a company: "which Cision sells".
	soldBy   = regexp.MustCompile(`^,? (?:which|that) (?:\w+ly )?$`)
	sells    = regexp.MustCompile(`^ (?:\w+ly )?(?:sells?|makes?|owns?|supplies|provides?|offers?|runs?|develops?|bought|acquired|has bought|now owns)\b`)
	justName = regexp.MustCompile(`^[ (,]*$`)
)

// withoutVendors leaves out the companies that a sentence names beside their
// product, which are no products of their own.
func (a *productAnswer) withoutVendors(hits []productHit) []productHit {
	var out []productHit
	for i, h := range hits {
		if !a.besideProduct(hits, i) {
			out = append(out, h)
		}
	}
	return out
}

// besideProduct tells whether hit i is the company of another product of its
// sentence.
func (a *productAnswer) besideProduct(hits []productHit, i int) bool {
	h, low := hits[i], a.sentences[hits[i].Sentence].low
	for j, o := range hits {
		if j == i || o.Sentence != h.Sentence || o.Product == h.Product {
			continue
		}
		ours := o.Vendor == h.Product
		switch {
		case o.End <= h.Start && (ours || !h.Known):
			between := low[o.End:h.Start]
			if soldBy.MatchString(between) && sells.MatchString(low[h.End:]) || madeBy.MatchString(between) || inRound.MatchString(between) || ours && justName.MatchString(between) {
				return true
			}
		case h.End <= o.Start:
			between := low[h.End:o.Start]
			if makes.MatchString(between) || ours && (between == " " || !h.Known && justName.MatchString(between) || madeBy.MatchString(low[:h.Start])) {
				return true
			}
		}
	}
	return false
}
