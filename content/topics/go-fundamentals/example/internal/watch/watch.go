// Package watch finds hives that lost weight suddenly.
package watch

import "example.com/hives/internal/scale"

// #region losses

// Notifier tells the beekeeper about a loss.
type Notifier interface {
	Notify(hive string, grams int) error
}

// Losses reports each hive that lost more than limit grams between two readings.
// It stops at the first report that fails.
func Losses(log *scale.Log, limit int, to Notifier) error {
	for _, hive := range log.Hives() {
		if lost := largestDrop(log.Grams(hive)); lost > limit {
			if err := to.Notify(hive, lost); err != nil {
				return err
			}
		}
	}
	return nil
}

// #endregion losses

func largestDrop(grams []int) int {
	drop := 0
	for i := 1; i < len(grams); i++ {
		drop = max(drop, grams[i-1]-grams[i])
	}
	return drop
}
