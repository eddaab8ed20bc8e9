import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { Webhook } from 'standardwebhooks';
import { startDatabase } from '../dev/database.js';
import { inTransaction } from '../src/database.js';
import { updateJob } from '../src/jobs.js';
import { createReceiver, processNext } from '../src/receiver.js';
import { post } from '../src/safe-post.js';
import { announce, deliverNext } from '../src/sender.js';

const secret = `whsec_${Buffer.from('a test secret, 24 bytes!').toString('base64')}`;
const newSecret = `whsec_${Buffer.from('another secret, 24 bytes').toString('base64')}`;
let database;
let pool;

before(async () => {
  database = await startDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', () => {}); // when the server stops
});
beforeEach(async (t) => {
  t.mock.method(console, 'error', () => {});
  await pool.query('TRUNCATE inbox, known_jobs, jobs, deliveries, endpoints');
  await pool.query(
    `INSERT INTO endpoints VALUES
      (1, 7, 'https://acme.example/hooks', $1),
      (2, 8, 'https://rival.example/hooks', $1)`,
    [secret],
  );
  await pool.query(`INSERT INTO jobs VALUES (31, 7, 'running')`);
});
after(async () => {
  await pool.end();
  await database.stop();
});

const all = async (sql) => (await pool.query(sql)).rows;
const count = async (table) => (await all(`SELECT * FROM ${table}`)).length;

async function startReceiver(t, secrets = [secret]) {
  const server = createReceiver({ pool, secrets }).listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  const url = `http://localhost:${server.address().port}/hooks`;
  return async (body, headers) =>
    (await fetch(url, { method: 'POST', body, headers })).status;
}

const body = '{"type":"transcript.ready","data":{"job":31,"hours":1.0}}';
function signed({ id = 'evt_7', age = 0, key = secret, text = body } = {}) {
  const time = new Date(Date.now() - age * 1000);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
    'webhook-signature': new Webhook(key).sign(id, time, text),
  };
}

// #region attacks
test('only a fresh delivery with the right signature gets in', async (t) => {
  const deliver = await startReceiver(t);
  assert.equal(await deliver(body, {}), 401);
  assert.equal(await deliver(body, signed({ key: newSecret })), 401);
  assert.equal(await deliver(body.replace('31', '99'), signed()), 401);
  assert.equal(await deliver(body, signed({ age: 600 })), 401);
  assert.equal(await deliver('', signed({ text: '' })), 401);
  const renamed = { ...signed(), 'webhook-id': 'evt_8' };
  assert.equal(await deliver(body, renamed), 401);
  assert.equal(await count('inbox'), 0);

  assert.equal(await deliver(body, signed()), 204);
  assert.equal(await count('inbox'), 1);
});
// #endregion attacks

test('a body of 150 kB and one with a zero character are processed', async (t) => {
  const deliver = await startReceiver(t);
  const texts = [`"${'x'.repeat(150_000)}"`, '"\\u0000"'];
  for (const [n, text] of texts.entries()) {
    assert.equal(await deliver(text, signed({ id: `evt_${n}`, text })), 204);
  }
  const seen = [];
  while (await processNext(pool, async (client, event) => seen.push(event)));
  assert.deepEqual(
    seen,
    texts.map((text) => JSON.parse(text)),
  );
});

test('while a secret is rotated, both are accepted', async (t) => {
  const deliver = await startReceiver(t, [newSecret, secret]);
  assert.equal(await deliver(body, signed({ id: 'evt_1' })), 204);
  const withNew = signed({ id: 'evt_2', key: newSecret });
  assert.equal(await deliver(body, withNew), 204);
});

test("an event that can't be stored isn't confirmed, so it's sent again", async (t) => {
  const deliver = await startReceiver(t);
  await pool.query('ALTER TABLE inbox RENAME TO away');
  const refused = await deliver(body, signed());
  await pool.query('ALTER TABLE away RENAME TO inbox');
  assert.equal(refused, 500);
  assert.equal(await deliver(body, signed()), 204);
  assert.equal(await count('inbox'), 1);
});

const finish = (client, { data }) =>
  client.query(`UPDATE jobs SET status = status || ', done' WHERE id = $1`, [
    data.job,
  ]);
