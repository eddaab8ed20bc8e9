import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { EventSource } from 'eventsource';
import { follow } from '../src/follow.js';
import { Log } from '../src/log.js';
import { createApp } from '../src/server.js';

const big = { district: 'Harbor', votes: 'x'.repeat(10_000) };

async function start(t, settings = {}) {
  const log = new Log(settings);
  const server = createApp(log, settings).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const base = `http://127.0.0.1:${server.address().port}/count`;
  return { log, server, base };
}

async function until(condition, ms = 4_000) {
  const end = Date.now() + ms;
  while (!condition()) {
    assert.ok(Date.now() < end, 'it never happened');
    await wait(10);
  }
}

function listen(t, url) {
  const source = new EventSource(url);
  const seen = [];
  source.onmessage = ({ lastEventId }) => seen.push(Number(lastEventId));
  source.addEventListener('reset', () => seen.push('reset'));
  t.after(() => source.close());
  return { source, seen };
}

// #region resume
test('a client that reconnects gets each event once, in order', async (t) => {
  const { log, server, base } = await start(t);
  const { seen } = listen(t, `${base}/stream`);
  await until(() => log.listenerCount('event') === 1);
  log.add({ district: 'Harbor' });
  log.add({ district: 'Mill' });
  await until(() => seen.length === 2);

  server.closeAllConnections();
  await until(() => log.listenerCount('event') === 0);
  log.add({ district: 'Castle' }); // no one is connected
  await until(() => log.listenerCount('event') === 1); // after a second or two
  log.add({ district: 'Station' });
  await until(() => seen.length === 4);
  assert.deepEqual(seen, [1, 2, 3, 4]);
});
// #endregion resume

test('no event slips through while the stream looks for the next one', async (t) => {
  const { log, server, base } = await start(t);
  const { seen } = listen(t, `${base}/stream`);
  await until(() => log.listenerCount('event') === 1);
  for (let n = 0; n < 100; n++) {
    log.add({ district: 'Mill' });
    await new Promise(setImmediate);
  }
  await until(() => seen.length === 100);

  const during = () => log.add({ district: 'Castle' });
  server.once('request', (_, res) => res.once('drain', during));
  for (let n = 0; n < 100; n++) log.add(big);
  const late = listen(t, `${base}/stream?since=100`);
  await until(() => late.seen.length === 101);
});

test('no event slips through while a long poll begins to wait', async (t) => {
  const { log, server, base } = await start(t, { patience: 8_000 });
  server.once('request', () => log.add({ district: 'Mill' }));
  const signal = AbortSignal.timeout(4_000);
  const response = await fetch(`${base}?since=0`, { signal });
  assert.equal((await response.json()).length, 1);
});

test('the position in the header wins over the one in the URL', async (t) => {
  const { log, base } = await start(t);
  for (const votes of [1, 2, 3]) log.add({ district: 'Mill', votes });
  const headers = { 'Last-Event-ID': '2' };
  const { body } = await fetch(`${base}/stream?since=1`, { headers });
  let text = '';
  for await (const chunk of body) {
    text += new TextDecoder().decode(chunk);
    if (text.includes('id:')) break;
  }
  assert.match(text, /^retry: \d+\n\nid: 3\n/);
});

// #region gone
test('a position that the log no longer has, or never had, is a reset', async (t) => {
  const { log, base } = await start(t, { keep: 2 });
  for (const votes of [1, 2, 3, 4]) log.add({ district: 'Mill', votes });
  for (const id of ['1', '99', '-1', 'x', '1e3', '9'.repeat(40)]) {
    const headers = { 'Last-Event-ID': id };
    const response = await fetch(`${base}/stream`, { headers });
    const reader = response.body.getReader();
    let text = '';
    while (!text.includes('data:')) {
      text += new TextDecoder().decode((await reader.read()).value);
    }
    assert.match(text, /event: reset/, id);
    await reader.cancel();
  }
  assert.equal((await fetch(`${base}?since=1`)).status, 410);
  assert.equal((await fetch(`${base}?since=99`)).status, 410);
  assert.equal((await fetch(`${base}?since=x`)).status, 400);
});
// #endregion gone

