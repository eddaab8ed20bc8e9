import pg from 'pg';

// #region handle
/** Invalidates what has changed; a change is forgotten only when that worked. */
export async function handleChanges(pool, cache) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query(
      `DELETE FROM changed WHERE id IN (
         SELECT id FROM changed ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED
       ) RETURNING key`,
    );
    if (rows.length > 0) {
      await cache.invalidate([...new Set(rows.map((row) => row.key))]);
      await cache.invalidateGroup('prices');
    }
    await client.query('COMMIT');
    return rows.length;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
// #endregion handle

// #region watch
/** Handles changes as they come, and looks every `pause` ms in any case. */
export async function watchChanges(url, cache, pause = 1_000) {
  const pool = new pg.Pool({ connectionString: url });
  const listener = new pg.Client({ connectionString: url });
  listener.on('error', (error) => console.error(`listener: ${error.message}`));
  let wake = () => {};
  listener.on('notification', () => wake());
  await listener.connect();
  await listener.query('LISTEN changed');

  let stopped = false;
  const done = (async () => {
    while (!stopped) {
      const woken = new Promise((resolve) => (wake = resolve));
      let handled = 0;
      try {
        handled = await handleChanges(pool, cache);
      } catch (error) {
        console.error(`changes: ${error.message}`); // try again after the pause
      }
      if (handled > 0) continue;
      const timer = setTimeout(wake, pause);
      await woken;
      clearTimeout(timer);
    }
  })();
  return async function stop() {
    stopped = true;
    wake();
    await done;
    await listener.end();
    await pool.end();
  };
}
// #endregion watch
