const linesOf = (stdout) => stdout.trimEnd().split('\n');

export default [
  {
    name: 'The total in cents is a whole number',
    run({ stdout, assert }) {
      const [line] = linesOf(stdout);
      assert.equal(line, '330', `110 cents and 220 cents make 330. Line 1 should say "330", your program printed "${line}".`);
    },
  },
  {
    name: 'The second line shows dollars with two digits after the point',
    run({ stdout, assert }) {
      const line = linesOf(stdout)[1];
      assert.ok(line !== undefined, 'There is no second line yet. It should show the total in dollars: "$3.30".');
      assert.equal(line, '$3.30', `Line 2 should say "$3.30", your program printed "${line}".`);
    },
  },
];
