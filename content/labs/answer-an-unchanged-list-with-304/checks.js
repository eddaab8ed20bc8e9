const list = () => [{ id: 1, name: 'Tea', price: 400 }, { id: 2, name: 'Cup', price: 900 }];
const get = (module, tag, products = list) =>
  module.createHandler(products)(new Request('http://shop.test/products', { headers: tag === undefined ? {} : { 'If-None-Match': tag } }));

export default [
  {
    name: 'The first answer has the list, a tag and Cache-Control',
    async run({ module, assert }) {
      const response = await get(module);
      assert.equal(response.status, 200, `Expected 200, found ${response.status}.`);
      const list = await response.json();
      assert.equal(list.length, 2, `The list has 2 products, found ${list.length}.`);
      const etag = response.headers.get('ETag');
      assert.ok(/^(W\/)?"[^"]+"$/.test(etag ?? ''), `An ETag is a text in double quotes. Found ${etag}.`);
      assert.equal(response.headers.get('Cache-Control'), 'no-cache', `Expected Cache-Control: no-cache, found ${response.headers.get('Cache-Control')}.`);
    },
  },
  {
    name: 'The same tag gets 304 without a body',
    async run({ module, assert }) {
      const etag = (await get(module)).headers.get('ETag');
      const response = await get(module, etag);
      assert.equal(response.status, 304, `Nothing changed: expected 304, found ${response.status}.`);
      assert.equal(await response.text(), '', 'A 304 must not carry a body.');
    },
  },
  {
    name: 'The 304 repeats the headers for caching',
    async run({ module, assert }) {
      const etag = (await get(module)).headers.get('ETag');
      const response = await get(module, etag);
      assert.equal(response.headers.get('ETag'), etag, `The 304 should repeat the ETag ${etag}. Found ${response.headers.get('ETag')}.`);
      assert.equal(response.headers.get('Cache-Control'), 'no-cache', 'The 304 should repeat Cache-Control.');
    },
  },
  {
    name: 'Lists of tags, weak tags and * are understood',
    async run({ module, assert }) {
      const etag = (await get(module)).headers.get('ETag').replace(/^W\//, '');
      for (const tag of [`"old", ${etag}`, `W/${etag}`, '*', `"a","b" , W/${etag}`]) {
        const { status } = await get(module, tag);
        assert.equal(status, 304, `If-None-Match: ${tag} names the present tag ${etag}: expected 304, found ${status}.`);
      }
      const { status } = await get(module, '"something-else"');
      assert.equal(status, 200, `The tag "something-else" is not the present one: expected 200, found ${status}.`);
    },
  },
  {
    name: 'A changed list has another tag',
    async run({ module, assert }) {
      const before = (await get(module)).headers.get('ETag');
      const response = await get(module, before, () => [{ id: 1, name: 'Tea', price: 450 }, { id: 2, name: 'Cup', price: 900 }]);
      assert.equal(response.status, 200, `The price of tea changed, and the client has the old list: expected 200, found ${response.status}.`);
      assert.notEqual(response.headers.get('ETag'), before, 'A list with another price needs another tag, even if its length is the same.');
    },
  },
];
