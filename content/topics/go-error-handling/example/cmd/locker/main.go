// Program locker opens the door for a parcel: locker FILE CONTROLLER PARCEL
package main

import (
	"errors"
	"fmt"
	"os"

	"example.com/locker/internal/delivery"
	"example.com/locker/internal/door"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: locker FILE CONTROLLER PARCEL")
		os.Exit(2)
	}
	if err := delivery.Deliver(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintf(os.Stderr, "locker: %v (%s)\n", err, advice(err))
		os.Exit(1)
	}
}

// #region advice
func advice(err error) string {
	if errors.Is(err, delivery.ErrNoParcel) {
		return "check the number"
	}
	if errors.Is(err, door.ErrUnreachable) {
		return "try again later"
	}
	if broken, ok := errors.AsType[*door.Error](err); ok && errors.Is(err, door.ErrJammed) {
		return fmt.Sprintf("take door %d out of service", broken.Door)
	}
	return "tell the operator"
}

// #endregion advice
