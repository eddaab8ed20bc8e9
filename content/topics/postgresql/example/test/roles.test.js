import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';

const sql = (name) =>
  readFileSync(join(import.meta.dirname, '..', 'sql', name), 'utf8');
const clients = [];
let server;
let admin;
let migrator;
let service;
let analyst;

async function as(user, password) {
  const url = new URL(server.url);
  if (user) Object.assign(url, { username: user, password });
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  clients.push(client);
  return client;
}

before(async () => {
  server = await startDatabase();
  admin = await as();
  await admin.query(sql('roles.sql'));
  migrator = await as('migrator', 'change-me-1');
  await migrator.query(sql('tool.sql'));
  service = await as('service', 'change-me-2');
  analyst = await as('analyst', 'change-me-3');
});
after(async () => {
  for (const client of clients) await client.end();
  await server.stop();
});

const DENIED = { code: '42501' };

test('the service reads and writes, also a table that came later', async () => {
  await service.query("INSERT INTO tool (label) VALUES ('saw')");
  await service.query(
    "INSERT INTO repair (tool_id, note) SELECT id, 'belt' FROM tool",
  );
  await migrator.query('CREATE TABLE later (id int)');
  await service.query('INSERT INTO later VALUES (1)');
});

test('the service changes no schema', async () => {
  await assert.rejects(service.query('DROP TABLE repair'), DENIED);
  await assert.rejects(service.query('CREATE TABLE t (id int)'), DENIED);
  await assert.rejects(service.query('TRUNCATE repair'), DENIED);
});

test('the analyst only reads', async () => {
  await analyst.query('SELECT * FROM tool');
  for (const statement of [
    "INSERT INTO tool (label) VALUES ('mine')",
    "UPDATE tool SET label = 'mine'",
    'DELETE FROM tool',
    'CREATE TABLE mine (id int)',
  ])
    await assert.rejects(analyst.query(statement), DENIED, statement);
});

test('no role can leave a transaction open for long', async () => {
  const sql = 'SHOW idle_in_transaction_session_timeout';
  const limits = [];
  for (const client of [service, migrator, analyst])
    limits.push(Object.values((await client.query(sql)).rows[0])[0]);
  assert.deepEqual(limits, ['30s', '10min', '10min']);
});

test('the query names the session that holds vacuum back, not the oldest', async () => {
  await service.query('BEGIN');
  await service.query('SELECT 1');
  await migrator.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await migrator.query('SELECT count(*) FROM tool');
  const { rows } = await admin.query(sql('oldest.sql'));
  assert.deepEqual(
    rows.map(({ usename }) => usename),
    ['migrator'],
  );
  // The older transaction begins to write, and comes second.
  await admin.query("INSERT INTO app.tool (label) VALUES ('drill')");
  await service.query("INSERT INTO tool (label) VALUES ('lathe')");
  const { rows: both } = await admin.query(sql('oldest.sql'));
  assert.deepEqual(
    both.map(({ usename }) => usename),
    ['migrator', 'service'],
  );
  await service.query('ROLLBACK');
  await migrator.query('ROLLBACK');
});

const UPSERT = `
  INSERT INTO tool (label, details)
  SELECT DISTINCT ON (label) label, details
  FROM jsonb_to_recordset($1) AS r (label text, details jsonb)
  ORDER BY label
  ON CONFLICT (label) DO UPDATE SET details = tool.details || EXCLUDED.details`;

test('sorted upserts from two sessions never deadlock', async () => {
  const rows = Array.from({ length: 200 }, (_, n) => ({
    label: `tool ${n}`,
    details: { n },
  }));
  const [a, b] = [
    JSON.stringify([...rows, rows[0]]),
    JSON.stringify(rows.toReversed()),
  ];
  for (let n = 0; n < 40; n++)
    await Promise.all([
      service.query(UPSERT, [a]),
      migrator.query(UPSERT, [b]),
    ]);
  const { rows: found } = await service.query(
    "SELECT count(*)::int AS n FROM tool WHERE label LIKE 'tool %'",
  );
  assert.equal(found[0].n, 200);
});

test('a transaction in another database holds vacuum back through a query here', async () => {
  await admin.query('CREATE DATABASE other');
  const url = new URL(server.url);
  url.pathname = '/other';
  const other = new pg.Client({ connectionString: url.href });
  await other.connect();
  clients.push(other);
  await other.query('BEGIN; CREATE TABLE written (id int)');
  await migrator.query("UPDATE tool SET details = '{}'");
  await service.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await service.query('SELECT 1 FROM tool'); // started after the update
  const { rows } = await admin.query(sql('oldest.sql'));
  assert.equal(rows.length, 2);
  assert.ok(rows[0].holds_back > 0);
  assert.equal(rows[0].holds_back, rows[1].holds_back);
  await service.query('ROLLBACK');
  await other.query('ROLLBACK');
});
