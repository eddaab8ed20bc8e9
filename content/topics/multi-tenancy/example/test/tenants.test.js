import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startDatabase } from '../dev/database.js';
import { cached, enqueue, work } from '../src/carry.js';
import { perTenant, TooMany } from '../src/fair.js';
import {
  asTenant,
  handleAs,
  tenant,
  tenantTransaction,
} from '../src/tenant.js';

let app, owner, stop;
before(async () => {
  ({ app, owner, stop } = await startDatabase({ connections: 4 }));
});
after(() => stop());

const run = (choirId, sql) =>
  asTenant(choirId, () =>
    tenantTransaction(app, (client) => client.query(sql)),
  );

for (const table of ['singer', 'concert', 'lineup']) {
  test(`choir 12 sees and changes only its own rows of ${table}`, async () => {
    const { rows } = await run(12, `SELECT choir_id FROM ${table}`);
    assert.deepEqual(new Set(rows.map((row) => row.choir_id)), new Set([12]));
    const other = `DELETE FROM ${table} WHERE choir_id = 21`;
    assert.equal((await run(12, other)).rowCount, 0);
    await assert.rejects(run(12, `UPDATE ${table} SET choir_id = 21`), {
      code: '42501',
    });
  });
}

// #region policy
const unguarded = `
  SELECT relname FROM pg_class
  WHERE relnamespace::regnamespace::text
      NOT IN ('pg_catalog', 'information_schema')
    AND relkind IN ('r', 'p', 'v', 'm', 'f')
    AND (has_any_column_privilege('choir_app', oid, 'SELECT, INSERT, UPDATE')
      OR has_table_privilege('choir_app', oid, 'DELETE, TRUNCATE'))
    AND NOT relrowsecurity
    AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)
  ORDER BY relname`;

test('the app has no right on a table or view without a filter', async () => {
  assert.deepEqual((await owner.query(unguarded)).rows, []);
});
// #endregion policy

test('the app is neither owner nor superuser', async () => {
  const { rows } = await app.query(
    `SELECT rolsuper OR rolbypassrls AS mighty,
       EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid) AS owns
     FROM pg_roles WHERE rolname = current_user`,
  );
  assert.deepEqual(rows, [{ mighty: false, owns: false }]);
});

test('a reference to another choir is refused, even for the owner', async () => {
  await assert.rejects(owner.query('INSERT INTO lineup VALUES (12, 1, 2)'), {
    code: '23503',
  });
});

test('two choirs may use the same email', async () => {
  await run(
    12,
    "INSERT INTO singer (name, email) VALUES ('C', 'carlo@example.com')",
  );
});

test('a commit that rolled back is an error', async () => {
  const careless = (client) => client.query('SELECT 1 / 0').catch(() => {});
  await assert.rejects(
    asTenant(12, () => tenantTransaction(app, careless)),
    /rolled back/,
  );
});

test('a query without a tenant fails on new and on used connections', async () => {
  const { app, stop } = await startDatabase({ connections: 1 });
  await assert.rejects(app.query('SELECT * FROM singer'), { code: '42704' });
  await asTenant(12, () =>
    tenantTransaction(app, (client) => client.query('SELECT 1')),
  );
  await assert.rejects(app.query('SELECT * FROM singer'), { code: '22P02' });
  await stop();
});

test('many interleaved requests of two choirs see their own names', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, async (_, n) => {
      const choirId = n % 2 ? 12 : 21;
      const { rows } = await run(choirId, 'SELECT choir_id FROM singer');
      return rows.every((row) => row.choir_id === choirId);
    }),
  );
  assert.ok(answers.every(Boolean));
});

test('a user reaches only choirs of which they are a member', async () => {
  const handler = () => ({ status: 200, choir: tenant() });
  const ok = { status: 200, choir: 12 };
  assert.deepEqual(await handleAs(app, 100, '12', handler), ok);
  for (const wanted of ['21', '99', 'x', '', '99999999999'])
    assert.equal((await handleAs(app, 100, wanted, handler)).status, 404);
});

test('cache and jobs keep the choir', async () => {
  const load = async () => `settings of ${tenant()}`;
  const read = (id) => asTenant(id, () => cached('settings', load));
  assert.deepEqual(await Promise.all([read(12), read(21), read(12)]), [
    'settings of 12',
    'settings of 21',
    'settings of 12',
  ]);
  const seen = [];
  asTenant(12, () => enqueue('export', { format: 'csv' }));
  asTenant(21, () => enqueue('export', { format: 'pdf' }));
  await work({ export: ({ format }) => seen.push([tenant(), format]) });
  assert.deepEqual(seen, [
    [12, 'csv'],
    [21, 'pdf'],
  ]);
  await assert.rejects(cached('settings', load), /no tenant here/);
});

test('one choir at its limit leaves the other alone', async () => {
  const limited = perTenant({ running: 2, waiting: 3 });
  let finish;
  const open = new Promise((resolve) => (finish = resolve));
  const mine = Array.from({ length: 6 }, () =>
    asTenant(12, () => limited(() => open)),
  );
  await assert.rejects(mine[5], TooMany);
  assert.equal(await asTenant(21, () => limited(() => 'done')), 'done');
  finish();
  assert.equal((await Promise.all(mine.slice(0, 5))).length, 5);
  assert.equal(await asTenant(12, () => limited(() => 'again')), 'again');
});

test('a view of the owner shows all choirs unless it is security_invoker', async () => {
  await owner.query(
    `CREATE VIEW names AS SELECT choir_id FROM singer;
     CREATE VIEW own_names WITH (security_invoker) AS SELECT choir_id FROM singer;
     GRANT SELECT ON names, own_names TO choir_app`,
  );
  const choirs = async (view) =>
    (await run(12, `SELECT DISTINCT choir_id FROM ${view}`)).rowCount;
  assert.equal(await choirs('names'), 2);
  assert.equal(await choirs('own_names'), 1);
});

test('the look into the catalog finds what would show other choirs', async () => {
  await owner.query(
    `CREATE TABLE invoice (choir_id int, cents int);
     CREATE TABLE note (choir_id int, text text);
     CREATE SCHEMA reports;
     CREATE TABLE reports.attendance (lineup_id int);
     CREATE MATERIALIZED VIEW totals AS SELECT choir_id, count(*) FROM singer GROUP BY 1;
     GRANT SELECT (cents) ON invoice TO choir_app;
     GRANT DELETE ON note TO choir_app;
     GRANT SELECT ON reports.attendance, totals TO choir_app`,
  );
  const { rows } = await owner.query(unguarded);
  assert.deepEqual(
    rows.map((row) => row.relname),
    ['attendance', 'invoice', 'names', 'note', 'totals'],
  );
});

test("the app can't list choirs or members", async () => {
  for (const table of ['choir', 'membership'])
    await assert.rejects(run(12, `SELECT * FROM ${table}`), { code: '42501' });
});
