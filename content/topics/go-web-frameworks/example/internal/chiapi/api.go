// Package chiapi is the API with chi's router.
package chiapi

import (
	"net/http"

	"example.com/garden/internal/garden"
	"example.com/garden/internal/web"
	"github.com/go-chi/chi/v5"
)

// #region router
func New(g *garden.Garden) http.Handler {
	r := chi.NewRouter()
	r.Use(web.Trace)
	r.Route("/plots/{id}", func(r chi.Router) {
		r.Use(web.RequireMember)
		r.Method("GET", "/", web.Handler(func(w http.ResponseWriter, r *http.Request) error {
			id, err := web.ID(chi.URLParam(r, "id"))
			if err != nil {
				return err
			}
			plot, err := g.Plot(r.Context(), id)
			if err != nil {
				return err
			}
			return web.JSON(w, http.StatusOK, plot)
		}))
		r.Method("POST", "/lease", web.Handler(lease(g)))
	})
	r.Get("/trace", func(w http.ResponseWriter, r *http.Request) {
		_ = web.JSON(w, http.StatusOK, web.TraceID(r.Context()))
	})
	return r
}

// #endregion router

func lease(g *garden.Garden) web.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		id, err := web.ID(chi.URLParam(r, "id"))
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
	}
}
