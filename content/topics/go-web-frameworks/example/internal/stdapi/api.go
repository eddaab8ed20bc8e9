// Package stdapi is the API on the standard library.
package stdapi

import (
	"net/http"

	"example.com/garden/internal/garden"
	"example.com/garden/internal/web"
)

// #region router
func New(g *garden.Garden) http.Handler {
	plots := http.NewServeMux()
	plots.Handle("GET /plots/{id}", web.Handler(func(w http.ResponseWriter, r *http.Request) error {
		id, err := web.ID(r.PathValue("id"))
		if err != nil {
			return err
		}
		plot, err := g.Plot(r.Context(), id)
		if err != nil {
			return err
		}
		return web.JSON(w, http.StatusOK, plot)
	}))
	plots.Handle("POST /plots/{id}/lease", web.Handler(func(w http.ResponseWriter, r *http.Request) error {
		id, err := web.ID(r.PathValue("id"))
		if err != nil {
			return err
		}
		lease, err := web.ReadLease(w, r)
		if err != nil {
			return err
		}
		plot, err := g.Lease(r.Context(), id, r.Header.Get("Member"), lease.Months)
		if err != nil {
			return err
		}
		return web.JSON(w, http.StatusCreated, plot)
	}))

	mux := http.NewServeMux()
	mux.Handle("/plots/", web.RequireMember(plots))
	mux.HandleFunc("GET /trace", func(w http.ResponseWriter, r *http.Request) {
		_ = web.JSON(w, http.StatusOK, web.TraceID(r.Context()))
	})
	return web.Trace(mux)
}

// #endregion router
