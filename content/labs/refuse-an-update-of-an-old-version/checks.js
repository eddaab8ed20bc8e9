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
      assert.equal(response.status, 200, `Expected 200, found ${response.status}.`);
      const body = await response.json();
      assert.deepEqual(body, { version: 1, text: 'First text' }, `Expected the version 1 and the first text, found ${JSON.stringify(body)}.`);
    },
  },
  {
    name: 'An update with the current tag is stored',
    async run({ module, load, assert }) {
      const response = await put(module, 'Second text', '"1"');
      assert.equal(response.status, 200, `The tag is the current one: expected 200, found ${response.status}.`);
      assert.equal(response.headers.get('ETag'), '"2"', `The new version is 2, so the ETag should be "2". Found ${response.headers.get('ETag')}.`);
      const body = await response.json();
      assert.deepEqual(body, { version: 2, text: 'Second text' }, `The response should be the new article, found ${JSON.stringify(body)}.`);
      const { article } = await load('store.js');
      assert.deepEqual({ ...article }, { version: 2, text: 'Second text' }, `The new text should be stored with version 2. Found ${JSON.stringify(article)}.`);
      for (let version = 2; version < 12; version += 1) {
        const { status, headers } = await put(module, `Text ${version + 1}`, `"${version}"`);
        assert.equal(status, 200, `The article is at version ${version}, and the tag is "${version}": expected 200, found ${status}.`);
        assert.equal(headers.get('ETag'), `"${version + 1}"`, `Expected the ETag "${version + 1}", found ${headers.get('ETag')}.`);
      }
      const again = await get(module);
      assert.equal(again.headers.get('ETag'), '"12"', `After eleven updates the ETag should be "12", found ${again.headers.get('ETag')}.`);
    },
  },
  {
    name: 'Saving the same text is a new version, too',
    async run({ module, assert }) {
      const response = await put(module, 'First text', '"1"');
      assert.equal(response.headers.get('ETag'), '"2"', `The version grows with every save: expected the ETag "2", found ${response.headers.get('ETag')}.`);
    },
  },
  {
    name: 'An update without If-Match gets 428',
    async run({ module, load, assert }) {
      const { status } = await put(module, 'Careless', undefined);
      assert.equal(status, 428, `Without If-Match, the server can't know which version the update is based on: expected 428, found ${status}.`);
      const { text } = await (await get(module)).json();
      assert.equal(text, 'First text', `A refused update must not be stored. Found ${JSON.stringify(text)}.`);
      const { article } = await load('store.js');
      assert.equal(article.version, 1, `A refused update must not change the version. Found ${article.version}.`);
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
      for (const tag of ['"3"', '"0"', '""', '2', '"02"', '"2 "', '"22"', '"1", "3"', "'2'"]) {
        const { status } = await put(module, 'Ben', tag);
        assert.equal(status, 412, `The article is at version 2, and If-Match is ${tag}: expected 412, found ${status}.`);
      }
      const after = await get(module);
      assert.equal(after.headers.get('ETag'), '"2"', `Refused updates must not change the version: expected "2", found ${after.headers.get('ETag')}.`);
    },
  },
  {
    name: "A weak tag doesn't match, and * always does",
    async run({ module, assert }) {
      const weak = await put(module, 'x', 'W/"1"');
      assert.equal(weak.status, 412, `If-Match compares strongly, so W/"1" doesn't match: expected 412, found ${weak.status}.`);
      const any = await put(module, 'x', '*');
      assert.equal(any.status, 200, `If-Match: * matches any version: expected 200, found ${any.status}.`);
      assert.equal(any.headers.get('ETag'), '"2"', `The weak tag stored nothing and * stored once, so the version is 2. Found the ETag ${any.headers.get('ETag')}.`);
      const { status } = await put(module, 'x', '*');
      assert.equal(status, 200, `The article is at version 2, and If-Match: * matches any version: expected 200, found ${status}.`);
      const list = await put(module, 'y', '"7", "3"');
      assert.equal(list.status, 200, `One of two tags is the current one: expected 200, found ${list.status}.`);
    },
  },
  {
    name: 'Of two updates at the same time, one is refused',
    async run({ module, assert }) {
      const names = ['Ana', 'Ben'];
      const answers = await Promise.all(names.map((name) => put(module, name, '"1"')));
      const found = answers.map(({ status }) => status).sort().join(' and ');
      assert.equal(found, '200 and 412', `Both sent the tag "1" at once: expected 200 and 412, found ${found}. Don't await anything between the comparison and the write.`);
      const winner = names[answers.findIndex(({ status }) => status === 200)];
      const { version, text } = await (await get(module)).json();
      assert.deepEqual([version, text], [2, winner], `${winner} got 200, so the article should be ${winner}'s, in version 2. Found "${text}" in version ${version}.`);
    },
  },
];
