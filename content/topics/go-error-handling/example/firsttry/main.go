// Program firsttry opens the door for parcel 9 and passes every error on as it is.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"os"
)

// #region first
func deliver(file, controller, parcel string) error {
	doors, err := load(file)
	if err != nil {
		return err
	}
	return open(controller, doors[parcel])
}

func load(file string) (map[string]int, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var doors map[string]int
	err = json.NewDecoder(f).Decode(&doors)
	return doors, err
}

// #endregion first

func open(controller string, door int) error {
	conn, err := net.Dial("tcp", controller)
	if err != nil {
		return err
	}
	defer conn.Close()
	fmt.Fprintf(conn, "OPEN %d\n", door)
	_, err = bufio.NewReader(conn).ReadString('\n')
	return err
}

func main() {
	if err := deliver(os.Args[1], os.Args[2], "9"); err != nil {
		fmt.Println("locker:", err)
	}
}
