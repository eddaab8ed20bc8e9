// #region n-plus-one
export async function newestTicketsOneByOne(db) {
  const { rows: tickets } = await db.query(
    'SELECT id, customer_id FROM ticket ORDER BY id DESC LIMIT 50',
  );
  for (const ticket of tickets) {
    const { rows } = await db.query('SELECT name FROM customer WHERE id = $1', [
      ticket.customer_id,
    ]);
    ticket.customer = rows[0].name;
  }
  return tickets;
}
// #endregion n-plus-one

// #region join
export async function newestTickets(db) {
  const { rows } = await db.query(
    `SELECT ticket.id, customer_id, customer.name AS customer
     FROM ticket JOIN customer ON customer.id = customer_id
     ORDER BY ticket.id DESC LIMIT 50`,
  );
  return rows;
}
// #endregion join

// #region dashboard
export const DASHBOARD = `
  SELECT name, (SELECT count(*) FROM ticket
                WHERE customer_id = customer.id AND status = 'open') AS open
  FROM customer`;

export const DASHBOARD_REWRITTEN = `
  SELECT name, coalesce(t.open, 0) AS open
  FROM customer
  LEFT JOIN (SELECT customer_id, count(*) AS open FROM ticket
             WHERE status = 'open' GROUP BY customer_id) AS t
    ON t.customer_id = customer.id`;
// #endregion dashboard
