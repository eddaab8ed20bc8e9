import { readFile } from 'node:fs/promises';

const file = (name) => readFile(new URL(`../${name}`, import.meta.url), 'utf8');

export async function createCalls(db) {
  await db.exec(await file('schema.sql'));
  const report = await file('report.sql');
  return {
    // #region count
    count: (endpoint, client, now) =>
      db.query(
        `INSERT INTO deprecated_call VALUES ($1, $2, $3, 1)
         ON CONFLICT (endpoint, client, day)
         DO UPDATE SET calls = deprecated_call.calls + 1`,
        [endpoint, client, now.toISOString().slice(0, 10)],
      ),
    // #endregion count
    report: async (endpoint, day, window) =>
      (await db.query(report, [endpoint, day, window])).rows,
  };
}
