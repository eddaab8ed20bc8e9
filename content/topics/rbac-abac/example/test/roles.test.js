import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { decide } from '../src/decide.js';
import { audit, bridge, openTown, weber } from '../src/town.js';

const db = await openTown();

/** A test whose changes are rolled back. */
function check(name, work) {
  test(name, () =>
    db.transaction(async (tx) => {
      await work(tx);
      await tx.rollback();
    }),
  );
}

check('inherited and expired roles count as they should', async (db) => {
  const { rows } = await db.query('SELECT * FROM effective ORDER BY 1, 2');
  assert.deepEqual(
    rows.map(({ person, permission }) => `${person} ${permission}`),
    [
      'lind invoice:enter',
      'lind invoice:read',
      'okoye invoice:approve',
      'okoye invoice:read',
      'okoye limit:set',
      'weber invoice:approve',
      'weber invoice:enter',
      'weber invoice:read',
    ],
  );
  assert.deepEqual((await db.query(audit)).rows, [
    { enters_and_approves: 'weber' },
  ]);
});

// In a process of its own: with UNION ALL, the query never ends. (Ask for all
// rows. For a single permission, PostgreSQL would stop at the first one.)
test('a cycle of roles ends', () => {
  const code = `
    const { openTown } = await import('./src/town.js');
    const db = await openTown();
    await db.query("INSERT INTO role_inherits VALUES ('viewer', 'treasurer')");
    const sql = "SELECT * FROM effective WHERE person = 'lind'";
    console.log((await db.query(sql)).rows.length);
    process.exit();`;
  const { stdout } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', code],
    { cwd: join(import.meta.dirname, '..'), timeout: 28_000 },
  );
  assert.equal(String(stdout), '4\n');
});

check('an assignment holds on its last day', async (db) => {
  const role = `UPDATE assignments SET until = current_date + $1::int
    WHERE person = 'lind' AND role = 'accountant'`;
  for (const [days, holds] of [
    [0, 1],
    [-1, 0],
  ]) {
    await db.query(role, [days]);
    const { rows } = await db.query(
      `SELECT FROM effective WHERE person = 'lind' AND permission = 'invoice:approve'`,
    );
    assert.equal(rows.length, holds);
  }
});

check('taking a role away works at once', async (db) => {
  const request = {
    user: weber,
    action: 'invoice:approve',
    invoice: bridge,
    year: 2026,
  };
  assert.equal((await decide(db, request)).allowed, true);
  await db.query(`DELETE FROM assignments WHERE role = 'accountant'`);
  assert.equal((await decide(db, request)).allowed, false);
});

check('an action that no rule is about is refused', async (db) => {
  const request = {
    user: weber,
    action: 'invoice:read',
    invoice: bridge,
    year: 2026,
  };
  assert.equal((await decide(db, request)).allowed, false);
});
