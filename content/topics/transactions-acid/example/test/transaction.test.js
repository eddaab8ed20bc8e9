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

test('survives the loss of its connection between two queries', async (t) => {
  const uncaught = t.mock.fn();
  process.on('uncaughtExceptionMonitor', uncaught);
  await assert.rejects(
    inTransaction(pool, async (client) => {
      await client.query("SET idle_in_transaction_session_timeout = '50ms'");
      await sleep(300);
      await client.query('SELECT 1');
    }),
  );
  process.off('uncaughtExceptionMonitor', uncaught);
  assert.equal(uncaught.mock.callCount(), 0);
  assert.equal((await books(pool)).seats_left, 10);
});

test('leaves no listener on the connection', async () => {
  const counts = new Map();
  for (let n = 0; n < 5; n += 1) {
    await inTransaction(pool, async (client) => {
      const count = client.listenerCount('error');
      assert.equal(counts.get(client) ?? count, count);
      counts.set(client, count);
    });
  }
  assert.ok(counts.size < 5); // the pool reused a connection
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
