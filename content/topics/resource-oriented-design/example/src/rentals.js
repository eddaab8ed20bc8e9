export class Rentals {
  constructor(pool) {
    this.pool = pool;
  }

  async #rows(sql, values) {
    return (await this.pool.query(sql, values)).rows;
  }

  async #row(sql, values) {
    return (await this.#rows(sql, values))[0];
  }

  findStation(id) {
    return this.#row('SELECT id, name FROM stations WHERE id = $1', [id]);
  }

  findBike(id) {
    return this.#row('SELECT id FROM bikes WHERE id = $1', [id]);
  }

  // #region start
  /** Starts a rental, unless the bike is rented: then undefined. */
  start(bike, rider) {
    return this.#row(
      `INSERT INTO rentals (bike, rider) VALUES ($1, $2)
       ON CONFLICT (bike) WHERE returned_at IS NULL DO NOTHING
       RETURNING *`,
      [bike, rider],
    );
  }
  // #endregion start

  findActive(bike, rider) {
    return this.#row(
      `SELECT * FROM rentals
       WHERE bike = $1 AND rider = $2 AND returned_at IS NULL`,
      [bike, rider],
    );
  }

  find(id, rider) {
    return this.#row('SELECT * FROM rentals WHERE id = $1 AND rider = $2', [
      id,
      rider,
    ]);
  }

  /** The rider's newest 100 rentals. */
  list(rider, { ended }) {
    return this.#rows(
      `SELECT * FROM rentals
       WHERE rider = $1 AND ($2::boolean IS NULL OR $2 = (returned_at IS NOT NULL))
       ORDER BY started_at DESC LIMIT 100`,
      [rider, ended],
    );
  }

  // #region return
  /** Ends a rental, unless it has ended: then undefined. */
  giveBack(id, station) {
    return this.#row(
      `UPDATE rentals SET returned_at = now(), station = $2,
         fee_cents = 100 + 15 * ceil(extract(epoch FROM now() - started_at) / 60)
       WHERE id = $1 AND returned_at IS NULL
       RETURNING *`,
      [id, station],
    );
  }
  // #endregion return

  // #region locate
  /** Where the bike's latest rental ended; station is null during a ride. */
  locate(bike) {
    return this.#row(
      `SELECT station FROM (
         SELECT station, started_at FROM rentals WHERE bike = $1
         UNION ALL
         SELECT first_station, '-infinity' FROM bikes WHERE id = $1
       ) AS places
       ORDER BY started_at DESC LIMIT 1`,
      [bike],
    );
  }
  // #endregion locate
}
