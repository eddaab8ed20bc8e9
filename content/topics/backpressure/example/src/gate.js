import PQueue from 'p-queue';

// #region gate
/** Middleware that lets a limited number of requests run and wait. */
export function createGate({ running, waiting }) {
  const queue = new PQueue({ concurrency: running });

  return (handler) => async (req, res) => {
    if (queue.pending >= running && queue.size >= waiting) {
      const seconds = 1 + Math.floor(Math.random() * 5);
      res.set('Retry-After', String(seconds)).sendStatus(503);
      return;
    }

    const left = new AbortController(); // for the work: the client has left
    const line = new AbortController(); // for the queue: it left while waiting
    const leaveLine = () => line.abort();
    res.once('close', () => left.abort()).once('close', leaveLine);
    const run = () => {
      res.off('close', leaveLine); // from here on, the work keeps its slot
      return handler(req, res, left.signal);
    };
    try {
      await queue.add(run, { signal: line.signal });
    } catch (error) {
      if (!left.signal.aborted) throw error; // Express responds with 500
    }
  };
}
// #endregion gate
