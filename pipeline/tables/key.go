package tables

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"roundrobin/schema"
)

// keyIndexes are the positions of the primary key's columns.
func keyIndexes(s *schema.Table) []int {
	var key []int
	for _, k := range s.PrimaryKey {
		key = append(key, slices.IndexFunc(s.Fields, func(f schema.Field) bool { return f.Name == k }))
	}
	return key
}

// compareKeys orders two rows by their key: texts by their bytes, as DuckDB
// does, numbers by value.
func compareKeys(key []int, a, b []any) int {
	for _, i := range key {
		var c int
		switch x := a[i].(type) {
		case string:
			c = strings.Compare(x, b[i].(string))
		case int64:
			c = cmp.Compare(x, b[i].(int64))
		}
		if c != 0 {
			return c
		}
	}
	return 0
}

func keyText(cells []any, key []int) string {
	parts := make([]string, len(key))
	for i, k := range key {
		parts[i] = fmt.Sprint(cells[k])
	}
	return strings.Join(parts, "/")
}
