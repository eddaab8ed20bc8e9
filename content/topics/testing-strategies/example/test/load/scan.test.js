import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { startService } from '../support/start-service.js';

const PERMITS = 200_000;
const SCANS = 200;
const AT_ONCE = 5;

async function fill(database) {
  const client = new pg.Client(database.url);
  await client.connect();
  await client.query(
    `INSERT INTO permit
     SELECT 'B-' || n, daterange('2026-06-01', '2026-06-30', '[]')
     FROM generate_series(1, $1::int) AS n`,
    [PERMITS],
  );
  await client.end();
}

// #region load
test('95% of 200 scans take less than 200 ms', async (t) => {
  const { url, database } = await startService(t);
  await fill(database); // 200,000 permits

  const durations = [];
  let scans = 0;
  async function scan() {
    while (scans < SCANS) {
      scans += 1;
      const start = performance.now();
      const response = await fetch(`${url}/permits/B-${scans}?on=2026-06-15`);
      assert.equal((await response.json()).valid, true);
      durations.push(performance.now() - start);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, scan));

  const p95 = durations.sort((a, b) => a - b)[Math.ceil(SCANS * 0.95) - 1];
  t.diagnostic(`p95 ${p95.toFixed(1)} ms`);
  assert.ok(p95 < 200, `p95 is ${p95.toFixed(0)} ms`);
});
// #endregion load
