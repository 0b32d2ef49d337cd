package diff

import (
	"fmt"
	"maps"
	"slices"
)

// Bump is how much a version must rise.
type Bump string

// The bumps, from none to the most. Breaking: a table, column or code went, or a
// key or type changed. Minor: one came. Patch: values alone.
const (
	None     Bump = "none"
	Patch    Bump = "patch"
	Minor    Bump = "minor"
	Breaking Bump = "breaking"
)

var bumps = []Bump{None, Patch, Minor, Breaking}

// SchemaChange is a difference between the descriptions of the tables.
type SchemaChange struct {
	Bump Bump   `json:"bump"`
	What string `json:"what"`
}

// bump is the most that any change asks for.
func (r *Report) bump() Bump {
	most := None
	if len(r.Rows)+len(r.Cells) > 0 || r.SourceChanged || r.CodebookChanged {
		most = Patch
	}
	for _, s := range r.Schema {
		most = bumps[max(slices.Index(bumps, most), slices.Index(bumps, s.Bump))]
	}
	return most
}

func schemaChanges(before, after *build) []SchemaChange {
	out := []SchemaChange{}
	for _, name := range slices.Sorted(maps.Keys(before.tables)) {
		if after.tables[name] == nil {
			out = append(out, SchemaChange{Breaking, "table " + name + " removed"})
			continue
		}
		out = append(out, tableChanges(name, before.tables[name], after.tables[name])...)
	}
	for _, name := range slices.Sorted(maps.Keys(after.tables)) {
		if before.tables[name] == nil {
			out = append(out, SchemaChange{Minor, "table " + name + " added"})
		}
	}
	return out
}

func tableChanges(name string, a, b *table) (out []SchemaChange) {
	if !slices.Equal(a.key, b.key) {
		out = append(out, SchemaChange{Breaking, fmt.Sprintf("primary key of %s: %v, was %v", name, b.key, a.key)})
	}
	for _, f := range a.fields {
		g, ok := b.field(f.Name)
		if !ok {
			out = append(out, SchemaChange{Breaking, fmt.Sprintf("column %s.%s removed", name, f.Name)})
			continue
		}
		out = append(out, columnChanges(name+"."+f.Name, f, g)...)
	}
	for _, g := range b.fields {
		if _, ok := a.field(g.Name); !ok {
			out = append(out, SchemaChange{Minor, fmt.Sprintf("column %s.%s added", name, g.Name)})
		}
	}
	return out
}

// columnChanges compares type, nulls and codes. A vocabulary that opens or
// closes is breaking: it changes what a reader may rely on.
func columnChanges(name string, f, g field) (out []SchemaChange) {
	if f.Type != g.Type {
		out = append(out, SchemaChange{Breaking, fmt.Sprintf("type of %s: %s, was %s", name, g.Type, f.Type)})
	}
	if f.Constraints.Required && !g.Constraints.Required {
		out = append(out, SchemaChange{Breaking, fmt.Sprintf("column %s may be null", name)})
	}
	was, is := f.codes(), g.codes()
	if (len(was) == 0) != (len(is) == 0) {
		return append(out, SchemaChange{Breaking, fmt.Sprintf("vocabulary of %s: %v, was %v", name, is, was)})
	}
	for _, code := range was {
		if !slices.Contains(is, code) {
			out = append(out, SchemaChange{Breaking, fmt.Sprintf("code %s of %s removed", code, name)})
		}
	}
	for _, code := range is {
		if !slices.Contains(was, code) {
			out = append(out, SchemaChange{Minor, fmt.Sprintf("code %s of %s added", code, name)})
		}
	}
	return out
}
