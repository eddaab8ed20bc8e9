// Stops one of eight servers during traffic: with a drain, and without.
import { setTimeout as sleep } from 'node:timers/promises';
import { randomTraffic, send, startSite } from './site.js';

for (const signal of ['SIGTERM', 'SIGKILL']) {
  const site = await startSite();
  const sending = send(randomTraffic({ perSecond: 100, seconds: 15 }));
  await sleep(5000);
  site.servers.get(3).kill(signal);
  const results = await sending;
  await site.stop();
  const failed = results.filter(({ status }) => status !== 200);
  const statuses = failed.map(({ status }) => status).join(' ');
  console.log(
    `${signal}: ${failed.length} of ${results.length} failed ${statuses}`,
  );
}
