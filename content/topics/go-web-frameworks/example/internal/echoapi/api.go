// Package echoapi is the API with Echo.
package echoapi

import (
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
		if err := c.Bind(&lease); echo.StatusCode(err) == http.StatusBadRequest {
			return web.ErrInput
		} else if err != nil {
			return err // too large, or an unknown type
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
	status := echo.StatusCode(err) // of Echo's own errors, such as an unknown path
	message := http.StatusText(status)
	if status == 0 {
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
