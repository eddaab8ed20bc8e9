import { inspect } from 'node:util';

const offered = ['application/json', 'text/csv'];

function expect(module, assert, accept, expected, types = offered) {
  const found = module.choose(accept, types);
  assert.equal(found, expected, `Accept: ${accept ?? '(none)'} with ${types.join(' and ')} should give ${expected}, found ${inspect(found)}.`);
}

export default [
  {
    name: 'Without a header that says more, the first type is used',
    run({ module, assert }) {
      for (const accept of [null, '', '  ', '*/*']) expect(module, assert, accept, 'application/json');
      for (const accept of [null, '', '*/*']) expect(module, assert, accept, 'text/html', ['text/html', 'application/json']);
    },
  },
  {
    name: 'A type that is asked for is found',
    run({ module, assert }) {
      expect(module, assert, 'text/csv', 'text/csv');
      expect(module, assert, 'Text/CSV; header=present', 'text/csv');
      expect(module, assert, 'text/*', 'text/csv');
    },
  },
  {
    name: 'The higher weight wins; among equals, the order of your types decides',
    run({ module, assert }) {
      expect(module, assert, 'application/json;q=0.5, text/csv;q=0.9', 'text/csv');
      expect(module, assert, 'application/json; q=0.8 ,text/csv', 'text/csv');
      expect(module, assert, 'text/csv, application/json', 'application/json');
      expect(module, assert, 'text/csv; header=present; q=0.1, application/json;q=0.5', 'application/json');
      expect(module, assert, 'text/csv;freq=0;q=0.1, application/json;q=0.5', 'application/json');
      expect(module, assert, 'text/csv;Q=0.9, application/json;q=0.89', 'text/csv');
      expect(module, assert, 'text/html;q=0.3,image/png;q=0.7,text/csv;q=0.5', 'image/png', ['text/csv', 'text/html', 'image/png', 'image/gif']);
    },
  },
  {
    name: 'When nothing fits, the result is undefined',
    run({ module, assert }) {
      expect(module, assert, 'image/png', undefined);
      expect(module, assert, 'application/xml, image/*', undefined);
      expect(module, assert, 'application/json-seq', undefined);
      expect(module, assert, 'application', undefined);
      expect(module, assert, 'text/csvx, xtext/csv', undefined);
      expect(module, assert, '*/*', undefined, []);
    },
  },
  {
    name: 'A weight of 0 rules a type out',
    run({ module, assert }) {
      expect(module, assert, 'text/csv;q=0, */*', 'application/json');
      expect(module, assert, '*/*, application/json;q=0', 'text/csv');
      expect(module, assert, '*/*;q=0', undefined);
      expect(module, assert, 'application/json;q=0.000, text/*;q=0.001', 'text/csv');
    },
  },
  {
    name: 'The most specific range decides, not the first or the best',
    run({ module, assert }) {
      expect(module, assert, '*/*;q=0.9, text/csv;q=0.1', 'application/json');
      expect(module, assert, 'text/*;q=0.2, text/csv;q=0.7, application/json;q=0.5', 'text/csv');
      expect(module, assert, '*/*, application/*;q=0.3', 'text/csv');
    },
  },
  {
    name: 'A weight that is not a number from 0 to 1 counts as 1',
    run({ module, assert }) {
      expect(module, assert, 'text/csv;q=high, application/json;q=0.9', 'text/csv');
      expect(module, assert, 'text/csv;q=0.5x, application/json;q=0.9', 'text/csv');
      expect(module, assert, 'text/csv;q=, application/json;q=0.9', 'text/csv');
      expect(module, assert, 'text/csv;q=high, application/json', 'application/json');
      expect(module, assert, 'text/csv;q=1.5, application/json', 'application/json');
      expect(module, assert, 'text/csv;q=-1, application/json;q=0.9', 'text/csv');
    },
  },
  {
    name: 'The response has its type, or is a 406',
    async run({ module, assert }) {
      const bodies = { 'application/json': '[]', 'text/csv': 'id\n' };
      const send = async (accept) => module.respond(new Request('http://shop.test/orders', { headers: { Accept: accept } }), bodies);
      const good = await send('text/csv');
      assert.equal(good.headers.get('Content-Type'), 'text/csv', `Expected text/csv, found ${good.headers.get('Content-Type')}.`);
      const csv = await good.text();
      assert.equal(csv, 'id\n', `Expected the text for CSV. Found ${JSON.stringify(csv)}.`);
      const bad = await send('image/png');
      assert.equal(good.status, 200, `text/csv was asked for and is there: expected 200, found ${good.status}.`);
      const first = await module.respond(new Request('http://shop.test/orders'), bodies);
      assert.equal(first.headers.get('Content-Type'), 'application/json', `Without a preference, expected the first type, application/json, found ${first.headers.get('Content-Type')}.`);
      const json = await first.text();
      assert.equal(json, '[]', `Expected the text for JSON. Found ${JSON.stringify(json)}.`);
      assert.equal(bad.status, 406, `Nothing fits image/png: expected 406, found ${bad.status}.`);
      for (const response of [good, bad]) assert.equal(response.headers.get('Vary')?.toLowerCase(), 'accept', `Expected Vary: Accept with ${response.status}, found ${response.headers.get('Vary')}.`);
    },
  },
];
