function shippingOf(stdout, total, assert) {
  const line = stdout.split('\n').find((each) => each.startsWith(`${total} -> `));
  assert.ok(line, `There is no line for ${total}. Expected a line that begins with "${total} -> ".`);
  return line.slice(`${total} -> `.length);
}

/** What the program prints with other totals in the list. */
async function withTotals({ fresh, source, assert }, totals) {
  const list = /\[\s*1999,\s*2000,\s*4999,\s*5000,?\s*\]/;
  assert.match(source, list, 'The list of totals should stay as it was: [1999, 2000, 4999, 5000].');
  return (await fresh({ 'main.js': source.replace(list, `[${totals.join(', ')}]`) })).stdout;
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
  {
    name: 'Any other total finds its price',
    async run(context) {
      const prices = [[123456, 0], [3000, 299], [1, 499], [5001, 0], [0, 499], [4998, 299], [1500, 499], [2001, 299]];
      const totals = prices.map(([total]) => total);
      const stdout = await withTotals(context, totals);
      for (const [total, expected] of prices) {
        const found = shippingOf(stdout, total, context.assert);
        context.assert.equal(found, String(expected), `${total} in the list of totals [${totals.join(', ')}]: expected ${expected}, found ${found}.`);
      }
    },
  },
];
