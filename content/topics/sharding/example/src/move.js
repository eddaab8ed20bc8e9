// #region move
export async function moveBucket({ directory, shards }, bucket, from, to) {
  const source = await shards[from].connect();
  try {
    // Most rows are copied while the source still takes writes.
    await shards[to].query(
      'INSERT INTO bucket VALUES ($1) ON CONFLICT DO NOTHING',
      [bucket],
    );
    await copy(source, shards[to], bucket);

    // Writers of this bucket wait from here on, for the rest of the rows.
    await source.query('BEGIN');
    await source.query('SELECT FROM bucket WHERE id = $1 FOR UPDATE', [bucket]);
    await copy(source, shards[to], bucket);
    await directory.query(
      'UPDATE bucket_map SET shard = $2 WHERE bucket = $1',
      [bucket, to],
    );
    await source.query('DELETE FROM reading WHERE bucket = $1', [bucket]);
    await source.query('DELETE FROM bucket WHERE id = $1', [bucket]);
    await source.query('COMMIT');
  } catch (error) {
    await source.query('ROLLBACK').catch(() => {});
    throw error; // run the move again: every step can be repeated
  } finally {
    source.release();
  }
}
// #endregion move

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
