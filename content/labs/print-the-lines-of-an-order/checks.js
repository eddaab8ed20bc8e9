const lineOf = (stdout, at) => stdout.trimEnd().split('\n')[at];
const shown = (line) => (line === undefined ? 'there is no such line' : `your program printed "${line}"`);

export default [
  {
    name: 'The first line says who ordered what',
    run({ stdout, assert }) {
      const line = lineOf(stdout, 0);
      assert.ok(!line?.includes('${'), `The first line shows a variable's name instead of its value: "${line}". Put the text between backticks.`);
      assert.equal(line, 'Order for Ada: 2 x coffee', `Line 1 should say "Order for Ada: 2 x coffee", but ${shown(line)}.`);
    },
  },
  {
    name: 'The second line says where the order goes',
    run({ stdout, assert }) {
      const line = lineOf(stdout, 1);
      assert.equal(line, 'Ship to Ada in Oslo', `Line 2 should say "Ship to Ada in Oslo", but ${shown(line)}.`);
    },
  },
  {
    name: 'There are two lines and no more',
    run({ stdout, assert }) {
      const count = stdout.trimEnd().split('\n').length;
      assert.equal(count, 2, `Expected two lines, found ${count}.`);
    },
  },
];
