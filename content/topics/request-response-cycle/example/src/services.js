import http from 'node:http';

/**
 * Stands for the timetable and the price service.
 * `work(signal)` resolves when a response is ready; the signal is aborted when
 * the caller has left.
 */
export const createServices = ({ work, log }) =>
  http.createServer(async (req, res) => {
    const left = new AbortController();
    res.once('close', () => left.abort());
    try {
      await work(left.signal);
      log(`services: ${req.url} done`);
      res.end(JSON.stringify(`${req.url.slice(1)} for Basel`));
    } catch {
      log(`services: ${req.url} stopped`);
    }
  });
