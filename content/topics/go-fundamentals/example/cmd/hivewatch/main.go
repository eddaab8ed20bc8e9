// Program hivewatch reads weights from standard input and reports sudden losses.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"example.com/hives/internal/scale"
	"example.com/hives/internal/watch"
)

// #region printer
type printer struct{ out io.Writer }

func (p printer) Notify(hive string, grams int) error {
	_, err := fmt.Fprintf(p.out, "%s lost %d g\n", hive, grams)
	return err
}

// #endregion printer

// #region run
func main() {
	if err := run(os.Stdin, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "hivewatch:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out, problems io.Writer) error {
	var log scale.Log
	lines := bufio.NewScanner(in)
	for number := 1; lines.Scan(); number++ {
		reading, err := scale.Parse(lines.Text())
		if err != nil {
			fmt.Fprintf(problems, "line %d: %v\n", number, err)
			continue
		}
		log.Add(reading)
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read: %w", err)
	}
	return watch.Losses(&log, 1000, printer{out})
}

// #endregion run
