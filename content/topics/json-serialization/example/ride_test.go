package rides

import (
	"encoding/json"
	"strings"
	"testing"
)

func change(t *testing.T, body string) (Ride, error) {
	t.Helper()
	ride := Ride{Discount: 20, Note: "left at the station"}
	patch, err := Decode[Patch](strings.NewReader(body))
	if err != nil {
		return ride, err
	}
	return ride, patch.Apply(&ride)
}

func TestPatch(t *testing.T) {
	cases := map[string]Ride{
		`{}`:                         {Discount: 20, Note: "left at the station"},
		`{"discount":0}`:             {Discount: 0, Note: "left at the station"},
		`{"note":null}`:              {Discount: 20},
		`{"note":""}`:                {Discount: 20},
		`{"discount":5,"note":"ok"}`: {Discount: 5, Note: "ok"},
	}
	for body, want := range cases {
		ride, err := change(t, body)
		if err != nil || ride.Discount != want.Discount || ride.Note != want.Note {
			t.Errorf("%s: got %+v, %v", body, ride, err)
		}
	}
}

func TestRefused(t *testing.T) {
	bodies := []string{
		``, `null`, `[]`, `5`, `{`, `{} {}`, `{} x`,
		`{"disount":5}`, `{"discount":"5"}`, `{"discount":1.5}`, `{"discount":null}`,
		`{"discount":99999999999999999999}`,
	}
	for _, body := range bodies {
		if ride, err := change(t, body); err == nil {
			t.Errorf("%s: accepted, %+v", body, ride)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	ride := Ride{Bike: "R-17", Price: 1205, Stops: []string{}}
	text, err := json.Marshal(ride)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"bike":"R-17","price":"12.05","discount":0,"stops":[]}`
	if string(text) != want {
		t.Errorf("got %s", text)
	}
	back, err := Decode[Ride](strings.NewReader(want))
	if err != nil || back.Price != 1205 {
		t.Errorf("got %+v, %v", back, err)
	}
}

func TestCents(t *testing.T) {
	for _, text := range []string{`12.05`, `"12.5"`, `"-1.00"`, `"1e3"`, `""`, `null`, `"9999999999999.00"`} {
		var c Cents
		if err := json.Unmarshal([]byte(text), &c); err == nil {
			t.Errorf("%s: accepted as %d", text, c)
		}
	}
	for _, c := range []Cents{-1, 100_000_000_000_000} {
		if text, err := json.Marshal(c); err == nil {
			t.Errorf("%d: written as %s", c, text)
		}
	}
	for _, c := range []Cents{0, 5, 99_999_999_999_999} {
		text, err := json.Marshal(c)
		var back Cents
		if err != nil || json.Unmarshal(text, &back) != nil || back != c {
			t.Errorf("%d: written as %s, read as %d", c, text, back)
		}
	}
}
