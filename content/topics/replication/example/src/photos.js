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
export async function currentPhoto(pools, owner, atLeast = '0/0') {
  const pool = (await hasReplayed(pools.standby, atLeast))
    ? pools.standby
    : pools.primary;
  const { rows } = await pool.query(
    'SELECT file FROM photo WHERE owner = $1 ORDER BY id DESC LIMIT 1',
    [owner],
  );
  return {
    file: rows[0]?.file,
    from: pool === pools.primary ? 'primary' : 'standby',
  };
}

async function hasReplayed(standby, lsn) {
  try {
    const { rows } = await standby.query(
      'SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS ready',
      [lsn],
    );
    return rows[0].ready;
  } catch {
    return false; // a standby that is down must not stop the reads
  }
}
// #endregion read
