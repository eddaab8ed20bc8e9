import http from 'node:http';

// #region before
async function before({ services, res }) {
  const get = async (path) => (await fetch(services + path)).json();
  const timetable = await get('/timetable');
  const prices = await get('/prices');
  res.end(`${JSON.stringify({ timetable, prices })}\n`);
}
// #endregion before

// #region after
async function after({ services, res, deadline }) {
  const stop = new AbortController();
  // Also after an error response: if one call failed, the other one stops, too.
  res.once('close', () => stop.abort(new Error('client left')));
  const late = () => stop.abort(new Error('deadline'));
  const timer = setTimeout(late, deadline);
  const timings = [];

  const get = async (path) => {
    const start = performance.now();
    const response = await fetch(services + path, { signal: stop.signal });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const value = await response.json();
    const ms = performance.now() - start;
    timings.push(`${path.slice(1)};dur=${ms.toFixed(0)}`);
    return value;
  };

  try {
    const [timetable, prices] = await Promise.all([
      get('/timetable'),
      get('/prices'),
    ]);
    res.setHeader('Server-Timing', timings.join(', '));
    res.end(`${JSON.stringify({ timetable, prices })}\n`);
  } catch (error) {
    const status = error.message === 'deadline' ? 504 : 502;
    if (!res.closed) res.writeHead(status).end('trips unavailable\n');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
// #endregion after

export const createTrips = ({ services, deadline, log }) =>
  http.createServer(async (req, res) => {
    const search = req.url === '/before' ? before : after;
    try {
      await search({ services, res, deadline });
      log(`app: ${req.url} finished`);
    } catch (error) {
      log(`app: ${req.url} ${error.message}`);
      if (!res.headersSent) res.writeHead(502).end('trips unavailable\n');
    }
  });
