import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { EventEmitter, on, once } from 'node:events';
import {
  connect as connectTcp,
  createServer as createTcpServer,
} from 'node:net';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { WebSocket } from 'ws';
import { startDatabase } from '../dev/database.js';
import { Bids } from '../src/bids.js';
import { backoff, follow } from '../src/follow.js';
import { createAuctionServer, send } from '../src/server.js';
import { Tickets } from '../src/tickets.js';

const origin = 'https://auction.example';
let database, pool, tickets, servers, clients;

before(async () => {
  database = await startDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', () => {});
  tickets = new Tickets(database.url);
});
after(async () => {
  await tickets.close();
  await pool.end();
  await database.stop();
});
beforeEach(async () => {
  await pool.query('TRUNCATE auctions, bids');
  await pool.query('INSERT INTO auctions (id, highest) VALUES (1, 40), (2, 5)');
  servers = [];
  clients = [];
});
afterEach(async () => {
  for (const client of clients) client.terminate();
  for (const { stop, bids } of servers) {
    await stop(100);
    await bids.close();
  }
});

async function start({ port = 0, ...options } = {}) {
  const bids = await Bids.open(database.url);
  const auction = createAuctionServer({ bids, tickets, origin, ...options });
  auction.server.listen(port, '127.0.0.1');
  await once(auction.server, 'listening');
  const server = { ...auction, bids, port: auction.server.address().port };
  servers.push(server);
  return server;
}

async function join(server, bidder, query = '') {
  const ticket = await tickets.issue(bidder);
  const url = `ws://127.0.0.1:${server.port}/auctions/1?ticket=${ticket}${query}`;
  const client = new WebSocket(url, { origin });
  clients.push(client);
  const messages = on(client, 'message');
  client.hear = async () => JSON.parse((await messages.next()).value[0]);
  client.bid = (amount) => client.send(JSON.stringify({ amount }));
  await once(client, 'open');
  return client;
}

async function handshake(server, path, from = origin) {
  const client = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, {
    origin: from,
  });
  clients.push(client);
  return Promise.race([
    once(client, 'open').then(() => 101),
    once(client, 'unexpected-response').then(([, res]) => res.statusCode),
  ]);
}

// #region handshake
test('a stranger is refused before there is a WebSocket', async () => {
  const server = await start();
  const path = async () => `/auctions/1?ticket=${await tickets.issue('Ada')}`;
  const old = await tickets.issue('Ada', -1);
  const used = await path();

  assert.equal(await handshake(server, used), 101);
  assert.equal(await handshake(server, used), 403);
  assert.equal(await handshake(server, '/auctions/1'), 403);
  assert.equal(await handshake(server, `${await path()}&since=x`), 403);
  assert.equal(await handshake(server, `/auctions/1?ticket=${old}`), 403);
  assert.equal(
    await handshake(server, await path(), 'https://evil.example'),
    403,
  );
  assert.equal(server.viewers(), 1);
});
// #endregion handshake

