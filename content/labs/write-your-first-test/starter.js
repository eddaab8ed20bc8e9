import assert from 'node:assert/strict';

export function test(shippingPrice) {
  assert.equal(shippingPrice(20), 5);
}
