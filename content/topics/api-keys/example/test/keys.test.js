import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import { findKeys, newKey, parseKey } from '../src/format.js';
import { revokeLeaks } from '../src/leaks.js';
import { start } from '../src/start.js';

/** Anyone can compute this. */
const withChecksum = (text) =>
  `${text}_${crc32(text).toString(16).padStart(8, '0')}`;

async function setUp(t, mode) {
  const api = await start(mode);
  t.after(api.stop);
  const read = async (key) =>
    (await api.ask('GET', '/images/latest', { key })).status;
  return { ...api, read };
}

test('a key works, and only for its scopes', async (t) => {
  const { ask, create, read } = await setUp(t);
  const { key } = await create('north', 'tablets');
  assert.equal(await read(key), 200);
  const denied = await ask('POST', '/alerts', { key });
  assert.equal(denied.status, 403);
});

test('everything else gets the same 401', async (t) => {
  const { ask, create, db } = await setUp(t);
  const { key } = await create('north', 'tablets');
  const { key: expired, id } = await create('north', 'old');
  await db.query(
    "UPDATE api_key SET expires_at = now() - interval '1 second' WHERE id = $1",
    [id],
  );
  const { key: revoked, id: other } = await create('north', 'revoked');
  await ask('DELETE', `/account/keys/${other}`, { org: 'north' });
  const test = newKey('test'); // in the same database
  await db.query(
    `INSERT INTO api_key (id, hash, owner, name, scopes, expires_at)
     VALUES ($1, $2, 'north', 'test', '{images:read}', 'infinity')`,
    [test.id, test.hash],
  );
  const renamed = withChecksum(test.key.slice(0, -9).replace('test', 'live'));
  const { id: strange, key: never } = newKey('live');
  const swapped = never.replace(strange, id);
  const wrong = [
    undefined,
    '',
    'x',
    "' OR 1=1 --",
    `${key} `.repeat(2),
    `${key}0`,
    key.slice(1),
    expired,
    revoked,
    test.key,
    renamed,
    never,
    swapped,
  ];
  for (const given of wrong) {
    const { status, error, headers } = await ask('GET', '/images/latest', {
      key: given,
    });
    assert.deepEqual([status, error], [401, 'unknown key'], String(given));
    assert.match(headers.get('www-authenticate'), /^Bearer/);
  }
});

test('a correct secret with another ID is refused', async (t) => {
  const { create, db, read } = await setUp(t);
  const { id } = await create('north', 'tablets');
  const stranger = newKey('live');
  await db.query('UPDATE api_key SET id = $1 WHERE id = $2', [stranger.id, id]);
  assert.equal(await read(stranger.key), 401); // this ID exists, but not with this secret
});

test('the database does not contain anything that opens the API', async (t) => {
  const { create, db, read } = await setUp(t);
  const { key } = await create('north', 'tablets');
  assert.equal(await read(key), 200);
  const { rows } = await db.query('SELECT * FROM api_key');
  const dump = JSON.stringify(
    rows.map((row) => ({
      ...row,
      hash: Buffer.from(row.hash).toString('hex'),
    })),
  );
  assert.ok(!dump.includes(parseKey(key).secret));
});

test('two keys of one customer work side by side until one is revoked', async (t) => {
  const { ask, create, read } = await setUp(t);
  const [old, next] = [
    await create('north', 'old'),
    await create('north', 'new'),
  ];
  assert.deepEqual([await read(old.key), await read(next.key)], [200, 200]);
  const path = `/account/keys/${old.id}`;
  assert.equal((await ask('DELETE', path, { org: 'south' })).status, 404);
  assert.equal(await read(old.key), 200);
  assert.equal((await ask('DELETE', path, { org: 'north' })).status, 204);
  assert.equal((await ask('DELETE', path, { org: 'north' })).status, 204);
  assert.deepEqual([await read(old.key), await read(next.key)], [401, 200]);
});

test('the list shows the last use, but no secret and no one else’s keys', async (t) => {
  const { ask, create, db, read } = await setUp(t);
  const { key, id } = await create('north', 'tablets');
  await create('south', 'theirs');
  const list = async () =>
    (await ask('GET', '/account/keys', { org: 'north' })).items;
  assert.equal((await list())[0].last_used_at, null);
  await read(key);
  const [first] = await list();
  assert.ok(first.last_used_at);
  await read(key);
  assert.deepEqual((await list())[0], first); // once a minute is enough
  await db.query(
    "UPDATE api_key SET last_used_at = now() - interval '2 minutes' WHERE id = $1",
    [id],
  );
  await read(key);
  assert.ok((await list())[0].last_used_at >= first.last_used_at);
  assert.equal((await list()).length, 1);
  assert.ok(!JSON.stringify(await list()).includes(parseKey(key).secret));
});

test('a key cannot manage keys, and unknown scopes are refused', async (t) => {
  const { ask, create } = await setUp(t);
  const { key } = await create('north', 'tablets');
  assert.equal((await ask('GET', '/account/keys', { key })).status, 401);
  for (const scopes of [[], ['admin'], 'images:read', ['images:read', 5]]) {
    assert.equal((await create('north', 'x', scopes)).status, 422);
  }
  assert.equal((await create('north', 'x', ['images:read'], 1000)).status, 422);
  for (const name of ['', 'a\u0000b', 'x'.repeat(101), 7]) {
    assert.equal((await create('north', name)).status, 422);
  }
  assert.equal(
    (await ask('POST', '/account/keys', { org: 'north' })).status,
    422,
  );
});

test('when the database fails, no one gets in', async (t) => {
  const { create, db, read } = await setUp(t);
  const { key } = await create('north', 'tablets');
  await db.exec('ALTER TABLE api_key RENAME TO gone');
  t.mock.method(console, 'error', () => {});
  assert.equal(await read(key), 500);
});

test('a real leak is revoked, and a forged one is not', async (t) => {
  const { create, db, read } = await setUp(t);
  const { key, id } = await create('north', 'tablets');
  const forged = withChecksum(`radar_live_${id}_${'0'.repeat(64)}`);
  assert.deepEqual(await revokeLeaks(db, `x ${forged} y`), []);
  assert.equal(await read(key), 200);
  const found = await revokeLeaks(db, `x ${key} y`);
  assert.deepEqual(found, [{ owner: 'north', name: 'tablets' }]);
  assert.equal(await read(key), 401);
});

test('the API works even if the last use cannot be written', async (t) => {
  const { create, db, read } = await setUp(t);
  const { key } = await create('north', 'tablets');
  await db.exec('ALTER TABLE api_key ADD CHECK (last_used_at IS NULL)');
  t.mock.method(console, 'error', () => {});
  assert.equal(await read(key), 200);
});

test('a scanner finds real keys and nothing else', () => {
  const { key } = newKey('live');
  const wrong = `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`;
  const text = `a=${key}; b=${wrong}; c=radar_live_todo`;
  assert.deepEqual(
    findKeys(text).map((found) => found.key),
    [key],
  );
});
