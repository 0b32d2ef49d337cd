package review

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"roundrobin/schema"
)

// decodeRecord reads a mapping of columns of a table: an unknown column, a key
// that stands twice or an unknown code is an error that begins with its line.
func decodeRecord(n *yaml.Node, t *schema.Table) (record, error) {
	r := record{}
	err := eachPair(n, func(key, value *yaml.Node) error {
		f := t.Field(key.Value)
		if f == nil {
			return fmt.Errorf("%d: unknown key %q, no column of %s", key.Line, key.Value, t.Name)
		}
		v, err := decodeValue(value, f)
		r[f.Name] = v
		return err
	})
	return r, err
}

// eachPair calls fn for the pairs of a mapping in their order.
func eachPair(n *yaml.Node, fn func(key, value *yaml.Node) error) error {
	if n.Kind != yaml.MappingNode {
		return fmt.Errorf("%d: %q is no mapping", n.Line, n.Value)
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if seen[key.Value] {
			return fmt.Errorf("%d: key %q stands twice", key.Line, key.Value)
		}
		seen[key.Value] = true
		if err := fn(key, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// decodeValue reads a cell: nothing for null and for not_stated where the
// column has no such code.
func decodeValue(n *yaml.Node, f *schema.Field) ([]string, error) {
	if f.Type == schema.List && n.Kind == yaml.SequenceNode {
		values := []string{}
		for _, item := range n.Content {
			if err := checkCode(item, f); err != nil {
				return nil, err
			}
			values = append(values, item.Value)
		}
		return values, nil
	}
	if null(n) || n.Value == notStated && !slices.Contains(f.Codes(), notStated) {
		return []string{}, nil
	}
	if f.Type == schema.List {
		return nil, fmt.Errorf("%d: %s is no list", n.Line, f.Name)
	}
	if err := checkCode(n, f); err != nil {
		return nil, err
	}
	return []string{strings.Join(strings.Fields(n.Value), " ")}, nil
}

// periodKinds are the kinds of retention rule that gold files write in place of
// a length.
var periodKinds = []string{"indefinite", "none", "unspecified"}

// checkCode holds one value to the type and vocabulary of its column.
func checkCode(n *yaml.Node, f *schema.Field) error {
	if n.Kind != yaml.ScalarNode {
		return fmt.Errorf("%d: %s is no plain value", n.Line, f.Name)
	}
	if f.Name == "period" && slices.Contains(periodKinds, n.Value) {
		return nil
	}
	if codes := f.Codes(); len(codes) > 0 && !slices.Contains(codes, n.Value) {
		return fmt.Errorf("%d: unknown code %q for %s", n.Line, n.Value, f.Name)
	}
	if p := f.Constraints.Pattern; p != nil && !p.MatchString(n.Value) {
		return fmt.Errorf("%d: %s: %q does not match %s", n.Line, f.Name, n.Value, p)
	}
	var err error
	switch f.Type {
	case schema.Integer:
		_, err = strconv.ParseInt(n.Value, 10, 64)
	case schema.Date:
		_, err = time.Parse(time.DateOnly, n.Value)
	}
	if err != nil {
		return fmt.Errorf("%d: %s: %q is no %s", n.Line, f.Name, n.Value, f.Type)
	}
	return nil
}

func null(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }
