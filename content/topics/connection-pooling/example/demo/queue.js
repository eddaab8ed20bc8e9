import { even, exactMeanWait, random, simulate } from '../src/simulate.js';

const pool = 5;
const holdMs = 20;
const requests = 1_000_000;
const format = (ms) => ms.toFixed(1).padStart(8);

console.log('pool of 5, 20 ms each       wait in ms');
console.log('requests/s   busy    evenly    random     exact  random p99');
for (const percent of [50, 80, 90, 95]) {
  const perSecond = (percent / 100) * pool * (1000 / holdMs);
  const mean = (arrival, hold) => {
    const waits = simulate({
      pool,
      requests,
      nextArrival: arrival(1000 / perSecond),
      nextHold: hold(holdMs),
    }).sort((a, b) => a - b);
    const total = waits.reduce((sum, wait) => sum + wait, 0);
    return { mean: total / requests, p99: waits[requests * 0.99] };
  };
  const evenly = mean(even, even);
  const atRandom = mean(random, random);
  console.log(
    String(perSecond).padStart(10),
    `${percent} %`.padStart(6),
    format(evenly.mean),
    ' ',
    format(atRandom.mean),
    format(exactMeanWait({ pool, perSecond, holdMs })),
    '  ',
    format(atRandom.p99),
  );
}
