// #region generator
import { createHistogram } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Starts visits at a constant rate, however long the ones before take, and
 * measures each from the moment when it was due.
 */
export async function sendAtRate({ rate, seconds, visit }) {
  if (!(rate * seconds >= 1)) throw new RangeError('there is no load to send');
  const times = createHistogram();
  let failed = 0;
  let late = 0;
  const visits = [];
  const start = performance.now();
  for (let n = 0; n < rate * seconds; n++) {
    const due = start + (n * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    late = Math.max(late, performance.now() - due);
    visits.push(
      visit()
        .catch(() => failed++)
        .finally(() => {
          times.record(Math.max(1, Math.round(performance.now() - due)));
        }),
    );
  }
  await Promise.all(visits);
  const took = (performance.now() - start) / 1000;
  return {
    p50: times.percentile(50),
    p99: times.percentile(99),
    failed,
    late: Math.round(late), // how far the generator itself was behind
    served: Math.round((rate * seconds - failed) / took), // per second
  };
}
// #endregion generator
