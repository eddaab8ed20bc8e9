import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../src/app.js';
import { behindNginx } from '../src/behind-nginx.js';

const state = { ferry: 'onTime', alerts: [] };
const site = await behindNginx(createApp(state));
const start = Date.now();

async function show(second, path, headers) {
  await sleep(Math.max(0, start + second * 1000 - Date.now()));
  const { cache, status, body } = await site.get(path, headers);
  const text = status === 200 ? body : `status ${status}`;
  const when = `${second.toFixed(1)} s`.padStart(6);
  console.log(when, path.padEnd(11), (cache ?? '-').padEnd(11), text);
}
await show(0, '/departures', { 'Accept-Language': 'fi' });
await show(1, '/departures', { 'Accept-Language': 'fi' });
await show(1, '/departures', { 'Accept-Language': 'sv' });
state.ferry = 'canceled';
console.log('-- the ferry is canceled');
await show(4, '/departures', { 'Accept-Language': 'fi' });
await show(4.5, '/departures', { 'Accept-Language': 'fi' });
await show(11, '/departures', { 'Accept-Language': 'fi' });
await show(11, '/me', { Cookie: 'user=ana' });
await show(11, '/me', { Cookie: 'user=ben' });
await site.stopOrigin();
console.log('-- the app is down');
await show(17, '/departures', { 'Accept-Language': 'fi' });
await show(17, '/me', { Cookie: 'user=ana' });
await site.stop();
