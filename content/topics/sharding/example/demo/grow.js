// Two shards become three while ten writers go on.
import { assign, startShards } from '../dev/database.js';
import { moveBucket } from '../src/move.js';
import { BUCKETS, Router } from '../src/router.js';

const lab = await startShards();
await assign(lab, ['a', 'b'], BUCKETS);
let isRunning = true;
let sent = 0;
let slowest = 0;
const writers = Array.from({ length: 10 }, async (_, writer) => {
  const router = new Router(lab); // each process has its own map
  for (let minute = 0; isRunning; minute += 1) {
    const start = performance.now();
    await router.put(`meter-${writer}-${minute % 200}`, minute, minute);
    slowest = Math.max(slowest, performance.now() - start);
    sent += 1;
  }
});
const show = async (when) => {
  const counts = await Promise.all(
    Object.entries(lab.shards).map(async ([name, shard]) => {
      const { rows } = await shard.query(
        'SELECT count(*)::int AS n FROM bucket',
      );
      return `${name} ${rows[0].n}`;
    }),
  );
  console.log(`${when}: ${counts.join(', ')} buckets`);
};

await show('before');
await new Promise((resolve) => setTimeout(resolve, 1000));
for (let bucket = 0; bucket < BUCKETS; bucket += 3)
  await moveBucket(lab, bucket, bucket % 2 === 0 ? 'a' : 'b', 'c');
isRunning = false;
await Promise.all(writers);
await show('after ');
let stored = 0;
for (const shard of Object.values(lab.shards))
  stored += (await shard.query('SELECT count(*)::int AS n FROM reading'))
    .rows[0].n;
console.log(`${sent} readings confirmed, ${stored} stored`);
console.log(`slowest write ${Math.round(slowest)} ms`);
await lab.stop();
