package watch

import (
	"errors"
	"maps"
	"testing"

	"example.com/hives/internal/scale"
)

// #region fake
type fakeNotifier map[string]int

func (f fakeNotifier) Notify(hive string, grams int) error {
	f[hive] = grams
	return nil
}

func TestLosses(t *testing.T) {
	var log scale.Log
	for _, grams := range []int{31200, 31000, 29000, 29500} {
		log.Add(scale.Reading{Hive: "oak", Grams: grams})
	}
	log.Add(scale.Reading{Hive: "elm", Grams: 28900})
	log.Add(scale.Reading{Hive: "elm", Grams: 27900})

	notified := fakeNotifier{}
	if err := Losses(&log, 1000, notified); err != nil {
		t.Fatal(err)
	}
	if want := (fakeNotifier{"oak": 2000}); !maps.Equal(notified, want) {
		t.Errorf("notified of %v, want %v", notified, want)
	}
}

// #endregion fake

func TestNothingToNotify(t *testing.T) {
	if err := Losses(&scale.Log{}, 0, nil); err != nil {
		t.Error(err)
	}
}

type brokenNotifier struct{ err error }

func (b brokenNotifier) Notify(string, int) error { return b.err }

func TestNotifierFails(t *testing.T) {
	var log scale.Log
	log.Add(scale.Reading{Hive: "oak", Grams: 2})
	log.Add(scale.Reading{Hive: "oak", Grams: 1})
	want := errors.New("no signal")
	if err := Losses(&log, 0, brokenNotifier{want}); !errors.Is(err, want) {
		t.Errorf("error %v, want %v", err, want)
	}
}
