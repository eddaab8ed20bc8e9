import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, afterEach, before, beforeEach, mock, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import amqp from 'amqplib';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { startBroker } from '../dev/rabbitmq.js';
import { createPublisher, setUp } from '../src/broker.js';
import { addPoints } from '../src/points.js';
import { relay } from '../src/relay.js';
import { buyTicket } from '../src/shop.js';
import { replay, startWorker } from '../src/worker.js';

let database, broker, pool, connections;

before(async () => {
  mock.method(console, 'error', () => {}); // workers die loudly here
  broker = await startBroker();
  database = await startDatabase();
  pool = new pg.Pool({ connectionString: database.url });
});
after(async () => {
  await pool?.end();
  await Promise.all([database?.stop(), broker?.stop()]);
});
beforeEach(async () => {
  connections = [];
  await pool.query('TRUNCATE tickets, outbox, points, handled');
  const channel = await open();
  await deleteWaitQueues(channel); // the service test has longer pauses
  await setUp(channel, [40, 80, 120]);
  for (const queue of ['points', 'points.dead']) {
    await channel.purgeQueue(queue);
  }
});
afterEach(async () => {
  for (const connection of connections)
    await connection.close().catch(() => {});
});

async function open() {
  const connection = await amqp.connect(broker.url);
  connection.on('error', () => {});
  connections.push(connection);
  const channel = await connection.createConfirmChannel();
  channel.on('error', () => {});
  return channel;
}
async function deleteWaitQueues(channel) {
  for (const queue of ['points.wait.1', 'points.wait.2', 'points.wait.3'])
    await channel.deleteQueue(queue);
}
/** What the broker sees when a worker dies. */
const kill = (channel) =>
  channel.connection.stream.destroy(new Error('killed'));

const handle = (id, content) => addPoints(pool, id, content);
const pointsOf = async (buyer) => {
  const { rows } = await pool.query(
    'SELECT points FROM points WHERE buyer = $1',
    [buyer],
  );
  return rows[0]?.points ?? 0;
};
const rows = async (table) =>
  Number((await pool.query(`SELECT count(*) FROM ${table}`)).rows[0].count);
const waiting = async (queue) =>
  (await (await open()).checkQueue(queue)).messageCount;
const send = (channel, messageId, text) =>
  createPublisher(channel)('', 'points', Buffer.from(text), { messageId });

async function eventually(check, seconds = 10) {
  const end = Date.now() + seconds * 1_000;
  while (!(await check())) {
    if (Date.now() > end) assert.fail(`not within ${seconds} s: ${check}`);
    await sleep(20);
  }
}

test('a sale becomes points in another service', async () => {
  await buyTicket(pool, 'A7', 'ada');
  assert.equal(await relay(pool, createPublisher(await open())), 1);
  await startWorker(await open(), 'points', handle);
  await eventually(async () => (await pointsOf('ada')) === 10);
  assert.equal(await rows('outbox'), 0);
});

// #region outbox
test('a sale that fails leaves no message', async () => {
  await buyTicket(pool, 'A7', 'ada');
  await assert.rejects(buyTicket(pool, 'A7', 'bo'), /duplicate key/);
  assert.equal(await rows('tickets'), 1);
  assert.equal(await rows('outbox'), 1);
});

test('a message stays in the outbox until the broker has it', async () => {
  await buyTicket(pool, 'A7', 'ada');
  const broken = await open();
  kill(broken);
  await assert.rejects(relay(pool, createPublisher(broken)));
  assert.equal(await rows('outbox'), 1);

  const channel = await open();
  await channel.unbindQueue('points', 'sales', 'ticket.sold');
  await assert.rejects(
    relay(pool, createPublisher(channel)),
    /no queue for ticket.sold/,
  );
  assert.equal(await rows('outbox'), 1);
});
// #endregion outbox

