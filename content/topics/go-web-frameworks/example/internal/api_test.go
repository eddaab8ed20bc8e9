// Package internal tests the four versions of the API with the same requests, over real connections.
package internal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"example.com/garden/internal/chiapi"
	"example.com/garden/internal/echoapi"
	"example.com/garden/internal/fiberapi"
	"example.com/garden/internal/garden"
	"example.com/garden/internal/stdapi"
	"example.com/garden/internal/web"
	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/middleware/adaptor"
)

// serve starts one version of the API and returns its URL.
func serve(t *testing.T, version string) string {
	return serveGarden(t, version, garden.New(
		garden.Plot{ID: 7, SquareMeters: 40},
		garden.Plot{ID: 8, SquareMeters: 55, Member: "ben"},
	))
}

func serveGarden(t *testing.T, version string, g *garden.Garden) string {
	t.Helper()
	var handler http.Handler
	switch version {
	case "net/http":
		handler = stdapi.New(g)
	case "chi":
		handler = chiapi.New(g)
	case "Echo":
		handler = echoapi.New(g)
	case "Fiber":
		return serveFiber(t, fiberapi.New(g))
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL
}

func serveFiber(t *testing.T, app *fiber.App) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = app.Listener(listener, fiber.ListenConfig{DisableStartupMessage: true}) }()
	t.Cleanup(func() { _ = app.Shutdown() })
	return "http://" + listener.Addr().String()
}

func send(t *testing.T, method, url, member, body string) (*http.Response, string) {
	t.Helper()
	request, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if member != "" {
		request.Header.Set("Member", member)
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, strings.TrimSpace(string(text))
}

var versions = []string{"net/http", "chi", "Echo", "Fiber"}

// #region same
func TestAllVersionsRespondAlike(t *testing.T) {
	tests := []struct {
		method, path, member, body string
		status                     int
		want                       string
	}{
		{"GET", "/plots/7", "", "", 401, `{"error":"send the header Member"}`},
		{"GET", "/plots/7", "ada", "", 200, `{"id":7,"square_meters":40}`},
		{"GET", "/plots/99", "ada", "", 404, `{"error":"there is no such plot"}`},
		{"GET", "/plots/x", "ada", "", 404, `{"error":"there is no such plot"}`},
		{"POST", "/plots/7/lease", "", `{"months":12}`, 401, `{"error":"send the header Member"}`},
		{"POST", "/plots/7/lease", "ada", `{"months":0}`, 422, `{"error":"months must be from 1 to 60"}`},
		{"POST", "/plots/7/lease", "ada", `{"months":"x"}`, 400, `{"error":"the request can't be read"}`},
		{"POST", "/plots/7/lease", "ada", `{"months":`, 400, `{"error":"the request can't be read"}`},
		{"POST", "/plots/7/lease", "ada", `{"months":12}xyz`, 400, `{"error":"the request can't be read"}`},
		{"POST", "/plots/8/lease", "ada", `{"months":12}`, 409, `{"error":"the plot is taken"}`},
		{"POST", "/plots/7/lease", "ada", `{"months":12}`, 201, `{"id":7,"square_meters":40,"member":"ada","months":12}`},
		{"GET", "/plots/7", "ben", "", 200, `{"id":7,"square_meters":40,"member":"ada","months":12}`},
	}
	for _, version := range versions {
		t.Run(version, func(t *testing.T) {
			url := serve(t, version)
			for _, test := range tests {
				response, body := send(t, test.method, url+test.path, test.member, test.body)
				if response.StatusCode != test.status || body != test.want {
					t.Errorf("%s %s %s: %d %s", test.method, test.path, test.body, response.StatusCode, body)
				}
			}
		})
	}
}

// #endregion same

// #region reuse
func TestFiberReusesTheMemoryOfStrings(t *testing.T) {
	for _, test := range []struct {
		name string
		keep func(string) string
		want string
	}{
		{"as it is", func(s string) string { return s }, "ben"},
		{"cloned", strings.Clone, "ada"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var tenants []string
			app := fiber.New()
			app.Post("/lease", func(c fiber.Ctx) error {
				tenants = append(tenants, test.keep(c.Get("Member")))
				return nil
			})
			url := serveFiber(t, app)
			send(t, "POST", url+"/lease", "ada", "")
			send(t, "POST", url+"/lease", "ben", "")
			if tenants[0] != test.want {
				t.Errorf("the first tenant is %s", tenants[0])
			}
		})
	}
}

// #endregion reuse

func TestImmutableDoesNotCoverBind(t *testing.T) {
	var got, bound []string
	app := fiber.New(fiber.Config{Immutable: true})
	app.Post("/lease", func(c fiber.Ctx) error {
		var values struct {
			Member string `query:"member"`
		}
		if err := c.Bind().Query(&values); err != nil {
			return err
		}
		got, bound = append(got, c.Get("Member")), append(bound, values.Member)
		return nil
	})
	url := serveFiber(t, app)
	for _, member := range []string{"ada", "ben"} {
		send(t, "POST", url+"/lease?member="+member, member, "")
	}
	if got[0] != "ada" || bound[0] != "ben" {
		t.Errorf("Get: %s, Bind: %s", got[0], bound[0])
	}
}

func TestTheTraceReachesTheHandlers(t *testing.T) {
	for _, version := range versions {
		t.Run(version, func(t *testing.T) {
			response, body := send(t, "GET", serve(t, version)+"/trace", "", "")
			id := response.Header.Get("Trace-Id")
			if id == "" || body != `"`+id+`"` {
				t.Errorf("header %s, handler %s", id, body)
			}
		})
	}
}

