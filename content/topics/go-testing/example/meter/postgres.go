package meter

import (
	"context"
	"database/sql"
	"errors"
)

// Schema creates what Postgres needs.
const Schema = `CREATE TABLE tickets (
	plate text PRIMARY KEY,
	until timestamptz NOT NULL
)`

// Postgres keeps tickets in a table.
type Postgres struct{ DB *sql.DB }

func (p Postgres) Save(ctx context.Context, ticket Ticket) error {
	_, err := p.DB.ExecContext(ctx, `
		INSERT INTO tickets (plate, until) VALUES ($1, $2)
		ON CONFLICT (plate) DO UPDATE SET until = excluded.until`,
		ticket.Plate, ticket.Until)
	return err
}

func (p Postgres) Find(ctx context.Context, plate string) (Ticket, error) {
	ticket := Ticket{Plate: plate}
	err := p.DB.QueryRowContext(ctx,
		`SELECT until FROM tickets WHERE plate = $1 AND until > now()`, plate).
		Scan(&ticket.Until)
	if errors.Is(err, sql.ErrNoRows) {
		return Ticket{}, ErrNoTicket
	}
	return ticket, err
}
