const linesOf = (stdout) => stdout.trimEnd().split('\n');

/** What the program prints with other prices in the list. */
async function withPrices({ fresh, source, assert }, prices) {
  const list = /\[\s*499,\s*1250,\s*300,\s*700,?\s*\]/;
  assert.match(source, list, 'The list of prices should stay as it was: [499, 1250, 300, 700].');
  return linesOf((await fresh({ 'main.js': source.replace(list, `[${prices.join(', ')}]`) })).stdout);
}

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
  {
    name: 'Both numbers are computed from the list',
    async run(context) {
      for (const prices of [[100, 9, 30, 20], [100, 50, 80], [1, 2, 3, 4, 5], [700], [30, 90, 90, 20], [0, 0]]) {
        const [total, highest] = await withPrices(context, prices);
        const what = `With the prices ${prices.join(', ')} in the list,`;
        const sum = prices.reduce((all, price) => all + price, 0);
        context.assert.equal(total, `Total: ${sum}`, `${what} line 1 should say "Total: ${sum}", your program printed "${total}".`);
        const most = Math.max(...prices);
        context.assert.equal(highest, `Highest: ${most}`, `${what} line 2 should say "Highest: ${most}", your program printed "${highest}".`);
      }
    },
  },
];