const status = async () => (await all('SELECT status FROM jobs'))[0].status;
/** Seconds until the next attempt. */
async function pause(table) {
  const [row] = await all(
    `SELECT extract(epoch FROM next_attempt_at - now())::float AS seconds
     FROM ${table}`,
  );
  return row.seconds;
}
const makeDue = () =>
  pool.query(`UPDATE inbox SET next_attempt_at = now();
              UPDATE deliveries SET next_attempt_at = now()`);

test('five deliveries of one event at the same time have one effect', async (t) => {
  const deliver = await startReceiver(t);
  const blocker = await pool.connect();
  await blocker.query('BEGIN; LOCK TABLE inbox IN SHARE MODE'); // no inserts
  const five = Array.from({ length: 5 }, () => deliver(body, signed()));
  const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
  while ((await all(waiting)).length < 5); // all five have come this far
  await blocker.query('COMMIT');
  blocker.release();
  assert.deepEqual(await Promise.all(five), [204, 204, 204, 204, 204]);
  while (await processNext(pool, finish));
  assert.equal(await status(), 'running, done');
});

test('an event that fails halfway is processed again, with one effect', async (t) => {
  const deliver = await startReceiver(t);
  await deliver(body, signed());
  let runs = 0;
  const apply = async (client, event) => {
    await finish(client, event);
    runs += 1;
    if (runs === 1) throw new Error('the mail server is down');
  };
  assert.equal(await processNext(pool, apply), true);
  assert.equal(await processNext(pool, apply), false); // not due yet
  assert.equal(Math.round((await pause('inbox')) / 10), 6); // a minute
  await makeDue();
  await processNext(pool, apply);
  assert.equal(runs, 2);
  assert.equal(await status(), 'running, done');
});

// #region bad
test("a bad event is tried twenty times, and doesn't stop 39 others", async (t) => {
  const deliver = await startReceiver(t);
  const bad = '{"bad":true}';
  await deliver(bad, signed({ id: 'evt_bad', text: bad }));
  for (let n = 0; n < 39; n++) await deliver(body, signed({ id: `evt_${n}` }));

  const tried = { bad: 0, good: 0 };
  const apply = async (client, event) => {
    tried[event.bad ? 'bad' : 'good'] += 1;
    if (event.bad) throw new Error('no such job');
  };
  for (let round = 0; round < 25; round++) {
    while (await processNext(pool, apply));
    await makeDue();
  }
  assert.deepEqual(tried, { bad: 20, good: 39 });
});
// #endregion bad

