// Package birds collects sightings of cranes from stations.
package birds

import (
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

// #region collect

// Sighting is what a station reported, or why it couldn't.
type Sighting struct {
	Station string
	Cranes  int
	Err     error
}

// Ask gets the number of cranes from a station.
type Ask func(station string) (int, error)

// Collect asks all stations at once and returns what arrives within the limit.
func Collect(stations []string, ask Ask, limit time.Duration) []Sighting {
	reports := make(chan Sighting, len(stations)) // no sender has to wait
	for _, station := range stations {
		go func() {
			cranes, err := ask(station)
			reports <- Sighting{station, cranes, err}
		}()
	}
	deadline := time.After(limit)
	var arrived []Sighting
	for range stations {
		select {
		case report := <-reports:
			arrived = append(arrived, report)
		case <-deadline:
			return arrived
		}
	}
	return arrived
}

// #endregion collect

// #region count

// Count asks all stations, at most n at a time, and returns the sum. n must be at least 1.
func Count(stations []string, ask Ask, n int) (int, error) {
	var group errgroup.Group
	group.SetLimit(n)
	cranes := make([]int, len(stations))
	for i, station := range stations {
		group.Go(func() error {
			var err error
			cranes[i], err = ask(station)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return 0, fmt.Errorf("count cranes: %w", err)
	}
	total := 0
	for _, n := range cranes {
		total += n
	}
	return total, nil
}

// #endregion count
