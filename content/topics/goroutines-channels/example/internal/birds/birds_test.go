package birds

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

var errStorm = errors.New("storm")

// #region leak
func slowSouth(station string) (int, error) {
	if station == "Gallocanta" || station == "Hula" {
		time.Sleep(3 * time.Second)
	}
	return 10, nil
}

func TestSlowStationLeavesNoGoroutine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		stations := []string{"Hornborga", "Linum", "Gallocanta", "Hula"}
		arrived := Collect(stations, slowSouth, 2*time.Second)
		if len(arrived) != 2 {
			t.Errorf("arrived: %v", arrived)
		}
		time.Sleep(time.Second) // now the other two respond, too
	})
}

// #endregion leak

func TestTheLimitIsForAllReportsTogether(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		ask := func(station string) (int, error) {
			time.Sleep(time.Duration(len(station)) * time.Second)
			return 10, nil
		}
		arrived := Collect([]string{"a", "bb", "ccc"}, ask, 2500*time.Millisecond)
		if took := time.Since(start); len(arrived) != 2 || took != 2500*time.Millisecond {
			t.Errorf("arrived after %v: %v", took, arrived)
		}
		time.Sleep(time.Second)
	})
}

func TestCollectReturnsAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		ask := func(station string) (int, error) {
			if station == "Linum" {
				return 0, errStorm
			}
			return slowSouth(station)
		}
		arrived := Collect([]string{"Gallocanta", "Linum"}, ask, time.Minute)
		want := []Sighting{{"Linum", 0, errStorm}, {"Gallocanta", 10, nil}}
		if !slices.Equal(arrived, want) {
			t.Errorf("arrived %v, want %v", arrived, want)
		}
		if took := time.Since(start); took != 3*time.Second {
			t.Errorf("took %v", took)
		}
	})
	if arrived := Collect(nil, slowSouth, time.Minute); arrived != nil {
		t.Errorf("no stations: %v", arrived)
	}
}

func TestCount(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		var running, most int
		ask := func(station string) (int, error) {
			mu.Lock()
			running++
			most = max(most, running)
			mu.Unlock()
			time.Sleep(time.Second)
			mu.Lock()
			running--
			mu.Unlock()
			if station == "" {
				return 0, errStorm
			}
			return len(station), nil
		}
		stations := strings.Fields("a bb ccc dddd eeeee")
		for _, n := range []int{2, 3} {
			if total, err := Count(stations, ask, n); total != 15 || err != nil {
				t.Errorf("Count = %d, %v", total, err)
			}
			if most != n {
				t.Errorf("%d at a time, want %d", most, n)
			}
		}
		if total, err := Count([]string{"a", "", "ccc"}, ask, 3); total != 0 || !errors.Is(err, errStorm) {
			t.Errorf("Count with a storm = %d, %v", total, err)
		}
	})
}

func TestStreamEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		ask := func(station string) (int, error) {
			time.Sleep(time.Duration(len(station)) * time.Second)
			if station == "bb" {
				return 0, errStorm
			}
			return 10, nil
		}
		got := []Sighting{}
		for report := range Stream([]string{"ccc", "bb", "a"}, ask) {
			got = append(got, report)
		}
		want := []Sighting{{"a", 10, nil}, {"bb", 0, errStorm}, {"ccc", 10, nil}}
		if !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
		if took := time.Since(start); took != 3*time.Second { // all at once
			t.Errorf("took %v", took)
		}
		for report := range Stream(nil, ask) {
			t.Errorf("report of no station: %v", report)
		}
	})
}

func TestTally(t *testing.T) {
	var tally Tally
	var wait sync.WaitGroup
	for i := range 1000 {
		wait.Go(func() {
			clear(tally.Counts()) // reads before it has ever waited for the lock
			tally.Add([]string{"crane", "stork"}[i%2], i%2+1)
		})
	}
	wait.Wait()
	if got, want := fmt.Sprint(tally.Counts()), "map[crane:500 stork:1000]"; got != want {
		t.Errorf("counts %s, want %s", got, want)
	}
}
