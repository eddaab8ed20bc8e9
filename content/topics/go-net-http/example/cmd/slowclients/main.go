// Program slowclients opens connections to 127.0.0.1:8080 and never finishes its requests.
package main

import (
	"fmt"
	"io"
	"net"
	"time"
)

func main() {
	var open []net.Conn // keeps them open
	for range 200 {
		conn, err := net.DialTimeout("tcp", "127.0.0.1:8080", time.Second)
		if err != nil {
			fmt.Println(err)
			break
		}
		io.WriteString(conn, "GET /items HTTP/1.1\r\n")
		open = append(open, conn)
	}
	fmt.Println(len(open), "connections")
	time.Sleep(time.Minute)
}
