package thread

import "time"

// Evidence ties one cell to the words it rests on.
type Evidence struct {
	Table    string // table of the cell
	RowKey   string // the row's key below the request, "" for one row a request
	Variable string // the column
	Value    string // the value as written in the cell
	Span     Span
	Rule     string // name of the rule that fired
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
