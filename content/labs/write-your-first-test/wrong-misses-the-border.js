// fails: They catch a function that is wrong at exactly 50
import assert from 'node:assert/strict';

export function test(shippingPrice) {
  assert.equal(shippingPrice(20), 5);
  assert.equal(shippingPrice(80), 0);
}
