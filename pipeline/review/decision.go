package review

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"roundrobin/schema"
)

// Decision is what a person decided of one cell, after the rules. A file of
// decisions is a YAML list of mappings with these keys; all but column, status
// and quote are needed.
//
// A question names a row of answers, whose column is disposition, basis or
// polarity. A variable names a column of monitoring_practice. A decision that
// confirms what the rules say counts for the agreement and marks the cell as
// reviewed.
type Decision struct {
	Request  string    `yaml:"request"`
	Question string    `yaml:"question"` // this
	Variable string    `yaml:"variable"` // or this
	Column   string    `yaml:"column"`   // of answers; disposition if empty
	Code     yaml.Node `yaml:"code"`     // a code, a list of codes, or null
	Status   string    `yaml:"status"`   // of a variable without a value; not_stated if empty
	Quote    string    `yaml:"quote"`    // the words it rests on, to the letter; those of the rules if empty
	Coder    string    `yaml:"coder"`    // initials, never published
	Date     string    `yaml:"date"`     // 2020-06-02
	Reason   string    `yaml:"reason"`   // published, so it names no person

	on time.Time // Date
	at string    // file and line
}

// Decisions are all decisions, by request and in order of the files.
type Decisions struct{ byRequest map[string][]Decision }

// LoadDecisions reads the files *.yaml of a folder. A folder that is not there
// holds no decision. An unknown key or code, and a cell decided twice, are
// errors that name file and line.
func LoadDecisions(dir string) (*Decisions, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	if err != nil {
		return nil, fmt.Errorf("list decisions: %w", err)
	}
	tables, err := schema.Tables()
	if err != nil {
		return nil, fmt.Errorf("load table schemas: %w", err)
	}
	all := &Decisions{byRequest: map[string][]Decision{}}
	decided := map[string]string{}
	for _, path := range paths {
		decisions, err := decodeDecisions(path)
		if err != nil {
			return nil, fmt.Errorf("read decisions: %w", err)
		}
		for i := range decisions {
			d := &decisions[i]
			if err := d.check(tables); err != nil {
				return nil, fmt.Errorf("read decisions: %s: %w", d.at, err)
			}
			if first := decided[d.cell()]; first != "" {
				return nil, fmt.Errorf("read decisions: %s: decided at %s already", d.at, first)
			}
			decided[d.cell()] = d.at
			all.byRequest[d.Request] = append(all.byRequest[d.Request], *d)
		}
	}
	return all, nil
}

func decodeDecisions(path string) ([]Decision, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var decisions []Decision
	dec := yaml.NewDecoder(f)
	dec.KnownFields(true)
	if err := dec.Decode(&decisions); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	for i := range decisions {
		d := &decisions[i]
		if d.Code.Kind == 0 {
			return nil, fmt.Errorf("%s: decision %d has no code, write null if there is none", path, i+1)
		}
		d.at = fmt.Sprintf("%s:%d", path, d.Code.Line)
	}
	return decisions, nil
}

// cell names what is decided.
func (d *Decision) cell() string {
	return strings.Join([]string{d.Request, d.Question, d.column()}, "/")
}

// column is the column decided on, of answers or of monitoring_practice.
func (d *Decision) column() string {
	if d.Variable != "" {
		return d.Variable
	}
	if d.Column == "" {
		return "disposition"
	}
	return d.Column
}

// check holds a decision against the schema of its table and reads its day.
func (d *Decision) check(tables []schema.Table) error {
	switch {
	case d.Request == "" || d.Coder == "" || d.Reason == "":
		return errors.New("request, coder and reason are needed")
	case (d.Question == "") == (d.Variable == ""):
		return errors.New("a decision is on a question or a variable")
	case d.Variable != "" && d.Column != "":
		return errors.New("column belongs to a question")
	}
	on, err := time.Parse(time.DateOnly, d.Date)
	if err != nil {
		return fmt.Errorf("date %q is no day", d.Date)
	}
	d.on = on
	table := tableNamed(tables, "answers")
	if d.Variable != "" {
		table = tableNamed(tables, "monitoring_practice")
	} else if !slices.Contains([]string{"disposition", "basis", "polarity"}, d.column()) {
		return fmt.Errorf("column %s of answers is not decided on", d.Column)
	}
	column := table.Field(d.column())
	if column == nil {
		return fmt.Errorf("unknown variable %q", d.Variable)
	}
	values, err := decodeValue(&d.Code, column)
	if err != nil {
		return fmt.Errorf("line %w", err)
	}
	if len(values) == 0 && column.Constraints.Required {
		return fmt.Errorf("%s cannot be null", column.Name)
	}
	return d.checkStatus(table, len(values) > 0)
}

func (d *Decision) checkStatus(table *schema.Table, value bool) error {
	if d.Status == "" {
		return nil
	}
	status := table.Field(d.column() + statusSuffix)
	if status == nil || value {
		return errors.New("status belongs to a variable without a value")
	}
	if !slices.Contains(status.Codes(), d.Status) || d.Status == "stated" {
		return fmt.Errorf("unknown status %q", d.Status)
	}
	return nil
}
