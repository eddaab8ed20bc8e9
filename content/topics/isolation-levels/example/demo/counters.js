import { setTimeout as sleep } from 'node:timers/promises';
import { LEVELS, openLab, reset } from '../dev/lab.js';

const { pool, a, b, close } = await openLab();

for (const level of LEVELS) {
  await reset(pool);
  // #region counters
  await a.query('BEGIN');
  await a.query('UPDATE counter SET n = n + 1'); // 9 and 10 become 10 and 11
  await b.query(`BEGIN ISOLATION LEVEL ${level}`);
  const deletion = b.query('DELETE FROM counter WHERE n = 10').then(
    ({ rowCount }) => `deleted ${rowCount}`,
    (error) => `${error.code} ${error.message}`,
  );
  await sleep(200); // B waits for the row that A has changed
  await a.query('COMMIT');
  console.log(level.padEnd(15), await deletion);
  await b.query('ROLLBACK');
  // #endregion counters
}

await close();
