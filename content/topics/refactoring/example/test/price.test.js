import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../src/compare.js';
import { price } from '../src/price.js';
import { price as before } from '../steps/0-found.js';

test('the price is what it was before the refactoring', () => {
  const { cases, differences } = compare(before, price);
  assert.ok(cases > 40_000);
  assert.deepEqual(differences, []);
});

test('the comparison notices a table that is a plain object', () => {
  const percentOf = { guest: 100, member: 80, resident: 50 };
  const after = (m, type, lost) =>
    percentOf[type] instanceof Function ? NaN : price(m, type, lost);
  const { differences } = compare(price, after);
  assert.equal(differences[0].type, 'constructor');
});

test('the comparison notices one wrong minute', () => {
  const slip = (m, type, lost) => before(m === 15 ? 16 : m, type, lost);
  const { differences } = compare(before, slip);
  const found = differences.map(({ m, type }) => `${m} ${type}`);
  assert.equal(found.length, 5);
  assert.equal(found[0], '15 guest');
});

for (const name of ['rewrite', '3-return-early-slip']) {
  test(`the comparison notices the mistake in ${name}`, async () => {
    const { price: wrong } = await import(`../steps/${name}.js`);
    assert.ok(compare(before, wrong).differences.length > 0);
  });
}

for (const name of ['1-rename', '2-extract', '3-return-early', '4-tables']) {
  test(`${name} changes no price`, async () => {
    const { price: step } = await import(`../steps/${name}.js`);
    assert.deepEqual(compare(before, step).differences, []);
  });
}
