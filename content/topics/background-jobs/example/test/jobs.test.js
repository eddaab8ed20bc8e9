import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDatabase } from '../dev/database.js';
import { createApp } from '../src/app.js';
import { openPool } from '../src/pool.js';
import { createQueues, openQueue } from '../src/queue.js';
import {
  renderStatement,
  requestAll,
  requestStatement,
  statementStatus,
} from '../src/statements.js';
import { startWork } from '../src/work.js';

const often = { superviseIntervalSeconds: 1, monitorIntervalSeconds: 1 };
const soon = { pollingIntervalSeconds: 0.5 };
let database, pool, boss;

before(async () => {
  database = await startDatabase();
  pool = openPool(database.url);
});

after(async () => {
  await pool?.end();
  await database?.stop();
});

beforeEach(async () => {
  // Opens all connections, so that requests at once don't wait for the first.
  const wait = () => pool.query('SELECT pg_sleep(0.2)');
  await Promise.all(Array.from({ length: 10 }, wait));
  await pool.query('TRUNCATE statement');
  await pool.query('DELETE FROM account WHERE id >= 100');
  await pool.query('DROP SCHEMA IF EXISTS pgboss CASCADE');
  boss = await openQueue(database.url, often);
  await createQueues(boss);
  await boss.updateQueue('statement', {
    retryBackoff: true,
    retryDelay: 1,
    retryDelayMax: 1,
    heartbeatSeconds: 10, // the least that pg-boss allows
  });
});

afterEach(() => boss.stop({ timeout: 1_000 }));

// #region transaction
test('there is a job if and only if there is a statement', async () => {
  await assert.rejects(requestStatement(pool, boss, 99, '2026-10')); // no account
  const failsAfterwards = {
    async send(...args) {
      await boss.send(...args);
      throw new Error('no');
    },
  };
  await assert.rejects(requestStatement(pool, failsAfterwards, 7, '2026-10'));
  assert.deepEqual(await states(), []);
  assert.equal(await statements(), 0);

  const ids = await Promise.all(
    Array.from({ length: 5 }, () => requestStatement(pool, boss, 7, '2026-10')),
  );
  assert.equal(new Set(ids).size, 1);
  assert.deepEqual(await states(), ['created']);
});
// #endregion transaction

test('three workers render each statement once', async () => {
  await pool.query('INSERT INTO account SELECT generate_series(100, 129)');
  await requestAll(pool, boss, '2026-10');
  const rendered = [];
  async function render({ account }) {
    rendered.push(account);
    await sleep(50);
    return 'document';
  }
  const others = [await openQueue(database.url), await openQueue(database.url)];
  for (const worker of [boss, ...others])
    await startWork(worker, pool, render, soon);
  await eventually(async () => (await states('completed')).length === 33);
  await Promise.all(others.map((worker) => worker.stop()));
  assert.equal(rendered.length, 33);
  assert.equal(new Set(rendered).size, 33);
});

// #region twice
test('of two workers that render the same statement, the first wins', async () => {
  const id = await requestStatement(pool, boss, 7, '2026-10');
  async function render(document, duration) {
    await sleep(duration);
    return document;
  }
  await Promise.all([
    renderStatement(pool, () => render('slow', 200), id),
    renderStatement(pool, () => render('fast', 50), id),
  ]);
  await renderStatement(pool, () => assert.fail('rendered again'), id);
  const { rows } = await pool.query('SELECT document FROM statement');
  assert.deepEqual(rows, [{ document: 'fast' }]);
});
// #endregion twice

test('a statement whose job is gone has failed, and can be requested again', async () => {
  const id = await requestStatement(pool, boss, 7, '2026-10');
  assert.equal(await status(id), 'pending');
  await boss.deleteAllJobs('statement');
  assert.equal(await status(id), 'failed');
  await requestStatement(pool, boss, 7, '2026-10');
  assert.equal(await status(id), 'pending');
});

test('a request survives the loss of its database connection', async () => {
  const cutOff = {
    send: (queue, data, { db }) =>
      db.executeSql('SELECT pg_terminate_backend(pg_backend_pid())'),
  };
  await assert.rejects(requestStatement(pool, cutOff, 7, '2026-10'));
  await requestStatement(pool, boss, 7, '2026-10');
  assert.deepEqual(await states(), ['created']);
});

// #region month-end
test('the month end that runs twice requests each statement once', async () => {
  await Promise.all([
    requestAll(pool, boss, '2026-10'),
    requestAll(pool, boss, '2026-10'),
  ]);
  await requestAll(pool, boss, '2026-10');
  assert.equal(await statements(), 3);
  assert.deepEqual(await states(), ['created', 'created', 'created']);
});
// #endregion month-end

