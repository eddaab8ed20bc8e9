package lab

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

var errTorn = errors.New("the picture is torn")

// printer takes a second for each picture and counts what it does.
type printer struct {
	torn    string
	running atomic.Int32
	most    atomic.Int32
	started atomic.Int32
}

func (p *printer) print(ctx context.Context, picture string) (string, error) {
	p.started.Add(1)
	now := p.running.Add(1)
	defer p.running.Add(-1)
	for most := p.most.Load(); now > most && !p.most.CompareAndSwap(most, now); most = p.most.Load() {
	}
	if picture == p.torn {
		return "", errTorn
	}
	select {
	case <-time.After(time.Second):
		return "sheet " + picture, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func names(n int) []string {
	pictures := make([]string, n)
	for i := range pictures {
		pictures[i] = fmt.Sprint(i + 1)
	}
	return pictures
}

func TestPrintAllKeepsTheLimitAndTheOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, start := &printer{}, time.Now()
		sheets, err := PrintAll(t.Context(), names(100), 8, p.print)
		if err != nil || len(sheets) != 100 || sheets[0] != "sheet 1" || sheets[99] != "sheet 100" {
			t.Errorf("%v, %v", sheets, err)
		}
		if p.most.Load() != 8 || time.Since(start) != 13*time.Second {
			t.Errorf("%d at once, took %v", p.most.Load(), time.Since(start))
		}
	})
}

// #region stop
func TestPrintAllStopsAtTheFirstError(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, start := &printer{torn: "12"}, time.Now()
		sheets, err := PrintAll(t.Context(), names(4000), 8, p.print)
		if sheets != nil || !errors.Is(err, errTorn) || !strings.Contains(err.Error(), "12") {
			t.Errorf("%v, %v", sheets, err)
		}
		if p.started.Load() > 20 || time.Since(start) != time.Second {
			t.Errorf("started %d, took %v", p.started.Load(), time.Since(start))
		}
	})
}

// #endregion stop

func TestPrintAllTellsThatItsCallerGaveUp(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	careless := func(context.Context, string) (string, error) { return "", nil }
	if _, err := PrintAll(ctx, names(10), 2, careless); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestPrintAllWithNothingToDoOrNoWorker(t *testing.T) {
	p := &printer{}
	if sheets, err := PrintAll(t.Context(), nil, 1, p.print); err != nil || len(sheets) != 0 {
		t.Errorf("%v, %v", sheets, err)
	}
	for _, n := range []int{0, -1} {
		if _, err := PrintAll(t.Context(), names(1), n, p.print); err == nil {
			t.Errorf("%d workers were accepted", n)
		}
	}
}

type depot struct {
	mu      sync.Mutex
	parcels [][]string
	fail    bool
}

func (d *depot) ship(_ context.Context, sheets []string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.fail {
		return errors.New("the depot is closed")
	}
	d.parcels = append(d.parcels, sheets)
	return nil
}

func TestPrintAndShipSendsEverySheetOnce(t *testing.T) {
	for _, n := range []int{0, 1, 10, 25} {
		synctest.Test(t, func(t *testing.T) {
			p, d := &printer{}, &depot{}
			if err := PrintAndShip(t.Context(), names(n), 10, p.print, d.ship); err != nil {
				t.Fatal(err)
			}
			got := slices.Concat(d.parcels...)
			if len(got) != n || len(d.parcels) != (n+9)/10 || (n > 0 && got[n-1] != fmt.Sprintf("sheet %d", n)) {
				t.Errorf("%d pictures: %v", n, d.parcels)
			}
		})
	}
}

// #region rest
func TestPrintAndShipSendsNoRestAfterAnError(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, d := &printer{torn: "16"}, &depot{}
		err := PrintAndShip(t.Context(), names(25), 10, p.print, d.ship)
		if !errors.Is(err, errTorn) || len(d.parcels) != 1 || len(d.parcels[0]) != 10 {
			t.Errorf("%v, shipped %v", err, d.parcels)
		}
	})
}

// #endregion rest

// #region buffered
func TestPrintAndShipSendsNothingOnceThePrinterHasFailed(t *testing.T) {
	for range 200 { // select picks at random
		synctest.Test(t, func(t *testing.T) {
			start := time.Now()
			print := func(_ context.Context, picture string) (string, error) {
				if picture == "4" { // three sheets are printed: one in a parcel, two waiting
					return "", errTorn
				}
				return picture, nil
			}
			ship := func(context.Context, []string) error {
				if time.Since(start) > 0 {
					t.Error("a parcel left after the failure")
				}
				time.Sleep(time.Second) // doesn't watch its context
				return nil
			}
			if err := PrintAndShip(t.Context(), names(9), 1, print, ship); !errors.Is(err, errTorn) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// #endregion buffered

func TestPrintAndShipNeverTakesAFailureForTheEnd(t *testing.T) {
	print := func(_ context.Context, picture string) (string, error) {
		if picture == "2" {
			return "", errTorn
		}
		return picture, nil
	}
	var shipped atomic.Int32
	ship := func(context.Context, []string) error {
		shipped.Add(1)
		return nil
	}
	for range 5000 { // a deferred close is seen before the cancellation in a few of 1,000 runs with -race
		if err := PrintAndShip(t.Context(), names(3), 10, print, ship); !errors.Is(err, errTorn) {
			t.Fatalf("got %v", err)
		}
	}
	if n := shipped.Load(); n != 0 {
		t.Errorf("%d parcels left after the failure", n)
	}
}

func TestPrintAndShipStopsPrintingWhenShippingFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, d := &printer{}, &depot{fail: true}
		err := PrintAndShip(t.Context(), names(4000), 10, p.print, d.ship)
		if err == nil || !strings.Contains(err.Error(), "depot") || p.started.Load() > 40 {
			t.Errorf("%v, started %d", err, p.started.Load())
		}
	})
}

func TestPrintAndShipWaitsWhenShippingIsSlow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		p := &printer{}
		stuck := func(ctx context.Context, _ []string) error { <-ctx.Done(); return ctx.Err() }
		err := PrintAndShip(ctx, names(4000), 10, p.print, stuck)
		if !errors.Is(err, context.DeadlineExceeded) || p.started.Load() > 10+20+1 {
			t.Errorf("%v, started %d", err, p.started.Load())
		}
	})
}

