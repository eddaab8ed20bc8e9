import assert from 'node:assert/strict';

export function test(shippingPrice) {
  assert.equal(shippingPrice(49.99), 5);
  assert.equal(shippingPrice(50), 0);
}
