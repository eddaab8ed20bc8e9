package lab

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"
)

// Ship sends one parcel.
type Ship func(ctx context.Context, sheets []string) error

// #region pipeline
// PrintAndShip prints while it ships, in parcels of at most size sheets.
func PrintAndShip(ctx context.Context, pictures []string, size int, print Print, ship Ship) error {
	if size < 1 {
		return fmt.Errorf("need at least 1 sheet in a parcel, got %d", size)
	}
	group, ctx := errgroup.WithContext(ctx)
	sheets := make(chan string, 2*size) // when it's full, printing waits
	group.Go(func() error {
		for _, picture := range pictures {
			sheet, err := print(ctx, picture)
			if err != nil {
				return fmt.Errorf("print %s: %w", picture, err)
			}
			select {
			case sheets <- sheet:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		close(sheets) // only now, because it means "that's all of them"
		return nil
	})
	group.Go(func() error {
		for {
			parcel, more, err := nextParcel(ctx, sheets, size)
			if err != nil {
				return err
			}
			if err := ctx.Err(); err != nil {
				return err // the select may have picked a sheet although ctx was done
			}
			if len(parcel) > 0 {
				if err := ship(ctx, parcel); err != nil {
					return fmt.Errorf("ship %v: %w", parcel, err)
				}
			}
			if !more {
				return nil
			}
		}
	})
	return group.Wait()
}

// #endregion pipeline

// nextParcel collects up to size sheets. more is false after the last one.
func nextParcel(ctx context.Context, sheets <-chan string, size int) (parcel []string, more bool, err error) {
	for len(parcel) < size {
		select {
		case sheet, ok := <-sheets:
			if !ok {
				return parcel, false, nil
			}
			parcel = append(parcel, sheet)
		case <-ctx.Done():
			return nil, false, ctx.Err()
		}
	}
	return parcel, true, nil
}