func TestPrintAndShipRefusesEmptyParcels(t *testing.T) {
	if err := PrintAndShip(t.Context(), names(1), 0, (&printer{}).print, (&depot{}).ship); err == nil {
		t.Error("parcels of 0 sheets were accepted")
	}
}

// suppliers respond after as many seconds as their name is long; "no" fails.
func askSlowly(ctx context.Context, supplier string) (Offer, error) {
	select {
	case <-time.After(time.Duration(len(supplier)) * time.Second):
		if supplier == "no" {
			return Offer{}, errors.New("no paper")
		}
		return Offer{supplier, 100}, nil
	case <-ctx.Done():
		return Offer{}, ctx.Err()
	}
}

func TestFastestReturnsWithTheSecondOfferAndEndsTheRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		offers, err := Fastest(t.Context(), []string{"cccccc", "aaa", "no", "bbbbb"}, 2, askSlowly)
		if err != nil || len(offers) != 2 || offers[0].Supplier != "aaa" || offers[1].Supplier != "bbbbb" {
			t.Errorf("%v, %v", offers, err)
		}
		if time.Since(start) != 5*time.Second {
			t.Errorf("took %v", time.Since(start))
		}
	})
}

func TestFastestWaitsForItsGoroutines(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var running atomic.Int32
		ask := func(ctx context.Context, supplier string) (Offer, error) {
			running.Add(1)
			defer running.Add(-1)
			offer, err := askSlowly(ctx, supplier)
			time.Sleep(time.Second) // closes its connection
			return offer, err
		}
		if _, err := Fastest(t.Context(), []string{"a", "bb", "ccccccccc"}, 1, ask); err != nil {
			t.Error(err)
		}
		if n := running.Load(); n != 0 {
			t.Errorf("%d still running", n)
		}
	})
}

func TestFastestSaysWhatIsMissing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		offers, err := Fastest(t.Context(), []string{"aaa", "no"}, 2, askSlowly)
		if len(offers) != 1 || err == nil || !strings.Contains(err.Error(), "no paper") {
			t.Errorf("%v, %v", offers, err)
		}
		if _, err := Fastest(t.Context(), nil, 1, askSlowly); err == nil {
			t.Error("no supplier, and no error")
		}
		if _, err := Fastest(t.Context(), []string{"a"}, 0, askSlowly); err == nil || !strings.Contains(err.Error(), "at least") {
			t.Errorf("0 offers: %v", err)
		}
	})
}

func TestPreviewIsRenderedOnceForCallersAtTheSameTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := &printer{}
		previews := Previews{Render: p.print}
		var wait sync.WaitGroup
		for range 100 {
			wait.Go(func() {
				if preview, err := previews.Get(t.Context(), "7"); preview != "sheet 7" || err != nil {
					t.Errorf("%v, %v", preview, err)
				}
			})
		}
		wait.Go(func() {
			if preview, err := previews.Get(t.Context(), "8"); preview != "sheet 8" || err != nil {
				t.Errorf("%v, %v", preview, err)
			}
		})
		wait.Wait()
		if p.started.Load() != 2 {
			t.Errorf("rendered %d times", p.started.Load())
		}
	})
}

// #region leaves
func TestPreviewGoesOnWhenTheFirstCallerLeaves(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		previews := Previews{Render: (&printer{}).print}
		ctx, leave := context.WithCancel(t.Context())
		time.AfterFunc(100*time.Millisecond, leave)
		var first, second error
		var wait sync.WaitGroup
		wait.Go(func() { _, first = previews.Get(ctx, "7") })
		synctest.Wait()
		wait.Go(func() { _, second = previews.Get(t.Context(), "7") })
		wait.Wait()
		if !errors.Is(first, context.Canceled) || second != nil {
			t.Errorf("first: %v, second: %v", first, second)
		}
	})
}

// #endregion leaves

func TestPreviewThatNeverEndsIsGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		stuck := func(ctx context.Context, _ string) (string, error) { <-ctx.Done(); return "", ctx.Err() }
		previews := Previews{Render: stuck}
		start := time.Now()
		if _, err := previews.Get(t.Context(), "7"); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		if time.Since(start) != 10*time.Second {
			t.Errorf("took %v", time.Since(start))
		}
	})
}
