// Program race counts birds in a variable that several goroutines change.
package main

import (
	"fmt"
	"sync"
)

func main() {
	// #region race
	cranes := 0
	var wait sync.WaitGroup
	for range 1000 {
		wait.Go(func() { cranes++ })
	}
	wait.Wait()
	fmt.Println(cranes)
	// #endregion race
}
