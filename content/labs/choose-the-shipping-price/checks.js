function shippingOf(stdout, total, assert) {
  const line = stdout.split('\n').find((each) => each.startsWith(`${total} -> `));
  assert.ok(line, `There is no line for ${total}. Expected a line that begins with "${total} -> ".`);
  return line.slice(`${total} -> `.length);
}

export default [
  {
    name: 'An order of 1999 pays 499',
    run({ stdout, assert }) {
      const found = shippingOf(stdout, 1999, assert);
      assert.equal(found, '499', `1999 is less than 2000: expected 499, found ${found}.`);
    },
  },
  {
    name: 'Orders of 2000 and 4999 pay 299',
    run({ stdout, assert }) {
      for (const total of [2000, 4999]) {
        const found = shippingOf(stdout, total, assert);
        assert.equal(found, '299', `${total} is between 2000 and 4999, limits included: expected 299, found ${found}.`);
      }
    },
  },
  {
    name: 'An order of 5000 ships free',
    run({ stdout, assert }) {
      const found = shippingOf(stdout, 5000, assert);
      assert.equal(found, '0', `5000 is “5000 or more”: expected 0, found ${found}.`);
    },
  },
];
