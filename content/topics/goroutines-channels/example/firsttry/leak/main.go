// Program leak asks three stations, one of which is too slow, again and again.
package main

import (
	"fmt"
	"runtime"
	"time"
)

type sighting struct {
	station string
	cranes  int
}

// #region collect
func collect(stations []string, limit time.Duration) []sighting {
	reports := make(chan sighting)
	for _, station := range stations {
		go func() {
			reports <- sighting{station, ask(station)}
		}()
	}
	deadline := time.After(limit)
	var arrived []sighting
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

// ask stands for a request over the network.
func ask(station string) int {
	if station == "Gallocanta" {
		time.Sleep(200 * time.Millisecond)
	}
	return 10 * len(station)
}

func main() {
	// #region main
	for round := range 3 {
		arrived := collect([]string{"Hornborga", "Linum", "Gallocanta"}, 100*time.Millisecond)
		time.Sleep(time.Second)
		fmt.Printf("round %d: %d reports, %d goroutines\n", round+1, len(arrived), runtime.NumGoroutine())
	}
	// #endregion main
}
