// Rounds of 100 page views in a second, with and without a breaker. The lift-status
// service hangs from round 2 to round 7.
import { setTimeout as sleep } from 'node:timers/promises';
import { createLifts } from '../src/lifts.js';
import { startService } from '../test/fake-service.js';

const shops = await Promise.all([
  openShop({ enabled: false }),
  openShop({ enabled: true }),
]);
console.log('        timeout only             with a breaker');
console.log(' round  calls  waiting     p95  calls  waiting     p95  state');
for (let round = 0; round < 13; round += 1) {
  for (const { service } of shops) {
    service.mood = round >= 2 && round < 8 ? 'hangs' : 'well';
  }
  const cells = await Promise.all(shops.map(playRound));
  console.log(`${round}`.padStart(6), ...cells, stateOf(shops[1]));
}
for (const { service, lifts } of shops) {
  lifts.breaker.shutdown();
  service.stop();
}

async function openShop(options) {
  const service = await startService();
  return { service, lifts: createLifts({ ...options, url: service.url }) };
}

async function playRound({ service, lifts }) {
  const before = service.asked;
  const times = [];
  let waiting = 0;
  for (let n = 0; n < 20; n += 1) {
    for (let view = 0; view < 5; view += 1) {
      const start = performance.now();
      waiting += 1;
      lifts.status(1).then(() => {
        waiting -= 1;
        times.push(performance.now() - start);
      });
    }
    await sleep(50);
  }
  const atTheEnd = waiting;
  while (waiting > 0) await sleep(5);
  times.sort((a, b) => a - b);
  return [service.asked - before, atTheEnd, `${times[94].toFixed(0)} ms`]
    .map((cell, n) => `${cell}`.padStart([6, 8, 7][n]))
    .join(' ');
}

function stateOf({ lifts: { breaker } }) {
  if (breaker.opened) return ' open';
  return breaker.halfOpen ? ' half-open' : ' closed';
}
