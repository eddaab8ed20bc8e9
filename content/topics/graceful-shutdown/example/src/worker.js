/**
 * Takes jobs from a queue, one after the other, until it is stopped.
 * `queue.take(signal)` resolves to a job, or to undefined when the signal is
 * aborted while it waits. It reconnects by itself, because if it fails,
 * the error ends the process. A job that isn't acknowledged is delivered again.
 */
// #region worker
export function startWorker(queue, handle, log = console.error) {
  const stopping = new AbortController();
  const { signal } = stopping;

  const running = (async () => {
    while (!signal.aborted) {
      const job = await queue.take(signal);
      if (!job) return;
      if (signal.aborted) return queue.giveBack(job);
      try {
        await handle(job);
      } catch (error) {
        log(`job failed: ${error.message}`);
        await queue.giveBack(job); // your queue pauses, and counts the attempts
        continue;
      }
      await queue.acknowledge(job);
    }
  })();

  return {
    stop() {
      stopping.abort();
      return running; // resolves when the job in hand is done
    },
  };
}
// #endregion worker
