// Package delivery hands out parcels.
package delivery

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"example.com/locker/internal/door"
)

// #region deliver

// ErrNoParcel says that no door has the parcel.
var ErrNoParcel = errors.New("no such parcel")

// Deliver opens the door behind which a parcel lies.
func Deliver(file, controller, parcel string) error {
	doors, err := load(file)
	if err != nil {
		return fmt.Errorf("load parcels: %w", err)
	}
	number, ok := doors[parcel]
	if !ok {
		return fmt.Errorf("deliver parcel %q: %w", parcel, ErrNoParcel)
	}
	if err := door.Open(controller, number); err != nil {
		return fmt.Errorf("deliver parcel %q: %w", parcel, err)
	}
	return nil
}

// #endregion deliver

// #region load
func load(file string) (map[string]int, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err // it names the file: "open parcels.json: no such file or directory"
	}
	var doors map[string]int
	if err := json.Unmarshal(data, &doors); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return doors, nil
}

// #endregion load

// SaveReceipt writes a receipt to a file, and replaces an older one.
func SaveReceipt(path, text string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return save(f, text)
}

// #region save
func save(f io.WriteCloser, text string) (err error) {
	defer func() {
		err = errors.Join(err, f.Close())
	}()
	_, err = io.WriteString(f, text)
	return err
}

// #endregion save
