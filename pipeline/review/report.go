package review

// Report is how a build agrees with the gold. Every list has a fixed order.
type Report struct {
	Requests    int           `json:"requests"` // in the gold
	Missing     []string      `json:"missing"`  // of them not in the build
	Fields      []FieldReport `json:"fields"`
	Means       []Mean        `json:"means"`
	Reliability Reliability   `json:"reliability"`
	Flags       []FlagReport  `json:"flags"`
	Rules       []RuleReport  `json:"rules"`
}

// FieldReport is the agreement on one field.
type FieldReport struct {
	Group         string         `json:"group"`
	Field         string         `json:"field"`
	N             int            `json:"n"` // cells compared
	Accuracy      Ratio          `json:"accuracy"`
	Micro         Score          `json:"micro"`           // over values; nulls and empty sets hold none
	Macro         *Score         `json:"macro,omitempty"` // over codes, null among them; only where there is a vocabulary
	Kappa         Ratio          `json:"kappa"`           // a set counts as one code
	Codes         []CodeScore    `json:"codes,omitempty"`
	Confusion     []Confused     `json:"confusion,omitempty"` // for columns with one code a cell
	Disagreements []Disagreement `json:"disagreements"`
}

// Confused is one cell of a confusion matrix that is not zero.
type Confused struct {
	Gold   string `json:"gold"`
	Output string `json:"output"`
	N      int    `json:"n"`
}

// Disagreement is one cell that differs, with what the build's side rests on.
type Disagreement struct {
	Request  string     `json:"request"`
	Key      string     `json:"key,omitempty"` // question or document type
	Gold     string     `json:"gold"`
	Output   string     `json:"output"`
	Lacking  []string   `json:"lacking,omitempty"` // of a set: items that only the gold has
	Surplus  []string   `json:"surplus,omitempty"` // and that only the build has
	Evidence []Evidence `json:"evidence"`
	Answer   string     `json:"answer,omitempty"` // the reply's words, where nothing else is cited
}

// Mean is the plain mean over several fields.
type Mean struct {
	Name     string   `json:"name"`
	Fields   []string `json:"fields"`
	Accuracy Ratio    `json:"accuracy"`
	MacroF1  Ratio    `json:"macro_f1"`
}

// report scores a field.
func (out *output) report(f *field, pairs []pair) FieldReport {
	r := FieldReport{Group: f.group, Field: f.name, N: len(pairs), Micro: micro(pairs), Disagreements: []Disagreement{}}
	labels := make([][2]string, len(pairs))
	right := 0
	for i := range pairs {
		p := &pairs[i]
		labels[i] = p.labels(f)
		if p.agrees() {
			right++
			continue
		}
		r.Disagreements = append(r.Disagreements, out.disagreement(f, p))
	}
	r.Accuracy, r.Kappa = ratio(right, len(pairs)), kappa(labels)
	if f.coded {
		r.Codes = perCode(f, pairs)
		r.Macro = macro(r.Codes)
		if !f.list {
			r.Confusion = confusion(labels)
		}
	}
	return r
}

func (out *output) disagreement(f *field, p *pair) Disagreement {
	labels := p.labels(f)
	d := Disagreement{Request: p.request, Key: p.key, Gold: labels[0], Output: labels[1], Evidence: []Evidence{}}
	if f.list || f.rows {
		d.Lacking, d.Surplus = texts(p.lacking()), texts(p.surplus())
	}
	d.Evidence = append(d.Evidence, out.evidence.of(f, *p)...)
	if len(d.Evidence) == 0 && f.key != "" {
		d.Answer = out.answers[place{p.request, "answers", "disposition", p.key}].text
	}
	return d
}

// means sums up the practice variables: those of yes and no, and all that have
// a vocabulary.
func means(fields []field, reports []FieldReport) []Mean {
	yesNo, all := Mean{Name: "practice, yes/no variables"}, Mean{Name: "practice, all coded variables"}
	for i := range fields {
		f := &fields[i]
		if f.group != "practice" || !f.coded {
			continue
		}
		all.Fields = append(all.Fields, f.name)
		if f.yesNo() {
			yesNo.Fields = append(yesNo.Fields, f.name)
		}
	}
	out := []Mean{}
	for _, m := range []Mean{yesNo, all} {
		if m.over(reports) {
			out = append(out, m)
		}
	}
	return out
}

// over fills in the means and the fields that were compared; false for none.
func (m *Mean) over(reports []FieldReport) bool {
	var names []string
	var accuracy, f1 []Ratio
	for _, name := range m.Fields {
		for _, r := range reports {
			if r.Group == "practice" && r.Field == name {
				names = append(names, name)
				accuracy = append(accuracy, r.Accuracy)
				f1 = append(f1, macroF1(r))
			}
		}
	}
	m.Fields, m.Accuracy, m.MacroF1 = names, mean(accuracy), mean(f1)
	return len(names) > 0
}

// macroF1 is the mean over codes; a field whose sets are empty on both sides
// throughout has no code and is all right.
func macroF1(r FieldReport) Ratio {
	if r.Macro == nil {
		return r.Accuracy
	}
	return r.Macro.F1
}

func confusion(labels [][2]string) []Confused {
	counts := map[[2]string]int{}
	for _, l := range labels {
		counts[l]++
	}
	var out []Confused
	for _, l := range sortedLabels(counts) {
		out = append(out, Confused{l[0], l[1], counts[l]})
	}
	return out
}
