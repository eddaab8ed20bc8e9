import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, connect as dial } from 'node:net';
import { beforeEach, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { connect } from '../src/client.js';
import { goal, listeners, reset } from '../src/matches.js';
import { startServer } from '../src/server.js';

beforeEach(reset);

const later = () => Date.now() + 60 * 86_400_000; // longer than a timer takes
const sessions = { ana: () => ({ user: 'ana', expiresAt: later() }) };

async function serve(t, rules = {}, settings = {}) {
  const server = startServer(
    {
      sessionOf: async (token) => sessions[token]?.(),
      mayWatch: () => true,
      ...rules,
    },
    settings,
  );
  await once(server.sockets, 'listening');
  t.after(async () => {
    for (const socket of server.sockets.clients) socket.terminate();
    await server.stop();
  });
  return server.sockets.address().port;
}

function client(t, port, options = {}) {
  const made = createClient({
    url: `ws://127.0.0.1:${port}`,
    webSocketImpl: WebSocket,
    connectionParams: { token: 'ana' },
    retryAttempts: 0,
    ...options,
  });
  t.after(() => made.dispose());
  return made;
}

function patient(t, port, limits) {
  const made = connect(
    {
      url: `ws://127.0.0.1:${port}`, // Node's own WebSocket, as in a browser
      connectionParams: { token: 'ana' },
      retryWait: () => wait(50),
    },
    limits,
  );
  t.after(() => made.dispose());
  return made;
}

function follow(client, fields, id = '7') {
  const results = [];
  const query = `subscription { match(id: "${id}") { ${fields} } }`;
  const ended = new Promise((resolve) => {
    const unsubscribe = client.subscribe(
      { query },
      {
        next: (result) => results.push(result),
        error: resolve,
        complete: () => resolve('complete'),
      },
    );
    results.leave = unsubscribe;
  });
  results.ended = ended;
  return results;
}

async function until(condition, ms = 3_000) {
  const end = Date.now() + ms;
  while (!condition()) {
    assert.ok(Date.now() < end, 'it never happened');
    await wait(10);
  }
}

test('each client gets the state at once, then its own selection', async (t) => {
  const port = await serve(t);
  const [list, page] = [client(t, port), client(t, port)];
  const a = follow(list, 'home away');
  const b = follow(page, 'home scorers');
  const other = follow(page, 'home', '8');
  await until(() => a.length && b.length && other.length);
  goal('7', 'home', 'Mo');
  await until(() => a.length === 2 && b.length === 2);
  assert.deepEqual(a[0].data.match, { home: 0, away: 0 });
  assert.deepEqual(a[1].data.match, { home: 1, away: 0 });
  assert.deepEqual(b[1].data.match, { home: 1, scorers: ['Mo'] });
  assert.equal(other.length, 1);
});

test('a broken event is one result with an error, and the stream goes on', async (t) => {
  const watching = follow(client(t, await serve(t)), 'home scorers');
  await until(() => watching.length === 1);
  goal('7', 'home', null);
  await until(() => watching.length === 2);
  assert.match(watching[1].errors[0].message, /non-nullable/);
  assert.equal(watching[1].data.match.home, 1);
  goal('7', 'away', 'Al');
  await until(() => watching.length === 3);
});

// #region gone
test('a client that leaves, or vanishes, leaves no listener', async (t) => {
  const port = await serve(t, {}, { pingEvery: 100 });
  const leaving = follow(client(t, port), 'home');
  await until(() => listeners('7') === 1);
  leaving.leave();
  await until(() => listeners('7') === 0); // without another event

  const vanishing = await cutter(t, port);
  const watching = follow(client(t, vanishing.port), 'home');
  await until(() => watching.length === 1);
  vanishing.cut(); // no more bytes in either direction, and no close
  await until(() => listeners('7') === 0);
});
// #endregion gone

// #region reconnect
test('after a lost connection, the client shows the right score', async (t) => {
  const proxy = await cutter(t, await serve(t));
  const options = { retryAttempts: 5, retryWait: () => wait(300) };
  const watching = follow(client(t, proxy.port, options), 'version home');
  await until(() => watching.length === 1);
  proxy.drop();
  await until(() => listeners('7') === 0);
  for (const scorer of ['Mo', 'Al', 'Mo']) goal('7', 'home', scorer);
  await until(() => watching.at(-1).data.match.home === 3);
  assert.equal(watching.at(-1).data.match.version, 4);
});
// #endregion reconnect

// #region slow
test('a slow client gets the newest state, not a queue', async (t) => {
  const watching = follow(client(t, await serve(t)), 'version');
  await until(() => watching.length === 1);
  for (let n = 0; n < 5_000; n++) goal('7', 'home', 'Mo');
  await until(() => watching.at(-1).data.match.version === 5_001);
  assert.ok(watching.length < 100, `${watching.length} results`);
});
// #endregion slow

test('a wrong token, and no token in time, close the connection', async (t) => {
  const port = await serve(t, {}, { initWait: 200 });
  const wrong = client(t, port, { connectionParams: { token: 'x' } });
  assert.equal((await follow(wrong, 'home').ended).code, 4403);
  const silent = new WebSocket(
    `ws://127.0.0.1:${port}`,
    'graphql-transport-ws',
  );
  const [code] = await once(silent, 'close');
  assert.equal(code, 4408);
});

test('a lookup of the session that hangs or fails closes the connection', async (t) => {
  const hangs = () => new Promise(() => {});
  const port = await serve(t, { sessionOf: hangs }, { initWait: 200 });
  assert.equal((await follow(client(t, port), 'home').ended).code, 4408);
  const fails = () => Promise.reject(new Error('db-7 is down'));
  const other = await serve(t, { sessionOf: fails });
  const { code, reason } = await follow(client(t, other), 'home').ended;
  assert.deepEqual([code, reason], [1013, 'Try again later']);
  assert.equal(listeners('7'), 0);
});

test('a client comes back after a lookup of the session failed', async (t) => {
  let calls = 0;
  const sessionOf = async (token) => {
    if (++calls === 1) throw new Error('db-7 is down');
    return sessions[token]();
  };
  const options = { retryAttempts: 5, retryWait: () => wait(50) };
  const port = await serve(t, { sessionOf });
  const watching = follow(client(t, port, options), 'home');
  await until(() => watching.length === 1);
});

test('a client that hears nothing connects again', async (t) => {
  const proxy = await cutter(t, await serve(t));
  const watching = follow(
    patient(t, proxy.port, { pingEvery: 300, replyWithin: 200 }),
    'home',
  );
  await until(() => watching.length === 1);
  await wait(900);
  assert.equal(watching.length, 1); // pongs arrived: no new connection
  proxy.cut();
  goal('7', 'home', 'Mo');
  await until(() => watching.at(-1).data.match.home === 1);
});

test('a client whose token is refused hears it, and one whose session ended comes back', async (t) => {
  const refused = await serve(t, { sessionOf: async () => undefined });
  const { code } = await follow(patient(t, refused), 'home').ended;
  assert.equal(code, 4403);

  let logins = 0;
  const sessionOf = async () => {
    const rest = ++logins === 1 ? 200 : 3_600_000;
    return { user: 'ana', expiresAt: Date.now() + rest };
  };
  const watching = follow(patient(t, await serve(t, { sessionOf })), 'home');
  await until(() => logins === 2 && watching.length === 2);
});

test('a session that is over gets nothing, and its client hears it', async (t) => {
  for (const expiresAt of [Date.now() - 1, undefined]) {
    const port = await serve(t, { sessionOf: async () => ({ expiresAt }) });
    const watching = follow(patient(t, port), 'home');
    assert.equal((await watching.ended).code, 4403);
    assert.equal(watching.length, 0);
  }
});

test('a client gives up a connection that a server accepts in silence', async (t) => {
  const target = await serve(t);
  let connections = 0;
  const gate = createServer((near) => {
    near.on('error', () => {});
    if (++connections === 1) return; // says nothing
    if (connections < 9) return near.destroy(); // more than five failures
    const far = dial(target, '127.0.0.1').on('error', () => {});
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  t.after(() => gate.close());
  await once(gate, 'listening');
  const limits = { replyWithin: 500 };
  const watching = follow(patient(t, gate.address().port, limits), 'home');
  await until(() => watching.length === 1);
});

test('when the session ends, so does the connection', async (t) => {
  const short = () => ({ user: 'ana', expiresAt: Date.now() + 300 });
  const port = await serve(t, { sessionOf: async () => short() });
  const watching = follow(client(t, port), 'home');
  await until(() => watching.length === 1);
  assert.equal((await watching.ended).code, 4403);
  await until(() => listeners('7') === 0);
});

test('a rule that throws ends its own subscription and no one else', async (t) => {
  let broken = '';
  const mayWatch = (user) => {
    if (user === broken) throw new Error('the rules are gone');
    return true;
  };
  const sessionOf = async (token) => ({ user: token, expiresAt: later() });
  const port = await serve(t, { mayWatch, sessionOf });
  const ben = client(t, port, { connectionParams: { token: 'ben' } });
  const [a, b] = [follow(client(t, port), 'home'), follow(ben, 'home')];
  await until(() => a.length === 1 && b.length === 1);
  broken = 'ben';
  goal('7', 'home', 'Mo');
  await b.ended;
  await until(() => a.length === 2 && listeners('7') === 1);
});

// #region rights
test('rights are checked at the start and for each event', async (t) => {
  const banned = new Set();
  const port = await serve(t, {
    mayWatch: (user, id) => id === '7' && !banned.has(user),
  });
  const connection = client(t, port);
  for (const id of ['8', '99']) {
    const refused = follow(connection, 'home', id);
    assert.equal(await refused.ended, 'complete');
    assert.equal(refused[0].errors[0].message, 'No such match.');
  }
  for (const id of ['8', '99']) {
    const query = `{ match(id: "${id}") { home } }`;
    const { value } = await connection.iterate({ query }).next();
    assert.deepEqual(value, { data: { match: null } });
  }
  const watching = follow(connection, 'home');
  await until(() => watching.length === 1);
  banned.add('ana');
  goal('7', 'home', 'Mo');
  assert.equal(await watching.ended, 'complete');
  assert.equal(watching.length, 1);
  assert.equal(listeners('7'), 0);
});
// #endregion rights

test('a rule that returns a promise refuses', async (t) => {
  const port = await serve(t, { mayWatch: async () => true });
  const refused = follow(client(t, port), 'home');
  await refused.ended;
  assert.equal(refused[0].errors[0].message, 'No such match.');
});

test('hostile messages close only their connection', async (t) => {
  const port = await serve(t);
  const watching = follow(client(t, port), 'home');
  await until(() => watching.length === 1);
  const large = { type: 'ping', payload: { x: 'x'.repeat(20_000) } };
  for (const bad of ['{', '[]', '{"type":"x"}', JSON.stringify(large)]) {
    const socket = new WebSocket(
      `ws://127.0.0.1:${port}`,
      'graphql-transport-ws',
    );
    socket.on('error', () => {});
    await once(socket, 'open');
    socket.send(bad);
    const [code] = await once(socket, 'close');
    assert.notEqual(code, 4408); // not because of the time limit
  }
  goal('7', 'home', 'Mo');
  await until(() => watching.length === 2);
});

/** A TCP proxy that can swallow all bytes of its open connections (cut) or reset them (drop). */
async function cutter(t, target) {
  const pairs = [];
  const silent = new Set();
  const server = createServer((near) => {
    const far = dial(target, '127.0.0.1');
    pairs.push(near, far);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      from.on('error', () => {});
      from.on('data', (data) => silent.has(from) || to.write(data));
      from.on('close', () => silent.has(from) || to.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const drop = () => pairs.splice(0).forEach((socket) => socket.destroy());
  t.after(() => {
    drop();
    server.close();
  });
  const cut = () => pairs.forEach((socket) => silent.add(socket));
  return { port: server.address().port, drop, cut };
}