// #region reset
test('a new reader, and one that was away too long, load the state', async (t) => {
  const { log, server, base } = await start(t, { keep: 2 });
  const vote = (votes) => log.add({ district: 'Harbor', votes });
  for (const votes of [10, 20, 30, 40]) vote(votes);
  const stop = new AbortController();
  t.after(() => stop.abort());
  const shown = [];
  const show = ({ Harbor }) => shown.push(Harbor);
  follow(base, show, { signal: stop.signal, EventSource, pause: 20 });
  await until(() => log.listenerCount('event') === 1);
  vote(50);
  await until(() => shown.length === 2);

  server.closeAllConnections();
  await until(() => log.listenerCount('event') === 0);
  for (const votes of [60, 70, 80]) vote(votes);
  await until(() => log.listenerCount('event') === 1);
  vote(90);
  await until(() => shown.at(-1) === 90);
  assert.deepEqual(shown, [40, 50, 80, 90]);
});
// #endregion reset

// #region outage
test('a reader gets through an outage, in which every request gets a 502', async (t) => {
  const { log, server, base } = await start(t, { keep: 2 });
  const [handle] = server.listeners('request');
  let isDown = true;
  let refused = 0;
  server.removeAllListeners('request').on('request', (req, res) => {
    if (!isDown) return handle(req, res);
    refused += 1;
    res.writeHead(502).end('{}');
  });
  const stop = new AbortController();
  t.after(() => stop.abort());
  const { signal } = stop;
  const shown = [];
  const show = ({ Harbor }) => shown.push(Harbor);
  log.add({ district: 'Harbor', votes: 10 });
  follow(base, show, { signal, EventSource, pause: 20 });
  await until(() => refused === 2); // the state
  isDown = false;
  await until(() => log.listenerCount('event') === 1);

  isDown = true;
  server.closeAllConnections();
  await until(() => refused >= 5); // the stream, then the state
  for (const votes of [20, 30, 40]) log.add({ district: 'Harbor', votes });
  isDown = false;
  await until(() => shown.at(-1) === 40);
  assert.deepEqual(shown, [10, 40]);
});
// #endregion outage

// #region silence
test('a reader notices that its connection is dead, though no one says so', async (t) => {
  const { log, server } = await start(t, { beat: 50 });
  const pairs = [];
  const network = createServer((reader) => {
    const upstream = connect(server.address().port, '127.0.0.1');
    for (const socket of [reader, upstream]) socket.on('error', () => {});
    reader.pipe(upstream).pipe(reader);
    pairs.push([reader, upstream]);
  }).listen(0, '127.0.0.1');
  await once(network, 'listening');
  const stop = new AbortController();
  t.after(() => {
    stop.abort();
    network.close();
    for (const socket of pairs.flat()) socket.destroy();
  });
  const base = `http://127.0.0.1:${network.address().port}/count`;
  const shown = [];
  const show = ({ Harbor }) => shown.push(Harbor);
  const settings = { pause: 20, silence: 300, EventSource };
  log.add({ district: 'Harbor', votes: 10 });
  follow(base, show, { signal: stop.signal, ...settings });
  await until(() => log.listenerCount('event') === 1);
  await wait(600); // beats keep it
  assert.equal(log.listenerCount('event'), 1);
  assert.deepEqual(shown, [10]);

  for (const [reader, upstream] of pairs) {
    reader.unpipe().pause();
    upstream.unpipe().pause();
  }
  log.add({ district: 'Harbor', votes: 20 });
  await until(() => shown.at(-1) === 20);
});
// #endregion silence

