const lines = (stdout) => stdout.trimEnd().split('\n');

export default [
  {
    name: 'The customer is printed',
    run({ stdout, assert }) {
      const found = lines(stdout)[0];
      assert.equal(found, 'Customer: Amara', `Line 1 should be "Customer: Amara". Found "${found}".${found.endsWith('undefined') ? ' Print the property customer of the object that JSON.parse returns.' : ''}`);
    },
  },
  {
    name: 'The items are counted',
    run({ stdout, assert }) {
      const found = lines(stdout)[1];
      assert.equal(found, 'Items: 3', `The order has 3 items, so line 2 should be "Items: 3". Found ${found === undefined ? 'no second line' : `"${found}"`}.`);
    },
  },
  {
    name: 'The first item is printed',
    run({ stdout, assert }) {
      const found = lines(stdout)[2];
      assert.equal(found, 'First: tea', `The first item is tea, so line 3 should be "First: tea". Found ${found === undefined ? 'no third line' : `"${found}"`}. Counting starts at 0.`);
    },
  },
  {
    name: 'Every order in the text is read',
    async run({ fresh, source, assert }) {
      const text = /\btext\s*=\s*(['"`])\{.*\}\1/;
      assert.match(source, text, 'The line with the variable text should stay as it was.');
      for (const [customer, items] of [['Zoë', ['lamp']], ['Bilal', ['book', 'pen', 'ink', 'cup', 'tea']], ['Ada "A" Lee', ['a "b"', 'c']]]) {
        const other = JSON.stringify({ paid: true, items, customer });
        const found = lines((await fresh({ 'main.js': source.replace(text, () => `text = ${JSON.stringify(other)}`) })).stdout);
        const expected = [`Customer: ${customer}`, `Items: ${items.length}`, `First: ${items[0]}`];
        for (const [at, line] of expected.entries())
          assert.equal(found[at], line, `With the text ${other}, line ${at + 1} should be "${line}". Found ${found[at] === undefined ? 'no such line' : `"${found[at]}"`}.`);
        assert.equal(found.length, 3, `Your program should print three lines. It printed ${found.length}.`);
      }
    },
  },
];
