package lab

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

// An Offer is what a supplier wants for a box of paper.
type Offer struct {
	Supplier string
	Cents    int
}

// Ask gets an offer. It has to return soon after ctx is done.
type Ask func(ctx context.Context, supplier string) (Offer, error)

// #region offers
// Fastest asks all suppliers at once and returns the first offers that arrive.
// It returns after all of its goroutines have ended.
func Fastest(ctx context.Context, suppliers []string, want int, ask Ask) ([]Offer, error) {
	if want < 1 {
		return nil, fmt.Errorf("want at least 1 offer, got %d", want)
	}
	ctx, cancel := context.WithCancel(ctx)
	var wait sync.WaitGroup
	defer wait.Wait() // deferred calls run in reverse order: cancel, then wait
	defer cancel()

	type reply struct {
		offer Offer
		err   error
	}
	replies := make(chan reply, len(suppliers)) // room for all, so no one waits to send
	for _, supplier := range suppliers {
		wait.Go(func() {
			offer, err := ask(ctx, supplier)
			replies <- reply{offer, err}
		})
	}
	var offers []Offer
	var errs []error
	for range suppliers {
		got := <-replies
		if got.err != nil {
			errs = append(errs, got.err)
		} else if offers = append(offers, got.offer); len(offers) == want {
			return offers, nil
		}
	}
	errs = append(errs, fmt.Errorf("got %d of %d offers", len(offers), want))
	return offers, errors.Join(errs...)
}

// #endregion offers
