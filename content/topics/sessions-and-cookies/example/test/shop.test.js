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
  assert.equal((await ask('GET', '/me')).cookie, null);
  const first = await ask('GET', '/');
  assert.match(first.cookie, /; HttpOnly; SameSite=Lax$/);
  const planted = first.cookie.split(';')[0];
  const own = (await ask('POST', '/login', planted)).cookie.split(';')[0];
  assert.equal((await ask('GET', '/me', planted)).text, 'no one');
  assert.equal((await ask('GET', '/me', own)).text, 'amina');
  assert.equal((await ask('GET', '/cart', own)).text, '["a book"]');
  await ask('POST', '/logout', own);
  assert.equal((await ask('GET', '/me', own)).text, 'no one');
});

test('a request that changes the session during the logout brings it back', async (t) => {
  const shop = createShop({ secret: 'test' });
  const started = Promise.withResolvers();
  const loggedOut = Promise.withResolvers();
  shop.post('/cart', async (req, res) => {
    started.resolve();
    await loggedOut.promise;
    req.session.cart = ['a pen'];
    res.send('added');
  });
  const server = shop.listen(0);
  await once(server, 'listening');
  t.after(() => server.closeAllConnections() ?? server.close());
  const ask = (method, path, cookie = '') =>
    fetch(`http://localhost:${server.address().port}${path}`, {
      method,
      headers: { cookie },
    });
  const login = await ask('POST', '/login');
  const cookie = login.headers.get('set-cookie').split(';')[0];
  const adding = ask('POST', '/cart', cookie);
  await started.promise;
  await ask('POST', '/logout', cookie);
  loggedOut.resolve();
  await adding;
  assert.equal(await (await ask('GET', '/me', cookie)).text(), 'amina');
});