// #region twice
test('a worker that dies before it acknowledges adds nothing twice', async () => {
  const channel = await open();
  await send(channel, 'm1', '{"ticket":12,"buyer":"ada"}');

  const deliveries = [];
  const first = await open();
  await startWorker(first, 'points', async (id, content) => {
    await handle(id, content);
    deliveries.push('first');
    kill(first);
  });
  await eventually(() => deliveries.length === 1);

  await startWorker(await open(), 'points', async (id, content) => {
    await handle(id, content);
    deliveries.push('second');
  });
  await eventually(() => deliveries.length === 2);
  assert.deepEqual(deliveries, ['first', 'second']);
  assert.equal(await pointsOf('ada'), 10);
});
// #endregion twice

test('the same message in ten workers at once adds its points once', async () => {
  // Opens all connections, so that no transaction waits for another to end.
  const wait = () => pool.query('SELECT pg_sleep(0.2)');
  await Promise.all(Array.from({ length: 10 }, wait));
  const body = '{"ticket":12,"buyer":"ada"}';
  await Promise.all(Array.from({ length: 10 }, () => handle('m1', body)));
  assert.equal(await pointsOf('ada'), 10);
});

// #region retry
test('an error is tried again later, and holds up no one', async () => {
  const channel = await open();
  await send(channel, 'm1', '{"buyer":"ada"}');
  await send(channel, 'm2', '{"buyer":"bo"}');

  const order = [];
  let failures = 2;
  async function flaky(id, content) {
    order.push(id);
    if (id === 'm1' && failures-- > 0) throw new Error('database is away');
    await handle(id, content);
  }
  await startWorker(await open(), 'points', flaky);
  await eventually(async () => (await pointsOf('ada')) === 10);
  assert.equal(await pointsOf('bo'), 10);
  assert.deepEqual(order, ['m1', 'm2', 'm1', 'm1']);
});
// #endregion retry

// #region dead
test('what can not be handled is set aside, and can be replayed', async () => {
  const channel = await open();
  await send(channel, 'bad', '{"buyer":');
  await send(channel, 'unlucky', '{"buyer":"ada"}');
  let broken = true;
  async function sometimes(id, content) {
    if (id === 'unlucky' && broken) throw new Error('points are broken');
    await handle(id, content);
  }
  await startWorker(await open(), 'points', sometimes);
  await eventually(async () => (await waiting('points.dead')) === 2);

  const message = await channel.get('points.dead');
  assert.equal(message.properties.messageId, 'bad');
  assert.equal(message.properties.headers['x-error'], 'not JSON');
  channel.nack(message);

  broken = false; // you've fixed it
  assert.equal(await replay(await open(), 'points'), 2);
  await eventually(async () => (await pointsOf('ada')) === 10);
  await eventually(async () => (await waiting('points.dead')) === 1);
});
// #endregion dead

// #region poison
// Starts workers until one message is dead; returns how many `poison` killed.
async function letWorkersDie(held) {
  let deaths = 0;
  while ((await waiting('points.dead')) === 0) {
    assert.ok(deaths < 20);
    const channel = await open();
    const closed = new Promise((resolve) => channel.once('close', resolve));
    let isDying = false;
    const work = async (id, content) => {
      if (id === 'poison') {
        isDying = true;
        deaths++;
        kill(channel);
      }
      if (isDying) await new Promise(() => {}); // nothing else goes on here
      await handle(id, content);
    };
    const stop = await startWorker(channel, 'points', work, held);
    await Promise.race([closed, sleep(300)]);
    if (!isDying) await stop().catch(() => {});
  }
  return deaths;
}

test('a message that kills its worker ends up dead, with its neighbors', async () => {
  const channel = await open();
  await send(channel, 'poison', '{"buyer":"bo"}');
  for (const id of ['m1', 'm2']) await send(channel, id, '{"buyer":"ada"}');
  assert.equal(await letWorkersDie(10), 6); // delivered once, and five times again
  await eventually(async () => (await waiting('points.dead')) === 3);

  assert.equal(await replay(channel, 'points'), 3);
  assert.equal(await letWorkersDie(1), 6); // one at a time, it dies alone
  await startWorker(await open(), 'points', handle);
  await eventually(async () => (await pointsOf('ada')) === 20);
  assert.equal(await waiting('points.dead'), 1);
});
// #endregion poison

