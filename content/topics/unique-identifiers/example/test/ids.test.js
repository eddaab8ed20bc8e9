import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { invite, randomCode } from '../src/codes.js';
import { measure } from '../src/measure.js';

test('random keys take more space and more log than rising ones', async () => {
  const v4 = await measure('uuid DEFAULT gen_random_uuid()', 20_000);
  const v7 = await measure('uuid DEFAULT uuidv7()', 20_000);
  assert.ok(v4.index > 1.2 * v7.index, JSON.stringify({ v4, v7 }));
  assert.ok(v4.log > 2 * v7.log, JSON.stringify({ v4, v7 }));
});

async function invitations(t) {
  const db = await PGlite.create();
  t.after(() => db.close());
  await db.exec(
    'CREATE TABLE invitation (code text PRIMARY KEY, practice text NOT NULL)',
  );
  return db;
}

test('a code that is taken is replaced by another one', async (t) => {
  const db = await invitations(t);
  const codes = ['AAAA', 'AAAA', 'BBBB'];
  const make = () => codes.shift();
  assert.equal(await invite(db, 'north', make), 'AAAA');
  assert.equal(await invite(db, 'south', make), 'BBBB');
  const { rows } = await db.query('SELECT practice FROM invitation ORDER BY 1');
  assert.deepEqual(rows, [{ practice: 'north' }, { practice: 'south' }]);
});

test('when all codes are taken, it gives up', async (t) => {
  const db = await invitations(t);
  await invite(db, 'north', () => 'AAAA');
  await assert.rejects(
    invite(db, 'south', () => 'AAAA'),
    /make them longer/,
  );
});

test('two requests at once get two codes', async (t) => {
  const db = await invitations(t);
  const draws = (...codes) => {
    return () => codes.shift();
  };
  const codes = await Promise.all([
    invite(db, 'north', draws('AAAA', 'BBBB')),
    invite(db, 'south', draws('AAAA', 'CCCC')),
  ]);
  assert.equal(new Set(codes).size, 2);
});

test('the codes come from the secure source, without look-alikes', (t) => {
  t.mock.method(Math, 'random', () =>
    assert.fail('Math.random can be guessed'),
  );
  assert.match(randomCode(10_000), /^[2-9A-HJ-KMNP-TV-Z]+$/);
});

test('every character of the alphabet is about as likely', () => {
  const counts = new Map();
  for (const c of randomCode(60_000)) counts.set(c, (counts.get(c) ?? 0) + 1);
  assert.equal(counts.size, 30);
  for (const [c, n] of counts) assert.ok(n > 1700 && n < 2300, `${c}: ${n}`);
});
