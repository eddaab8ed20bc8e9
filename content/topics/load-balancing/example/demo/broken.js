// One of eight servers returns 500 at once.
import { randomTraffic, send, startSite } from './site.js';

const traffic = randomTraffic({ perSecond: 100, seconds: 30 });
for (const [name, settings] of [
  ['round robin', { rule: 'roundrobin' }],
  ['least connections', { rule: 'leastconn' }],
  ['with observe', { config: 'haproxy-observe.cfg' }],
]) {
  const site = await startSite({ ...settings, broken: 3 });
  const results = await send(traffic);
  await site.stop();
  const failed = results.filter(({ status }) => status !== 200).length;
  console.log(`${name.padEnd(17)} ${failed} of ${results.length} failed`);
}
