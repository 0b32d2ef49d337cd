package main

import (
	"context"

	"golang.org/x/sync/errgroup"
)

// inOrder applies do to every input, some at a time, and returns the results in
// the order of the inputs. The first error ends it.
func inOrder[T, R any](ctx context.Context, jobs int, in []T, do func(T) (R, error)) ([]R, error) {
	out := make([]R, len(in))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(jobs)
	for i := range in {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			var err error
			out[i], err = do(in[i])
			return err
		})
	}
	return out, g.Wait()
}
