import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import {
  DASHBOARD,
  DASHBOARD_REWRITTEN,
  newestTickets,
  newestTicketsOneByOne,
} from '../src/tickets.js';

let server;
let client;

before(async () => {
  server = await startDatabase();
  client = new pg.Client({ connectionString: server.url });
  await client.connect();
  // The desk's own customers have four open tickets each; these have none.
  await client.query(`
    INSERT INTO customer VALUES (501, 'No tickets'), (502, 'Only closed');
    INSERT INTO ticket VALUES (20001, 502, 'closed', 'JP', 'ja')`);
});
after(async () => {
  await client.end();
  await server.stop();
});

async function count(page) {
  let statements = 0;
  const query = (...args) => {
    statements++;
    return client.query(...args);
  };
  return { tickets: await page({ query }), statements: () => statements };
}

test('one statement fetches what 51 fetched', async () => {
  const slow = await count(newestTicketsOneByOne);
  const fast = await count(newestTickets);
  assert.deepEqual(fast.tickets, slow.tickets);
  assert.equal(slow.statements(), 51);
  assert.equal(fast.statements(), 1);
});

const difference = (a, b) => `SELECT count(*)::int AS rows FROM (
  ((${a}) EXCEPT ALL (${b})) UNION ALL ((${b}) EXCEPT ALL (${a}))) AS d`;

test('the rewritten dashboard has the same rows', async () => {
  const { rows } = await client.query(
    difference(DASHBOARD, DASHBOARD_REWRITTEN),
  );
  assert.equal(rows[0].rows, 0);
});

test('the comparison notices a row that comes twice', async () => {
  const doubled = `${DASHBOARD_REWRITTEN} UNION ALL SELECT 'Customer 1', 4`;
  const { rows } = await client.query(difference(DASHBOARD, doubled));
  assert.equal(rows[0].rows, 1);
});
