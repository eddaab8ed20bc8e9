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
  {
    name: 'Both lines use the variables',
    async run({ fresh, source, assert }) {
      let changed = source;
      for (const [name, before, after] of [['name', "'Ada'", "'Grace'"], ['product', "'coffee'", "'tea'"], ['count', '2', '5'], ['city', "'Oslo'", "'Rome'"]]) {
        const value = new RegExp(`\\b${name}\\s*=\\s*${before.replaceAll("'", '[\'"`]')}`);
        assert.match(source, value, `Your program should have a variable ${name} with the value ${before}.`);
        changed = changed.replace(value, `${name} = ${after}`);
      }
      const { stdout } = await fresh({ 'main.js': changed });
      for (const [at, expected] of ['Order for Grace: 5 x tea', 'Ship to Grace in Rome'].entries()) {
        const line = lineOf(stdout, at);
        assert.equal(line, expected, `The variables were changed to Grace, tea, 5 and Rome. Line ${at + 1} should say "${expected}", but ${shown(line)}.`);
      }
    },
  },
];
