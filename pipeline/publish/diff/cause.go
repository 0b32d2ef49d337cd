package diff

import "slices"

// Cause is why a row or cell is not what it was.
type Cause string

// The causes, the first that fits.
const (
	Schema    Cause = "schema"    // the tables are described differently
	Source    Cause = "source"    // the correspondence of the request changed, came or went
	Reference Cause = "reference" // data on bodies changed
	Decision  Cause = "decision"  // a person decided, or no longer does
	Codebook  Cause = "codebook"  // the codebook changed; the rules may have, too
	Rules     Cause = "rules"     // same source, same codebook: the program changed
)

// trail is what evidence says of the cells of a package.
type trail struct {
	rules   map[cellID][]string
	decided map[cellID]bool // by a person; column "" for the whole row
	sources map[string]string
}

type cellID struct{ request, table, rowKey, column string }

func newTrail(b *build) trail {
	tr := trail{rules: map[cellID][]string{}, decided: map[cellID]bool{}, sources: map[string]string{}}
	if t := b.tables["requests"]; t != nil {
		for _, row := range t.rows {
			tr.sources[t.text(row, "request_id")] = t.text(row, "source_sha256")
		}
	}
	if t := b.tables["evidence"]; t != nil {
		for _, row := range t.rows {
			id := cellID{t.text(row, "request_id"), t.text(row, "table_name"), t.text(row, "row_key"), t.text(row, "variable")}
			if rule := t.text(row, "rule"); rule != "" && !slices.Contains(tr.rules[id], rule) {
				tr.rules[id] = append(tr.rules[id], rule)
			}
			if byPerson(t.text(row, "coder")) {
				tr.decided[id] = true
				tr.decided[cellID{id.request, id.table, id.rowKey, ""}] = true
			}
		}
	}
	for _, rules := range tr.rules {
		slices.Sort(rules)
	}
	return tr
}

func byPerson(coder string) bool { return coder == "manual" || coder == "reviewed" }

// cause tells why a row, or for a column one of its cells, changed.
func (c *comparison) cause(name string, t *table, row []any, column string) Cause {
	request := t.text(row, "request_id")
	switch {
	case name == "data_dictionary":
		return Schema
	case request == "" && name == "institutions":
		return Reference
	case c.from.sources[request] != c.to.sources[request]:
		return Source
	case c.isDecided(name, t, row, column):
		return Decision
	case c.old.Codebook != c.new.Codebook:
		return Codebook
	case request == "": // a problem with a file that became no request
		return Source
	}
	return Rules
}

func (c *comparison) isDecided(name string, t *table, row []any, column string) bool {
	id := cellID{t.text(row, "request_id"), name, t.rowKey(row), column}
	return byPerson(t.text(row, "coder")) || c.from.decided[id] || c.to.decided[id]
}
