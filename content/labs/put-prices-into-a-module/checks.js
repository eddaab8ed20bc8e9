export default [
  {
    name: 'The price with tax is printed',
    run({ stdout, assert }) {
      assert.equal(stdout.trim(), '1250', `1000 cents and 25% are 1250. Printed: "${stdout.trim()}".`);
    },
  },
  {
    name: 'The function is exported',
    run({ module, assert }) {
      assert.equal(typeof module.withTax, 'function', 'Other files cannot import withTax yet. Write export in front of function.');
    },
  },
  {
    name: 'Prices are whole cents',
    run({ module, assert }) {
      for (const [cents, exact, expected] of [[999, '1248.75', 1249], [1, '1.25', 1], [4, '5', 5], [0, '0', 0], [123457, '154321.25', 154321]]) {
        const found = module.withTax?.(cents);
        assert.equal(found, expected, `${cents} * 1.25 is ${exact}, which is ${expected} in whole cents. Found ${found}.`);
      }
    },
  },
  {
    name: 'The rate comes from the module',
    async run({ fresh, assert }) {
      for (const [rate, cents, expected] of [[0.1, 1000, 1100], [0.07, 333, 356], [0, 45, 45]]) {
        const { module, stdout } = await fresh({ 'tax.js': `export const taxRate = ${rate};` });
        const found = module.withTax?.(cents);
        assert.equal(found, expected, `The rate in tax.js was changed to ${rate}. withTax(${cents}) should be ${expected}, found ${found}. Import taxRate from ./tax.js and calculate with it.`);
        const printed = String(1000 + 1000 * rate);
        assert.equal(stdout.trim(), printed, `The rate in tax.js was changed to ${rate}. The program should print withTax(1000), which is ${printed}. Printed: "${stdout.trim()}".`);
      }
    },
  },
];
