// Package schema describes one round robin and the tables made from it: the
// codebook (questions, routing, variables, vocabularies, cues) and one table
// schema per table. Both are strictly decoded: an unknown key or code is an
// error that names file and line.
package schema

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"go.yaml.in/yaml/v3"
)

//go:embed codebook.yaml lexicon.tsv
var builtIn embed.FS

// Codebook describes one questionnaire sent to many bodies and how its replies
// are coded.
type Codebook struct {
	Batch     string     `yaml:"batch"`
	Title     string     `yaml:"title"`
	Sent      int        `yaml:"sent"` // bodies the round robin went to
	Activity  Pattern    `yaml:"activity"`
	Questions []Question `yaml:"questions"`
	Variables []Variable `yaml:"variables"`
	Documents []string   `yaml:"documents"` // document types, in order of the contract
	Words     string     `yaml:"lexicon"`   // file of word counts beside the codebook, "" for none

	Lexicon *Lexicon    `yaml:"-"` // what Words holds; nil for none
	Hash    string      `yaml:"-"` // SHA-256 of the codebook and its lexicon, lower-case hex
	leaves  []*Question // in order of the questionnaire
	byID    map[string]*Question
}

// Question is a node of the question tree. A heading carries no codes of its
// own; every other node is a leaf, also one with sub-questions.
type Question struct {
	ID        string     `yaml:"id"`
	Label     string     `yaml:"label"`
	Heading   bool       `yaml:"heading"`
	YesNo     bool       `yaml:"yes_no"`
	AppliesIf *Routing   `yaml:"applies_if"`
	Feeds     []string   `yaml:"feeds"`    // variables and tables it is the place for
	Document  string     `yaml:"document"` // document type a copy of which it asks for
	Titles    []Pattern  `yaml:"titles"`   // how a heading names its matter
	Cues      []Pattern  `yaml:"cues"`     // how a sentence that answers it can be told
	Children  []Question `yaml:"children"`

	Number int       `yaml:"-"` // position at its level, from 1
	Parent *Question `yaml:"-"` // nil at the top
	Order  int       `yaml:"-"` // position among the leaves, from 0; -1 for a heading
}

// Routing says when a question applies: not where the parent question, or
// failing an answer of its own the variable, has the polarity Unless.
type Routing struct {
	Question string `yaml:"question"`
	Variable string `yaml:"variable"`
	Unless   string `yaml:"unless"`
}

// Variable is a column of monitoring_practice.
type Variable struct {
	Name  string   `yaml:"name"`
	Label string   `yaml:"label"`
	Kind  string   `yaml:"kind"` // code, list or number
	Codes []string `yaml:"codes"`
	From  string   `yaml:"from"` // leaf whose disposition explains a missing value
}

// Pattern is a regular expression (RE2) over a sentence in lower case.
type Pattern struct{ *regexp.Regexp }

// UnmarshalYAML compiles the pattern; a faulty one is an error at its line.
func (p *Pattern) UnmarshalYAML(n *yaml.Node) error {
	re, err := regexp.Compile(n.Value)
	if err != nil {
		return fmt.Errorf("line %d: compile pattern: %w", n.Line, err)
	}
	p.Regexp = re
	return nil
}

// DefaultCodebook is the codebook built into the program.
func DefaultCodebook() (*Codebook, error) {
	return readCodebook(builtIn, "schema", "codebook.yaml")
}

// LoadCodebook reads a codebook, and the lexicon that it names, from a file.
func LoadCodebook(path string) (*Codebook, error) {
	dir, file := filepath.Split(path)
	return readCodebook(os.DirFS(filepath.Clean(dir)), filepath.Clean(dir), file)
}

// readCodebook reads a codebook out of a folder; dir is its name, for errors.
func readCodebook(folder fs.FS, dir, file string) (*Codebook, error) {
	data, err := fs.ReadFile(folder, file)
	if err != nil {
		return nil, fmt.Errorf("read codebook: %w", err)
	}
	cb, err := parseCodebook(filepath.Join(dir, file), data)
	if err != nil || cb.Words == "" {
		return cb, err
	}
	words, err := fs.ReadFile(folder, cb.Words)
	if err != nil {
		return nil, fmt.Errorf("read lexicon: %w", err)
	}
	counts, err := parseLexicon(filepath.Join(dir, cb.Words), words)
	if err != nil {
		return nil, err
	}
	if cb.Lexicon, err = cb.newLexicon(counts); err != nil {
		return nil, fmt.Errorf("check %s: %w", filepath.Join(dir, cb.Words), err)
	}
	sum := sha256.Sum256(append(data, words...))
	cb.Hash = hex.EncodeToString(sum[:])
	return cb, nil
}

