import { readFile } from 'node:fs/promises';

const file = (name) => readFile(new URL(`../${name}`, import.meta.url), 'utf8');

export async function createCalls(db) {
  await db.exec(await file('schema.sql'));
  const report = await file('report.sql');

  // #region count
  let counts = new Map();
  let running;

  function count(endpoint, client, now, calls = 1) {
    const day = now.toISOString().slice(0, 10);
    const row = counts.get(`${endpoint} ${client} ${day}`);
    if (row) row.calls += calls;
    else
      counts.set(`${endpoint} ${client} ${day}`, {
        endpoint,
        client,
        day,
        calls,
      });
  }

  async function write() {
    const rows = [...counts.values()];
    counts = new Map();
    try {
      await db.query(
        `INSERT INTO deprecated_call
         SELECT * FROM json_populate_recordset(NULL::deprecated_call, $1)
         ON CONFLICT (endpoint, client, day)
         DO UPDATE SET calls = deprecated_call.calls + excluded.calls`,
        [JSON.stringify(rows)],
      );
    } catch (error) {
      for (const { endpoint, client, day, calls } of rows) {
        count(endpoint, client, new Date(day), calls);
      }
      console.error('calls not written, will try again:', error.message);
    }
  }

  /** For a timer, once a minute. Never two at once. */
  const flush = () =>
    (running ??= write().finally(() => (running = undefined)));
  // #endregion count

  return {
    count,
    flush,
    report: async (endpoint, day, window) =>
      (await db.query(report, [endpoint, day, window])).rows,
  };
}
