import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const PHASES = [
  { seconds: 2, perSecond: 90 },
  { seconds: 6, perSecond: 150 },
  { seconds: 8, perSecond: 90 },
];

/** Sends requests at their times, whether or not earlier ones have ended. */
async function load(url) {
  const rows = [];
  const calls = [];
  const start = performance.now();
  let due = 0;
  let second = 0;
  for (const { seconds, perSecond } of PHASES) {
    for (const end = second + seconds; second < end; second += 1) {
      const row = { inTime: 0, refused: 0, gaveUp: 0 };
      rows.push(row);
      for (let n = 0; n < perSecond; n += 1) {
        due += 1000 / perSecond;
        const wait = due - (performance.now() - start);
        if (wait > 0) await sleep(wait);
        calls.push(call(url, row));
      }
    }
  }
  await Promise.all(calls);
  return rows;
}

async function call(url, row) {
  try {
    const signal = AbortSignal.timeout(1_000);
    const res = await fetch(`${url}/previews/7`, { signal });
    await res.text();
    row[res.status === 200 ? 'inTime' : 'refused'] += 1;
  } catch {
    row.gaveUp += 1;
  }
}

/** Each server is a process of its own, so that the load doesn't slow it down. */
async function run(kind) {
  const server = fork(new URL('server.js', import.meta.url), [kind]);
  const [url] = await once(server, 'message');
  try {
    return await load(url);
  } finally {
    server.kill();
  }
}

const before = await run('unbounded');
const after = await run('gated');
console.log('second   sent | unbounded: in time | gate: in time  refused');
before.forEach((row, second) => {
  const sent = row.inTime + row.refused + row.gaveUp;
  const { inTime, refused } = after[second];
  const cells = [second, sent, row.inTime, inTime, refused];
  const [a, b, c, d, e] = cells.map(String);
  console.log(
    `${a.padStart(6)} ${b.padStart(6)} | ${c.padStart(18)} | ${d.padStart(13)} ${e.padStart(8)}`,
  );
});
