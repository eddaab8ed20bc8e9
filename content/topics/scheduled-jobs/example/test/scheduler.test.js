import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { startDatabase } from '../dev/database.js';
import { openPool, openQueue } from '../src/pool.js';
import { dueSlots, jobs } from '../src/schedule.js';
import { createQueue, overdue, startWork, tick } from '../src/scheduler.js';

const [order, report] = jobs;
const start = new Date('2026-03-09T12:00Z');
const soon = { pollingIntervalSeconds: 0.5 };
let database, pool, boss;

before(async () => {
  database = await startDatabase();
  pool = openPool(database.url);
  // Open the pool's connections, so that ten schedulers really start at once.
  const ten = Array.from({ length: 10 }, () =>
    pool.query('SELECT pg_sleep(0.5)'),
  );
  await Promise.all(ten);
});

after(async () => {
  await pool?.end();
  await database?.stop();
});

beforeEach(async () => {
  await pool.query('TRUNCATE run, schedule');
  await pool.query('DROP SCHEMA IF EXISTS pgboss CASCADE');
  boss = new PgBoss(database.url);
  await boss.start();
  for (const { name } of jobs) {
    await createQueue(boss, name);
    await boss.updateQueue(name, { retryDelay: 1, retryBackoff: false });
    await tick(pool, boss, { ...order, name }, start);
  }
});

afterEach(() => boss.stop({ timeout: 1_000 }));

async function runs(job) {
  const { rows } = await pool.query(
    'SELECT slot, state FROM run WHERE job = $1 ORDER BY slot',
    [job.name],
  );
  return rows.map(
    ({ slot, state }) => `${slot.toISOString().slice(0, 10)} ${state}`,
  );
}

async function waiting(job) {
  return (await boss.findJobs(job.name)).length;
}

// #region clocks
test('there is one slot for each day, also when the clocks change', () => {
  for (const day of ['2026-03-29', '2026-10-25']) {
    const noon = Date.parse(`${day}T12:00Z`);
    const from = new Date(noon - 86_400_000);
    assert.equal(dueSlots(order, from, new Date(noon)).length, 1);
  }
  const halfHours = { cron: '*/30 * * * *', zone: 'Europe/Berlin' };
  const march = ['2026-03-28T22:59Z', '2026-03-29T21:59Z'];
  const october = ['2026-10-24T21:59Z', '2026-10-25T22:59Z'];
  const count = ([a, b]) =>
    dueSlots(halfHours, new Date(a), new Date(b)).length;
  assert.equal(count(march), 46);
  assert.equal(count(october), 50);
});
// #endregion clocks

// #region twice
test('ten schedulers at once create each run once', async () => {
  const now = new Date('2026-03-12T08:00Z');
  await Promise.all(
    Array.from({ length: 10 }, () => tick(pool, boss, report, now)),
  );
  assert.deepEqual(await runs(report), [
    '2026-03-10 due',
    '2026-03-11 due',
    '2026-03-12 due',
  ]);
  assert.equal(await waiting(report), 3);
});
// #endregion twice

test('after an outage, only the latest order is due', async () => {
  await tick(pool, boss, order, new Date('2026-03-10T08:00Z'));
  await pool.query("UPDATE run SET state = 'done'");
  const now = new Date('2026-03-13T08:00Z');
  await tick(pool, boss, report, now);
  await tick(pool, boss, order, now);
  assert.deepEqual(await runs(order), [
    '2026-03-10 done',
    '2026-03-11 skipped',
    '2026-03-12 skipped',
    '2026-03-13 due',
  ]);
  assert.ok((await runs(report)).every((run) => run.endsWith('due')));
});

// #region latest
test('if only the workers are down, only the latest order is sent, too', async () => {
  for (const day of [10, 11, 12])
    await tick(pool, boss, order, new Date(`2026-03-${day}T08:00Z`));
  const sent = [];
  const handle = (slot) => sent.push(slot.toISOString().slice(0, 10));
  await startWork(boss, pool, order.name, handle, soon);
  await eventually(async () => (await runs(order))[2] === '2026-03-12 done');
  assert.deepEqual(sent, ['2026-03-12']);
});
// #endregion latest

test('a time far in the future is refused', async () => {
  const wrong = new Date('2027-03-10T08:00Z');
  await assert.rejects(tick(pool, boss, order, wrong), /366 slots/);
  await tick(pool, boss, order, new Date('2026-03-10T08:00Z'));
  assert.deepEqual(await runs(order), ['2026-03-10 due']);
});

test('a time that goes back repeats nothing', async () => {
  await tick(pool, boss, order, new Date('2026-03-10T08:00Z'));
  await tick(pool, boss, order, new Date('2026-03-09T08:00Z'));
  await tick(pool, boss, order, new Date('2026-03-10T08:01Z'));
  await pool.query('UPDATE schedule SET checked_until = $1', [start]);
  const again = tick(pool, boss, order, new Date('2026-03-10T08:02Z'));
  await assert.rejects(again, /duplicate key/);
  assert.equal(await waiting(order), 1);
});

