package gym

import (
	"cmp"
	"errors"
	"log/slog"
	"net/http"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/gin-gonic/gin/binding"
	"github.com/go-playground/validator/v10"
)

// Errors name fields as clients know them, by their names in JSON, path or query.
func init() {
	rules := binding.Validator.Engine().(*validator.Validate)
	rules.RegisterTagNameFunc(func(field reflect.StructField) string {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		return cmp.Or(name, field.Tag.Get("uri"), field.Tag.Get("form"))
	})
}

// API answers requests about courses.
type API struct {
	Store  *Store
	Tokens map[string]string // the role that each token has
	Log    *slog.Logger
}

// #region router

// Router returns the engine with all routes. Proxies are the addresses whose
// X-Forwarded-For is believed; without any, it's ignored.
func (a API) Router(proxies ...string) (*gin.Engine, error) {
	r := gin.New()
	if err := r.SetTrustedProxies(proxies); err != nil {
		return nil, err
	}
	r.HandleMethodNotAllowed = true
	r.NoRoute(func(c *gin.Context) { fail(c, http.StatusNotFound, "there is no such path") })
	r.NoMethod(func(c *gin.Context) { fail(c, http.StatusMethodNotAllowed, "this method isn't allowed") })
	r.Use(a.logRequest, gin.CustomRecoveryWithWriter(nil, a.recovered), a.handleErrors)

	r.GET("/courses/:id", a.show)
	members := r.Group("/", a.require("member", "admin"))
	members.POST("/courses/:id/bookings", a.book)
	admins := r.Group("/admin", a.require("admin"))
	admins.PUT("/courses/:id/size", a.resize)
	return r, nil
}

// #endregion router

// #region require

// require lets only tokens with one of the roles pass.
func (a API) require(roles ...string) gin.HandlerFunc {
	return func(c *gin.Context) {
		scheme, token, _ := strings.Cut(c.GetHeader("Authorization"), " ")
		role, ok := a.Tokens[token]
		if !ok || !strings.EqualFold(scheme, "Bearer") {
			c.Header("WWW-Authenticate", "Bearer")
			fail(c, http.StatusUnauthorized, "the token is missing or not valid")
			return
		}
		if !slices.Contains(roles, role) {
			fail(c, http.StatusForbidden, "your role may not do this")
		}
		// Without an abort, the chain goes on by itself.
	}
}

// fail responds with an error and skips the handlers that follow.
func fail(c *gin.Context, status int, message string, fields ...gin.H) {
	body := gin.H{"error": message}
	if len(fields) > 0 {
		body["fields"] = fields
	}
	c.AbortWithStatusJSON(status, body)
}

// #endregion require

// #region handlers
type coursePath struct {
	ID int `uri:"id" binding:"min=1"`
}

func (a API) show(c *gin.Context) {
	var path coursePath
	if err := c.ShouldBindUri(&path); err != nil {
		c.Error(err).SetType(gin.ErrorTypeBind)
		return
	}
	course, err := a.Store.Course(c.Request.Context(), path.ID)
	if err != nil {
		c.Error(err)
		return
	}
	c.JSON(http.StatusOK, course)
}

func (a API) book(c *gin.Context) {
	var path coursePath
	var booking struct {
		Climber string `json:"climber" binding:"required,max=40"`
		Guests  *int   `json:"guests" binding:"required,min=0,max=7"`
	}
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, 10_000)
	err := errors.Join(c.ShouldBindUri(&path), c.ShouldBindJSON(&booking))
	if err != nil {
		c.Error(err).SetType(gin.ErrorTypeBind)
		return
	}
	course, err := a.Store.Book(c.Request.Context(), path.ID, 1+*booking.Guests)
	if err != nil {
		c.Error(err)
		return
	}
	c.JSON(http.StatusCreated, course)
}

// #endregion handlers

func (a API) resize(c *gin.Context) {
	var path coursePath
	var body struct {
		Size int `json:"size" binding:"required,min=1,max=50"`
	}
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, 10_000)
	err := errors.Join(c.ShouldBindUri(&path), c.ShouldBindJSON(&body))
	if err != nil {
		c.Error(err).SetType(gin.ErrorTypeBind)
		return
	}
	course, err := a.Store.Resize(c.Request.Context(), path.ID, body.Size)
	if err != nil {
		c.Error(err)
		return
	}
	c.JSON(http.StatusOK, course)
}

// #region errors

// handleErrors turns the last error of a handler into a response.
func (a API) handleErrors(c *gin.Context) {
	c.Next()
	last := c.Errors.Last()
	if last == nil {
		return
	}
	if c.Writer.Written() {
		a.Log.Error("failed after the response", "path", c.FullPath(), "err", last.Err)
		return
	}
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(last.Err, &tooLarge):
		fail(c, http.StatusRequestEntityTooLarge, "the body is too large")
	case last.IsType(gin.ErrorTypeBind):
		fail(c, http.StatusBadRequest, "the request is not valid", fieldsOf(last.Err)...)
	case errors.Is(last.Err, ErrNoCourse):
		fail(c, http.StatusNotFound, ErrNoCourse.Error())
	case errors.Is(last.Err, ErrFull):
		fail(c, http.StatusConflict, ErrFull.Error())
	default:
		a.Log.Error("request failed", "path", c.FullPath(), "err", last.Err)
		fail(c, http.StatusInternalServerError, "something went wrong")
	}
}

// fieldsOf names the fields that broke a rule.
func fieldsOf(err error) []gin.H {
	var broken validator.ValidationErrors
	var fields []gin.H
	if errors.As(err, &broken) {
		for _, one := range broken {
			fields = append(fields, gin.H{"field": one.Field(), "rule": one.Tag()})
		}
	}
	return fields
}

func (a API) recovered(c *gin.Context, cause any) {
	a.Log.Error("panic", "path", c.FullPath(), "cause", cause, "stack", string(debug.Stack()))
	if c.Writer.Written() {
		c.Abort() // too late for another status
		return
	}
	fail(c, http.StatusInternalServerError, "something went wrong")
}

func (a API) logRequest(c *gin.Context) {
	c.Next()
	a.Log.Info("request", "method", c.Request.Method, "route", c.FullPath(),
		"status", c.Writer.Status(), "ip", c.ClientIP())
}

// #endregion errors
