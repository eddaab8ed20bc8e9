const url = 'http://blog.test/articles/1';
const get = (module) => module.fetch(new Request(url));
const put = (module, text, tag) =>
  module.fetch(new Request(url, { method: 'PUT', body: JSON.stringify({ text }), headers: tag === undefined ? {} : { 'If-Match': tag } }));

export default [
  {
    name: 'Reading gives the version as ETag',
    async run({ module, assert }) {
      const response = await get(module);
      assert.equal(response.headers.get('ETag'), '"1"', `Expected the ETag "1" in quotes, found ${response.headers.get('ETag')}.`);
    },
  },
  {
    name: 'An update with the present tag is stored',
    async run({ module, assert }) {
      const response = await put(module, 'Second text', '"1"');
      assert.equal(response.status, 200, `The tag is the present one: expected 200, found ${response.status}.`);
      assert.equal(response.headers.get('ETag'), '"2"', `The new version is 2, so the ETag should be "2". Found ${response.headers.get('ETag')}.`);
      const { text } = await (await get(module)).json();
      assert.equal(text, 'Second text', `The new text should be stored. Found "${text}".`);
    },
  },
  {
    name: 'An update without If-Match gets 428',
    async run({ module, assert }) {
      const { status } = await put(module, 'Careless', undefined);
      assert.equal(status, 428, `Without If-Match no one knows what it is based on: expected 428, found ${status}.`);
      const { text } = await (await get(module)).json();
      assert.equal(text, 'First text', 'A refused update must not be stored.');
    },
  },
  {
    name: 'An outdated tag gets 412, and nothing is stored',
    async run({ module, assert }) {
      await put(module, 'Ana', '"1"');
      const { status } = await put(module, 'Ben', '"1"');
      assert.equal(status, 412, `Ana saved version 2 in between: expected 412 for Ben, found ${status}.`);
      const { text } = await (await get(module)).json();
      assert.equal(text, 'Ana', `Ana's text must still be there. Found "${text}".`);
    },
  },
  {
    name: 'A weak tag does not match, and * always does',
    async run({ module, assert }) {
      const weak = await put(module, 'x', 'W/"1"');
      assert.equal(weak.status, 412, `If-Match compares strongly, so W/"1" is no match: expected 412, found ${weak.status}.`);
      const any = await put(module, 'x', '*');
      assert.equal(any.status, 200, `If-Match: * matches any version: expected 200, found ${any.status}.`);
    },
  },
  {
    name: 'Of two updates at the same time, one is refused',
    async run({ module, assert }) {
      const answers = await Promise.all([put(module, 'Ana', '"1"'), put(module, 'Ben', '"1"')]);
      const found = answers.map(({ status }) => status).sort().join(' and ');
      assert.equal(found, '200 and 412', `Both sent the tag "1" at once: expected 200 and 412, found ${found}. Nothing may wait between the comparison and the write.`);
    },
  },
];
