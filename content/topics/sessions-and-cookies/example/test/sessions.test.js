import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { createApp } from '../src/app.js';
import { createSessions } from '../src/sessions.js';

const minutes = 60_000;
let database;
let pool;
let server;
let sessions;
let time;

before(async () => {
  database = await startDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  sessions = createSessions(pool, { now: () => time });
  server = createApp(sessions).listen(0);
  await once(server, 'listening');
});
beforeEach(async () => {
  time = Date.now();
  await pool.query('TRUNCATE sessions');
});
after(async () => {
  server.close();
  server.closeAllConnections();
  await pool.end();
  await database.stop();
});

function ask(method, path, { cookie = '', body } = {}) {
  return fetch(`http://localhost:${server.address().port}${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
}
const status = async (cookie) =>
  (await ask('GET', '/loans', { cookie })).status;

async function logIn(reader = 'amina', pin = '4711', cookie = '') {
  const response = await ask('POST', '/login', {
    cookie,
    body: { reader, pin },
  });
  return response.headers.get('set-cookie')?.split(';')[0];
}

test('the cookie has every attribute that protects it', async () => {
  const body = { reader: 'amina', pin: '4711' };
  const response = await ask('POST', '/login', { body });
  const [value, ...attributes] = response.headers.get('set-cookie').split('; ');
  assert.match(value, /^__Host-sid=[\w-]{43}$/);
  assert.deepEqual(attributes.sort(), [
    'HttpOnly',
    'Path=/',
    'SameSite=Lax',
    'Secure',
  ]);
});

test('a wrong PIN, a missing one and an unknown reader get no session', async () => {
  assert.equal(await logIn('amina', '0000'), undefined);
  assert.equal(await logIn('amina', null), undefined);
  assert.equal(await logIn('carla', null), undefined);
});

// #region logout
test('a copied cookie is worthless after the logout', async () => {
  const cookie = await logIn();
  assert.equal(await status(cookie), 200);
  await ask('POST', '/logout', { cookie });
  assert.equal(await status(cookie), 401);
});
// #endregion logout

test('the logout removes the cookie, and no cache keeps the loans', async () => {
  const cookie = await logIn();
  const loans = await ask('GET', '/loans', { cookie });
  assert.equal(loans.headers.get('cache-control'), 'no-store');
  const { headers } = await ask('POST', '/logout', { cookie });
  assert.match(headers.get('set-cookie'), /^__Host-sid=;.*Expires=Thu, 01 Jan/);
});

test('a login ends the session that was there before', async () => {
  const first = await logIn();
  const second = await logIn('bo', '1234', first);
  assert.notEqual(first, second);
  assert.equal(await status(first), 401);
  assert.equal(await status(second), 200);
});

// #region expiry
test('a session ends after half an hour without use', async () => {
  const cookie = await logIn();
  time += 29 * minutes;
  assert.equal(await status(cookie), 200);
  time += 29 * minutes;
  assert.equal(await status(cookie), 200);
  time += 31 * minutes;
  assert.equal(await status(cookie), 401);
});

test('a session ends after twelve hours, however busy it is', async () => {
  const cookie = await logIn();
  for (let used = 0; used < 12 * 60; used += 20) {
    assert.equal(await status(cookie), 200);
    time += 20 * minutes;
  }
  assert.equal(await status(cookie), 401);
});
// #endregion expiry

test('logging out everywhere ends all sessions of the reader, and no one else’s', async () => {
  const [phone, laptop] = [await logIn(), await logIn()];
  const bo = await logIn('bo', '1234');
  await ask('DELETE', '/sessions', { cookie: laptop });
  assert.equal(await status(phone), 401);
  assert.equal(await status(laptop), 401);
  assert.equal(await status(bo), 200);
});

test('a login that was sent twice leaves sessions that all end', async () => {
  await logIn(); // this response was lost, so the client sends it again
  const cookie = await logIn();
  await ask('DELETE', '/sessions', { cookie });
  const { rows } = await pool.query('SELECT * FROM sessions');
  assert.deepEqual(rows, []);
});

test('the job deletes expired sessions only', async () => {
  await logIn();
  time += 20 * minutes;
  const cookie = await logIn();
  time += 15 * minutes;
  assert.equal((await sessions.list('amina')).length, 1);
  await sessions.deleteExpired();
  const { rows } = await pool.query('SELECT * FROM sessions');
  assert.equal(rows.length, 1);
  assert.equal(await status(cookie), 200);
});

test('hostile input is refused, not a server error', async () => {
  assert.equal(await status('__Host-sid=j:{"a":1}'), 401);
  assert.equal(await status(`__Host-sid=${'x'.repeat(10_000)}`), 401);
  assert.equal((await ask('POST', '/login')).status, 401);
  const cookie = await logIn();
  const end = await ask('DELETE', '/sessions/1e300', { cookie });
  assert.equal(end.status, 404);
});

test('one device is logged out, and only by its owner', async () => {
  const phone = await logIn();
  time += minutes;
  const laptop = await logIn();
  const bo = await logIn('bo', '1234');
  const list = await (await ask('GET', '/sessions', { cookie: laptop })).json();
  assert.equal(list.length, 2);
  const { number } = list[1]; // the one that was used longest ago
  const end = (cookie) => ask('DELETE', `/sessions/${number}`, { cookie });
  assert.equal((await end(bo)).status, 404);
  assert.equal((await end(laptop)).status, 204);
  assert.equal(await status(phone), 401);
});

test('the database does not contain what the cookie contains', async () => {
  const cookie = await logIn();
  const { rows } = await pool.query('SELECT * FROM sessions');
  const id = cookie.split('=')[1];
  assert.equal(rows.length, 1);
  assert.ok(!JSON.stringify(rows).includes(id));
  assert.notEqual(rows[0].id_hash.toString(), id);
});
