import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { Webhook } from 'standardwebhooks';
import { startDatabase } from '../dev/database.js';
import { createReceiver, processInbox } from '../src/receiver.js';
import { isPublic, post, publicAddress } from '../src/safe-post.js';
import { announce, deliverNext, pauseAfter } from '../src/sender.js';

const secret = `whsec_${Buffer.from('a test secret, 24 bytes!').toString('base64')}`;
const newSecret = `whsec_${Buffer.from('another secret, 24 bytes').toString('base64')}`;
let database;
let pool;

before(async () => {
  database = await startDatabase();
  pool = new pg.Pool({ connectionString: database.url });
});
beforeEach(async () => {
  await pool.query('TRUNCATE inbox, jobs, deliveries, endpoints');
  await pool.query('INSERT INTO endpoints VALUES (1, $1, $2)', [
    'https://customer.example/hooks',
    secret,
  ]);
  await pool.query(`INSERT INTO jobs VALUES (31, 'running')`);
});
after(async () => {
  await pool.end();
  await database.stop();
});

async function startReceiver(t, secrets = [secret]) {
  const server = createReceiver({ pool, secrets }).listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  const url = `http://localhost:${server.address().port}/hooks`;
  return async (body, headers) =>
    (await fetch(url, { method: 'POST', body, headers })).status;
}

const body = '{"type":"transcript.ready","data":{"job":31,"hours":1.0}}';
function signed({ id = 'evt_7', age = 0, key = secret } = {}) {
  const time = new Date(Date.now() - age * 1000);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
    'webhook-signature': new Webhook(key).sign(id, time, body),
  };
}
const count = async (table) =>
  Number((await pool.query(`SELECT count(*) FROM ${table}`)).rows[0].count);

// #region attacks
test('only a fresh delivery with the right signature gets in', async (t) => {
  const deliver = await startReceiver(t);
  assert.equal(await deliver(body, {}), 401);
  assert.equal(await deliver(body, signed({ key: newSecret })), 401);
  assert.equal(await deliver(body.replace('31', '99'), signed()), 401);
  assert.equal(await deliver(body, signed({ age: 600 })), 401);
  const renamed = { ...signed(), 'webhook-id': 'evt_8' };
  assert.equal(await deliver(body, renamed), 401);
  assert.equal(await count('inbox'), 0);

  assert.equal(await deliver(body, signed()), 204);
  assert.equal(await count('inbox'), 1);
});
// #endregion attacks

test('five deliveries of an event at the same time have one effect', async (t) => {
  const deliver = await startReceiver(t);
  const statuses = await Promise.all(
    Array.from({ length: 5 }, () => deliver(body, signed())),
  );
  assert.deepEqual(statuses, [204, 204, 204, 204, 204]);
  const finish = (client, { data }) =>
    client.query(`UPDATE jobs SET status = 'done' WHERE id = $1`, [data.job]);
  assert.equal(await processInbox(pool, finish), 1);
  assert.equal(await processInbox(pool, finish), 0);
});

test('an event whose processing fails is processed later', async (t) => {
  const deliver = await startReceiver(t);
  await deliver(body, signed());
  const fail = () => Promise.reject(new Error('mail server is down'));
  await assert.rejects(processInbox(pool, fail), /mail server/);
  assert.equal(await processInbox(pool, async () => {}), 1);
});

test('while a secret is rotated, both are accepted', async (t) => {
  const deliver = await startReceiver(t, [newSecret, secret]);
  assert.equal(await deliver(body, signed({ id: 'evt_1' })), 204);
  assert.equal(
    await deliver(body, signed({ id: 'evt_2', key: newSecret })),
    204,
  );
});

async function finishJob({ fails = false } = {}) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`UPDATE jobs SET status = 'done' WHERE id = 31`);
    await announce(client, 'transcript.ready', { job: 31 });
    await client.query(fails ? 'ROLLBACK' : 'COMMIT');
  } finally {
    client.release();
  }
}
const makeDue = () =>
  pool.query('UPDATE deliveries SET next_attempt_at = now()');

test('no event leaves for a change that was rolled back', async () => {
  await finishJob({ fails: true });
  assert.equal(await count('deliveries'), 0);
});

// #region outage
test('a receiver that is down for a while gets every event, once', async (t) => {
  const deliver = await startReceiver(t);
  let isDown = true;
  const send = async (url, text, headers) => {
    if (isDown) throw new Error('connection refused');
    await deliver(text, headers); // arrives, but the response is lost
    throw new Error('timeout');
  };
  await finishJob();
  assert.equal(await deliverNext(pool, { send }), true);
  assert.equal(await deliverNext(pool, { send }), false); // not due yet

  isDown = false;
  await makeDue();
  await deliverNext(pool, { send });
  await makeDue();
  await deliverNext(pool, { send: (url, ...rest) => deliver(...rest) });

  const { rows } = await pool.query('SELECT * FROM deliveries');
  assert.equal(rows[0].attempts, 3);
  assert.equal(rows[0].last_result, '204');
  assert.ok(rows[0].delivered_at);
  assert.equal(await count('inbox'), 1);
});
// #endregion outage

test('two workers never send the same event at the same time', async () => {
  await finishJob();
  let sent = 0;
  const send = async () => {
    sent += 1;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return 204;
  };
  await Promise.all([deliverNext(pool, { send }), deliverNext(pool, { send })]);
  assert.equal(sent, 1);
});

test('410 switches the endpoint off', async () => {
  await finishJob();
  await deliverNext(pool, { send: async () => 410 });
  await makeDue();
  assert.equal(await deliverNext(pool, { send: async () => 204 }), false);
});

test('after three days of failures the sender gives up', async () => {
  await finishJob();
  let pauses = 0;
  for (let attempts = 1; pauseAfter(attempts); attempts++) {
    pauses += pauseAfter(attempts);
  }
  const days = pauses / 86_400;
  assert.ok(days > 3 && days < 3.6, `${days} days`);
  await pool.query('UPDATE deliveries SET attempts = 9');
  await deliverNext(pool, { send: async () => 500 });
  const { rows } = await pool.query('SELECT next_attempt_at FROM deliveries');
  assert.equal(rows[0].next_attempt_at, Infinity);
});

// #region internal
test('internal addresses are refused, however they are written', async () => {
  const addresses = ['127.0.0.1', '10.1.2.3', '169.254.169.254', '192.168.0.9'];
  addresses.push('0.0.0.0', '::1', 'fd00::7', 'fe80::1', '::ffff:127.0.0.1');
  for (const address of addresses)
    assert.equal(isPublic(address), false, address);
  for (const address of ['93.184.215.14', '2606:2800:21f::1'])
    assert.equal(isPublic(address), true, address);

  const urls = ['https://127.0.0.1/', 'https://2130706433/', 'https://[::1]/'];
  urls.push('https://0x7f.1/', 'https://localhost/');
  for (const url of urls) {
    await assert.rejects(post(url, body, {}), /address is not public/, url);
  }
  await assert.rejects(post('http://example.com/', body, {}), /only https/);
});

test('one internal address among several is enough to refuse a name', async () => {
  const resolve = async () => [
    { address: '93.184.215.14', family: 4 },
    { address: '10.0.0.5', family: 4 },
  ];
  const url = 'https://rebinding.example/';
  await assert.rejects(publicAddress(url, resolve), /not public/);
});
// #endregion internal
