const post = (module, body) =>
  module.fetch(new Request('http://shop.test/accounts', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }));
const json = (module, value) => post(module, JSON.stringify(value));

async function fieldsOf(module, value, assert) {
  const response = await json(module, value);
  assert.equal(response.status, 422, `${JSON.stringify(value)} breaks a rule: expected 422, found ${response.status}.`);
  const { errors } = await response.json();
  assert.ok(Array.isArray(errors), 'The answer should have a list called `errors`.');
  for (const error of errors)
    assert.ok(typeof error?.message === 'string' && error.message !== '', `Each error should have a message. For ${JSON.stringify(value)} found ${JSON.stringify(error)}.`);
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
    name: 'The smallest and largest allowed values are accepted',
    async run({ module, assert }) {
      for (const age of [18, 130]) {
        const { status } = await json(module, { name: 'x'.repeat(50), age });
        assert.equal(status, 201, `50 characters and the age ${age} are allowed: expected 201, found ${status}.`);
      }
      for (const name of ['A', ' A ', `  ${'x'.repeat(50)}  `, '   Zoë van Dam', '0']) {
        const response = await json(module, { name, age: 40 });
        assert.equal(response.status, 201, `The name ${JSON.stringify(name)} has 1 to 50 characters after trimming: expected 201, found ${response.status}.`);
        const { name: kept } = await response.json();
        assert.equal(kept, name.trim(), `The name ${JSON.stringify(name)} should be trimmed, found ${JSON.stringify(kept)}.`);
      }
      for (const age of [17, 131, 0, -20, 17.9, 18.5, '18', true, [18], 1e9]) {
        const found = await fieldsOf(module, { name: 'Ada', age }, assert);
        assert.equal(found, 'age', `The age ${JSON.stringify(age)} is not allowed, and the name is fine. Reported: ${found || 'none'}.`);
      }
      const found = await fieldsOf(module, { name: 'x'.repeat(51), age: 131 }, assert);
      assert.equal(found, 'name, age', `51 characters and the age 131 are too much. Reported: ${found || 'none'}.`);
      const blank = await fieldsOf(module, { name: '   ', age: 20 }, assert);
      assert.equal(blank, 'name', `A name that contains only spaces is empty. Reported: ${blank || 'none'}.`);
    },
  },
  {
    name: "A body that isn't a JSON object gets 400",
    async run({ module, assert }) {
      for (const body of ['{"name": ', 'null', '[]', '"Ada"', '', '7', 'true', '[{"name": "Ada", "age": 36}]', 'name=Ada']) {
        const response = await post(module, body);
        assert.equal(response.status, 400, `The body ${JSON.stringify(body)} isn't a JSON object: expected 400, found ${response.status}.`);
        const answer = await response.json();
        assert.ok(answer.error, 'The answer 400 should say what is wrong in `error`.');
      }
    },
  },
  {
    name: 'Unknown fields do not get through',
    async run({ module, assert }) {
      const found = await (await json(module, { role: 'admin', name: 'Ada', age: 36, id: 1, __proto__: null })).json();
      assert.deepEqual(Object.keys(found).sort(), ['age', 'name'], `Only name and age may go on. Found ${Object.keys(found).join(', ')}.`);
    },
  },
];
