// Package rides reads and writes the rides of a bicycle rental service as JSON.
package rides

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// #region ride

// Ride is what the API returns. Only fields with a capital letter are written.
type Ride struct {
	Bike     string   `json:"bike"`
	Price    Cents    `json:"price"`
	Discount int      `json:"discount"`
	Note     string   `json:"note,omitempty"`
	Stops    []string `json:"stops"`
	PIN      string   `json:"-"`
}

// #endregion ride

// #region cents

// Cents is an amount of money. In JSON it's a string such as "12.05".
type Cents int64

var amount = regexp.MustCompile(`^[0-9]{1,12}\.[0-9]{2}$`)

func (c Cents) MarshalJSON() ([]byte, error) {
	if c < 0 || c > 99_999_999_999_999 { // what UnmarshalJSON can read
		return nil, fmt.Errorf("amount out of range: %d", c)
	}
	return json.Marshal(fmt.Sprintf("%d.%02d", c/100, c%100))
}

func (c *Cents) UnmarshalJSON(data []byte) error {
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	if !amount.MatchString(text) {
		return fmt.Errorf("not an amount: %q", text)
	}
	cents, err := strconv.ParseInt(strings.Replace(text, ".", "", 1), 10, 64)
	*c = Cents(cents)
	return err
}

// #endregion cents

// #region optional

// Optional tells a field that was sent from one that wasn't.
type Optional[T any] struct {
	Sent  bool
	Null  bool
	Value T
}

// UnmarshalJSON runs only for fields that are in the JSON.
func (o *Optional[T]) UnmarshalJSON(data []byte) error {
	*o = Optional[T]{Sent: true, Null: string(data) == "null"}
	if o.Null {
		return nil
	}
	return json.Unmarshal(data, &o.Value)
}

// Patch is a change of a ride.
type Patch struct {
	Discount Optional[int]    `json:"discount"`
	Note     Optional[string] `json:"note"`
}

func (p Patch) Apply(ride *Ride) error {
	if p.Discount.Null {
		return errors.New("discount can't be null")
	}
	if p.Discount.Sent {
		ride.Discount = p.Discount.Value
	}
	if p.Note.Sent {
		ride.Note = p.Note.Value // null removes the note
	}
	return nil
}

// #endregion optional

// #region decode

// Decode reads exactly one JSON object and refuses fields that T doesn't have.
func Decode[T any](r io.Reader) (*T, error) {
	decoder := json.NewDecoder(r)
	decoder.DisallowUnknownFields()
	var value *T
	if err := decoder.Decode(&value); err != nil {
		return nil, err
	}
	if value == nil {
		return nil, errors.New("the body is null")
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, errors.New("there's more after the object")
	}
	return value, nil
}

// #endregion decode

// NaivePatch is how the service read patches at first.
func NaivePatch(body []byte, ride *Ride) error {
	// #region naive
	var patch struct {
		Discount int `json:"discount"`
	}
	if err := json.NewDecoder(bytes.NewReader(body)).Decode(&patch); err != nil {
		return err
	}
	if patch.Discount != 0 {
		ride.Discount = patch.Discount
	}
	// #endregion naive
	return nil
}
