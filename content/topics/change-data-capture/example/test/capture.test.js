import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { LogicalReplicationService } from 'pg-logical-replication';
import { startDatabase } from '../dev/database.js';
import { dropSlot, follow, takeSnapshot, toNumber } from '../src/capture.js';
import { Copy } from '../src/copy.js';

let database, client, copy, url;
before(async () => {
  database = await startDatabase();
  url = database.url;
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
after(async () => {
  await client?.end();
  await database?.stop();
});
beforeEach(async () => {
  await dropSlot(client);
  await client.query('TRUNCATE plant');
  await client.query(
    "INSERT INTO plant VALUES (1, 'Fern', 'A'), (2, 'Lily', 'B')",
  );
  copy = new Copy();
  await takeSnapshot(copy, url);
});

async function table() {
  const sql = 'SELECT id, name, bed, notes FROM plant ORDER BY id';
  return (await client.query(sql)).rows;
}
const copied = () => copy.all().map((row) => ({ ...row }));

/** Waits until the copy has everything that's committed now. */
async function caughtUp() {
  const sql = 'SELECT pg_current_wal_lsn() AS lsn';
  const { lsn } = (await client.query(sql)).rows[0];
  await client.query('UPDATE plant SET name = name WHERE id = 1');
  const deadline = Date.now() + 10_000;
  while (toNumber(copy.lsn) <= toNumber(lsn)) {
    if (Date.now() > deadline) throw new Error('the copy does not catch up');
    await sleep(20);
  }
}

async function following(work, options) {
  const { done, stop } = follow(copy, url, options);
  await work();
  await caughtUp();
  await stop();
  await done;
}

test('inserts, updates, deletes, a changed key and TRUNCATE arrive', async () => {
  await following(async () => {
    await client.query("INSERT INTO plant VALUES (3, 'Palm', 'A', 'tall')");
    await client.query("UPDATE plant SET bed = 'C' WHERE id = 3");
    await client.query('UPDATE plant SET id = 30 WHERE id = 3');
    await client.query('DELETE FROM plant WHERE id = 2');
    await client.query('UPDATE plant SET notes = NULL WHERE id = 30');
  });
  assert.deepEqual(copied(), await table());
  await following(async () => {
    await client.query('TRUNCATE plant');
    await client.query("INSERT INTO plant VALUES (1, 'Moss', NULL)");
  });
  assert.deepEqual(copied(), await table());
});

test('what changes during the snapshot is in the stream', async () => {
  copy = new Copy();
  let writing = true;
  const writer = (async () => {
    for (let id = 100; writing; id += 1) {
      await client.query("INSERT INTO plant VALUES ($1, 'Grass', 'D')", [id]);
      await client.query("UPDATE plant SET bed = 'E' WHERE id = $1", [id - 1]);
    }
  })();
  await takeSnapshot(copy, url);
  writing = false;
  await writer;
  await following(async () => {});
  assert.deepEqual(copied(), await table());
});

test('a transaction arrives as a whole, and a rollback never', async () => {
  const sums = new Set();
  const inBed = (bed) => copy.all().filter((plant) => plant.bed === bed).length;
  const options = { onApplied: () => sums.add(inBed('A') + inBed('B')) };
  await following(async () => {
    for (let i = 0; i < 20; i += 1)
      await client.query(`BEGIN;
        DELETE FROM plant WHERE id = 2; INSERT INTO plant VALUES (2, 'Lily', 'A');
        COMMIT`);
    await client.query(
      "BEGIN; INSERT INTO plant VALUES (9, 'Ghost'); ROLLBACK",
    );
  }, options);
  assert.deepEqual([...sums], [2]);
  assert.deepEqual(copied(), await table());
});

test('a consumer that dies between storing and confirming loses nothing', async () => {
  const insert = (id) =>
    client.query("INSERT INTO plant VALUES ($1, 'Reed', 'F')", [id]);
  for (let id = 10; id < 13; id += 1) await insert(id);
  for (let i = 0; i < 3; i += 1) {
    const dying = follow(copy, url, {
      onApplied: () => {
        throw new Error('died');
      },
    });
    await assert.rejects(dying.done, /died/);
  }
  await following(() => insert(13)); // a second insert of 10 would fail
  assert.deepEqual(copied(), await table());
});

test('a change that cannot be stored stops the copy, and nothing is skipped', async () => {
  copy.db.exec(
    "CREATE TRIGGER full BEFORE INSERT ON plant BEGIN SELECT RAISE(ABORT, 'full'); END",
  );
  await client.query(`BEGIN;
    DELETE FROM plant WHERE id = 2; INSERT INTO plant VALUES (3, 'Palm');
    COMMIT`);
  await client.query("UPDATE plant SET bed = 'C' WHERE id = 1");
  await assert.rejects(follow(copy, url).done, /full/);
  assert.deepEqual(
    copied().map(({ id, bed }) => id + bed),
    ['1A', '2B'],
  );
  copy.db.exec('DROP TRIGGER full');
  await following(async () => {});
  assert.deepEqual(copied(), await table());
});

test('a large value that did not change stays in the copy', async () => {
  await client.query('ALTER TABLE plant ALTER notes SET STORAGE EXTERNAL');
  const notes = 'x'.repeat(20_000);
  await client.query('UPDATE plant SET notes = $1 WHERE id = 1', [notes]);
  await following(() =>
    client.query("UPDATE plant SET bed = 'Z' WHERE id = 1"),
  );
  assert.deepEqual(copied(), await table());
  assert.equal(copied()[0].notes.length, 20_000);
});

test('an idle copy stays connected, and its slot moves on', async () => {
  const { done, stop } = follow(copy, url, { silence: 4000 });
  const kept = async () => {
    const { rows } = await client.query(
      `SELECT active, pg_wal_lsn_diff(pg_current_wal_lsn(),
         confirmed_flush_lsn)::int AS kept FROM pg_replication_slots`,
    );
    return rows[0];
  };
  await client.query('CREATE TABLE other AS SELECT generate_series(1, 100000)');
  await client.query('DROP TABLE other');
  assert.ok((await kept()).kept > 1_000_000);
  await sleep(5000); // longer than wal_sender_timeout
  const { active, kept: now } = await kept();
  assert.equal(active, true);
  assert.ok(now < 100_000, `${now} bytes`);
  await stop();
  await done;
});

test('while the consumer is stopped, the slot keeps the log', async () => {
  await client.query(
    "INSERT INTO plant SELECT i, 'Grass' FROM generate_series(10, 9999) AS i",
  );
  const { rows } = await client.query(
    `SELECT active, pg_wal_lsn_diff(pg_current_wal_lsn(),
       confirmed_flush_lsn)::int AS kept FROM pg_replication_slots`,
  );
  assert.equal(rows[0].active, false);
  assert.ok(rows[0].kept > 500_000);
});

/** Passes bytes on until freeze(); then it swallows them. */
async function proxyTo(port) {
  let frozen = false;
  const sockets = [];
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    sockets.push(near, far);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      from.on('data', (bytes) => frozen || to.write(bytes));
      from.on('error', () => {});
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    freeze: () => (frozen = true),
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

test('a new consumer waits until the server has noticed that the old one is gone', async () => {
  const proxy = await proxyTo(client.port);
  const old = follow(copy, url.replace(`:${client.port}/`, `:${proxy.port}/`));
  old.done.catch(() => {});
  await sleep(500);
  proxy.freeze();
  await following(() => client.query("INSERT INTO plant VALUES (3, 'Palm')"));
  proxy.close();
  assert.deepEqual(copied(), await table());
});

test('a connection that was cut without a word is an error', async () => {
  const proxy = await proxyTo(client.port);
  const { done } = follow(
    copy,
    url.replace(`:${client.port}/`, `:${proxy.port}/`),
    { silence: 2500 },
  );
  await sleep(500);
  proxy.freeze();
  await assert.rejects(done, /not even a heartbeat/);
  proxy.close();
});

test('a server that accepts the connection and says nothing is an error', async () => {
  const server = createServer(() => {});
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const mute = url.replace(`:${client.port}/`, `:${port}/`);
  await assert.rejects(follow(copy, mute, { silence: 1000 }).done, /timeout/);
  server.close();
});

test('a heartbeat within a transaction gets a response, but no new position', async (t) => {
  const service = LogicalReplicationService.prototype;
  const acknowledge = t.mock.method(service, 'acknowledge', async () => true);
  t.mock.method(service, 'subscribe', async function () {
    this.emit('data', '0/0', { tag: 'begin' });
    this.emit('heartbeat', 'F/0');
  });
  await follow(copy, url).done;
  const responses = acknowledge.mock.calls.map(({ arguments: [lsn] }) => lsn);
  assert.equal(responses.length, 1);
  assert.equal(toNumber(responses[0]) + 1n, toNumber(copy.lsn));
});

test('a transaction that the copy has is skipped, and positions are numbers', async (t) => {
  copy.apply([], '9/0');
  const service = LogicalReplicationService.prototype;
  t.mock.method(service, 'acknowledge', async () => true);
  t.mock.method(service, 'subscribe', async function () {
    for (const [id, commitEndLsn] of [
      [1, '8/0'],
      [2, '10/0'], // is sixteen
    ]) {
      this.emit('data', '0/0', { tag: 'begin' });
      this.emit('data', '0/0', { tag: 'delete', relation: {}, key: { id } });
      this.emit('data', '0/0', { tag: 'commit', commitEndLsn });
    }
  });
  await follow(copy, url).done;
  assert.deepEqual(
    copied().map(({ id }) => id),
    [1],
  );
  assert.equal(copy.lsn, '10/0');
});

test('the server can shut down while the consumer is connected', async () => {
  const other = await startDatabase();
  const idle = new Copy();
  await takeSnapshot(idle, other.url);
  const { done, stop } = follow(idle, other.url);
  await sleep(500);
  const ended = assert.rejects(done, /terminated/);
  const shutDown = other.stop();
  const result = await Promise.race([
    shutDown.then(() => 'shut down'),
    sleep(15_000, 'still waiting'),
  ]);
  await stop();
  await shutDown;
  assert.equal(result, 'shut down');
  await ended;
});

test('without a snapshot, there is nothing to follow', () => {
  assert.throws(() => follow(new Copy(), url), /snapshot first/);
});

test('a dropped slot is an error and not an empty stream', async () => {
  await dropSlot(client);
  await assert.rejects(follow(copy, url).done, { code: '42704' });
  await takeSnapshot(copy, url);
  assert.deepEqual(copied(), await table());
});
