import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { createApp } from '../src/app.js';

// #region start
async function start(t, findHall) {
  const server = createApp(findHall).listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  return `http://localhost:${server.address().port}`;
}

test('one failing request leaves the others alone', async (t) => {
  const log = t.mock.method(console, 'error', () => {});
  const url = await start(t, async (name) => {
    if (name === 'broken') throw new Error('disk full');
    return { closes: '18:00' };
  });

  const broken = await fetch(`${url}/hours?hall=broken`);
  assert.equal(broken.status, 500);
  assert.deepEqual(await broken.json(), { error: 'internal error' });
  assert.match(log.mock.calls[0].arguments[0].message, /disk full/);

  const next = await fetch(`${url}/hours?hall=egypt`);
  assert.deepEqual(await next.json(), { closes: '18:00' });
});
// #endregion start

test('finds a hall by the whole of its name', async (t) => {
  const url = await start(t, async (name) =>
    name === 'Ägypten & Nubien' ? { closes: '18:00' } : undefined,
  );
  const get = async (path, init) => (await fetch(url + path, init)).status;
  assert.equal(await get('/hours?hall=%C3%84gypten+%26+Nubien'), 200);
  assert.equal(await get('/hours?hall=%'), 404);
  assert.equal(await get('/hours'), 404);
  assert.equal(await get('/elsewhere?hall=egypt'), 404);
  const post = await get('/hours?hall=%C3%84gypten+%26+Nubien', {
    method: 'POST',
  });
  assert.equal(post, 404);
});

test('a response that has no JSON is a 500', async (t) => {
  t.mock.method(console, 'error', () => {});
  const url = await start(t, async () => ({ floor: 1n }));
  assert.equal((await fetch(`${url}/hours?hall=egypt`)).status, 500);
});
