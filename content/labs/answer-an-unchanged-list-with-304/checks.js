const list = () => [{ id: 1, name: 'Tea', price: 400 }, { id: 2, name: 'Cup', price: 900 }];
const manyProducts = (last) => Array.from({ length: 60 }, (_, at) => ({ id: at, name: 'Tea', price: at === 59 ? last : 400 }));
const get = (module, tag, products = list) =>
  module.createHandler(products)(new Request('http://shop.test/products', { headers: tag === undefined ? {} : { 'If-None-Match': tag } }));

export default [
  {
    name: 'The first response has the list, a tag and Cache-Control',
    async run({ module, assert }) {
      const response = await get(module);
      assert.equal(response.status, 200, `Expected 200, found ${response.status}.`);
      const list = await response.json();
      assert.deepEqual(list, [{ id: 1, name: 'Tea', price: 400 }, { id: 2, name: 'Cup', price: 900 }], `Expected the two products, found ${JSON.stringify(list)}.`);
      const type = response.headers.get('Content-Type') ?? 'none';
      assert.ok(/^application\/json\b/i.test(type), `The list is JSON, so the Content-Type should be application/json. Found ${type}.`);
      const etag = response.headers.get('ETag');
      assert.ok(/^(W\/)?"[^"]+"$/.test(etag ?? ''), `An ETag is a string in double quotes. Found ${etag}.`);
      assert.equal(response.headers.get('Cache-Control'), 'no-cache', `Expected Cache-Control: no-cache, found ${response.headers.get('Cache-Control')}.`);
    },
  },
  {
    name: 'The same tag gets 304 without a body',
    async run({ module, assert }) {
      const etag = (await get(module)).headers.get('ETag');
      const response = await get(module, etag);
      assert.equal(response.status, 304, `Nothing changed: expected 304, found ${response.status}.`);
      const body = await response.text();
      assert.equal(body, '', `A 304 must not have a body. Found ${JSON.stringify(body)}.`);
    },
  },
  {
    name: 'The 304 repeats the headers for caching',
    async run({ module, assert }) {
      const etag = (await get(module)).headers.get('ETag');
      const response = await get(module, etag);
      assert.equal(response.headers.get('ETag'), etag, `The 304 should repeat the ETag ${etag}. Found ${response.headers.get('ETag')}.`);
      assert.equal(response.headers.get('Cache-Control'), 'no-cache', `The 304 should repeat Cache-Control. Found ${JSON.stringify(response.headers.get('Cache-Control'))}.`);
    },
  },
  {
    name: 'Lists of tags, weak tags and * are understood',
    async run({ module, assert }) {
      const etag = (await get(module)).headers.get('ETag').replace(/^W\//, '');
      for (const tag of [`"old", ${etag}`, `W/${etag}`, '*', `"a","b" , W/${etag}`]) {
        const { status } = await get(module, tag);
        assert.equal(status, 304, `If-None-Match: ${tag} names the current tag ${etag}: expected 304, found ${status}.`);
      }
      const inner = etag.slice(1, -1);
      for (const tag of ['', '"something-else"', '""', `"${inner}x"`, `"x${inner}"`, `"${inner.slice(0, -1)}"`, `"W/${inner}"`, '"a", W/"b"', '"*"']) {
        const response = await get(module, tag);
        assert.equal(response.status, 200, `If-None-Match: ${tag} doesn't name the current tag ${etag}: expected 200, found ${response.status}.`);
        assert.notEqual(await response.text(), '', `If-None-Match: ${tag} got 200, and the list is missing.`);
      }
    },
  },
  {
    name: 'A changed list has another tag',
    async run({ module, fresh, assert }) {
      const before = (await get(module)).headers.get('ETag');
      const restarted = (await get((await fresh()).module)).headers.get('ETag');
      assert.equal(restarted, before, 'The program was started again, and the list is the same: it should have the same tag, but it has another one.');
      const response = await get(module, before, () => [{ id: 1, name: 'Tea', price: 450 }, { id: 2, name: 'Cup', price: 900 }]);
      const again = await get(module, before, () => structuredClone(list()));
      assert.equal(again.status, 304, `Another handler has a list with the same content, so the tag is the same: expected 304, found ${again.status}.`);
      assert.equal(response.status, 200, `The price of tea changed, and the client has the old list: expected 200, found ${response.status}.`);
      assert.notEqual(response.headers.get('ETag'), before, 'A list with another price needs another tag, even if its length is the same.');
    },
  },
  {
    name: 'Every change of the list changes the tag',
    async run({ module, assert }) {
      let products = list();
      const handle = module.createHandler(() => products);
      const send = (tag) => handle(new Request('http://shop.test/products', { headers: tag ? { 'If-None-Match': tag } : {} }));
      const seen = [];
      for (const change of [list(), [], [list()[0]], [list()[1]], list().toReversed(), manyProducts(400), manyProducts(401), [{ ...list()[0], stock: 0 }, list()[1]]]) {
        products = change;
        const response = await send(seen.at(-1));
        const what = `The list is now ${change.length > 9 ? `of 60 products, the last of which costs ${change.at(-1).price}` : JSON.stringify(change)}`;
        assert.equal(response.status, 200, `${what}, and the client has the one before: expected 200, found ${response.status}.`);
        assert.deepEqual(await response.json(), change, `${what}, but the response has a different one.`);
        const tag = response.headers.get('ETag');
        assert.ok(!seen.includes(tag), `${what}, and its tag ${tag} was that of another list.`);
        seen.push(tag);
        const { status } = await send(tag);
        assert.equal(status, 304, `${what}, and the client has it: expected 304, found ${status}.`);
      }
    },
  },
];
