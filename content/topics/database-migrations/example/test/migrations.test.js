import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { backfill } from '../src/backfill.js';
import { migrate } from '../src/migrate.js';

const project = join(import.meta.dirname, '..');
let server;
let db;

before(async () => (server = await startDatabase()));
after(() => server.stop());
beforeEach(async () => {
  db = new pg.Client({ connectionString: server.url });
  await db.connect();
  await db.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
});
afterEach(() => db.end());

function copyOfMigrations() {
  const dir = mkdtempSync(join(tmpdir(), 'migrations-'));
  cpSync(join(project, 'migrations'), dir, { recursive: true });
  return dir;
}

/** A failed run holds the tool's lock until the server notices that its connection is gone. */
async function failsToMigrate(options, expected, message) {
  await assert.rejects(migrate(server.url, options), expected, message);
  let held;
  do {
    held = await db.query("SELECT FROM pg_locks WHERE locktype = 'advisory'");
  } while (held.rowCount > 0);
}

const columns = async () => {
  const { fields } = await db.query('SELECT * FROM product');
  return fields.map(({ name }) => name);
};

test('an empty database gets the final schema', async () => {
  assert.equal((await migrate(server.url)).length, 7);
  assert.deepEqual(await columns(), ['id', 'price_cents']);
  assert.deepEqual(await migrate(server.url), []);
});

test('two instances at once: one applies the migrations, the other fails', async () => {
  const dir = copyOfMigrations();
  appendFileSync(join(dir, '0001_product.sql'), 'SELECT pg_sleep(1);\n');
  const results = await Promise.allSettled([
    migrate(server.url, { dir }),
    migrate(server.url, { dir }),
  ]);
  const failed = results.filter(({ status }) => status === 'rejected');
  assert.equal(failed.length, 1);
  assert.match(failed[0].reason.message, /already running/);
  const { rows } = await db.query('SELECT name FROM schema_migration');
  assert.equal(rows.length, 7);
});

test('a broken migration leaves nothing behind', async () => {
  const dir = copyOfMigrations();
  cpSync(join(project, 'demo', 'broken'), dir, { recursive: true });
  await failsToMigrate({ dir }, /already exists/);
  assert.deepEqual(await columns(), ['id', 'price_cents']);
});

test('this tool does not notice an edited migration', async () => {
  const dir = copyOfMigrations();
  await migrate(server.url, { dir });
  appendFileSync(
    join(dir, '0002_price-cents.sql'),
    'ALTER TABLE product ADD COLUMN note text;',
  );
  assert.deepEqual(await migrate(server.url, { dir }), []);
  assert.deepEqual(await columns(), ['id', 'price_cents']);
});

test('an ALTER behind a long transaction gives up, and a retry succeeds', async () => {
  await migrate(server.url, { count: 1 });
  await db.query('BEGIN');
  await db.query('SELECT count(*) FROM product');
  await failsToMigrate({ count: 1, tries: 1 }, { code: '55P03' });

  const retried = migrate(server.url, { count: 1 });
  setTimeout(() => db.query('COMMIT'), 600);
  assert.deepEqual(await retried, ['0002_price-cents']);
});

test('no ALTER waits behind a report', { timeout: 30_000 }, async () => {
  await migrate(server.url, { count: 1 });
  for (const number of [2, 3, 4, 5, 6, 7]) {
    const letsReadsPass = [4, 5].includes(number); // VALIDATE, CONCURRENTLY
    if (!letsReadsPass) {
      await db.query('BEGIN');
      await db.query('SELECT count(*) FROM product');
      const once = { count: 1, tries: 1 };
      await failsToMigrate(once, { code: '55P03' }, `migration ${number}`);
      await db.query('COMMIT');
    }
    await migrate(server.url, { count: 1 });
  }
});

test('a backfill that stops in the middle goes on where it was', async () => {
  await migrate(server.url, { count: 2 });
  await db.query(
    'INSERT INTO product (price) SELECT n / 100.0 FROM generate_series(1, 5000) AS n',
  );
  let batches = 0;
  const onBatch = () => {
    if (++batches === 2) throw new Error('killed');
  };
  await assert.rejects(backfill(db, { pause: 0, onBatch }), /killed/);
  assert.equal(await backfill(db, { pause: 0 }), 3000);
  assert.equal(await backfill(db, { pause: 0 }), 0);
  const { rows } = await db.query(
    'SELECT count(*)::int AS wrong FROM product WHERE price_cents <> price * 100',
  );
  assert.equal(rows[0].wrong, 0);
});

test('after release C, the backfill puts an old price back', async () => {
  await migrate(server.url, { count: 2 });
  await db.query('INSERT INTO product (price) VALUES (24.90)');
  await backfill(db);
  await migrate(server.url, { count: 4 });
  await db.query('UPDATE product SET price_cents = 1990'); // as release C does
  assert.equal(await backfill(db), 1);
  const { rows } = await db.query('SELECT price_cents FROM product');
  assert.equal(rows[0].price_cents, 2490);

  await db.query('INSERT INTO product (price_cents) VALUES (500)');
  await assert.rejects(backfill(db), /violates not-null constraint/);
});