test('a handshake that is broken off harms no one', async () => {
  const server = await start();
  for (const path of [
    '//',
    '/auctions/1?ticket=%',
    `/auctions/${'9'.repeat(99)}`,
  ]) {
    const socket = connectTcp(server.port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nOrigin: ${origin}\r\n\r\n`,
    );
    await sleep(20);
    socket.destroy();
  }
  const ada = await join(server, 'Ada');
  assert.equal((await ada.hear()).type, 'state');
});

// #region two
test('a bid reaches the viewers of all servers', async () => {
  const [a, b] = [await start(), await start()];
  const ada = await join(a, 'Ada');
  const bo = await join(b, 'Bo');
  assert.deepEqual(await ada.hear(), { type: 'state', number: 0, highest: 40 });
  await bo.hear();

  ada.bid(50);
  const bid = { type: 'bid', auction: 1, number: 1, bidder: 'Ada', amount: 50 };
  assert.deepEqual(await ada.hear(), bid);
  assert.deepEqual(await bo.hear(), bid);

  bo.bid(45);
  assert.deepEqual(await bo.hear(), { type: 'refused', amount: 45 });
});
// #endregion two

test('of equal bids at the same moment, one wins', async () => {
  const { bids } = await start();
  const names = Array.from({ length: 20 }, (_, i) => `bidder ${i}`);
  const won = await Promise.all(names.map((name) => bids.place(1, name, 60)));
  assert.equal(won.filter(Boolean).length, 1);
});

// #region order
test("one client's bids are placed in the order they were sent", async () => {
  const server = await start();
  const ada = await join(server, 'Ada');
  for (let amount = 41; amount <= 140; amount++) ada.bid(amount);
  const types = [];
  while (types.length < 101) types.push((await ada.hear()).type);
  assert.deepEqual(types, ['state', ...Array(100).fill('bid')]);
});
// #endregion order

test('a client that sends too much at once is sent away', async () => {
  const server = await start();
  const ada = await join(server, 'Ada');
  for (let n = 0; n < 500; n++) ada.bid(1);
  const signal = AbortSignal.timeout(5_000);
  const [code] = await once(ada, 'close', { signal });
  assert.equal(code, 1008);
});

test('a client that knows more than the server gets the state', async () => {
  const server = await start();
  const ada = await join(server, 'Ada', '&since=999');
  assert.equal((await ada.hear()).type, 'state');
  await server.bids.place(1, 'Bo', 50);
  assert.equal((await ada.hear()).number, 1);
});

test('a lost idle connection to the database ends nothing', async (t) => {
  const log = t.mock.method(console, 'error', () => {});
  const server = await start();
  const ada = await join(server, 'Ada');
  await ada.hear();
  await pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE state = 'idle' AND query !~ 'LISTEN' AND pid <> pg_backend_pid()`,
  );
  await sleep(100);
  assert.ok(log.mock.callCount() > 0);
  ada.bid(50);
  assert.equal((await ada.hear()).number, 1);
});

test('a listener that is dead without saying so is noticed', async (t) => {
  const { port } = new URL(database.url);
  const sockets = [];
  const proxy = createTcpServer((from) => {
    const to = connectTcp(Number(port), '127.0.0.1');
    for (const socket of [from, to]) socket.on('error', () => {});
    from.pipe(to).pipe(from);
    sockets.push(from, to);
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(database.url);
  url.port = proxy.address().port;
  const bids = await Bids.open(url.href, { check: 50, timeout: 100 });
  for (const socket of sockets) socket.unpipe().pause(); // silence

  const [error] = await once(bids, 'error');
  assert.match(error.message, /timeout/i);

  bids.on('error', () => {});
  for (const socket of sockets) socket.destroy();
  proxy.close();
  await bids.close();
});

test('viewers of another auction hear nothing', async () => {
  const server = await start();
  const ada = await join(server, 'Ada');
  await ada.hear();
  await server.bids.place(2, 'Bo', 10);
  await server.bids.place(1, 'Bo', 41);
  assert.equal((await ada.hear()).auction, 1);
});

// #region resume
test('after a break, each bid comes once and in order', async () => {
  const server = await start();
  const seen = [];
  const ada = follow({
    connect: async (last) => {
      const query = last === undefined ? '' : `&since=${last}`;
      return join(server, 'Ada', query);
    },
    show: (message) => message.type === 'bid' && seen.push(message.number),
    wait: () => 5,
  });
  for (let amount = 41; amount <= 140; amount++) {
    await server.bids.place(1, 'Bo', amount);
    if (amount % 20 === 0) clients.at(-1).terminate(); // the line breaks
  }
  while (seen.at(-1) !== 100) await sleep(10);
  ada.stop();
  const first = seen[0];
  const all = Array.from({ length: 101 - first }, (_, i) => first + i);
  assert.deepEqual(seen, all);
  assert.ok(clients.length > 3, 'it has come back several times');
});
// #endregion resume

test('a bid that comes while older ones are read is not lost', async () => {
  const server = await start();
  await server.bids.place(1, 'Bo', 50);
  const since = server.bids.since.bind(server.bids);
  server.bids.since = async (...given) => {
    const older = await since(...given);
    await server.bids.place(1, 'Cy', 60);
    await sleep(50); // long enough for the notification to come first
    return older;
  };
  const ada = await join(server, 'Ada', '&since=0');
  assert.equal((await ada.hear()).number, 1);
  assert.equal((await ada.hear()).number, 2);
});

// #region ghost
test('a client that no longer answers is gone after two beats', async () => {
  const server = await start({ beat: 100 });
  await join(server, 'Ada');
  const ghost = await join(server, 'Bo');
  ghost.pause(); // reads nothing, so it doesn't answer a ping
  assert.equal(server.viewers(), 2);
  await sleep(350);
  assert.equal(server.viewers(), 1);
});
// #endregion ghost

test('a page that hears nothing opens a new connection', async () => {
  let opened = 0;
  const feed = follow({
    connect: async () => {
      opened++;
      return { close() {} }; // a line that is dead without saying so
    },
    show() {},
    silence: 20,
    wait: () => 0,
  });
  await sleep(200);
  feed.stop();
  assert.ok(opened >= 2, `opened ${opened}`);
});

test('a ticket that never comes is asked for again', async () => {
  let asked = 0;
  const feed = follow({
    connect: async (last, signal) => {
      asked++;
      await sleep(60_000, null, { signal, ref: false });
    },
    show() {},
    silence: 20,
    wait: () => 0,
  });
  await sleep(200);
  feed.stop();
  assert.ok(asked >= 2, `asked ${asked}`);
});

test('an auction that is not there closes the connection with 4004', async () => {
  const server = await start();
  const path = `/auctions/3?ticket=${await tickets.issue('Ada')}`;
  const url = `ws://127.0.0.1:${server.port}${path}`;
  const client = new WebSocket(url, { origin });
  clients.push(client);
  const signal = AbortSignal.timeout(2_000);
  assert.equal((await once(client, 'close', { signal }))[0], 4004);
});

test('a page does not come back to an auction that is not there', async () => {
  let opened = 0;
  const feed = follow({
    connect: async () => {
      opened++;
      const socket = { close() {} };
      setTimeout(() => socket.onclose({ code: 4004 }), 5);
      return socket;
    },
    show() {},
    silence: 50,
    wait: () => 0,
  });
  await sleep(200);
  feed.stop();
  assert.equal(opened, 1);
});

/** Follows an auction over sockets that the test controls. */
function followFake() {
  const fake = { sockets: [], asked: [], attempts: [] };
  fake.feed = follow({
    connect: async (last) => {
      fake.asked.push(last);
      const socket = { closed: false, close: () => (socket.closed = true) };
      fake.sockets.push(socket);
      return socket;
    },
    show() {},
    wait: (attempt) => {
      fake.attempts.push(attempt);
      return 0;
    },
  });
  fake.hear = (message) =>
    fake.sockets.at(-1).onmessage({ data: JSON.stringify(message) });
  fake.breakOff = async () => {
    const before = fake.sockets.length;
    fake.sockets.at(-1).onclose({ code: 1006 });
    while (fake.sockets.length === before) await sleep(1);
    await sleep(1); // until its handlers are set
  };
  return fake;
}

test('the pauses get short again after a beat, and not before', async () => {
  const { feed, attempts, hear, breakOff } = followFake();
  await sleep(1);
  await breakOff();
  hear({ type: 'state', number: 0, highest: 40 });
  await breakOff();
  hear({ type: 'beat' });
  await breakOff();
  feed.stop();
  assert.deepEqual(attempts, [0, 1, 0]);
});

test('a message without a number does not forget the last bid', async () => {
  const { feed, asked, hear, breakOff } = followFake();
  await sleep(1);
  hear({ type: 'bid', number: 7, amount: 50 });
  hear({ type: 'refused', amount: 45 });
  await breakOff();
  feed.stop();
  assert.deepEqual(asked, [undefined, 7]);
});

test('a connection that opens after the stop is closed', async () => {
  const { feed, sockets } = followFake();
  feed.stop(); // the ticket is still on its way
  await sleep(1);
  assert.deepEqual(
    sockets.map((socket) => socket.closed),
    [true],
  );
});

test('a connection ends after the longest time', async () => {
  const server = await start({ beat: 50, longest: 60 });
  const ada = await join(server, 'Ada');
  const [code] = await once(ada, 'close');
  assert.equal(code, 4001);
});

// #region bad
test('bad messages close one connection and nothing else', async () => {
  const server = await start();
  const watcher = await join(server, 'Cy');
  const cases = [
    ['not json', 1007],
    ['x'.repeat(5_000), 1009],
    ['{"amount":1e99}', 1008],
    ['null', 1008],
  ];
  for (const [text, expected] of cases) {
    const client = await join(server, 'Bo');
    client.send(text);
    const [code] = await once(client, 'close');
    assert.equal(code, expected, text.slice(0, 20));
  }
  assert.equal(watcher.readyState, WebSocket.OPEN);
});
// #endregion bad

test('a bid that follows a bad message is not placed', async () => {
  const server = await start();
  const placed = [];
  server.bids.place = async (...bid) => placed.push(bid);
  const client = await join(server, 'Bo');
  client.send('not json');
  client.bid(60);
  await once(client, 'close');
  assert.deepEqual(placed, []);
});

test('a client that is far behind is sent away', () => {
  const calls = [];
  const client = Object.assign(new EventEmitter(), {
    readyState: WebSocket.OPEN,
    send: () => calls.push('send'),
    terminate: () => calls.push('terminate'),
  });
  for (const waiting of [0, 1_000_001]) {
    send(Object.assign(client, { bufferedAmount: waiting }), {});
  }
  assert.deepEqual(calls, ['send', 'terminate']);
});

// #region stop
test('a server that stops says so and waits for no one', async () => {
  const server = await start();
  const ada = await join(server, 'Ada');
  const ghost = await join(server, 'Bo');
  ghost.pause();
  const closed = once(ada, 'close');
  const begun = performance.now();
  await server.stop(200);
  const [code] = await closed;
  assert.equal(code, 1001);
  assert.ok(performance.now() - begun < 2_000);
});
// #endregion stop

test('the program sends its clients away on SIGTERM', async (t) => {
  const program = fileURLToPath(new URL('../src/main.js', import.meta.url));
  const child = spawn(process.execPath, [program], {
    env: { DATABASE_URL: database.url, ORIGIN: origin, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const signal = AbortSignal.timeout(5_000);
  const [line] = await once(child.stdout, 'data', { signal });
  const ada = await join({ port: Number(/\d+$/m.exec(line)[0]) }, 'Ada');
  const ended = once(child, 'exit', { signal });
  const closed = once(ada, 'close', { signal });
  child.kill('SIGTERM');
  assert.equal((await closed)[0], 1001);
  assert.deepEqual(await ended, [0, null]);
});

test('a stop does not wait for a silent connection, nor let a late one in', async () => {
  const server = await start();
  const silent = connectTcp(server.port, '127.0.0.1').on('error', () => {});
  await once(silent, 'connect');
  const redeem = tickets.redeem;
  let release;
  tickets.redeem = async () => new Promise((resolve) => (release = resolve));
  try {
    const late = handshake(server, '/auctions/1?ticket=slow');
    while (!release) await sleep(5);
    const begun = performance.now();
    const stopped = server.stop(200);
    release('Bo');
    assert.equal(await late, 403);
    await stopped;
    assert.ok(performance.now() - begun < 1_000);
  } finally {
    tickets.redeem = redeem;
    silent.destroy();
  }
});

test('clients come back at different times', () => {
  for (let attempt = 0; attempt < 40; attempt++) {
    const most = Math.min(30_000, 1_000 * 2 ** attempt);
    const times = Array.from({ length: 100 }, () => backoff(attempt));
    assert.ok(times.every((time) => time >= 0 && time <= most));
    assert.ok(new Set(times).size > 90);
  }
});
