// Sends requests that go wrong, and prints the responses.
import { once } from 'node:events';
import { createApp } from '../src/app.js';

const server = createApp({ perMinute: 8, log: console.log }).listen(
  0,
  '127.0.0.1',
);
await once(server, 'listening');
const site = `http://127.0.0.1:${server.address().port}`;
const token = { Authorization: 'Bearer token-of-the-bakery' };

await show('POST', '/redemptions', token, '{"code":7,"cents":-5}');
await show('POST', '/redemptions', token, '{"code":"G-100","cents":900}');
await show('POST', '/redemptions', token, '{"code":"G-200","cents":1}');
await show('POST', '/redemptions', {}, '{"code":"G-100","cents":1}');
await show('POST', '/redemptions', token, '{"code":');
await show('POST', '/redemptions', token, `"${'x'.repeat(2000)}"`);
await show('GET', '/gifts', token);
await show('GET', '/problems/%ff', token);
await show('GET', '/report', token);
await show('GET', '/report', token);
server.close();

async function show(method, path, headers, body) {
  const sent = body && { ...headers, 'Content-Type': 'application/json' };
  const options = { method, body, headers: sent ?? headers };
  const response = await fetch(site + path, options);
  console.log(method, path, body?.slice(0, 32) ?? '');
  console.log(' ', response.status, await response.text());
  for (const name of ['WWW-Authenticate', 'Retry-After']) {
    if (response.headers.has(name)) {
      console.log('     ', `${name}: ${response.headers.get(name)}`);
    }
  }
}
