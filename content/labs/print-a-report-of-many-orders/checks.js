const lines = (stdout) => stdout.trimEnd().split('\n');

export default [
  {
    name: 'Each order has its own line',
    run({ stdout, assert }) {
      const found = lines(stdout).slice(0, 3);
      assert.deepEqual(found, ['Amara: 12', 'Bilal: 30', 'Chen: 8'], `The first three lines should be "Amara: 12", "Bilal: 30" and "Chen: 8". Found ${found.map((line) => `"${line}"`).join(', ')}.`);
    },
  },
  {
    name: 'The last line is the total',
    run({ stdout, assert }) {
      const found = lines(stdout).at(-1);
      assert.equal(found, 'Total: 50', `12 and 30 and 8 are 50, so the last line should be "Total: 50". Found "${found}".`);
    },
  },
  {
    name: 'Nothing else is printed',
    run({ stdout, assert }) {
      const found = lines(stdout).length;
      assert.equal(found, 4, `Three orders and the total are 4 lines. Found ${found}.`);
    },
  },
];