// #region poll
test('a long poll responds at once, when news comes, or after a while', async (t) => {
  const { log, base } = await start(t, { patience: 300 });
  const idsSince = async (since) => {
    const response = await fetch(`${base}?since=${since}`);
    return (await response.json()).map(({ id }) => id);
  };
  log.add({ district: 'Harbor' });
  assert.deepEqual(await idsSince(0), [1]);
  const waiting = idsSince(1);
  await until(() => log.listenerCount('event') === 1);
  log.add({ district: 'Mill' });
  assert.deepEqual(await waiting, [2]);
  const begun = Date.now();
  assert.deepEqual(await idsSince(2), []);
  assert.ok(Date.now() - begun >= 290);
});
// #endregion poll

test('readers who leave, on both endpoints, leave no listener', async (t) => {
  const { log, base } = await start(t);
  const leaving = new AbortController();
  const { signal } = leaving;
  // fetch closes a response that nothing refers to anymore.
  const readers = [];
  for (let n = 0; n < 50; n++) {
    readers.push(fetch(`${base}/stream`, { signal }));
    readers.push(fetch(`${base}?since=0`, { signal }));
  }
  const left = Promise.allSettled(readers);
  await until(() => log.listenerCount('event') === 100);
  leaving.abort();
  await until(() => log.listenerCount('event') === 0);
  assert.equal((await left).length, 100);
});

// #region slow
test('a reader that is 3 MB behind catches up', async (t) => {
  const { log, base } = await start(t);
  for (let n = 0; n < 300; n++) log.add(big);
  const { seen } = listen(t, `${base}/stream`);
  await until(() => seen.length === 300);
  assert.deepEqual([seen[0], seen.at(-1)], [1, 300]);
});

test('a reader that stops reading costs no memory, and is cut off', async (t) => {
  const { log, server, base } = await start(t, { stuckAfter: 500, beat: 100 });
  const responses = [];
  server.on('request', (_, res) => responses.push(res));
  const socket = connect(new URL(base).port, '127.0.0.1');
  t.after(() => socket.destroy());
  socket.on('error', () => {});
  socket.write('GET /count/stream HTTP/1.1\r\nHost: x\r\n\r\n');
  socket.pause();
  await until(() => log.listenerCount('event') === 1);
  for (let n = 0; n < 1_000; n++) log.add(big); // 10 MB
  await wait(200);
  assert.ok(responses[0].writableLength < 100_000);
  await until(() => responses[0].destroyed);
  assert.equal(log.listenerCount('event'), 0);
});

test('an idle reader is not cut off', async (t) => {
  const { log, base } = await start(t, { stuckAfter: 300, beat: 100 });
  const { seen } = listen(t, `${base}/stream`);
  await until(() => log.listenerCount('event') === 1);
  await wait(800);
  log.add({ district: 'Mill', votes: 1 });
  await until(() => seen.length === 1);
});
// #endregion slow

test('an idle stream gets beats, and readers get different pauses', async (t) => {
  const { base } = await start(t, { beat: 50 });
  const pauses = new Set();
  for (let n = 0; n < 5; n++) {
    const response = await fetch(`${base}/stream`);
    let text = '';
    for await (const chunk of response.body) {
      text += new TextDecoder().decode(chunk);
      if (text.split('event: beat\ndata: {}\n\n').length > 2) break;
    }
    pauses.add(Number(/^retry: (\d+)\n\n/.exec(text)[1]));
  }
  assert.ok(pauses.size > 1 && Math.min(...pauses) >= 1_000);
});

test('data with line breaks stays one event', async (t) => {
  const { log, base } = await start(t);
  const source = new EventSource(`${base}/stream`);
  t.after(() => source.close());
  const message = new Promise((resolve) => (source.onmessage = resolve));
  log.add({ district: 'A\n\nid: 99\ndata: forged' });
  const { data, lastEventId } = await message;
  assert.equal(lastEventId, '1');
  assert.match(JSON.parse(data).district, /forged/);
});
