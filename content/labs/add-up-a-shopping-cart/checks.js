const linesOf = (stdout) => stdout.trimEnd().split('\n');

export default [
  {
    name: 'The total holds every price',
    run({ stdout, assert }) {
      const lines = linesOf(stdout).filter((line) => line.startsWith('Total: '));
      assert.ok(lines.length > 0, 'There is no line that begins with "Total: " yet.');
      const found = lines.at(-1);
      assert.equal(found, 'Total: 2749', `499 + 1250 + 300 + 700 is 2749. Expected "Total: 2749", found "${found}".`);
    },
  },
  {
    name: 'The highest price is found',
    run({ stdout, assert }) {
      const lines = linesOf(stdout).filter((line) => line.startsWith('Highest: '));
      assert.ok(lines.length > 0, 'There is no line that begins with "Highest: " yet.');
      const found = lines.at(-1);
      assert.equal(found, 'Highest: 1250', `The highest of the four prices is 1250. Expected "Highest: 1250", found "${found}".`);
    },
  },
  {
    name: 'Only two lines are printed, the total first',
    run({ stdout, assert }) {
      const lines = linesOf(stdout);
      assert.equal(lines.length, 2, `Expected two lines, found ${lines.length}. Is a console.log inside the loop?`);
      assert.equal(lines[0], 'Total: 2749', `The first line should be the total. Found "${lines[0]}".`);
    },
  },
];
