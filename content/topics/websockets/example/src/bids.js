import { EventEmitter } from 'node:events';
import pg from 'pg';
import { createPool } from './pool.js';

/** The auction's bids in PostgreSQL; emits `bid` for the bids of all servers. */
export class Bids extends EventEmitter {
  #pool;
  #listener;
  #timer;

  static async open(url, { check = 30_000, timeout = 5_000 } = {}) {
    const bids = new Bids();
    bids.#pool = createPool(url, timeout);
    bids.#listener = new pg.Client({
      connectionString: url,
      query_timeout: timeout,
    });
    // #region listen
    bids.#listener.on('notification', ({ payload }) => {
      bids.emit('bid', JSON.parse(payload));
    });
    await bids.#listener.connect();
    await bids.#listener.query('LISTEN bids');
    // Without the listener, viewers would see nothing: this ends the process.
    const fail = (error) => bids.emit('error', error);
    bids.#listener.on('error', fail);
    bids.#timer = setInterval(() => {
      bids.#listener.query('SELECT 1').catch(fail); // or it may be dead, silently
    }, check);
    // #endregion listen
    return bids;
  }

  // #region place
  /** Accepts a bid that is higher than all others; returns whether it was. */
  async place(auction, bidder, amount) {
    const { rowCount } = await this.#pool.query(
      `WITH raised AS (
         UPDATE auctions SET highest = $3, bids = bids + 1
         WHERE id = $1 AND highest < $3
         RETURNING id, bids
       ), placed AS (
         INSERT INTO bids (auction, number, bidder, amount)
         SELECT id, bids, $2, $3 FROM raised
         RETURNING *
       )
       SELECT pg_notify('bids', row_to_json(placed)::text) FROM placed`,
      [auction, bidder, amount],
    );
    return rowCount === 1;
  }
  // #endregion place

  /** The number of the newest bid and its amount. */
  async state(auction) {
    const { rows } = await this.#pool.query(
      'SELECT bids AS number, highest FROM auctions WHERE id = $1',
      [auction],
    );
    return rows[0];
  }

  /** All bids after the given number, oldest first. */
  async since(auction, number) {
    const { rows } = await this.#pool.query(
      'SELECT * FROM bids WHERE auction = $1 AND number > $2 ORDER BY number',
      [auction, number],
    );
    return rows;
  }

  async close() {
    clearInterval(this.#timer);
    await this.#listener.end();
    await this.#pool.end();
  }
}
