import { setTimeout as sleep } from 'node:timers/promises';

// A pool of workers that take jobs from a queue, as many servers have inside.
function createPool(size, secondsPerJob, maxWaiting) {
  const pool = { done: 0, waiting: 0, refused: 0 };
  let free = size;

  async function work() {
    while (pool.waiting > 0) {
      pool.waiting -= 1;
      await sleep(secondsPerJob * 1000);
      pool.done += 1;
    }
    free += 1;
  }

  // #region add
  pool.add = () => {
    if (free === 0 && pool.waiting >= maxWaiting) {
      pool.refused += 1; // a server responds with 503 here
      return;
    }
    pool.waiting += 1;
    if (free > 0) {
      free -= 1;
      work();
    }
  };
  // #endregion add
  return pool;
}

const [workers, seconds, arrivals, duration, maxWaiting = Infinity] =
  process.argv.slice(2).map(Number);
if (!(Math.min(workers, seconds, arrivals, duration) > 0 && maxWaiting >= 0)) {
  throw new Error('workers.js WORKERS SECONDS JOBS_PER_SECOND DURATION [MAX]');
}
const pool = createPool(workers, seconds, maxWaiting);
const start = performance.now();
let added = 0;
for (let second = 1; second <= duration; second += 1) {
  while (performance.now() - start < second * 1000) {
    const due = ((performance.now() - start) / 1000) * arrivals;
    while (added < due) {
      pool.add();
      added += 1;
    }
    await sleep(5);
  }
  const { done, waiting, refused } = pool;
  console.log(
    `${second} s: arrived ${added}, done ${done}, waiting ${waiting}, refused ${refused}`,
  );
}
process.exit();
