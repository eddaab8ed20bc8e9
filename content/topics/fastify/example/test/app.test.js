import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildApp } from '../src/app.js';
import { createStore } from '../src/store.js';

const adminKey = 'marigold-marigold';

// #region ask
function start(t, options = {}) {
  const store = createStore();
  const app = buildApp({ store, adminKey, ...options });
  t.after(() => app.close());
  const ask = async (method, url, payload, headers) => {
    const res = await app.inject({ method, url, payload, headers });
    return { status: res.statusCode, body: res.json(), headers: res.headers };
  };
  return { app, store, ask };
}

test('a response has the fields of its schema and no others', async (t) => {
  const { ask } = start(t);
  const added = await ask('POST', '/members', { name: 'Ines', beds: 2 });
  assert.equal(added.status, 201);
  assert.equal(added.headers.location, '/members/1');
  assert.deepEqual(added.body, { id: 1, name: 'Ines', beds: 2 });
  assert.deepEqual((await ask('GET', '/members/1')).body, added.body);
});
// #endregion ask

test('a list of the admin leaves the hash out, too', async (t) => {
  const { ask } = start(t);
  await ask('POST', '/members', { name: 'Ines' });
  const headers = { 'x-admin-key': adminKey };
  const { body } = await ask('GET', '/admin/members', undefined, headers);
  assert.deepEqual(body, [{ id: 1, name: 'Ines', beds: 1 }]);
});

// #region exact
test('a body is checked exactly, and nothing is converted or removed', async (t) => {
  const { ask } = start(t);
  for (const [payload, error] of [
    [{ name: null }, 'body/name must be string'],
    [{ name: 'Ines', beds: '3' }, 'body/beds must be integer'],
    [{ name: 'Ines', bedz: 3 }, 'body must NOT have additional properties'],
    [{ name: '' }, 'body/name must NOT have fewer than 1 characters'],
    [
      { name: 'x'.repeat(81) },
      'body/name must NOT have more than 80 characters',
    ],
    [{ name: 'Ines', beds: -1 }, 'body/beds must be >= 0'],
    [{ name: 'Ines', beds: 41 }, 'body/beds must be <= 40'],
    [{ beds: 3 }, "body must have required property 'name'"],
  ]) {
    const { status, body } = await ask('POST', '/members', payload);
    assert.deepEqual({ status, body }, { status: 400, body: { error } });
  }
});

test('a query string is text, so it is converted', async (t) => {
  const { store, ask } = start(t);
  const limits = [];
  store.list = async (limit) => [limits.push(limit)].slice(1);
  const headers = { 'x-admin-key': adminKey };
  await ask('GET', '/admin/members?limit=7', undefined, headers);
  await ask('GET', '/admin/members', undefined, headers);
  assert.deepEqual(limits, [7, 20]);
  for (const limit of ['0', 'many', '101', '']) {
    const url = `/admin/members?limit=${limit}`;
    assert.equal((await ask('GET', url, undefined, headers)).status, 400);
  }
});
// #endregion exact

test('a member who does not exist, and paths that do not', async (t) => {
  const { ask } = start(t);
  const missing = { status: 404, body: { error: 'not found' } };
  for (const url of ['/members/9', '/nothing', '/members']) {
    const { status, body } = await ask('GET', url);
    assert.deepEqual({ status, body }, missing, url);
  }
  assert.equal((await ask('GET', '/members/one')).status, 400);
  assert.equal((await ask('GET', '/members/-1')).status, 400);
  assert.equal((await ask('GET', '/members/1.5')).status, 400);
  assert.equal((await ask('GET', '/members/%zz')).status, 400);
});

test('broken JSON, another media type and a huge body', async (t) => {
  const { ask } = start(t);
  const json = { 'content-type': 'application/json' };
  const xml = { 'content-type': 'application/xml' };
  const huge = JSON.stringify({ name: 'x'.repeat(20_000) });
  assert.equal((await ask('POST', '/members', '{"name"', json)).status, 400);
  assert.equal((await ask('POST', '/members', '<a/>', xml)).status, 415);
  assert.equal((await ask('POST', '/members', huge, json)).status, 413);
  assert.equal((await ask('POST', '/members')).status, 400);
});

// #region admin
test('the admin key is checked before the input, and only below /admin', async (t) => {
  const { ask } = start(t);
  assert.equal((await ask('GET', '/members/9')).status, 404);
  for (const key of [undefined, '', 'marigold', 'marigold-marigolD']) {
    const headers = key === undefined ? {} : { 'x-admin-key': key };
    const url = '/admin/members?limit=many';
    const { status } = await ask('GET', url, undefined, headers);
    assert.equal(status, 401);
  }
});

test('the app does not start without an admin key', () => {
  assert.throws(() => buildApp({ store: createStore() }), /admin key/);
});
// #endregion admin

// #region hidden
test('the message of an unexpected error goes to the log only', async (t) => {
  const lines = [];
  const stream = { write: (line) => lines.push(JSON.parse(line)) };
  const { store, ask } = start(t, { logger: { stream } });
  store.find = async () => {
    const error = new Error('connect ECONNREFUSED 10.0.0.5:5432');
    throw Object.assign(error, { statusCode: 404 }); // as HTTP clients do
  };
  const { status, body } = await ask('GET', '/members/1');
  assert.equal(status, 500);
  assert.deepEqual(body, { error: 'internal error' });
  const logged = lines.find(({ msg }) => msg === 'request failed');
  assert.match(logged.err.message, /ECONNREFUSED/);
});

test('whatever is thrown, the client gets a plain 500', async (t) => {
  const { store, ask } = start(t);
  const secret = { message: 'secret 10.0.0.5', statusCode: 422 };
  for (const thrown of [
    null,
    'text',
    secret,
    { ...secret, validation: [{}] },
  ]) {
    store.find = async () => {
      throw thrown;
    };
    const { status, body } = await ask('GET', '/members/1');
    assert.equal(status, 500);
    assert.deepEqual(body, { error: 'internal error' });
  }
});

test('a row without a required field is our mistake, not the client’s', async (t) => {
  const { store, ask } = start(t);
  store.find = async () => ({ id: 1, beds: 2 });
  assert.equal((await ask('GET', '/members/1')).status, 500);
});

test('a store that hangs gets a 503 after the time limit', async (t) => {
  const { store, ask } = start(t, { handlerTimeout: 50 });
  store.find = () => new Promise(() => {});
  const { status, body } = await ask('GET', '/members/1');
  assert.equal(status, 503);
  assert.deepEqual(body, { error: 'try again later' });
});
// #endregion hidden
