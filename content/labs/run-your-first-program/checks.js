const greeted = ['Ada', 'Grace', 'Linus'];

export default [
  {
    name: 'Ada is greeted first',
    run({ stdout, assert }) {
      const [first] = stdout.split('\n');
      assert.equal(first, 'Hello, Ada!', `The first line should be "Hello, Ada!". Your program printed "${first}".`);
    },
  },
  {
    name: 'All three are greeted, one on each line',
    run({ stdout, assert }) {
      const lines = stdout.trimEnd().split('\n');
      for (const [at, name] of greeted.entries()) {
        const found = lines[at] === undefined ? 'there is no such line' : `it says "${lines[at]}"`;
        assert.equal(lines[at], `Hello, ${name}!`, `Line ${at + 1} should say "Hello, ${name}!", but ${found}.`);
      }
    },
  },
  {
    name: 'Nothing else is printed',
    run({ stdout, assert }) {
      const count = stdout.trimEnd().split('\n').length;
      assert.equal(count, 3, `Three names give three lines. Your program printed ${count}.`);
    },
  },
  {
    name: 'The names come from the list',
    async run({ fresh, source, assert }) {
      const others = { Ada: 'Zoë', Grace: 'Ken', Linus: 'Zoë' };
      let changed = source;
      for (const [name, other] of Object.entries(others)) {
        const text = new RegExp(`(['"\`])${name}\\1`, 'g');
        assert.match(source, text, `The list of names should hold ${name}, in quotes.`);
        changed = changed.replaceAll(text, `'${other}'`);
      }
      const lines = (await fresh({ 'main.js': changed })).stdout.trimEnd().split('\n');
      for (const [at, name] of Object.values(others).entries())
        assert.equal(lines[at], `Hello, ${name}!`, `The names were changed to Zoë, Ken and Zoë. Line ${at + 1} should say "Hello, ${name}!", but it says "${lines[at]}".`);
    },
  },
];
