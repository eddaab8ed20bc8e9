package carpark

import "errors"

var ErrNegativeStay = errors.New("negative stay")

// Fee returns the price of a stay in cents.
func Fee(minutes int) (int, error) {
	if minutes < 0 {
		return 0, ErrNegativeStay
	}
	if minutes <= 15 {
		return 0, nil
	}
	cents := (minutes + 59) / 60 * 250
	if cents > 1500 {
		return 1500, nil
	}
	return cents, nil
}
