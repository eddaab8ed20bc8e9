import assert from 'node:assert/strict';
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

check('a cycle of roles ends', async (db) => {
  await db.query(`INSERT INTO role_inherits VALUES ('viewer', 'treasurer')`);
  const { rows } = await db.query(
    `SELECT FROM effective WHERE person = 'lind' AND permission = 'limit:set'`,
  );
  assert.equal(rows.length, 1);
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
