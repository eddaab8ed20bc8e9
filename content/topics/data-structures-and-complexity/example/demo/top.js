import { firstK } from '../src/heap.js';

const dueTimes = Array.from({ length: 1_000_000 }, () => Math.random());

for (const job of ['sort all', 'keep ten']) {
  let compared = 0;
  const compare = (a, b) => {
    compared += 1;
    return a - b;
  };
  if (job === 'sort all') dueTimes.toSorted(compare).slice(0, 10);
  else firstK(dueTimes, 10, compare);
  console.log(`${job}: ${compared.toLocaleString('en-US')} comparisons`);
}
