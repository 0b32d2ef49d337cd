package publish

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"slices"

	"roundrobin/queries"
)

// checksFile keeps what the checks of a build found, so that a warning reaches
// whoever uses the data.
const checksFile = "checks.txt"

// writeChecks runs the checks on the release's tables and writes what they
// find. A check that does not pass is no error here: see Release.Failed.
func (r *Release) writeChecks(ctx context.Context) (err error) {
	db, err := queries.Open(r.Dir, r.Codebook)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, id := range slices.Sorted(maps.Keys(r.Persons)) {
		if err := db.SignedBy(ctx, id, r.Persons[id]); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	if r.Failed, _, err = db.RunChecks(ctx, &b); err != nil {
		return err
	}
	r.Checks = b.String()
	text := r.Checks
	if r.Sample {
		text = r.notice() + "\n" + text
	}
	return r.writeFile(checksFile, []byte(text))
}
