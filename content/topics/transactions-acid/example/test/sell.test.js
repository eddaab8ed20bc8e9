import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { books, openCinema, reset, rush } from '../dev/cinema.js';
import { moveCredit } from '../src/move-credit.js';
import { naiveSell } from '../src/naive.js';
import {
  saveTitle,
  sell,
  sellInTransaction,
  sellSerializable,
  sellWithLock,
} from '../src/sell.js';

let pool, close;

before(async () => {
  ({ pool, close } = await openCinema());
});
beforeEach(() => reset(pool, { seats: 10 }));
after(() => close());

const bob = { showId: 7, code: 'bob' };

test('the naive version prints a ticket that no one paid', async () => {
  await assert.rejects(naiveSell(pool, bob), { code: '23514' });
  assert.deepEqual(await books(pool), { seats_left: 9, tickets: 1, paid: 0 });
});

test('a transaction alone still oversells', async () => {
  await rush((order) => sellInTransaction(pool, order));
  const { tickets, paid } = await books(pool);
  assert.ok(tickets > 10, `${tickets} tickets`);
  assert.equal(paid, tickets);
});

// #region rush
for (const way of [sell, sellWithLock, sellSerializable]) {
  test(`${way.name} leaves no trace when the card is too low`, async () => {
    await assert.rejects(way(pool, bob), { code: '23514' });
    assert.deepEqual(await books(pool), {
      seats_left: 10,
      tickets: 0,
      paid: 0,
    });
  });

  test(`${way.name} doesn't call an unknown show sold out`, async () => {
    assert.equal(await way(pool, { ...bob, showId: 8 }), 'no such show');
  });

  test(`${way.name} never sells more than 10 seats`, async () => {
    const results = await rush((order) => way(pool, order));
    const { seats_left, tickets, paid } = await books(pool);
    assert.equal(tickets, results.sold);
    // at SERIALIZABLE, a buyer's attempts may run out
    if (way !== sellSerializable)
      assert.deepEqual(results, { sold: 10, 'sold out': 40 });
    assert.equal(paid, tickets);
    assert.equal(seats_left, 10 - tickets);
  });
}
// #endregion rush

test('the second of two editors is told', async () => {
  const edit = { showId: 7, version: 1 };
  assert.equal(await saveTitle(pool, { ...edit, title: 'M' }), 'saved');
  assert.equal(
    await saveTitle(pool, { ...edit, title: 'Nosferatu' }),
    'changed or deleted by someone else',
  );
});

// #region counting
test('one statement that counts other rows still oversells', async () => {
  const { sold } = await rush(async ({ showId, code }) => {
    const { rowCount } = await pool.query(
      `INSERT INTO ticket (show_id, code) SELECT $1, $2
       WHERE (SELECT count(*) FROM ticket WHERE show_id = $1) < 10`,
      [showId, code],
    );
    return rowCount === 1 ? 'sold' : 'sold out';
  });
  assert.ok(sold > 10, `${sold} sold`);
});
// #endregion counting

test('a move takes from one card and adds to the other', async () => {
  await moveCredit(pool, { from: 'card-1', to: 'card-2', cents: 400 });
  const { rows } = await pool.query(
    "SELECT cents FROM gift_card WHERE code IN ('card-1', 'card-2') ORDER BY code",
  );
  assert.deepEqual(rows, [{ cents: 2600 }, { cents: 3400 }]);
});

test('a move to a card that is not there, or of no money, changes nothing', async () => {
  const moves = [
    { from: 'card-1', to: 'typo', cents: 400 },
    { from: 'typo', to: 'card-1', cents: 400 },
    { from: 'card-1', to: 'card-2', cents: -400 },
    { from: 'card-1', to: 'card-1', cents: 400 },
  ];
  for (const move of moves) {
    await assert.rejects(async () => moveCredit(pool, move), RangeError);
  }
  const { rows } = await pool.query('SELECT sum(cents)::int FROM gift_card');
  assert.equal(rows[0].sum, 50 * 3000 + 500);
});

test('200 moves of credit at once keep the sum, without deadlocks', async () => {
  const moves = Array.from({ length: 200 }, () => {
    const from = Math.floor(Math.random() * 5);
    const to = (from + 1 + Math.floor(Math.random() * 4)) % 5;
    return moveCredit(pool, {
      from: `card-${from + 1}`,
      to: `card-${to + 1}`,
      cents: 400,
    }).catch(({ code }) => code);
  });
  const results = new Set(await Promise.all(moves));
  assert.ok(!results.has('40P01'));
  const { rows } = await pool.query('SELECT sum(cents)::int FROM gift_card');
  assert.equal(rows[0].sum, 50 * 3000 + 500);
});
