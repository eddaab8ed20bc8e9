// Package meter sells parking time.
package meter

import (
	"context"
	"errors"
	"sync"
	"time"
)

// ErrNoTicket says that a plate has no valid ticket.
var ErrNoTicket = errors.New("no valid ticket")

// Ticket says until when a car may stay.
type Ticket struct {
	Plate string    `json:"plate"`
	Until time.Time `json:"until"`
}

// Store keeps tickets.
type Store interface {
	Save(ctx context.Context, ticket Ticket) error
	Find(ctx context.Context, plate string) (Ticket, error)
}

// #region memory

// Memory keeps tickets until the process ends.
type Memory struct {
	mu      sync.Mutex
	tickets map[string]Ticket
}

func NewMemory() *Memory {
	return &Memory{tickets: make(map[string]Ticket)}
}

func (m *Memory) Save(_ context.Context, ticket Ticket) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.tickets[ticket.Plate] = ticket
	return nil
}

func (m *Memory) Find(_ context.Context, plate string) (Ticket, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	ticket, ok := m.tickets[plate]
	if !ok || !time.Now().Before(ticket.Until) {
		return Ticket{}, ErrNoTicket
	}
	return ticket, nil
}

// #endregion memory

func (m *Memory) size() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.tickets)
}

// #region sweep

// Sweep deletes expired tickets every interval, until ctx ends.
func (m *Memory) Sweep(ctx context.Context, interval time.Duration) {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-ticker.C:
			m.deleteExpired(now)
		}
	}
}

// #endregion sweep

func (m *Memory) deleteExpired(now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for plate, ticket := range m.tickets {
		if !now.Before(ticket.Until) {
			delete(m.tickets, plate)
		}
	}
}
