import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { EventSource } from 'eventsource';
import { Log } from '../src/log.js';
import { createApp } from '../src/server.js';

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
  await until(() => log.listenerCount('event') === 1); // after one second
  log.add({ district: 'Station' });
  await until(() => seen.length === 4);
  assert.deepEqual(seen, [1, 2, 3, 4]);
});
// #endregion resume

// #region gone
test('a position that the log no longer has, or never had, is a reset', async (t) => {
  const { log, base } = await start(t, { keep: 2 });
  for (const n of [1, 2, 3, 4]) log.add(n);
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
  for (let n = 0; n < 50; n++) {
    fetch(`${base}/stream`, { signal }).catch(() => {});
    fetch(`${base}?since=0`, { signal }).catch(() => {});
  }
  await until(() => log.listenerCount('event') === 100);
  leaving.abort();
  await until(() => log.listenerCount('event') === 0);
});

// #region slow
test('a reader that stops reading is cut off', async (t) => {
  const { log, server, base } = await start(t, { keep: 10 });
  const socket = connect(new URL(base).port, '127.0.0.1');
  t.after(() => socket.destroy());
  socket.on('error', () => {});
  socket.write('GET /count/stream HTTP/1.1\r\nHost: x\r\n\r\n');
  socket.pause();
  await until(() => log.listenerCount('event') === 1);
  const big = 'x'.repeat(100_000);
  await until(() => {
    log.add(big);
    return log.listenerCount('event') === 0;
  });
  assert.equal(
    await new Promise((resolve) => server.getConnections((_, n) => resolve(n))),
    0,
  );
});
// #endregion slow

test('an idle stream gets comments', async (t) => {
  const { base } = await start(t, { beat: 50 });
  const response = await fetch(`${base}/stream`);
  let text = '';
  for await (const chunk of response.body) {
    text += new TextDecoder().decode(chunk);
    if (text.split(': still here').length > 3) break;
  }
});

test('data with line breaks stays one event', async (t) => {
  const { log, base } = await start(t);
  const source = new EventSource(`${base}/stream`);
  t.after(() => source.close());
  const message = new Promise((resolve) => (source.onmessage = resolve));
  log.add({ name: 'A\n\nid: 99\ndata: forged' });
  const { data, lastEventId } = await message;
  assert.equal(lastEventId, '1');
  assert.match(JSON.parse(data).name, /forged/);
});
