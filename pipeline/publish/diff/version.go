package diff

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// Version is a release number as Semantic Versioning writes it.
type Version [3]int

var versionForm = regexp.MustCompile(`^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$`)

// ParseVersion reads MAJOR.MINOR.PATCH.
func ParseVersion(s string) (v Version, err error) {
	m := versionForm.FindStringSubmatch(s)
	if m == nil {
		return v, fmt.Errorf("%q is no version MAJOR.MINOR.PATCH", s)
	}
	for i := range v {
		if v[i], err = strconv.Atoi(m[i+1]); err != nil {
			return v, err
		}
	}
	return v, nil
}

func (v Version) String() string { return fmt.Sprintf("%d.%d.%d", v[0], v[1], v[2]) }

// Next is the version after v for a bump. Before 1.0.0 the middle number rises
// for what breaks, as Semantic Versioning (item 4) leaves open.
func (v Version) Next(b Bump) Version {
	switch {
	case b == Breaking && v[0] > 0:
		return Version{v[0] + 1, 0, 0}
	case b == Breaking, b == Minor:
		return Version{v[0], v[1] + 1, 0}
	case b == Patch:
		return Version{v[0], v[1], v[2] + 1}
	}
	return v
}

// Follows holds a version to come after v with a bump at least as large as is
// due: it is v's successor by that or by a larger bump.
func (v Version) Follows(last Version, due Bump) error {
	if due == None {
		return fmt.Errorf("version %s: nothing changed since %s", v, last)
	}
	for _, b := range bumps[slices.Index(bumps, due):] {
		if v == last.Next(b) {
			return nil
		}
	}
	return fmt.Errorf("version %s: a %s change since %s asks for %s", v, due, last, last.Next(due))
}
