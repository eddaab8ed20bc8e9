// The same tiles at the same times, with different rules.
import { randomTraffic, send, startSite } from './site.js';

const traffic = randomTraffic({ perSecond: 100, seconds: 60 });
for (const [name, settings] of [
  ['random', { rule: 'random(1)' }],
  ['round robin', { rule: 'roundrobin' }],
  ['two choices', { rule: 'random(2)' }],
  ['least connections', { rule: 'leastconn' }],
  ['least, maxconn 1', { rule: 'leastconn', maxconn: 1 }],
]) {
  const site = await startSite(settings);
  const times = (await send(traffic)).map(({ ms }) => ms).sort((a, b) => a - b);
  await site.stop();
  const at = (share) =>
    `${Math.round(times[Math.floor(share * times.length)])}`.padStart(4);
  console.log(
    `${name.padEnd(17)} p50 ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms`,
  );
}
