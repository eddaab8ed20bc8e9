// All starts a goroutine for each picture. One picture is torn, and the others go on.
package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

var (
	mu                    sync.Mutex
	running, most, sheets int
)

func count(r, s int) {
	mu.Lock()
	defer mu.Unlock()
	running, sheets = running+r, sheets+s
	most = max(most, running)
}

func print(picture int) error {
	count(1, 0)
	defer count(-1, 0)
	if picture == 12 {
		return errors.New("picture 12 is torn")
	}
	time.Sleep(200 * time.Millisecond)
	count(0, 1)
	return nil
}

// #region all
func printAll(pictures int) error {
	errs := make(chan error, pictures)
	for picture := range pictures {
		go func() { errs <- print(picture) }()
	}
	for range pictures {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

// #endregion all

func main() {
	fmt.Println("result:", printAll(4000))
	time.Sleep(time.Second)
	mu.Lock()
	defer mu.Unlock()
	fmt.Printf("%d at once, %d prints of an order that failed\n", most, sheets)
}
