import { once } from 'node:events';
import { createServer } from 'node:http';

const idOf = (text) => (/^\d{1,15}$/.test(text) ? Number(text) : -1);

// #region stream
async function stream(log, since, res, { beat, stuckAfter }) {
  res.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no', // for nginx
  });
  res.write(`retry: ${Math.round(1_000 * (1 + Math.random()))}\n\n`);
  const timer = setInterval(() => res.write('event: beat\ndata: {}\n\n'), beat);
  res.setTimeout(stuckAfter, () => res.destroy());
  const gone = new AbortController();
  const { signal } = gone;
  res.on('close', () => {
    clearInterval(timer);
    gone.abort();
  });
  for (let last = since; ;) {
    const events = log.after(last);
    if (!events) return res.end('event: reset\ndata: {}\n\n');
    for (const { id, data } of events) {
      const text = `id: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
      if (!res.write(text)) await once(res, 'drain', { signal });
      last = id;
    }
    if (events.length === 0) await once(log, 'event', { signal });
  }
}
// #endregion stream

// #region poll
function poll(log, since, res, { patience }) {
  const respond = () => {
    clearTimeout(timer);
    log.off('event', respond);
    const events = log.after(since);
    const status = events ? 200 : 410;
    res.writeHead(status, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
    });
    res.end(JSON.stringify(events ?? { title: 'Load the state again.' }));
  };
  const timer = setTimeout(respond, patience);
  res.on('close', () => {
    clearTimeout(timer);
    log.off('event', respond);
  });
  if (log.after(since)?.length === 0) log.on('event', respond);
  else respond();
}
// #endregion poll

export function createApp(log, settings = {}) {
  const all = {
    beat: 15_000,
    patience: 25_000,
    stuckAfter: 60_000,
    ...settings,
  };
  return createServer((req, res) => {
    const url = URL.parse(req.url, 'http://localhost');
    if (req.method !== 'GET') return res.writeHead(405).end();
    const since = idOf(url?.searchParams.get('since') ?? '0');
    if (since < 0) return res.writeHead(400).end();
    switch (url?.pathname) {
      case '/count/state':
        res.writeHead(200, { 'Cache-Control': 'no-store' });
        return res.end(JSON.stringify({ last: log.last, state: log.state }));
      case '/count/stream': {
        const header = req.headers['last-event-id'];
        const from = header === undefined ? since : idOf(header);
        return stream(log, from, res, all).catch((error) => {
          if (error.name !== 'AbortError') console.error(error);
          res.destroy();
        });
      }
      case '/count':
        return poll(log, since, res, all);
      default:
        return res.writeHead(404).end();
    }
  });
}
