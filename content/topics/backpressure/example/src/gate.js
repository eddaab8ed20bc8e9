import PQueue from 'p-queue';

// #region gate
/** Wraps handlers, so that a limited number of requests run and wait. */
export function createGate({ running, waiting }) {
  const queue = new PQueue({ concurrency: running });

  return (handler) => async (req, res) => {
    if (queue.pending >= running && queue.size >= waiting) {
      const seconds = 1 + Math.floor(Math.random() * 5);
      res.set('Retry-After', String(seconds)).sendStatus(503);
      return;
    }

    const line = new AbortController(); // ends the waiting
    const left = new AbortController(); // tells the work that the client left
    const leaveLine = () => line.abort();
    res.once('close', leaveLine).once('close', () => {
      if (!res.writableFinished) left.abort();
    });

    const run = async () => {
      res.off('close', leaveLine); // from here on, the work keeps its slot
      await handler(req, res, left.signal);
      if (res.writableEnded || res.destroyed) return;
      await new Promise((done) => res.once('close', done)); // not async
    };
    try {
      await queue.add(run, { signal: line.signal });
    } catch (error) {
      if (error.name !== 'AbortError' || !left.signal.aborted) throw error;
    }
  };
}
// #endregion gate
