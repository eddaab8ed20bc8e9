package office

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"
)

// #region api

// New returns the API on a store.
func New(store *Store) http.Handler {
	a := api{store}
	mux := http.NewServeMux()
	mux.Handle("GET /items", handler(a.list))
	mux.Handle("POST /items", handler(a.add))
	mux.Handle("GET /items/{id}", handler(a.get))
	return logged(mux)
}

type api struct{ store *Store }

func (a api) list(w http.ResponseWriter, r *http.Request) error {
	items := a.store.all()
	if items == nil {
		items = []Item{} // a nil slice would become null
	}
	return respond(w, http.StatusOK, items)
}

func (a api) get(w http.ResponseWriter, r *http.Request) error {
	id, err := strconv.Atoi(r.PathValue("id"))
	item, ok := a.store.find(id)
	if err != nil || !ok {
		return problem{http.StatusNotFound, "no such item"}
	}
	return respond(w, http.StatusOK, item)
}

func (a api) add(w http.ResponseWriter, r *http.Request) error {
	var in struct{ What string }
	if err := decode(w, r, &in); err != nil {
		return err
	}
	what := strings.TrimSpace(in.What)
	if what == "" || utf8.RuneCountInString(what) > 100 {
		return problem{http.StatusUnprocessableEntity, "what must have 1 to 100 characters"}
	}
	item := a.store.add(what)
	w.Header().Set("Location", fmt.Sprintf("/items/%d", item.ID))
	return respond(w, http.StatusCreated, item)
}

// #endregion api
