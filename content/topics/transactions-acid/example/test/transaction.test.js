import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { books, openCinema, reset } from '../dev/cinema.js';
import { inTransaction, withRetry } from '../src/transaction.js';

let pool, close;

before(async () => {
  ({ pool, close } = await openCinema());
});
beforeEach(() => reset(pool, { seats: 10 }));
after(() => close());

// #region swallowed
test('an error that the code swallows is not reported as success', async () => {
  const work = async (client) => {
    await client.query('UPDATE show SET seats_left = 3 WHERE id = 7');
    await client.query('SELECT 1 / 0').catch(() => {});
  };
  await assert.rejects(inTransaction(pool, work), /rolled back/);
  assert.equal((await books(pool)).seats_left, 10);
});
// #endregion swallowed

test('survives the loss of its connection', async () => {
  await assert.rejects(
    inTransaction(pool, async (client) => {
      const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
      await pool.query('SELECT pg_terminate_backend($1)', [rows[0].pid]);
      await sleep(100);
      await client.query('SELECT 1');
    }),
  );
  assert.equal((await books(pool)).seats_left, 10);
});

test('retries conflicts from the start, and nothing else', async () => {
  for (const [code, expected] of [
    ['40001', 3],
    ['40P01', 3],
    ['23514', 1],
    [undefined, 1],
  ]) {
    let attempts = 0;
    const fail = async () => {
      attempts += 1;
      throw Object.assign(new Error('no'), { code });
    };
    await assert.rejects(withRetry(fail, { attempts: 3 }), { message: 'no' });
    assert.equal(attempts, expected, code);
  }
});
