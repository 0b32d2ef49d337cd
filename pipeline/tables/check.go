package tables

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"roundrobin/schema"
)

// check holds rows against their schema and sorts them by primary key.
func check(s *schema.Table, rows []row) (Rows, error) {
	out := Rows{Schema: s, Cells: make([][]any, 0, len(rows))}
	for _, r := range rows {
		cells, err := checkRow(s, r)
		if err != nil {
			return out, err
		}
		out.Cells = append(out.Cells, cells)
	}
	key := keyIndexes(s)
	slices.SortFunc(out.Cells, func(a, b []any) int { return compareKeys(key, a, b) })
	for i := 1; i < len(out.Cells); i++ {
		if compareKeys(key, out.Cells[i-1], out.Cells[i]) == 0 {
			return out, fmt.Errorf("row %s, column %s: primary key stands twice",
				keyText(out.Cells[i], key), strings.Join(s.PrimaryKey, ", "))
		}
	}
	return out, nil
}

func checkRow(s *schema.Table, r row) ([]any, error) {
	fail := func(column string, err error) error {
		key := make([]string, len(s.PrimaryKey))
		for i, k := range s.PrimaryKey {
			key[i] = fmt.Sprint(r[k])
		}
		return fmt.Errorf("row %s, column %s: %w", strings.Join(key, "/"), column, err)
	}
	cells := make([]any, len(s.Fields))
	for i := range s.Fields {
		f := &s.Fields[i]
		v, given := r[f.Name]
		if !given {
			return nil, fail(f.Name, errors.New("column is not filled"))
		}
		cell, err := checkCell(f, v)
		if err != nil {
			return nil, fail(f.Name, err)
		}
		cells[i] = cell
	}
	if len(r) > len(s.Fields) {
		return nil, fail(unknownColumn(s, r), errors.New("unknown column"))
	}
	return cells, nil
}

// unknownColumn is the first column, by name, that the schema does not have.
func unknownColumn(s *schema.Table, r row) string {
	var unknown []string
	for name := range r {
		if s.Field(name) == nil {
			unknown = append(unknown, name)
		}
	}
	return slices.Min(unknown)
}

// checkCell gives a value its stored form and holds it to the column's
// constraints. An empty text and a zero time are null.
func checkCell(f *schema.Field, v any) (any, error) {
	v, err := convert(f, v)
	if err != nil {
		return nil, err
	}
	if v == nil {
		if f.Constraints.Required {
			return nil, errors.New("null in a required column")
		}
		return nil, nil
	}
	if items, ok := v.([]string); ok {
		for _, item := range items {
			if item == "" {
				return nil, errors.New("empty item in a list")
			}
			if c := f.ItemConstraints; c != nil {
				if err := constrain(c, item); err != nil {
					return nil, err
				}
			}
		}
		return v, nil
	}
	return v, constrain(&f.Constraints, v)
}

// convert gives a value the type of its column.
func convert(f *schema.Field, v any) (any, error) {
	switch v := v.(type) {
	case nil:
		return nil, nil
	case string:
		if f.Type == schema.String {
			if v == "" {
				return nil, nil
			}
			return validUTF8(v), nil
		}
	case int:
		return convert(f, int64(v))
	case int64:
		if f.Type == schema.Integer {
			if f.Bits == 0 && int64(int32(v)) != v {
				return nil, fmt.Errorf("%d does not fit in 32 bits", v)
			}
			return v, nil
		}
	case float64:
		if f.Type == schema.Number && !math.IsNaN(v) && !math.IsInf(v, 0) {
			return v, nil
		}
	case bool:
		if f.Type == schema.Boolean {
			return v, nil
		}
	case time.Time:
		if f.Type == schema.Date {
			if v.IsZero() {
				return nil, nil
			}
			return time.Date(v.Year(), v.Month(), v.Day(), 0, 0, 0, 0, time.UTC), nil
		}
	case []string:
		if f.Type == schema.List {
			return convertList(f, v), nil
		}
	}
	return nil, fmt.Errorf("wrong type: %T %v is no %s", v, v, f.Type)
}

// convertList sorts a list. No list at all is null where null is allowed.
func convertList(f *schema.Field, items []string) any {
	if items == nil && !f.Constraints.Required {
		return nil
	}
	out := make([]string, len(items))
	for i, item := range items {
		out[i] = validUTF8(item)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// validUTF8 replaces each invalid byte by one U+FFFD, so that offsets in code
// points, which count such a byte as one, stay true.
func validUTF8(s string) string { return string([]rune(s)) }

// constrain holds one value to a column's or an item's constraints.
func constrain(c *schema.Constraints, v any) error {
	switch v := v.(type) {
	case string:
		if len(c.Enum) > 0 && !slices.Contains(c.Enum, v) {
			return fmt.Errorf("unknown code %q", v)
		}
		if c.Pattern != nil && !c.Pattern.MatchString(v) {
			return fmt.Errorf("%q does not match %s", v, c.Pattern)
		}
	case int64:
		return inBounds(c, float64(v))
	case float64:
		return inBounds(c, v)
	}
	return nil
}

func inBounds(c *schema.Constraints, v float64) error {
	if c.Minimum != nil && v < *c.Minimum || c.Maximum != nil && v > *c.Maximum {
		return fmt.Errorf("%v is out of bounds", v)
	}
	return nil
}
