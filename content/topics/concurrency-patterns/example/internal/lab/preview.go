package lab

import (
	"context"
	"time"

	"golang.org/x/sync/singleflight"
)

// #region preview
// Previews renders small versions of pictures, each at most once at a time.
type Previews struct {
	Render func(ctx context.Context, picture string) (string, error)
	flight singleflight.Group
}

// Get renders a preview, or joins a rendering of the same picture that is under way.
func (p *Previews) Get(ctx context.Context, picture string) (string, error) {
	result := p.flight.DoChan(picture, func() (any, error) {
		shared := context.WithoutCancel(ctx) // goes on if the first caller leaves
		shared, cancel := context.WithTimeout(shared, 10*time.Second)
		defer cancel()
		return p.Render(shared, picture)
	})
	select {
	case r := <-result:
		if r.Err != nil {
			return "", r.Err
		}
		return r.Val.(string), nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// #endregion preview
