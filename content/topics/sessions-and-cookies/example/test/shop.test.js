import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { createShop } from '../src/express-session-shop.js';

test('a login changes the ID and keeps the cart, and a logout ends it', async (t) => {
  const server = createShop({ secret: 'test' }).listen(0);
  await once(server, 'listening');
  t.after(() => server.closeAllConnections() ?? server.close());
  const ask = async (method, path, cookie = '') => {
    const url = `http://localhost:${server.address().port}${path}`;
    const res = await fetch(url, { method, headers: { cookie } });
    return { text: await res.text(), cookie: res.headers.get('set-cookie') };
  };
  const planted = (await ask('GET', '/')).cookie.split(';')[0];
  const own = (await ask('POST', '/login', planted)).cookie.split(';')[0];
  assert.equal((await ask('GET', '/me', planted)).text, 'no one');
  assert.equal((await ask('GET', '/me', own)).text, 'amina');
  assert.equal((await ask('GET', '/cart', own)).text, '["a book"]');
  await ask('POST', '/logout', own);
  assert.equal((await ask('GET', '/me', own)).text, 'no one');
});