// #region failed
test('a job that always fails stops after six attempts, and can be requested again', async () => {
  let attempts = 0;
  let broken = true;
  async function render() {
    attempts++;
    if (broken) throw new Error('no template for this account');
    return 'document';
  }
  await startWork(boss, pool, render, soon);
  const id = await requestStatement(pool, boss, 7, '2026-10');
  await eventually(async () => (await status(id)) === 'failed');
  assert.equal(attempts, 6);
  const [job] = await boss.findJobs('statement', { key: id });
  assert.equal(job.output.message, 'no template for this account');

  broken = false;
  await requestStatement(pool, boss, 7, '2026-10');
  await eventually(async () => (await status(id)) === 'ready');
});
// #endregion failed

// #region killed
test('a killed worker loses no job', async () => {
  const id = await requestStatement(pool, boss, 7, '2026-10');
  const worker = await startWorker({ RENDER_MS: '60000' });
  await eventually(async () => (await states('active')).length === 1);
  worker.kill('SIGKILL');

  await startWork(boss, pool, async () => 'document', soon);
  await eventually(async () => (await status(id)) === 'ready');
  const [job] = await boss.findJobs('statement', { key: id });
  assert.equal(job.retryCount, 1);
});
// #endregion killed

// #region stopped
test('a worker that gets SIGTERM finishes its job and leaves the others', async () => {
  await requestAll(pool, boss, '2026-10');
  const worker = await startWorker({ RENDER_MS: '1000', CONCURRENCY: '1' });
  await eventually(async () => (await states('active')).length === 1);
  worker.kill('SIGTERM');
  const [code] = await once(worker, 'exit');
  assert.equal(code, 0);
  assert.deepEqual(await states(), ['created', 'created', 'completed']);
});
// #endregion stopped

test('the month end is for the month before its job was created', async () => {
  await boss.send('month-end');
  await pool.query(
    `UPDATE pgboss.job SET created_on = '2026-01-01T02:00Z'
     WHERE name = 'month-end'`,
  );
  await startWork(boss, pool, async () => 'document', soon);
  await eventually(async () => (await statements()) === 3);
  const { rows } = await pool.query('SELECT DISTINCT month FROM statement');
  assert.deepEqual(rows, [{ month: '2025-12' }]);
});

test('the worker schedules the month end', async (t) => {
  const worker = await startWorker({});
  t.after(() => worker.kill('SIGKILL'));
  const [{ name, cron, timezone }] = await boss.getSchedules();
  assert.deepEqual(
    [name, cron, timezone],
    ['month-end', '0 3 1 * *', 'Europe/Berlin'],
  );
});

test('a job that takes too long gets a signal', async () => {
  await boss.updateQueue('statement', { expireInSeconds: 1 });
  let stopped = 0;
  const render = (row, signal) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        stopped++;
        reject(signal.reason);
      });
    });
  await startWork(boss, pool, render, soon);
  await requestStatement(pool, boss, 7, '2026-10');
  await eventually(() => stopped > 0);
});

test('the endpoints accept, report and refuse', async (t) => {
  const server = createApp(pool, boss).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const url = `http://127.0.0.1:${server.address().port}`;

  const accepted = await fetch(`${url}/accounts/7/statements/2026-10`, {
    method: 'POST',
  });
  assert.equal(accepted.status, 202);
  const location = accepted.headers.get('location');
  assert.deepEqual(await (await fetch(url + location)).json(), {
    status: 'pending',
  });
  await startWork(boss, pool, async () => 'document', soon);
  await eventually(
    async () => (await (await fetch(url + location)).json()).status === 'ready',
  );
  const thisMonth = new Date().toISOString().slice(0, 7);
  for (const [method, path, code] of [
    ['POST', '/accounts/99/statements/2026-10', 404],
    ['POST', '/accounts/7/statements/2026-13', 400],
    ['POST', `/accounts/7/statements/${thisMonth}`, 400],
    ['GET', '/statements/x', 404],
    ['GET', '/statements/%', 400],
    ['GET', '/statements/5d3c2f9e-0000-4000-8000-000000000000', 404],
  ])
    assert.equal((await fetch(url + path, { method })).status, code, path);
});

async function states(state) {
  const { rows } = await pool.query(
    `SELECT state FROM pgboss.job WHERE name = 'statement'
     AND ($1::text IS NULL OR state::text = $1) ORDER BY state`,
    [state],
  );
  return rows.map((row) => row.state);
}

async function statements() {
  const { rows } = await pool.query('SELECT count(*)::int AS n FROM statement');
  return rows[0].n;
}

async function status(id) {
  return (await statementStatus(pool, boss, id)).status;
}

async function startWorker(env) {
  const worker = spawn(
    process.execPath,
    [join(import.meta.dirname, '../src/worker.js')],
    {
      env: { ...process.env, DATABASE_URL: database.url, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await once(worker.stdout, 'data');
  return worker;
}

async function eventually(isTrue) {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (await isTrue()) return;
    await sleep(100);
  }
  assert.fail('it did not happen within 30 seconds');
}
