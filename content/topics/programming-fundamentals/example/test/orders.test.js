// #region first
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPrice, parseOrder, sumOrders } from '../src/orders.js';

test('turns a line into a product and a quantity', () => {
  const order = parseOrder(' bread , 100');
  assert.equal(order.product.name, 'bread');
  assert.equal(order.quantity, 100);
});

test('refuses a quantity that is not a whole number from 1 to 100', () => {
  for (const text of ['two', '', '0', '-1', '1.5', '101']) {
    assert.equal(
      parseOrder(`bread, ${text}`).problem,
      `"${text}" is not a whole number from 1 to 100`,
    );
  }
});
// #endregion first

// #region rest
test('refuses other lines that it cannot read', () => {
  assert.equal(parseOrder('tart, 1').problem, '"tart" is not on the menu');
  assert.notEqual(parseOrder('bread').problem, undefined);
  assert.notEqual(parseOrder('bread, 2, 3').problem, undefined);
});

test('adds up the good lines and reports the bad ones', () => {
  assert.deepEqual(sumOrders('bread, 2\n\ncoffee, 1\ntart, 1\n'), {
    accepted: 2,
    cents: 980,
    problems: ['line 4: "tart" is not on the menu'],
  });
});

test('a file without orders adds up to zero', () => {
  assert.deepEqual(sumOrders(''), { accepted: 0, cents: 0, problems: [] });
});

test('a price has two decimals', () => {
  assert.equal(formatPrice(5), '0.05');
  assert.equal(formatPrice(1330), '13.30');
});
// #endregion rest
