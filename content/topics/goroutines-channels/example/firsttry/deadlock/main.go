// Program deadlock waits for a channel that no one closes.
package main

import (
	"fmt"
	"sync"
)

func main() {
	// #region deadlock
	reports := make(chan int)
	var wait sync.WaitGroup
	for station := range 3 {
		wait.Go(func() { reports <- 10 * station })
	}
	total := 0
	for cranes := range reports {
		total += cranes
	}
	wait.Wait()
	fmt.Println("total", total)
	// #endregion deadlock
}
