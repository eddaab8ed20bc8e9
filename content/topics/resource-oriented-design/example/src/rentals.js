export class Conflict extends Error {}

const columns = `id, bike, started_at, ended`;

export class Rentals {
  constructor(pool) {
    this.pool = pool;
  }

  async #query(text, values) {
    try {
      return (await this.pool.query(text, values)).rows;
    } catch (error) {
      if (error.code === '23505') throw new Conflict();
      throw error;
    }
  }

  /** Undefined if there is no such bike; Conflict if it's rented. */
  async start(bike, rider) {
    const [rental] = await this.#query(
      `INSERT INTO rentals (bike, rider) SELECT id, $2 FROM bikes WHERE id = $1
       RETURNING ${columns}`,
      [bike, rider],
    );
    return rental;
  }

  async find(id, rider) {
    const [rental] = await this.#query(
      `SELECT ${columns} FROM rentals WHERE id = $1 AND rider = $2`,
      [id, rider],
    );
    return rental;
  }

  list(rider, { ended }) {
    return this.#query(
      `SELECT ${columns} FROM rentals
       WHERE rider = $1 AND ($2::boolean IS NULL OR ended = $2)
       ORDER BY started_at DESC LIMIT 100`,
      [rider, ended],
    );
  }

  // #region return
  /** Ends a rental; Conflict if it has ended. One statement, so all or nothing. */
  async giveBack(id, station) {
    const [returned] = await this.#query(
      `WITH given_back AS (
         INSERT INTO returns (rental, station, fee_cents)
         SELECT id, $2, 100 + 15 * ceil(extract(epoch FROM now() - started_at) / 60)
         FROM rentals WHERE id = $1
         RETURNING *
       ), rental AS (
         UPDATE rentals SET ended = true FROM given_back
         WHERE rentals.id = given_back.rental
         RETURNING bike
       ), bike AS (
         UPDATE bikes SET station = $2 FROM rental WHERE bikes.id = rental.bike
       )
       SELECT station, returned_at, fee_cents FROM given_back`,
      [id, station],
    );
    return returned;
  }
  // #endregion return

  async findReturn(id) {
    const [returned] = await this.#query(
      'SELECT station, returned_at, fee_cents FROM returns WHERE rental = $1',
      [id],
    );
    return returned;
  }

  async locate(bike) {
    const [location] = await this.#query(
      `SELECT station, EXISTS (
         SELECT FROM rentals WHERE rentals.bike = bikes.id AND NOT ended
       ) AS riding
       FROM bikes WHERE id = $1`,
      [bike],
    );
    return location;
  }
}
