// Package fiberapi is the API with Fiber.
package fiberapi

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"example.com/garden/internal/garden"
	"example.com/garden/internal/web"
	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/middleware/adaptor"
	"github.com/gofiber/fiber/v3/middleware/recover"
)

// #region router
func New(g *garden.Garden) *fiber.App {
	app := fiber.New(fiber.Config{
		ErrorHandler: handleError,
		BodyLimit:    1000,
		ReadTimeout:  10 * time.Second,
	})
	app.Use(recover.New(), adaptor.HTTPMiddleware(web.Trace))

	plots := app.Group("/plots/:id", requireMember)
	plots.Get("/", func(c fiber.Ctx) error {
		id, err := web.ID(c.Params("id"))
		if err != nil {
			return err
		}
		plot, err := g.Plot(c, id)
		if err != nil {
			return err
		}
		return c.JSON(plot)
	})
	plots.Post("/lease", func(c fiber.Ctx) error {
		id, err := web.ID(c.Params("id"))
		if err != nil {
			return err
		}
		var lease web.Lease
		if err := c.Bind().JSON(&lease); err != nil {
			return web.ErrInput
		}
		member := strings.Clone(c.Get("Member")) // Fiber reuses the memory for the next request
		plot, err := g.Lease(c, id, member, lease.Months)
		if err != nil {
			return err
		}
		return c.Status(http.StatusCreated).JSON(plot)
	})
	app.Get("/trace", func(c fiber.Ctx) error {
		return c.JSON(web.TraceID(c))
	})
	return app
}

// #endregion router

func handleError(c fiber.Ctx, err error) error {
	var known *fiber.Error // Fiber's own errors, such as an unknown path
	if errors.As(err, &known) {
		return c.Status(known.Code).JSON(fiber.Map{"error": http.StatusText(known.Code)})
	}
	status, message := web.Problem(err)
	return c.Status(status).JSON(fiber.Map{"error": message})
}

func requireMember(c fiber.Ctx) error {
	if c.Get("Member") == "" {
		return web.ErrMember
	}
	return c.Next()
}
