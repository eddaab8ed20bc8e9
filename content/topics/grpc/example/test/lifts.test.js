import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect as dial, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { status } from '@grpc/grpc-js';
import { connect } from '../src/client.js';
import { follow } from '../src/follow.js';
import { liftsHandlers } from '../src/lifts.js';
import { Lifts, Safety } from '../src/proto.js';
import { safetyHandlers } from '../src/safety.js';
import { start } from '../src/server.js';

const calm = { lift: 7, windMps: 0, loadKg: 640 };
const refused = { code: status.NOT_FOUND, details: 'no lift 99' };
const silent = { lift: 8, loadKg: 640 };

function sensors(known = [calm, silent]) {
  const byLift = new Map(known.map((reading) => [reading.lift, reading]));
  return {
    has: (lift) => byLift.has(lift),
    latest: (lift) => byLift.get(lift),
    sent: 0,
    stopped: false,
    async *readings(lift, signal) {
      let sent = 0;
      try {
        for (;;) {
          yield { ...byLift.get(lift), loadKg: sent };
          sent += 1;
          this.sent += 1;
          if (this.fast) await setImmediate(undefined, { signal });
          else await wait(10, undefined, { signal });
        }
      } finally {
        this.stopped = true;
      }
    },
  };
}

async function serve(t, definition, handlers, options = {}) {
  const server = await start(definition, handlers, { grace: 100, ...options });
  t.after(server.stop);
  return server;
}

function client(t, definition, ...ports) {
  const hosts = ports.map((port) => `127.0.0.1:${port}`);
  const made = connect(definition, `ipv4:${hosts.join(',')}`);
  t.after(() => made.close());
  return made;
}

const call = (client, method, request, options = {}) =>
  new Promise((resolve, reject) => {
    client[method](request, options, (error, response) =>
      error ? reject(error) : resolve(response),
    );
  });

