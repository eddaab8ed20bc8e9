import { behindNginx } from '../src/behind-nginx.js';
import { createApp } from '../src/one-header.js';

const state = { ferry: 'onTime' };
const site = await behindNginx(createApp(state), 'everything.conf');

async function show(who, path, cookie) {
  const { cache, body } = await site.get(path, { Cookie: cookie });
  console.log(who.padEnd(4), path.padEnd(12), cache.padEnd(5), body);
}
await show('Ana', '/departures', 'user=ana');
await show('Ana', '/me', 'user=ana');
state.ferry = 'canceled';
console.log('-- the ferry is canceled');
await show('Ben', '/departures', 'user=ben');
await show('Ben', '/me', 'user=ben');
await site.stop();
