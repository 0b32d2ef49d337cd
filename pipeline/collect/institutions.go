package collect

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"roundrobin/pipeline/thread"
)

// Closed vocabularies of the reference, by the words it uses. A body in
// two mission groups has both codes, joined as in the reference.
var (
	nations = map[string]string{
		"england": "england", "scotland": "scotland", "wales": "wales", "northern ireland": "northern_ireland",
		"northern_ireland": "northern_ireland",
	}
	missionGroups = map[string]string{
		"none": "none", "Russell Group": "russell_group", "University Alliance": "university_alliance",
		"MillionPlus": "millionplus", "GuildHE": "guildhe", "MillionPlus|GuildHE": "guildhe|millionplus",
	}
)

// institutions is the reference, by every unambiguous way to name a body.
type institutions struct {
	bySlug map[string]thread.Institution
	byName map[string]*thread.Institution // nil where two bodies share the name
	domain map[string]string              // web domain → slug
}

func loadInstitutions(dir string) (*institutions, error) {
	file := filepath.Join(dir, "institutions.csv")
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("open reference: %w", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read reference %s: %w", file, err)
	}
	set := &institutions{map[string]thread.Institution{}, map[string]*thread.Institution{}, map[string]string{}}
	for i, cells := range rows[1:] {
		row := map[string]string{}
		for j, name := range rows[0] {
			row[name] = cells[j]
		}
		if err := set.add(row); err != nil {
			return nil, fmt.Errorf("read reference %s row %d: %w", file, i+2, err)
		}
	}
	return set, nil
}

func (s *institutions) add(row map[string]string) error {
	nation, ok := nations[strings.ToLower(row["nation"])]
	if !ok && row["nation"] != "" {
		return fmt.Errorf("read nation: unknown value %q", row["nation"])
	}
	group, ok := missionGroups[row["mission_group"]]
	if !ok {
		return fmt.Errorf("read mission_group: unknown value %q", row["mission_group"])
	}
	inst := thread.Institution{
		ID: row["wdtk_url_name"], Name: strings.TrimPrefix(row["name"], "The "), UKPRN: row["ukprn"], Nation: nation,
		Region: slug(row["region"]), MissionGroup: group, WDTKBody: row["wdtk_url_name"],
	}
	if inst.ID == "" {
		inst.ID = slug(inst.Name)
	}
	s.bySlug[inst.ID] = inst
	if row["domain"] != "" {
		s.domain[row["domain"]] = inst.ID
	}
	ambiguous := strings.Split(row["ambiguous_aliases"], "|")
	names := strings.Split(row["aliases"]+"|"+row["later_names"], "|")
	names = slices.DeleteFunc(names, func(n string) bool { return n == "" || slices.Contains(ambiguous, n) })
	s.name(nameKey(inst.Name), inst)
	for _, n := range append(names, turned(inst.Name)) {
		s.name(nameKey(n), inst)
	}
	return nil
}

// name enters a name, which is void from the second body on that has it.
func (s *institutions) name(key string, inst thread.Institution) {
	if old, seen := s.byName[key]; seen && (old == nil || old.ID != inst.ID) {
		s.byName[key] = nil
		return
	}
	if key != "" {
		s.byName[key] = &inst
	}
}

// turned is the other common form of a name: "University of X" for "X
// University" and the reverse; "" for other names.
func turned(name string) string {
	name = strings.TrimPrefix(name, "The ")
	if x, ok := strings.CutPrefix(name, "University of "); ok {
		return x + " University"
	}
	if x, ok := strings.CutSuffix(name, " University"); ok {
		return "University of " + x
	}
	return ""
}

// match replaces the institution of t by its row of the reference. One that
// has none keeps what the thread says: invented in a sample, else a gap.
func (s *institutions) match(t *thread.Thread, sample bool, p *problems) {
	given := t.Institution
	named := s.byName[nameKey(given.Name)]
	if inst, ok := s.bySlug[given.WDTKBody]; ok {
		if named != nil && named.ID != inst.ID {
			p.warn(ProblemInstitutionConflict, "", "%s is taken, though the name given is that of %s", inst.ID, named.ID)
		}
		t.Institution = inst
		return
	}
	if named != nil {
		t.Institution = *named
		return
	}
	t.Institution = unmatched(given)
	t.Institution.Sample = sample
	if !sample {
		p.warn(ProblemInstitutionNotFound, "", "%q is not in institutions.csv", given.Name)
	}
}

// ofDomain is the institution that owns a web domain or the one above it; the
// zero value for an unknown one.
func (s *institutions) ofDomain(d string) thread.Institution {
	if slug, ok := s.domain[d]; ok {
		return s.bySlug[slug]
	}
	return s.bySlug[s.domain[registered(d)]]
}

func unmatched(given thread.Institution) thread.Institution {
	id := given.WDTKBody
	if id == "" {
		id = slug(given.Name)
	}
	return thread.Institution{
		ID: id, Name: given.Name, WDTKBody: given.WDTKBody,
		Nation: nations[strings.ToLower(given.Nation)],
	}
}

// law is the access regime of a body: FOISA for Scottish public authorities,
// the Act of 2000 for all others.
func law(inst thread.Institution) string {
	if inst.Nation == "scotland" {
		return "foisa"
	}
	return "foia"
}

// nameKey folds what differs between spellings of one name: case, accents,
// punctuation, "&", a leading "The", "Saint" for "St".
func nameKey(name string) string {
	name = strings.ReplaceAll(name, "&", " and ")
	words := strings.Fields(fold(name))
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	for i, w := range words {
		if w == "saint" {
			words[i] = "st"
		}
	}
	return strings.Join(words, " ")
}

// slug is the form of names in ids: lower case, words joined by "_".
func slug(name string) string { return strings.Join(strings.Fields(fold(name)), "_") }

// fold gives the words of s in lower case, without accents and apostrophes.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFD.String(s))
}
