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
  {
    name: 'The report fits any list of orders',
    async run({ fresh, source, assert }) {
      const list = /\[\s*\{\s*customer: 'Amara'/;
      assert.match(source, list, 'The list of orders should stay as it was, with Amara first.');
      const more = "[{ customer: 'Dana', total: 5 }, { customer: 'Emre', total: 100 }, { customer: 'Dana', total: 0.5 }, { customer: 'Amara'";
      const { stdout } = await fresh({ 'main.js': source.replace(list, more).replace(/\btotal: 30\b/, 'total: 31') });
      const expected = ['Dana: 5', 'Emre: 100', 'Dana: 0.5', 'Amara: 12', 'Bilal: 31', 'Chen: 8', 'Total: 156.5'];
      for (const [at, line] of expected.entries()) {
        const found = lines(stdout)[at];
        assert.equal(found, line, `Dana with 5, Emre with 100 and Dana again with 0.5 were put in front of the list, and Bilal's total became 31. Line ${at + 1} should be "${line}", found "${found}".`);
      }
      const empty = await fresh({ 'main.js': source.replace(/\[\s*\{\s*customer: 'Amara'[^\]]*\]/, '[]') });
      const found = empty.stdout.trim();
      assert.equal(found, 'Total: 0', `The list was empty: expected only "Total: 0", found "${found}".`);
    },
  },
];
