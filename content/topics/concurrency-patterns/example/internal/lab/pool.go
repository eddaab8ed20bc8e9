// Package lab prints, packs and prices pictures.
package lab

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"
)

// Print makes a print of a picture. It has to return soon after ctx is done.
type Print func(ctx context.Context, picture string) (sheet string, err error)

// #region pool
// PrintAll prints all pictures, at most n at a time, in their order.
// It stops at the first error and returns when nothing is running anymore.
func PrintAll(ctx context.Context, pictures []string, n int, print Print) ([]string, error) {
	if n < 1 {
		return nil, fmt.Errorf("need at least 1 worker, got %d", n)
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(n)
	sheets := make([]string, len(pictures))
	for i, picture := range pictures {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			sheet, err := print(ctx, picture)
			if err != nil {
				return fmt.Errorf("print %s: %w", picture, err)
			}
			sheets[i] = sheet
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return sheets, nil
}

// #endregion pool
