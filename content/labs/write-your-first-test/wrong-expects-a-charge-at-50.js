// fails: The tests pass for a right function
import assert from 'node:assert/strict';

export function test(shippingPrice) {
  assert.equal(shippingPrice(20), 5);
  assert.equal(shippingPrice(50), 5);
  assert.equal(shippingPrice(80), 0);
}
