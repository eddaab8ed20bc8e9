import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { startDatabase } from '../dev/database.js';
import { createApp } from '../src/app.js';
import { openPool } from '../src/pool.js';

let database, pool, server, url;

before(async () => {
  database = await startDatabase();
});

after(() => database?.stop());

beforeEach(async (t) => {
  pool = openPool(database.url);
  server = createApp(pool, { limit: 3_000 }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${server.address().port}/measurements.csv.gz`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await pool.end();
});

/** No export holds a connection to the database. */
function isFree() {
  return pool.idleCount === pool.totalCount;
}

test('the export contains each row once, in order', async (t) => {
  await shrink(t, 2_500);
  const res = await fetch(url);
  const text = gunzipSync(await res.bytes()).toString();
  const lines = text.trimEnd().split('\n');
  assert.equal(lines.length, 2_501);
  assert.equal(lines[0], 'id,station,sensor,celsius');
  assert.match(lines[2_500], /^2500,Köln,/);
  lines.slice(1).forEach((line, n) => assert.equal(parseInt(line), n + 1));
});

// #region closed
test('a client that leaves frees the connection to the database', async (t) => {
  t.mock.method(console, 'error', () => {});
  const req = request(url).end();
  const [res] = await once(req, 'response');
  await once(res, 'data');
  assert.equal(isFree(), false);
  req.destroy();
  await soon(isFree);
});
// #endregion closed

// #region stuck
test('a client that stops reading is cut off', async (t) => {
  t.mock.method(console, 'error', () => {});
  const connected = once(server, 'connection');
  const req = request(url)
    .on('error', () => {})
    .end();
  const [socket] = await connected;
  const [res] = await once(req, 'response');
  res.on('error', () => {}).pause();
  socket.cork(); // as if the network's buffers, some megabytes, were full
  await eventually(() => socket.writableNeedDrain);
  assert.equal(isFree(), false); // waits for the client
  await eventually(() => isFree() && socket.destroyed); // after three seconds
});
// #endregion stuck

// #region before
test('neither a long query nor a client that leaves holds a connection', async (t) => {
  t.mock.method(console, 'error', () => {});
  const other = openPool(database.url);
  const locker = await other.connect();
  await locker.query('BEGIN; LOCK TABLE measurement'); // the first row waits
  try {
    const req = request(url)
      .on('error', () => {})
      .end();
    await eventually(() => pool.totalCount === 1 && !isFree());
    req.destroy();
    await soon(() => pool.totalCount === 0);

    assert.equal((await fetch(url)).status, 500); // after three seconds
    await eventually(() => pool.totalCount === 0);
  } finally {
    locker.release(true);
    await other.end();
  }
});
// #endregion before

// #region broken
test('an error in the middle breaks the download off', async (t) => {
  t.mock.method(console, 'error', () => {});
  const res = await fetch(url);
  assert.equal(res.status, 200);
  const reading = assert.rejects(res.bytes());
  const { rows } = await pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'FETCH%'",
  );
  assert.equal(rows.length, 1);
  await reading;
  await soon(isFree);
});

test('an error before the first row is a 500', async (t) => {
  t.mock.method(console, 'error', () => {});
  await pool.query('ALTER TABLE measurement RENAME TO elsewhere');
  t.after(async () => {
    const other = openPool(database.url);
    await other.query('ALTER TABLE elsewhere RENAME TO measurement');
    await other.end();
  });
  assert.equal((await fetch(url)).status, 500);
  await soon(() => pool.totalCount === 0); // it isn't used again
});
// #endregion broken

test('an empty table gives a header', async (t) => {
  await shrink(t, 0);
  const header = gunzipSync(await (await fetch(url)).bytes()).toString();
  assert.equal(header, 'id,station,sensor,celsius\n');
});

test('a HEAD does not run the export', async () => {
  const res = await fetch(url, { method: 'HEAD' });
  assert.equal(res.status, 200);
  assert.equal(res.headers.get('content-type'), 'application/gzip');
  assert.equal(pool.totalCount, 0);
});

/** For one test, a table with fewer rows. */
async function shrink(t, rows) {
  await pool.query('ALTER TABLE measurement RENAME TO all_of_them');
  await pool.query(
    `CREATE TABLE measurement AS SELECT * FROM all_of_them WHERE id <= ${rows}`,
  );
  t.after(async () => {
    const other = openPool(database.url);
    await other.query('DROP TABLE measurement');
    await other.query('ALTER TABLE all_of_them RENAME TO measurement');
    await other.end();
  });
}

/** Well before the limit of three seconds. */
const soon = (isTrue) => eventually(isTrue, 1.5);

async function eventually(isTrue, seconds = 10) {
  for (let attempt = 0; attempt < seconds * 10; attempt++) {
    if (await isTrue()) return;
    await sleep(100);
  }
  assert.fail(`it did not happen within ${seconds} seconds`);
}
