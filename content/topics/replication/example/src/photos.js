import pg from 'pg';

// #region write
export async function savePhoto({ primary }, owner, file) {
  await primary.query('INSERT INTO photo (owner, file) VALUES ($1, $2)', [
    owner,
    file,
  ]);
  const { rows } = await primary.query('SELECT pg_current_wal_lsn() AS lsn');
  return rows[0].lsn; // goes into the user's session
}
// #endregion write

// #region read
export async function currentPhoto({ primary, standby }, owner, atLeast) {
  try {
    const photo = await fromStandby(standby, owner, atLeast ?? '0/0');
    if (photo) return { ...photo, from: 'standby' };
  } catch {
    // A standby that is down or frozen must not stop the reads.
  }
  return { ...(await photoOf(primary, owner)), from: 'primary' };
}

/** Undefined if the standby is behind. Both queries use one connection. */
async function fromStandby(standby, owner, atLeast) {
  const client = await standby.connect();
  let failure;
  try {
    const { rows } = await client.query(
      'SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS ready',
      [atLeast],
    );
    return rows[0].ready ? await photoOf(client, owner) : undefined;
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    client.release(failure); // after an error, the pool closes it
  }
}
// #endregion read

async function photoOf(db, owner) {
  const { rows } = await db.query(
    'SELECT file FROM photo WHERE owner = $1 ORDER BY id DESC LIMIT 1',
    [owner],
  );
  return { file: rows[0]?.file };
}

// #region pool
export function openStandbyPool(connectionString) {
  const pool = new pg.Pool({
    connectionString,
    max: 4,
    connectionTimeoutMillis: 500,
    query_timeout: 500,
  });
  pool.on('error', () => {}); // an idle connection was lost
  pool.on('connect', (client) => client.on('error', () => {})); // or a used one
  return pool;
}
// #endregion pool
