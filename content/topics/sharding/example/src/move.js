// #region move
export async function moveBucket({ directory, shards }, bucket, from, to) {
  if (from === to) return; // or the last step would delete the rows
  const map = await directory.connect();
  const source = await shards[from].connect().catch((error) => {
    map.release(); // the source is down: don't use up the directory's pool
    throw error;
  });
  try {
    // One move of a bucket at a time, and only from its owner.
    await map.query('BEGIN');
    const { rows } = await map.query(
      'SELECT shard FROM bucket_map WHERE bucket = $1 FOR UPDATE',
      [bucket],
    );
    const owner = rows[0]?.shard; // `to` if this move died before its last step
    if (owner !== from && owner !== to) throw new Error(`${owner} owns it`);
    for (const [name, shard] of Object.entries(shards))
      if (name !== from && name !== to && (await has(shard, bucket)))
        throw new Error(`first finish the other move, ${from} to ${name}`);

    // Most rows are copied while the source still takes writes.
    await shards[to].query(
      'INSERT INTO bucket VALUES ($1) ON CONFLICT DO NOTHING',
      [bucket],
    );
    await copy(source, shards[to], bucket);

    // Writers of this bucket wait from here on, at most until the timeouts.
    await source.query('BEGIN');
    await source.query("SET LOCAL lock_timeout = '5s'");
    await source.query("SET LOCAL idle_in_transaction_session_timeout = '5s'");
    await source.query('SELECT FROM bucket WHERE id = $1 FOR UPDATE', [bucket]);
    await copy(source, shards[to], bucket);
    await map.query('UPDATE bucket_map SET shard = $2 WHERE bucket = $1', [
      bucket,
      to,
    ]);
    await source.query('SELECT'); // fails if the lock has timed out by now
    await map.query('COMMIT');
    await source.query('DELETE FROM reading WHERE bucket = $1', [bucket]);
    await source.query('DELETE FROM bucket WHERE id = $1', [bucket]);
    await source.query('COMMIT');
  } catch (error) {
    for (const client of [source, map])
      await client.query('ROLLBACK').catch(() => {});
    throw error; // repeat the same move before the next one
  } finally {
    source.release();
    map.release();
  }
}
// #endregion move

async function has(shard, bucket) {
  const sql = 'SELECT FROM bucket WHERE id = $1';
  return (await shard.query(sql, [bucket])).rowCount > 0;
}

async function copy(source, target, bucket) {
  const { rows } = await source.query(
    'SELECT meter, minute, value FROM reading WHERE bucket = $1',
    [bucket],
  );
  await target.query(
    `INSERT INTO reading
     SELECT meter, minute, value, $1
     FROM unnest($2::text[], $3::int[], $4::int[]) AS r (meter, minute, value)
     ON CONFLICT DO NOTHING`,
    [
      bucket,
      rows.map((row) => row.meter),
      rows.map((row) => row.minute),
      rows.map((row) => row.value),
    ],
  );
}
