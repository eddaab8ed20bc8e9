// Package echoapi is the API with Echo.
package echoapi

import (
	"errors"
	"net/http"

	"example.com/garden/internal/garden"
	"example.com/garden/internal/web"
	"github.com/labstack/echo/v5"
	"github.com/labstack/echo/v5/middleware"
)

// #region router
func New(g *garden.Garden) http.Handler {
	e := echo.New()
	e.HTTPErrorHandler = handleError
	e.Use(echo.WrapMiddleware(web.Trace), middleware.BodyLimit(1000))

	plots := e.Group("/plots/:id", requireMember)
	plots.GET("", func(c *echo.Context) error {
		id, err := web.ID(c.Param("id"))
		if err != nil {
			return err
		}
		plot, err := g.Plot(c.Request().Context(), id)
		if err != nil {
			return err
		}
		return c.JSON(http.StatusOK, plot)
	})
	plots.POST("/lease", func(c *echo.Context) error {
		id, err := web.ID(c.Param("id"))
		if err != nil {
			return err
		}
		var lease web.Lease
		if err := c.Bind(&lease); err != nil {
			return web.ErrInput
		}
		plot, err := g.Lease(c.Request().Context(), id, c.Request().Header.Get("Member"), lease.Months)
		if err != nil {
			return err
		}
		return c.JSON(http.StatusCreated, plot)
	})
	e.GET("/trace", func(c *echo.Context) error {
		return c.JSON(http.StatusOK, web.TraceID(c.Request().Context()))
	})
	return e
}

// #endregion router

// #region error
func handleError(c *echo.Context, err error) {
	status, message := 0, ""
	var coder echo.HTTPStatusCoder // Echo's own errors, such as an unknown path
	if errors.As(err, &coder) {
		status = coder.StatusCode()
		message = http.StatusText(status)
	} else {
		status, message = web.Problem(err)
	}
	_ = c.JSON(status, map[string]string{"error": message})
}

func requireMember(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		if c.Request().Header.Get("Member") == "" {
			return web.ErrMember
		}
		return next(c)
	}
}

// #endregion error
