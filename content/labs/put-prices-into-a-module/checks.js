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
      assert.equal(module.withTax?.(999), 1249, `999 * 1.25 is 1248.75, which is 1249 in whole cents. Found ${module.withTax?.(999)}.`);
    },
  },
  {
    name: 'The rate comes from the module',
    run({ source, assert }) {
      assert.ok(/from\s+['"]\.\/tax\.js['"]/.test(source), 'Import taxRate from ./tax.js.');
      assert.ok(!/0?\.25/.test(source), 'The number 0.25 is in your file. Use taxRate, so that the rate is in one place only.');
    },
  },
];
