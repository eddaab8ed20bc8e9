import { createServer } from 'node:http';

const idOf = (text) => (/^\d{1,15}$/.test(text) ? Number(text) : -1);

// #region stream
function stream(log, req, res, { beat, maxQueue }) {
  res.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no', // for nginx
  });
  const send = ({ id, data }) => {
    if (res.writableLength > maxQueue) return res.destroy(); // too slow
    res.write(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const missed = log.after(idOf(req.headers['last-event-id'] ?? '0'));
  res.write('retry: 1000\n\n');
  if (missed) missed.forEach(send);
  else res.write('event: reset\ndata: {}\n\n'); // load the state and start again

  log.on('event', send);
  const timer = setInterval(() => res.write(': still here\n\n'), beat);
  res.on('close', () => {
    log.off('event', send);
    clearInterval(timer);
  });
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
  const all = { beat: 15_000, patience: 25_000, maxQueue: 1e6, ...settings };
  return createServer((req, res) => {
    const url = URL.parse(req.url, 'http://localhost');
    if (req.method !== 'GET') return res.writeHead(405).end();
    if (url?.pathname === '/count/stream') return stream(log, req, res, all);
    if (url?.pathname !== '/count') return res.writeHead(404).end();
    const since = idOf(url.searchParams.get('since') ?? '0');
    if (since < 0) return res.writeHead(400).end();
    poll(log, since, res, all);
  });
}
