import { randomBytes } from 'node:crypto';
import { createPool } from './pool.js';

/** Tickets let a logged-in bidder open one connection in the next 30 seconds. */
export class Tickets {
  #pool;

  constructor(url) {
    this.#pool = createPool(url);
  }

  /** Call this from a route that has checked the session. */
  async issue(bidder, seconds = 30) {
    const ticket = randomBytes(16).toString('base64url');
    await this.#pool.query(
      `INSERT INTO tickets (ticket, bidder, expires)
       VALUES ($1, $2, now() + make_interval(secs => $3))`,
      [ticket, bidder, seconds],
    );
    return ticket;
  }

  /** Returns the bidder, once. */
  async redeem(ticket) {
    const { rows } = await this.#pool.query(
      'DELETE FROM tickets WHERE ticket = $1 RETURNING bidder, expires > now() AS valid',
      [ticket],
    );
    return rows[0]?.valid ? rows[0].bidder : undefined;
  }

  close() {
    return this.#pool.end();
  }
}
