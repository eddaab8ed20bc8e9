import { stringify } from 'csv-stringify';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const sql = 'SELECT id, station, sensor, celsius FROM measurement ORDER BY id';

// #region at-once
/** All rows, then the whole text, then the response. */
export async function exportAtOnce(pool, res) {
  const { rows } = await pool.query(sql);
  const lines = rows.map(
    (row) => `${row.id},${row.station},${row.sensor},${row.celsius}\n`,
  );
  res.type('text/csv').send(lines.join(''));
}
// #endregion at-once

// #region rows
/** The rows of a query, a thousand at a time, through a cursor. */
export async function* readRows(pool, sql, signal) {
  const client = await pool.connect();
  const cutOff = () => client.end().catch(() => {}); // even during a query
  signal.addEventListener('abort', cutOff);
  let isDone = false;
  try {
    signal.throwIfAborted();
    await client.query('BEGIN READ ONLY');
    await client.query(`DECLARE export NO SCROLL CURSOR FOR ${sql}`);
    for (;;) {
      const { rows } = await client.query('FETCH 1000 FROM export');
      if (rows.length === 0) break;
      for (const row of rows) yield row;
    }
    await client.query('COMMIT');
    isDone = true;
  } finally {
    signal.removeEventListener('abort', cutOff);
    client.release(!isDone); // true closes the connection
  }
}
// #endregion rows

// #region streamed
/** Row by row, from the database's cursor to the client's connection. */
export async function exportStreamed(pool, res, limit = 600_000) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), limit);
  res.once('close', () => stop.abort());
  const { signal } = stop;
  const rows = Readable.from(readRows(pool, sql, signal));
  try {
    await once(rows, 'readable', { signal }); // fails in time for a 500
    res.type('application/gzip').attachment('measurements.csv.gz');
    const columns = ['id', 'station', 'sensor', 'celsius'];
    const toCsv = stringify({ header: true, columns });
    await pipeline(rows, toCsv, createGzip(), res, { signal });
  } finally {
    clearTimeout(timer);
    rows.destroy();
  }
}
// #endregion streamed
