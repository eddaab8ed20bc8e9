import { createHash, randomBytes } from 'node:crypto';

const hash = (id) => createHash('sha256').update(id).digest();

const minutes = 60_000;

/**
 * Sessions in PostgreSQL. A session ends when it hasn't been used for half an
 * hour, twelve hours after its login, or when someone ends it.
 * @param now the current time in milliseconds; tests pass their own clock
 */
export function createSessions(pool, { now = Date.now } = {}) {
  const limits = () => [
    new Date(now()),
    new Date(now() - 30 * minutes),
    new Date(now() - 12 * 60 * minutes),
  ];
  return {
    // #region core
    /** Starts a session and returns its ID, which is stored nowhere. */
    async start(reader, device) {
      const id = randomBytes(32).toString('base64url');
      await pool.query(
        `INSERT INTO sessions (id_hash, reader, device, started_at, used_at)
         VALUES ($1, $2, $3, $4, $4)`,
        [hash(id), reader, device, new Date(now())],
      );
      return id;
    },

    /** The session with this ID, or undefined if there isn't one. */
    async find(id) {
      const { rows } = await pool.query(
        `UPDATE sessions SET used_at = $2
         WHERE id_hash = $1 AND used_at > $3 AND started_at > $4
         RETURNING number, reader`,
        [hash(id), ...limits()],
      );
      return rows[0];
    },

    async end(id) {
      await pool.query('DELETE FROM sessions WHERE id_hash = $1', [hash(id)]);
    },
    // #endregion core

    // #region devices
    async list(reader) {
      const [, idle, oldest] = limits();
      const { rows } = await pool.query(
        `SELECT number, device, started_at, used_at FROM sessions
         WHERE reader = $1 AND used_at > $2 AND started_at > $3
         ORDER BY used_at DESC`,
        [reader, idle, oldest],
      );
      return rows;
    },

    /** Ends one session of this reader. Returns whether there was one. */
    async endOne(reader, number) {
      const { rowCount } = await pool.query(
        'DELETE FROM sessions WHERE reader = $1 AND number = $2',
        [reader, number],
      );
      return rowCount === 1;
    },

    async endAll(reader) {
      await pool.query('DELETE FROM sessions WHERE reader = $1', [reader]);
    },
    // #endregion devices

    /** For a job that runs every hour; find() ignores these rows anyway. */
    async deleteExpired() {
      const [, idle, oldest] = limits();
      await pool.query(
        'DELETE FROM sessions WHERE used_at <= $1 OR started_at <= $2',
        [idle, oldest],
      );
    },
  };
}
