// Package garden rents out plots. It knows nothing of HTTP.
package garden

import (
	"context"
	"errors"
	"sync"
)

var (
	ErrNotFound = errors.New("there is no such plot")
	ErrTaken    = errors.New("the plot is taken")
	ErrMonths   = errors.New("months must be from 1 to 60")
)

type Plot struct {
	ID           int    `json:"id"`
	SquareMeters int    `json:"square_meters"`
	Member       string `json:"member,omitempty"`
	Months       int    `json:"months,omitempty"`
}

// Garden keeps the plots in memory.
type Garden struct {
	mu    sync.Mutex
	plots map[int]Plot
}

func New(plots ...Plot) *Garden {
	g := &Garden{plots: map[int]Plot{}}
	for _, plot := range plots {
		g.plots[plot.ID] = plot
	}
	return g
}

func (g *Garden) Plot(_ context.Context, id int) (Plot, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	plot, ok := g.plots[id]
	if !ok {
		return Plot{}, ErrNotFound
	}
	return plot, nil
}

// Lease gives a free plot to a member.
func (g *Garden) Lease(_ context.Context, id int, member string, months int) (Plot, error) {
	if months < 1 || months > 60 {
		return Plot{}, ErrMonths
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	plot, ok := g.plots[id]
	if !ok {
		return Plot{}, ErrNotFound
	}
	if plot.Member != "" {
		return Plot{}, ErrTaken
	}
	plot.Member, plot.Months = member, months
	g.plots[id] = plot
	return plot, nil
}
