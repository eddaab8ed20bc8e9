// The baggage service: where is this bag going, and on which flights?
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import { publish, startWorker } from './queue.js';

const tracer = trace.getTracer('baggage');

// #region lookup
async function fetchFlights(ids) {
  const query = new URLSearchParams(ids.map((id) => ['id', id]));
  const res = await fetch(`${process.env.FLIGHTS_URL}/flights?${query}`);
  if (!res.ok) throw new Error(`flights: status ${res.status}`);
  return res.json();
}

async function oneByOne(ids) {
  const flights = [];
  for (const id of ids) flights.push(...(await fetchFlights([id])));
  return flights;
}
// #endregion lookup

// #region span
function route(ids) {
  return tracer.startActiveSpan('plan route', async (span) => {
    try {
      span.setAttribute('bag.legs', ids.length);
      await sleep(50); // stands for work that no library call covers
      return ids.toSorted();
    } catch (error) {
      span.recordException(error);
      span.setStatus({ code: SpanStatusCode.ERROR });
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
    res.writeHead(502).end(error.message);
  }
});
server.listen(process.env.PORT, '127.0.0.1');
startWorker(() => sleep(20)); // stands for sending the notices
