// The same check written twice, 20 runs each. The job takes 10 to 60 ms.
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

class Job extends EventEmitter {
  result = null;

  async start() {
    await sleep(10 + Math.random() * 50);
    this.result = 'sent';
    this.emit('done');
  }
}

// #region flaky
async function sleepAndHope(job) {
  job.start();
  await sleep(50);
  return job.result === 'sent';
}

async function waitForTheEvent(job) {
  const done = once(job, 'done', { signal: AbortSignal.timeout(5_000) });
  job.start();
  await done;
  return job.result === 'sent';
}
// #endregion flaky

for (const check of [sleepAndHope, waitForTheEvent]) {
  let failed = 0;
  for (let run = 0; run < 20; run += 1) {
    if (!(await check(new Job()))) failed += 1;
  }
  console.log(`${check.name}: ${failed} of 20 runs failed`);
}
