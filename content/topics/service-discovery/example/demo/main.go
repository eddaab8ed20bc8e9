// Command demo breaks one of three instances in different ways, under 100 calls a second.
package main

import (
	"fmt"
	"io"
	"log/slog"
	"time"

	"example.com/tables"
	"example.com/tables/internal/lab"
)

const (
	lease   = 6 * time.Second
	every   = time.Second
	timeout = 200 * time.Millisecond
)

func main() {
	slog.SetDefault(slog.New(slog.NewTextHandler(io.Discard, nil)))
	run("leaves properly", 1, func(_ *lab.Registry, t *lab.Table) { t.Leave(2 * every) })
	run("crashes", 1, func(_ *lab.Registry, t *lab.Table) { t.Kill() })
	run("freezes", 1, func(_ *lab.Registry, t *lab.Table) { t.Freeze() })
	run("freezes, two attempts", 2, func(_ *lab.Registry, t *lab.Table) { t.Freeze() })
	run("registry stops", 1, func(r *lab.Registry, _ *lab.Table) { r.Stop() })
}

func run(label string, attempts int, event func(*lab.Registry, *lab.Table)) {
	registry := lab.StartRegistry()
	var instances []*lab.Table
	for range 3 {
		instances = append(instances, lab.StartTable(registry.Client, lease))
	}
	time.Sleep(time.Second)
	conn, err := tables.Dial(registry.Client, "tables", every)
	if err != nil {
		panic(err)
	}
	for lab.Call(conn, time.Second, 1) != nil {
	}
	time.Sleep(2 * every)
	go func() {
		time.Sleep(time.Second)
		event(registry, instances[0])
	}()
	sent, failed := lab.Load(conn, 12*time.Second, timeout, attempts)
	fmt.Printf("%-22s %4d calls, %3d failed\n", label+":", sent, failed)
	conn.Close()
}
