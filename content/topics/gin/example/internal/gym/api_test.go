package gym

import (
	"bytes"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/gin-gonic/gin"
)

func TestMain(m *testing.M) {
	gin.SetMode(gin.TestMode)
	os.Exit(m.Run())
}

func newAPI() API {
	return API{
		Store:  NewStore(),
		Tokens: map[string]string{"ada": "member", "bo": "admin"},
		Log:    slog.New(slog.DiscardHandler),
	}
}

func newRouter(t *testing.T, api API, proxies ...string) *gin.Engine {
	t.Helper()
	r, err := api.Router(proxies...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func send(h http.Handler, method, path, token, body string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	h.ServeHTTP(w, r)
	return w
}

// #region return
func TestReturnDoesNotStopTheChain(t *testing.T) {
	tests := []struct {
		name   string
		check  gin.HandlerFunc
		booked int
	}{
		{"return only", func(c *gin.Context) {
			c.JSON(http.StatusForbidden, gin.H{"error": "members only"})
		}, 1},
		{"abort", func(c *gin.Context) {
			c.AbortWithStatusJSON(http.StatusForbidden, gin.H{"error": "members only"})
		}, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			booked := 0
			r := gin.New()
			r.POST("/bookings", test.check, func(c *gin.Context) { booked++ })
			w := send(r, "POST", "/bookings", "", "")
			if w.Code != http.StatusForbidden || booked != test.booked {
				t.Errorf("status %d, booked %d, want %d", w.Code, booked, test.booked)
			}
		})
	}
}

// #endregion return

// #region api
func TestAPI(t *testing.T) {
	const booking = `{"climber":"Ada","guests":0}`
	tests := []struct {
		name, method, path, token, body string
		status                          int
		want                            string
	}{
		{"zero guests", "POST", "/courses/1/bookings", "ada", booking,
			201, `"booked":1`},
		{"no guests field", "POST", "/courses/1/bookings", "ada", `{"climber":"Ada"}`,
			400, `{"error":"the request is not valid","fields":[{"field":"guests","rule":"required"}]}`},
		{"negative guests", "POST", "/courses/1/bookings", "ada", `{"climber":"Ada","guests":-9}`,
			400, `"fields":[{"field":"guests","rule":"min"}]`},
		{"too many guests", "POST", "/courses/1/bookings", "ada", `{"climber":"Ada","guests":8}`,
			400, `"fields":[{"field":"guests","rule":"max"}]`},
		{"long name", "POST", "/courses/1/bookings", "ada", `{"climber":"` + strings.Repeat("x", 41) + `","guests":0}`,
			400, `"fields":[{"field":"climber","rule":"max"}]`},
		{"course 0", "GET", "/courses/0", "", ``,
			400, `"fields":[{"field":"id","rule":"min"}]`},
		{"wrong type", "POST", "/courses/1/bookings", "ada", `{"climber":5}`,
			400, `{"error":"the request is not valid"}`},
		{"no JSON", "POST", "/courses/1/bookings", "ada", ``,
			400, `{"error":"the request is not valid"}`},
		{"too large", "POST", "/courses/1/bookings", "ada", `{"climber":"` + strings.Repeat("x", 20_000) + `"}`,
			413, `{"error":"the body is too large"}`},
		{"full", "POST", "/courses/2/bookings", "ada", `{"climber":"Ada","guests":4}`,
			409, `{"error":"the course is full"}`},
		{"no such course", "GET", "/courses/9", "", ``,
			404, `{"error":"there is no such course"}`},
		{"no number", "GET", "/courses/x", "", ``,
			400, `{"error":"the request is not valid"}`},
		{"no token", "POST", "/courses/1/bookings", "", booking,
			401, `{"error":"the token is missing or not valid"}`},
		{"not an admin", "PUT", "/admin/courses/1/size", "ada", `{"size":5}`,
			403, `{"error":"your role may not do this"}`},
		{"admin", "PUT", "/admin/courses/1/size", "bo", `{"size":5}`,
			200, `"size":5`},
		{"no such path", "GET", "/nothing", "", ``,
			404, `{"error":"there is no such path"}`},
		{"other method", "DELETE", "/courses/1", "", ``,
			405, `{"error":"this method isn't allowed"}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := send(newRouter(t, newAPI()), test.method, test.path, test.token, test.body)
			if w.Code != test.status || !strings.Contains(w.Body.String(), test.want) {
				t.Errorf("%d %s, want %d %s", w.Code, w.Body, test.status, test.want)
			}
		})
	}
}

// #endregion api

func TestRefusedRequestsChangeNothing(t *testing.T) {
	api := newAPI()
	r := newRouter(t, api)
	send(r, "PUT", "/admin/courses/1/size", "ada", `{"size":5}`)
	send(r, "POST", "/courses/1/bookings", "", `{"climber":"Ada","guests":0}`)
	course, err := api.Store.Course(t.Context(), 1)
	if err != nil || course.Size != 8 || course.Booked != 0 {
		t.Errorf("got %+v, %v", course, err)
	}
}

func TestLastPlacesGoToOneBooking(t *testing.T) {
	r := newRouter(t, newAPI())
	var mu sync.Mutex
	codes := map[int]int{}
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			w := send(r, "POST", "/courses/1/bookings", "ada", `{"climber":"Ada","guests":1}`)
			mu.Lock()
			codes[w.Code]++
			mu.Unlock()
		})
	}
	wg.Wait()
	if codes[201] != 4 || codes[409] != 16 {
		t.Errorf("got %v", codes)
	}
}

func TestNoSecondBody(t *testing.T) {
	r := newRouter(t, newAPI())
	r.GET("/error", func(c *gin.Context) {
		c.JSON(200, gin.H{"a": 1})
		c.Error(ErrFull)
	})
	r.GET("/panic", func(c *gin.Context) {
		c.JSON(200, gin.H{"a": 1})
		panic("boom")
	})
	for _, path := range []string{"/error", "/panic"} {
		if w := send(r, "GET", path, "", ""); w.Body.String() != `{"a":1}` {
			t.Errorf("%s: %s", path, w.Body)
		}
	}
}

func TestTokenNeedsItsScheme(t *testing.T) {
	r := newRouter(t, newAPI())
	for header, want := range map[string]int{"ada": 401, "Basic ada": 401, "bearer ada": 404} {
		w := httptest.NewRecorder()
		request := httptest.NewRequest("POST", "/courses/9/bookings",
			strings.NewReader(`{"climber":"Ada","guests":0}`))
		request.Header.Set("Authorization", header)
		r.ServeHTTP(w, request)
		if w.Code != want {
			t.Errorf("%s: %d, want %d", header, w.Code, want)
		}
	}
}

func TestUnknownErrorsAreLoggedAndNotShown(t *testing.T) {
	var log, text bytes.Buffer
	gin.DefaultErrorWriter = &text
	api := newAPI()
	api.Log = slog.New(slog.NewJSONHandler(&log, nil))
	r := newRouter(t, api)
	r.GET("/error", func(c *gin.Context) { c.Error(errors.New("secret")) })
	r.GET("/panic", func(*gin.Context) { panic("secret") })
	for _, path := range []string{"/error", "/panic"} {
		log.Reset()
		w := send(r, "GET", path, "", "")
		if w.Code != 500 || w.Body.String() != `{"error":"something went wrong"}` {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
		if !strings.Contains(log.String(), "secret") {
			t.Errorf("%s: the log says %s", path, &log)
		}
	}
	if text.Len() > 0 {
		t.Errorf("logged, but not in JSON: %s", &text)
	}
}

// #region ip
func TestForgedAddress(t *testing.T) {
	tests := []struct {
		name    string
		proxies []string
		want    string
	}{
		{"no proxy", nil, "10.0.0.7"},
		{"load balancer", []string{"10.0.0.0/8"}, "203.0.113.9"},
		{"Gin's default", []string{"0.0.0.0/0", "::/0"}, "8.8.8.8"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := newRouter(t, newAPI(), test.proxies...)
			var got string
			r.GET("/ip", func(c *gin.Context) { got = c.ClientIP() })
			request := httptest.NewRequest("GET", "/ip", nil)
			request.RemoteAddr = "10.0.0.7:1234" // the load balancer
			// The client sent 8.8.8.8, the balancer added what it saw.
			request.Header.Set("X-Forwarded-For", "8.8.8.8, 203.0.113.9")
			r.ServeHTTP(httptest.NewRecorder(), request)
			if got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// #endregion ip

func TestQueryFieldsHaveTheirName(t *testing.T) {
	r := newRouter(t, newAPI())
	r.GET("/courses", func(c *gin.Context) {
		var query struct {
			Free int `form:"free" binding:"min=1"`
		}
		c.Error(c.ShouldBindQuery(&query)).SetType(gin.ErrorTypeBind)
	})
	w := send(r, "GET", "/courses?free=0", "", "")
	if !strings.Contains(w.Body.String(), `[{"field":"free","rule":"min"}]`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
