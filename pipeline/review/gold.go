package review

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"go.yaml.in/yaml/v3"

	"roundrobin/schema"
)

// goldFile is a thread coded by hand. The sections stay nodes: their keys and
// codes are held against the schemas of the tables that they are about.
type goldFile struct {
	RequestID   string    `yaml:"request_id"`
	Request     yaml.Node `yaml:"request"`
	Institution yaml.Node `yaml:"institution"`
	Answers     yaml.Node `yaml:"answers"`
	Practice    yaml.Node `yaml:"practice"`
	Software    yaml.Node `yaml:"software"`
	Retention   yaml.Node `yaml:"retention"`
	Documents   yaml.Node `yaml:"documents"`
	Disclosures yaml.Node `yaml:"disclosures"`
	Usage       yaml.Node `yaml:"usage"`
	Notes       string    `yaml:"notes"`
}

// readGold reads all gold files of a folder, in order of their names.
func readGold(dir string, tables []schema.Table, fields []field) (*codes, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.gold.yaml"))
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", dir, err)
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("list %s: no file *.gold.yaml", dir)
	}
	gold := newCodes()
	seen := map[string]string{}
	for _, path := range paths {
		g, err := decodeGold(path)
		if err != nil {
			return nil, err
		}
		if first := seen[g.RequestID]; first != "" {
			return nil, fmt.Errorf("%s: request %s is coded in %s too", path, g.RequestID, first)
		}
		seen[g.RequestID] = path
		l := loader{tables: tables, fields: fields, into: gold, request: g.RequestID}
		if err := l.load(g); err != nil {
			return nil, fmt.Errorf("%s:%w", path, err)
		}
		gold.requests = append(gold.requests, g.RequestID)
	}
	slices.Sort(gold.requests)
	return gold, nil
}

func decodeGold(path string) (*goldFile, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var g goldFile
	dec := yaml.NewDecoder(f)
	dec.KnownFields(true)
	if err := dec.Decode(&g); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if g.RequestID == "" {
		return nil, fmt.Errorf("%s:1: request_id is missing", path)
	}
	return &g, nil
}

// loader files the sections of one gold file as rows of tables.
type loader struct {
	tables  []schema.Table
	fields  []field
	into    *codes
	request string
}

// load stops at the first error, which begins with the line.
func (l *loader) load(g *goldFile) error {
	for _, s := range []struct {
		node  *yaml.Node
		table string
		read  func(*yaml.Node, *schema.Table) error
	}{
		{&g.Request, "requests", l.row},
		{&g.Institution, "institutions", l.row},
		{&g.Answers, "answers", l.keyedRows},
		{&g.Practice, "monitoring_practice", l.row},
		{&g.Software, "software_used", l.rows},
		{&g.Retention, "retention_periods", l.rows},
		{&g.Documents, "documents", l.keyedStatus},
		{&g.Disclosures, "disclosures", l.rows},
		{&g.Usage, "usage", l.rows},
	} {
		if s.node.Kind == 0 || null(s.node) {
			continue
		}
		if err := s.read(s.node, tableNamed(l.tables, s.table)); err != nil {
			return err
		}
	}
	return nil
}

// row reads a mapping of columns.
func (l *loader) row(n *yaml.Node, t *schema.Table) error {
	r, err := decodeRecord(n, t)
	if err != nil {
		return err
	}
	l.into.add(l.fields, l.request, t.Name, r)
	return nil
}

// rows reads a list of such mappings.
func (l *loader) rows(n *yaml.Node, t *schema.Table) error {
	if n.Kind != yaml.SequenceNode {
		return fmt.Errorf("%d: %s is no list", n.Line, t.Name)
	}
	l.into.open(l.fields, l.request, t.Name)
	for _, row := range n.Content {
		if err := l.row(row, t); err != nil {
			return err
		}
	}
	return nil
}

// keyedRows reads a mapping from the key below the request to columns.
func (l *loader) keyedRows(n *yaml.Node, t *schema.Table) error {
	return eachPair(n, func(key, value *yaml.Node) error {
		r, err := decodeRecord(value, t)
		if err != nil {
			return err
		}
		r[t.RowKey()[0]] = []string{key.Value}
		l.into.add(l.fields, l.request, t.Name, r)
		return nil
	})
}

// keyedStatus reads a mapping from the key below the request to the status.
func (l *loader) keyedStatus(n *yaml.Node, t *schema.Table) error {
	key := t.Field(t.RowKey()[0])
	return eachPair(n, func(k, v *yaml.Node) error {
		if err := checkCode(k, key); err != nil {
			return err
		}
		status, err := decodeValue(v, t.Field("status"))
		if err != nil {
			return err
		}
		l.into.add(l.fields, l.request, t.Name, record{key.Name: {k.Value}, "status": status})
		return nil
	})
}
