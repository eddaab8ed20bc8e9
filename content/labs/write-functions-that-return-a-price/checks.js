export default [
  {
    name: 'The total of a line is returned',
    run({ module, assert }) {
      for (const [price, quantity, expected] of [[250, 3, 750], [1999, 1, 1999], [40, 12, 480], [7, 0, 0], [123, 45, 5535]]) {
        const found = module.lineTotal(price, quantity);
        assert.ok(found !== undefined, `lineTotal(${price}, ${quantity}) returned nothing. Does the function have a \`return\`?`);
        assert.equal(found, expected, `lineTotal(${price}, ${quantity}) should return ${expected}, found ${found}.`);
      }
    },
  },
  {
    name: 'A price is returned as text in dollars',
    run({ module, assert }) {
      for (const [cents, expected] of [[750, '$7.50'], [1999, '$19.99'], [5, '$0.05'], [0, '$0.00'], [100, '$1.00'], [123456, '$1234.56'], [4210, '$42.10']]) {
        const found = module.formatPrice(cents);
        assert.ok(found !== undefined, `formatPrice(${cents}) returned nothing. Does the function have a \`return\`?`);
        assert.equal(found, expected, `formatPrice(${cents}) should return "${expected}", found "${found}".`);
      }
    },
  },
  {
    name: 'The functions themselves do not print anything',
    run({ module, stdout, assert }) {
      const lines = stdout.trimEnd().split('\n');
      assert.deepEqual(lines, ['750', '$7.50'], `Expected the two lines "750" and "$7.50", found ${lines.length}: ${lines.map((line) => `"${line}"`).join(', ')}.`);
      const { log } = console;
      const printed = [];
      console.log = (...given) => printed.push(given.join(' '));
      try {
        module.lineTotal(40, 12);
        module.formatPrice(1999);
      } finally {
        console.log = log;
      }
      assert.equal(printed.length, 0, `The check called lineTotal(40, 12) and formatPrice(1999), and they printed "${printed.join('" and "')}". Let them return it instead.`);
    },
  },
  {
    name: 'What is printed comes from the functions',
    async run({ fresh, source, assert }) {
      const call = /lineTotal\(\s*250,\s*3\s*\)/;
      assert.match(source, call, 'The program should still print lineTotal(250, 3).');
      const [line] = (await fresh({ 'main.js': source.replace(call, 'lineTotal(300, 4)') })).stdout.split('\n');
      assert.equal(line, '1200', `lineTotal(250, 3) was changed to lineTotal(300, 4). Line 1 should say "1200", your program printed "${line}".`);
      const price = /formatPrice\(\s*(?:750|lineTotal\(\s*250,\s*3\s*\))\s*\)/;
      assert.match(source, price, 'The program should still print formatPrice(750).');
      const [, text] = (await fresh({ 'main.js': source.replace(price, 'formatPrice(305)') })).stdout.split('\n');
      assert.equal(text, '$3.05', `formatPrice(750) was changed to formatPrice(305). Line 2 should say "$3.05", your program printed "${text}".`);
    },
  },
];