async function listen(t, onSocket) {
  const sockets = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    onSocket(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return server.address().port;
}

async function until(condition, ms = 2_000, each = () => {}) {
  const end = Date.now() + ms;
  while (!condition()) {
    assert.ok(Date.now() < end, 'it never happened');
    await each();
    await wait(10);
  }
}

// #region absent
test('0 meters per second is wind, and no value is a silent sensor', async (t) => {
  const lifts = await serve(t, Lifts, liftsHandlers(sensors()));
  const handlers = safetyHandlers(client(t, Lifts, lifts.port));
  const safety = await serve(t, Safety, handlers);
  const mayRun = (lift) =>
    call(client(t, Safety, safety.port), 'mayRun', { lift });

  assert.deepEqual(await mayRun(7), { mayRun: true, reason: '' });
  assert.deepEqual(await mayRun(8), {
    mayRun: false,
    reason: 'the wind sensor is silent',
  });
});
// #endregion absent

test('the lift runs only with a wind from 0 to the limit', async (t) => {
  let windMps;
  const lifts = await serve(t, Lifts, {
    getReading: (_, done) => done(null, { lift: 7, windMps, loadKg: 0 }),
  });
  const handlers = safetyHandlers(client(t, Lifts, lifts.port));
  const safety = await serve(t, Safety, handlers);
  const toSafety = client(t, Safety, safety.port);
  const expected = [
    [0, true],
    [18, true],
    [18.1, false],
    [-1, false],
    [NaN, false],
    [Infinity, false],
  ];
  for (const [wind, mayRun] of expected) {
    windMps = wind;
    const verdict = await call(toSafety, 'mayRun', { lift: 7 });
    assert.equal(verdict.mayRun, mayRun, `wind ${wind}`);
  }
});

test('a reading takes 14 bytes, and without wind 5', () => {
  const encode = Lifts.service.GetReading.responseSerialize;
  const bytes = encode({ lift: 7, windMps: 11.5, loadKg: 640 });
  assert.equal(bytes.toString('hex'), '0807110000000000002740208005');
  assert.equal(encode({ lift: 7, loadKg: 640 }).length, 5);
});

test('an unknown lift is NOT_FOUND in every method', async (t) => {
  const lifts = await serve(t, Lifts, liftsHandlers(sensors()));
  const toLifts = client(t, Lifts, lifts.port);
  const safety = await serve(t, Safety, safetyHandlers(toLifts));
  await assert.rejects(call(toLifts, 'getReading', { lift: 99 }), refused);
  await assert.rejects(call(toLifts, 'getReading', {}), { code: 5 });
  await assert.rejects(
    call(client(t, Safety, safety.port), 'mayRun', { lift: 99 }),
    refused,
  );
  await assert.rejects(async () => {
    for await (const _ of toLifts.watch({ lift: 99 }));
  }, refused);
});

// #region hangs
test('if the lift service hangs, the lift stops within a second', async (t) => {
  let cancelled = 0;
  const hanging = {
    getReading: (call) => call.once('cancelled', () => (cancelled += 1)),
  };
  const lifts = await serve(t, Lifts, hanging);
  const handlers = safetyHandlers(client(t, Lifts, lifts.port));
  const safety = await serve(t, Safety, handlers);
  const toSafety = client(t, Safety, safety.port);

  const verdict = await call(toSafety, 'mayRun', { lift: 7 });
  assert.deepEqual(verdict, { mayRun: false, reason: 'no reading' });

  const deadline = Date.now() + 100; // shorter than the service's own 500 ms
  await assert.rejects(call(toSafety, 'mayRun', { lift: 7 }, { deadline }), {
    code: status.DEADLINE_EXCEEDED,
  });
  await until(() => cancelled === 2, 200);
});
// #endregion hangs

test('a call has a deadline even if the caller forgot it', async (t) => {
  const port = await listen(t, () => {}); // accepts, and never responds
  const toLifts = client(t, Lifts, port);
  const begun = Date.now();
  const late = { code: status.DEADLINE_EXCEEDED };
  await Promise.all([
    assert.rejects(call(toLifts, 'getReading', { lift: 7 }), late),
    assert.rejects(call(client(t, Safety, port), 'mayRun', { lift: 7 }), late),
  ]);
  assert.ok(Date.now() - begun < 2_000);
});

test('when no reading comes, the lift stops', async (t) => {
  const broken = {
    getReading: (_, done) => done({ code: status.INTERNAL, details: 'x' }),
  };
  const lifts = await serve(t, Lifts, broken);
  const handlers = safetyHandlers(client(t, Lifts, lifts.port));
  const safety = await serve(t, Safety, handlers);
  const verdict = await call(client(t, Safety, safety.port), 'mayRun', {
    lift: 7,
  });
  assert.deepEqual(verdict, { mayRun: false, reason: 'no reading' });
});

test('an unexpected error ends the stream without its message', async (t) => {
  t.mock.method(console, 'error', () => {});
  const source = sensors();
  source.readings = () => {
    throw new Error('password is hunter2');
  };
  const lifts = await serve(t, Lifts, liftsHandlers(source));
  await assert.rejects(
    async () => {
      for await (const _ of client(t, Lifts, lifts.port).watch({ lift: 7 }));
    },
    { code: status.INTERNAL, details: 'unexpected error' },
  );
});

test('a stream stops at the deadline, on both sides', async (t) => {
  const source = sensors();
  const lifts = await serve(t, Lifts, liftsHandlers(source));
  const loads = [];
  const stream = client(t, Lifts, lifts.port).watch(
    { lift: 7 },
    { deadline: Date.now() + 300 },
  );
  await assert.rejects(
    async () => {
      for await (const { loadKg } of stream) loads.push(loadKg);
    },
    { code: status.DEADLINE_EXCEEDED },
  );
  assert.deepEqual(loads.slice(0, 3), [0, 1, 2]);
  await until(() => source.stopped);
});

test('a watch outlives the default timeout', async (t) => {
  const lifts = await serve(t, Lifts, liftsHandlers(sensors()));
  const stream = client(t, Lifts, lifts.port).watch({ lift: 7 });
  let last = 0;
  stream.on('data', () => (last = Date.now()));
  stream.on('error', () => {});
  const begun = Date.now();
  await until(() => last - begun > 1_500, 3_000);
  stream.cancel();
});

test('a client that stops reading holds the sender back', async (t) => {
  const source = sensors();
  source.fast = true;
  const lifts = await serve(t, Lifts, liftsHandlers(source));
  const stream = client(t, Lifts, lifts.port).watch({ lift: 7 });
  stream.on('error', () => {});
  stream.once('data', () => stream.pause());
  let before = -1;
  await until(() => {
    const same = source.sent > 0 && source.sent === before;
    before = source.sent;
    return same;
  }, 20_000);
  stream.cancel();
  await until(() => source.stopped);
});

test('reads are retried while a server is unavailable, up to three times', async (t) => {
  let calls = 0;
  const flaky = {
    getReading(_, done) {
      calls += 1;
      if (calls < 3) return done({ code: status.UNAVAILABLE, details: 'x' });
      done(null, calm);
    },
  };
  const lifts = await serve(t, Lifts, flaky);
  const toLifts = client(t, Lifts, lifts.port);
  assert.deepEqual(await call(toLifts, 'getReading', { lift: 7 }), calm);
  assert.equal(calls, 3);
});

test('a method that is not listed is not retried', async (t) => {
  let calls = 0;
  const broken = {
    mayRun(_, done) {
      calls += 1;
      done({ code: status.UNAVAILABLE, details: 'x' });
    },
  };
  const safety = await serve(t, Safety, broken);
  const toSafety = client(t, Safety, safety.port);
  await assert.rejects(call(toSafety, 'mayRun', { lift: 7 }), { code: 14 });
  assert.equal(calls, 1);
});

test('a stream ends when the sensor does', async (t) => {
  const source = sensors();
  source.readings = async function* () {
    yield calm;
  };
  const lifts = await serve(t, Lifts, liftsHandlers(source));
  const got = [];
  const stream = client(t, Lifts, lifts.port).watch({ lift: 7 });
  for await (const reading of stream) got.push(reading.loadKg);
  assert.deepEqual(got, [640]);
});

// #region follow
test('a follower survives the maximum age of its connection', async (t) => {
  const options = { maxAge: 200, grace: 50 };
  const lifts = await serve(t, Lifts, liftsHandlers(sensors()), options);
  const stop = new AbortController();
  const toLifts = client(t, Lifts, lifts.port);
  const follower = { signal: stop.signal, pause: 20 };
  let restarts = -1;
  for await (const { loadKg } of follow(toLifts, { lift: 7 }, follower)) {
    if (loadKg === 0) restarts += 1; // these sensors count from 0
    if (restarts === 2) stop.abort();
  }
  assert.equal(restarts, 2);
  await assert.rejects(async () => {
    const { signal } = new AbortController();
    for await (const _ of follow(toLifts, { lift: 99 }, { signal }));
  }, refused);
});
// #endregion follow

test('the pauses of a follower grow, and shrink after a reading', async (t) => {
  t.mock.method(Math, 'random', () => 0.5);
  const opened = [];
  const lifts = await serve(t, Lifts, {
    watch(call) {
      opened.push(Date.now());
      if (opened.length === 5) call.write(calm);
      call.emit('error', { code: status.UNAVAILABLE, details: 'x' });
    },
  });
  const stop = new AbortController();
  const follower = { signal: stop.signal, pause: 80 };
  const following = (async () => {
    const toLifts = client(t, Lifts, lifts.port);
    for await (const _ of follow(toLifts, { lift: 7 }, follower));
  })();
  await until(() => opened.length === 6, 5_000);
  stop.abort();
  await following;
  const [first, , , fourth, afterReading] = opened
    .slice(1)
    .map((time, n) => time - opened[n]);
  assert.ok(fourth > 300 && fourth < 600, `${fourth}`); // half of 80 * 2 ** 3
  assert.ok(first < fourth / 2 && afterReading < fourth / 2);
});

test('a follower that has seen enough ends its stream', async (t) => {
  let cancelled = 0;
  const lifts = await serve(t, Lifts, {
    watch(call) {
      call.once('cancelled', () => (cancelled += 1));
      call.write(calm);
    },
  });
  const { signal } = new AbortController();
  const toLifts = client(t, Lifts, lifts.port);
  for await (const _ of follow(toLifts, { lift: 7 }, { signal })) break;
  await until(() => cancelled === 1);
});

test('a follower on a silent stream ends when it is told to', async (t) => {
  let [opened, cancelled, ended] = [0, 0, false];
  const lifts = await serve(t, Lifts, {
    watch(call) {
      opened += 1;
      call.once('cancelled', () => (cancelled += 1));
    },
  });
  const stop = new AbortController();
  const toLifts = client(t, Lifts, lifts.port);
  (async () => {
    for await (const _ of follow(toLifts, { lift: 7 }, stop));
    ended = true;
  })();
  await until(() => opened === 1);
  stop.abort();
  await until(() => ended && cancelled === 1);
});

// #region spread
test('calls of one client spread over both servers', async (t) => {
  const counts = [0, 0];
  const ports = [];
  for (const n of [0, 1]) {
    const counting = {
      getReading(_, done) {
        counts[n] += 1;
        done(null, calm);
      },
    };
    ports.push((await serve(t, Lifts, counting)).port);
  }
  const toLifts = client(t, Lifts, ...ports);
  for (let n = 0; n < 100; n++) await call(toLifts, 'getReading', { lift: 7 });
  assert.ok(Math.min(...counts) >= 40, `${counts}`);
});
// #endregion spread

test('the server ends old connections, and no call fails', async (t) => {
  const options = { maxAge: 200 };
  const lifts = await serve(t, Lifts, liftsHandlers(sensors()), options);
  let connections = 0;
  const port = await listen(t, (socket) => {
    connections += 1;
    const upstream = dial(lifts.port, '127.0.0.1');
    upstream.on('error', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
    upstream.on('close', () => socket.destroy());
    socket.pipe(upstream).pipe(socket);
  });
  const toLifts = client(t, Lifts, port);
  await until(
    () => connections > 2,
    3_000,
    () => call(toLifts, 'getReading', { lift: 7 }),
  );
});

test('a server with an open stream stops after its grace period', async (t) => {
  const source = sensors();
  const lifts = await start(Lifts, liftsHandlers(source), { grace: 200 });
  const stream = client(t, Lifts, lifts.port).watch({ lift: 7 });
  const ended = new Promise((resolve) => stream.once('error', resolve));
  await new Promise((resolve) => stream.once('data', resolve));
  stream.resume();
  const begun = Date.now();
  await lifts.stop();
  assert.ok(Date.now() - begun < 1_000);
  await ended;
  await until(() => source.stopped);
});

// #region breaking
const run = promisify(execFile);
const proto = readFileSync('proto/lifts/v1/lifts.proto', 'utf8');

async function breaking(changed) {
  const folder = mkdtempSync(join(tmpdir(), 'lifts-'));
  cpSync('buf.yaml', join(folder, 'buf.yaml'));
  cpSync('proto', join(folder, 'proto'), { recursive: true });
  writeFileSync(join(folder, 'proto/lifts/v1/lifts.proto'), changed);
  const args = ['buf', 'breaking', folder, '--against', '.'];
  return run('npx', args).then(
    () => 'compatible',
    (error) => error.stdout,
  );
}

test('a new field is compatible, and a number with a new meaning is not', async () => {
  const field = '  int32 load_kg = 4;\n';
  const added = proto.replace(field, `${field}  int32 speed_cmps = 5;\n`);
  assert.equal(await breaking(added), 'compatible');
  const reused = proto.replace('load_kg = 4', 'speed_cmps = 4');
  assert.match(await breaking(reused), /"speed_cmps".*"load_kg"/s);
  const removed = proto.replace(field, '');
  assert.match(await breaking(removed), /without reserving the number "4"/);
  const reserved = removed
    .replace('reserved 3;', 'reserved 3, 4;')
    .replace('"wind_kmh"', '"wind_kmh", "load_kg"');
  assert.equal(await breaking(reserved), 'compatible');
});
// #endregion breaking