// #region order
func TestNetHTTPMiddlewareInFiberEndsBeforeTheHandler(t *testing.T) {
	var order []string
	measure := func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			order = append(order, "start")
			next.ServeHTTP(w, r)
			order = append(order, "end")
		})
	}

	handler := func(http.ResponseWriter, *http.Request) { order = append(order, "handler") }
	server := httptest.NewServer(measure(http.HandlerFunc(handler)))
	defer server.Close()
	send(t, "GET", server.URL, "", "")
	if got := strings.Join(order, " "); got != "start handler end" {
		t.Errorf("net/http: %s", got)
	}

	order = nil
	app := fiber.New()
	app.Use(adaptor.HTTPMiddleware(measure))
	app.Get("/", func(c fiber.Ctx) error { order = append(order, "handler"); return nil })
	send(t, "GET", serveFiber(t, app), "", "")
	if got := strings.Join(order, " "); got != "start end handler" {
		t.Errorf("Fiber: %s", got)
	}
}

// #endregion order

// #region hang-up
func TestFiberDoesNotNoticeThatTheClientIsGone(t *testing.T) {
	wait := func(ctx context.Context, result chan<- string) {
		select {
		case <-ctx.Done():
			result <- "canceled"
		case <-time.After(time.Second):
			result <- "not canceled"
		}
	}
	hangUp := func(url string) {
		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer cancel()
		request, _ := http.NewRequestWithContext(ctx, "GET", url, nil)
		if response, err := http.DefaultClient.Do(request); err == nil {
			response.Body.Close()
		}
	}

	result := make(chan string, 1)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		wait(r.Context(), result)
	}))
	defer server.Close()
	hangUp(server.URL)
	if got := <-result; got != "canceled" {
		t.Errorf("net/http: %s", got)
	}

	app := fiber.New()
	app.Get("/", func(c fiber.Ctx) error { wait(c, result); return nil })
	hangUp(serveFiber(t, app))
	if got := <-result; got != "not canceled" {
		t.Errorf("Fiber: %s", got)
	}
}

// #endregion hang-up

// The table of the page "Go web frameworks".
func TestDefaultsDiffer(t *testing.T) {
	tests := []struct {
		method, path string
		want         [4]int
	}{
		{"GET", "/nothing", [4]int{404, 404, 404, 404}},
		{"DELETE", "/plots/7", [4]int{405, 405, 404, 405}},
		{"HEAD", "/plots/7", [4]int{200, 405, 404, 200}},
		{"GET", "/plots/7/", [4]int{404, 200, 404, 200}},
		{"GET", "/Plots/7", [4]int{404, 404, 404, 200}},
		{"GET", "/plots/%37", [4]int{200, 404, 404, 404}},
		{"POST", "/plots/7/lease", [4]int{400, 400, 422, 400}}, // without a body
	}
	for n, version := range versions {
		t.Run(version, func(t *testing.T) {
			url := serve(t, version)
			for _, test := range tests {
				response, body := send(t, test.method, url+test.path, "ada", "")
				if response.StatusCode != test.want[n] {
					t.Errorf("%s %s: %d %s", test.method, test.path, response.StatusCode, body)
				}
			}
			response, _ := send(t, "GET", url+"/plots/7", strings.Repeat("a", 5000), "")
			if want := [4]int{200, 200, 200, 431}[n]; response.StatusCode != want {
				t.Errorf("a large header: %d", response.StatusCode)
			}
			request, _ := http.NewRequest("POST", url+"/plots/7/lease", strings.NewReader(`{"months":12}`))
			request.Header = http.Header{"Member": {"ada"}, "Content-Type": {"text/plain"}}
			response, err := http.DefaultClient.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close()
			if want := [4]int{201, 201, 415, 201}[n]; response.StatusCode != want {
				t.Errorf("JSON as text/plain: %d", response.StatusCode)
			}
		})
	}
}

func TestLargeBodiesAreRefused(t *testing.T) {
	body := `{"months": ` + strings.Repeat(" ", 5000) + `12}`
	for _, version := range versions {
		t.Run(version, func(t *testing.T) {
			response, text := send(t, "POST", serve(t, version)+"/plots/7/lease", "ada", body)
			if response.StatusCode != http.StatusRequestEntityTooLarge {
				t.Errorf("%d %s", response.StatusCode, text)
			}
		})
	}
}

// #region panic
func TestAPanicDoesNotEndTheProcess(t *testing.T) {
	for _, version := range versions {
		t.Run(version, func(t *testing.T) {
			url := serveGarden(t, version, nil) // so every use of the garden panics
			request, _ := http.NewRequest("GET", url+"/plots/7", nil)
			request.Header.Set("Member", "ada")
			if response, err := http.DefaultClient.Do(request); err == nil {
				defer response.Body.Close()
				if response.StatusCode != http.StatusInternalServerError {
					t.Errorf("status %d", response.StatusCode)
				}
			}
			if response, _ := send(t, "GET", url+"/trace", "", ""); response.StatusCode != http.StatusOK {
				t.Errorf("afterward: status %d", response.StatusCode)
			}
		})
	}
}

// #endregion panic

func TestAValueThatJSONCannotHoldIsAnError(t *testing.T) {
	w := httptest.NewRecorder()
	web.Handler(func(w http.ResponseWriter, _ *http.Request) error {
		return web.JSON(w, http.StatusOK, math.NaN())
	}).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if w.Code != 500 || w.Body.String() != `{"error":"something went wrong"}` {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestUnknownErrorsStayInside(t *testing.T) {
	status, message := web.Problem(errors.New("pq: relation plots does not exist"))
	if status != 500 || message != "something went wrong" {
		t.Errorf("%d %s", status, message)
	}
	status, message = web.Problem(fmt.Errorf("load plot 9 of db1: %w", garden.ErrNotFound))
	if status != 404 || message != "there is no such plot" {
		t.Errorf("%d %s", status, message)
	}
}
