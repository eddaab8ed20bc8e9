import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Stops a service from the outside inward.
 * @param state shared with the handlers; isStopping turns readiness off
 * @param drainDelay milliseconds until every router has seen the readiness
 * @param deadline milliseconds from the signal until what is left is cut
 * @param intakes functions that take no new work from now on, and resolve when
 *   the work inside is done: the server, a queue consumer, a timer …
 * @param cut ends by force what is still inside at the deadline
 * @param resources functions that close pools, clients and telemetry, in order
 * @returns whether everything ended by itself
 */
// #region shutdown
export async function shutDown({
  state,
  drainDelay,
  deadline,
  intakes,
  cut,
  resources,
  log = console.log,
}) {
  const end = performance.now() + deadline;
  let isClean = true;
  const run = async (step) => {
    try {
      await step();
    } catch (error) {
      log(`failed: ${error.message}`); // and the other steps go on
      isClean = false;
    }
  };

  log('not ready, still serving');
  state.isStopping = true;
  await sleep(drainDelay);

  log('no new work');
  const finished = Promise.all(intakes.map(run));
  if (!(await within(finished, end - performance.now()))) {
    isClean = false;
    log('deadline: cutting what is left');
    cut();
  }

  log('closing resources');
  for (const close of resources) {
    if (!(await within(run(close), 1000))) isClean = false;
  }
  log(isClean ? 'stopped' : 'stopped by force');
  return isClean;
}
// #endregion shutdown

/** Whether a promise is fulfilled within some milliseconds. */
async function within(promise, milliseconds) {
  const timer = new AbortController();
  const late = sleep(Math.max(0, milliseconds), false, {
    signal: timer.signal,
  }).catch(() => false);
  const done = Promise.resolve(promise).then(
    () => true,
    () => false,
  );
  const isDone = await Promise.race([done, late]);
  timer.abort();
  return isDone;
}
