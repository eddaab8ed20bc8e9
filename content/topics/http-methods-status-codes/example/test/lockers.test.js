import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { test } from 'node:test';
import { createApp } from '../src/app.js';

async function start(t, options) {
  const server = createApp(options).listen(0);
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return (method, path, { body, ...headers } = {}) => {
    const isJson = body !== undefined && headers['content-type'] === undefined;
    return fetch(`http://localhost:${server.address().port}${path}`, {
      method,
      headers: isJson
        ? { 'content-type': 'application/json', ...headers }
        : headers,
      body: isJson ? JSON.stringify(body) : body,
    });
  };
}

test('a new locker has an address that works', async (t) => {
  const ask = await start(t);
  const created = await ask('POST', '/lockers', { body: { street: 'Quay 3' } });
  assert.equal(created.status, 201);
  const found = await ask('GET', created.headers.get('location'));
  assert.equal(found.status, 200);
  assert.deepEqual(await found.json(), { street: 'Quay 3' });
});

test('each mistake of the client gets its own status', async (t) => {
  const ask = await start(t);
  const post = async (options) =>
    (await ask('POST', '/lockers', options)).status;
  const json = { 'content-type': 'application/json' };
  assert.equal(await post({ ...json, body: '{"street"' }), 400);
  const csv = { 'content-type': 'text/csv', body: 'Quay' };
  assert.equal(await post(csv), 415);
  const refused = await ask('POST', '/lockers', csv);
  assert.equal(refused.headers.get('accept'), 'application/json');
  assert.equal(await post({ body: {} }), 422);
  assert.equal(await post({ body: { street: '' } }), 422);
  assert.equal((await ask('PUT', '/lockers/none', { body: {} })).status, 422);
  assert.equal((await ask('GET', '/lockers/none')).status, 404);
  const wrong = await ask('PATCH', '/lockers/a7');
  assert.equal(wrong.status, 405);
  assert.equal(wrong.headers.get('allow'), 'GET, HEAD, PUT, DELETE');
  assert.equal((await ask('GET', '/doors/1/open')).status, 405);
  const options = await ask('OPTIONS', '/lockers');
  assert.deepEqual(
    [options.status, options.headers.get('allow')],
    [200, 'POST'],
  );
});

// #region lost-update
test('the second of two editors does not overwrite the first one', async (t) => {
  const ask = await start(t);
  const created = await ask('POST', '/lockers', { body: { street: 'Quay 3' } });
  const path = created.headers.get('location');
  const etag = (await ask('GET', path)).headers.get('etag'); // both read this

  const save = async (street, headers) =>
    (await ask('PUT', path, { ...headers, body: { street } })).status;
  assert.equal(await save('Quay 4', { 'if-match': etag }), 204);
  assert.equal(await save('Quay 9', { 'if-match': etag }), 412);
  assert.equal(await save('Quay 9'), 428);
  assert.deepEqual(await (await ask('GET', path)).json(), { street: 'Quay 4' });
  assert.equal(await save('Pier 1', { 'if-match': '"2"' }), 204);
  assert.deepEqual(await (await ask('GET', path)).json(), { street: 'Pier 1' });
});
// #endregion lost-update

test('a DELETE has a condition, too, and a second one finds nothing', async (t) => {
  const ask = await start(t);
  const created = await ask('POST', '/lockers', { body: { street: 'Quay 3' } });
  const remove = async (headers) =>
    (await ask('DELETE', created.headers.get('location'), headers)).status;
  assert.equal(await remove(), 428);
  assert.equal(await remove({ 'if-match': '"0"' }), 412);
  assert.equal(await remove({ 'if-match': '"1"' }), 204);
  assert.equal(await remove({ 'if-match': '"1"' }), 404);
});

test('HEAD gives the headers of GET, and no content', async (t) => {
  const ask = await start(t);
  const created = await ask('POST', '/lockers', { body: { street: 'Quay 3' } });
  const head = await ask('HEAD', created.headers.get('location'));
  assert.equal(head.headers.get('etag'), '"1"');
  assert.equal(await head.text(), '');
});

// #region opening
test('one opening opens a door once, however often it is sent', async (t) => {
  const opened = [];
  const ask = await start(t, { openDoor: (door) => opened.push(door) });
  const id = randomUUID();
  const send = async (door) =>
    (await ask('PUT', `/doors/${door}/openings/${id}`)).status;
  assert.deepEqual(
    [await send(12), await send(12), await send(12)],
    [201, 200, 200],
  );
  assert.equal(await send(13), 409); // the same ID for another door
  assert.deepEqual(opened, ['12']);
});
// #endregion opening

test('a door that jams opens at the next attempt', async (t) => {
  let jams = 1;
  const openDoor = () => {
    if (jams-- > 0) throw new Error('jam');
  };
  const ask = await start(t, { openDoor });
  const path = `/doors/12/openings/${randomUUID()}`;
  const statuses = [];
  for (let n = 0; n < 3; n++) statuses.push((await ask('PUT', path)).status);
  assert.deepEqual(statuses, [500, 201, 200]);
});

test('an error from elsewhere is a 500, whatever its status', async (t) => {
  const openDoor = () => {
    throw Object.assign(new Error('from another API'), { status: 404 });
  };
  const ask = await start(t, { openDoor });
  assert.equal((await ask('POST', '/doors/1/open')).status, 500);
  assert.equal((await ask('POST', '/doors/%/open')).status, 400);
});
