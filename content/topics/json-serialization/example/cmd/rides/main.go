package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"example.com/rides"
)

func main() {
	text, err := json.Marshal(rides.Ride{Bike: "R-17", Price: 1205, PIN: "4711"})
	fmt.Println(string(text), err)

	bodies := []string{
		`{"discount":0}`,
		`{}`,
		`{"discount":null}`,
		`{"disount":5}`,
		`{"discount":"5"}`,
		`{"discount":5} {}`,
		`null`,
		`{"DISCOUNT":5}`,
		`{"discount":5,"discount":6}`,
	}
	for _, body := range bodies {
		naive := rides.Ride{Discount: 20}
		naiveErr := rides.NaivePatch([]byte(body), &naive)

		strict := rides.Ride{Discount: 20}
		patch, strictErr := rides.Decode[rides.Patch](strings.NewReader(body))
		if strictErr == nil {
			strictErr = patch.Apply(&strict)
		}
		fmt.Printf("%-28s %-8s %s\n", body, show(naive, naiveErr, "error"), show(strict, strictErr, ""))
	}
}

func show(ride rides.Ride, err error, short string) string {
	switch {
	case err == nil:
		return fmt.Sprint(ride.Discount)
	case short != "":
		return short
	default:
		return err.Error()
	}
}