test('a connection that the database closes does not end the process', async (t) => {
  const deliver = await startReceiver(t);
  await deliver(body, signed());
  const apply = async (client) => {
    const ended = new Promise((resolve) => client.once('end', resolve));
    await pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE state = 'idle in transaction'`,
    );
    await ended;
  };
  assert.equal(await processNext(pool, apply), true);
  await makeDue();
  await processNext(pool, finish);
  assert.equal(await status(), 'running, done');
});

test('an outage of 40 minutes loses no event', async (t) => {
  const deliver = await startReceiver(t);
  for (let n = 0; n < 3; n++) await deliver(body, signed({ id: `evt_${n}` }));
  let processed = 0;
  for (let minute = 0; minute < 70; minute++) {
    const apply = async () => {
      if (minute < 40) throw new Error('the mail server is down');
      processed += 1;
    };
    while (await processNext(pool, apply));
    await pool.query(
      `UPDATE inbox SET next_attempt_at = next_attempt_at - interval '1 min'`,
    );
  }
  assert.equal(processed, 3);
});

test('an older event that arrives later changes nothing', async () => {
  const events = [
    { job: 31, status: 'started', version: 1 },
    { job: 31, status: 'canceled', version: 2 },
  ];
  for (const order of [events, events.toReversed()]) {
    await pool.query('TRUNCATE known_jobs');
    for (const data of order) await updateJob(pool, { data });
    const [job] = await all('SELECT status FROM known_jobs');
    assert.equal(job.status, 'canceled');
  }
});

test('a worker passes over what another one has locked', async (t) => {
  const deliver = await startReceiver(t);
  await deliver(body, signed({ id: 'evt_1' }));
  await finishJob();
  await inTransaction(pool, async (client) => {
    await client.query('SELECT FROM inbox FOR UPDATE');
    await client.query('SELECT FROM deliveries FOR UPDATE');
    await deliver(body, signed({ id: 'evt_2' }));
    assert.equal(await processNext(pool, finish), true);
    assert.equal(await deliverNext(pool, async () => 204), false);
  });
  const [{ id }] = await all('SELECT id FROM inbox WHERE attempts = 1');
  assert.equal(id, 'evt_2');
});

test('an event that two workers have taken changes data once', async (t) => {
  const deliver = await startReceiver(t);
  await deliver(body, signed());
  const { promise: gate, resolve: open } = Promise.withResolvers();
  const stuck = {
    query: (...args) => pool.query(...args),
    connect: () => gate.then(() => pool.connect()),
  };
  const first = processNext(stuck, finish);
  while ((await all('SELECT FROM inbox WHERE attempts = 1')).length === 0);
  await makeDue();
  assert.equal(await processNext(pool, finish), true);
  open();
  await first;
  assert.equal(await status(), 'running, done');
});

const finishJob = (more = async () => {}) =>
  inTransaction(pool, async (client) => {
    await client.query(`UPDATE jobs SET status = 'done' WHERE id = 31`);
    const data = { job: 31 };
    await announce(client, { customer: 7, type: 'transcript.ready', data });
    await more();
  });

test('no event leaves for a change that was rolled back', async () => {
  const fail = () => Promise.reject(new Error('too late'));
  await assert.rejects(finishJob(fail), /too late/);
  assert.equal(await count('deliveries'), 0);
});

test("a customer's event goes to that customer's endpoints only", async () => {
  await pool.query(
    `INSERT INTO endpoints VALUES
      (3, 7, 'https://acme.example/two', $1, NULL),
      (4, 7, 'https://acme.example/off', $1, now())`,
    [secret],
  );
  await finishJob();
  const urls = [];
  const send = async (url) => (urls.push(url), 204);
  while (await deliverNext(pool, send));
  assert.deepEqual(urls.sort(), [
    'https://acme.example/hooks',
    'https://acme.example/two',
  ]);
});

test('an event survives an outage and a lost response, and arrives once', async (t) => {
  const deliver = await startReceiver(t);
  let isDown = true;
  const send = async (url, text, headers) => {
    if (isDown) throw new Error('connection refused');
    await deliver(text, headers); // arrives, but the response is lost
    throw new Error('timeout');
  };
  await finishJob();
  assert.equal(await deliverNext(pool, send), true);
  assert.equal(await deliverNext(pool, send), false); // not due yet

  isDown = false;
  await makeDue();
  await deliverNext(pool, send);
  await makeDue();
  await deliverNext(pool, (url, ...rest) => deliver(...rest));

  const [row] = await all('SELECT * FROM deliveries');
  assert.equal(row.attempts, 3);
  assert.equal(row.last_result, '204');
  assert.ok(row.delivered_at);
  assert.equal(await count('inbox'), 1);
});

test('if a worker dies while it sends, the delivery is due a minute later', async () => {
  await finishJob();
  deliverNext(pool, () => new Promise(() => {})); // never comes back
  const isClaimed = async () =>
    (await all('SELECT * FROM deliveries WHERE attempts = 1')).length === 1;
  while (!(await isClaimed()));
  assert.equal(await deliverNext(pool, async () => 204), false);
  await pool.query(
    `UPDATE deliveries SET next_attempt_at = next_attempt_at - interval '1 min'`,
  );
  assert.equal(await deliverNext(pool, async () => 204), true);
});

test('a worker that fails too late leaves alone what another has recorded', async () => {
  const claimed = async (n) => {
    const sql = `SELECT FROM deliveries WHERE attempts = ${n}`;
    while ((await all(sql)).length === 0);
  };
  for (const delivers of ['first', 'second', 'neither']) {
    await pool.query('TRUNCATE deliveries');
    await finishJob();
    const [one, two] = [Promise.withResolvers(), Promise.withResolvers()];
    const first = deliverNext(pool, () => one.promise);
    await claimed(1);
    await makeDue();
    const second = deliverNext(pool, () => two.promise);
    await claimed(2);
    if (delivers === 'first') {
      one.resolve(204);
      await first;
    }
    two.resolve(delivers === 'second' ? 204 : 500);
    await second;
    one.reject(new Error('timeout'));
    await first;
    const [row] = await all('SELECT * FROM deliveries');
    assert.equal(row.last_result, delivers === 'neither' ? '500' : '204');
    assert.equal(row.delivered_at === null, delivers === 'neither');
  }
});

test('of two workers, one sends the event', async () => {
  await finishJob();
  const send = async () => 204;
  const results = [deliverNext(pool, send), deliverNext(pool, send)];
  assert.deepEqual((await Promise.all(results)).sort(), [false, true]);
});

test('one call claims one event, even if the statistics are out of date', async () => {
  await finishJob();
  await pool.query('VACUUM ANALYZE deliveries, endpoints');
  for (let n = 0; n < 20; n++) await finishJob();
  await deliverNext(pool, async () => 204);
  const claimed = await all('SELECT FROM deliveries WHERE attempts > 0');
  assert.equal(claimed.length, 1);
});

test('an endpoint with an unusable secret fails like any other', async () => {
  await pool.query(`UPDATE endpoints SET secret = ''`);
  await finishJob();
  assert.equal(await deliverNext(pool, async () => 204), true);
  const [row] = await all('SELECT * FROM deliveries');
  assert.equal(row.last_result, 'no response');
});

test('200 to 299 means delivered, and a redirect does not', async () => {
  for (const [result, isDelivered] of [
    [200, true],
    [299, true],
    [300, false],
    [302, false],
  ]) {
    await pool.query('TRUNCATE deliveries');
    await finishJob();
    await deliverNext(pool, async () => result);
    const [row] = await all('SELECT * FROM deliveries');
    assert.equal(row.delivered_at !== null, isDelivered, result);
  }
});

test('410 switches the endpoint off, also for events that are waiting', async () => {
  await finishJob();
  await finishJob();
  assert.equal(await deliverNext(pool, async () => 410), true);
  await makeDue();
  assert.equal(await deliverNext(pool, async () => 204), false);
});

test('the sender gives up after ten attempts in more than three days', async () => {
  await finishJob();
  const [minute, hour] = [60, 3600];
  const minutes = [5, 30].map((n) => n * minute);
  const hours = [2, 5, 10, 14, 20, 24].map((n) => n * hour);
  for (const expected of [5, ...minutes, ...hours]) {
    assert.equal(await deliverNext(pool, async () => 500), true);
    const seconds = await pause('deliveries');
    assert.ok(seconds > expected - 1 && seconds <= expected * 1.1, seconds);
    await makeDue();
  }
  await deliverNext(pool, async () => 500);
  assert.equal(await pause('deliveries'), Infinity);
});

test('post returns the status of the response, and has a time limit', async (t) => {
  const request = t.mock.method(https, 'request', () => {
    const req = new EventEmitter();
    req.end = () => req.emit('response', { statusCode: 503, destroy() {} });
    return req;
  });
  assert.equal(await post('https://acme.example/', '', {}), 503);
  const [, options] = request.mock.calls[0].arguments;
  assert.ok(options.signal instanceof AbortSignal);
});

test('post ends after a 101', { timeout: 5000 }, async (t) => {
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () =>
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\n' +
          'Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      ),
    );
  });
  await once(server.listen(0), 'listening');
  t.after(() => server.close());
  const url = `http://localhost:${server.address().port}/`;
  t.mock.method(https, 'request', (_, { agent, ...options }) =>
    http.request(url, options),
  );
  await assert.rejects(post('https://acme.example/', '', {}), /closed/);
});

test('post refuses internal addresses, however they are written', async () => {
  const hosts = ['127.0.0.1', '2130706433', '0x7f.1', '0.0.0.0', 'localhost'];
  hosts.push('10.1.2.3', '100.64.0.1', '169.254.169.254', '192.168.0.9');
  hosts.push('[::1]', '[::ffff:7f00:1]', '[64:ff9b::7f00:1]', '[fd00::7]');
  for (const host of hosts) {
    await assert.rejects(post(`https://${host}/`, '', {}), /not allowed/, host);
  }
  await assert.rejects(post('http://example.com/', '', {}), /not supported/);
});
