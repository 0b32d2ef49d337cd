package thread

import (
	"slices"
	"time"
)

// Evidence ties one cell to the words it rests on. RowKey is the rest of the
// row's primary key behind request_id, joined by slashes: "q4" in answers,
// "Hootsuite/listening" in software_used, "2" in tables with a seq (from 1, in
// the order of the facts), "dpia" in documents, "q4/foia/31" in exemptions and
// "" in requests and monitoring_practice.
type Evidence struct {
	Table    string // table of the cell
	RowKey   string // the row's key below the request, "" for one row a request
	Variable string // the column
	Value    string // the value as written in the cell
	Span     Span
	Rule     string // name of the rule that fired
	Coder    string // who decided: rules, manual, reviewed; "" reads as rules
}

// Answer is the coded answer to one leaf of the questionnaire.
type Answer struct {
	QuestionID  string
	Disposition string
	Basis       string
	Polarity    string   // "" where null
	Exemptions  []string // "FOIA s.31(1)(a)", sorted
	RefersTo    []string // leaves or links that a pointer names, sorted
	Spans       []Span   // the answer's own words, in order
	Text        string   // the words of Spans, unwrapped
	Confidence  float64  // 0–1, the estimated chance that disposition is right
	Review      []string // reasons why a person should look, empty for none
	Coder       string   // who decided: rules, manual, reviewed; "" reads as rules
}

// Value is a variable of monitoring_practice with its status.
type Value struct {
	Code   string   // "" for null; single-valued variables
	List   []string // sorted, for list variables
	Status string   // stated, not_stated, not_held, refused, …
}

// Software is a product named as in use.
type Software struct {
	Product, Vendor, Category string
	Use, Status               string
	QuestionID                string
}

// Retention is one stated rule on how long data is kept.
type Retention struct {
	Period, PeriodMin string // ISO 8601 durations, or "" for kinds without a length
	Months            int    // the longest, rounded up; -1 for none
	Kind              string // fixed, range, indefinite, none, unspecified
	Trigger, Scope    string
	Basis             string
	Text              string // as written
	QuestionID        string
}

// Document is the status of one type of document asked for.
type Document struct {
	Type, Status  string
	URL, Filename string
}

// Count is a number as stated. Known is false where no number was given.
type Count struct {
	N         int64
	Known     bool
	Qualifier string // exact, fewer_than, about, at_least, ""
}

// Period is a stated period; zero times where not known.
type Period struct {
	Start, End time.Time
	Text       string
}

// Disclosure is one recipient in one period.
type Disclosure struct {
	Recipient, RecipientText string
	Count                    Count
	Period                   Period
}

// Usage is one figure on how often monitoring was used.
type Usage struct {
	Count  Count
	Period Period
	Unit   string // students, cases, searches, requests, other
}

// Exemption is one section cited for one leaf.
type Exemption struct {
	QuestionID               string
	Law, Section, Subsection string
	Applied                  bool // applied to the information, not merely mentioned
}

// Request is what the thread says of the request itself.
type Request struct {
	Reference                                  string
	SentOn, AcknowledgedOn, DueOn, RespondedOn time.Time
	WorkingDays                                int // -1 where unknown
	Timeliness, Outcome                        string
}

// Coded is everything coded from one thread.
type Coded struct {
	Request     Request
	Answers     []Answer
	Practice    map[string]Value // by variable
	Software    []Software
	Retention   []Retention
	Documents   []Document
	Disclosures []Disclosure
	Usage       []Usage
	Exemptions  []Exemption
	Evidence    []Evidence
}

// Ways in which an answer was aligned to a leaf.
const (
	ByLabel   = "label"   // its own number or letter
	ByWording = "wording" // its question is restated above it
	ByGroup   = "group"   // a label or heading that takes in several leaves
	ByParent  = "parent"  // a parent's answer that speaks to an unlabelled sub-question
	ByContent = "content" // what it says
	ByPosture = "whole"   // a statement on the request as a whole
)

// Aligned is the part of a reply that answers one leaf. Paragraphs is empty
// where the leaf's own label stands there with nothing under it.
type Aligned struct {
	QuestionID string
	Message    int // index of the message it stands in
	Method     string
	Labelled   bool     // the leaf has a label or its wording of its own
	Paragraphs [][]Span // each as the pieces of its text
	Score      float64  // 0–1, how well the signals agree
}

// Spans are the pieces of all paragraphs.
func (a *Aligned) Spans() []Span { return slices.Concat(a.Paragraphs...) }
