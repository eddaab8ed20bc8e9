package birds

import "sync"

// #region stream

// Stream asks all stations at once. It closes the channel after the last report.
// The caller must read all of them.
func Stream(stations []string, ask Ask) <-chan Sighting {
	reports := make(chan Sighting)
	var wait sync.WaitGroup
	for _, station := range stations {
		wait.Go(func() {
			cranes, err := ask(station)
			reports <- Sighting{station, cranes, err}
		})
	}
	go func() {
		wait.Wait()
		close(reports)
	}()
	return reports
}

// #endregion stream
