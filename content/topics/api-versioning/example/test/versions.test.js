import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { createApp } from '../src/app.js';
import { createAccounts, createParcels } from '../src/data.js';
import { changes, createVersions, oldest } from '../src/versions.js';

const servers = [];
after(() => servers.forEach((server) => server.close()));

/** Starts the API and returns a function that calls it as the shop. */
async function start(options = {}) {
  const accounts = createAccounts();
  const parcels = createParcels();
  const app = createApp({
    ...{ changes, oldest, accounts, parcels, log: () => {} },
    ...options,
  });
  const server = app.listen(0);
  servers.push(server);
  await once(server, 'listening');
  const base = `http://localhost:${server.address().port}`;

  return async (path, { version, who = 'shop', send } = {}) => {
    const headers = { Authorization: `Bearer key-of-the-${who}` };
    if (version) headers['Carrier-Version'] = version;
    if (send) headers['Content-Type'] = 'application/json';
    const method = send ? 'POST' : 'GET';
    const body = send && JSON.stringify(send);
    const res = await fetch(base + path, { method, headers, body });
    return { status: res.status, headers: res.headers, body: await res.json() };
  };
}

// #region stored
const paths = [
  '/parcels/7',
  '/parcels/8',
  '/parcels/404',
  '/parcels',
  '/parcels?status=created',
  '/shipments/s1',
];

for (const version of createVersions(changes, oldest).known) {
  test(`${version} responds as it always did`, async (t) => {
    const call = await start();
    const responses = {};
    for (const path of paths) {
      const { status, body } = await call(path, { version });
      responses[path] = { status, body };
    }
    t.assert.fileSnapshot(responses, `test/responses/${version}.json`);
  });
}
// #endregion stored

test('responses go back step by step, requests forward', () => {
  const step = (date) => ({
    date,
    parcel: { down: (old) => [...old, date], up: (old) => [...old, date] },
  });
  const { show, read } = createVersions([step('C'), step('B')], 'A');
  assert.deepEqual(show('parcel', [], 'A'), ['C', 'B']);
  assert.deepEqual(read('parcel', [], 'A'), ['B', 'C']);
  assert.deepEqual(show('parcel', [], 'B'), ['C']);
  assert.deepEqual(show('parcel', [], 'C'), []);
});

// #region round
test('every version reads what it was sent', async () => {
  const call = await start();
  const parts = { street: 'Main St 4', postalCode: '9000', city: 'Ghent' };
  const text = '1 High St, London SW1A 1AA';
  const cases = [
    ['2026-01-15', text],
    ['2026-01-15', null],
    ['2026-03-01', parts],
    ['2026-06-01', parts],
  ];
  for (const [version, address] of cases) {
    const send = { address };
    const created = await call('/parcels', { version, send });
    assert.equal(created.status, 201);
    const read = await call(`/parcels/${created.body.id}`, { version });
    assert.deepEqual(created.body.address, address);
    assert.deepEqual(read.body, created.body);
  }
});
// #endregion round

test('a filter takes the values of its version', async () => {
  const call = await start();
  const ids = async (version, status) => {
    const { body } = await call(`/parcels?status=${status}`, { version });
    return body.items?.map(({ id }) => id) ?? body.status;
  };
  assert.deepEqual(await ids('2026-01-15', 'moving'), ['7']);
  assert.deepEqual(await ids('2026-06-01', 'in_transit'), ['7']);
  assert.deepEqual(await ids('2026-06-01', 'moving'), 400);
});

test('an address of the wrong type is refused in every version', async () => {
  const call = await start();
  const wrong = [undefined, 5, [], ['a'], {}, '', 'x'.repeat(201)];
  const parts = { street: 'Main St 4', postalCode: 9000, city: 'Ghent' };
  for (const version of createVersions(changes, oldest).known) {
    for (const address of [...wrong, parts]) {
      const { status } = await call('/parcels', { version, send: { address } });
      assert.equal(status, 400, `${version} ${JSON.stringify(address)}`);
    }
    const list = await call('/parcels', { version, send: [] });
    assert.equal(list.status, 400);
  }
});

// #region pins
test('a new version moves no one who has a pin', async () => {
  const accounts = createAccounts();
  const before = await start({ changes: changes.slice(1), accounts });
  const first = await before('/parcels/7', { who: 'newcomer' });
  assert.equal(first.headers.get('Carrier-Version'), '2026-03-01');

  const afterRelease = await start({ accounts });
  const next = await afterRelease('/parcels/7', { who: 'newcomer' });
  assert.equal(next.headers.get('Carrier-Version'), '2026-03-01');
  assert.equal(next.body.status, 'moving');
});

test('retiring the oldest version refuses its callers', async () => {
  const retired = {
    changes: changes.slice(0, -1),
    oldest: changes.at(-1).date,
  };
  const call = await start(retired);
  const { status, headers, body } = await call('/parcels/7');
  assert.equal(status, 400);
  assert.deepEqual(body.supported, ['2026-06-01', '2026-03-01']);
  assert.match(headers.get('Content-Type'), /^application\/problem\+json/);
  assert.equal(headers.get('Vary'), 'Authorization, Carrier-Version');
});

test('retiring a version in the middle changes no shape', async () => {
  const [june, march] = changes;
  const call = await start({ changes: [june, { ...march, retired: true }] });
  assert.equal((await call('/parcels/7', { who: 'depot' })).status, 400);
  const shop = await call('/parcels/7');
  assert.equal(shop.body.address, 'Main St 4, 9000 Ghent');
});
// #endregion pins

test('a refused call pins no one', async () => {
  const accounts = createAccounts();
  const call = await start({ accounts });
  const who = 'newcomer';
  const refused = await call('/parcels/7', { who, version: '1999-01-01' });
  assert.equal(refused.status, 400);
  assert.equal(accounts.get('Bearer key-of-the-newcomer').version, null);
  await call('/parcels/7', { who });
  assert.equal(
    accounts.get('Bearer key-of-the-newcomer').version,
    '2026-06-01',
  );
});

test('a header tries another version for one request', async () => {
  const call = await start();
  const tried = await call('/parcels/7', { version: '2026-06-01' });
  assert.equal(tried.body.status, 'in_transit');
  const usual = await call('/parcels/7');
  assert.equal(usual.body.status, 'moving');
});

test('the log says who uses which version', async () => {
  const entries = [];
  const call = await start({ log: (entry) => entries.push(entry) });
  await call('/parcels/7', { who: 'depot' });
  const unknown = await call('/parcels/7', { who: 'nobody' });
  assert.equal(unknown.status, 401);
  assert.deepEqual(entries, [
    { account: 'depot', version: '2026-03-01', path: '/parcels/7' },
  ]);
});

test('an error from elsewhere is a 500, whatever its status', async (t) => {
  t.mock.method(console, 'error', () => {});
  const get = () => {
    throw Object.assign(new Error('from another API'), { status: 404 });
  };
  const call = await start({ parcels: { get } });
  assert.equal((await call('/parcels/7')).status, 500);
  assert.equal((await call('/parcels/%')).status, 400);
});
