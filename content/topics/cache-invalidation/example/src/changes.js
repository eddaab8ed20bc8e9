import { setTimeout as sleep } from 'node:timers/promises';

// #region handle
/** Invalidates what has changed, and only then forgets the change. */
export async function handleChanges(pool, cache) {
  const { rows } = await pool.query(
    'SELECT id, key FROM changed ORDER BY id LIMIT 500',
  );
  await cache.invalidate([...new Set(rows.map((row) => row.key))]);
  const ids = rows.map((row) => row.id);
  await pool.query('DELETE FROM changed WHERE id = ANY ($1)', [ids]);
  return rows.length;
}

/** Looks for changes until you abort the signal. */
export async function watchChanges(pool, cache, { signal, pause = 500 }) {
  while (!signal.aborted) {
    const handled = await handleChanges(pool, cache).catch((error) => {
      console.error(`changes: ${error.message}`); // try again after the pause
    });
    if (!handled) await sleep(pause, undefined, { signal }).catch(() => {});
  }
}
// #endregion handle
