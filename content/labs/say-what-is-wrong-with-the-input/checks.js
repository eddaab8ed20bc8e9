import { inspect } from 'node:util';

const says = (module, assert, text, wanted) => {
  let found;
  try {
    found = module.describe(text);
  } catch (error) {
    found = `an error that no one caught (${error.message})`;
  }
  assert.equal(found, wanted, `describe('${text}') should return "${wanted}". Found ${found === undefined ? 'nothing; did you print instead of return?' : inspect(found)}.`);
};

export default [
  {
    name: 'A good order gives its total',
    run({ module, assert }) {
      says(module, assert, '{"total": 50}', 'Total: 50');
      says(module, assert, '{"total": 0}', 'Total: 0');
      for (const total of [7, 19.99, -3, 1200])
        says(module, assert, JSON.stringify({ id: 'a1', total, note: 'total' }), `Total: ${total}`);
    },
  },
  {
    name: 'Broken text is not JSON',
    run({ module, assert }) {
      for (const text of ['{"total": ', '', 'total', '{total: 50}', "{'total': 50}", '{"total": 50}}', 'undefined', '{"total": 50,}'])
        says(module, assert, text, 'This is not JSON.');
    },
  },
  {
    name: 'A missing total is noticed',
    run({ module, assert }) {
      for (const text of ['{"sum": 50}', '{}', '{"Total": 50}', '{"order": {"total": 50}}', '[]'])
        says(module, assert, text, 'The total is missing.');
    },
  },
  {
    name: 'A total that is a text counts as missing, too',
    run({ module, assert }) {
      for (const total of ['"fifty"', '"50"', '""', 'null', 'true', '[50]', '{}'])
        says(module, assert, `{"total": ${total}}`, 'The total is missing.');
    },
  },
  {
    name: "JSON that isn't an order has no total",
    run({ module, assert }) {
      for (const text of ['null', '50', '"total"', 'true', '[50]', '[{"total": 50}]'])
        says(module, assert, text, 'The total is missing.');
    },
  },
];
