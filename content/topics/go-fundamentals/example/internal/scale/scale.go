// Package scale keeps the weights that hive scales send.
package scale

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// #region reading

// Reading is what a scale sent.
type Reading struct {
	Hive  string
	Grams int
}

// Parse reads a line such as "oak 31200".
func Parse(line string) (Reading, error) {
	fields := strings.Fields(line)
	if len(fields) != 2 {
		return Reading{}, fmt.Errorf("want a hive and a weight, got %q", line)
	}
	grams, err := strconv.Atoi(fields[1])
	if err != nil || grams < 0 || grams > 200_000 {
		return Reading{}, fmt.Errorf("not a weight in grams: %q", fields[1])
	}
	return Reading{Hive: fields[0], Grams: grams}, nil
}

// #endregion reading

// #region log

// Log has the readings of each hive in the order they came.
// An empty Log is ready to use.
type Log struct {
	grams map[string][]int
}

// Add puts a reading at the end of its hive's list.
func (l *Log) Add(r Reading) {
	if l.grams == nil {
		l.grams = make(map[string][]int)
	}
	l.grams[r.Hive] = append(l.grams[r.Hive], r.Grams)
}

// Hives returns the names of all hives, sorted.
func (l *Log) Hives() []string {
	return slices.Sorted(maps.Keys(l.grams))
}

// Grams returns the readings of a hive. The caller may change the slice.
func (l *Log) Grams(hive string) []int {
	return slices.Clone(l.grams[hive])
}

// #endregion log

// #region trimmed

// Trimmed returns the readings without the highest one.
func Trimmed(grams []int) []int {
	if len(grams) == 0 {
		return nil
	}
	high := slices.Index(grams, slices.Max(grams))
	return slices.Concat(grams[:high], grams[high+1:])
}

// #endregion trimmed
