const post = (module, body) =>
  module.fetch(new Request('http://shop.test/accounts', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }));
const json = (module, value) => post(module, JSON.stringify(value));

async function fieldsOf(module, value, assert) {
  const response = await json(module, value);
  assert.equal(response.status, 422, `${JSON.stringify(value)} breaks a rule: expected 422, found ${response.status}.`);
  const { errors } = await response.json();
  assert.ok(Array.isArray(errors), 'The answer should have a list called `errors`.');
  return errors.map(({ field }) => field).join(', ');
}

export default [
  {
    name: 'A good account is created',
    async run({ module, assert }) {
      const response = await json(module, { name: '  Ada ', age: 36 });
      assert.equal(response.status, 201, `Name and age are fine: expected 201, found ${response.status}.`);
      const found = await response.json();
      assert.deepEqual(found, { name: 'Ada', age: 36 }, `Expected the trimmed name and the age, found ${JSON.stringify(found)}.`);
    },
  },
  {
    name: 'Both errors are reported together',
    async run({ module, assert }) {
      const found = await fieldsOf(module, { name: '', age: 12 }, assert);
      assert.equal(found, 'name, age', `Name and age are wrong: expected both fields, found ${found || 'none'}.`);
    },
  },
  {
    name: 'Values of the wrong type are errors, not crashes',
    async run({ module, assert }) {
      for (const value of [{ name: 7, age: '36' }, { name: null, age: null }, {}, { name: ['Ada'], age: 18.5 }]) {
        const found = await fieldsOf(module, value, assert);
        assert.equal(found, 'name, age', `In ${JSON.stringify(value)} both fields are wrong. Reported: ${found || 'none'}.`);
      }
    },
  },
  {
    name: 'The bounds belong to what is allowed',
    async run({ module, assert }) {
      for (const age of [18, 130]) {
        const { status } = await json(module, { name: 'x'.repeat(50), age });
        assert.equal(status, 201, `50 characters and the age ${age} are allowed: expected 201, found ${status}.`);
      }
      const found = await fieldsOf(module, { name: 'x'.repeat(51), age: 131 }, assert);
      assert.equal(found, 'name, age', `51 characters and the age 131 are too much. Reported: ${found || 'none'}.`);
      const blank = await fieldsOf(module, { name: '   ', age: 20 }, assert);
      assert.equal(blank, 'name', `A name of blanks is empty. Reported: ${blank || 'none'}.`);
    },
  },
  {
    name: 'A body that is no JSON object gets 400',
    async run({ module, assert }) {
      for (const body of ['{"name": ', 'null', '[]', '"Ada"', '']) {
        const response = await post(module, body);
        assert.equal(response.status, 400, `The body ${JSON.stringify(body)} is no JSON object: expected 400, found ${response.status}.`);
        const answer = await response.json();
        assert.ok(answer.error, 'The answer 400 should say what is wrong in `error`.');
      }
    },
  },
  {
    name: 'Unknown fields do not get through',
    async run({ module, assert }) {
      const found = await (await json(module, { name: 'Ada', age: 36, role: 'admin' })).json();
      assert.deepEqual(Object.keys(found).sort(), ['age', 'name'], `Only name and age may go on. Found ${Object.keys(found).join(', ')}.`);
    },
  },
];
