const linesOf = (stdout) => stdout.trimEnd().split('\n');

/** What the program prints with other prices in place of 110 and 220. */
async function withPrices({ fresh, source, assert }, tea, stamp) {
  for (const cents of ['110', '220'])
    assert.match(source, new RegExp(`\\b${cents}\\b`), `There is no ${cents} in your program. Write both prices as whole cents, 110 and 220.`);
  const changed = source.replaceAll(/\b110\b/g, tea).replaceAll(/\b220\b/g, stamp);
  return linesOf((await fresh({ 'main.js': changed })).stdout);
}

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
      const [, line, ...more] = linesOf(stdout);
      assert.ok(line !== undefined, 'There is no second line yet. It should show the total in dollars: "$3.30".');
      assert.equal(line, '$3.30', `Line 2 should say "$3.30", your program printed "${line}".`);
      assert.equal(more.length, 0, `Your program should print two lines. It printed ${more.length + 2}.`);
    },
  },
  {
    name: 'Both lines are computed from the prices',
    async run(context) {
      for (const [tea, stamp, total, dollars] of [[115, 290, '405', '$4.05'], [1, 4, '5', '$0.05'], [1999, 50001, '52000', '$520.00']]) {
        const [first, second] = await withPrices(context, tea, stamp);
        const what = `With ${tea} and ${stamp} instead of 110 and 220,`;
        context.assert.equal(first, total, `${what} line 1 should say "${total}", your program printed "${first}".`);
        context.assert.equal(second, dollars, `${what} line 2 should say "${dollars}", your program printed "${second}".`);
      }
    },
  },
];