test('a retry count that makes no sense sets the message aside', async () => {
  const publish = createPublisher(await open());
  const body = Buffer.from('{"buyer":"ada"}');
  const headers = { 'x-attempt': -5 };
  await publish('', 'points', body, { messageId: 'm1', headers });
  await startWorker(await open(), 'points', async () => {
    throw new Error('database is away');
  });
  await eventually(async () => (await waiting('points.dead')) === 1);
});

test('an error of any length is no reason to stop', async () => {
  await send(await open(), 'm1', '{"buyer":"ada"}');
  let failures = 1;
  await startWorker(await open(), 'points', async (id, content) => {
    if (failures-- > 0) throw new Error('x'.repeat(200_000));
    await handle(id, content);
  });
  await eventually(async () => (await pointsOf('ada')) === 10);
});

function startService() {
  const env = {
    ...process.env,
    AMQP_URL: broker.url,
    DATABASE_URL: database.url,
  };
  const stdio = ['ignore', 'ignore', 'inherit'];
  return spawn(process.execPath, ['src/service.js'], { env, stdio });
}

test('a sale and a retry survive a restart of the broker', async (t) => {
  if (!broker.restart) return t.skip('not a broker of our own');
  const publish = createPublisher(await open());
  const headers = { messageId: 'waits' };
  await publish('', 'points.wait.3', Buffer.from('{"buyer":"bo"}'), headers);
  await buyTicket(pool, 'A7', 'ada');
  await relay(pool, publish);
  await broker.restart();
  const republish = createPublisher(await open());
  for (const n of [1, 2, 3]) {
    const body = Buffer.from('{"buyer":"cy"}'); // all queues work again
    await republish('', `points.wait.${n}`, body, { messageId: `new-${n}` });
  }
  await startWorker(await open(), 'points', handle);
  await eventually(async () => (await pointsOf('ada')) === 10, 30);
  await eventually(async () => (await pointsOf('bo')) === 10, 30);
  await eventually(async () => (await pointsOf('cy')) === 30, 30);
});

test('the service ends with its connection, and goes on when started again', async () => {
  const admin = await open();
  await deleteWaitQueues(admin);
  let service = startService();
  const adaHas = (points) =>
    eventually(async () => {
      if (service.exitCode !== null) service = startService(); // as systemd does
      return (await pointsOf('ada')) === points;
    }, 30);

  await buyTicket(pool, 'A7', 'ada');
  await adaHas(10);
  const ended = once(service, 'exit');
  await admin.deleteQueue('points'); // the broker takes the queue away
  assert.equal((await ended)[0], 1);
  await buyTicket(pool, 'A8', 'ada');
  await adaHas(20);
  service.kill();
  await once(service, 'exit');
});

test('a worker holds at most ten messages', async () => {
  const channel = await open();
  const publish = createPublisher(channel);
  const send = (messageId) =>
    publish('', 'points', Buffer.from('{"buyer":"ada"}'), { messageId });
  await Promise.all(Array.from({ length: 50 }, (_, i) => send(`m${i}`)));
  let held = 0;
  await startWorker(await open(), 'points', () => {
    held++;
    return new Promise(() => {}); // never ready
  });
  await sleep(300);
  assert.equal(held, 10);
});

// #region many
test('three workers that keep dying get the sum right', async () => {
  const channel = await open();
  for (let i = 0; i < 200; i++) await send(channel, `m${i}`, '{"buyer":"ada"}');
  let deaths = 0;
  async function work() {
    const channel = await open();
    channel.once('close', work);
    await startWorker(channel, 'points', async (id, content) => {
      await handle(id, content);
      if (deaths < 12 && Math.random() < 0.1) {
        deaths++;
        kill(channel);
      }
    });
  }
  await Promise.all([work(), work(), work()]);
  await eventually(async () => (await pointsOf('ada')) === 2_000, 30);
  assert.ok(deaths > 0);
  assert.equal(await rows('handled'), 200);
});
// #endregion many
