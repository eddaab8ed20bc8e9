import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { createServices } from '../src/services.js';
import { createTrips } from '../src/trips.js';

/** Services that respond when the test says so, and a log it can wait for. */
async function start(t, { deadline = 60_000 } = {}) {
  const events = new EventEmitter();
  const lines = [];
  let waiting = [];
  const log = (line) => {
    lines.push(line);
    events.emit('change');
  };
  const work = (signal) =>
    new Promise((resolve, reject) => {
      waiting.push(resolve);
      signal.addEventListener('abort', reject);
      events.emit('change');
    });
  const until = async (isTrue) => {
    while (!isTrue()) await once(events, 'change');
  };
  const listen = async (server) => {
    await once(server.listen(0), 'listening');
    t.after(() => {
      server.close();
      server.closeAllConnections();
    });
    return `http://localhost:${server.address().port}`;
  };

  const services = await listen(createServices({ work, log }));
  const url = await listen(createTrips({ services, deadline, log }));
  return {
    url,
    lines,
    asked: (count) => until(() => waiting.length === count),
    logged: (count) => until(() => lines.length === count),
    release() {
      waiting.forEach((respond) => respond());
      waiting = [];
    },
  };
}

// #region leaves
test('before: the client leaves, and the work goes on', async (t) => {
  const { url, lines, asked, logged, release } = await start(t);
  const client = new AbortController();
  const request = fetch(`${url}/before`, { signal: client.signal });
  await asked(1);
  client.abort();
  await assert.rejects(request, { name: 'AbortError' });
  release();
  await asked(1); // it even begins the second call
  release();
  await logged(3);
  assert.deepEqual(lines, [
    'services: /timetable done',
    'services: /prices done',
    'app: /before finished',
  ]);
});

test('after: the client leaves, and the work stops', async (t) => {
  const { url, lines, asked, logged } = await start(t);
  const client = new AbortController();
  const request = fetch(`${url}/trips`, { signal: client.signal });
  await asked(2);
  client.abort();
  await assert.rejects(request, { name: 'AbortError' });
  await logged(3);
  assert.deepEqual(lines.sort(), [
    'app: /trips client left',
    'services: /prices stopped',
    'services: /timetable stopped',
  ]);
});
// #endregion leaves

test('both return the same body', async (t) => {
  const { url, asked, release } = await start(t);
  const body = async (path) => (await fetch(url + path)).json();

  const before = body('/before');
  await asked(1);
  release();
  await asked(1);
  release();

  const after = body('/trips');
  await asked(2);
  release();
  assert.deepEqual(await after, await before);
});

test('Server-Timing names both services', async (t) => {
  const { url, asked, release } = await start(t);
  const request = fetch(`${url}/trips`);
  await asked(2);
  release();
  const timing = (await request).headers.get('server-timing');
  assert.match(timing, /timetable;dur=\d+/);
  assert.match(timing, /prices;dur=\d+/);
});

test('services that are too slow give 504 at the deadline, and stop', async (t) => {
  const { url, lines, logged } = await start(t, { deadline: 100 });
  const response = await fetch(`${url}/trips`);
  assert.equal(response.status, 504);
  await logged(3);
  assert.deepEqual(lines.sort(), [
    'app: /trips deadline',
    'services: /prices stopped',
    'services: /timetable stopped',
  ]);
});

test('if one service fails, the other call stops', async (t) => {
  const services = createServer((req, res) => {
    if (req.url === '/timetable') res.writeHead(500).end('{}');
    else res.once('close', () => services.emit('stopped'));
  });
  const stopped = once(services, 'stopped');
  const port = async (server) => {
    await once(server.listen(0), 'listening');
    t.after(() => server.close().closeAllConnections());
    return `http://localhost:${server.address().port}`;
  };
  const trips = createTrips({
    services: await port(services),
    deadline: 60_000,
    log: () => {},
  });
  const response = await fetch(`${await port(trips)}/trips`);
  assert.equal(response.status, 502);
  await stopped;
});

test('the deadline includes the body', async (t) => {
  const services = createServer((req, res) => res.writeHead(200).write('"'));
  await once(services.listen(0), 'listening');
  const trips = createTrips({
    services: `http://localhost:${services.address().port}`,
    deadline: 100,
    log: () => {},
  });
  await once(trips.listen(0), 'listening');
  t.after(() => {
    for (const server of [services, trips])
      server.close().closeAllConnections();
  });
  const response = await fetch(
    `http://localhost:${trips.address().port}/trips`,
  );
  assert.equal(response.status, 504);
});

test('services that are not there give 502', async (t) => {
  const trips = createTrips({
    services: 'http://localhost:1',
    deadline: 5000,
    log: () => {},
  });
  await once(trips.listen(0), 'listening');
  t.after(() => trips.close());
  const { port } = trips.address();
  const response = await fetch(`http://localhost:${port}/trips`);
  assert.equal(response.status, 502);
});
