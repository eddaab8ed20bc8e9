export default [
  {
    name: 'The total of a line is returned',
    run({ module, assert }) {
      for (const [price, quantity, expected] of [[250, 3, 750], [1999, 1, 1999], [40, 12, 480]]) {
        const found = module.lineTotal(price, quantity);
        assert.ok(found !== undefined, `lineTotal(${price}, ${quantity}) returned nothing. Does the function have a \`return\`?`);
        assert.equal(found, expected, `lineTotal(${price}, ${quantity}) should return ${expected}, found ${found}.`);
      }
    },
  },
  {
    name: 'A price is returned as text in dollars',
    run({ module, assert }) {
      for (const [cents, expected] of [[750, '$7.50'], [1999, '$19.99'], [5, '$0.05'], [0, '$0.00']]) {
        const found = module.formatPrice(cents);
        assert.ok(found !== undefined, `formatPrice(${cents}) returned nothing. Does the function have a \`return\`?`);
        assert.equal(found, expected, `formatPrice(${cents}) should return "${expected}", found "${found}".`);
      }
    },
  },
  {
    name: 'The functions themselves print nothing',
    async run({ stdout, assert }) {
      const lines = stdout.trimEnd().split('\n');
      assert.deepEqual(lines, ['750', '$7.50'], `Expected the two lines "750" and "$7.50", found ${lines.length}: ${lines.map((line) => `"${line}"`).join(', ')}.`);
    },
  },
];
