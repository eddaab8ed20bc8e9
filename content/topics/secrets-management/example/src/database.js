import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';

// #region database
/**
 * @param options of pg.Pool, without user and password
 * @param readLogin returns the present { user, password }
 */
export async function openDatabase(options, readLogin) {
  let current = await open(readLogin());

  async function open(login) {
    const limit = { connectionTimeoutMillis: 5_000 }; // the server may hang
    const client = new pg.Client({ ...limit, ...options, ...login });
    await client.connect(); // does this login work?
    await client.end();
    const pool = new pg.Pool({ ...options, ...login });
    pool.on('error', () => {}); // an idle connection broke; the pool drops it
    return { pool, login, users: 0, isOld: false };
  }

  const endIfUnused = ({ pool, users, isOld }) =>
    isOld && users === 0 && !pool.ending && pool.end();

  function retire(one) {
    one.isOld = true;
    return endIfUnused(one);
  }

  return {
    /** Lends the pool to `work`, for one query or a transaction. */
    async use(work) {
      const mine = current;
      mine.users += 1;
      try {
        return await work(mine.pool);
      } finally {
        mine.users -= 1;
        endIfUnused(mine);
      }
    },

    /** Call it every few seconds. If it throws, the old login stays in use. */
    async reload() {
      const login = readLogin();
      if (isDeepStrictEqual(login, current.login)) return;
      const next = await open(login);
      if (current.isOld) return next.pool.end(); // closed in the meantime
      retire(current);
      current = next;
    },

    /** Work that has begun may finish, and then the connections end. */
    close: async () => retire(current),
  };
}
// #endregion database