func parseCodebook(path string, data []byte) (*Codebook, error) {
	var cb Codebook
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&cb); err != nil {
		return nil, fmt.Errorf("decode codebook %s: %w", path, err)
	}
	sum := sha256.Sum256(data)
	cb.Hash = hex.EncodeToString(sum[:])
	cb.byID = map[string]*Question{}
	if err := cb.index(cb.Questions, nil); err != nil {
		return nil, fmt.Errorf("check codebook %s: %w", path, err)
	}
	if err := cb.check(); err != nil {
		return nil, fmt.Errorf("check codebook %s: %w", path, err)
	}
	return &cb, nil
}

func (cb *Codebook) index(qs []Question, parent *Question) error {
	for i := range qs {
		q := &qs[i]
		q.Number, q.Parent, q.Order = i+1, parent, -1
		if q.ID == "" || cb.byID[q.ID] != nil {
			return fmt.Errorf("question id %q is empty or used twice", q.ID)
		}
		cb.byID[q.ID] = q
		if !q.Heading {
			q.Order = len(cb.leaves)
			cb.leaves = append(cb.leaves, q)
		}
		if err := cb.index(q.Children, q); err != nil {
			return err
		}
	}
	return nil
}

// check holds the references inside the codebook to be sound.
func (cb *Codebook) check() error {
	known := map[string]Variable{}
	for _, v := range cb.Variables {
		if !slices.Contains([]string{"code", "list", "number"}, v.Kind) {
			return fmt.Errorf("variable %s: unknown kind %q", v.Name, v.Kind)
		}
		if v.From != "" && cb.byID[v.From] == nil {
			return fmt.Errorf("variable %s: unknown question %q", v.Name, v.From)
		}
		known[v.Name] = v
	}
	for _, q := range cb.leaves {
		if r := q.AppliesIf; r != nil {
			if cb.byID[r.Question] == nil || known[r.Variable].Name == "" {
				return fmt.Errorf("question %s: routing names unknown %q or %q", q.ID, r.Question, r.Variable)
			}
			if r.Unless != "yes" && r.Unless != "no" {
				return fmt.Errorf("question %s: routing unless %q is neither yes nor no", q.ID, r.Unless)
			}
		}
		if q.Document != "" && !slices.Contains(cb.Documents, q.Document) {
			return fmt.Errorf("question %s: unknown document type %q", q.ID, q.Document)
		}
		for _, f := range q.Feeds {
			if known[f].Name == "" && !slices.Contains(factTables, f) {
				return fmt.Errorf("question %s: feeds unknown variable %q", q.ID, f)
			}
		}
	}
	return nil
}

// factTables are the tables that a question can feed beside the variables.
var factTables = []string{"software", "retention", "usage", "disclosures"}

// Leaves are the questions that carry codes, in order of the questionnaire.
func (cb *Codebook) Leaves() []*Question { return cb.leaves }

// Question returns the node with an id, nil where there is none.
func (cb *Codebook) Question(id string) *Question { return cb.byID[id] }

// Feeding returns the first leaf that feeds a variable or fact table, nil
// where none does.
func (cb *Codebook) Feeding(variable string) *Question {
	for _, q := range cb.leaves {
		if slices.Contains(q.Feeds, variable) {
			return q
		}
	}
	return nil
}

// Under returns the leaves at and below a node, in order.
func (q *Question) Under() []*Question {
	var out []*Question
	if !q.Heading {
		out = append(out, q)
	}
	for i := range q.Children {
		out = append(out, q.Children[i].Under()...)
	}
	return out
}

// Matches tells whether any of the patterns is found in a lower-case text.
func Matches(ps []Pattern, low string) bool {
	return slices.ContainsFunc(ps, func(p Pattern) bool { return p.MatchString(low) })
}

// Speaks tells whether a lower-case sentence speaks of the activity that the
// round robin asks about.
func (cb *Codebook) Speaks(low string) bool {
	return cb.Activity.Regexp != nil && cb.Activity.MatchString(low)
}
