// Pipeline closes its channel whatever happens, so the second stage takes an error for the end.
package main

import (
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"
)

func print(picture int) (string, error) {
	if picture == 16 {
		return "", errors.New("picture 16 is torn")
	}
	return fmt.Sprint("sheet ", picture), nil
}

func ship(sheets []string) {
	fmt.Println("shipped", len(sheets), "sheets, up to", sheets[len(sheets)-1])
}

// #region first
func printAndShip(pictures, size int) error {
	var group errgroup.Group
	sheets := make(chan string)
	group.Go(func() error {
		defer close(sheets)
		for picture := range pictures {
			sheet, err := print(picture + 1)
			if err != nil {
				return err
			}
			sheets <- sheet
		}
		return nil
	})
	group.Go(func() error {
		var parcel []string
		for sheet := range sheets {
			if parcel = append(parcel, sheet); len(parcel) == size {
				ship(parcel)
				parcel = nil
			}
		}
		if len(parcel) > 0 {
			ship(parcel)
		}
		return nil
	})
	return group.Wait()
}

// #endregion first

func main() {
	fmt.Println("result:", printAndShip(25, 10))
}
