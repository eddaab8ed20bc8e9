const says = (module, assert, text, wanted) => {
  let found;
  try {
    found = module.describe(text);
  } catch (error) {
    found = `an error that no one caught (${error.message})`;
  }
  assert.equal(found, wanted, `describe('${text}') should return "${wanted}". Found ${found === undefined ? 'nothing; did you print instead of return?' : `"${found}"`}.`);
};

export default [
  {
    name: 'A good order gives its total',
    run({ module, assert }) {
      says(module, assert, '{"total": 50}', 'Total: 50');
      says(module, assert, '{"total": 0}', 'Total: 0');
    },
  },
  {
    name: 'Broken text is not JSON',
    run({ module, assert }) {
      says(module, assert, '{"total": ', 'This is not JSON.');
      says(module, assert, '', 'This is not JSON.');
    },
  },
  {
    name: 'A missing total is noticed',
    run({ module, assert }) {
      says(module, assert, '{"sum": 50}', 'The total is missing.');
      says(module, assert, '{}', 'The total is missing.');
    },
  },
  {
    name: 'A total that is a text is missing too',
    run({ module, assert }) {
      says(module, assert, '{"total": "fifty"}', 'The total is missing.');
    },
  },
];
