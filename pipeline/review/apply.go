package review

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"roundrobin/pipeline/thread"
)

// reviewed is the coder of a cell that a person decided after the rules.
const reviewed = "reviewed"

// Applied is a decision beside what the rules had said. Question is "" for a
// variable of the practice. A code is "" for none; a variable without a value
// has its status for a code, so that refused is not the same as not held.
type Applied struct {
	Question, Column string
	Rules, Person    string
	On               time.Time
	Reason           string
}

// Apply overrides the codes of a thread by the decisions on it. The words that
// the rules cited stay the evidence, under the coder reviewed, unless the
// decision quotes others. A decision on a cell, or a quote, that is not there is
// an error that names file and line. Threads may be treated at the same time.
func (ds *Decisions) Apply(t *thread.Thread, c *thread.Coded) ([]Applied, error) {
	var applied []Applied
	for i := range ds.byRequest[t.RequestID] {
		d := &ds.byRequest[t.RequestID][i]
		a, err := d.apply(t, c)
		if err != nil {
			return nil, fmt.Errorf("apply decision %s: %w", d.at, err)
		}
		applied = append(applied, a)
	}
	return applied, nil
}

// Unknown lists the file and line of the decisions on requests that are not
// among the ids.
func (ds *Decisions) Unknown(ids []string) []string {
	var out []string
	for _, request := range slices.Sorted(maps.Keys(ds.byRequest)) {
		if slices.Contains(ids, request) {
			continue
		}
		for _, d := range ds.byRequest[request] {
			out = append(out, d.at)
		}
	}
	return out
}

func (d *Decision) apply(t *thread.Thread, c *thread.Coded) (Applied, error) {
	a := Applied{Question: d.Question, Column: d.column(), On: d.on, Reason: d.Reason}
	var err error
	if d.Variable != "" {
		a.Rules, a.Person, err = d.applyVariable(c)
	} else {
		a.Rules, a.Person, err = d.applyAnswer(c)
	}
	if err != nil {
		return a, err
	}
	return a, d.cite(t, c, codeText(d.values()))
}

// values are the decided codes, none for null.
func (d *Decision) values() []string {
	if d.Code.Kind == yaml.ScalarNode {
		if null(&d.Code) || d.Code.Value == notStated {
			return nil
		}
		return []string{d.Code.Value}
	}
	var out []string
	for _, item := range d.Code.Content {
		out = append(out, item.Value)
	}
	slices.Sort(out)
	return out
}

func codeText(values []string) string {
	if len(values) == 0 {
		return "null"
	}
	return strings.Join(values, "; ")
}

// applyAnswer sets a column of an answer and returns the codes before and after.
// The answer needs no more review; a decided disposition is certain.
func (d *Decision) applyAnswer(c *thread.Coded) (before, after string, err error) {
	i := slices.IndexFunc(c.Answers, func(a thread.Answer) bool { return a.QuestionID == d.Question })
	if i < 0 {
		return "", "", fmt.Errorf("request %s has no question %s", d.Request, d.Question)
	}
	a := &c.Answers[i]
	cell := map[string]*string{"disposition": &a.Disposition, "basis": &a.Basis, "polarity": &a.Polarity}[d.column()]
	before, after = *cell, strings.Join(d.values(), "")
	*cell = after
	a.Coder, a.Review = reviewed, nil
	if d.column() == "disposition" {
		a.Confidence = 1
	}
	return before, after, nil
}

// applyVariable sets a variable of practice, with its status, and returns the
// codes before and after.
func (d *Decision) applyVariable(c *thread.Coded) (before, after string, err error) {
	v, ok := c.Practice[d.Variable]
	if !ok {
		return "", "", fmt.Errorf("request %s has no variable %s", d.Request, d.Variable)
	}
	before = shownCode(v)
	v = thread.Value{Status: "stated"}
	switch {
	case d.Code.Kind == yaml.SequenceNode:
		v.List = append([]string{}, d.values()...)
	case len(d.values()) > 0:
		v.Code = d.Code.Value
	default:
		v.Status = cmp.Or(d.Status, notStated)
	}
	c.Practice[d.Variable] = v
	return before, shownCode(v), nil
}

// shownCode is a variable's value, the items of a list joined, or its status.
func shownCode(v thread.Value) string {
	return cmp.Or(v.Code, strings.Join(v.List, "; "), v.Status)
}

// cite makes the evidence of the cell say what was decided.
func (d *Decision) cite(t *thread.Thread, c *thread.Coded, value string) error {
	table, row := "monitoring_practice", ""
	if d.Question != "" {
		table, row = "answers", d.Question
	}
	mine := func(e thread.Evidence) bool {
		return e.Table == table && e.RowKey == row && e.Variable == d.column()
	}
	if d.Quote == "" {
		d.keep(c, mine, value)
		return nil
	}
	span, ok := find(t, d.Quote)
	if !ok {
		return fmt.Errorf("quote %q does not stand in request %s", d.Quote, d.Request)
	}
	c.Evidence = append(slices.DeleteFunc(c.Evidence, mine), thread.Evidence{
		Table: table, RowKey: row, Variable: d.column(), Value: value, Span: span, Coder: reviewed,
	})
	return nil
}

// keep leaves the rules' evidence in place; that of list items which the person
// dropped goes.
func (d *Decision) keep(c *thread.Coded, mine func(thread.Evidence) bool, value string) {
	list := d.Code.Kind == yaml.SequenceNode
	c.Evidence = slices.DeleteFunc(c.Evidence, func(e thread.Evidence) bool {
		return list && mine(e) && !slices.Contains(d.values(), e.Value)
	})
	for i := range c.Evidence {
		if e := &c.Evidence[i]; mine(*e) {
			e.Coder = reviewed
			if !list {
				e.Value = value
			}
		}
	}
}

// find returns the first place of a quote in what the body sent.
func find(t *thread.Thread, quote string) (thread.Span, bool) {
	for i, m := range t.Messages {
		if m.Direction != thread.Received {
			continue
		}
		for a := -1; a < len(m.Attachments); a++ {
			ref := thread.TextRef{Message: i, Attachment: a}
			if at := strings.Index(t.Text(ref), quote); at >= 0 {
				return thread.Span{Ref: ref, Start: at, End: at + len(quote)}, true
			}
		}
	}
	return thread.Span{}, false
}