test('a run and its job are created together or not at all', async () => {
  const broken = {
    async send(...args) {
      await boss.send(...args);
      throw new Error('no');
    },
  };
  const now = new Date('2026-03-10T08:00Z');
  await assert.rejects(tick(pool, broken, order, now));
  assert.deepEqual(await runs(order), []);
  assert.equal(await waiting(order), 0);
  await tick(pool, boss, order, now);
  assert.equal(await waiting(order), 1);
});

test('a database that goes silent ends the tick, and its lock', async (t) => {
  t.mock.method(console, 'error', () => {});
  const network = await openNetwork();
  const cutOff = openPool(network.url, 500);
  const now = new Date('2026-03-10T08:00Z');
  const silenced = {
    send(name, data, { db }) {
      network.isSilent = true;
      return db.executeSql('SELECT 1');
    },
  };
  const first = tick(cutOff, silenced, order, now);
  const hung = sleep(5_000).then(() => assert.fail('it hangs'));
  await assert.rejects(Promise.race([first, hung]), /timeout/);
  await tick(pool, boss, order, now); // another instance
  assert.equal(await waiting(order), 1);
  network.isSilent = false;
  await tick(cutOff, boss, order, now); // with a new connection
  await cutOff.end();
  network.close();
});

test('a worker goes on after its database was silent', async (t) => {
  t.mock.method(console, 'error', () => {});
  const network = await openNetwork();
  const queue = openQueue(network.url, 500);
  await queue.start();
  const sent = [];
  const handle = (slot) => sent.push(slot);
  await startWork(queue, pool, order.name, handle, soon);
  network.isSilent = true;
  await tick(pool, boss, order, new Date('2026-03-10T08:00Z'));
  await sleep(1_500); // it asks for work, and the response gets lost
  assert.equal(sent.length, 0);
  network.isSilent = false;
  await eventually(() => sent.length === 1);
  await queue.stop({ timeout: 1_000 });
  network.close();
});

/** A way to the database that can drop everything, without closing anything. */
async function openNetwork() {
  const network = { isSilent: false };
  const server = createServer((near) => {
    const far = connect(new URL(database.url).port, '127.0.0.1');
    for (const socket of [near, far]) socket.on('error', () => {});
    near.on('data', (data) => network.isSilent || far.write(data));
    far.on('data', (data) => network.isSilent || near.write(data));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(database.url);
  url.port = server.address().port;
  return Object.assign(network, {
    url: url.href,
    close: () => server.close(),
  });
}

// #region overlap
test('runs of a job never overlap, and each gets its own slot', async () => {
  await tick(pool, boss, report, new Date('2026-03-12T08:00Z'));
  const log = [];
  async function handle(slot, signal) {
    assert.equal(signal.aborted, false);
    const day = slot.toISOString().slice(8, 10);
    log.push(`begin ${day}`);
    await sleep(700);
    log.push(`end ${day}`);
  }
  const options = { ...soon, localConcurrency: 3 };
  await startWork(boss, pool, report.name, handle, options);
  await eventually(() => log.length === 6);
  for (let n = 0; n < 6; n += 2)
    assert.equal(log[n].slice(-2), log[n + 1].slice(-2));
  assert.equal(new Set(log).size, 6);
});
// #endregion overlap

// #region overdue
test('a run that failed, and one that never began, are both noticed', async () => {
  const now = new Date('2026-03-11T08:00Z');
  const days = async () =>
    (await overdue(pool, [order], start, now)).map(({ slot }) =>
      slot.toISOString().slice(0, 10),
    );
  const both = ['2026-03-10', '2026-03-11'];
  assert.deepEqual(await days(), both); // no tick

  await tick(pool, boss, order, now);
  assert.deepEqual(await days(), both); // one is skipped, the other due

  let attempts = 0;
  await startWork(
    boss,
    pool,
    order.name,
    async () => {
      if (++attempts === 1) throw new Error('the mill is closed');
    },
    soon,
  );
  await eventually(() => attempts === 1);
  assert.deepEqual(await days(), both); // failed
  await eventually(async () => (await days()).length === 0); // retried
});
// #endregion overdue

test('a job that only ever skips its runs is noticed', async () => {
  const often = { ...order, cron: '*/20 * * * *' };
  for (let minutes = 20; minutes <= 120; minutes += 20) {
    await tick(pool, boss, often, new Date(+start + minutes * 60_000));
    if (minutes === 20) await pool.query("UPDATE run SET state = 'done'");
  }
  assert.equal((await runs(often)).filter((run) => /due/.test(run)).length, 1);
  const missing = () =>
    overdue(pool, [often], start, new Date(+start + 7_200_000));
  assert.equal((await missing()).length, 2);
  await startWork(boss, pool, often.name, () => {}, soon);
  await eventually(async () => (await missing()).length === 0);
});

async function eventually(isTrue) {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (await isTrue()) return;
    await sleep(100);
  }
  assert.fail('it did not happen within 15 seconds');
}
