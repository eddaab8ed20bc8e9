// The baggage service: where is this bag going, and on which flights?
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { trace } from '@opentelemetry/api';
import { markFailed } from './failed.js';
import { publish, startWorker } from './queue.js';

const tracer = trace.getTracer('baggage');

// #region lookup
async function fetchFlights(ids) {
  const query = new URLSearchParams(ids.map((id) => ['id', id]));
  const res = await fetch(`${process.env.FLIGHTS_URL}/flights?${query}`, {
    signal: AbortSignal.timeout(2_000), // a span is sent only when it has ended
  });
  if (!res.ok) throw new Error(`flights: status ${res.status}`);
  return res.json();
}

async function oneByOne(ids) {
  const flights = [];
  for (const id of ids) flights.push(...(await fetchFlights([id])));
  return flights;
}
// #endregion lookup

// #region log
function log(message, reason) {
  const traceId = trace.getActiveSpan()?.spanContext().traceId;
  console.log(JSON.stringify({ message, reason, traceId }));
}
// #endregion log

// #region span
function route(ids) {
  return tracer.startActiveSpan('plan route', async (span) => {
    try {
      span.setAttribute('bag.legs', ids.length);
      if (ids.length === 0) throw new Error('a bag without a flight');
      await sleep(50); // stands for work that no library call covers
      return ids.toSorted();
    } catch (error) {
      markFailed(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}
// #endregion span

const server = createServer(async (req, res) => {
  try {
    const url = new URL(req.url, 'http://localhost');
    const ids = await route(url.searchParams.getAll('leg'));
    const lookUp = url.pathname === '/together' ? fetchFlights : oneByOne;
    const flights = await lookUp(ids);
    publish({ flights });
    res.end(JSON.stringify(flights));
  } catch (error) {
    log('lookup failed', error.message);
    res.writeHead(502).end(error.message);
  }
});
server.listen(process.env.PORT, '127.0.0.1');

const stopping = new AbortController();
startWorker(() => sleep(20), stopping.signal); // stands for sending the notices
process.once('SIGTERM', () => server.close(() => stopping.abort()));
