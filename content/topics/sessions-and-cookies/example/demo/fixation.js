// Someone else's session ID, before and after the login, with express-session.
import { once } from 'node:events';
import { createShop, login, naiveLogin } from '../src/express-session-shop.js';

for (const logIn of [naiveLogin, login]) {
  const server = createShop({ secret: 'demo', logIn }).listen(0);
  await once(server, 'listening');
  const ask = async (method, path, cookie = '') => {
    const url = `http://localhost:${server.address().port}${path}`;
    const res = await fetch(url, { method, headers: { cookie } });
    return { text: await res.text(), cookie: res.headers.get('set-cookie') };
  };
  const planted = (await ask('GET', '/')).cookie.split(';')[0]; // the attacker's
  await ask('POST', '/login', planted); // the victim logs in with it
  const { text } = await ask('GET', '/me', planted); // the attacker again
  console.log(`${logIn.name}: the attacker sees "${text}"`);
  server.close();
  server.closeAllConnections();
}
